"""The line under an old page's title (时间: 作者: 来源: 【字号】) and the 当前位置 line above it."""

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

from portal.times import BEIJING

_FIELDS = {
    "published": "发布时间 发布日期 发表时间 更新时间 添加时间 录入时间 时间 日期",
    "author": "作者 撰稿人 撰稿 供稿人 供稿",
    "source": "新闻来源 信息来源 文章来源 稿件来源 来源 出处",
    "editor": "责任编辑 责编 编辑",
    "": "浏览次数 浏览量 浏览 点击次数 点击数 点击率 点击量 点击 阅读次数 阅读量 阅读 访问次数 访问量 "
    "人气 字号 字体大小 字体 审核 审稿 打印 分享到 分享 摄影 图片来源",
}
_FIELD_OF = {label: field for field, labels in _FIELDS.items() for label in labels.split()}
_ANY_LABEL = "|".join(r"\s*".join(label) for label in sorted(_FIELD_OF, key=len, reverse=True))
_LABEL = re.compile(rf"({_ANY_LABEL})\s*[:：]")
_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)\s?日?"
    r"(?:\s?(?:星期|周)[一二三四五六日天])?"
    r"(?:[\sT]*(\d{1,2})\s?[:时]\s?(\d{2})(?:\s?[:分]\s?(\d{2})?)?)?"
)
_BREADCRUMB = re.compile(
    r"[【\[]?(?:(?:您|你)?(?:现在|当前)?(?:所在|所处)?的?(?:位置|栏目)\s*(?:[:：]|是)+\s*(?P<trail>.*)"
    r"|(?P<bare>(?:网站)?首\s*页\s*(?:>|＞|»|→).*))"
)
_CRUMB_SEPARATOR = re.compile(r"\s*(?:[>＞»›→/\\|｜]+|--+)\s*")
_NO_SECTION = {"正文", "内容", "详细内容", "文章内容", "浏览文章", "首页", "网站首页", "null"}
_TOOLS = re.compile(
    r"(?:[\s【\[（(】\]）)|]+(?:打印(?:本页)?|关闭(?:窗口)?|收藏|我要纠错|分享|大|中|小))+[\s】\]）)|]*$"
)
_EMPTY_VALUES = {"null", "undefined", "无", "-", "--"}
_EDGES = " \t　[]【】()（）|｜,，;；"
_LONGEST = 300


@dataclass(frozen=True)
class Labels:
    """What label lines tell; `seen` names the labels, also those without a value."""

    published: datetime | None = None
    has_time: bool = False
    author: str = ""
    source: str = ""
    editor: str = ""
    seen: frozenset[str] = frozenset()

    def told(self) -> dict[str, str]:
        """The names that have a value, by field."""
        fields = {"author": self.author, "source": self.source, "editor": self.editor}
        return {field: value for field, value in fields.items() if value}

    def completed(self, other: "Labels") -> "Labels":
        """These labels, with what they do not tell taken from others; a time of day is taken too."""
        same_day = (
            self.published and other.published and self.published.date() == other.published.date()
        )
        dated = other if not self.published or (same_day and not self.has_time) else self
        return Labels(
            dated.published,
            dated.has_time,
            self.author or other.author,
            self.source or other.source,
            self.editor or other.editor,
            self.seen | other.seen,
        )


def read_date(text: str) -> tuple[datetime, bool] | None:
    """The first full date in a text as naive Beijing time, and whether it has a time of day."""
    with suppress(ValueError, OverflowError):
        moment = datetime.fromisoformat(text.strip())
        if moment.tzinfo and moment.year >= 1900:
            return moment.astimezone(BEIJING).replace(tzinfo=None), True
    dates = map(_date, _DATE.finditer(unicodedata.normalize("NFKC", text[:_LONGEST])))
    return next((date for date in dates if date), None)


def read_labels(line: str) -> Labels | None:
    """What a line of labels tells, or None for any other line; a bare date is such a line too."""
    if len(line) > _LONGEST or "。" in line:
        return None
    found = list(_LABEL.finditer(line))
    prefix = line[: found[0].start()] if found else line
    strange = _DATE.sub("", unicodedata.normalize("NFKC", prefix)).strip(_EDGES)
    date = read_date(line)
    if not found and not date:
        return None
    if strange and not (date and len(found) >= 2 and len(strange) <= 30):
        return None
    values: dict[str, str] = {}
    for label, following in zip_longest(found, found[1:]):
        field = _FIELD_OF["".join(label[1].split())] or label[1]
        value = line[label.end() : following.start() if following else None]
        values[field] = values.get(field) or _value(value)
    if date:
        values["published"] = ""
    published, has_time = date or (None, False)
    author, source, editor = (values.get(field, "") for field in ("author", "source", "editor"))
    return Labels(published, has_time, author, source, editor, frozenset(values))


def read_breadcrumb(line: str) -> list[str] | None:
    """The names after 当前位置, without a last 正文; None for any other line."""
    found = _BREADCRUMB.match(line)
    if not found or len(line) > _LONGEST:
        return None
    names = _CRUMB_SEPARATOR.split(found["trail"] or found["bare"] or "")
    return [name for name in map(str.strip, names) if name and name not in _NO_SECTION]


def _date(found: re.Match[str]) -> tuple[datetime, bool] | None:
    year, month, day, hour, minute, second = (int(part or -1) for part in found.groups())
    with suppress(ValueError):
        return datetime(year, month, day, hour, minute, max(second, 0)), True
    with suppress(ValueError):
        return datetime(year, month, day), False
    return None


def _value(text: str) -> str:
    """What stands after a label, without the buttons and brackets that follow it."""
    words = " ".join(_DATE.sub(" ", _TOOLS.sub("", text.strip())).split())
    value = re.split(r"(?<=.)[【\[]", words)[0].strip(_EDGES)
    return "" if value.lower() in _EMPTY_VALUES else value
