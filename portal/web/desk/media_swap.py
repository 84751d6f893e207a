"""Putting a newer file into an article that still uses the one it replaced."""

from flask import redirect, request
from werkzeug.wrappers import Response

from portal.errors import Forbidden, Overtaken, Refused
from portal.roles import EDITOR
from portal.services import swapping
from portal.web.desk import desk
from portal.web.desk.guards import actor, needs
from portal.web.desk.media import media_one
from portal.web.desk.pages import say
from portal.web.desk.window import whole


@desk.post("/media/<int(max=2147483647):number>/swap")
@needs(EDITOR)
def media_swap(number: int) -> Response:
    """Save one article as a new draft that uses the newer file; 422 or 403 says why not."""
    article = whole(request.form.get("article"))
    try:
        swapping.swap(article, whole(request.form.get("old")), actor())
    except (Refused, Forbidden, Overtaken) as error:
        say(error.sentence)
        response: Response = media_one(number)
        response.status_code = 403 if isinstance(error, Forbidden) else 422
        return response
    say("已换成新文件，存成新的草稿。请看过以后送审。")
    return redirect(f"/desk/articles/{article}/", 303)
