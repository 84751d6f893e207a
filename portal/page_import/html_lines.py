"""Which lines of an HTML page belong to one paragraph."""

from collections.abc import Iterable
from dataclasses import replace

from portal.numbering import label_of
from portal.page_import.blocks import Block, joined

_FINISHED = ("。", "！", "？", "；", "：", "。”", "！”", "？”", "。）", "……")


def paragraphs(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, with lines that a single line break parts put together where they belong so.

    A line goes on the one above unless that one ends a sentence or either begins with a number.
    """
    groups: list[list[Block]] = []
    for block in blocks:
        if block.soft and groups and _goes_on(groups[-1][-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    return [replace(group[0], runs=joined([block.runs for block in group])) for group in groups]


def _goes_on(above: Block, block: Block) -> bool:
    if above.tag != "p" or block.tag != "p" or not (above.text and block.text):
        return False
    return not (above.text.endswith(_FINISHED) or label_of(above.text) or label_of(block.text))
