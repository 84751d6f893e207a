"""Hidden text: taken out; a paragraph with a hidden end runs into the next."""

from portal.word_import.joining import has_content, join_with_next
from portal.word_import.markup import Element, ancestor, drop, find, is_on, tag
from portal.word_import.notices import Tally
from portal.word_import.spaces import words
from portal.word_import.styles import Styles


def drop_hidden(body: Element, styles: Styles, tally: Tally) -> None:
    """Take out what Word does not show."""
    for run in list(body.iter(tag("w:r"))):
        if styles.is_hidden(run, ancestor(run, "w:p")):
            tally["hidden"] += bool(words(run))
            drop(run)
    for paragraph in reversed(list(body.iter(tag("w:p")))):
        if has_hidden_end(paragraph, styles) or find(paragraph, "w:pPr/w:framePr") is not None:
            _close_up(paragraph)


def has_hidden_end(paragraph: Element, styles: Styles) -> bool:
    """Whether the paragraph's mark is hidden, and with it its number."""
    own = find(paragraph, "w:pPr/w:rPr/w:vanish")
    if own is not None:
        return is_on(own)
    inherited = next(
        (
            found
            for style in styles.of(paragraph)
            if (found := find(style, "w:rPr/w:vanish")) is not None
        ),
        None,
    )
    return is_on(inherited)


def _close_up(paragraph: Element) -> None:
    """Join what is left of the paragraph with the next; of frames, only a large first letter."""
    frame = find(paragraph, "w:pPr/w:framePr")
    if not has_content(paragraph):
        drop(paragraph)
    elif frame is None or frame.get(tag("w:dropCap"), "none") != "none":
        join_with_next(paragraph)
