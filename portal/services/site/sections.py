"""Sections: added, changed, moved, deleted; old addresses go on leading to them."""

from collections.abc import Mapping, Sequence
from typing import Any

from peewee import IntegrityError, ModelSelect

from portal.database import lock, writing
from portal.errors import Missing, Refused
from portal.models import Article, Section, Tally
from portal.roles import Actor
from portal.services import generation
from portal.services.site import addresses, section_facts
from portal.services.site.changes import changed, note

_INTERNAL = {"update_days", "review_steps"}
"""What readers do not see."""


def add_section(values: Mapping[str, object], *, by: Actor | None = None) -> Section:
    """Add a section; `parent` is a slug, `keywords` a list of words, `position` its place.

    Without a position it comes last. Raises Refused when the kind or the parent is not known, or
    when the description only repeats the name: the page rule wants a sentence there.
    """
    facts = section_facts.checked(values)
    with writing():
        _alone()
        section_facts.refuse_double(facts["slug"])
        addresses.refuse_taken(facts["slug"], "", bool(values.get("take_over")))
        above = section_facts.parent(values)
        addresses.release(facts["slug"])
        position = values.get("position") or _last() + 1
        section: Section = Section.create(**facts, parent=above, position=position)
        after = {**facts, "parent": above and above.slug}
        note(by, "section-added", "section", section.id, section.name, None, after)
        generation.advance()
    return section


def change_section(section: int, values: Mapping[str, object], *, by: Actor | None = None) -> None:
    """Change a section; a new slug leaves redirects behind. Raises Refused, Missing."""
    facts = section_facts.checked(values)
    with writing():
        _alone()
        row = _found(section)
        _refuse_other_kind(row, facts["kind"])
        section_facts.refuse_double(facts["slug"], section)
        above = section_facts.parent(values, row)
        before, after = changed(_facts(row), {**facts, "parent": above and above.slug})
        if not after:
            return
        if "slug" in after:
            addresses.refuse_taken(facts["slug"], row.slug, bool(values.get("take_over")))
            addresses.move(row.slug, facts["slug"])
        Section.update(**facts, parent=above).where(Section.id == section).execute()
        note(by, "section-changed", "section", section, facts["name"], before, after)
        if set(after) - _INTERNAL:
            generation.advance()


def move_section(
    section: int, step: int, *, in_menu: bool = False, by: Actor | None = None
) -> bool:
    """Move a section one place up (-1) or down (1) among its siblings, or in the main menu.

    False when it stands at that end already; raises Missing.
    """
    with writing():
        _alone()
        row = _found(section)
        beside = list(_beside(row, in_menu))
        if row not in beside:
            raise Missing("这个栏目已经不在主导航里了。")
        at = beside.index(row)
        if not 0 <= at + step < len(beside):
            return False
        _number(_exchanged(row, beside[at + step]))
        key = "menu_place" if in_menu else "place"
        before, after = {key: at + 1}, {key: at + 1 + step}
        note(by, "section-moved", "section", section, row.name, before, after)
        generation.advance()
    return True


def delete_section(section: int, *, by: Actor | None = None) -> str:
    """Delete an empty section and return its name; its address leads to the one above it.

    Raises Refused when there is anything in it, Missing when it is not there.
    """
    try:
        with writing():
            _alone()
            row = _found(section)
            _refuse_full(row)
            before = _facts(row)
            Section.delete().where(Section.id == section).execute()
            Tally.delete().where(Tally.section == section).execute()
            addresses.retire(row.slug, before["parent"] or "")
            note(by, "section-deleted", "section", section, row.name, before)
            generation.advance()
    except IntegrityError as error:  # PostgreSQL: something came in meanwhile
        raise Refused("这个栏目里刚刚有了新内容，没有删除。请刷新后再看。") from error
    name: str = row.name
    return name


def _alone() -> None:
    """The order and the tree concern all sections: one change at a time."""
    lock(Section.select(Section.id).order_by(Section.id))


def _found(section: int) -> Section:
    row: Section | None = Section.get_or_none(Section.id == section)
    if row is None:
        raise Missing("没有这个栏目，可能刚被删除了。")
    return row


def _facts(row: Section) -> dict[str, Any]:
    names = ("slug", "name", "kind", "description", "keywords", "column_type")
    facts = {name: getattr(row, name) for name in (*names, "in_navigation", *sorted(_INTERNAL))}
    return {**facts, "parent": row.parent and row.parent.slug}


def _last() -> int:
    return int(Section.select(Section.position).order_by(Section.position.desc()).scalar() or 0)


def _refuse_other_kind(row: Section, kind: str) -> None:
    if kind != row.kind and Article.select().where(Article.section == row).exists():
        raise Refused(
            "栏目里已经有文章，栏目类型不能再改。可以新建一个栏目，再把文章移过去。", "kind"
        )


def _refuse_full(row: Section) -> None:
    articles = Article.select().where(Article.section == row).count()
    children = Section.select().where(Section.parent == row).count()
    if articles or children:
        parts = [f"{articles} 篇文章"] * bool(articles) + [f"{children} 个下级栏目"] * bool(
            children
        )
        raise Refused(
            f"栏目“{row.name}”里还有{'、'.join(parts)}，不能删除。请先移走或删除它们（草稿和撤下的也算）。"
        )


def _beside(row: Section, in_menu: bool) -> "ModelSelect[Section]":
    parent = Section.parent == row.parent if row.parent else Section.parent.is_null()
    among = Section.in_navigation if in_menu else parent
    return Section.select().where(among).order_by(Section.position, Section.id)


def _exchanged(one: Section, other: Section) -> list[Section]:
    """All sections in their order, with these two in each other's place."""
    places = list(Section.select().order_by(Section.position, Section.id))
    first, second = places.index(one), places.index(other)
    places[first], places[second] = places[second], places[first]
    return places


def _number(places: Sequence[Section]) -> None:
    for position, each in enumerate(places, 1):
        if each.position != position:
            Section.update(position=position).where(Section.id == each.id).execute()
