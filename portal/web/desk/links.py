"""Links to other sites: 友情链接 and 微观检察, their order, adding, changing and deleting."""

from typing import Any

from flask import redirect
from htmx_flask import request
from werkzeug.wrappers import Response
from wtforms import RadioField, StringField

from portal.errors import Missing, Refused
from portal.queries import site as about
from portal.queries.site import LINK_GROUPS, LinkRow
from portal.roles import ADMIN
from portal.services import site
from portal.web.desk import desk
from portal.web.desk.choices import choices
from portal.web.desk.guards import actor, needs
from portal.web.desk.moving import step_asked, told
from portal.web.desk.pages import Crumb, page, part, say
from portal.web.forms import Form, at_most, line, required
from portal.web.render import wants_fragment

PLACE = "/desk/links/"
CRUMB = Crumb("链接", PLACE)


class LinkForm(Form):
    """One outside link."""

    group = RadioField(
        "放在哪一组",
        [required("请选择放在哪一组。")],
        choices=choices(LINK_GROUPS.items()),
    )
    name = StringField("名称", [required("请填写名称。"), at_most(40, "名称")], [line])
    url = StringField("网址", [required("请填写网址。")], [line])
    description = StringField("说明", [at_most(100, "说明")], [line])


@desk.get("/links/")
@needs(ADMIN)
def link_list() -> Response:
    """Both groups."""
    return page("desk/links.html", title="链接", **_groups())


@desk.post("/links/<int(max=2147483647):link>/move")
@needs(ADMIN)
def link_move(link: int) -> Response:
    """Move a link one place in its group; focus stays on the button."""
    step = step_asked()
    said = told(_link(link).name, step, site.move_link(link, step, by=actor()))
    if wants_fragment():
        return part("desk/_links.html", said, **_groups())
    say(said)
    return redirect(PLACE, 303)


@desk.route("/links/new", methods=["GET", "POST"])
@needs(ADMIN)
def link_new() -> Response:
    """Add a link."""
    asked = request.args.get("group", "")
    form = LinkForm(group=asked if asked in LINK_GROUPS else None)
    if request.method == "POST" and form.fill(request.form):
        try:
            site.add_link(form.data, by=actor())
        except Refused as refused:
            form.blame(refused)
        else:
            say(f"已添加链接“{form.name.data}”。")
            return redirect(PLACE, 303)
    return _form_page(form, None, "添加链接")


@desk.route("/links/<int(max=2147483647):link>/", methods=["GET", "POST"])
@needs(ADMIN)
def link_edit(link: int) -> Response:
    """Change a link."""
    row = _link(link)
    form = LinkForm(data=vars(row))
    if request.method == "POST" and form.fill(request.form):
        try:
            site.change_link(link, form.data, by=actor())
        except Refused as refused:
            form.blame(refused)
        else:
            say(f"已保存链接“{form.name.data}”。")
            return redirect(PLACE, 303)
    return _form_page(form, row, f"链接：{row.name}")


@desk.route("/links/<int(max=2147483647):link>/delete", methods=["GET", "POST"])
@needs(ADMIN)
def link_delete(link: int) -> Response:
    """Ask, and delete."""
    row = _link(link)
    if request.method == "POST":
        say(f"已删除链接“{site.delete_link(link, by=actor())}”。")
        return redirect(PLACE, 303)
    crumbs = (CRUMB, Crumb(row.name, f"{PLACE}{row.id}/"))
    title = f"删除链接“{row.name}”"
    group = LINK_GROUPS.get(row.group, row.group)
    return page("desk/link_delete.html", title=title, crumbs=crumbs, row=row, group=group)


def _form_page(form: LinkForm, row: LinkRow | None, title: str) -> Response:
    status = 422 if form.faults else 200
    return page("desk/link.html", status, title=title, crumbs=(CRUMB,), form=form, row=row)


def _groups() -> dict[str, Any]:
    rows = about.link_rows()
    names = LINK_GROUPS.items()
    return {"groups": [(key, name, [r for r in rows if r.group == key]) for key, name in names]}


def _link(link: int) -> LinkRow:
    row = next((each for each in about.link_rows() if each.id == link), None)
    if row is None:
        raise Missing("没有这个链接，可能刚被删除了。")
    return row
