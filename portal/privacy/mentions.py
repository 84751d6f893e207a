"""Every place where a known name stands in a text, and whether a person is meant there."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from portal.privacy.given_names import USUAL
from portal.privacy.name_ends import HAN, VERB_LIKE, goes_on, is_han
from portal.privacy.ordinary_words import ALSO_WORDS, MANNERS, NOT_NAMES
from portal.privacy.roles import ROLES
from portal.privacy.surnames import SINGLE

INTRODUCING = frozenset("和与同跟向对将把被由给让叫替帮系、")
"""Characters after which a word that is also a name is most likely the name."""

_BEFORE_ACTS = INTRODUCING | frozenset("后中时前日许但而且便经其得入的成打伤致欠偿骗找见约拉推砍对")
"""Characters after which somebody is named who does something, or to whom it is done."""

PERSONAL = re.compile(
    r"的?家[中里门属人]|的(?:供述|陈述|证言|证词|辩解|行为|犯罪|账户|手机|微信|银行|车|住处)"
    r"|的(?:户籍|身份|亲属|家属|妻|夫|父|母|儿|女)|供述|供称|辩称|称|陈述|证实|等\d*人"
    r"|等[一二三四五六七八九]人|\((?:男|女|另案|已判|在逃|曾用名|绰号)|,(?:男|女)|一案|之[妻夫父母子女]"
)
_ACTING = re.compile(
    "持|驾驶|伙同|将|把|明知|因?涉嫌|犯|归案|到案|违反|以非法|身份证|联系电话|无视|构成|先后|多次|主动|自愿|自首"
    "|与|和|及|、|案"
)
_NOT_PERSON_BEFORE = frozenset("不没未很最更太非为地早晚电面社生心天大小")
NOUNS = frozenset("地率性感点式型化者前期时段值区路街镇乡村县市河山湖海树叶花果园场厂店公司庄屯")
_ORGANISATION = re.compile(
    rf"[{HAN}]{{0,6}}?(?:公司|超市|商店|商行|经营部|经销部|养殖场|农场|合作社|工作室|饭店|餐馆|餐厅|诊所|药房|药店"
    r"|批发部|门市部|加工厂|事务所|修理厂|旅馆|宾馆|酒店|烟酒店|小卖部|便利店|理发店|幼儿园)"
)
_QUOTES = frozenset('“”‘’"')
_PARTS = re.compile("[的在到去往从于至与和由被将把对向]|经营|开设|所有|名下")

CLEAR, LIKELY, DOUBTFUL, IN_ORGANISATION = "clear", "likely", "doubtful", "organisation"
"""How a name is meant at a place: doubtful ones are more like words, the last names a business."""


@dataclass(frozen=True)
class Mention:
    """A known name at a place, and how sure it is that the person is meant."""

    start: int
    end: int
    name: str
    sense: str = CLEAR


def places(
    text: str, names: Collection[str], seen: Collection[tuple[int, int]]
) -> Iterator[Mention]:
    """Every place in a folded text where one of the names stands, the longest name first.

    Where somebody was `seen` with a sign, the person is meant.
    """
    sizes = _sizes(names)
    if not sizes:
        return
    end = 0
    for found in re.finditer("[" + re.escape("".join(sorted(sizes))) + "]", text):
        start = found.start()
        if start < end:
            continue
        possible = (text[start : start + size] for size in sizes[found[0]])
        name = next((one for one in possible if one in names), None)
        if name and (start, start + len(name)) in seen:
            mention: Mention | None = Mention(start, start + len(name), name)
        else:
            mention = _weighed(text, start, name) if name else None
        if mention:
            yield mention
            end = mention.end


def _sizes(names: Collection[str]) -> dict[str, list[int]]:
    """The lengths of the names that begin with each character, the longest first."""
    sizes: dict[str, set[int]] = defaultdict(set)
    for name in names:
        sizes[name[0]].add(len(name))
    return {first: sorted(each, reverse=True) for first, each in sizes.items()}


def _weighed(text: str, start: int, name: str) -> Mention | None:
    """The mention at that place, or None where the characters mean something else."""
    end = start + len(name)
    if name[0].isascii():
        return None if _within_word(text, start, end) else Mention(start, end, name)
    if of_business(text, end):
        return Mention(start, end, name, IN_ORGANISATION)
    if name[0] not in SINGLE:
        return _of_nickname(text, start, end, name)
    if len(name) > 2:
        return Mention(start, end, name)
    if name in ALSO_WORDS or name in NOT_NAMES:
        return _of_word(text, start, end, name)
    return None if _is_longer(text, end) else Mention(start, end, name)


def of_business(text: str, end: int) -> bool:
    """Whether the name of a business goes on at that place."""
    organisation = _ORGANISATION.match(text, end)
    return organisation is not None and not _PARTS.search(organisation[0])


def _within_word(text: str, start: int, end: int) -> bool:
    """Whether Latin letters go on before or after the name."""
    return any(
        sign.isascii() and sign.isalnum() for sign in (text[start - 1 : start], text[end : end + 1])
    )


def _of_nickname(text: str, start: int, end: int, name: str) -> Mention:
    """A mention of a name without a family name: of two characters, only quotes make it clear."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    quoted = before in _QUOTES and after in _QUOTES
    if quoted or (len(name) > 2 and name not in ROLES):
        return Mention(start, end, name)
    in_phrase = name in ROLES and is_han(text, start - 1)
    return Mention(start, end, name, DOUBTFUL if in_phrase else LIKELY)


def _is_longer(text: str, end: int) -> bool:
    """Whether the two characters begin the longer name of somebody else."""
    if not is_han(text, end) or is_han(text, end + 1):
        return False
    return text[end] in USUAL and text[end] not in VERB_LIKE and text[end] not in "家方人"


def _of_word(text: str, start: int, end: int, name: str) -> Mention | None:
    """A mention of a name that is also a word, where nothing shows that the word is meant."""
    after_role = any(text[max(0, start - size) : start] in ROLES for size in range(2, 9))
    if after_role or PERSONAL.match(text, end):
        return Mention(start, end, name)
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _NOT_PERSON_BEFORE or after in NOUNS:
        return None
    if name not in MANNERS and _ACTING.match(text, end):
        return Mention(start, end, name)
    led = before in INTRODUCING if name in MANNERS else leads(text, start)
    told = is_han(text, end) and goes_on(text, end) and name not in MANNERS
    if led and (told or not is_han(text, end)):
        return Mention(start, end, name)
    return Mention(start, end, name, LIKELY if led or told else DOUBTFUL)


def leads(text: str, start: int) -> bool:
    """Whether what stands before a place lets a person be named there."""
    return not is_han(text, start - 1) or text[start - 1] in _BEFORE_ACTS
