"""People at the desk with articles between them, and the article's form sent as a browser does."""

from typing import Any

from portal.models import Article, Person, Revision
from portal.roles import Actor
from tests.client import Answer, DeskClient
from tests.desk.pressing import fields
from tests.services import staff

HTMX = {"headers": {"HX-Request": "true"}}


def enter(desk: DeskClient, who: Actor) -> None:
    """Go on as somebody of the office."""
    desk.sign_in(Person.get_by_id(who.id))


def edit_path(article: int) -> str:
    """The address of an article's form."""
    return f"/desk/articles/{article}/edit"


def opened(desk: DeskClient, article: int) -> Answer:
    """The page with an article's form."""
    return desk.page(edit_path(article))


def send(desk: DeskClient, page: Answer, act: str, status: int = 303, **typed: Any) -> Answer:
    """Press a button of the form on this page, without scripts."""
    return _post(desk, page, {"act": act, **typed}, status)


def send_rich(desk: DeskClient, page: Answer, act: str, status: int = 303, **typed: Any) -> Answer:
    """The same with the rich editor, which sends its HTML in the place of the plain text."""
    rich = {"body_html": value(page, "body_html"), "body_text": None}
    return _post(desk, page, {"act": act, **rich, **typed}, status)


def press_media(desk: DeskClient, page: Answer, act: str, **typed: Any) -> Answer:
    """Press a button of a media field without scripts; the page that comes back."""
    to = send(desk, page, act, **typed).headers["Location"]
    assert to.rsplit("#")[1] == act.split(":")[1]
    return desk.page(to)


def autosave(desk: DeskClient, page: Answer, status: int = 200, **typed: Any) -> Answer:
    """What the form sends by itself while somebody writes."""
    path = page.all("//*[@id='kept']/@data-hx-post")[0]
    return _post(desk, page, typed, status, path, **HTMX)


def _post(
    desk: DeskClient, page: Answer, typed: dict[str, Any], status: int, to: str = "", **more: Any
) -> Answer:
    data, action = fields(page, _action(page)), _action(page)
    for name, value in typed.items():
        data.setlist(name, value if isinstance(value, list) else [] if value is None else [value])
    return desk.post(to or action, data, status, **more)


def _action(page: Answer) -> str:
    return str(page.all("//main//form[contains(@action, '/edit')]/@action")[0])


def value(page: Answer, name: str) -> str:
    """What a control of the form shows."""
    control = page.all(f"//*[@name='{name}']")[0]
    if control.tag == "textarea":
        return str(control.text or "").removeprefix("\n")
    return str(control.get("value") or "")


def newest(article: int) -> Revision:
    """The newest revision."""
    return staff.newest_of(article)


def count(article: int) -> int:
    """How many revisions there are."""
    found: int = Revision.select().where(Revision.article == article).count()
    return found


def state(article: int) -> tuple[str, str]:
    """The states of an article and its newest revision; a blank one has no revision."""
    found = Article.get_by_id(article)
    return (found.state, newest(article).state) if count(article) else (found.state, "")


def faults(page: Answer) -> list[str]:
    """What the error summary says."""
    return page.words("//div[@class='errors']//li | //p[@class='errors__title']")
