"""Reading a Word file, step by step: each step leaves less of Word and more of an article."""

from portal.errors import Refused
from portal.word_import.conversion import to_html
from portal.word_import.document import WordDocument
from portal.word_import.dressing import dress, prune
from portal.word_import.hidden import drop_hidden
from portal.word_import.labels import write_labels
from portal.word_import.limits import Limits
from portal.word_import.links import settle_links
from portal.word_import.manuscript import Manuscript, open_manuscript
from portal.word_import.markup import Element, depth, drop, tag
from portal.word_import.notices import Tally, sentences
from portal.word_import.package import Package
from portal.word_import.pictures import Album
from portal.word_import.refusals import NO_TEXT, TOO_LONG, TOO_NESTED
from portal.word_import.spaces import words
from portal.word_import.stretches import spread_ruby
from portal.word_import.styles import Styles
from portal.word_import.tables import prepare_tables
from portal.word_import.title import take_title


def read_document(data: bytes, limits: Limits = Limits()) -> WordDocument:  # noqa: B008
    """A .docx as title, HTML, pictures and notices; raises Refused with a sentence for people."""
    tally = Tally()
    package = Package(data, limits)
    manuscript = open_manuscript(package, tally)
    album = Album(package, manuscript.targets, limits, tally)
    links = _simplify(manuscript, album, limits)
    title = take_title(manuscript.body, manuscript.styles)
    dress(manuscript.body, manuscript.styles, tally)
    _refuse_the_endless(manuscript.body, limits)
    html = to_html(manuscript.body, links, album.pictures)
    if not title and not album.pictures and not words(manuscript.body).strip():
        raise Refused(NO_TEXT)
    return WordDocument(title, html, tuple(album.pictures), sentences(tally))


def _simplify(manuscript: Manuscript, album: Album, limits: Limits) -> dict[str, str]:
    """Write the numbers, take out what is hidden or no text; the addresses of the links."""
    body, styles = manuscript.body, manuscript.styles
    _drop_contents(body, styles)
    write_labels(body, styles, manuscript.numbering, album.tally)
    drop_hidden(body, styles, album.tally)
    spread_ruby(body)
    album.collect(body)
    links = settle_links(body, manuscript.targets)
    prune(body)
    prepare_tables(body, album.tally)
    return links


def _drop_contents(body: Element, styles: Styles) -> None:
    """Take out the lines of tables of contents that stand there as ordinary paragraphs."""
    for paragraph in list(body.iter(tag("w:p"))):
        if styles.is_contents(paragraph):
            drop(paragraph)


def _refuse_the_endless(body: Element, limits: Limits) -> None:
    """Raise Refused for a text that would take mammoth or the sanitiser too long or too deep."""
    blocks = sum(1 for _ in body.iter(tag("w:p"), tag("w:tr"), tag("w:tc")))
    runs = sum(1 for _ in body.iter(tag("w:r")))
    is_long = len(words(body)) > limits.characters
    if blocks > limits.blocks or runs > limits.runs or is_long:
        raise Refused(TOO_LONG)
    if depth(body) > limits.nesting:
        raise Refused(TOO_NESTED)
