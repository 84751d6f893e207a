"""QR codes as SVG pictures: the address of an article, and of each outside channel."""

from functools import lru_cache
from io import BytesIO

import segno
from flask import Response, make_response

from portal.errors import Missing
from portal.queries import articles
from portal.web.frame import frame
from portal.web.public import public


@public.get("/<slug>/<int(max=2147483647):number>/qr.svg")
def article_code(slug: str, number: int) -> Response:
    """The code of an article's own address."""
    around = frame()
    story = articles.story(number, around.at)
    if story is None:
        raise Missing("没有这篇文章，无法生成二维码。")
    return _svg(f"{around.address}/{around.tree.by_id(story.section).slug}/{number}")


@public.get("/links/<group>/<int(max=999):position>/qr.svg")
def link_code(group: str, position: int) -> Response:
    """The code of the outside link at a position (from 1) of its group."""
    links = frame().links.get(group, [])
    if not 1 <= position <= len(links):
        raise Missing("没有这个链接，无法生成二维码。")
    return _svg(links[position - 1].url)


def _svg(address: str) -> Response:
    response = make_response(_drawn(address))
    response.mimetype = "image/svg+xml"
    return response


@lru_cache(1000)  # drawing takes longer than a whole page
def _drawn(address: str) -> bytes:
    out = BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(
        out, kind="svg", border=2, xmldecl=False, omitsize=True, svgclass=None, lineclass=None
    )
    return out.getvalue()
