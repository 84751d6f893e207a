"""Pages kept as plain text: every line is a block; blank lines show which lines belong together."""

from portal.page_import.blocks import Block, Run, tidy
from portal.page_import.page import NotUnderstood

MOST_LINES = 20_000


def read_lines(text: str) -> list[Block]:
    """The lines of a text as paragraphs, without indentation; `NotUnderstood` when there are too many."""
    lines = text.splitlines()
    if len(lines) > 2 * MOST_LINES:
        raise NotUnderstood("行数太多，不像一篇文章；请只保存文章所在的部分，再导入。")
    blocks, apart = [], True
    for line in lines:
        runs = tidy([Run(line)])
        if runs:
            blocks.append(Block("p", runs, apart=apart))
        apart = not runs
    return blocks
