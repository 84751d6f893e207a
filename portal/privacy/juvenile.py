"""The hard stop: documents of cases in which a minor is accused or was harmed stay unpublished."""

import re
from dataclasses import dataclass

from portal.privacy.birth_dates import births
from portal.privacy.folding import folded
from portal.privacy.minors import day_of_act, is_minor, young_ages
from portal.privacy.roles import CRIMINAL, HARMED

_AGE = r"(?:十[二四六八]|1[2468]) ?(?:周)?岁"
_ROLE = re.compile("|".join(sorted(CRIMINAL | HARMED | {"证人"}, key=len, reverse=True)))
_RELATIVE = re.compile("儿|女儿|子女|孩|孙|父|母|妻|夫|亲属|之子|之女")
_REACH = 80

_SIGNS = (
    (
        r"附条件不起诉",
        "附条件不起诉只适用于未成年人，这类文书一律不公开。",
    ),
    (
        r"未成年(?:的)?(?:犯罪嫌疑人|嫌疑人|被告人|被不起诉人|罪犯|同案犯|社区矫正对象)|犯罪记录封存|封存[^,。;\n]{0,6}犯罪记录|合适成年人",
        "案件涉及未成年人犯罪，文书一律不公开。",
    ),
    (
        r"未成年人(?:刑事)?检察(?:部|处|科|工作办公室|办案组)|检[^\n\[]{0,6}(?:未|少)[^\n\[]{0,6}\[(?:19|20)\d\d\]",
        "文书由未成年人检察部门制作，一律不公开。",
    ),
    (
        rf"(?:时|系|尚|仍|属|均)[^,。;\n]{{0,4}}(?:不满|未满){_AGE}|已满{_AGE}(?:不满|未满|、不满|,不满){_AGE}",
        "有人在案发时未满十八周岁，文书一律不公开。",
    ),
    (
        r"未成年的?(?:被害人|受害人|被侵害人|证人)|(?:猥亵|拐卖|拐骗|虐待|收买被拐卖[^,。\n]{0,4})儿童"
        r"|奸淫[^,。\n]{0,8}幼女|引诱(?:幼女|未成年人)|组织未成年人|被害(?:幼女|女童|男童|儿童)|雇用童工",
        "被侵害的是未成年人，这类文书不公开。",
    ),
    (
        r"(?:1[0-7]|[1-9])(?:周)?岁的?(?:被害人|被告人|犯罪嫌疑人|女孩|男孩|女童|男童|学生)",
        "案件涉及未成年人，文书一律不公开。",
    ),
)
_COMPILED = tuple((re.compile(sign), why) for sign, why in _SIGNS)
_TOLD = "写明的年龄不满十八周岁，涉及未成年人的文书一律不公开。"
_RECKONED = "按出生日期和案发日期计算，此人案发时未满十八周岁，文书一律不公开。"


@dataclass(frozen=True)
class Stop:
    """Why a document must not be published: the words that show it, and a sentence for people."""

    start: int
    end: int
    text: str
    why: str


def juvenile(text: str) -> Stop | None:
    """The first sign, if any, that a plain document is of a case of a minor."""
    plain = folded(text)
    stops = [*_told(plain), *_young(plain), *_reckoned(plain)]
    if not stops:
        return None
    start, end, why = min(stops)
    return Stop(start, end, text[start:end], why)


def _told(text: str) -> list[tuple[int, int, str]]:
    found = ((sign.search(text), why) for sign, why in _COMPILED)
    return [(*match.span(), why) for match, why in found if match]


def _young(text: str) -> list[tuple[int, int, str]]:
    """The ages under eighteen that are told of a party, a person harmed or a witness."""
    return [(*age.span(), _TOLD) for age in young_ages(text) if _is_of_party(text, age.start())]


def _reckoned(text: str) -> list[tuple[int, int, str]]:
    """The birth dates of such persons who were under eighteen on the day of the act."""
    day = day_of_act(text)
    return [
        (start, end, _RECKONED)
        for start, end, birth in births(text)
        if is_minor(birth, day) and _is_of_party(text, start)
    ]


def _is_of_party(text: str, at: int) -> bool:
    """Whether the last role before a place on its line is a party's, and no relative is meant."""
    line = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    roles = list(_ROLE.finditer(line))
    return bool(roles) and not _RELATIVE.search(line, roles[-1].end())
