"""What the form sends by itself while somebody writes: keep the draft, say who else is here."""

from dataclasses import replace

from flask import request
from werkzeug.wrappers import Response

from portal.errors import Refused
from portal.queries import work
from portal.roles import EDITOR
from portal.sanitiser import clean
from portal.services import drafts, inspection
from portal.times import now
from portal.web.desk import desk, findings, window
from portal.web.desk.article_keeping import offered
from portal.web.desk.articles import ARTICLE
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import part
from portal.web.render import answer

_GO_ON = "要用这些字，请点“保存”，和已发布的文字对照；不用了，请刷新页面。"


@desk.post(f"{ARTICLE}/autosave")
@needs(EDITOR)
def keep_article(number: int) -> Response:
    """Keep what the window holds; answers with the draft's new token and version, or why not."""
    found = window.article(number)
    sent = window.posted(found)
    done = offered(sent)
    if done.sealed:
        done = replace(done, warning=f"{done.warning}{_GO_ON}")
    first = done.version == 1
    return part(
        "desk/_kept.html",
        done.warning or ("内容会自动保存。" if first else ""),
        shown=done,
        at=now() if done.token else None,
        apart=bool(sent.token and done.token) and done.token != sent.token,
        behind=found.revision != sent.based_on,
    )


@desk.post(f"{ARTICLE}/presence")
@needs(EDITOR, passive=True)
def keep_presence(number: int) -> Response:
    """Somebody still has the form open; answers with who else has."""
    window.article(number)
    drafts.arrive(number, actor())
    return part("desk/_others.html", others=work.present(number, actor().id, now()), number=number)


@desk.post(f"{ARTICLE}/check")
@needs(EDITOR)
def check_article(number: int) -> Response:
    """Run the checks on what the window holds now."""
    sent = window.posted(window.article(number))
    found, unread = None, ""
    try:
        found = inspection.findings(sent.work.kind, sent.content())
    except Refused as error:
        unread = f"现在还不能检查：{error.sentence}"
    return part(
        "desk/_findings.html",
        unread or _said(len(found or ())),
        findings=found,
        unread=unread,
        shown=sent,
        anchor=findings.anchor,
    )


def _said(count: int) -> str:
    return f"检查完成，发现 {count} 处。" if count else "检查完成，没有发现问题。"


@desk.post("/paste")
@needs(EDITOR)
def paste() -> Response:
    """Pasted HTML, as the sanitiser would store it; 422 with the sentence alone if it cannot be."""
    try:
        return answer(clean(request.form.get("html", "")))
    except Refused as error:
        return answer(error.sentence, 422)
