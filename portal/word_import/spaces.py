"""White space at the start of paragraphs: Word authors indent and align with it."""

from portal.word_import.markup import Element, drop, tag

_BLANK = " \t\u3000\u00a0"
_WIDTHS = {"\u3000": 1.0, "\t": 2.0}
_MARKS = (tag("w:t"), tag("w:tab"), tag("w:br"), tag("w:drawing"), tag("w:sym"))


def trim_start(paragraph: Element) -> float:
    """Take away the white space at the start; its width in Chinese characters."""
    width = 0.0
    for mark in list(paragraph.iter(*_MARKS)):
        if mark.getparent().tag != tag("w:r"):
            continue  # the stop of a tab, not a tab
        if mark.tag == tag("w:tab"):
            width += _WIDTHS["\t"]
            drop(mark)
        elif mark.tag == tag("w:t"):
            text = mark.text or ""
            mark.text = text.lstrip(_BLANK)
            width += sum(_WIDTHS.get(each, 0.5) for each in text[: len(text) - len(mark.text)])
            if mark.text:
                break
        else:
            break
    return width


def words(element: Element) -> str:
    """The text in an element, without any mark-up."""
    return "".join(each.text or "" for each in element.iter(tag("w:t")))
