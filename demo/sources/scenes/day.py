"""检察官的一天: four hours of one working day, told by light and a clock."""

from studio import things
from studio.buildings import house
from studio.cast import FARMER, GRANDMA, OFFICER_2, OFFICER_F, OFFICER_M, OFFICER_S
from studio.furniture import chair_back, desk, plant, shelf
from studio.looks import Look, Pose
from studio.nature import cloud, hills, sky, sun
from studio.palette import BLUE, CREAM, FERN, GOLD, INK, LEAF, NAVY, STONE, WHITE, WOOD, darker
from studio.people import person
from studio.plants import bush, flowers, tree
from studio.rooms import clock, room, window
from studio.stage import Stage
from studio.svg import (
    at,
    circle,
    document,
    down,
    ellipse,
    glow,
    group,
    line,
    path,
    polygon,
    rect,
    text,
)

VISITOR = Look(top="#b08d6a", dress="shirt", bottom="#4b5562", cut="crop", skin="#ddaa83")


def morning() -> str:
    """08:40, a visitor tells his matter."""
    return document(
        room("#f1f0ea", "#d3c6b2", 550, "#dfe6ee"),
        polygon([(130, 340), (420, 340), (640, 800), (240, 800)], "#fbeebf", opacity=0.35),
        window(110, 96, 320, 260, 3, "#b4d0b6", curtains="#d9c9a9"),
        circle(250, 180, 90, glow("#fbe7ae"), opacity=0.9),
        clock(560, 150, 8, 40, 40),
        rect(690, 90, 330, 74, BLUE, 8),
        text(855, 141, "群众来访接待室", 36, WHITE, 700, "middle"),
        shelf(1070, 550, 180, 330, 4, 11),
        plant(60, 650, 1.05),
        person(860, 716, 1.1, OFFICER_F, Pose(turn=-0.5, left=(-50, -232), right=(30, -228))),
        desk(760, 730, 640, 172),
        at(860, 556, things.papers(1.1)),
        at(960, 552, things.mug(1.05)),
        at(640, 552, things.mug(1.05, "#f1e6cf")),
        line("M800 540L822 520", GOLD, 5),
        person(
            380, 756, 1.14, VISITOR, Pose(turn=0.6, left=(-34, -190), right=(96, -262), behind="")
        ),
        person(240, 750, 1.08, GRANDMA, Pose(turn=0.6, left=(-24, -210), right=(26, -210))),
    )


def reading() -> str:
    """10:30, case files page by page."""
    lamp = at(
        330,
        540,
        rect(-44, -8, 88, 8, NAVY, 4),
        line("M0 -8L-20 -100L60 -170", NAVY, 8),
        polygon([(36, -190), (92, -160), (70, -120), (20, -156)], GOLD),
        polygon([(30, -150), (74, -122), (120, -6), (-80, -6)], "#fbeebf", opacity=0.45),
    )
    book = at(
        620,
        546,
        polygon([(-110, 8), (0, 0), (0, -26), (-96, -22)], WHITE),
        polygon([(110, 8), (0, 0), (0, -26), (96, -22)], "#f3f5f8"),
        line("M-84 -12L-14 -17M-90 -4L-12 -8M84 -12L14 -17M90 -4L12 -8", STONE, 2.5),
    )
    return document(
        room("#ecf0f5", "#cfc2ad", 550, "#dbe3ec"),
        shelf(60, 550, 250, 440, 5, 3),
        shelf(330, 550, 220, 440, 5, 9),
        window(900, 100, 280, 250, 2, "#b4d0b6", curtains="#c7d6e6"),
        clock(726, 140, 10, 30, 40),
        at(
            650,
            210,
            rect(0, 0, 160, 110, CREAM, 3),
            line("M20 28H140M20 52H140M20 76H90", STONE, 4),
        ),
        chair_back(624, 600, 150, 240, "#28466e"),
        person(
            624,
            762,
            1.18,
            OFFICER_2,
            Pose(turn=-0.15, nod=3, left=(-62, -206), right=(58, -206)),
            legs=False,
            shadow=False,
        ),
        desk(640, 744, 900, 190),
        lamp,
        book,
        at(880, 556, things.files(0.95, 6)),
        at(1010, 556, things.files(0.9, 4)),
        at(440, 552, things.mug(1.1)),
        at(760, 548, things.papers(0.9)),
        plant(1222, 700, 1.1),
        plant(60, 720, 0.95),
    )


