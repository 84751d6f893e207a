"""`/search`: articles that have every word asked for, newest first or best match."""

from dataclasses import dataclass
from typing import Any

from flask import Response
from htmx_flask import request

from portal import search as index
from portal import tokens
from portal.errors import Missing
from portal.queries import search_words
from portal.queries.found import Found, found
from portal.queries.search_words import PromotionRow, SearchWords
from portal.search import CAPPED, RANKED, Tally, Wanted
from portal.tokens import Word
from portal.tokens.marking import Part, marked, snippet
from portal.web import head
from portal.web.frame import Frame, frame
from portal.web.pages import Pages
from portal.web.public import public
from portal.web.public.search_asked import PATH, Asked, asked
from portal.web.public.search_facets import facets, total
from portal.web.public.search_help import Help, help_with
from portal.web.render import render

SIZE = 20


@dataclass(frozen=True)
class Searched:
    """A search with all that is known before its results are read."""

    wish: Asked
    words: tuple[Word, ...]
    known: SearchWords
    wanted: Wanted
    tally: Tally
    around: Frame

    @property
    def promoted(self) -> list[PromotionRow]:
        """What the desk wants to stand above the first page of the whole."""
        if self.wish.narrowed or self.wish.number > 1:
            return []
        words = {word for group in self.wanted.words for word in group}
        return self.known.promoted({tokens.fold(self.wish.question), *words})

    @property
    def meant(self) -> list[PromotionRow]:
        """What the desk would promote for a part of the question, when the whole finds nothing."""
        parts = {part for word in self.words for part in self.known.inside(word.needle)}
        return self.promoted or self.known.promoted(parts)

    @property
    def same(self) -> list[tuple[str, tuple[str, ...]]]:
        """Words as typed, each with those that were looked for besides it."""
        plain = [word for word in self.words if not word.quoted]
        pairs = ((word.typed, self.known.same(word.needle)) for word in plain)
        return [(typed, same) for typed, same in pairs if same]

    @property
    def few(self) -> bool:
        """Whether the results are few enough to be put in order of their match."""
        return self.tally.complete and total(self.wish, self.tally, self.around.tree) <= RANKED


@dataclass(frozen=True)
class Result:
    """One article of the list, what was asked for marked in its title and in a piece of it."""

    article: Found
    title: list[Part]
    words: list[Part]


@public.get(PATH)
def search() -> Response:
    """The form, and the results of `?q=&section=&kind=&year=&order=&page=`."""
    searched = _searched(frame())
    wish = searched.wish
    context = _results(searched) if searched.tally.cells else _nothing(searched)
    return render(
        "public/search.html",
        frame=searched.around,
        head=head.plain_page(searched.around, _title(wish), PATH, indexed=False),
        crumbs=[head.Crumb("首页", "/"), head.Crumb("搜索")],
        asked=wish,
        same=searched.same,
        said=f"搜索{wish.asks}，{context['summary']}。",
        **context,
    )


def _searched(around: Frame) -> Searched:
    wish = asked(request.args, around.tree)
    words = tokens.words(wish.question)
    known = search_words.in_force() if words else SearchWords((), ())
    wanted = Wanted(tuple(known.alternatives(word) for word in words), around.at)
    tally = index.tally(wanted) if words else Tally((), 0)
    return Searched(wish, words, known, wanted, tally, around)


def _nothing(searched: Searched) -> dict[str, Any]:
    """Before anything was asked, or when nothing at all has the words."""
    if searched.wish.number > 1:
        raise Missing("搜索结果一共只有 1 页。")
    if not searched.wish.question:
        return {"summary": "请输入要找的词"}
    at, promoted = searched.around.at, searched.meant
    helped = help_with(searched.words, searched.known, at) if searched.words else Help([], [])
    articles = found(numbers, at) if (numbers := _articles(promoted)) else {}
    return {"summary": "没有找到", "promoted": _shown(promoted, articles), "help": helped}


def _results(searched: Searched) -> dict[str, Any]:
    wish, around, promoted = searched.wish, searched.around, searched.promoted
    ids = _ids(searched)
    pages = Pages(PATH, wish.number, SIZE, min(len(ids), CAPPED), wish.query)
    if wish.number > pages.last:
        raise Missing(f"搜索结果一共只有 {pages.last} 页。")
    here = ids[:CAPPED][(wish.number - 1) * SIZE : wish.number * SIZE]
    articles = found([*here, *_articles(promoted)], around.at)
    needles = [word for group in searched.wanted.words for word in group]
    return {
        "results": [_result(articles[id], needles) for id in here if id in articles],
        "pages": pages,
        "facets": facets(wish, searched.tally, around.tree),
        "promoted": _shown(promoted, articles),
        "few": searched.few,
        "matchable": searched.few and len(searched.words) > 1 and len(ids) > 1,
        "summary": _summary(pages, len(ids) > CAPPED),
    }


def _ids(searched: Searched) -> list[int]:
    """The results in their order, up to one more than can be paged through."""
    wish, wanted, places = searched.wish, searched.wanted, searched.around.tree.places
    narrowed = wish.section or wish.kind
    sections = tuple(p.id for p in places if wish.takes(p, 0, but="year")) if narrowed else None
    chosen = Wanted(wanted.words, wanted.at, sections, wish.year or None)
    return index.ranked(chosen) if wish.best and searched.few else index.find(chosen)


def _result(article: Found, needles: list[str]) -> Result:
    return Result(article, marked(article.title, needles), snippet(article.text, needles))


def _articles(promoted: list[PromotionRow]) -> list[int]:
    return [row.article for row in promoted if row.article]


def _shown(promoted: list[PromotionRow], articles: dict[int, Found]) -> list[PromotionRow]:
    """Without articles that are no longer there."""
    return [row for row in promoted if row.article is None or row.article in articles]


def _summary(pages: Pages, more: bool) -> str:
    """How much was found; more than can be counted is said to be more."""
    if not more:
        return pages.words if pages.total else "这个范围里没有"
    place = f"第 {pages.number} 页，共 {pages.last} 页"
    return f"超过 {CAPPED} 条，列出最新的 {CAPPED} 条，{place}"


def _title(wish: Asked) -> str:
    """What tells this page from the others of the same question."""
    narrow = "，".join([*wish.within, *([f"第 {wish.number} 页"] if wish.number > 1 else [])])
    return f"搜索{wish.asks}（{narrow}）" if narrow else f"搜索{wish.asks}"
