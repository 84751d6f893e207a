"""The field of an article's form that chooses media: its rows as typed, and what its buttons do.

The buttons are named `act`: `media-up:<field>:<row>`, `media-down:…`, `media-remove:…`, counted
from 0, and `media-add:<field>`, which takes the numbers typed in `<field>-add`.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from htmx_flask import request
from werkzeug.wrappers import Response

from portal.queries import library
from portal.queries.library import KINDS
from portal.roles import EDITOR, PUBLISHER
from portal.web.desk import desk
from portal.web.desk.guards import needs
from portal.web.desk.pages import part

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

MOST = 200
"""How many files one field takes; no article has so many."""
LONGEST = 2000
"""Characters of the numbers typed at once."""
Picked = tuple[int, str, str, bool]
"""Number of the media, text alternative, words beside it, whether it is decoration."""


@dataclass(frozen=True)
class Acted:
    """The rows after a button, and what happened in words; `is_wrong` when nothing did."""

    rows: list[Picked]
    said: str
    is_wrong: bool = False


def rows(form: "MultiDict[str, str]", name: str) -> list[Picked]:
    """The rows of one field as they were typed."""
    alts, texts = form.getlist(f"{name}-alt"), form.getlist(f"{name}-text")
    decorative = set(form.getlist(f"{name}-decorative"))
    return [
        (int(number), _at(alts, place), _at(texts, place), str(place) in decorative)
        for place, number in enumerate(form.getlist(name)[:MOST])
        if number.isdecimal() and len(number) < 10
    ]


def acted(
    form: "MultiDict[str, str]", name: str, kind: str, *, several: bool = False
) -> Acted | None:
    """What the pressed button does to this field, or None when it belongs to another."""
    verb, _, target = form.get("act", "").partition(":")
    field, _, place = target.partition(":")
    if field != name or verb not in (*_MOVES, "media-add"):
        return None
    now = rows(form, name)
    if verb == "media-add":
        return _add(now, form.get(f"{name}-add", ""), kind, several)
    if not place.isdecimal() or len(place) > 3 or int(place) >= len(now):
        return Acted(now, "没有这一行，请刷新页面再试。", True)
    return _move(now, verb, int(place))


@desk.post("/media/field")
@needs(EDITOR, PUBLISHER)
def media_field() -> Response:
    """The field after one of its buttons, for the script that saves reloading the whole form."""
    form = request.form
    name, kind = form.get("field", ""), form.get("kind", "")
    several = form.get("several") == "1"
    done = acted(form, name, kind, several=several) or Acted(rows(form, name), "")
    return part(
        "desk/media_field_part.html",
        said=done.said,
        name=name,
        role=form.get("role", ""),
        kind=kind,
        several=several,
        with_text=form.get("with_text") == "1",
        hint=form.get("hint", ""),
        chosen=library.chosen(done.rows),
        error=done.said if done.is_wrong else "",
    )


def _at(values: list[str], place: int) -> str:
    return values[place] if place < len(values) else ""


_MOVES = {"media-up": -1, "media-down": 1, "media-remove": 0}


def _move(now: list[Picked], verb: str, place: int) -> Acted:
    rest = [*now[:place], *now[place + 1 :]]
    if verb == "media-remove":
        return Acted(rest, f"已去掉第 {place + 1} 个。")
    target = min(max(place + _MOVES[verb], 0), len(rest))
    rest.insert(target, now[place])
    return Acted(rest, f"已移到第 {target + 1} 个。")


def _add(now: list[Picked], typed: str, kind: str, several: bool) -> Acted:
    numbers = [int(each) for each in re.findall(r"[0-9]{1,9}", typed[:LONGEST])]
    found = {
        each.id: each for each in library.cards(numbers) if each.kind == kind and not each.blocked
    }
    missing = [str(each) for each in numbers if each not in found]
    noun = KINDS.get(kind, "文件")
    if not numbers:
        return Acted(now, f"请写{noun}的编号，在媒体库里可以查到。", True)
    if missing:
        return Acted(now, f"没有编号为 {'、'.join(missing)} 的{noun}，请到媒体库核对。", True)
    new = [(n, found[n].alt, "", found[n].decorative) for n in dict.fromkeys(numbers)]
    if not several:
        return Acted(new[:1], f"已选用“{found[new[0][0]].title}”。")
    there = {row[0] for row in now}
    fresh = [each for each in new if each[0] not in there]
    if len(now) + len(fresh) > MOST:
        return Acted(now, f"这里最多放 {MOST} 个{noun}。", True)
    return Acted([*now, *fresh], f"已添加 {len(fresh)} 个{noun}。")
