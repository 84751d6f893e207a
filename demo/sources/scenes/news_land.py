"""Three pictures for the news: a river bank, a ramp, a wheat field."""

from studio import things
from studio.buildings import skyline
from studio.cast import BUILDER, FARMER, FARMER_F, OFFICER, OFFICER_F, OFFICER_M, OFFICER_S, WARDEN
from studio.furniture import railing
from studio.looks import Look, Pose
from studio.nature import cloud, hills, meadow, ripples, river, sky, sun, wheat
from studio.palette import (
    BLUE,
    FERN,
    GOLD,
    INK,
    LEAF,
    PINE,
    SKYBLUE,
    STEEL,
    STONE,
    STRAW,
    WHITE,
)
from studio.people import person, wheelchair_user
from studio.plants import bush, ears, flowers, reeds, tree, tufts
from studio.stage import Stage
from studio.svg import at, circle, document, down, ellipse, group, line, path, polygon, rect, text


def riverside() -> str:
    """Officers and a river warden inspect the bank and take a sample."""
    stage = Stage(306, 1.12)
    water = river(
        [(316, 700, 820), (372, 640, 930), (470, 610, 1150), (600, 560, 1420), (820, 360, 1700)],
        "#c3dcec",
        "#6fa3c4",
    )
    bank = path(
        "M-20 330C240 322 520 322 706 316C650 350 640 380 634 410C612 470 596 520 570 596C520 680 430 750 350 820L-20 820Z",
        down("#c4dab4", "#8fba8e"),
    )
    walk = path(
        "M610 318C520 380 420 520 60 820L330 820C430 690 560 470 640 318Z",
        down("#efe6d3", "#e2d4b8"),
    )
    edge = path(
        "M706 316C650 350 640 380 634 410C612 470 596 520 570 596C520 680 430 750 350 820L392 820C470 742 548 672 590 600C614 530 630 470 652 412C656 380 668 346 716 316Z",
        "#b9a78a",
    )
    far = path(
        "M820 316C930 330 1150 322 1300 322L1300 392C1180 388 1060 372 930 350C890 342 850 330 812 318Z",
        "#b5d1a9",
    )
    sampler = person(
        470,
        706,
        stage.scale(706),
        OFFICER_M,
        Pose(
            hip=(0, -92),
            lean=26,
            nod=8,
            turn=0.9,
            feet=((-34, 0), (44, 2)),
            knees=(-1, -1),
            left=(112, -52),
            right=(124, -72),
            behind="",
        ),
        holding=at(126, -54, things.bottle(0.8, "#a9c9c0"), turn=8),
    )
    chief = person(
        262,
        742,
        stage.scale(742),
        OFFICER_F,
        Pose(turn=0.55, left=(2, -232), right=(62, -238)),
        holding=at(34, -244, things.tablet(0.86, -6)),
    )
    warden = person(
        366,
        650,
        stage.scale(650),
        WARDEN,
        Pose(turn=0.75, right=(118, -292), left=(-40, -182), behind=""),
    )
    return document(
        sky("#cfe2f3", "#fbf3e0", 330),
        sun(968, 172, 44),
        cloud(220, 128, 0.9),
        cloud(560, 84, 0.6, 0.8),
        cloud(1150, 110, 0.7, 0.8),
        hills(306, 120, "#c6d8e4", 4, 330),
        hills(312, 74, "#aecbc0", 9, 334),
        skyline(316, "#c9d6e3", 11, 16, 54),
        meadow(314),
        water,
        far,
        bank,
        walk,
        edge,
        *[
            tree(830 + i * 88, 352 + i * 7, 0.24 + i * 0.035, LEAF if i % 2 else FERN)
            for i in range(6)
        ],
        tree(112, 480, 0.86, FERN, "willow"),
        tree(520, 352, 0.27, FERN),
        tree(446, 360, 0.34, LEAF),
        bush(330, 400, 0.5, LEAF),
        ripples(
            [
                (760, 420, 90),
                (880, 470, 140),
                (700, 520, 110),
                (960, 560, 180),
                (760, 640, 160),
                (1080, 690, 190),
                (640, 730, 190),
                (900, 770, 240),
                (1090, 440, 100),
            ]
        ),
        reeds(620, 600, 0.72, FERN, 2),
        reeds(694, 480, 0.42, FERN, 4),
        reeds(1204, 470, 0.5, FERN, 6),
        tufts(0, 240, 520, 790, "#6d9c78", 40),
        flowers(0, 210, 560, 795, 26),
        at(810, 168, things.drone(0.9)),
        warden,
        sampler,
        chief,
        reeds(470, 812, 1.1, PINE, 3),
    )


