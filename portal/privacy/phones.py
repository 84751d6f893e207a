"""Telephone numbers: mobile ones and fixed lines."""

import re
from collections.abc import Iterator

from portal.privacy.detection import Detection
from portal.privacy.digit_runs import Number
from portal.privacy.surroundings import OF_THINGS, labelled, of_office

_MOBILE = re.compile(r"(?:00)?(?:86)?(1[3-9]\d{9})")
_HIDDEN = re.compile(r"1[3-9]\d(?=.{8}$)[*xX]{4,8}\d{0,4}")
_GROUPED = {(3, 4, 4), (3, 3, 5), (4, 4, 3), (3, 8), (7, 4), (4, 3, 4), (5, 6), (6, 5), (3, 2, 6)}
_COUNTRY = {(2,), (4,)}
_AMOUNT = re.compile(r" ?(?:元|万|亿|余|克|吨|股|\.\d|美元|港元|人民币)")
_LABEL = re.compile(r"(?:电话|手机|座机|固话|宅电|联系方式|号码)[^,。;、\n0-9]{0,6}$")
_PRIVATE_LABEL = re.compile(
    r"(?:家庭电话|住宅电话|宅电|家中电话|家里电话|座机|固话)[^,。;、\n0-9]{0,6}$"
)
_FIXED = re.compile(
    r"(?<![\d*-])(?:\(0[1-9]\d{1,2}\) ?-?|(?:\+?86-?)?0[1-9]\d{1,2}(?P<mark>[ -]{1,2})?)"
    r"[2-8]\d{3}[ -]?\d{3,4}(?:[-转]\d{1,6})?(?![\d*]|[.年])"
)
_SHORT = re.compile(r"(?<![\d*.-])[2-8]\d{6,7}(?![\d*.年月元万余平-])")


def judged(text: str, number: Number) -> tuple[bool, str] | None:
    """Whether a number is that of a mobile phone, surely or likely, and why; None if not."""
    whole = _MOBILE.fullmatch(number.digits) and _is_written_so(number.sizes)
    if not whole and not _HIDDEN.fullmatch(number.digits):
        return None
    if _AMOUNT.match(text, number.end) or labelled(OF_THINGS, text, number.start):
        return None
    return (True, "11位手机号码。") if whole else (False, "手机号码只遮住了一部分。")


def _is_written_so(sizes: tuple[int, ...]) -> bool:
    """Whether people group the digits of a mobile number like that."""
    if len(sizes) == 1 or set(sizes) == {1}:
        return True
    if sizes[:1] in _COUNTRY:
        sizes = sizes[1:]
    return sizes == (11,) or sizes in _GROUPED or set(sizes) == {1}


def fixed(text: str) -> Iterator[Detection]:
    """The fixed lines in a folded text that are not an office's."""
    for found in _FIXED.finditer(text):
        plain = found["mark"] is None and not found[0].startswith("(")
        if plain and not labelled(_LABEL, text, found.start()):
            continue
        yield from _private(text, found, "固定电话号码。")
    for found in _SHORT.finditer(text):
        if labelled(_PRIVATE_LABEL, text, found.start()):
            yield from _private(text, found, "前面写着电话的号码，没有区号。")


def _private(text: str, found: re.Match[str], why: str) -> Iterator[Detection]:
    if not of_office(text, found.start(), found.end()):
        sure = labelled(_PRIVATE_LABEL, text, found.start()) is not None
        yield Detection("landline", found.start(), found.end(), found[0], "", "", sure, why)
