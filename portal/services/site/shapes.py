"""The shapes of settings: what a record number, a telephone or an address looks like."""

import re
from dataclasses import dataclass

from portal.queries.anonymising import CHOICES
from portal.queries.limits import LIMIT_KEYS, MOST, usable
from portal.queries.site import SETTING_LABELS

_PHONE = (
    r"(?:(?:\+86[- ]?)?(?:0\d{2,3}[- ]?)?\d{7,8}(?:[-转]\d{1,6})?|1\d{10}|[48]00-?\d{3}-?\d{4})"
)
_SHORT = r"\d{3,6}"
_MOST = 200


@dataclass(frozen=True)
class Shape:
    """What a value must look like, and one that does."""

    pattern: re.Pattern[str]
    example: str


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.A)  # full-width digits are none


SHAPES = {
    "postcode": Shape(_pattern(r"\d{6}"), "100000"),
    "phone": Shape(_pattern(rf"{_PHONE}(?:、{_PHONE})*"), "0000-1234567"),
    "hotline": Shape(_pattern(rf"{_SHORT}|{_PHONE}"), "12309"),
    "email": Shape(_pattern(r"[\w.+-]+@(?:[a-zA-Z0-9-]+\.)+[a-zA-Z]{2,}"), "jcy@example.cn"),
    "icp": Shape(_pattern(r"[\u4e00-\u9fff]ICP备\d{8,10}号(?:-\d{1,3})?"), "京ICP备12345678号-1"),
    "police": Shape(_pattern(r"[\u4e00-\u9fff]公网安备 ?\d{14}号"), "京公网安备 11010102001234号"),
    "site_code": Shape(_pattern(r"\d{10}|N\d{9}"), "1234567890"),
}


def fault(key: str, value: str) -> str:
    """What is wrong with the value of a setting, as a sentence; empty when nothing is."""
    if key in LIMIT_KEYS:
        return "" if usable(value) else f"请填写 1 到 {MOST} 之间的整数，例如 20。"
    if key in CHOICES:
        return "" if value in CHOICES[key] else "请选一种。"
    label = SETTING_LABELS[key]
    most = 40 if key == "name" else _MOST
    if key == "name" and not value:
        return "网站名称不能为空：每一页的标题都用它。"
    if len(value) > most:
        return f"{label}最多 {most} 个字，现在有 {len(value)} 个。"
    shape = SHAPES.get(key)
    if value and shape and not shape.pattern.fullmatch(value):
        return f"{label}的写法不对，请写成“{shape.example}”这样；还没有就留空。"
    return ""
