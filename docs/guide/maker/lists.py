"""The lists of the guide that the code knows better: written into the chapters between two marks.

A chapter says `<!-- list: checks -->` and `<!-- end -->`; what stands between is made here.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from portal import checks, kinds, plain_body, reading
from portal.roles import DUTIES, NAMES, ROLES
from portal.services.workflow import rules
from portal.web.desk.help_aids import AIDS, KEYS
from portal.web.desk.help_words import TASKS
from portal.web.desk.pages import PLACES

GUIDE = Path(__file__).parent.parent
_LIST = re.compile(r"(<!-- list: ([a-z-]+) -->\n).*?(<!-- end -->)", re.S)


def chapters() -> list[Path]:
    """Every file of the guide, in reading order of their names."""
    return sorted(GUIDE.rglob("*.md"))


def fresh(text: str) -> str:
    """A chapter with its lists made anew."""
    return _LIST.sub(lambda found: f"{found[1]}\n{LISTS[found[2]]()}\n\n{found[3]}", text)


def write() -> Iterator[Path]:
    """Make the lists of every chapter anew; the chapters that this changed."""
    for chapter in chapters():
        old = chapter.read_text("utf-8")
        new = fresh(old)
        if new != old:
            chapter.write_text(new, "utf-8")
            yield chapter


def _table(*rows: tuple[str, ...]) -> str:
    head, *body = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _code(text: str) -> str:
    return f"`{text}`"


def _roles() -> str:
    return _table(("角色", "做什么"), *((f"**{NAMES[r]}**", DUTIES[r]) for r in ROLES))


def _menu() -> str:
    return _table(
        ("菜单", "谁看得见"),
        *(
            (f"**{place.name}**", "、".join(NAMES[role] for role in place.roles) or "每个人")
            for place in PLACES
        ),
    )


def _moves() -> str:
    """One line for each move and those who may take it."""
    groups: dict[tuple[str, frozenset[str]], list[rules.Rule]] = {}
    for rule in sorted(rules.TABLE, key=lambda rule: list(rules.MOVES).index(rule.move)):
        groups.setdefault((rule.move, frozenset(rule.roles)), []).append(rule)
    rows = [
        (f"**{rules.MOVES[m]}**", _who(found), _when(found)) for (m, _), found in groups.items()
    ]
    return _table(("动作", "谁可以做", "文章的状态"), *rows)


def _who(found: list[rules.Rule]) -> str:
    own = "（经手的人）" if all(rule.own for rule in found) else ""
    return "、".join(NAMES[role] for role in ROLES if role in found[0].roles) + own


def _when(found: list[rules.Rule]) -> str:
    """The states in which one of the rules fits; those of sections with one step apart."""
    anywhere = {word for rule in found if rule.steps != (1,) for word in _words(rule)}
    in_one_step = {word for rule in found for word in _words(rule)} - anywhere
    parts = [_ordered(anywhere)] if anywhere else []
    parts += [f"一步的栏目：{_ordered(in_one_step)}"] if in_one_step else []
    return "；".join(parts) or "任何状态"


_STATES = {**rules.STATES, "past": "已撤下"}
"""A newest revision of the past is one that was withdrawn."""


def _words(rule: rules.Rule) -> set[str]:
    states = set(rule.states)
    if rule.of == ("draft",):
        states -= {"live", "past"}
    return {_STATES[state] for state in states} or {rules.ARTICLE_STATES[each] for each in rule.of}


def _ordered(words: set[str]) -> str:
    return "、".join(word for word in _STATES.values() if word in words)


def _checks(level: str) -> str:
    return "\n".join(f"- {check.why}" for check in checks.CHECKS if check.level == level)


def _kinds() -> str:
    return _table(
        ("栏目类型", "这类文章另外要填的"),
        *((f"**{kind.label}**", _asked(kind)) for kind in kinds.KINDS),
    )


def _asked(kind: kinds.Kind) -> str:
    if not kind.has_articles:
        return "不放文章，只收下级栏目"
    labels = [field.label for field in kind.fields]
    labels += [_ROLES[role] for role in kind.roles]
    labels += ["过期时间"] if kind.expires else []
    return "、".join(labels) or "没有"


_ROLES = {"picture": "图片（每张配文字）", "video": "视频", "captions": "字幕"}


def _tasks(role: str) -> str:
    parts = []
    for task in TASKS[role]:
        steps = "\n".join(f"{number}. {step}" for number, step in enumerate(task.steps, 1))
        parts.append(f"## {task.name}\n\n{steps}")
    return "\n\n".join(parts)


LISTS: dict[str, Callable[[], str]] = {
    "roles": _roles,
    "menu": _menu,
    "moves": _moves,
    "kinds": _kinds,
    "stops": lambda: _checks(checks.STOP),
    "advice": lambda: _checks(checks.ADVICE),
    "keys": lambda: _table(("按键", "作用"), *KEYS),
    "marks": lambda: _table(("这样写", "意思"), *((_code(a), b) for a, b in plain_body.HELP)),
    "aids": lambda: "\n".join(f"- {name}：{words}" for name, words in AIDS),
    "reading": lambda: "\n".join(
        f"- **{aid.label}**：{'、'.join(c.label for c in aid.choices)}。{aid.hint}"
        for aid in reading.AIDS
    ),
    **{f"tasks-{role}": lambda role=role: _tasks(role) for role in ROLES},  # type: ignore[misc]
}
"""What makes each list, by the name that a chapter asks for."""
