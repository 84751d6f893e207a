"""The first page of the desk."""

from werkzeug.wrappers import Response

from portal.web.desk import desk
from portal.web.desk.guards import needs
from portal.web.desk.pages import page


@desk.get("/")
@needs()
def home() -> Response:
    """What waits for this person."""
    return page("desk/home.html", title="工作台")
