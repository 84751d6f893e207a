"""Styles: what a paragraph or a stretch of text inherits, nearest style first."""

import re

from portal.word_import.markup import Element, find, find_all, is_on, number, tag, value

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.I)
_TITLE = re.compile(r"title|标题|大标题|主标题|文章标题|公文标题|文件标题", re.I)
_CONTENTS = re.compile(r"(?:toc|目录)\s*[0-9]?|toc heading|table of figures|图表目录", re.I)
_BODY_TEXT = 9
_LONGEST_CHAIN = 20
_WORDS_DEFAULT_SIZE = 20


class Styles:
    """The styles of a document; a missing part has none."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        self._chains: dict[str, tuple[Element, ...]] = {}
        self._defaults = find(root, "w:docDefaults/w:rPrDefault")
        self._hides_all = is_on(find(self._defaults, "w:rPr/w:vanish"))
        self._hiding: dict[tuple[Element, ...], bool] = {}
        for style in find_all(root, "w:style"):
            key = style.get(tag("w:styleId"), "")
            self._styles.setdefault(key, style)
            is_paragraph = style.get(tag("w:type")) == "paragraph"
            if is_paragraph and style.get(tag("w:default")) in ("1", "true", "on"):
                self._default = self._default or key

    def named(self, key: str) -> Element | None:
        """The style with this id."""
        return self._styles.get(key)

    def chain(self, key: str) -> tuple[Element, ...]:
        """A style, the one that it is based on, and so on; a circle ends where it closes."""
        if key not in self._chains:
            found: dict[str, Element] = {}
            at: str | None = key
            while at in self._styles and at not in found and len(found) < _LONGEST_CHAIN:
                found[at] = self._styles[at]
                at = value(found[at], "w:basedOn")
            self._chains[key] = tuple(found.values())
        return self._chains[key]

    def of(self, paragraph: Element) -> tuple[Element, ...]:
        """The styles of a paragraph."""
        key = value(paragraph, "w:pPr/w:pStyle") or ""
        return self.chain(key if key in self._styles else self._default)

    def setting(self, paragraph: Element, name: str) -> Element | None:
        """A setting of a paragraph: its own or inherited."""
        own = find(paragraph, f"w:pPr/{name}")
        return own if own is not None else _first(self.of(paragraph), f"w:pPr/{name}")

    def look(self, properties: Element | None, name: str) -> Element | None:
        """A setting in the rPr of a run, or in the style of characters that it names."""
        own = find(properties, name)
        key = value(properties, "w:rStyle") if own is None else None
        return _first(self.chain(key), f"w:rPr/{name}") if key else own

    def is_hidden(self, run: Element, paragraph: Element | None) -> bool:
        """Whether a stretch of text is hidden, by itself or by any of its styles."""
        properties = find(run, "w:rPr")
        own = find(properties, "w:vanish")
        if own is not None:
            return is_on(own)
        by_characters = self.chain(value(properties, "w:rStyle") or "")
        by_paragraph = () if paragraph is None else self.of(paragraph)
        return self._hide(by_characters) or self._hide(by_paragraph) or self._hides_all

    def _hide(self, styles: tuple[Element, ...]) -> bool:
        if styles not in self._hiding:
            self._hiding[styles] = is_on(_first(styles, "w:rPr/w:vanish"))
        return self._hiding[styles]

    def size(self, run: Element, paragraph: Element) -> int:
        """The size of the letters in half points."""
        own = self.look(find(run, "w:rPr"), "w:sz")
        inherited = own if own is not None else _first(self.of(paragraph), "w:rPr/w:sz")
        found = inherited if inherited is not None else find(self._defaults, "w:rPr/w:sz")
        return number(value(found, "."), _WORDS_DEFAULT_SIZE)

    def heading(self, paragraph: Element) -> int | None:
        """0 for the highest heading; None for a paragraph that is none."""
        own = find(paragraph, "w:pPr/w:outlineLvl")
        if own is not None:
            return _outline(own)
        for style in self.of(paragraph):
            if _TITLE.fullmatch(_name(style)):
                return None
            if found := _HEADING.fullmatch(_name(style)):
                return int(found[1]) - 1
            level = find(style, "w:pPr/w:outlineLvl")
            if level is not None:
                return _outline(level)
        return None

    def is_title(self, paragraph: Element) -> bool:
        """Whether the paragraph has the style that Word calls Title, or one based on it."""
        return any(_TITLE.fullmatch(_name(style)) for style in self.of(paragraph))

    def is_contents(self, paragraph: Element) -> bool:
        """Whether the paragraph is a line of a table of contents."""
        return any(_CONTENTS.fullmatch(_name(style)) for style in self.of(paragraph)[:1])


def _first(styles: tuple[Element, ...], path: str) -> Element | None:
    return next((found for each in styles if (found := find(each, path)) is not None), None)


def _name(style: Element) -> str:
    return " ".join((value(style, "w:name") or "").split())


def _outline(level: Element) -> int | None:
    found = number(value(level, "."), _BODY_TEXT)
    return found if 0 <= found < _BODY_TEXT else None
