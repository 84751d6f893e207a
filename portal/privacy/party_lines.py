"""Of whom something is said in a line: the party, the person harmed or the witness named last."""

import re
from dataclasses import dataclass

from portal.privacy.roles import CRIMINAL, HARMED

_INVOLVED = CRIMINAL | HARMED | {"证人", "拟不起诉人", "社区矫正对象", "服刑人员", "同案犯"}
_ROLE = re.compile("|".join(sorted(_INVOLVED, key=len, reverse=True)))
_CIVIL = re.compile(
    r"\s*(?:支持起诉|再审|一审|二审)?(?:被?申请人|被?申诉人|原告人?|被告|第三人|赔偿请求人|救助申请人"
    r"|附带民事诉讼原告人?)[^,。;\n]{0,30}?[,(](?:男|女)"
)
"""A line that begins with a party of a civil case, of whom the sex is told."""

_RELATIVE = re.compile(
    r"儿子|女儿|儿媳|子女|孩子|小孩|孙[子女]|父亲|母亲|父母|[之其岳继生养祖伯叔舅姨姑][父母]|[之其][子女妻夫]"
    r"|妻子|丈夫|前[妻夫]|配偶|亲属|婚生|生育|育有|[一二两长次三独养继幼][子女]"
)
_KINSHIP = re.compile(
    r"系[^,。;\n]{0,12}?(?:[之其的][父母妻夫子女兄弟姐妹]|的?(?:[父母]亲|妻子|丈夫|儿子|女儿))亲?(?=[,。;)])"
)
"""Whose relative somebody is: said of the person named before."""

_FORM = "曾用名|性 {0,8}别|年 {0,8}龄|出 {0,4}生|民 {0,8}族|文化|职 {0,8}业|学历|公民身份|身份证|证件|户籍|住 {0,8}[址所]|工作|籍贯"
_NEW_LINE = re.compile(rf"\n(?!(?:{_FORM})[^\n]{{0,6}}[: ])")
"""Where a line ends; a form that tells one fact a line is read as one."""

_REACH = 120
_SEX = 2
"""Ages are told with the sex, and begin with the mark before it."""


@dataclass(frozen=True)
class Said:
    """The stretch of a folded text that tells of one party; `civil` says of what kind of case."""

    start: int
    end: int
    civil: bool


def said_of_party(text: str, at: int) -> Said | None:
    """The stretch around a place that tells of the party named last before it on its line.

    None where there is no such party, or where a relative is meant.
    """
    start = at - len(_NEW_LINE.split(text[max(0, at - _REACH) : at])[-1])
    line = _KINSHIP.sub(lambda kin: " " * len(kin[0]), text[start : at + 1])[: at - start]
    role = max((found.end() for found in _ROLE.finditer(line)), default=0)
    if not role and not _is_civil(text, start, at):
        return None
    if _RELATIVE.search(line, role):
        return None
    return Said(start + role, _end(text, at), not role)


def of_relative(text: str, at: int) -> bool:
    """Whether the clause before a place tells of somebody's relative."""
    clause = re.split("[,。;\n]", text[max(0, at - _REACH) : at])[-1]
    return _RELATIVE.search(clause) is not None


def _is_civil(text: str, start: int, at: int) -> bool:
    """Whether a line that begins there begins with a party of a civil case."""
    found = _CIVIL.match(text, start) if text[start - 1 : start] in ("", "\n") else None
    return found is not None and found.end() <= at + _SEX


def _end(text: str, at: int) -> int:
    """Where the next party is named, or the line ends."""
    line = _NEW_LINE.split(text[at : at + _REACH], maxsplit=1)[0]
    following = _ROLE.search(line, 1)
    return at + (following.start() if following else len(line))
