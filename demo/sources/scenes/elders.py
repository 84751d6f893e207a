"""老年人防养老诈骗: free eggs, high returns, and the family that asks first."""

from studio import signs, things
from studio.cast import GRANDMA, GRANDPA, OFFICER_F
from studio.furniture import chair_back, plant, sofa
from studio.looks import Look, Pose
from studio.palette import (
    BLUE,
    BRICK,
    GOLD,
    INK,
    LEAF,
    NAVY,
    STEEL,
    STONE,
    STRAW,
    WHITE,
    WOOD,
    darker,
)
from studio.people import person
from studio.rooms import clock, pendant, room, window
from studio.svg import (
    at,
    circle,
    document,
    down,
    ellipse,
    group,
    line,
    lines,
    path,
    polygon,
    rect,
    text,
)

SELLER = Look(
    top="#55506b", dress="suit", bottom="#37344a", tie="#c79a3c", cut="parted", under="#f3e9dc"
)
SELLER_F = Look(top="#8a5a6b", dress="suit", bottom="#37344a", cut="long", slim=0.86)
ELDERS = (
    Look(top="#8fa39a", cut="thin", hair="#9aa1aa"),
    Look(top="#b98a86", cut="bun", hair="#d4d8de", slim=0.9),
    Look(top="#8b93a6", cut="crop", hair="#b4bac2"),
    Look(top="#b7a386", cut="bob", hair="#aab0b8", slim=0.9),
    Look(top="#7d8b99", cut="thin", hair="#c3c8cf"),
)
DAUGHTER = Look(top="#d3b08c", dress="shirt", bottom="#50617a", cut="tail", slim=0.86)


def _jar(x: float, y: float, colour: str, scale: float = 1) -> str:
    return at(
        x,
        y,
        rect(-30, -74, 60, 74, colour, 8),
        rect(-24, -90, 48, 18, GOLD, 4),
        rect(-30, -52, 60, 30, WHITE),
        line("M-18 -42H18M-18 -32H8", STONE, 3),
        scale=scale,
    )


def lecture() -> str:
    """A lecture with free eggs, and jars that cost a lot."""
    table = group(
        ellipse(920, 622, 230, 14, "#0a1626", opacity=0.12),
        rect(700, 470, 440, 150, down("#a9555a", "#8f444a"), 4),
        rect(690, 456, 460, 22, "#b9666a", 4),
    )
    return document(
        room("#f6eee0", "#d3c0a0", 560, "#efe3cd"),
        rect(330, 56, 620, 104, "#a9555a", 8),
        text(640, 125, "健康讲座　免费领鸡蛋", 46, "#fdf3d9", 700, "middle"),
        pendant(160, 80),
        pendant(1120, 80),
        rect(120, 210, 360, 240, WHITE, 6, stroke="#e2d6c2", stroke_width=3),
        text(300, 270, "“包治百病”", 42, BRICK, 700, "middle"),
        line("M168 304H432M168 344H432M168 384H340", STONE, 6),
        at(416, 400, signs.cross(34)),
        person(
            590,
            610,
            0.98,
            SELLER,
            Pose(turn=0.2, left=(-96, -330), right=(44, -300), behind=""),
            holding=at(46, -312, rect(-6, -26, 12, 36, INK, 5), circle(0, -28, 11, STEEL)),
        ),
        table,
        _jar(820, 458, "#6e8fb0"),
        _jar(900, 458, "#6e8fb0"),
        _jar(860, 458, "#86a5c2", 1.16),
        _jar(1080, 458, "#a98fb0", 0.9),
        at(980, 458, things.basket(0.86)),
        person(
            1190,
            630,
            0.98,
            SELLER_F,
            Pose(turn=-0.7, left=(-80, -250), right=(-20, -230), behind="right"),
            holding=at(-84, -262, things.letter(0.8, STRAW)),
        ),
        *[
            person(
                x,
                920 + dy,
                1.08,
                look,
                Pose(back=True, behind="left right", right=(46, -410) if i == 3 else (44, -190)),
                legs=False,
                shadow=False,
            )
            + chair_back(x, 850 + dy, 124, 150, "#7a8ea6")
            for i, (x, dy, look) in enumerate(
                zip((170, 400, 630, 860, 1090), (6, -6, 6, -6, 6), ELDERS, strict=True)
            )
        ],
    )


