"""Hands at a keyboard: focus goes where Tab takes it; nothing is clicked, no field is filled in."""

import re
from datetime import datetime
from typing import Literal

from playwright.sync_api import FilePayload, Locator, Page, expect

Role = Literal["button", "combobox", "link", "radio", "searchbox", "spinbutton", "textbox"]
Name = str | re.Pattern[str]
FAR = 40
"""How often anybody should have to press a key to get to something on one page."""


class Hands:
    """What a person without a mouse does with a page."""

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

    def reach(self, role: Role, name: Name, by: str = "Tab") -> None:
        """Press a key until the control of that name has focus; on a new page, skip the menu."""
        if by == "Tab" and not self.focus.count():
            self.keys.press(by)
            if self.has("link", "跳到正文"):
                self.keys.press("Enter")
        for _ in range(FAR):
            if self.has(role, name):
                return
            self.keys.press(by)
        raise AssertionError(f"no {role} “{name}” within {FAR} × {by} on {self.page.url}")

    def press(self, role: Role, name: Name, by: str = "Tab") -> None:
        """Go to a button and press it, on a page that stays."""
        self.reach(role, name, by)
        self.keys.press("Enter")

    def go(self, role: Role, name: Name, title: Name, by: str = "Tab") -> None:
        """Go to a button or link, press it, and arrive at the page of that heading."""
        self.reach(role, name, by)
        self.enter(title)

    def enter(self, title: Name) -> None:
        """Press the Enter key and arrive at the page of that heading."""
        with self.page.expect_navigation():
            self.keys.press("Enter")
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def write(self, name: Name, text: str, role: Role = "textbox") -> None:
        """Go to a field and type, in place of what it holds."""
        self.reach(role, name)
        self.keys.press("ControlOrMeta+A")
        self.keys.type(text)

    def write_time(self, name: str, at: datetime) -> None:
        """Type a moment, part after part, as this Chromium shows it: 05/08/2026, 09:30 AM."""
        self.reach("textbox", name)
        self.keys.type(f"{at:%m%d%Y}")
        self.keys.press("ArrowRight")
        self.keys.type(f"{at:%I%M%p}")
        expect(self.focus).to_have_value(f"{at:%Y-%m-%dT%H:%M}")

    def choose(self, name: str, option: str) -> None:
        """Go to a list of choices and step down to one."""
        self.reach("combobox", name)
        for _ in range(FAR):
            if self.focus.evaluate("e => e.selectedOptions[0].text") == option:
                return
            self.keys.press("ArrowDown")
        raise AssertionError(f"no “{option}” in “{name}”")

    def pick_file(self, button: str, name: str, content: bytes) -> None:
        """Open the browser's window for files, and pick one there."""
        self.file = {"name": name, "mimeType": "image/jpeg", "buffer": content}
        self.reach("button", button)
        self.keys.press("Space")
        expect(self.focus).to_have_value(re.compile(re.escape(name)))

    def tool(self, name: str) -> None:
        """From the text of the editor, press a button of its toolbar."""
        self.keys.press("Alt+F10")
        self.press("button", name, by="ArrowRight")

    def dialog(self, name: str) -> Locator:
        """The dialog that has opened."""
        found = self.page.get_by_role("dialog", name=name)
        expect(found).to_be_visible()
        return found

    def see(self, words: Name) -> None:
        """These words are on the page."""
        expect(self.page.get_by_text(words).first).to_be_visible()
