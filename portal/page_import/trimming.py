"""The article within its blocks: without the repeated title, the tools and the end of the page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from portal.page_import.blocks import Block
from portal.page_import.furniture import Kind, end_of_article, kind_of, kind_of_all, start_of_group
from portal.page_import.head import Head
from portal.page_import.identity import folded
from portal.page_import.labels import read_labels
from portal.page_import.title import is_dashed
from portal.text import excerpt


@dataclass
class Trimmed:
    """The article's blocks, its head completed from them, and what was taken away."""

    head: Head
    blocks: list[Block]
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def trimmed(head: Head, blocks: Sequence[Block]) -> Trimmed:
    """Take away what stands around the article's text."""
    article = Trimmed(head, list(blocks))
    _trim_end(article)
    _trim_start(article)
    _take_closing_labels(article)
    return article


def _trim_start(article: Trimmed) -> None:
    """Take away the repeated title and the rows of tools and labels before the first paragraph."""
    while article.blocks:
        block, head = article.blocks[0], article.head
        after_title = bool(article.above) and folded(article.above[-1]) == folded(head.title)
        if after_title and not head.subtitle and is_dashed(block.text):
            article.head = replace(head, subtitle=block.text)
            del article.blocks[0]
            continue
        if not _is_repeated_head(block, head):
            return
        labels = read_labels(block.text)
        if labels:
            article.head = replace(head, labels=head.labels.completed(labels))
        article.above += block.lines
        del article.blocks[0]


def _is_repeated_head(block: Block, head: Head) -> bool:
    if not block.text:
        return False
    if folded(block.text) in {folded(text) for text in (head.title, head.subtitle) if text}:
        return True
    labels = read_labels(block.text)
    return bool(labels and "published" not in labels.seen) or kind_of_all(block.lines) >= Kind.MENU


def _trim_end(article: Trimmed) -> None:
    """Take away the furniture at the end; sentences in it are named in a warning."""
    kinds = [Kind.PROSE if not block.text else kind_of_all(block.lines) for block in article.blocks]
    end = end_of_article(kinds)
    if end < len(kinds):
        lines = [block.text for block in article.blocks]
        end = start_of_group(lines, [block.apart for block in article.blocks], end)
    tail = article.blocks[end:]
    article.below = [line for block in tail for line in block.lines]
    article.warnings = doubtful(article.below)
    del article.blocks[end:]


def doubtful(lines: Sequence[str]) -> list[str]:
    """A warning for each dropped line that reads like a sentence."""
    return [
        f"“{excerpt(line, 40)}”在正文以外，没有导入；请核对它是不是正文。"
        for line in lines
        if kind_of(line) is Kind.PROSE and len(line) > 15
    ]


def _take_closing_labels(article: Trimmed) -> None:
    """Read a last line such as （责任编辑：某某） and take it away if all it tells is new."""
    if len(article.blocks) < 2:
        return
    labels, known = read_labels(article.blocks[-1].text), article.head.labels
    if labels is None or "published" in labels.seen or not labels.told():
        return
    if all(known.told().get(name) in (None, value) for name, value in labels.told().items()):
        article.head = replace(article.head, labels=known.completed(labels))
        article.below.insert(0, article.blocks.pop().text)
