"""A difference told in short: a sentence for the whole of it, and gaps for what stayed."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from portal.differences.results import ADDED, CHANGED, REMOVED, SAME, Block, Gap


def summary(blocks: Sequence[Block]) -> str:
    """How much changed: 改动 3 处：增加 12 字，删除 5 字."""
    places = sum(map(_places, blocks))
    if not places:
        return "内容相同"
    counts = [("增加", _length(blocks, ADDED)), ("删除", _length(blocks, REMOVED))]
    told = "，".join(f"{word} {count} 字" for word, count in counts if count)
    return f"改动 {places} 处：{told or '只改了格式'}"


def folded(blocks: Sequence[Block], context: int = 1) -> tuple[Block | Gap, ...]:
    """The blocks, of those that stayed only `context` on each side of a change."""
    return tuple(_folded(blocks, context))


def _folded(blocks: Sequence[Block], context: int) -> Iterator[Block | Gap]:
    start = 0
    for stayed, group in groupby(blocks, lambda block: block.change == SAME):
        found = list(group)
        end = start + len(found)
        head = context if start else 0
        tail = context if end < len(blocks) else 0
        hidden = len(found) - head - tail
        if stayed and hidden > 1:
            yield from found[:head]
            yield Gap(hidden)
            yield from found[len(found) - tail :]
        else:
            yield from found
        start = end


def _places(block: Block) -> int:
    """The places of a block that a reader has to look at."""
    if block.change == CHANGED:
        stretches = groupby(run.change == SAME for run in block.runs)
        return max(1, sum(not stayed for stayed, _ in stretches))
    return int(block.change != SAME)


def _length(blocks: Sequence[Block], change: str) -> int:
    texts = (run.text for block in blocks for run in block.runs if run.change == change)
    return sum(len("".join(text.split())) for text in texts)