def ramp() -> str:
    """A wheelchair user tries the repaired ramp while officers check it."""
    stage = Stage(250, 1.3)
    wall = group(
        rect(300, 96, 1000, 470, down("#f2eee6", "#e6dfd2")),
        rect(280, 70, 1020, 34, "#c9bfae", 4),
        rect(300, 540, 1000, 30, "#bdb3a3"),
        *[
            group(
                rect(390 + i * 168, 160, 116, 150, WHITE, 3),
                rect(398 + i * 168, 168, 100, 134, down("#a9c8e6", "#e2eef7")),
                rect(446 + i * 168, 168, 4, 134, WHITE),
            )
            for i in range(3)
        ],
        rect(940, 150, 300, 416, "#d9d0c1"),
        rect(956, 230, 268, 336, down("#8db0d5", "#d5e4f1")),
        rect(1088, 230, 5, 336, WHITE),
        rect(1070, 390, 5, 60, STRAW),
        rect(1106, 390, 5, 60, STRAW),
        rect(920, 150, 340, 62, BLUE, 5),
        text(1090, 192, "青禾街道便民服务中心", 29, WHITE, 700, "middle"),
        rect(920, 212, 340, 6, GOLD),
    )
    platform = group(
        polygon([(900, 548), (1290, 548), (1290, 664), (900, 664)], down("#ddd6c9", "#c9c0b0")),
        polygon([(880, 530), (1290, 530), (1290, 562), (900, 562)], "#eee8dd"),
    )
    slope = group(
        polygon([(210, 690), (900, 562), (900, 664), (250, 712)], down("#d4ccbd", "#bfb5a4")),
        polygon([(160, 682), (880, 530), (900, 562), (206, 708)], "#f1ece2"),
        line("M262 682L880 552", "#d9a441", 5, stroke_dasharray="26 16"),
    )
    sign = group(
        rect(118, 470, 8, 222, STEEL),
        rect(82, 430, 80, 80, BLUE, 10),
        circle(118, 452, 7, WHITE),
        line("M118 462V482H138L146 500", WHITE, 6),
        path(
            "M112 474A17 17 0 1 0 136 492",
            "none",
            stroke=WHITE,
            stroke_width=5,
            stroke_linecap="round",
        ),
    )
    user = at(560, 622, at(0, 0, wheelchair_user(), turn=-11.5), scale=0.84)
    return document(
        sky("#cbe0f2", "#f7f4ea", 600),
        cloud(140, 120, 0.8),
        skyline(560, "#d3deea", 8, 60, 150),
        wall,
        rect(0, 556, 300, 20, "#a9c9a2"),
        rect(0, 566, 1280, 240, down("#dfdacf", "#efeae0")),
        tree(60, 580, 0.92, FERN),
        bush(210, 580, 0.62, LEAF),
        platform,
        railing(236, 664, 884, 532, 96, 6, "#7e8fa3"),
        slope,
        person(
            1150,
            552,
            0.68,
            Look(top="#a9c4bf", dress="shirt", bottom=INK, cut="bun", slim=0.88),
            Pose(turn=-0.6, left=(-80, -236)),
        ),
        user,
        railing(226, 716, 902, 590, 84, 7, "#93a3b5"),
        sign,
        line("M0 742H1280", "#d5cec0", 3),
        polygon([(0, 752), (1280, 752), (1280, 786), (0, 786)], "#e3b95c", opacity=0.75),
        line("".join(f"M{20 + i * 64} 769h36" for i in range(20)), "#c7983a", 7),
        person(
            372,
            774,
            stage.scale(774),
            OFFICER_M,
            Pose(turn=0.6, left=(0, -236), right=(56, -232)),
            holding=at(30, -246, things.clipboard(0.8, 6)),
        ),
        person(
            958,
            778,
            stage.scale(778),
            OFFICER_F,
            Pose(turn=-0.7, left=(-100, -262), right=(46, -182), behind=""),
        ),
        bush(1220, 800, 0.9, FERN),
        bush(1120, 806, 0.6, LEAF),
    )


