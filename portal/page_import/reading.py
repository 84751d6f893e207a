"""Reading a page: from the bytes of one file to an article, with a report of every change."""

from collections.abc import Iterable, Sequence

from portal.page_import import html_tree
from portal.page_import.blocks import Block, rendered
from portal.page_import.decoding import decode
from portal.page_import.head import Head, Hints, find_head
from portal.page_import.html_content import content_of, has_document
from portal.page_import.html_flow import Flow
from portal.page_import.html_lines import paragraphs
from portal.page_import.identity import fingerprint, source_key
from portal.page_import.leftovers import about_links, about_tables, without_players
from portal.page_import.outline import renumbered, with_headings
from portal.page_import.page import ImportedPage, NotUnderstood
from portal.page_import.text_page import read_lines
from portal.page_import.trimming import Trimmed, doubtful, trimmed
from portal.page_import.wording import Punctuation, doubled_letters


def read_page(data: bytes, name: str) -> ImportedPage:
    """Read one saved page, plain text or HTML; `NotUnderstood` says why there is no article in it.

    `name` is the file's name and only passed on.
    """
    text = decode(data)
    article = _from_html(text) if html_tree.is_html(text) else _from_text(text)
    return _finished(article, name)


def _from_text(text: str) -> Trimmed:
    blocks = read_lines(text)
    head = find_head(blocks, Hints())
    article = trimmed(head, blocks[head.end :])
    article.above[:0] = _unused(blocks, head)
    return article


def _from_html(text: str) -> Trimmed:
    root = html_tree.parse(text)
    flow = Flow().read(root)
    blocks = [placed.block for placed in flow.placed]
    head = find_head(blocks, html_tree.read_hints(root))
    inside = content_of(flow.placed[head.end :])
    content = [block for at, block in enumerate(blocks[head.end :]) if at in inside]
    outside = [(at, block) for at, block in enumerate(blocks[head.end :]) if at not in inside]
    article = trimmed(head, paragraphs(content))
    article.blocks += [block for _, block in outside if has_document(block)]
    first = min(inside, default=0)
    above = _lines(block for at, block in outside if at < first and not has_document(block))
    below = _lines(block for at, block in outside if at > first and not has_document(block))
    article.above[:0] = _unused(blocks, head) + above
    article.below += below + [line.strip() for line in flow.hidden if line.strip()]
    article.warnings += doubtful(above + below)
    return article


def _unused(blocks: Sequence[Block], head: Head) -> list[str]:
    """The lines above the article's text that are not its title."""
    return _lines(block for at, block in enumerate(blocks[: head.end]) if at not in head.used)


def _lines(blocks: Iterable[Block]) -> list[str]:
    return [line for block in blocks for line in block.lines]


def _finished(article: Trimmed, name: str) -> ImportedPage:
    """The article with its wording and outline repaired, as HTML."""
    head, labels = article.head, article.head.labels
    original, players = without_players(article.blocks)
    if not original or not labels.published:
        raise NotUnderstood("找到了标题和日期，但是没有找到正文；请检查文件是否完整。")
    numbered, numerals, doubts = renumbered(original)
    punctuation = Punctuation()
    blocks = [block.mapped(punctuation.repaired_run) for block in with_headings(numbered)]
    texts = [block.text for block in original]
    leftovers = (*about_links(blocks), *about_tables(blocks), *players)
    return ImportedPage(
        name=name,
        title=punctuation.repaired(head.title),
        subtitle=punctuation.repaired(head.subtitle).lstrip("-—―－─ "),
        published=labels.published,
        has_time=labels.has_time,
        author=labels.author,
        source=labels.source,
        editor=labels.editor,
        section_name=head.section_name,
        body_html="\n".join(map(rendered, blocks)),
        images=_images(blocks),
        dropped=(*article.above, *article.below),
        repairs=(*numerals, *punctuation.repairs()),
        warnings=(*head.warnings, *doubts, *doubled_letters(texts), *leftovers, *article.warnings),
        fingerprint=fingerprint(head.title, labels.published, texts),
        source_key=source_key(head.title, labels.published),
    )


def _images(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The addresses of the pictures, each once, in reading order."""
    runs = (run for block in blocks for run in block.all_runs())
    return tuple(dict.fromkeys(run.image for run in runs if run.image))
