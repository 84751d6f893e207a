"""What the facts of an entry are called for people: keys and values in Chinese."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from portal import roles
from portal.queries import anonymising
from portal.queries.limits import LABELS as LIMITS
from portal.queries.site import LINK_GROUPS, SETTING_LABELS

_COMMON = {
    "name": "名称",
    "title": "标题",
    "description": "说明",
    "keywords": "关键词",
    "state": "状态",
    "reason": "原因",
    "revision": "版本",
    "place": "第几位",
    "menu_place": "主导航里第几位",
    "section": "栏目",
    "parent": "上级栏目（网址名）",
    "text": "内容",
    "changed": "改了",
    "alt": "替代文字",
    "label": "名称",
    "decorative": "只作装饰",
    "type": "类型",
    "size": "大小（字节）",
    "url": "网址",
    "group": "分组",
    "links": "链接",
    "roles": "角色",
    "active": "可以登录",
    "display": "姓名",
    "slug": "网址名",
    "kind": "栏目类型",
    "column_type": "栏目分类",
    "in_navigation": "放在主导航",
    "update_days": "更新周期（天）",
    "review_steps": "审核步数",
    "publish_at": "发布时间",
    "time": "发布时间",
    "from": "来自版本",
    "step": "第几步",
    "rows": "条数",
    "filter": "筛选条件",
    "result": "结果",
    "number": "条数",
    "replaced_by": "替换成",
    "words": "意思相同的词",
    "questions": "读者会搜的词",
}
_OWN: Mapping[str, Mapping[str, str]] = {
    "settings": {**SETTING_LABELS, **LIMITS, **anonymising.LABELS},
    "section": {"name": "栏目名称", "description": "栏目说明"},
    "person": {"name": "登录名"},
    "links": {"name": "链接名称"},
}
_STATES = {
    "draft": "草稿",
    "submitted": "待审",
    "reviewed": "一审通过",
    "approved": "已审核",
    "scheduled": "定时发布",
    "live": "已发布",
    "returned": "已退回",
    "withdrawn": "已撤下",
    "past": "旧版本",
    "sealed": "文字已销毁",
}
Names = Mapping[str, Mapping[str, str]]
_VALUES: Names = {
    "state": _STATES,
    "roles": roles.NAMES,
    **anonymising.CHOICES,
    "group": LINK_GROUPS,
    "changed": {key: _COMMON[key] for key in ("label", "alt", "decorative")},
}
_NO_NAMES: Names = {}


@dataclass(frozen=True)
class Difference:
    """One fact that an act changed, in words."""

    label: str
    before: str
    after: str


def differences(thing: str, before: str, after: str, names: Names = _NO_NAMES) -> list[Difference]:
    """What the JSON of an entry says, fact by fact; facts that stayed the same are left out.

    `names` holds what values are called that this room does not know: key → value → name.
    """
    old, new = json.loads(before), json.loads(after)
    known = {**_VALUES, **names}

    def shown(facts: Mapping[str, Any], key: str) -> str:
        return words(facts.get(key), known.get(key, {}))

    return [
        Difference(label(thing, key), shown(old, key), shown(new, key))
        for key in dict.fromkeys([*old, *new])
        if key not in old or key not in new or old[key] != new[key]
    ]


def label(thing: str, key: str) -> str:
    """The name of a fact; one that has none keeps its key."""
    return _OWN.get(thing, {}).get(key) or _COMMON.get(key, key)


def words(value: Any, names: Mapping[str, str]) -> str:
    """A value as people say it; `names` holds what values of this fact are called."""
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(words(each, names) for each in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return names.get(str(value), str(value))
