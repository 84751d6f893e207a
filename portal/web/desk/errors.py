"""Error pages of the desk."""

from werkzeug.wrappers import Response

from portal.web.desk.pages import page


def error_page(code: int, title: str, sentence: str) -> Response:
    """A page that says what happened and leads back to the desk."""
    return page("desk/error.html", code, title=title, sentence=sentence, code=code)
