"""A reader: finds the article where readers look, or does not."""

from playwright.sync_api import Response, expect

from tests.browser.story.hands import Hands
from tests.browser.story.piece import Piece

SECTION = "/news/"
SOON = 20_000
"""Milliseconds within which what was scheduled a few seconds ahead has to be there."""


class Reader(Hands):
    """Somebody who is not signed in anywhere."""

    def sees_nothing(self, piece: Piece) -> None:
        """Neither in the section nor on the first page, nor by searching."""
        for path in (SECTION, "/"):
            self.open(path)
            expect(self.page.get_by_role("link", name=piece.title)).to_have_count(0)
        self.search(piece)
        self.see(f"“{piece.word}”没有找到")

    def waits_for(self, piece: Piece) -> None:
        """Looks again and again until the article is there by itself."""
        link = self.page.get_by_role("link", name=piece.title)
        for _ in range(SOON // 500):
            self.open(SECTION)
            if link.count():
                return
            self.page.wait_for_timeout(500)
        raise AssertionError("what was scheduled did not appear")

    def finds(self, piece: Piece, number: str) -> str:
        """In the section, on the first page, and by searching; the article's address."""
        for path in (SECTION, "/"):
            self.open(path)
            expect(self.page.get_by_role("link", name=piece.title).first).to_be_visible()
        self.search(piece)
        self.go("link", piece.title, piece.title)
        self.reads(piece, number)
        return self.page.url

    def reads(self, piece: Piece, number: str) -> None:
        """The article on this page, whole, with this number."""
        main = self.page.get_by_role("main")
        expect(main.get_by_role("heading", name=piece.heading)).to_be_visible()
        expect(main.get_by_text(piece.sentence(number))).to_be_visible()
        expect(main.get_by_role("columnheader", name="人次")).to_be_visible()
        expect(main.get_by_role("img", name=piece.alt)).to_have_js_property("complete", True)

    def still_reads(self, address: str, piece: Piece, number: str) -> None:
        """The article at its address."""
        self.open(address)
        self.reads(piece, number)

    def is_told(self, address: str, reason: str) -> None:
        """That the article is gone, and why."""
        answer: Response | None = self.page.goto(address)
        assert answer and answer.status == 410
        self.see(reason)

    def search(self, piece: Piece) -> None:
        """From the first page, with the keyboard."""
        self.open("/")
        self.keys.press("Tab")  # past the skip link: the box stands before the main part
        self.write("搜索本站", piece.word, "searchbox")
        self.keys.press("Enter")
        expect(self.page.get_by_role("main").get_by_role("searchbox")).to_have_value(piece.word)
