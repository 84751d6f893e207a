"""What stands within a line: `[文字](加粗)`, `[文字](https://…)`, `[文字](保留 3：缩写)`, `[换行]`.

One form for all, because every other sign that editors of text boxes know has a meaning in
official writing: `**` masks a name, `__` is a blank to fill in, `~` is a range.
"""

import re
from collections.abc import Sequence

from portal.errors import Refused
from portal.plain_body import marks
from portal.plain_body.kept import Kept, inline_label
from portal.sanitiser.addresses import link
from portal.sanitiser.tree import Element, Node, words, write

_NAMES = {
    "加粗": "strong",
    "强调": "em",
    "下划线": "u",
    "删除线": "s",
    "上标": "sup",
    "下标": "sub",
    "代码": "code",
}
_WORDS = {name: word for word, name in _NAMES.items()}
_DEEPEST = 20

_TOKEN = re.compile(rf"\\[{re.escape(marks.ESCAPABLE)}]|{re.escape(marks.BREAK)}|\[|\]")
_WORD = re.compile(r"\(((?:\\.|[^\\()]|\([^\\()]*+\))*+)\)")
_RUBY = re.compile(r"注音[ \u3000]+(\S.*)")
_REFERENCE = re.compile(r"保留[ \u3000]*(\d{1,9})(?:[：:](.*))?")
_ADDRESS_LIKE = re.compile(
    r"(?:\S*//\S*|www\.\S*|[\w-]+(?:\.[\w-]+)*\.(?:cn|com|net|org)\S*)", re.A
)


def written(nodes: Sequence[Node], kept: Kept, inside: bool = False) -> str:
    """The nodes as text with marks; `inside` when they stand between square brackets."""
    return "".join(_written(node, kept, inside) for node in nodes)


def _written(node: Node, kept: Kept, inside: bool) -> str:
    if isinstance(node, str):
        return marks.escaped(node, inside)
    if node.name == "br":
        return marks.BREAK
    word = _word(node) or f"保留 {kept.keep(node, inline_label(node))}"
    if node.name == "img":
        return f"[{marks.escaped(node.attributes.get('alt', ''), True)}]({word})"
    base = node.children[:1] if word.startswith("注音") else node.children
    return f"[{written(base, kept, inside=True)}]({word})"


def _word(element: Element) -> str | None:
    """What stands in the round brackets for an element that the marks can say."""
    if element.name == "a" and list(element.attributes) == ["href"]:
        return _bracketed(element.attributes["href"])
    if element.attributes:
        return None
    if element.name == "ruby" and _is_plain_ruby(element):
        return f"注音 {_bracketed(words(element.children[2]))}"
    return _WORDS.get(element.name)


def _is_plain_ruby(element: Element) -> bool:
    """Whether it is made as `_reading` makes it, with one reading in brackets after the text."""
    base, *rest = element.children
    made = map(write, _reading("".join(map(words, rest))[1:-1]))
    return isinstance(base, str) and list(map(write, rest)) == list(made)


def _bracketed(word: str) -> str:
    """A word with all escaped that would end its round brackets."""
    return re.sub(r"([\\()])", r"\\\1", word)


def read(text: str, kept: Kept) -> list[Node]:
    """The nodes that a text with marks means; raises Refused for a mark that leads nowhere."""
    if marks.MISPLACED.search(text):
        raise Refused(
            f"“{text[:40]}”里的标记没有写完整，或者没有单独占一行。"
            "标记前后各要两个方括号，同一行不要写别的文字。"
        )
    return _Reading(text, kept).nodes()


class _Reading:
    """One pass over a text; `open` holds the content of each square bracket not closed yet."""

    def __init__(self, text: str, kept: Kept) -> None:
        self.text, self.kept = text, kept
        self.open: list[list[Node]] = [[]]

    def nodes(self) -> list[Node]:
        position = 0
        while found := _TOKEN.search(self.text, position):
            self.add(self.text[position : found.start()])
            position = self.take(found[0], found.end())
        self.add(self.text[position:])
        result = self.open[0]
        for unclosed in self.open[1:]:
            result += ["[", *unclosed]
        return result

    def take(self, sign: str, end: int) -> int:
        """Act on a sign; the position at which to go on."""
        if sign == marks.BREAK:
            self.open[-1].append(Element("br"))
        elif sign == "[" and len(self.open) <= _DEEPEST:
            self.open.append([])
        elif sign == "]" and len(self.open) > 1:
            return self.close(end)
        else:
            self.add(sign[-1])
        return end

    def close(self, end: int) -> int:
        """Close the innermost bracket, whether a word in round brackets follows or not."""
        content = self.open.pop()
        found = _WORD.match(self.text, end)
        meant = _meant(marks.unescaped(found[1]), content, self.kept) if found else None
        if found and meant:
            self.open[-1].append(meant)
            return found.end()
        self.open[-1] += ["[", *content, "]"]
        return end

    def add(self, text: str) -> None:
        if text:
            self.open[-1].append(text)


def _meant(word: str, content: list[Node], kept: Kept) -> Element | None:
    """The element that a word in round brackets makes of what is in the square ones."""
    word = word.strip()
    if word in _NAMES:
        return Element(_NAMES[word], {}, content)
    if found := _REFERENCE.fullmatch(word):
        return _refilled(kept.find("保留", found[1], found[2]), content)
    if found := _RUBY.fullmatch(word):
        return Element("ruby", {}, [*content, *_reading(found[1])])
    return _link(word, content)


def _refilled(element: Element, content: list[Node]) -> Element:
    """A kept element with new content; that of a picture is its alternative text."""
    if element.name != "img":
        return Element(element.name, dict(element.attributes), content)
    alt = "".join(map(words, content))
    if alt == element.attributes.get("alt", ""):
        return element
    return Element("img", {**element.attributes, "alt": alt})


def _reading(text: str) -> list[Node]:
    return [Element("rp", {}, ["（"]), Element("rt", {}, [text]), Element("rp", {}, ["）"])]


def _link(word: str, content: list[Node]) -> Element | None:
    address = link(word)
    if address:
        return Element("a", {"href": address}, content)
    if _ADDRESS_LIKE.fullmatch(word):
        raise Refused(
            f"链接的地址“{word[:60]}”不对。外部网址要以 https:// 开头，本站的地址要以 / 开头。"
        )
    return None
