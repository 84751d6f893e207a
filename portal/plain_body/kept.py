"""What the marks cannot say, numbered in the order of the text and found again by number."""

from dataclasses import dataclass

from portal.errors import Refused
from portal.sanitiser.tree import Element, words
from portal.text import excerpt

_BLOCKS = {"blockquote": "引文", "pre": "原样文字", "figure": "图片", "p": "段落"}
_INLINE = {
    "a": "链接",
    "abbr": "缩写",
    "cite": "作品名",
    "img": "图片",
    "q": "引语",
    "rp": "括号",
    "rt": "读音",
    "ruby": "注音",
}
_MOST_USES = 50
"""A kept table named in every line would fill the memory; reading blocks back takes a few uses."""


@dataclass
class _Entry:
    element: Element
    label: str
    uses: int = 0


class Kept:
    """The kept elements of one body, each with the label that it is shown under."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []

    def __len__(self) -> int:
        return len(self._entries)

    def keep(self, element: Element, label: str = "") -> str:
        """Number an element; what to write for it: `3：表格，5 行`, or `3` without a label."""
        self._entries.append(_Entry(element, label))
        return f"{len(self)}：{label}" if label else str(len(self))

    def forget(self, count: int) -> None:
        """Go back to the first `count` elements."""
        del self._entries[count:]

    def find(self, mark: str, number: str, label: str | None, *names: str) -> Element:
        """The element of that number, one of these names if any are given.

        Raises Refused when there is none, or when `label` says that it is a different thing.
        """
        position = int(number or 0) - 1
        if not 0 <= position < len(self):
            raise Refused(
                f"“{mark} {number}”在原来的正文里找不到。请把编号改回原样，或者删去这个标记。"
            )
        entry = self._entries[position]
        entry.uses += 1
        if entry.uses > _MOST_USES:
            raise Refused(f"“{mark} {number}”在正文里出现得太多了。请删去多余的。")
        is_other = bool(label) and _bare(label or "") != _bare(entry.label)
        if is_other or (names and entry.element.name not in names):
            was = f"，原文是“{entry.label}”" if entry.label else ""
            raise Refused(f"“{mark} {number}”与原来的正文对不上{was}。请把标记改回原样，或者删去。")
        return entry.element


def block_label(element: Element) -> str:
    """What a kept block is called: 表格，5 行."""
    if element.name == "table":
        return f"表格，{_count(element, 'tr')} 行"
    if element.name in ("ol", "ul"):
        return f"列表，{_count(element, 'li')} 项"
    name, text = _BLOCKS.get(element.name, "内容"), _bare(excerpt(words(element), 12))
    return f"{name}，{text}" if text else name


def inline_label(element: Element) -> str:
    """What a kept format within a line is called: 语言 en."""
    if element.name == "time":
        return f"时间 {element.attributes['datetime']}"
    if element.name == "span":
        return f"语言 {element.attributes['lang']}"
    return _INLINE.get(element.name, "格式")


def _count(element: Element, name: str) -> int:
    inner = (child for child in element.children if isinstance(child, Element))
    return sum((child.name == name) + _count(child, name) for child in inner)


def _bare(label: str) -> str:
    """The letters and digits of a label: brackets and bars in it would end a mark too early."""
    return "".join(filter(str.isalnum, label))