def wages() -> str:
    """At the edge of a wheat field workers receive their wages."""
    stage = Stage(312, 1.12)
    harvester = at(
        300,
        352,
        rect(-62, -52, 96, 36, "#b5524a", 6),
        rect(-20, -86, 50, 38, "#3f5f86", 5),
        rect(-14, -80, 38, 24, "#cfe1f2", 3),
        circle(-40, -10, 16, INK),
        circle(24, -6, 20, INK),
        circle(-40, -10, 6, STONE),
        circle(24, -6, 8, STONE),
        polygon([(34, -30), (92, -8), (92, 4), (34, -12)], GOLD),
        rect(-92, -60, 34, 8, "#8f3f39"),
        scale=0.8,
    )
    table = group(
        ellipse(770, 742, 170, 12, "#0a1626", opacity=0.14),
        line("M660 640L644 740M880 640L896 740M690 640L680 720M850 640L860 720", STEEL, 8),
        polygon([(650, 604), (890, 604), (916, 634), (624, 634)], "#f4f7fb"),
        rect(624, 634, 292, 14, SKYBLUE),
        at(690, 626, things.papers(0.9, 3)),
        at(852, 620, things.letter(0.8, "#f1dca8")),
        at(784, 620, things.letter(0.8, "#f1dca8")),
        at(776, 614, things.letter(0.8, "#f6e7c0")),
    )
    return document(
        sky("#bfd8f0", "#fdf3d9", 330),
        sun(210, 150, 50),
        cloud(520, 120, 0.9),
        cloud(930, 82, 0.6, 0.85),
        hills(314, 96, "#c3d7df", 6, 340),
        hills(322, 52, "#a9c7b4", 13, 340),
        wheat(322, 0, 1280, (420, 322)),
        *[tree(730 + i * 62, 334, 0.2 + (i % 2) * 0.05, FERN, "poplar") for i in range(5)],
        harvester,
        ears(-10, 620, 470, 0.5, 40, 2, "#dcae55"),
        ears(-20, 560, 560, 0.7, 30, 8, "#d9a441"),
        path("M430 800C520 660 650 560 900 470L1290 420V800Z", down("#e9dfc4", "#d9c8a0")),
        path("M520 664C680 540 980 440 1290 400V430C1010 466 760 548 520 664Z", "#b7cf9c"),
        tree(1156, 520, 1.25, FERN),
        bush(1010, 500, 0.5, LEAF),
        person(
            728,
            716,
            stage.scale(700),
            OFFICER_S,
            Pose(turn=0.3, left=(-40, -190), right=(40, -200)),
        ),
        person(
            836,
            716,
            stage.scale(700),
            OFFICER,
            Pose(turn=0.5, left=(-30, -206), right=(88, -258), behind=""),
            holding=at(104, -262, things.envelope(50, 32, STRAW)),
        ),
        table,
        person(
            960,
            716,
            stage.scale(716),
            BUILDER,
            Pose(turn=-0.85, left=(-66, -258), right=(-30, -216), behind="right"),
        ),
        person(
            1070,
            728,
            stage.scale(728),
            FARMER_F,
            Pose(turn=-0.6, left=(-30, -224), right=(10, -222)),
            holding=at(-14, -234, things.notes(0.7, -20)),
        ),
        person(
            1180, 744, stage.scale(744), FARMER, Pose(turn=-0.5, left=(-40, -184), right=(36, -184))
        ),
        ears(-20, 560, 690, 1.0, 22, 5, "#d39c3b"),
        ears(-30, 500, 812, 1.3, 17, 9, "#c98f2f"),
    )


PICTURES = {"news-1": riverside, "news-5": ramp, "news-6": wages}
