"""Stretches of text: each run with only the settings that mean something, equal ones joined."""

from dataclasses import dataclass

from portal.word_import.markup import (
    Element,
    drop,
    find,
    find_all,
    is_on,
    make,
    run,
    tag,
    tags,
    unwrap,
    value,
)
from portal.word_import.notices import Tally
from portal.word_import.spaces import words
from portal.word_import.styles import Styles
from portal.word_import.symbols import symbol

_KEPT = tags("w:t w:tab w:br w:noBreakHyphen w:drawing")
_SWITCHES = ("w:b", "w:i", "w:strike", "w:dstrike")
_RAISED = ("superscript", "subscript")
_WIDEST_BLANK = 40


@dataclass(frozen=True)
class _Look:
    bold: bool
    italic: bool
    struck: bool
    underlined: bool
    raised: str
    role: str

    def properties(self) -> list[Element]:
        """The look in Word's elements."""
        marks = {"w:b": self.bold, "w:i": self.italic, "w:strike": self.struck}
        found = [make(name) for name, is_set in marks.items() if is_set]
        if self.underlined:
            found.append(make("w:u", val="single"))
        if self.raised:
            found.append(make("w:vertAlign", val=self.raised))
        return [make("w:rStyle", val=self.role), *found] if self.role else found


def spread_ruby(body: Element) -> None:
    """Write characters with their pronunciation as two runs, which become one `<ruby>`."""
    for ruby in list(body.iter(tag("w:ruby"))):
        line = ruby.getparent()
        base, text = (words_of(find(ruby, f"w:{name}")) for name in ("rubyBase", "rt"))
        drop(ruby)
        pair = [
            run(base, make("w:rStyle", val="Ruby")),
            run(text, make("w:rStyle", val="RubyText")),
        ]
        is_first = find(line, "w:t") is None
        unwrap(line, [*pair, line] if is_first else [line, *pair])


def words_of(element: Element | None) -> str:
    """The text in an element that may be missing."""
    return "" if element is None else words(element)


def simplify_runs(paragraph: Element, styles: Styles, tally: Tally, may_be_bold: bool) -> None:
    """Leave in a paragraph only runs of text and pictures, each with its plain look."""
    before: Element | None = None
    look_before: _Look | None = None
    for each in list(paragraph.iter(tag("w:r"))):
        look = _look(each, styles, may_be_bold)
        _simplify_content(each, look, tally)
        if not len(each):
            drop(each)
        elif look == look_before and before is not None and each.getprevious() is before:
            before.extend(list(each))
            drop(each)
        else:
            each.insert(0, make("w:rPr", *look.properties()))
            before, look_before = each, look


def _look(each: Element, styles: Styles, may_be_bold: bool) -> _Look:
    own = find(each, "w:rPr")
    bold, italic, strike, double = (is_on(styles.look(own, name)) for name in _SWITCHES)
    raised = value(styles.look(own, "w:vertAlign"), ".") or ""
    role = value(own, "w:rStyle") or ""
    return _Look(
        bold=bold and may_be_bold,
        italic=italic,
        struck=strike or double,
        underlined=is_on(styles.look(own, "w:u")),
        raised=raised if raised in _RAISED else "",
        role=role if role in ("Ruby", "RubyText") else "",
    )


def _simplify_content(each: Element, look: _Look, tally: Tally) -> None:
    for child in list(each):
        if child.tag == tag("w:sym"):
            _write_symbol(child, tally)
        elif child.tag == tag("w:cr"):
            unwrap(child, [make("w:br")])
        elif child.tag == tag("w:ptab"):
            unwrap(child, [make("w:tab")])
        elif child.tag not in _KEPT:
            drop(child)
    if look.underlined and not look.raised:
        _draw_blank(each)


def _write_symbol(child: Element, tally: Tally) -> None:
    text = symbol(value(child, ".", "w:font") or "", value(child, ".", "w:char") or "")
    tally["symbols"] += not text
    unwrap(child, [find(run(text), "w:t")] if text else [])


def _draw_blank(each: Element) -> None:
    """A line to write on is underlined space in Word; as space alone it would vanish."""
    text = "".join("    " if child.tag == tag("w:tab") else child.text or "" for child in each)
    if text and not text.strip() and find(each, "w:drawing") is None and len(text) > 1:
        width = sum(2 if character == "\u3000" else 1 for character in text)
        each[:] = find_all(run("_" * min(width, _WIDEST_BLANK)), "w:t")
