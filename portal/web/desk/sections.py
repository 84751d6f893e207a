"""Sections (栏目): the tree, its order, adding, changing and deleting."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import redirect
from htmx_flask import request
from werkzeug.wrappers import Response

from portal.errors import Missing, Refused
from portal.queries import sections
from portal.queries.sections import Cycle, Row
from portal.roles import ADMIN
from portal.services import site
from portal.times import now
from portal.web.desk import desk
from portal.web.desk.guards import actor, needs
from portal.web.desk.moving import step_asked, told
from portal.web.desk.pages import Crumb, page, part, say
from portal.web.desk.section_form import COLUMN_TYPES, KINDS, STEPS_IN_SHORT, SectionForm
from portal.web.render import wants_fragment

PLACE = "/desk/sections/"
CRUMB = Crumb("栏目", PLACE)


@dataclass(frozen=True)
class Branch:
    """A section as the tree shows it, with those below it."""

    row: Row
    cycle: Cycle
    kind: str
    steps: str
    children: list["Branch"]


@desk.get("/sections/")
@needs(ADMIN)
def section_tree() -> Response:
    """All sections."""
    return page("desk/sections.html", title="栏目", **_tree())


@desk.post("/sections/<int(max=2147483647):section>/move")
@needs(ADMIN)
def section_move(section: int) -> Response:
    """Move a section one place; where it stands is said, and focus stays on the button."""
    step, in_menu = step_asked(), request.form.get("among") == "menu"
    moved = site.move_section(section, step, in_menu=in_menu, by=actor())
    said = told(_row(section).name, step, moved)
    if wants_fragment():
        return part("desk/_sections.html", said, **_tree())
    say(said)
    return redirect(PLACE, 303)


@desk.route("/sections/new", methods=["GET", "POST"])
@needs(ADMIN)
def section_new() -> Response:
    """Add a section."""
    form = SectionForm()
    form.offer(sections.outline(now()))
    if request.method == "POST" and form.fill(request.form):
        try:
            made = site.add_section(form.data, by=actor())
        except Refused as refused:
            form.blame(refused)
        else:
            say(f"已添加栏目“{made.name}”。")
            return redirect(PLACE, 303)
    return _form_page(form, None, "添加栏目")


@desk.route("/sections/<int(max=2147483647):section>/", methods=["GET", "POST"])
@needs(ADMIN)
def section_edit(section: int) -> Response:
    """Change what is said of a section."""
    row, tree = _row(section), sections.outline(now())
    form = SectionForm()
    form.offer(tree, row)
    if request.method == "GET":
        form.show(row, tree)
    elif form.fill(request.form):
        try:
            site.change_section(section, {"kind": row.kind, **form.data}, by=actor())
        except Refused as refused:
            form.blame(refused)
        else:
            say(_saved(row, form.slug.data or ""))
            return redirect(PLACE, 303)
    return _form_page(form, row, f"栏目：{row.name}")


@desk.route("/sections/<int(max=2147483647):section>/delete", methods=["GET", "POST"])
@needs(ADMIN)
def section_delete(section: int) -> Response:
    """Say what deleting means, and do it."""
    row = _row(section)
    if request.method == "POST":
        try:
            say(f"已删除栏目“{site.delete_section(section, by=actor())}”。")
            return redirect(PLACE, 303)
        except Refused as refused:
            row = _row(section)
            return _delete_page(row, refused.sentence, 422)
    return _delete_page(row)


def _delete_page(row: Row, refused: str = "", status: int = 200) -> Response:
    above = sections.one(row.parent, now()) if row.parent else None
    crumbs = (CRUMB, Crumb(row.name, f"{PLACE}{row.id}/"))
    return page(
        "desk/section_delete.html",
        status,
        title=f"删除栏目“{row.name}”",
        crumbs=crumbs,
        row=row,
        above=above,
        refused=refused,
    )


def _form_page(form: SectionForm, row: Row | None, title: str) -> Response:
    suggested = dict.fromkeys([*COLUMN_TYPES, *sections.column_types()])
    return page(
        "desk/section.html",
        422 if form.faults else 200,
        title=title,
        crumbs=(CRUMB,),
        form=form,
        row=row,
        kind=KINDS[row.kind] if row else "",
        column_types=list(suggested),
    )


def _tree() -> dict[str, Any]:
    at = now()
    tree = sections.outline(at)
    rows = [row for row, _ in sections.flat(tree)]
    menu = sorted((row for row in rows if row.in_navigation), key=lambda row: row.place)
    late = [row for row in rows if sections.cycle(row, at).light == sections.LATE]
    return {"tree": [_branch(row, at) for row in tree], "menu": menu, "late": late, "rows": rows}


def _branch(row: Row, at: datetime) -> Branch:
    return Branch(
        row,
        sections.cycle(row, at),
        KINDS[row.kind],
        STEPS_IN_SHORT[row.review_steps],
        [_branch(child, at) for child in row.children],
    )


def _row(section: int) -> Row:
    row = sections.one(section, now())
    if row is None:
        raise Missing("没有这个栏目，可能刚被删除了。")
    return row


def _saved(row: Row, slug: str) -> str:
    if slug == row.slug:
        return f"已保存栏目“{row.name}”。"
    return f"已保存。旧网址 /{row.slug}/ 和它下面的文章会自动转到 /{slug}/。"
