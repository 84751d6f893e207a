"""Which blocks of a saved HTML page are the article, and which of its lines are paragraphs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from portal.numbering import label_of
from portal.page_import.blocks import Block, joined
from portal.page_import.furniture import Kind, kind_of_all
from portal.page_import.html_flow import Placed
from portal.page_import.html_tree import Element

_KNOWN = frozenset(
    [
        "trs_editor",
        "custom_unionstyle",
        "ucap-content",
        "zoom",
        "fontzoom",
        "content",
        "article",
        "article_content",
        "article-content",
        "articlecontent",
        "artibody",
        "contentbody",
        "content_body",
        "newscontent",
        "news_content",
        "vsb_content",
        "ivs_content",
        "xxgk_content",
        "zwcontent",
        "detail_content",
        "detail-content",
        "textbody",
        "mainbody",
        "bodytext",
        "infocontent",
        "pages_content",
    ]
)
_SHARE, _SHARE_OF_KNOWN = 0.9, 0.5
_FINISHED = ("。", "！", "？", "；", "：", "。”", "！”", "？”", "。）", "……")


def content_of(placed: Sequence[Placed]) -> frozenset[int]:
    """The positions of the blocks inside the content element.

    That is the smallest element with nine tenths of the prose, or with half of it when its name is
    one that content systems use. A page without prose (pictures) is taken whole unless it has one.
    """
    if not placed:
        return frozenset()
    prose: Counter[Element] = Counter()
    words: Counter[Element] = Counter()
    for each in placed:
        length = len(each.block.text) + 1
        words[each.holder] += length
        prose[each.holder] += length * (kind_of_all(each.block.lines) is Kind.PROSE)
    elements = list(placed[0].holder.getroottree().iter())
    for element in reversed(elements):  # children before their parents
        words[element.getparent()] += words[element]
        prose[element.getparent()] += prose[element]
    content = _content_element(elements, prose, words)
    inside = set(content.iter())
    return frozenset(at for at, each in enumerate(placed) if each.holder in inside)


def _content_element(
    elements: Sequence[Element], prose: Mapping[Element, int], words: Mapping[Element, int]
) -> Element:
    """The element with the fewest words among those that hold enough of the prose."""
    root = elements[0]
    weights = prose if prose[root] else words
    share = _SHARE if prose[root] else 1.0
    choices = [
        element
        for element in elements
        if weights[element] >= weights[root] * (_SHARE_OF_KNOWN if _is_known(element) else share)
    ]
    return min(choices, key=words.__getitem__)


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


def _is_known(element: Element) -> bool:
    names = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
    return not _KNOWN.isdisjoint(names)
