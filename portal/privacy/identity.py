"""Identity numbers: eighteen characters with a check digit, or the fifteen digits used before."""

import re
from datetime import date

from portal.privacy.digit_runs import Number
from portal.privacy.surroundings import OF_THINGS, labelled

_REGION = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SIGNS = "10X98765432"
_LIKE = re.compile(r"[\dXx*]{14,20}|\d{3,}[*Xx][\d*Xx]+")
_WHOLE = re.compile(r"\d{17}[\dXx*]")
_OLD = re.compile(r"\d{15}")
_HIDDEN = re.compile(r"\d{3,}[\d*Xx]*[*Xx]{2,}[\d*Xx]*")
_LABEL = re.compile(r"(?:身份证?(?:件)?(?:号码|证号|号)?|证件号码?)[^,。;、\n0-9]{0,8}$")

CHECKED = "身份证号码，校验码正确。"
LABELLED = "前面写着身份证号码，但校验码不对，可能有错字；仍要隐去。"
OLD = "15位的旧身份证号码。"
LIKELY = "像身份证号码，但校验码不对，请核对。"
HIDDEN = "身份证号码只遮住了一部分，露出的数字仍可能认出人。"


def sign(digits: str) -> str:
    """The check sign for the first seventeen digits of an identity number."""
    return _SIGNS[sum(w * int(d) for w, d in zip(_WEIGHTS, digits, strict=True)) % 11]


def birth(digits: str) -> date | None:
    """The birth date that an identity number of 18 or 15 characters holds; None for none."""
    text = digits[6:14] if len(digits) == 18 else f"19{digits[6:12]}"
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


def judged(text: str, number: Number) -> tuple[bool, str] | None:
    """Whether a number is an identity number, surely or likely, and why; None if it is not."""
    digits = number.digits
    if not _LIKE.fullmatch(digits):
        return None
    label = labelled(_LABEL, text, number.start)
    if _WHOLE.fullmatch(digits) and _is_proper(digits):
        if digits[-1].upper().replace("*", "X") == sign(digits[:17]):
            return True, CHECKED
        if label:
            return True, LABELLED
        return (False, LIKELY) if len(number.sizes) == 1 and "*" not in digits else None
    whole = len(number.sizes) == 1 and not labelled(OF_THINGS, text, number.start)
    return _judged_other(digits, bool(label), whole)


def _judged_other(digits: str, label: bool, whole: bool) -> tuple[bool, str] | None:
    if _OLD.fullmatch(digits) and _is_proper(digits) and (label or whole):
        return label, OLD
    if label and digits.isdecimal() and 14 <= len(digits) <= 20:
        return True, LABELLED
    if _HIDDEN.fullmatch(digits) and (label or len(digits) in (15, 18)):
        return (False, HIDDEN) if label or _REGION.match(digits) else None
    return None


def _is_proper(digits: str) -> bool:
    """Whether the region exists and the birth date does, and is of somebody who may be alive."""
    day = birth(digits)
    return bool(_REGION.match(digits)) and day is not None and 1890 <= day.year <= 2050
