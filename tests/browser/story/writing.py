"""The two ways of writing: with the rich editor, and, without scripts, in the plain text box."""

import re
from typing import Protocol

from playwright.sync_api import expect

from tests import media_files
from tests.browser.story.hands import Hands
from tests.browser.story.piece import Piece

CAPTION = "接待情况"
TABLE = (("日期", "人次"), ("三月五日", "12"))
END = "活动受到欢迎。"
FILES = "选择文件（可以一次选很多个）"


class Manner(Protocol):
    """What an editor does differently with scripts and without."""

    def __init__(self, hands: Hands) -> None: ...

    def upload(self, piece: Piece) -> None:
        """Bring the picture into the library, from the page for files."""

    def write(self, piece: Piece, number: str) -> str:
        """Write all but one thing, and return what the check will say of it."""

    def mend(self, piece: Piece) -> None:
        """Write what was missing, on the page that says so."""

    def change(self, old: str, new: str) -> None:
        """Write another number in the paragraph."""


class Rich:
    """Keys and a toolbar make the headings, the table and the picture; the title is forgotten."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.keys, self.page = hands, hands.keys, hands.page

    def upload(self, piece: Piece) -> None:
        hands = self.hands
        hands.pick_file(FILES, piece.file, media_files.picture(colour=piece.colour))
        hands.press("button", "上传")
        hands.see("上传结束：1 个成功。")
        hands.write(re.compile(f"替代文字.*{piece.file}"), piece.alt)
        hands.go("button", "保存说明", "媒体库")

    def write(self, piece: Piece, number: str) -> str:
        self._into_the_text()
        self.keys.press("Alt+Shift+Digit2")
        self._line(piece.heading)
        self._line(piece.sentence(number))
        self._table()
        self._line(END)
        self._picture(piece)
        self.hands.see("已自动保存")
        return "还没有标题"

    def mend(self, piece: Piece) -> None:
        self.hands.write("标题", piece.title)

    def change(self, old: str, new: str) -> None:
        self._into_the_text()
        self.keys.press("ControlOrMeta+Home")
        self.keys.press("ArrowDown")
        _put_before_end(self.hands, "人次。", old, new)
        self.keys.press("ControlOrMeta+S")
        self.hands.see("写的内容已经保存成草稿。")
        assert self.hands.has("textbox", "正文")

    def _into_the_text(self) -> None:
        self.page.wait_for_selector(".editor--ready")
        self.hands.reach("textbox", "正文")

    def _line(self, text: str) -> None:
        self.keys.type(text)
        self.keys.press("Enter")

    def _table(self) -> None:
        hands = self.hands
        hands.tool("表格")
        dialog = hands.dialog("插入表格")
        hands.write("行数", str(len(TABLE)), "spinbutton")
        hands.write("列数", str(len(TABLE[0])), "spinbutton")
        hands.write("表格标题", CAPTION)
        self.keys.press("Enter")
        expect(dialog).to_have_count(0)
        for words in (*TABLE[0], *TABLE[1]):
            self.keys.type(words)
            self.keys.press("ArrowRight")

    def _picture(self, piece: Piece) -> None:
        hands = self.hands
        hands.tool("图片")
        dialog = hands.dialog("插入图片")
        expect(self.page.get_by_role("radio", name=re.compile(piece.file))).to_be_focused()
        self.keys.press("Space")
        hands.reach("textbox", "替代文字")
        expect(hands.focus).to_have_value(piece.alt)  # as the library knows it
        self.keys.press("Enter")
        expect(dialog).to_have_count(0)


class Plain:
    """Marks make the headings, the table and the picture; its words are forgotten."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.keys, self.page = hands, hands.keys, hands.page

    def upload(self, piece: Piece) -> None:
        hands = self.hands
        hands.pick_file(FILES, piece.file, media_files.picture(colour=piece.colour))
        hands.go("button", "上传", "给图片写替代文字")
        hands.see("上传了 1 个文件")
        hands.write(re.compile(f"替代文字.*{piece.file}"), piece.alt)
        hands.go("button", "保存说明", "媒体库")
        card = self.page.get_by_role("listitem").filter(has_text=piece.file)
        self.number = re.findall(r"编号 (\d+)", card.inner_text())[0]

    def write(self, piece: Piece, number: str) -> str:
        self.hands.write("标题", piece.title)
        self.hands.write("正文", self._text(piece, number))
        return "图片标记缺替代文字"

    def _text(self, piece: Piece, number: str) -> str:
        rows = ["| " + " | ".join(row) + " |" for row in TABLE]
        lines = (f"# {piece.heading}", piece.sentence(number), f"[[表格：{CAPTION}]]", *rows, END)
        return "\n".join((*lines, f"[[图片 {self.number}]]"))

    def mend(self, piece: Piece) -> None:
        self.hands.reach("textbox", "正文")
        self.keys.press("ControlOrMeta+End")
        self.keys.press("ArrowLeft")
        self.keys.press("ArrowLeft")
        self.keys.type(f"：{piece.alt}")

    def change(self, old: str, new: str) -> None:
        self.hands.reach("textbox", "正文")
        self.keys.press("ControlOrMeta+Home")
        self.keys.press("ArrowDown")  # to the empty line below the heading
        self.keys.press("ArrowDown")
        _put_before_end(self.hands, "人次。", old, new)


def _put_before_end(hands: Hands, end: str, old: str, new: str) -> None:
    """On the line of the caret, write `new` in place of `old`, which stands right before its end."""
    hands.keys.press("End")
    for _ in end:
        hands.keys.press("ArrowLeft")
    for _ in old:
        hands.keys.press("Backspace")
    hands.keys.type(new)
