"""网站地图 for people: every section with what it publishes."""

from flask import Response

from portal.web import head
from portal.web.frame import frame
from portal.web.kept import kept
from portal.web.public import public
from portal.web.render import render


@public.get("/sitemap")
@kept()
def site_map() -> Response:
    """The tree of sections and the pages that belong to none."""
    around = frame()
    return render(
        "public/sitemap.html",
        frame=around,
        head=head.plain_page(around, "网站地图", "/sitemap"),
        crumbs=[head.Crumb("首页", "/"), head.Crumb("网站地图")],
        tops=[place for place in around.tree.places if place.parent is None],
        said="网站地图已打开。",
    )
