"""Why a name is proposed for hiding, in a sentence for people."""

from portal.privacy.mentions import DOUBTFUL, IN_ORGANISATION, LIKELY, Mention
from portal.privacy.persons import Person
from portal.privacy.recurring import OFTEN
from portal.privacy.roles import ASK, CRIMINAL, ROLES, WEAK

_UNSURE = {
    IN_ORGANISATION: "单位名称里有当事人的姓名，会使人认出本人，请核对。",
    LIKELY: "很可能是前文提到的人，请核对。",
    DOUBTFUL: "与前文提到的人同名，但更像普通词语，请核对。",
}
_OTHER = "涉案人"
_ROLES_OF_SIGNS = (("证言", "证人"), ("证词", "证人"), ("证实", "证人"), ("陈述", "被害人"))


def role_of(sign: str) -> str:
    """The role word that a sign stands for; a general one when it tells none."""
    if sign in ROLES:
        return sign
    return next((role for word, role in _ROLES_OF_SIGNS if word in sign), _OTHER)


def reason(person: Person, mention: Mention, sign: str | None, minor: bool) -> str:
    """Why the mention of that person is to be hidden; `sign` is the one that stands beside it."""
    if minor:
        return "未成年人的姓名，一律隐去。"
    if mention.sense in _UNSURE:
        return _UNSURE[mention.sense]
    return _of_role(person, sign)


def _of_role(person: Person, sign: str | None) -> str:
    if sign == OFTEN:
        return "在文中多次出现，像是姓名，请核对。"
    where = f"“{sign}”旁边的姓名" if sign else f"前文“{person.sign}”提到的人再次出现"
    if person.weight == ASK:
        return f"{where}；律师和单位负责人执行职务时可以保留，请核对。"
    if person.sign in CRIMINAL and sign:
        return f"{where}；判处三年有期徒刑以下且不是累犯的要隐去，其余可以保留。"
    if person.weight == WEAK:
        return f"{where}，可能是案外人，请核对。"
    return f"{where}。"
