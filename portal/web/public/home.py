"""The home page."""

from flask import Response

from portal import kinds
from portal.queries import listing
from portal.web import head
from portal.web.frame import Frame, frame
from portal.web.kept import kept
from portal.web.public import public
from portal.web.render import render

# How many articles each block shows; sections of other kinds have no block.
SIZES = {"news": 7, "pictures": 4, "videos": 2, "documents": 5}
HEADLINES = 3


@public.get("/")
@kept()
def home() -> Response:
    """Head news and the newest of every section of the main menu."""
    around = frame()
    blocks = listing.blocks(_sizes(around))
    filled = [
        (place, kinds.by_key(place.kind), blocks[place.id])
        for place in around.tree.navigation
        if blocks.get(place.id)
    ]
    # Lists stand side by side above the pictures, which take the whole width.
    filled.sort(key=lambda block: block[1].block != "lines")
    lead = next((items for place, _, items in filled if place.kind == "news"), [])
    return render(
        "public/home.html",
        frame=around,
        head=head.home(around),
        headlines=_headlines(lead),
        blocks=filled,
        said="首页已打开。",
    )


def _sizes(around: Frame) -> dict[int, int]:
    return {place.id: SIZES[place.kind] for place in around.tree.navigation if place.kind in SIZES}


def _headlines(items: list[listing.Item]) -> list[listing.Item]:
    """Head news: the newest with a picture first, because the first is shown large."""
    with_cover = [item for item in items if item.cover]
    rest = [item for item in items if item not in with_cover[:1]]
    return (with_cover[:1] + rest)[:HEADLINES]
