"""Error pages of the desk."""

import re

from flask import request
from werkzeug.wrappers import Response

from portal.web.desk.pages import page

_ARTICLE = re.compile(r"/desk/articles/([0-9]{1,10})/.")


def error_page(code: int, title: str, sentence: str) -> Response:
    """A page that says what happened and leads back: to the article concerned, and to the desk."""
    found = _ARTICLE.match(request.path) if code != 404 else None
    article = found[1] if found else ""
    return page("desk/error.html", code, title=title, sentence=sentence, code=code, article=article)
