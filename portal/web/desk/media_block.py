"""Taking a file from the public, and giving it back."""

from flask import redirect
from werkzeug.wrappers import Response

from portal.errors import Refused
from portal.roles import PUBLISHER
from portal.services import blocking
from portal.web.desk import desk
from portal.web.desk.guards import actor, needs
from portal.web.desk.media import media_one
from portal.web.desk.pages import say
from portal.web.frame import settings


@desk.post("/media/<int(max=2147483647):number>/block")
@needs(PUBLISHER)
def media_block(number: int) -> Response:
    """Nobody can open the file any more; 422 names the articles that still show it."""
    try:
        blocking.block(settings().media, number, by=actor())
    except Refused as refused:
        response: Response = media_one(number, refused.sentence)
        response.status_code = 422
        return response
    say("已经停止公开，读者打不开这个文件了。")
    return redirect(f"/desk/media/{number}", 303)


@desk.post("/media/<int(max=2147483647):number>/release")
@needs(PUBLISHER)
def media_release(number: int) -> Response:
    """The file is at its old address again."""
    blocking.release(settings().media, number, by=actor())
    say("已经恢复公开。")
    return redirect(f"/desk/media/{number}", 303)
