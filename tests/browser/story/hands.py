"""Hands at a keyboard: focus goes where Tab takes it; nothing is clicked, no field is filled in."""

import re
from typing import Literal

from playwright.sync_api import FilePayload, Locator, Page, expect

Role = Literal["button", "checkbox", "combobox", "link", "radio", "textbox"]
Name = str | re.Pattern[str]
MOST = 40
"""How often anybody should have to press Tab on one page."""
TOOLS = 40


class Hands:
    """What a person who has no mouse does with one page."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys = page, page.keyboard
        self.focus = page.locator(":focus")
        self.file: FilePayload | None = None
        page.on("filechooser", lambda chooser: chooser.set_files(self.file or []))

    def open(self, path: str) -> None:
        """Type an address into the browser's own bar."""
        self.page.goto(path)

    def has(self, role: Role, name: Name) -> bool:
        """Whether the control of that name has focus."""
        exact = isinstance(name, str)
        return self.page.get_by_role(role, name=name, exact=exact).and_(self.focus).count() == 1

    def reach(self, role: Role, name: Name, back: bool = False) -> None:
        """Press Tab until the control of that name has focus; the skip link comes first."""
        if not self.focus.count() and not self.page.get_by_role("dialog").count():
            self.keys.press("Tab")
            if self.has("link", "跳到正文"):
                self.keys.press("Enter")
        for _ in range(MOST):
            if self.has(role, name):
                return
            self.keys.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"no {role} “{name}” within {MOST} Tabs of {self.page.url}")

    def press(self, role: Role, name: Name) -> None:
        """Go to a button or link and press it, on a page that stays."""
        self.reach(role, name)
        self.keys.press("Enter")

    def go(self, role: Role, name: Name, title: Name, back: bool = False) -> None:
        """Go to a button or link, press it, and arrive at the page of that heading."""
        self.reach(role, name, back)
        with self.page.expect_navigation():
            self.keys.press("Enter")
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def write(self, name: str, text: str) -> None:
        """Go to a field and type into it, in place of what it holds."""
        self.reach("textbox", name)
        self.keys.press("ControlOrMeta+A")
        self.keys.type(text)

    def choose(self, name: str, option: str) -> None:
        """Go to a list of choices and step down to one."""
        self.reach("combobox", name)
        for _ in range(TOOLS):
            if self.focus.evaluate("e => e.selectedOptions[0].text") == option:
                return
            self.keys.press("ArrowDown")
        raise AssertionError(f"no “{option}” in “{name}”")

    def pick_file(self, button: str, name: str, content: bytes) -> None:
        """Open the browser's window for files with a button, and pick one there."""
        self.file = {"name": name, "mimeType": "image/jpeg", "buffer": content}
        self.reach("button", button)
        self.keys.press("Space")
        expect(self.focus).to_have_value(re.compile(re.escape(name)))

    def tool(self, name: str) -> None:
        """From the text of the editor, press a button of its toolbar."""
        self.keys.press("Alt+F10")
        for _ in range(TOOLS):
            if self.has("button", name):
                self.keys.press("Enter")
                return
            self.keys.press("ArrowRight")
        raise AssertionError(f"no tool “{name}”")

    def dialog(self, name: str) -> Locator:
        """The dialog that has opened."""
        found = self.page.get_by_role("dialog", name=name)
        expect(found).to_be_visible()
        return found

    def see(self, text: Name) -> None:
        """These words are on the page."""
        expect(self.page.get_by_text(text).first).to_be_visible()