def field() -> str:
    """14:30, in a farmyard among the hills."""
    stage = Stage(300, 1.18)
    persimmon = at(
        1130,
        560,
        tree(0, 0, 1.15, FERN),
        *[
            circle(x, y, 12, "#e0934a")
            for x, y in (
                (-70, -200),
                (-30, -260),
                (20, -220),
                (60, -180),
                (40, -290),
                (-50, -160),
                (84, -240),
                (-10, -320),
            )
        ],
    )
    stools = group(
        *[
            group(
                ellipse(x, 716, 46, 8, "#0a1626", opacity=0.12),
                rect(x - 38, 640, 76, 14, WOOD, 5),
                line(f"M{x - 28} 652L{x - 34} 714M{x + 28} 652L{x + 34} 714", darker(WOOD, 0.2), 7),
            )
            for x in (420, 580)
        ]
    )
    seat = {"hip": (0, -100), "seated": True, "feet": ((-22, 0), (24, 0))}
    corn = group(
        *[
            at(
                60 + i * 30,
                300,
                ellipse(0, 0, 10, 30, "#e3b64f"),
                line("M0 -30Q-10 -50 -16 -56M0 -30Q8 -48 14 -54", "#b9a86a", 4),
            )
            for i in range(7)
        ]
    )
    return document(
        sky("#c3dcf2", "#fbf3df", 330),
        sun(960, 120, 42),
        cloud(700, 96, 0.9),
        cloud(1160, 150, 0.7, 0.8),
        hills(306, 190, "#b9d2df", 41, 320),
        hills(316, 110, "#9fc4b0", 15, 340),
        rect(0, 316, 1280, 490, down("#bcd6a8", "#9cc194")),
        path("M0 520C300 470 900 470 1280 540V800H0Z", down("#ebe0c6", "#ddcda9")),
        at(
            200,
            566,
            rect(-210, -270, 470, 270, "#f2e7d3"),
            polygon([(-250, -262), (-190, -370), (250, -370), (300, -262)], "#6f8093"),
            line("M-232 -292L284 -292M-216 -322L268 -322M-202 -348L258 -348", "#5d6d80", 3),
            rect(60, -180, 90, 180, WOOD, 3),
            line("M105 -180V0", darker(WOOD, 0.2), 3),
            rect(-150, -190, 120, 100, WHITE, 3),
            rect(-142, -182, 104, 84, down("#a9c6e2", "#dceaf5")),
            line("M-90 -182V-98M-142 -140H-38", WHITE, 4),
            rect(-210, -24, 470, 24, "#c9bda6"),
        ),
        corn,
        persimmon,
        tree(760, 400, 0.4, FERN),
        tree(850, 380, 0.34, LEAF),
        house(930, 384, 0.44, "#eee6d8"),
        stools,
        person(
            420,
            740,
            stage.scale(740),
            GRANDMA,
            Pose(turn=0.4, left=(-30, -116), right=(56, -150), behind="", **seat),
        ),
        person(
            580,
            744,
            stage.scale(744),
            OFFICER_F,
            Pose(turn=-0.4, left=(-36, -142), right=(34, -142), **seat),
            holding=at(-4, -146, things.clipboard(0.7, -6)),
        ),
        person(
            250,
            728,
            stage.scale(728),
            FARMER,
            Pose(turn=0.6, left=(-40, -184), right=(60, -240), behind=""),
        ),
        person(
            760,
            716,
            stage.scale(716),
            OFFICER_M,
            Pose(turn=-0.6, left=(-34, -236), right=(28, -232)),
            holding=at(-6, -244, things.tablet(0.8, 4)),
        ),
        at(960, 700, _chickens()),
        bush(1240, 760, 1, FERN),
        flowers(1040, 1270, 640, 720, 16),
    )


