"""What may be changed of a person, and in which form it is stored."""

import re
import unicodedata
from dataclasses import dataclass

from portal.errors import Refused
from portal.models import Person
from portal.roles import NAMES
from portal.sanitiser.characters import visible

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
_DISPLAY = 40


@dataclass(frozen=True)
class Facts:
    """What may be changed of a person."""

    name: str
    display: str
    roles: tuple[str, ...]
    active: bool = True


def facts_of(person: Person) -> Facts:
    """What may be changed of a person, as it is now."""
    roles = tuple(sorted(frozenset(person.roles.split(",")) - {""}))
    return Facts(person.name, person.display, roles, person.active)


def login_name(typed: str) -> str:
    """What was typed as a login name, in the form that is stored; empty when it can be none."""
    name = unicodedata.normalize("NFKC", typed).strip().lower()
    return name if _NAME.fullmatch(name) else ""


def checked(facts: Facts) -> Facts:
    """The facts as they are stored; raises Refused for what cannot be."""
    name = login_name(facts.name)
    if not name:
        raise Refused("登录名请用 2 到 40 个小写字母、数字、点、横线或下划线。", "name")
    display = " ".join(visible(facts.display).split()) or name
    if len(display) > _DISPLAY:
        raise Refused(f"姓名最多 {_DISPLAY} 个字。", "display")
    roles = tuple(sorted(set(facts.roles)))
    unknown = [role for role in roles if role not in NAMES]
    if unknown:
        known = "、".join(f"{role}（{word}）" for role, word in NAMES.items())
        raise Refused(f"没有这样的角色：{'、'.join(unknown)}。可以用：{known}。", "roles")
    return Facts(name, display, roles, facts.active)
