"""The title of a document: which of its first paragraphs it is."""

import re
from collections import Counter
from dataclasses import dataclass

from portal.numbering import label_of
from portal.word_import.labels import NUMBERED
from portal.word_import.markup import Element, drop, find_all, tag, value
from portal.word_import.notes import NOTE
from portal.word_import.styles import Styles

_MOST_LINES = 12
_LONGEST_TITLE, _LONGEST_ASIDE = 90, 20
_LARGE = 32  # half points: the size that Chinese offices call 三号, and use for body text
_NO_TITLE = re.compile(
    r".*[〔\[（(【]\d{4}[〕\]）)】].{0,6}号.*"  # the document's number
    r"|(?!.*关于).{0,24}文件"  # the letterhead
    r"|目\s*录|[（(].*[）)]|[—―－–-]{1,}.*"  # a date in brackets, a subtitle
    r"|\d{4}\s*年.{0,12}[日月]|附件\s*\d*[：:]?|.{0,8}密.{0,4}|第\s*\d+\s*期.*"
)


@dataclass(frozen=True)
class _Line:
    paragraph: Element
    text: str
    size: int
    is_centred: bool


def take_title(body: Element, styles: Styles) -> str:
    """The title of a document, taken out of its text; empty when it names none."""
    lines = _first_lines(body, styles)
    found = _by_style(lines, styles) or _by_look(lines, _usual_size(body, styles))
    found = found or _by_heading(lines, styles)
    for line in found:
        drop(line.paragraph)
    return _tidy("".join(line.text for line in found))


def _first_lines(body: Element, styles: Styles) -> list[_Line]:
    filled = [
        (paragraph, text)
        for paragraph in find_all(body, "w:p")[: _MOST_LINES * 5]
        if paragraph.get(NOTE) is None and (text := _text(paragraph))
    ]
    return [
        _Line(paragraph, text, _size(paragraph, styles), is_centred(paragraph, styles))
        for paragraph, text in filled[:_MOST_LINES]
    ]


def is_centred(paragraph: Element, styles: Styles) -> bool:
    """Whether Word shows the paragraph in the middle."""
    return value(styles.setting(paragraph, "w:jc"), ".") == "center"


def _by_style(lines: list[_Line], styles: Styles) -> list[_Line]:
    """The first paragraphs of the style Title, when several stand together."""
    return _together([line for line in lines if styles.is_title(line.paragraph)])


def _by_look(lines: list[_Line], usual: int) -> list[_Line]:
    """The largest of the first centred or large lines, with those that carry it on."""
    candidates = []
    for line in lines:
        stands_out = line.is_centred or line.size > max(usual, _LARGE)
        if stands_out and _may_be_title(line):
            candidates.append(line)
        elif not stands_out and len(line.text) > _LONGEST_ASIDE:
            break
    largest = max((line.size for line in candidates), default=0)
    return _together([line for line in candidates if line.size == largest])


def _by_heading(lines: list[_Line], styles: Styles) -> list[_Line]:
    """The first line, when it is a heading without a number."""
    first = lines[:1]
    is_title = first and styles.heading(first[0].paragraph) is not None and _may_be_title(first[0])
    return first if is_title else []


def _may_be_title(line: _Line) -> bool:
    is_numbered = line.paragraph.get(NUMBERED) is not None or label_of(line.text) is not None
    fits = 1 < len(line.text) <= _LONGEST_TITLE
    return fits and not is_numbered and not _NO_TITLE.fullmatch(line.text)


def _together(lines: list[_Line]) -> list[_Line]:
    """The first line and those right behind it, as long as one title can be."""
    found = lines[:1]
    for line in lines[1:]:
        before = found[-1].paragraph
        length = sum(len(each.text) for each in found) + len(line.text)
        if line.paragraph.getprevious() is not before or length > _LONGEST_TITLE:
            break
        found.append(line)
    return found


def _size(paragraph: Element, styles: Styles) -> int:
    runs = (each for each in paragraph.iter(tag("w:r")) if _text(each))
    return next((styles.size(run, paragraph) for run in runs), 0)


def _usual_size(body: Element, styles: Styles) -> int:
    """The size of most of the letters in the first paragraphs."""
    sizes: Counter[int] = Counter()
    for paragraph in find_all(body, "w:p")[:200]:
        sizes[_size(paragraph, styles)] += len(_text(paragraph))
    return max(sizes, key=lambda size: sizes[size], default=0)


def _text(element: Element) -> str:
    """The text without the marks of notes, a space for a tab."""
    parts = []
    for each in element.iter(tag("w:t"), tag("w:tab")):
        if value(each.getparent(), "w:rPr/w:vertAlign") != "superscript":
            parts.append(" " if each.tag == tag("w:tab") else each.text or "")
    return "".join(parts).strip()


def _tidy(text: str) -> str:
    """The title with single spaces, and words that were spaced out (通　知) closed up."""
    tokens = text.split()
    tidy = ""
    for at, token in enumerate(tokens):
        is_spaced_out = at > 0 and len(token) == len(tokens[at - 1]) == 1
        tidy += token if is_spaced_out or not tidy else f" {token}"
    return tidy
