"""Checks of pictures: each has a text alternative in real words, or is said to be decorative.

In a body, `alt=""` says decorative; a picture without the attribute has not been decided on.
"""

from collections.abc import Iterator

from portal.alternatives import LONGEST, says_nothing
from portal.checks.body import Placed
from portal.checks.characters import count_words
from portal.checks.check import Check
from portal.checks.draft import ADVICE, STOP
from portal.checks.manuscript import Manuscript, Problem, quoted
from portal.sanitiser.tree import Element

_SHORTEST_BODY = 15
_SHOWN = frozenset({"picture", "cover"})


def _undecided(manuscript: Manuscript) -> Iterator[Problem]:
    for placed in manuscript.elements("img"):
        if "alt" not in placed.element.attributes:
            yield _in_body(
                placed, "这张图片还没有替代文字。请写出图上有什么；只作装饰的，请选“装饰图片”。"
            )
    for index, use in enumerate(manuscript.draft.uses):
        if use.role == "picture" and not use.decorative and not use.alt.strip():
            yield manuscript.use_problem(
                index, f"图片“{use.name}”还没有替代文字。请写出图上有什么。"
            )


def _generic(manuscript: Manuscript) -> Iterator[Problem]:
    for placed in manuscript.elements("img"):
        alt = placed.element.attributes.get("alt", "")
        if says_nothing(alt):
            yield _in_body(placed, _MEANINGLESS.format(alt), alt)
    for index, use in enumerate(manuscript.draft.uses):
        if use.role in _SHOWN and says_nothing(use.alt):
            yield manuscript.use_problem(index, _MEANINGLESS.format(use.alt), use.alt)


_MEANINGLESS = "替代文字“{}”是文件名或者空话。请写出图上有什么，让看不见图的人也明白。"


def _long(manuscript: Manuscript) -> Iterator[Problem]:
    for placed in manuscript.elements("img"):
        alt = placed.element.attributes.get("alt", "")
        if len(alt) > LONGEST:
            sentence = f"替代文字有 {len(alt)} 个字，太长了。请写短些，细节放进正文或者图注。"
            yield _in_body(placed, sentence, quoted(alt))


def _captioned(manuscript: Manuscript) -> Iterator[Problem]:
    for placed in manuscript.elements("img"):
        names = [child.name for child in placed.holder.children if isinstance(child, Element)]
        if placed.element.attributes.get("alt") == "" and "figcaption" in names:
            yield _in_body(
                placed, "这张图有图注，却标成了装饰图片。有内容的图请写替代文字，装饰图不用图注。"
            )


def _only(manuscript: Manuscript) -> Iterator[Problem]:
    if manuscript.draft.kind in ("pictures", "videos"):
        return
    pictures = list(manuscript.elements("img"))
    words = sum(count_words(line.text) for line in manuscript.lines)
    if pictures and words < _SHORTEST_BODY:
        yield _in_body(
            pictures[0],
            "正文几乎只有图片。图上的文字不能放大、搜索和朗读，请把它们也写成正文。",
        )


def _in_body(placed: Placed, sentence: str, quote: str = "") -> Problem:
    return Problem("body", sentence, quote, placed.block)


PICTURE_ALT = Check(
    "picture-alt", STOP, "看不见图的人靠替代文字知道图上有什么，每张图都要有。", _undecided
)
PICTURE_ALT_WORDS = Check(
    "picture-alt-words", STOP, "文件名和“图片”两个字，听了等于没听。", _generic
)
PICTURE_ALT_LONG = Check("picture-alt-long", ADVICE, "替代文字一口气读完，不能停下细听。", _long)
PICTURE_CAPTIONED = Check("picture-captioned", ADVICE, "有图注的图有内容，不是装饰。", _captioned)
PICTURE_ONLY = Check("picture-only", ADVICE, "图上的文字读屏软件读不到，也搜不到。", _only)
