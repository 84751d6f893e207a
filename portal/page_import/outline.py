"""The outline of an article: lost numerals put back, and numbered paragraphs made headings."""

import re
from collections.abc import Sequence
from dataclasses import replace

from portal.numbering import CHINESE, Paragraph, is_heading_like, label_of, rescue
from portal.page_import.blocks import Block, spliced
from portal.page_import.page import Repair
from portal.text import excerpt

_CHAPTER = re.compile(r"第[一二三四五六七八九十百]+(?:章|编|篇|部分)")
_TEXT_TAGS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6"])
_QUOTE = 30


def renumbered(blocks: Sequence[Block]) -> tuple[list[Block], list[Repair], list[str]]:
    """The blocks with every certain numeral restored, the repairs, and a warning for each doubt."""
    texts = [block.text if block.tag in _TEXT_TAGS else "" for block in blocks]
    restorations, doubts = rescue([Paragraph(text, is_heading_like(text)) for text in texts])
    result, repairs = list(blocks), []
    for each in restorations:
        block = result[each.position]
        runs = spliced(block.runs, each.before, each.after)
        result[each.position] = replace(block, runs=runs)
        labels = _label_text(each.before), _label_text(each.after)
        repairs.append(Repair("编号", excerpt(each.before, _QUOTE), *labels))
    warnings = [
        f"“{excerpt(each.text, _QUOTE)}”开头的编号丢了，{each.reason}；没有改动，请人工核对。"
        for each in doubts
    ]
    return result, repairs, warnings


def with_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with numbered headings as h2 and h3, and the page's own headings fitted in.

    Of the numbers present (第一章, 一、, （一）) the first two become h2 and h3. Numbered lines that
    follow each other without text between them are a list and stay paragraphs. No level is skipped.
    """
    ranks = _ranks_with_text([_rank(block) for block in blocks])
    present = sorted({rank for rank in ranks if rank is not None})
    tags = dict(zip(present, ("h2", "h3"), strict=False))
    result: list[Block] = []
    top_seen = False
    for block, rank in zip(blocks, ranks, strict=True):
        tag = _own_heading(block) if rank is None else tags.get(rank, "p")
        if tag == "h3" and not top_seen:
            tag = "h2"
        top_seen = top_seen or tag == "h2"
        result.append(_tagged(block, tag) if block.tag in _TEXT_TAGS else block)
    return result


def _label_text(text: str) -> str:
    """The label that a text begins with, as it is written."""
    label = label_of(text)
    return text[: label.place + 1] if label else ""


def _rank(block: Block) -> int | None:
    """How high a numbered heading stands: 0 for 第一章, 1 for 一、, 2 for （一）; None for others."""
    if block.tag not in _TEXT_TAGS or not _is_heading_text(block):
        return None
    if _CHAPTER.match(block.text):
        return 0
    label = label_of(block.text)
    return (
        label.level + 1 if label and label.system == CHINESE and label.level is not None else None
    )


def _is_heading_text(block: Block) -> bool:
    return (
        is_heading_like(block.text)
        and "\n" not in block.text
        and not any(run.image for run in block.runs)
    )


def _ranks_with_text(ranks: Sequence[int | None]) -> list[int | None]:
    """The ranks without those of siblings that have nothing under them: they are a list."""
    kept = list(ranks)
    open_groups: dict[int, list[int]] = {}
    for at, rank in [*enumerate(ranks), (len(ranks), -1)]:
        if rank is None:
            continue
        for closed in [each for each in open_groups if each > rank]:
            group = open_groups.pop(closed)
            if not any(_has_text(ranks, each) for each in group[:-1] or group):
                for each in group:
                    kept[each] = None
        open_groups.setdefault(rank, []).append(at)
    return kept


def _has_text(ranks: Sequence[int | None], at: int) -> bool:
    following = ranks[at + 1 : at + 2]
    rank = ranks[at] or 0
    return bool(following) and (following[0] is None or following[0] > rank)


def _own_heading(block: Block) -> str:
    """What a block without a number becomes, by the tag that the page gave it."""
    if block.tag == "p" or not _is_heading_text(block):
        return "p"
    return "h2" if block.tag in ("h1", "h2") else "h3"


def _tagged(block: Block, tag: str) -> Block:
    """The block under another tag; a heading has no bold inside."""
    if tag != "p":
        block = block.mapped(lambda run: replace(run, strong=False))
    return replace(block, tag=tag)
