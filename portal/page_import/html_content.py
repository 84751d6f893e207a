"""Which element of a saved HTML page holds the article."""

import re
from collections import Counter
from collections.abc import Sequence

from portal.page_import.blocks import Block
from portal.page_import.furniture import Kind, kind_of_all
from portal.page_import.html_flow import Placed
from portal.page_import.html_tree import Element

# Ids and classes that content systems give to the element with the article's text.
_KNOWN = frozenset(
    [
        *("trs_editor", "custom_unionstyle", "ucap-content", "zoom", "fontzoom", "artibody"),
        *("content", "contentbody", "content_body", "article", "articlecontent", "textbody"),
        *("article_content", "article-content", "newscontent", "news_content", "mainbody"),
        *("vsb_content", "ivs_content", "xxgk_content", "zwcontent", "pages_content", "bodytext"),
        *("detail_content", "detail-content", "infocontent"),
    ]
)
_SHARE, _SHARE_OF_KNOWN = 0.9, 0.5
_DOCUMENT = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|rtf|txt|zip|rar|7z)(?:[?#]|$)", re.I)


def content_of(placed: Sequence[Placed]) -> frozenset[int]:
    """The positions of the blocks inside the content element, and of documents attached outside it.

    That is the smallest element with nine tenths of the prose, or with half of it when its name is
    one that content systems use. It grows while its parent adds no menus, links or footers, so that
    pictures and signatures beside a single long paragraph belong to the article.
    """
    if not placed:
        return frozenset()
    weights = _Weights(placed)
    content = weights.grown(weights.smallest())
    inside = set(content.iter())
    return frozenset(at for at, each in enumerate(placed) if each.holder in inside)


def has_document(block: Block) -> bool:
    """Whether a block links to a document to download."""
    return any(_DOCUMENT.search(run.href) for run in block.all_runs())


class _Weights:
    """Words, words of prose, blocks and blocks of furniture inside every element."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        self._words: Counter[Element] = Counter()
        self._prose: Counter[Element] = Counter()
        self._blocks: Counter[Element] = Counter()
        self._furniture: Counter[Element] = Counter()
        for each in placed:
            kind = kind_of_all(each.block.lines)
            length = len(each.block.text) + 1
            self._words[each.holder] += length
            self._prose[each.holder] += length * (kind is Kind.PROSE)
            self._blocks[each.holder] += 1
            self._furniture[each.holder] += kind >= Kind.MENU or _is_menu(each.block)
        self._elements = list(placed[0].holder.getroottree().iter())
        for element in self._elements[:0:-1]:  # children before their parents, without the root
            for counter in (self._words, self._prose, self._blocks, self._furniture):
                counter[element.getparent()] += counter[element]

    def smallest(self) -> Element:
        """The element with the fewest words among those that hold enough of the prose."""
        root = self._elements[0]
        weights = self._prose if self._prose[root] else self._words
        share = _SHARE if self._prose[root] else 1.0
        choices = [
            element
            for element in self._elements
            if weights[element]
            >= weights[root] * (_SHARE_OF_KNOWN if _is_known(element) else share)
        ]
        return min(reversed(choices), key=self._words.__getitem__)

    def grown(self, element: Element) -> Element:
        """The nearest known ancestor, or the farthest one without more furniture.

        A lone paragraph, unless it fills a table cell, is left for its parent in any case.
        """
        lone = self._blocks[element] == 1 and element.tag not in ("td", "th", "body")
        while not _is_known(element) and (parent := element.getparent()) is not None:
            if self._furniture[parent] > self._furniture[element] and not lone:
                break
            element, lone = parent, False
        return element


def _is_menu(block: Block) -> bool:
    """Whether all words of a block are links, as in menus; links to documents are no menu."""
    worded = [run for run in block.all_runs() if run.text.strip()]
    return bool(worded) and all(run.href for run in worded) and not has_document(block)


def _is_known(element: Element) -> bool:
    names = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
    return not _KNOWN.isdisjoint(names)
