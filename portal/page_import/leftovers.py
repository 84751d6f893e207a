"""What an article still has that an editor must look after: players, old links, bare tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from portal.page_import.blocks import Block
from portal.text import excerpt


def without_players(blocks: Iterable[Block]) -> tuple[list[Block], list[str]]:
    """The blocks without embedded players, and a warning for each player."""
    kept, warnings = [], []
    for block in blocks:
        if block.tag == "embed":
            warnings.append(f"页面里有视频或嵌入内容没有导入：{excerpt(block.text, 200)}")
        else:
            children, inner = without_players(block.children)
            kept.append(replace(block, children=tuple(children)))
            warnings += inner
    return kept, warnings


def about_links(blocks: Iterable[Block]) -> Iterator[str]:
    """A warning for every link that has a meaning only on the old site."""
    texts: dict[str, str] = {}
    for run in (run for block in blocks for run in block.all_runs()):
        if run.href and not _is_whole(run.href):
            texts[run.href] = texts.get(run.href, "") + run.text
    for href, text in texts.items():
        quote = excerpt(text, 40) or "图片"
        yield f"“{quote}”链接到旧网站的地址 {excerpt(href, 200)}；请重新上传附件或改写链接。"


def about_tables(blocks: Sequence[Block]) -> Iterator[str]:
    """A warning when tables have no header cells."""
    bare = [
        block
        for block in blocks
        if block.tag == "table"
        and not any(cell.tag == "th" for row in block.children for cell in row.children)
    ]
    if bare:
        yield f"有 {len(bare)} 个表格没有表头；读屏软件用户难以理解，请补上表头。"


def _is_whole(href: str) -> bool:
    """Whether an address works from any page."""
    try:
        return bool(urlsplit(href).scheme)
    except ValueError:
        return False
