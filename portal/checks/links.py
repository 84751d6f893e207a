"""Checks of links: their words say where they lead, and their addresses work."""

import re
from collections.abc import Iterator

from portal.checks.check import Check
from portal.checks.draft import ADVICE, STOP
from portal.checks.lines import PICTURE, Line, Mark
from portal.checks.manuscript import Manuscript, Problem
from portal.sanitiser.tree import Element

_GENERIC = re.compile(
    r"(?:请|可)?(?:点击|点|点此|点按|戳|戳我|点我|猛戳|看)?(?:这里|此处|这|链接|网址|此链接|本链接|下方链接)"
    r"|(?:请)?(?:点击|点此|戳我|点我|点这儿|点这)(?:查看|下载|进入|打开|阅读|了解|浏览)?(?:更多|详情|全文|原文)?"
    r"|(?:查看|了解|阅读|浏览|下载|打开|进入)(?:更多|详情|全文|原文)?"
    r"|更多|详情|全文|原文|链接|网址|附件|下载"
    r"|click here|here|more|read more|link|details|download",
    re.I,
)
_AROUND = " \n\u3000\xa0“”‘’《》【】（）()[]<>>»→-—…。，：:!！?？"
_BARE = re.compile(r"https?://\S+|www\.[\w.-]+/\S+", re.I | re.A)
_WORD_PLACE = re.compile(r"#_(?:Toc|Ref|ftn|edn|Hlk|GoBack)", re.I)
_LOCAL = re.compile(r"http://(?:localhost|127\.|10\.|192\.168\.)", re.I)

_Link = tuple[Line, Mark, str, str]


def _links(manuscript: Manuscript) -> Iterator[_Link]:
    """Each link with its words (the alt of a picture counts) and its address."""
    for line in manuscript.lines:
        for mark in line.marked("a"):
            words = line.text[mark.start : mark.end].replace(PICTURE, _alt(mark.element))
            yield line, mark, words.strip(_AROUND), mark.element.attributes.get("href", "")


def _alt(element: Element) -> str:
    """The text alternatives of the pictures in an element."""
    parts = []
    for child in element.children:
        if isinstance(child, Element):
            parts.append(child.attributes.get("alt", "") + _alt(child))
    return "".join(parts)


def _problem(manuscript: Manuscript, line: Line, mark: Mark, sentence: str) -> Problem:
    return manuscript.problem(line, sentence, span=(mark.start, mark.end))


def _empty(manuscript: Manuscript) -> Iterator[Problem]:
    for line, mark, words, _ in _links(manuscript):
        if not words and PICTURE in line.text[mark.start : mark.end]:
            yield _problem(
                manuscript, line, mark, "这个链接只有图片，图片又没有替代文字。请写出链接通到哪里。"
            )


def _generic(manuscript: Manuscript) -> Iterator[Problem]:
    for line, mark, words, _ in _links(manuscript):
        if words and _GENERIC.fullmatch(words):
            sentence = f"链接文字“{words}”看不出通到哪里。请改成目标的名称，例如“听证报名表”。"
            yield _problem(manuscript, line, mark, sentence)


def _bare(manuscript: Manuscript) -> Iterator[Problem]:
    for line, mark, words, _ in _links(manuscript):
        if _BARE.fullmatch(words):
            sentence = "链接文字是一串网址，读屏软件会逐个字母念。请改成网页的名称。"
            yield _problem(manuscript, line, mark, sentence)


def _insecure(manuscript: Manuscript) -> Iterator[Problem]:
    for line, mark, words, href in _links(manuscript):
        if href.startswith("http://") and not _LOCAL.match(href):
            sentence = (
                f"“{words[:20]}”的网址以 http:// 开头，不加密。请试试改成 https://，能打开就用它。"
            )
            yield _problem(manuscript, line, mark, sentence)


def _nowhere(manuscript: Manuscript) -> Iterator[Problem]:
    for line, mark, words, href in _links(manuscript):
        if _WORD_PLACE.match(href):

            def unlink(mark: Mark = mark) -> None:
                mark.element.name, mark.element.attributes = "span", {}

            yield manuscript.problem(
                line,
                f"“{words[:20]}”是 Word 里的内部链接，在网页上点了没有反应。请去掉链接。",
                "去掉链接，保留文字",
                unlink,
                (mark.start, mark.end),
            )


LINK_EMPTY = Check("link-empty", STOP, "没有文字的链接，读屏软件只能念网址。", _empty)
LINK_WORDS = Check(
    "link-words", STOP, "读屏的人常把链接单独列出来听，“点击这里”听不出通到哪里。", _generic
)
LINK_BARE = Check("link-bare", ADVICE, "网址念出来又长又听不懂。", _bare)
LINK_INSECURE = Check("link-insecure", ADVICE, "不加密的网页可能被人半路改掉。", _insecure)
LINK_NOWHERE = Check("link-nowhere", ADVICE, "从 Word 目录带来的链接在网页上是断的。", _nowhere)
