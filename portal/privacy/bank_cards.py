"""Bank cards and accounts: by the Luhn check digit, or by the label before them."""

import re

from portal.privacy.digit_runs import Number
from portal.privacy.surroundings import OF_THINGS, labelled

_CARD = re.compile(r"\d{16,19}")
_LIKE = re.compile(r"\d{10,25}|\d{4}[\d*xX]+")
_ISSUED = re.compile(r"62|60|9[45]|4|5[0-5]|3[567]|88|68|69")
_HIDDEN = re.compile(r"\d{4,10}[*xX]{4,12}\d{3,4}")
_LABEL = re.compile(
    r"(?:银行卡|储蓄卡|借记卡|信用卡|贷记卡|社保卡|农信卡|一卡通|卡号|账号|帐号|账户|帐户|存折|存单)[^,。;、\n0-9]{0,14}$"
)
_UNIT = re.compile(r" ?(?:元|万|亿|余元|笔|次|张|克|股|个)")


def luhn(digits: str) -> bool:
    """Whether the last digit is the Luhn check digit of those before."""
    doubled = [sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(map(int, digits[-1::-2]))) % 10 == 0


def judged(text: str, number: Number) -> tuple[bool, str] | None:
    """Whether a number is a bank card or account, surely or likely, and why; None if not."""
    if not _LIKE.fullmatch(number.digits) or _UNIT.match(text, number.end):
        return None
    if labelled(OF_THINGS, text, number.start):
        return None
    label = labelled(_LABEL, text, number.start) is not None
    if _CARD.fullmatch(number.digits):
        found = _judged_card(number, label)
        if found:
            return found
    if label and number.digits.isdecimal() and 10 <= len(number.digits) <= 25:
        return True, "前面写着账号或者卡号。"
    if _HIDDEN.fullmatch(number.digits) and (label or number.digits[:2] == "62"):
        return False, "银行卡号只遮住了一部分。"
    return None


def _judged_card(number: Number, label: bool) -> tuple[bool, str] | None:
    if not _is_written_so(number.sizes):
        return None
    issued = _ISSUED.match(number.digits) is not None
    if luhn(number.digits) and (issued or label):
        return True, "银行卡号，校验位正确。"
    if label:
        return True, "前面写着账号或者卡号；校验位不对，可能有错字，仍要隐去。"
    if number.digits[:2] == "62" and len(number.digits) in (16, 19):
        return False, "像银行卡号，但校验位不对，请核对。"
    return None


def _is_written_so(sizes: tuple[int, ...]) -> bool:
    """Whether people group the digits of a card like that: whole, by fours, or one by one."""
    if len(sizes) == 1 or set(sizes) == {1}:
        return True
    return all(size == 4 for size in sizes[:-1]) or sizes[0] == 6
