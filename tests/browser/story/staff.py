"""The people of the desk, and what each of them does in the story."""

import re
from datetime import timedelta

from playwright.sync_api import Page, expect

from portal.times import in_words, now, to_beijing
from tests.browser.story.hands import Hands, Name
from tests.browser.story.piece import Piece
from tests.browser.story.writing import Manner, Plain, Rich

EDITING = re.compile("^编辑：")


class Colleague(Hands):
    """Somebody who has a name and a password."""

    def sign_in(self, name: str, password: str) -> None:
        """Through the front door."""
        self.open("/desk/")
        self.write("登录名", name)
        self.write("密码", password)
        self.go("button", "登录", "工作台")

    def take(self, name: str, queue: str, title: Name) -> None:
        """Open an article from a queue of the first page."""
        self.open("/desk/")
        waiting = self.page.get_by_role("region", name=re.compile(queue))
        expect(waiting.get_by_role("link", name=name)).to_be_visible()
        self.go("link", name, title)

    def look(self, piece: Piece, number: str) -> None:
        """In a preview, see the page as readers will, on a telephone and on a desk."""
        for width in ("手机宽度", "电脑宽度"):
            self.go("link", width, "预览")
            shown = self.page.frame_locator("iframe")
            expect(shown.get_by_role("heading", name=piece.heading)).to_be_visible()
            expect(shown.get_by_text(piece.sentence(number))).to_be_visible()
            expect(shown.get_by_role("columnheader", name="人次")).to_be_visible()
            expect(shown.get_by_role("img", name=piece.alt)).to_be_visible()


class Editor(Colleague):
    """编辑."""

    def __init__(self, page: Page, scripts: bool) -> None:
        super().__init__(page)
        self.manner: Manner = Rich(self) if scripts else Plain(self)

    def begin(self, piece: Piece, number: str) -> str:
        """Upload the picture and write the article; what will stop it."""
        self.go("link", "媒体库", "媒体库")
        self.go("link", "上传文件", "上传文件")
        self.manner.upload(piece)
        self.go("link", "工作台", "工作台", by="Shift+Tab")
        self.go("link", "新建文章", "新建文章")
        self.choose("栏目", "检察要闻")
        self.go("button", "开始写", EDITING)
        assert self.has("textbox", "标题")
        return self.manner.write(piece, number)

    def preview(self, piece: Piece, number: str) -> None:
        """See what is written as readers will, and go on writing."""
        self.go("button", "预览", "预览")
        self.look(piece, number)
        self.go("link", "回到编辑", EDITING)

    def submit(self, piece: Piece) -> None:
        """Save and hand over."""
        self.go("button", "保存并送审", piece.title)
        self.see("已送审")

    def is_stopped(self, words: str) -> None:
        """Try the same, and be told first what is wrong."""
        self.go("button", "保存并送审", EDITING)
        expect(self.focus).to_have_role("alert")
        expect(self.focus).to_contain_text(words)

    def mend(self, piece: Piece, reason: str, old: str, new: str) -> None:
        """Take up what was returned, read why, and write another number."""
        self.take(piece.title, "我正在写的", f"编辑：{piece.title}")
        self.see(reason)
        self.manner.change(old, new)

    def correct(self, piece: Piece, old: str, new: str) -> None:
        """Begin a new version of what readers see."""
        self.go("link", "文章", "文章", by="Shift+Tab")
        self.go("link", piece.title, piece.title)
        self.go("link", "修改（发布新的版本）", f"编辑：{piece.title}")
        self.manner.change(old, new)


class Reviewer(Colleague):
    """审核."""

    def find(self, piece: Piece) -> None:
        """Open the article that waits."""
        self.take(piece.title, "等我处理", piece.title)

    def preview(self, piece: Piece, number: str) -> None:
        """See it as readers will, and come back."""
        self.go("link", "看全文（预览）", "预览")
        self.look(piece, number)
        self.go("link", "回到文章", piece.title)

    def send_back(self, piece: Piece, reason: str) -> None:
        """Return it with a reason."""
        self.write("退回的原因", reason)
        self.go("button", "退回给作者", piece.title)
        self.see("已退回")

    def compare(self, old: str, new: str) -> None:
        """See what has changed."""
        self.go("link", "看这一版改了什么", "比较两个版本")
        expect(self.page.locator("del", has_text=old)).to_be_visible()
        expect(self.page.locator("ins", has_text=new)).to_be_visible()

    def approve(self, piece: Piece) -> None:
        """Pass it on."""
        self.find(piece)
        self.go("button", "审核通过", piece.title)
        self.see("已通过审核")


class Publisher(Colleague):
    """签发."""

    def schedule(self, piece: Piece) -> None:
        """Let it appear by itself at the next minute."""
        self.take(piece.title, "等我处理", piece.title)
        self.go("link", "定时发布", "定时发布")
        at = (now() + timedelta(minutes=1)).replace(second=0)
        self.write_time("发布的日期和时间", to_beijing(at))
        self.go("button", "下一步", "定时发布")
        assert self.has("button", f"在{in_words(at)}发布")
        self.enter(piece.title)
        self.see("已安排好，到时间会自动发布。")

    def publish(self, piece: Piece) -> None:
        """Let readers see it now."""
        self.take(piece.title, "等我处理", piece.title)
        self.go("button", "立即发布", piece.title)
        self.see("已发布，读者现在就能看到。")

    def withdraw(self, piece: Piece, reason: str) -> None:
        """Take it from the readers."""
        self.go("link", "撤下", "撤下")
        self.write("撤下的原因", reason)
        self.go("button", "确定撤下", piece.title)
        self.see("已撤下")


class Auditor(Colleague):
    """审计."""

    def acts_on(self, piece: Piece) -> list[str]:
        """What the journal says was done to the article, oldest first."""
        self.go("link", "操作日志", "操作日志")
        self.write("名称里有", piece.title)
        self.keys.press("Enter")
        self.go("link", re.compile(f"^只看它的.*{piece.title}"), "操作日志")
        told = self.page.locator(".entry__told").all_inner_texts()
        return [each.split()[1].split("《")[0] for each in reversed(told)]
