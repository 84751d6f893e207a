"""The preview: the page as readers will see it, at the width of a telephone or of a desk."""

from flask import request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from portal import kinds
from portal.errors import Missing
from portal.queries import media, work
from portal.queries.articles import Story
from portal.queries.work import Work
from portal.sanitiser import CleanHtml
from portal.services.content import Content, checked, saved
from portal.services.workflow import rules
from portal.times import now
from portal.web import headers
from portal.web.article_page import show, trail
from portal.web.desk import desk, window
from portal.web.desk.articles import ARTICLE, LIST, WORKERS
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import Crumb, page
from portal.web.frame import frame

WIDTHS = {"phone": "手机", "wide": "电脑"}


@desk.get(f"{ARTICLE}/preview")
@needs(*WORKERS)
def preview(number: int) -> Response:
    """The page around the preview, with the choice of a width."""
    found = window.article(number)
    _wanted(found)  # what cannot be shown is said here, not inside the frame
    asked = MultiDict({k: v for k, v in request.args.items() if k in ("draft", "revision")})
    return page(
        "desk/preview.html",
        title="预览",
        crumbs=(LIST, Crumb(found.name, f"/desk/articles/{number}/")),
        work=found,
        can_write="write" in rules.allowed(found, work.hands(found), actor()),
        widths=WIDTHS,
        width=request.args.get("width") if request.args.get("width") in WIDTHS else "phone",
        asked=list(asked.items()),
        draft=request.args.get("draft", ""),
    )


@desk.get(f"{ARTICLE}/as-read")
@needs(*WORKERS, passive=True)
def as_read(number: int) -> Response:
    """The article's page as readers will see it, from a draft or a revision."""
    found = window.article(number)
    content = _wanted(found)
    around = frame()
    place = around.tree.by_id(found.section)
    used = media.uses_of([(u.media, u.role, u.text, u.alt) for u in content.media], content.body)
    response = show(
        around,
        place,
        _story(found, content),
        used,
        place.url if place.kind == "page" else found.url,
        trail(around, place),
        has_code=found.state == "live",
    )
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    headers.frame_here(response)
    return response


def _wanted(found: Work) -> Content:
    """The content asked for: an unsaved draft of this person, a revision, or the newest one."""
    if token := request.args.get("draft"):
        for kept in work.unsaved(found.id, actor().id):
            if kept.token == token:
                sent = window.from_draft(found, kept)
                return checked(sent.kind, sent.content(), complete=False)
        raise Missing("这份草稿已经保存或者放弃了，请回到文章再看。")
    revision = window.whole(request.args.get("revision")) or found.revision
    if not revision:
        raise Missing("这篇文章还没有内容。")
    return saved(found.id, revision)


def _story(found: Work, content: Content) -> Story:
    at = found.published_at or content.publish_at or now()
    return Story(
        id=found.id,
        section=found.section,
        revision=found.revision,
        published_at=at,
        updated_at=max(at, now()) if found.published_at else at,
        expires_at=content.expires_at,
        title=content.title or "（还没有标题）",
        subtitle=content.subtitle,
        author=content.author,
        source=content.source,
        editor=content.editor,
        summary=content.summary,
        keywords=",".join(content.keywords),
        body=CleanHtml.restored(content.body),
        details={**dict.fromkeys(_own_fields(found), ""), **content.details},
    )


def _own_fields(found: Work) -> list[str]:
    """The keys that the page of its kind reads; a draft may still lack some."""
    return [field.key for field in kinds.by_key(found.kind).fields]
