"""`/search`: articles that hold every word asked for, newest first."""

from flask import Response
from htmx_flask import request

from portal import search as index
from portal.errors import Missing
from portal.queries import listing
from portal.web import head
from portal.web.frame import frame
from portal.web.pages import Pages, page_number
from portal.web.public import public
from portal.web.render import render

SIZE = 20


@public.get("/search")
def search() -> Response:
    """The form, and the results of `?q=&page=`."""
    around = frame()
    question = _typed(request.args.get("q", ""))
    number = page_number(request.args.get("page"))
    ids, total = index.find(question, around.at, SIZE, (number - 1) * SIZE)
    pages = Pages("/search", number, SIZE, total, (("q", question),))
    if number > pages.last:
        raise Missing(f"搜索结果一共只有 {pages.last} 页。")
    title = f"搜索“{question}”" if question else "搜索"
    return render(
        "public/search.html",
        frame=around,
        head=head.plain_page(around, title, "/search", indexed=False),
        crumbs=[head.Crumb("首页", "/"), head.Crumb("搜索")],
        question=question,
        items=listing.items(ids) if ids else [],
        pages=pages,
        said=f"{title}，{pages.words}。",
    )


def _typed(value: str) -> str:
    """What a visitor typed, without what no keyboard makes, in one line."""
    visible = "".join(each if each.isprintable() else " " for each in value)
    return " ".join(visible.split())[: index.QUESTION_LIMIT]
