"""The site's mark and what is made from it: a road that leads through a gate, 通途."""

from studio.nature import cloud, hills, sky, sun
from studio.palette import FERN, GOLD, LEAF, WHITE
from studio.plants import bush, flowers, tree, tufts
from studio.svg import document, down, ellipse, group, line, path, polygon, rect

GATE = "M10 39V22C10 13.5 16 8.5 24 8.5S38 13.5 38 22v17h-5.6V22.6C32.4 17.4 29 14.2 24 14.2s-8.4 3.2-8.4 8.4V39Z"
ROAD = "M22.7 21.5h2.6L30.6 39H17.4Z"


def mark(corner: float = 9) -> str:
    """A blue tile, a white gate, a gold road; readable from 16 pixels up."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="4 4 40 40">'
        f'<rect x="4" y="4" width="40" height="40" rx="{corner:g}" fill="#0b3d7a"/>'
        f'<path d="{GATE}" fill="#fff"/><path d="{ROAD}" fill="#e3b04b"/>'
        '<path d="M24 24.5v3M24 30.5v4.5" stroke="#0b3d7a" stroke-width="1.4"/></svg>\n'
    )


def share() -> str:
    """The picture shown when a page is shared: the road, the gate, the open land behind it (1200 x 630)."""
    gate = group(
        path(
            "M330 560V270C330 120 450 40 600 40S870 120 870 270V560H790V276C790 176 706 118 600 118S410 176 410 276V560Z",
            down("#ffffff", "#d9e4f0"),
        ),
        path(
            "M410 560V276C410 176 494 118 600 118S790 176 790 276V560H774V280C774 190 700 134 600 134S426 190 426 280V560Z",
            "#b9cbdf",
        ),
        rect(314, 540, 112, 30, "#c5d3e2", 4),
        rect(774, 540, 112, 30, "#c5d3e2", 4),
        path("M366 270C366 150 470 80 600 80S834 150 834 270", "none", stroke=GOLD, stroke_width=6),
    )
    road = group(
        polygon([(590, 330), (610, 330), (860, 640), (340, 640)], down("#f3dfae", GOLD)),
        line("M600 346V364M600 384V412M600 440V484M600 524V590", WHITE, 6),
    )
    land = group(
        rect(0, 0, 1200, 630, "#0b3d7a"),
        sky("#b9d5f1", "#fbf1da", 340),
        sun(600, 300, 46),
        cloud(200, 130, 0.9),
        cloud(1010, 110, 0.8),
        hills(322, 150, "#bcd3e4", 23, 340),
        hills(330, 84, "#9fc4b4", 12, 350),
        rect(0, 328, 1200, 310, down("#c0dbb2", "#86b487")),
        *[tree(180 + i * 52, 352, 0.2, FERN, "poplar") for i in range(3)],
        *[tree(930 + i * 56, 352, 0.22, LEAF) for i in range(4)],
    )
    near = group(
        tree(130, 590, 1.1, FERN),
        tree(1080, 590, 1.16, FERN),
        bush(270, 600, 0.9, LEAF),
        bush(940, 602, 0.9, LEAF),
        tufts(0, 330, 560, 625, "#6d9c78", 18),
        flowers(880, 1190, 580, 625, 16),
        flowers(20, 320, 580, 625, 12),
    )
    shade = group(
        ellipse(370, 568, 70, 8, "#0a1626", opacity=0.12),
        ellipse(830, 568, 70, 8, "#0a1626", opacity=0.12),
    )
    return document(land, road, shade, gate, near, width=1200, height=630)
