"""一条河的变化: four views of the same bend of the same river."""

from studio import things
from studio.buildings import bridge, house
from studio.cast import GIRL, GRANDPA, MOTHER, OFFICER, OFFICER_F, OFFICER_M, WARDEN
from studio.furniture import bench
from studio.looks import Look, Pose
from studio.nature import cloud, hills, ripples, river, sky, sun
from studio.palette import FERN, GOLD, INK, LEAF, PINE, STONE, STRAW, TAN, WHITE, darker, mix
from studio.people import person
from studio.plants import flowers, reeds, tree, tufts
from studio.stage import Stage
from studio.svg import at, circle, document, down, ellipse, group, line, path, polygon, rect, smooth

STAGE = Stage(296, 1.16)
BANKS = [
    (322, 700, 900),
    (380, 640, 900),
    (450, 520, 920),
    (540, 420, 980),
    (650, 380, 1060),
    (810, 330, 1240),
]
WORKER = Look(
    top=GOLD,
    dress="vest",
    under="#5c7f95",
    bottom="#39485a",
    hat="helmet",
    skin=TAN,
    shoes="#20303f",
)


def _place(health: float) -> str:
    """The landscape from neglected (0) to healthy (1)."""
    grass_far, grass_near = mix("#c9c6a8", "#bcd8b2", health), mix("#a8a27f", "#88b68b", health)
    water_far, water_near = mix("#b3aa93", "#c5e0ee", health), mix("#7d7561", "#5f9dbf", health)
    left = [(x - 26, y) for y, x, _ in BANKS]
    right = [(x + 26, y) for y, _, x in BANKS]
    mud = path(
        smooth(left) + "L" + smooth(list(reversed(right)))[1:] + "Z",
        mix("#8b7a5f", "#c9b795", health),
    )
    return group(
        sky(mix("#cdd3d6", "#c3ddf3", health), mix("#e9e4d8", "#fbf4e2", health), 340),
        hills(312, 130, mix("#c3c9ce", "#bfd5e4", health), 21, 330),
        hills(318, 70, mix("#b9bda9", "#a6cbb2", health), 17, 340),
        rect(0, 316, 1280, 490, down(grass_far, grass_near)),
        house(196, 372, 0.62, "#f4ecdc"),
        house(352, 352, 0.46, "#eee7da", "#7b8794"),
        house(1130, 360, 0.56, "#f1e9da", "#76869a"),
        mud,
        river(BANKS, water_far, water_near),
        bridge(800, 350, 0.42),
    )


def _rubbish() -> str:
    bits = [
        (620, 470, "#e9e6dc"),
        (700, 560, "#7fa0b8"),
        (560, 620, "#c98a6d"),
        (840, 640, "#dcd9cf"),
        (660, 720, "#8aa27a"),
        (920, 740, "#c7b08a"),
        (760, 430, "#cfd3d6"),
        (510, 700, "#d8d2c2"),
    ]
    floats = [
        at(
            x,
            y,
            ellipse(0, 8, 40, 7, "#0a1626", opacity=0.15),
            rect(-26, -12, 52, 22, colour, 7),
            rect(-8, -20, 20, 12, darker(colour, 0.15), 4),
            scale=0.4 + (y - 400) / 500,
            turn=(x * 7) % 40 - 20,
        )
        for x, y, colour in bits
    ]
    return group(
        *floats,
        *[
            at(x, y, things.sack(s))
            for x, y, s in ((420, 606, 0.5), (376, 640, 0.62), (1090, 640, 0.6), (1150, 668, 0.72))
        ],
    )


def _pipe(flowing: bool) -> str:
    flow = (
        path(
            "M1010 560C960 566 944 590 930 640C880 660 850 690 820 740L960 760C1000 700 1010 650 1030 604Z",
            "#4d4638",
            opacity=0.75,
        )
        if flowing
        else ""
    )
    lid = (
        group(
            circle(1024, 566, 40, "#a3adb6"),
            line("M1000 542L1048 590M1048 542L1000 590", "#7d8790", 7),
        )
        if not flowing
        else circle(1024, 566, 30, "#3a332a")
    )
    return group(
        flow,
        polygon([(1020, 526), (1180, 500), (1200, 580), (1020, 606)], "#9aa4ae"),
        circle(1024, 566, 40, "#8a949e"),
        lid,
    )


