"""Seeing names for the first time: by a role word before them."""

import re
from collections.abc import Iterator

from portal.privacy.chinese_names import Name
from portal.privacy.name_forms import NameForms
from portal.privacy.persons import Sighting
from portal.privacy.roles import ASK, CONTACT, HIDE, ROLES, STAY, WEAK

_ROLE = re.compile(
    "(?:姓 {1,6}名|"
    + "|".join(sorted(ROLES, key=len, reverse=True))
    + ")(?![人员]|知|方[,与和]|席[位上])"
)
_GAP = re.compile(
    r"(?:\([^()\n]{1,40}\))?(?:[一二三四五六七八九十]|\d{1,2})?[ :]{0,4}(?:系|是|为|名叫|叫|即)?[ :]{0,2}[\"“]?"
)
_ASIDE = re.compile(r"(?:\([^()\n]{0,60}\))?")
_NEXT = re.compile(r"[\"”]?(?: {0,2}[、/] {0,2}|(?:、|,)?(?:和|与|及|以及))[\"“]?")
_LAWYER = re.compile(r"律师|法律援助|法律服务|基层法律")
_RELATIVE = re.compile(
    r"系[^,。;\n]{0,12}(?:父|母|妻|夫|兄|弟|姐|妹|子|女|亲属|同事|朋友)|之[父母妻夫兄弟姐妹子女]"
)
_OFFICE = re.compile(r"检察长|局长|院长|县长|镇长|乡长|主任|厅长|区长|市长|站长|书记|校长|行长")
_ORGAN = re.compile(r"(?:局|委员会|政府|检察院|法院|管理处|中心|办事处)[^。;\n]{0,60}$")
_MOBILE = re.compile(r"(?<!\d)(?:\+?86[ -]?)?1[3-9]\d")
"""People are called on mobile phones, offices on fixed lines."""
_LONGEST_LIST = 200


def after_roles(text: str, forms: NameForms) -> Iterator[Sighting]:
    """The names after role words in a folded text, those in lists one by one."""
    for found in _ROLE.finditer(text):
        gap = _GAP.match(text, found.end())
        start = gap.end() if gap else found.end()
        word = found[0].replace(" ", "")
        for name in listed(text, forms, start):
            own = _own(text, name, word)
            yield Sighting(
                name.start,
                name.end,
                text[name.start : name.end],
                word,
                own,
                name.exact,
                text[name.start : name.short],
            )


def listed(text: str, forms: NameForms, start: int) -> Iterator[Name]:
    """The names from that place on, joined by 、 or 和, without those that are hidden already."""
    for _ in range(_LONGEST_LIST):
        name = forms.after_role(start)
        if name is None:
            return
        if not name.masked:
            yield name
        aside = _ASIDE.match(text, name.end)
        following = _NEXT.match(text, aside.end() if aside else name.end)
        if not following:
            return
        start = _after_role_word(text, following.end())


def _after_role_word(text: str, start: int) -> int:
    """Where a name would begin: after the role word at that place, if there is one."""
    found = _ROLE.match(text, start)
    return start if found is None else len(text)


def _own(text: str, name: Name, word: str) -> str:
    """What a role means for whoever fills it: lawyers, heads and contacts of organs may stay."""
    weight = ROLES[word].weight
    if weight != ASK and word != CONTACT:
        return weight
    rest = re.split("[。;\n]", text[name.end : name.end + 80], maxsplit=1)[0]
    if word.endswith("代表人") or word == "负责人":
        before = re.split("[。;\n]", text[max(0, name.start - 100) : name.start])[-1]
        return STAY if _OFFICE.search(rest[:30]) or _ORGAN.search(before) else ASK
    if _RELATIVE.search(rest):
        return HIDE
    if word == CONTACT:
        return WEAK if _MOBILE.search(rest) else STAY
    return STAY if _LAWYER.search(rest) else ASK
