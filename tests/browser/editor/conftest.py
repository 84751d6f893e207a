"""The editor alone, on a small site of its own, and ways to work in it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.editor.site import EditorSite, running


@pytest.fixture(scope="package")
def running_site() -> Iterator[tuple[EditorSite, str]]:
    made = EditorSite()
    with running(made) as address:
        yield made, address


@pytest.fixture
def site(running_site: tuple[EditorSite, str]) -> EditorSite:
    made = running_site[0]
    made.html = "<p>原来的正文</p>"
    made.is_refusing = False
    made.saved.clear()
    made.pasted.clear()
    return made


@pytest.fixture(scope="package")
def address(running_site: tuple[EditorSite, str]) -> str:
    return running_site[1]


class Writing:
    """A page with the editor open."""

    def __init__(self, page: Page, path: str = "/") -> None:
        self.page = page
        page.goto(path)
        page.wait_for_selector(".editor--ready")
        self.body = page.get_by_role("textbox", name="正文")
        self.status = page.get_by_role("status")

    def tool(self, name: str) -> None:
        """Press a button of a toolbar."""
        self.page.get_by_role("toolbar").get_by_role("button", name=name, exact=True).click()

    def put_caret(self, selector: str, to_end: bool = True) -> None:
        self.page.evaluate(
            """([selector, toEnd]) => {
                const editor = hugerte.get()[0], found = editor.dom.select(selector)[0];
                editor.focus();
                editor.selection.select(found, true);
                editor.selection.collapse(!toEnd);
                editor.nodeChanged();
            }""",
            [selector, to_end],
        )

    def select(self, selector: str) -> None:
        self.page.evaluate(
            """selector => {
                const editor = hugerte.get()[0];
                editor.focus();
                editor.selection.select(editor.dom.select(selector)[0], true);
                editor.nodeChanged();
            }""",
            selector,
        )

    def html(self) -> str:
        """What the form would send now, in one line."""
        text = self.page.evaluate("hugerte.get()[0].getContent()")
        return str(text).replace("\n", "")

    def paste(self, html: str = "", text: str = "", file: str = "") -> None:
        self.page.evaluate(
            """([html, text, file]) => {
                const data = new DataTransfer();
                if (html) data.setData("text/html", html);
                if (text) data.setData("text/plain", text);
                if (file) data.items.add(new File(["x"], "a.png", { type: file }));
                hugerte.get()[0].getBody().dispatchEvent(new ClipboardEvent("paste",
                    { clipboardData: data, bubbles: true, cancelable: true }));
            }""",
            [html, text, file],
        )


@pytest.fixture
def writing(site: EditorSite, page: Page) -> Writing:
    return Writing(page)
