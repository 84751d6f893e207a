"""The people of the desk and what each of them does in the story, control by control."""

import re
from datetime import timedelta

from playwright.sync_api import FrameLocator, expect

from tests.browser.story.hands import Hands
from tests.browser.story.piece import Piece

AHEAD = timedelta(seconds=6)
"""How far ahead the article is scheduled; two presses of keys have to fit in."""


class Colleague(Hands):
    """Somebody who has a name and a password."""

    def sign_in(self, name: str, password: str) -> None:
        """Through the front door."""
        self.open("/desk/")
        self.write("登录名", name)
        self.write("密码", password)
        self.go("button", "登录", "工作台")

    def take(self, piece: Piece, queue: str, title: re.Pattern[str]) -> None:
        """Open the article from a queue of the first page."""
        self.open("/desk/")
        waiting = self.page.get_by_role("region", name=re.compile(queue))
        expect(waiting.get_by_role("link", name=piece.title)).to_be_visible()
        self.go("link", piece.title, title)

    def preview(self, piece: Piece, number: str) -> None:
        """See the article as readers will, as wide as a telephone and as a desk."""
        self.go("link", "预览", "预览")
        self._look(piece, number)
        self.go("link", "电脑宽度", "预览")
        self._look(piece, number)

    def _look(self, piece: Piece, number: str) -> None:
        shown: FrameLocator = self.page.frame_locator("iframe")
        expect(shown.get_by_role("heading", name=piece.heading)).to_be_visible()
        expect(shown.get_by_text(piece.sentence(number))).to_be_visible()
        expect(shown.get_by_role("img", name=piece.alt)).to_be_visible()


class Reviewer(Colleague):
    """审核."""

    def take_in(self, piece: Piece) -> None:
        """Find what waits."""
        self.take(piece, "等我处理", re.compile(piece.title))

    def send_back(self, reason: str) -> None:
        """Return what is on this page, with a reason."""
        self.write("退回的原因", reason)
        self.go("button", "退回给作者", re.compile(""))
        self.see("已退回")

    def compare(self, old: str, new: str) -> None:
        """See which words have changed."""
        self.go("link", "看这一版改了什么", "比较两个版本")
        expect(self.page.locator("del", has_text=old)).to_be_visible()
        expect(self.page.locator("ins", has_text=new)).to_be_visible()
