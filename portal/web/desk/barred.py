"""Somebody sent a form after losing the role for it: what they typed stays, to copy or send again."""

from htmx_flask import request
from werkzeug.wrappers import Response

from portal import plain_body
from portal.errors import Forbidden, Refused
from portal.sanitiser import clean
from portal.web.desk.kept import Pairs, interrupted
from portal.web.desk.pages import page

_UNSEEN = frozenset({"act", "based_on", "body_base", "draft", "revision", "version"})
"""Fields that nobody has typed into."""


def barred(sentence: str) -> Response:
    """Why the door is shut; 403. Raises Forbidden where nothing was typed."""
    aim = interrupted()
    text = "" if request.htmx else _text(aim.pairs or [])
    if not text:
        raise Forbidden(sentence)
    return page("desk/barred.html", 403, title="没有权限", sentence=sentence, text=text, aim=aim)


def words_of(html: str) -> str:
    """What somebody wrote in the rich editor, as the plain text that stands for it."""
    try:
        return plain_body.to_text(clean(html))
    except Refused:
        return html


def _text(pairs: Pairs) -> str:
    """Everything that was typed, one field below the other; a number alone was mostly chosen."""
    seen = [(name, value.strip()) for name, value in pairs if name not in _UNSEEN]
    texts = [words_of(value) if name.endswith("_html") else value for name, value in seen]
    return "\n\n".join(text for text in texts if text and not text.isdigit())
