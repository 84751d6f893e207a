"""Joining: paragraphs whose end is deleted or hidden run into the next one."""

from portal.word_import.markup import Element, drop, find, tag, tags

_PASSED_OVER = tags("w:bookmarkStart w:bookmarkEnd w:proofErr w:commentRangeStart")
_CONTENT = tuple(tags("w:t w:tab w:sym w:drawing w:pict w:object w:footnoteReference m:oMath"))


def has_content(paragraph: Element) -> bool:
    """Whether there is anything to see in a paragraph."""
    return any(each.tag != tag("w:t") or each.text for each in paragraph.iter(*_CONTENT))


def join_with_next(paragraph: Element) -> None:
    """Put what is in a paragraph at the start of the next, and take it away.

    It stays where it is when a table or the end of the cell follows, unless it is empty. Of several
    in a row the last has to be joined first: otherwise the text moves again and again.
    """
    following = paragraph.getnext()
    while following is not None and following.tag in _PASSED_OVER:
        following = following.getnext()
    if following is not None and following.tag == tag("w:p"):
        content = [each for each in paragraph if each.tag != tag("w:pPr")]
        place = 0 if find(following, "w:pPr") is None else 1
        following[place:place] = content
        drop(paragraph)
    elif not has_content(paragraph):
        drop(paragraph)