def returns() -> str:
    """A stranger shows a rising chart and a contract to an old man."""
    chart = group(
        rect(0, 0, 300, 220, WHITE, 10, stroke="#d8cdbb", stroke_width=3),
        *[
            rect(34 + i * 50, 186 - (34 + i * 26), 32, 34 + i * 26, STRAW if i < 4 else GOLD, 3)
            for i in range(5)
        ],
        line("M30 140C110 130 190 90 262 30", BRICK, 7),
        polygon([(248, 26), (276, 16), (270, 46)], BRICK),
    )
    tea = group(
        ellipse(640, 752, 210, 16, "#0a1626", opacity=0.12),
        line("M500 668L488 748M780 668L792 748", darker(WOOD, 0.25), 11),
        polygon([(500, 636), (780, 636), (830, 664), (450, 664)], "#c99c70"),
        rect(450, 664, 380, 14, darker(WOOD, 0.16), 3),
        at(640, 650, things.papers(1.2, 4)),
        at(540, 652, things.mug(0.9)),
        at(748, 652, signs.coin(17)),
        at(772, 646, signs.coin(17)),
        at(760, 632, signs.coin(17)),
    )
    return document(
        room("#f2ebde", "#cdb698", 560),
        window(100, 110, 240, 230, 2, curtains="#cdb9a4"),
        rect(930, 120, 130, 160, WOOD, 4),
        rect(942, 132, 106, 136, "#e6eee2", 2),
        circle(995, 190, 24, GOLD, opacity=0.7),
        path("M942 268L980 214L1010 240L1048 206V268Z", LEAF),
        plant(1200, 650, 1.1),
        sofa(360, 700, 500, "#a9b8a3"),
        person(
            330,
            700,
            1.0,
            GRANDPA,
            Pose(
                hip=(0, -122),
                seated=True,
                turn=0.4,
                left=(-34, -156),
                right=(34, -160),
                feet=((-24, 0), (26, 0)),
            ),
            shadow=False,
        ),
        at(520, 150, chart),
        at(
            670,
            452,
            things.speech(
                400,
                120,
                lines(-176, -12, ["养老项目，一年返利", "三成，稳赚不赔！"], 34, INK, 1.5),
                tail="right",
            ),
        ),
        person(
            930,
            740,
            1.12,
            SELLER,
            Pose(turn=-0.7, left=(-96, -262), right=(30, -234), behind=""),
            holding=at(
                34, -246, rect(-24, -32, 48, 62, "#55506b", 4), rect(-16, -22, 32, 7, STRAW)
            ),
        ),
        tea,
    )


def together() -> str:
    """The family and an officer read the contract before anybody signs."""
    table = group(
        ellipse(640, 762, 300, 18, "#0a1626", opacity=0.12),
        line("M440 676L424 756M840 676L856 756", darker(WOOD, 0.25), 12),
        polygon([(430, 634), (850, 634), (910, 670), (370, 670)], "#c99c70"),
        rect(370, 670, 540, 15, darker(WOOD, 0.16), 3),
        at(640, 656, things.papers(1.5, 3)),
        at(700, 636, signs.magnifier(0.62)),
        at(470, 656, things.mug(0.9)),
        at(820, 656, things.mug(0.9)),
    )
    note = group(
        rect(0, 0, 300, 226, WHITE, 12, stroke="#cddaea", stroke_width=3),
        rect(0, 0, 300, 58, BLUE, 12),
        rect(0, 40, 300, 18, BLUE),
        text(150, 41, "先问三句", 32, WHITE, 700, "middle"),
        lines(30, 104, ["钱交给谁？", "合同写了什么？", "家里人知道吗？"], 31, NAVY, 1.55, 500),
    )
    return document(
        room("#f3efe6", "#d0bb9c", 560, "#e6ece6"),
        window(110, 110, 250, 240, 2, curtains="#b9cbb8"),
        at(820, 60, note),
        clock(640, 150, 15, 20),
        plant(1210, 650, 1.1),
        pendant(500, 90),
        sofa(560, 690, 620, "#8da6bf"),
        person(
            420,
            690,
            0.98,
            GRANDMA,
            Pose(
                hip=(0, -122),
                seated=True,
                turn=0.3,
                left=(-34, -156),
                right=(34, -156),
                feet=((-22, 0), (24, 0)),
            ),
            shadow=False,
        ),
        person(
            560,
            690,
            1.0,
            GRANDPA,
            Pose(
                hip=(0, -122),
                seated=True,
                turn=0.3,
                left=(-34, -156),
                right=(64, -168),
                feet=((-24, 0), (26, 0)),
                behind="",
            ),
            shadow=False,
        ),
        person(
            704,
            690,
            0.98,
            DAUGHTER,
            Pose(
                hip=(0, -122),
                seated=True,
                turn=-0.4,
                left=(-56, -172),
                right=(34, -156),
                feet=((-22, 0), (24, 0)),
                behind="",
            ),
            shadow=False,
        ),
        person(
            990,
            748,
            1.08,
            OFFICER_F,
            Pose(turn=-0.7, left=(-104, -214), right=(24, -232), behind=""),
            holding=at(22, -244, rect(-22, -28, 44, 56, BLUE, 4), rect(-15, -20, 30, 7, STRAW)),
        ),
        table,
    )


PICTURES = {"elder-1": lecture, "elder-2": returns, "elder-3": together}
