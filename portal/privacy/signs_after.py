"""Seeing names for the first time: by what stands right after them, as 的证言 or （另案处理）."""

import re
from collections.abc import Iterator

from portal.privacy.name_ends import HAN, is_han
from portal.privacy.name_forms import NameForms
from portal.privacy.persons import Sighting
from portal.privacy.roles import HIDE, KIN, WEAK

_CERTAIN = (
    r"\((?:均|系|已|现)?(?:另[案作]|已判|已起诉|在逃|未到案|另行|不起诉|已被|已死亡|已故|死亡|男,|女,|男\)|女\)|"
    r"殁年|时年|现年|\d\d岁|绰号|外号|曾用名|又名|别名|身份证|公民身份)|,(?:男|女),|: {0,2}\n?(?:你|您)(?!们)"
)
_TOLD = (
    r"的?(?:证言|证词)|的(?:陈述|供述|辨认笔录|指认笔录|询问笔录|讯问笔录|谅解书|尸体|身份证)|"
    r"陈述称?|供述|证实|供称|证称|辩称|等(?:\d{1,3}|[一二三四五六七八九十]{1,2})?人"
)
_LIKELY = r"的(?:住处|家中|家里|银行卡|账户|手机|微信|要求下|授意|介绍|妻子|丈夫|父亲|母亲|儿子|女儿)|当场死亡|死亡|受伤"
_SIGN = re.compile(f"(?P<certain>{_CERTAIN})|(?P<told>{_TOLD})|(?P<likely>{_LIKELY})")
_WEIGHTS = {"certain": HIDE, "told": KIN, "likely": WEAK}
_BEFORE = frozenset("和与同跟向对将把被由给让叫找是系及为经据有从在到因替帮人的称见")
"""Characters after which a name may begin in the middle of a sentence."""

_DOTTED = re.compile(
    rf"(?:^|[^{HAN}·]|[和与同跟向对将把被由给])((?:(?![人员者同的])[{HAN}]){{2,8}}·[{HAN}]{{2,8}})$"
)
_LONGEST_LIST, _LONGEST = 50, 18


def before_signs(text: str, forms: NameForms) -> Iterator[Sighting]:
    """The names right before such words in a folded text, with the others of their list."""
    for found in _SIGN.finditer(text):
        end, first = found.start(), True
        for _ in range(_LONGEST_LIST):
            start = _beginning(text, forms, end, found.lastgroup != "certain")
            if start is None:
                break
            weight = _WEIGHTS[found.lastgroup or "likely"]
            yield Sighting(start, end, text[start:end], found[0].strip("(,: \n"), weight, first)
            if start < 2 or text[start - 1] not in "、和与":
                break
            end, first = start - 1, False


def _beginning(text: str, forms: NameForms, end: int, strict: bool) -> int | None:
    """Where the name begins that ends there: at a break or after a word that names follow."""
    dotted = _DOTTED.search(text[max(0, end - _LONGEST) : end])
    if dotted:
        start = end - len(dotted[1])
        name = forms.dotted.at(start)
        return start if name and name.end == end else None
    possible = [
        start
        for start in range(end - 4, end - 1)
        if start >= 0 and (name := forms.chinese.at(start)) and name.end == end
    ]
    marked = [start for start in possible if _begins(text, start)]
    if strict:
        return marked[0] if marked else None
    return min(marked or possible, default=None)


def _begins(text: str, start: int) -> bool:
    return not is_han(text, start - 1) or text[start - 1] in _BEFORE
