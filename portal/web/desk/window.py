"""What one window of the article form holds, and where it came from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import request
from markupsafe import escape
from werkzeug.datastructures import MultiDict

from portal import kinds, plain_body
from portal.errors import Missing, Refused
from portal.kinds.base import Kind
from portal.queries import work
from portal.queries.work import Unsaved, Work
from portal.sanitiser import clean
from portal.services.anonymising import decisions
from portal.services.content import Content, checked, saved
from portal.text import plain
from portal.web.desk.article_form import body_of, content_of, pairs_of

_OWN = frozenset({"csrf_token", "act", "draft", "version", "based_on"})
"""Fields that belong to the window, not to the article."""

_TOKEN = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Window:
    """A form as it is: its pairs, its draft's token and version, and what it is based on.

    `base` is the HTML that its plain text was made from; `saved_at` when the draft was kept,
    `warning` why it could not be saved as a revision now.
    """

    work: Work
    pairs: list[tuple[str, str]]
    based_on: int
    base: str = ""
    token: str = ""
    version: int = 0
    saved_at: datetime | None = None
    warning: str = ""

    @property
    def kind(self) -> Kind:
        return kinds.by_key(self.work.kind)

    @property
    def sealed(self) -> bool:
        """Whether what it says may be kept nowhere but on the page, for the reason of `warning`."""
        return bool(self.warning) and not self.token

    @property
    def decisions(self) -> list[tuple[str, str]]:
        """What was decided about hiding, which the form carries along unseen."""
        return decisions.split(self.pairs)[1]

    def content(self) -> Content:
        """What the window says; raises Refused for what cannot be understood."""
        return content_of(self.kind, self.pairs, self.base)

    def to_keep(self) -> list[tuple[str, str]]:
        """The pairs with what they need to be read again later."""
        values = MultiDict(self.pairs)
        lonely = self.base and "body_base" not in values and "body_html" not in values
        return [*self.pairs, ("body_base", self.base)] if lonely else self.pairs


@dataclass(frozen=True)
class Body:
    """The body as the form shows it, in both ways; `base` is what `text` was made from."""

    text: str
    html: str
    base: str


def body(window: Window) -> Body:
    """Both ways of showing the body; a text that cannot be read stays as it was typed."""
    values = MultiDict(window.pairs)
    if "body_html" in values or "body_text" not in values:
        return _rich(values.get("body_html", window.base))
    try:
        html = body_of(window.pairs, window.base)
    except Refused:
        html = window.base
    return Body(values["body_text"], html, window.base)


def _rich(typed: str) -> Body:
    """A body from the rich editor; of one that is too much for the sanitiser only the words stay."""
    try:
        html = clean(typed)
    except Refused:
        lines = plain(typed)
        return Body(lines, "".join(f"<p>{escape(each)}</p>" for each in lines.split("\n")), "")
    return Body(plain_body.to_text(html), html, html)


def article(number: int) -> Work:
    """The article of this address; raises Missing."""
    found = work.work(number)
    if found is None:
        raise Missing("没有这篇文章，可能已经删除。")
    return found


def opened(of: Work, mine: Sequence[Unsaved], source: str, token: str = "") -> Window:
    """The window that opens, when `mine` are this person's unsaved drafts, newest first.

    It goes on with the draft asked for; when none is, with the newest one that was begun from the
    newest revision; otherwise with that revision.
    """
    asked = [kept for kept in mine if kept.token == token]
    going_on = [kept for kept in mine if (kept.based_on or 0) == of.revision]
    kept = next(iter([*asked, *going_on]), None)
    return from_draft(of, kept) if kept else from_revision(of, of.revision, source)


def unsaved(of: Work, person: int | None) -> list[Unsaved]:
    """This person's drafts that say something else than the newest revision, newest first."""
    mine = work.unsaved(of.id, person)
    newest = saved(of.id, of.revision) if of.revision and mine else None
    return [kept for kept in mine if newest is None or not _says(of, kept, newest)]


def _says(of: Work, kept: Unsaved, newest: Content) -> bool:
    """Whether a draft that was begun earlier says just what the newest revision says."""
    if kept.based_on == of.revision:
        return False
    shown = from_draft(of, kept)
    try:
        return checked(shown.kind, shown.content(), complete=False) == newest
    except Refused:
        return False


def from_draft(of: Work, kept: Unsaved) -> Window:
    """A window going on with what was kept."""
    pairs = [(name, value) for name, value in kept.content]
    return _window(of, pairs, kept.based_on or 0, kept.token, kept.version, kept.saved_at)


def from_revision(of: Work, revision: int, source: str) -> Window:
    """A window on a revision; an article without one starts with the office as its source."""
    content = saved(of.id, revision) if revision else Content(title="", source=source)
    return Window(of, pairs_of(content), revision, content.body)


def posted(of: Work) -> Window:
    """The window that this request was sent from."""
    form = request.form
    pairs = [(name, value) for name, value in form.items(multi=True) if name not in _OWN]
    based_on, version = whole(form.get("based_on")), whole(form.get("version"))
    return _window(of, pairs, based_on, token(form), version)


def token(form: "MultiDict[str, str]") -> str:
    """The draft's token in a form; empty for what is none."""
    found = form.get("draft", "")
    return found if _TOKEN.fullmatch(found) else ""


def _window(
    of: Work,
    pairs: list[tuple[str, str]],
    based_on: int,
    token: str,
    version: int,
    saved_at: datetime | None = None,
) -> Window:
    base = MultiDict(pairs).get("body_base")
    if base is None:
        base = saved(of.id, based_on).body if based_on else ""
    return Window(of, pairs, based_on, base, token, version, saved_at)


def whole(text: str | None) -> int:
    """A whole number from a form or an address; 0 for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