def _chickens() -> str:
    hen = group(
        ellipse(0, 2, 26, 4, "#0a1626", opacity=0.14),
        path(
            "M-28 -22Q-36 -44 -26 -46Q-18 -32 2 -34Q10 -52 20 -50Q30 -46 26 -34Q30 -8 4 -6Q-22 -6 -28 -22Z",
            "#f4ede0",
        ),
        path("M14 -52Q18 -62 22 -54Q28 -60 28 -48Z", "#b5473d"),
        polygon([(27, -42), (36, -39), (27, -36)], GOLD),
        circle(21, -43, 2, INK),
        line("M-4 -6V2M6 -6V2", GOLD, 3),
    )
    return group(
        hen,
        at(74, 26, hen, scale=0.9, flip=True),
        at(20, 54, hen, scale=0.56),
        at(-22, 48, hen, scale=0.5),
    )


def evening() -> str:
    """17:50, the team weighs the evidence before going home."""
    steps = group(
        *[
            group(
                circle(70 + i * 150, 92, 30, BLUE if i < 3 else STONE),
                text(70 + i * 150, 104, words, 30, WHITE, 700, "middle"),
            )
            for i, words in enumerate("甲乙丙丁")
        ],
        line("M104 92H186M254 92H336", BLUE, 5),
        line("M404 92H486", STONE, 5, stroke_dasharray="10 12"),
        line("M40 160H200M40 190H160M260 160H420M260 190H380", STONE, 6),
        circle(480, 196, 34, "none", stroke="#b5473d", stroke_width=5),
        text(480, 210, "？", 40, "#b5473d", 700, "middle"),
    )
    sunset = group(
        rect(80, 96, 330, 270, down("#f3c58b", "#fbe6c4"), 2),
        circle(250, 270, 46, "#f6b65c"),
        path("M80 366V300Q140 270 200 300T330 290T410 286V366Z", "#7d8fa0"),
        rect(60, 80, 0, 0, WHITE),
        rect(242, 96, 6, 270, WHITE),
        rect(80, 210, 330, 5, WHITE),
        rect(68, 84, 354, 12, WHITE, 3),
        rect(68, 366, 354, 12, WHITE, 3),
        rect(68, 84, 12, 290, WHITE),
        rect(410, 84, 12, 290, WHITE),
    )
    return document(
        room("#f3e9dc", "#c9b596", 550, "#e9dfd2"),
        polygon([(80, 380), (420, 380), (760, 800), (160, 800)], "#f9d79b", opacity=0.28),
        sunset,
        clock(500, 150, 17, 50, 40),
        at(
            590,
            96,
            rect(-14, -14, 588, 298, "#c8cfd8", 8),
            rect(0, 0, 560, 270, "#fdfdfb", 4),
            steps,
        ),
        person(
            640,
            700,
            1.04,
            OFFICER_S,
            Pose(turn=0.4, right=(92, -384), left=(-44, -184), behind=""),
            shadow=False,
        ),
        person(
            1176,
            660,
            1.0,
            OFFICER_M,
            Pose(turn=-0.6, left=(-70, -286), right=(40, -190), behind=""),
        ),
        desk(640, 776, 760, 150, "#b08158"),
        at(430, 626, things.files(0.8, 3)),
        at(840, 626, things.laptop(0.9)),
        at(640, 624, things.papers(1.1, 3)),
        at(540, 624, things.mug(0.9)),
        person(
            330,
            762,
            1.1,
            OFFICER_F,
            Pose(turn=0.6, left=(-30, -228), right=(44, -226)),
            holding=at(6, -238, things.clipboard(0.8)),
        ),
        person(
            986, 780, 1.1, OFFICER_2, Pose(turn=-0.6, left=(-40, -268), right=(44, -186), behind="")
        ),
        plant(1222, 690, 1.05),
        plant(56, 760, 0.9),
    )


PICTURES = {"day-1": morning, "day-2": reading, "day-3": field, "day-4": evening}
