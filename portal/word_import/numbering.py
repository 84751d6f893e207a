"""Numbering definitions: the lists of a document and the levels of each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from portal.word_import.markup import Element, find, find_all, is_on, number, tag, value
from portal.word_import.styles import Styles

_NONE = "0"
_LONGEST_PATTERN = 64
_HIGHEST_START = 32_767
_LEVELS = range(9)
_MOST_LINKS = 5


@dataclass(frozen=True)
class Level:
    """One level of a list: how it counts and how its number is written.

    `pattern` is Word's, with %1 for the number of the first level. `restart` is the level (from 1)
    whose paragraphs make it start anew, 0 for none, None for all above. `style` is linked to it.
    """

    form: str
    pattern: str
    start: int
    suffix: str
    restart: int | None
    is_legal: bool
    is_hidden: bool
    style: str | None


@dataclass(frozen=True)
class NumberedList:
    """One list; those with the same `definition` count on together.

    `starts` are the levels that begin anew, with which number, where this list is first used.
    """

    key: str
    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]

    def level_of(self, style: str) -> int | None:
        """The level that a paragraph style is linked to."""
        return next((at for at, level in self.levels.items() if level.style == style), None)


class Numbering:
    """The lists of a document by their number ids; a missing part has none."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions = {
            each.get(tag("w:abstractNumId")): each for each in find_all(root, "w:abstractNum")
        }
        self._nums = {each.get(tag("w:numId")): each for each in find_all(root, "w:num")}
        self._lists: dict[str, NumberedList | None] = {}

    def list(self, key: str) -> NumberedList | None:
        """The list with this number id."""
        if key not in self._lists:
            self._lists[key] = self._read(key)
        return self._lists[key]

    def _read(self, key: str) -> NumberedList | None:
        num = self._nums.get(key) if key != _NONE else None
        definition = self._definition(num, _MOST_LINKS)
        if num is None or definition is None:
            return None
        read = {_place(each): _level(each) for each in find_all(definition, "w:lvl")}
        levels = {at: level for at, level in read.items() if at in _LEVELS}
        starts = {}
        for override in find_all(num, "w:lvlOverride"):
            at = _place(override)
            own = find(override, "w:lvl")
            if own is not None and at in _LEVELS:
                levels[at] = _level(own)
            start = _start(value(override, "w:startOverride"))
            if start is not None and at in levels:
                starts[at] = start
                levels[at] = replace(levels[at], start=start)
        return NumberedList(key, definition.get(tag("w:abstractNumId")), levels, starts)

    def _definition(self, num: Element | None, links: int) -> Element | None:
        """The definition of a list, by way of the list style that it may point to."""
        definition = self._definitions.get(value(num, "w:abstractNumId"))
        style = value(definition, "w:numStyleLink")
        if style is None or links == 0:
            return definition
        key = value(self._styles.named(style), "w:pPr/w:numPr/w:numId")
        return self._definition(self._nums.get(key), links - 1)


def _place(element: Element) -> int:
    return number(element.get(tag("w:ilvl")), 0)


def _start(text: str | None) -> int | None:
    return None if text is None else min(max(number(text, 1), 0), _HIGHEST_START)


def _level(element: Element) -> Level:
    restart = value(element, "w:lvlRestart")
    return Level(
        form=_form(element),
        pattern=(value(element, "w:lvlText") or "")[:_LONGEST_PATTERN],
        start=_start(value(element, "w:start")) or 0,
        suffix=value(element, "w:suff") or "tab",
        restart=None if restart is None else number(restart, 0),
        is_legal=is_on(find(element, "w:isLgl")),
        is_hidden=is_on(find(element, "w:rPr/w:vanish")),
        style=value(element, "w:pStyle"),
    )


def _form(element: Element) -> str:
    """The number format; newer ones stand in an alternative that older programs skip."""
    form = find(element, "mc:AlternateContent/mc:Choice/w:numFmt")
    form = form if form is not None else find(element, "w:numFmt")
    if value(form, ".") == "custom":
        return f"custom:{value(form, '.', 'w:format') or ''}"
    return value(form, ".") or "decimal"
