"""Articles at the desk: the list, beginning a new one, and the page of one."""

from datetime import datetime

from flask import redirect, request
from werkzeug.wrappers import Response

from portal import kinds
from portal.errors import Missing, PortalError, Refused
from portal.queries import accounts, anonymising, navigation, past, sections, work
from portal.roles import EDITOR, PUBLISHER, REVIEWER
from portal.sanitiser.characters import visible
from portal.services import editing, inspection
from portal.services.content import Content, saved
from portal.services.workflow import queues, rules
from portal.times import now
from portal.web.desk import desk, findings, window
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import Crumb, page, say
from portal.web.errors import STATUS
from portal.web.pages import Pages, page_number

WORKERS = (EDITOR, REVIEWER, PUBLISHER)
LIST = Crumb("文章", "/desk/articles/")
PAGE_SIZE = 30
ARTICLE = "/articles/<int(max=2147483647):number>"
"""The start of every address that belongs to one article."""


@desk.get("/articles/")
@needs(*WORKERS)
def articles() -> Response:
    """All articles, narrowed by state, section, person and words of the title."""
    wanted = queues.Wanted(
        state=request.args.get("state", ""),
        section=window.whole(request.args.get("section")),
        mine=actor().id if request.args.get("mine") else None,
        text=visible(request.args.get("q", "")).strip()[:100],
    )
    number = page_number(request.args.get("page"))
    shelf = queues.shelf(wanted, number, PAGE_SIZE)
    query = tuple((k, v) for k, v in request.args.items() if k != "page" and v)
    pages = Pages("/desk/articles/", number, PAGE_SIZE, shelf.total, query)
    if number > pages.last:
        raise Missing(f"这份清单一共只有 {pages.last} 页。")
    return page(
        "desk/articles.html",
        title="文章",
        wanted=wanted,
        shelf=shelf,
        pages=pages,
        sections=writable(),
        states=queues.STATES,
    )


@desk.get("/articles/new")
@needs(EDITOR)
def new_article() -> Response:
    """Choose where a new article will stand."""
    return page(
        "desk/article_new.html",
        title="新建文章",
        crumbs=(LIST,),
        sections=writable(),
        chosen=window.whole(request.args.get("section")),
        fault="",
    )


@desk.post("/articles/new")
@needs(EDITOR)
def begin_article() -> Response:
    """Begin an article and go to its form; a section of one page leads to that page."""
    section = window.whole(request.form.get("section"))
    if there := _only_page(section):
        say("这个栏目只有一页，就是下面这一篇。请在这里修改，不用新建。")
        return redirect(f"/desk/articles/{there}/", 303)
    try:
        number = editing.begin(section, actor())
    except Refused as error:
        return page(
            "desk/article_new.html",
            422,
            title="新建文章",
            crumbs=(LIST,),
            sections=writable(),
            chosen=0,
            fault=error.sentence,
        )
    return redirect(f"/desk/articles/{number}/edit", 303)


@desk.get(f"{ARTICLE}/")
@needs(*WORKERS)
def article(number: int) -> Response:
    """Where an article stands, what can be done now, and what was said about it."""
    return overview(number)


def _only_page(section: int) -> int | None:
    """The article of a section that has one page and has it already."""
    single = [p.id for p in writable() if kinds.by_key(p.kind).single]
    return sections.only_article(section) if section in single else None


def writable() -> list[navigation.Place]:
    """The sections that articles can stand in."""
    return [p for p in navigation.tree().places if kinds.by_key(p.kind).has_articles]


def overview(number: int, fault: PortalError | None = None) -> Response:
    """The page of an article, also as the answer to a move that was refused."""
    found = window.article(number)
    content = saved(found.id, found.revision) if found.revision else None
    hands = work.hands(found)
    return page(
        "desk/article.html",
        status(fault),
        title=found.name,
        crumbs=(LIST,),
        work=found,
        allowed=rules.allowed(found, hands, actor()),
        state=rules.STATES[found.revision_state],
        content=content,
        findings=inspection.findings(found.kind, content) if content else [],
        talk=past.conversation(number),
        moves=rules.STEPS,
        people=accounts.names(hands.own),
        secret=bool(content) and kinds.by_key(found.kind).anonymised,
        confirmed=anonymising.confirmed(found.revision),
        is_own=actor().id in hands.own,
        unsaved=window.unsaved(found, actor().id),
        anchor=findings.anchor,
        wished=_wished(content),
        fault=fault,
        given=request.form,
    )


def _wished(content: Content | None) -> datetime | None:
    """When the writers would like it to go live, while that is still to come."""
    at = content.publish_at if content else None
    return at if at and at > now() else None


def status(fault: PortalError | None) -> int:
    """The status of a page that says what was refused."""
    if fault is None:
        return 200
    return 422 if isinstance(fault, Refused) else STATUS.get(type(fault), 400)
