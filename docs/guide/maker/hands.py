"""What people of the story do again and again: sign in, open an article, press a tool."""

from playwright.sync_api import Locator, Page

from docs.guide.maker.camera import WIDTH, Camera
from docs.guide.maker.office import PASSWORD

ROOM = "/desk/articles/"


def button(page: Page, name: str) -> Locator:
    """The button, or the link that looks like one, of that name."""
    return page.get_by_role("button", name=name, exact=True).or_(
        page.get_by_role("link", name=name, exact=True)
    )


def sign_in(camera: Camera, who: str, path: str = "/desk/", **options: object) -> Page:
    """A window of somebody, signed in, at a path."""
    page = camera.window(who, **options)  # type: ignore[arg-type]
    page.goto(path)
    if "/desk/sign-in" in page.url:
        page.fill("#name", who)
        page.fill("#password", PASSWORD)
        page.click("main button[type=submit]")
        page.goto(path)
    return page


def write(camera: Camera, who: str, number: int, width: int = WIDTH) -> Page:
    """A window of somebody with the form of an article, its editor ready."""
    page = sign_in(camera, who, f"{ROOM}{number}/edit", width=width)
    page.wait_for_selector(".editor--ready")
    return page


def tool(page: Page, name: str) -> Locator:
    return page.get_by_role("toolbar").get_by_role("button", name=name, exact=True)


def caret(page: Page, selector: str) -> None:
    """Put the caret at the end of the first such element of the body."""
    page.evaluate(
        """selector => {
            const editor = hugerte.get()[0];
            editor.focus();
            editor.selection.select(editor.dom.select(selector)[0], true);
            editor.selection.collapse(false);
            editor.nodeChanged();
        }""",
        selector,
    )
