"""The two ways of writing a body: with the rich editor, and in the plain text box."""

import re

from playwright.sync_api import expect

from tests.browser.story.hands import Hands
from tests.browser.story.piece import Piece

COLUMNS = ("日期", "人次")
CAPTION = "接待情况"
ROW = ("三月五日", "12")


class Rich(Hands):
    """Writing with scripts: keys and the toolbar make the headings, the table and the picture."""

    def body(self, piece: Piece, number: str) -> None:
        """Write all of it, from top to bottom."""
        self.page.wait_for_selector(".editor--ready")
        self.reach("textbox", "正文")
        self.keys.press("Alt+Shift+Digit2")
        self.lines(piece.heading, piece.sentence(number))
        self._table()
        self.lines("活动受到欢迎。")
        self._picture(piece)

    def lines(self, *texts: str) -> None:
        for text in texts:
            self.keys.type(text)
            self.keys.press("Enter")

    def _table(self) -> None:
        self.tool("表格")
        dialog = self.dialog("插入表格")
        self.write("行数", "2", "spinbutton")
        self.write("列数", "2", "spinbutton")
        self.write("表格标题", CAPTION)
        self.keys.press("Enter")
        expect(dialog).to_have_count(0)
        for words in (*COLUMNS, *ROW):
            self.keys.type(words)
            self.keys.press("ArrowRight")

    def _picture(self, piece: Piece) -> None:
        self.tool("图片")
        dialog = self.dialog("插入图片")
        self.reach("radio", re.compile(piece.file))
        self.keys.press("Space")
        self.reach("textbox", "替代文字")
        expect(self.focus).to_have_value(piece.alt)  # as the library knows it
        self.keys.press("Enter")
        expect(dialog).to_have_count(0)

    def change(self, old: str, new: str) -> None:
        """Step to a word of the second paragraph and write another in its place."""
        self.page.wait_for_selector(".editor--ready")
        self.reach("textbox", "正文")
        self.keys.press("ControlOrMeta+Home")
        self.keys.press("ArrowDown")
        self.keys.press("End")
        for _ in range(len(f"{old}人次。")):
            self.keys.press("ArrowLeft")
        for _ in old:
            self.keys.press("Delete")
        self.keys.type(new)


class Plain(Hands):
    """Writing without scripts: marks make the headings, the table and the picture."""