def neglected() -> str:
    """Grey water, rubbish and a leaking pipe."""
    passer = Look(top="#b9a79b", dress="shirt", bottom="#59606b", cut="bob", slim=0.88)
    return document(
        _place(0.0),
        cloud(300, 140, 1.1, 0.45),
        cloud(900, 110, 1.3, 0.4),
        tree(90, 470, 0.66, "#8f9a7d"),
        tree(1220, 420, 0.5, "#97a084"),
        _pipe(True),
        _rubbish(),
        ripples(
            [(560, 520, 80), (760, 600, 120), (600, 670, 130), (700, 770, 180)], "#d9d2bf", 0.5
        ),
        reeds(450, 560, 0.5, "#98926a", 3),
        reeds(360, 760, 0.9, "#8d875f", 5),
        tufts(20, 330, 600, 790, "#8a8660", 34),
        person(
            200,
            742,
            STAGE.scale(742),
            passer,
            Pose(turn=0.8, left=(16, -344), right=(36, -182), behind="right"),
        ),
        person(
            112,
            724,
            STAGE.scale(724, 0.68),
            Look(top="#9fb0bd", dress="tee", bottom="#5d6773", cut="bowl", slim=0.82),
            Pose(turn=0.8, left=(16, -344), right=(92, -300)),
        ),
    )


def investigated() -> str:
    """Officers take samples and listen to a neighbour."""
    return document(
        _place(0.22),
        cloud(320, 130, 1, 0.6),
        cloud(980, 96, 1.1, 0.5),
        tree(90, 470, 0.66, "#8a9c7d"),
        tree(1220, 420, 0.5, "#93a384"),
        _pipe(True),
        _rubbish(),
        ripples([(560, 520, 80), (760, 600, 120), (700, 770, 180)], "#e0dccc", 0.5),
        reeds(450, 556, 0.5, "#98976e", 3),
        tufts(20, 300, 600, 790, "#85895f", 30),
        at(640, 210, things.drone(0.86)),
        person(
            84,
            700,
            STAGE.scale(700),
            GRANDPA,
            Pose(turn=0.7, right=(112, -296), left=(-40, -182), behind=""),
        ),
        person(
            222,
            764,
            STAGE.scale(764),
            OFFICER_F,
            Pose(turn=-0.2, left=(-24, -238), right=(36, -236)),
            holding=at(4, -246, things.clipboard(0.76, -4)),
        ),
        person(
            352,
            726,
            STAGE.scale(726),
            OFFICER_M,
            Pose(
                hip=(0, -92),
                lean=24,
                nod=8,
                turn=0.9,
                feet=((-34, 0), (44, 2)),
                knees=(-1, -1),
                left=(106, -56),
                right=(120, -74),
                behind="",
            ),
            holding=at(124, -52, things.bottle(0.84, "#7d7057"), turn=8),
        ),
        person(
            1206,
            706,
            STAGE.scale(706),
            OFFICER,
            Pose(turn=-0.8, left=(-40, -300), right=(-24, -296), behind=""),
            holding=at(-34, -312, things.camera(0.7)),
        ),
    )


def restored() -> str:
    """Workers clear the river, close the pipe and plant trees."""
    boat = at(
        742,
        640,
        ellipse(0, 26, 190, 16, "#0a1626", opacity=0.14),
        person(-40, -6, 0.72, WORKER, Pose(turn=0.7, right=(86, -236), left=(60, -216))),
        at(-84, 4, things.sack(0.7)),
        person(
            104,
            -4,
            0.7,
            WORKER,
            Pose(turn=-0.7, left=(-50, -200), right=(-10, -190), behind="right"),
        ),
        path("M-190 -14Q0 20 190 -18L150 36Q0 52 -150 36Z", "#5d86a8"),
        path("M-190 -14Q0 20 190 -18L186 -8Q0 30 -184 -4Z", "#7fa5c4"),
        line("M20 -168L210 -40", "#a97c55", 6),
        at(
            214,
            -34,
            path("M-14 -8C18 -26 50 8 30 30C18 42 -10 34 -14 -8Z", "#dfe7ee", opacity=0.85),
        ),
    )
    return document(
        _place(0.55),
        cloud(300, 130, 1, 0.75),
        cloud(1000, 100, 0.9, 0.7),
        tree(90, 470, 0.66, "#7fa27d"),
        tree(1220, 420, 0.5, LEAF),
        _pipe(False),
        *[
            tree(x, y, s, LEAF, "young")
            for x, y, s in (
                (470, 440, 0.36),
                (424, 490, 0.46),
                (1004, 430, 0.36),
                (1050, 480, 0.46),
                (352, 560, 0.62),
            )
        ],
        ripples([(600, 500, 90), (800, 560, 100), (520, 720, 150), (860, 760, 200)], WHITE, 0.5),
        boat,
        *[
            at(x, y, things.sack(s))
            for x, y, s in ((1190, 560, 0.6), (1250, 568, 0.7), (1222, 592, 0.78))
        ],
        tree(224, 722, 0.9, FERN, "young"),
        person(
            116,
            744,
            STAGE.scale(744),
            WORKER,
            Pose(lean=10, turn=0.8, left=(54, -208), right=(70, -182)),
            holding=at(66, -206, things.spade(1.16, 6)),
        ),
        person(
            326,
            760,
            STAGE.scale(760),
            OFFICER_M,
            Pose(
                hip=(0, -100),
                lean=-20,
                turn=-0.9,
                feet=((-40, 0), (36, 0)),
                knees=(1, 1),
                left=(-96, -96),
                right=(-84, -70),
                behind="",
            ),
        ),
        person(
            1226,
            764,
            STAGE.scale(764),
            WARDEN,
            Pose(turn=-0.6, left=(-34, -236), right=(30, -234)),
            holding=at(0, -246, things.clipboard(0.8)),
        ),
        reeds(1046, 800, 0.8, FERN, 8),
        tufts(20, 300, 620, 790, "#6f9a70", 26),
    )


