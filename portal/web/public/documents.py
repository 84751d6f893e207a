"""The library of legal documents (法律文书公开): found by facts and words, shown as a table."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from htmx_flask import request
from werkzeug.wrappers import Response

from portal import tokens
from portal.errors import Missing
from portal.queries import listing, search_words
from portal.queries.found import Found, found
from portal.queries.listing import Item
from portal.queries.navigation import Place
from portal.queries.tallies import tallies
from portal.search import CAPPED
from portal.search.document_counts import Counts, counts
from portal.search.documents import Documents, find
from portal.tokens.marking import Part, marked, snippet
from portal.web import head
from portal.web.frame import Frame
from portal.web.head import Crumb
from portal.web.pages import Pages
from portal.web.public.documents_asked import NAMES, Asked, asked, label
from portal.web.render import render

SIZE = 20
ARGUMENTS = ("q", *NAMES)
"""What the address of the library may carry besides the page."""
MOST = 100
"""How many values a list of choices offers, the most frequent ones; the others are typed."""


@dataclass(frozen=True)
class Choice:
    """A value of a fact, with how many documents have it."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """A fact to choose by; `cut` says that not every value is offered."""

    key: str
    name: str
    choices: list[Choice]
    cut: bool


@dataclass(frozen=True)
class Row:
    """A document of the table, what was asked for marked in its title and in a piece of it."""

    url: str
    details: dict[str, Any]
    title: list[Part]
    words: list[Part]
    pinned: bool


def library(around: Frame, place: Place, crumbs: list[Crumb]) -> Response:
    """The form, and the documents of `?q=&type=&year=&cause=&unit=&page=`."""
    wish = asked(place, request.args)
    wanted, same = _wanted(around, wish)
    known = None if same is None else counts(wanted, around.generation)
    pages = _pages(wish, known.total if known else 0)
    summary = _summary(wish, pages, known)
    return render(
        "public/documents.html",
        frame=around,
        head=_head(around, wish, crumbs),
        place=place,
        crumbs=crumbs,
        children=around.tree.children(place),
        asked=wish,
        same=same or [],
        facets=_facets(wish, known),
        rows=_rows(around, wish, wanted, pages) if pages.total else [],
        pages=pages,
        summary=summary,
        said=f"{place.name}，{summary}。",
    )


def _wanted(around: Frame, wish: Asked) -> tuple[Documents, list[tuple[str, ...]] | None]:
    """What to ask the index, and what else its words are called; None if nothing can be found."""
    plain = Documents(wish.place.id, around.at, wish.chosen)
    if not wish.question:
        return plain, []
    words = tokens.words(wish.question)
    known = search_words.in_force() if words else None
    if known is None:  # nothing but signs that no document is found by
        return plain, None
    groups = tuple(known.alternatives(word) for word in words)
    same = [known.same(word.needle) for word in words if not word.quoted]
    return replace(plain, words=groups), [each for each in same if each]


def _pages(wish: Asked, total: int) -> Pages:
    shown = min(total, CAPPED) if wish.question else total
    pages = Pages(wish.place.url, wish.number, SIZE, shown, wish.query)
    if wish.number > pages.last:
        raise Missing(f"{wish.place.name}一共只有 {pages.last} 页。")
    return pages


def _rows(around: Frame, wish: Asked, wanted: Documents, pages: Pages) -> list[Row]:
    """The documents of a page; of all of them, pinned ones come first."""
    if not wish.narrowed:
        return _plain(listing.page(tallies(wish.place.id), pages.number, SIZE))
    ids = find(wanted, SIZE, (pages.number - 1) * SIZE)
    if not wanted.words:
        return _plain(sorted(listing.items(ids), key=lambda item: ids.index(item.id)))
    texts = found(ids, around.at)
    needles = [word for group in wanted.words for word in group]
    return [_marked(texts[number], needles) for number in ids if number in texts]


def _plain(items: list[Item]) -> list[Row]:
    return [Row(i.url, i.details, [Part(i.title, False)], [], i.pinned) for i in items]


def _marked(document: Found, needles: list[str]) -> Row:
    title, words = marked(document.title, needles), snippet(document.text, needles)
    return Row(document.url, document.details, title, words, pinned=False)


def _facets(wish: Asked, known: Counts | None) -> list[Facet]:
    facts = dict(wish.facts)
    values = known.values if known else {}
    complete = known is None or known.complete
    return [
        _facet(key, values.get(key, Counter()), facts.get(key, ""), complete=complete)
        for key in NAMES
    ]


def _facet(key: str, values: Counter[str], own: str, *, complete: bool) -> Facet:
    real = Counter({value: n for value, n in values.items() if value not in ("", "0")})
    offered = {value for value, _ in real.most_common(MOST)} | ({own} if own else set())
    order = sorted(offered, reverse=True)
    if key != "year":
        order.sort(key=lambda value: -real[value])
    choices = [
        Choice(
            value, f"{label(key, value)}（{real[value]}{'' if complete else '+'}）", value == own
        )
        for value in order
    ]
    return Facet(key, NAMES[key], choices, cut=len(real) > len(offered))


def _summary(wish: Asked, pages: Pages, known: Counts | None) -> str:
    """How many there are of what, and which page of how many."""
    start = f"{wish.words}：" if wish.narrowed else ""
    if not known or not pages.total:
        return f"{start}没有找到"
    if known.total > pages.total:
        return f"{start}超过 {CAPPED} 条，列出最新的 {CAPPED} 条，第 {pages.number} 页，共 {pages.last} 页"
    return start + pages.words


def _head(around: Frame, wish: Asked, crumbs: list[Crumb]) -> head.Head:
    plain = head.section(around, wish.place, crumbs, wish.number)
    if not wish.narrowed:
        return plain
    changes: dict[str, Any] = {"title": f"{wish.words} - {plain.title}", "indexed": False}
    return replace(plain, **changes)