def enjoyed() -> str:
    """Clear water and neighbours who come back to it."""
    ducks = [
        at(
            x,
            y,
            ellipse(0, 6, 30, 5, WHITE, opacity=0.6),
            path(
                "M-24 -4Q-30 -18 -18 -12H8Q10 -30 22 -30Q34 -28 30 -16Q26 -12 26 -4Q14 8 -10 6Q-22 4 -24 -4Z",
                WHITE,
            ),
            circle(24, -24, 2, INK),
            polygon([(30, -24), (40, -20), (30, -18)], GOLD),
            scale=s,
        )
        for x, y, s in ((660, 560, 0.7), (730, 584, 0.8), (610, 610, 0.85))
    ]
    kite = group(
        line("M370 452Q410 310 520 170", STONE, 2),
        at(
            520,
            170,
            polygon([(0, -46), (34, 0), (0, 56), (-34, 0)], GOLD),
            polygon([(0, -46), (34, 0), (0, 0)], STRAW),
            line("M0 56Q14 80 0 104T8 150", GOLD, 4),
            turn=24,
        ),
    )
    path_walk = path(
        "M-20 640C140 560 330 470 560 352L600 352C420 470 260 600 150 820L-20 820Z",
        down("#f0e8d6", "#e5d9bd"),
    )
    rail = line("M620 352C500 420 372 520 320 640", "#a9855c", 6) + line(
        "".join(f"M{620 - i * 42} {352 + i * i * 4.2 + i * 10:.0f}v{14 + i * 5}" for i in range(8)),
        "#a9855c",
        5,
    )
    return document(
        _place(1.0),
        sun(1060, 132, 44),
        cloud(280, 124, 1),
        cloud(800, 84, 0.7, 0.85),
        path_walk,
        rail,
        tree(84, 500, 0.92, FERN, "willow"),
        tree(440, 424, 0.4, LEAF),
        tree(512, 388, 0.3, FERN),
        tree(1010, 420, 0.42, LEAF),
        tree(1080, 470, 0.56, FERN),
        tree(1216, 520, 0.86, FERN),
        ripples(
            [
                (620, 480, 100),
                (760, 520, 120),
                (560, 660, 150),
                (800, 650, 170),
                (640, 740, 200),
                (900, 770, 220),
                (780, 440, 80),
            ]
        ),
        *ducks,
        reeds(1090, 640, 0.7, FERN, 2),
        reeds(1200, 760, 1.0, PINE, 4),
        flowers(1080, 1280, 560, 790, 26),
        flowers(340, 460, 700, 795, 10),
        reeds(352, 790, 0.9, PINE, 9),
        kite,
        bench(118, 640, 0.72),
        person(
            78,
            640,
            0.72,
            GRANDPA,
            Pose(
                hip=(0, -112),
                seated=True,
                turn=0.3,
                left=(-30, -128),
                right=(30, -128),
                feet=((-20, 0), (22, 0)),
            ),
            shadow=False,
        ),
        person(
            160,
            640,
            0.7,
            Look(
                top="#b98a86", dress="shirt", bottom="#4d4653", hair="#d4d8de", cut="bun", slim=0.9
            ),
            Pose(
                hip=(0, -114),
                seated=True,
                turn=-0.3,
                left=(-28, -130),
                right=(28, -130),
                feet=((-20, 0), (22, 0)),
            ),
            shadow=False,
        ),
        person(316, 772, STAGE.scale(772), MOTHER, Pose(turn=-0.4, left=(-66, -196))),
        person(
            232,
            780,
            STAGE.scale(780, 0.64),
            GIRL,
            Pose(turn=0.4, left=(-60, -250), right=(36, -290), behind=""),
        ),
        person(
            400,
            560,
            STAGE.scale(560, 0.76),
            Look(top="#5f9a9e", dress="tee", bottom="#4d5d74", cut="crop", slim=0.84),
            Pose(turn=0.6, left=(-70, -250), right=(-10, -250), behind=""),
        ),
    )


PICTURES = {"river-1": neglected, "river-2": investigated, "river-3": restored, "river-4": enjoyed}
