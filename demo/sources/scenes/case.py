"""公益诉讼案件是怎么办的: a clue, an inquiry, a recommendation, a second look."""

from studio import things
from studio.buildings import house
from studio.cast import (
    FARMER,
    FARMER_F,
    GRANDPA,
    OFFICER,
    OFFICER_2,
    OFFICER_F,
    OFFICER_M,
    OFFICER_S,
)
from studio.furniture import chair_back, counter, plant
from studio.looks import Look, Pose
from studio.nature import cloud, hills, sky, sun
from studio.palette import (
    BLUE,
    FERN,
    GOLD,
    INK,
    LEAF,
    NAVY,
    STEEL,
    STONE,
    WARM,
    WHITE,
    WOOD,
    darker,
    mix,
)
from studio.people import person
from studio.plants import bush, flowers, tree, tufts
from studio.rooms import room, screen, wall_map, window
from studio.stage import Stage
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

STAGE = Stage(286, 1.2)
CLERK = Look(top="#7e8fa6", dress="suit", bottom="#39485a", cut="short", skin=WARM)
CLERK_F = Look(top="#9d8f9f", dress="suit", bottom="#39485a", cut="bob", slim=0.88)


def clue() -> str:
    """A villager brings photographs; the place is marked on the map."""
    photo = group(
        rect(-40, -30, 80, 60, WHITE, 3, stroke="#c8d0da", stroke_width=2),
        rect(-34, -24, 68, 48, "#cfe0ec"),
        path("M-34 24L-12 -4L6 12L18 0L34 16V24Z", "#a38f6d"),
    )
    return document(
        room("#eaf0f7", "#d2c6b3", 540, "#dce5ef"),
        rect(96, 66, 380, 66, BLUE, 8),
        text(286, 112, "检察服务大厅", 36, WHITE, 700, "middle", letter_spacing=4),
        wall_map(900, 90, 300, 300),
        window(120, 180, 240, 200, 2, "#b4d0b6"),
        plant(60, 600, 1.1),
        screen(
            520,
            86,
            290,
            178,
            rect(0, 0, 290, 44, BLUE),
            text(145, 32, "线索从哪里来", 26, WHITE, 700, "middle"),
            lines(26, 84, ["群众反映", "日常巡查", "部门移送"], 26, NAVY, 1.6),
        ),
        person(820, 660, 1.02, OFFICER_F, Pose(turn=-0.5, left=(-66, -246), right=(40, -236))),
        person(970, 660, 1.02, OFFICER_M, Pose(turn=-0.4, left=(-30, -232), right=(40, -232))),
        counter(880, 690, 560, 200, "公益诉讼线索受理"),
        at(1080, 494, things.monitor(0.8)),
        at(712, 476, photo, turn=-6),
        at(800, 488, things.papers(0.9)),
        person(
            560, 756, 1.1, FARMER, Pose(turn=0.7, right=(112, -272), left=(-44, -184), behind="")
        ),
        person(400, 752, 1.08, GRANDPA, Pose(turn=0.7, left=(-36, -184), right=(40, -222))),
    )


def _heap(x: float, y: float, scale: float) -> str:
    return at(
        x,
        y,
        ellipse(0, 4, 260, 22, "#0a1626", opacity=0.14),
        path(
            "M-250 0C-230 -60 -180 -70 -150 -110C-110 -160 -60 -150 -30 -190C10 -220 60 -170 90 -150C140 -140 170 -90 200 -70C230 -50 250 -20 256 0Z",
            "#b0a594",
        ),
        path(
            "M-150 -110C-110 -160 -60 -150 -30 -190C10 -220 60 -170 90 -150C40 -140 20 -110 -30 -112C-70 -100 -100 -112 -150 -110Z",
            "#c4baaa",
        ),
        *[
            at(dx, dy, rect(-w / 2, -14, w, 28, colour, 3), turn=turn)
            for dx, dy, w, colour, turn in (
                (-120, -50, 70, "#8f9aa5", 20),
                (40, -90, 84, "#c98f73", -14),
                (130, -50, 60, "#9aa4ae", 34),
                (-40, -40, 64, "#d6cdbf", -24),
                (-20, -140, 56, "#b5806a", 12),
                (180, -24, 70, "#c98f73", 8),
                (-190, -22, 60, "#c98f73", -10),
            )
        ],
        line("M60 -150L100 -230M-70 -130L-120 -200", STEEL, 5),
        scale=scale,
    )


def _fields(health: float) -> str:
    near, far = mix("#b5ab86", "#8fbc7f", health), mix("#ccc5a3", "#c0dba9", health)
    rows = "".join(f"M{640 + (i - 9) * 22} 330L{640 + (i - 9) * 190} 810" for i in range(19))
    return group(
        hills(308, 130, "#c2d6e4", 31, 320),
        hills(312, 72, mix("#b3c1a8", "#a3c8ad", health), 14, 330),
        rect(0, 312, 1280, 490, down(far, near)),
        line(rows, darker(near, 0.16), 5, opacity=0.35),
        house(1130, 356, 0.6, "#f3ebdb"),
        house(980, 342, 0.42, "#eee6d8", "#7b8794"),
        *[tree(120 + i * 74, 344, 0.24, FERN, "poplar") for i in range(5)],
    )


def inquiry() -> str:
    """Rubble on farmland is measured, photographed and seen from above."""
    return document(
        sky("#c9dcec", "#f5f0e2", 330),
        cloud(260, 120, 1, 0.8),
        cloud(1010, 92, 0.9, 0.8),
        _fields(0.15),
        _heap(730, 560, 1.0),
        _heap(960, 500, 0.6),
        at(470, 176, things.drone(1)),
        line("M470 214L380 430M470 214L620 400", "#6f9fd0", 2.5, stroke_dasharray="4 10"),
        line("M468 584L984 584", GOLD, 5),
        line("".join(f"M{468 + i * 43} 576v16" for i in range(13)), GOLD, 3),
        person(
            420,
            700,
            STAGE.scale(700),
            OFFICER_M,
            Pose(
                hip=(0, -110),
                lean=18,
                nod=6,
                turn=0.8,
                feet=((-32, 0), (40, 0)),
                knees=(-1, -1),
                left=(64, -130),
                right=(72, -126),
                behind="",
            ),
        ),
        person(
            1020,
            690,
            STAGE.scale(690),
            OFFICER,
            Pose(turn=-0.8, left=(-40, -302), right=(-24, -298), behind=""),
            holding=at(-34, -314, things.camera(0.7)),
        ),
        person(
            110,
            732,
            STAGE.scale(732),
            FARMER,
            Pose(turn=0.7, right=(104, -280), left=(-44, -184), behind=""),
        ),
        person(
            220,
            752,
            STAGE.scale(752),
            OFFICER_F,
            Pose(turn=0.4, left=(-24, -238), right=(40, -236)),
            holding=at(8, -246, things.tablet(0.86, -4)),
        ),
        tufts(20, 1260, 640, 795, "#8f8d62", 44),
    )


def advice() -> str:
    """Officers hand over a written recommendation and talk it through."""
    table = group(
        ellipse(640, 742, 480, 20, "#0a1626", opacity=0.12),
        polygon([(250, 560), (1030, 560), (1130, 660), (150, 660)], down("#cfa57b", "#b98a5f")),
        polygon([(150, 660), (1130, 660), (1130, 690), (150, 690)], darker(WOOD, 0.2)),
        rect(250, 690, 46, 60, darker(WOOD, 0.3)),
        rect(984, 690, 46, 60, darker(WOOD, 0.3)),
    )
    paper = at(
        640,
        474,
        rect(-48, -62, 96, 120, WHITE, 3, stroke="#cdd6e0", stroke_width=2),
        text(0, -34, "检察建议书", 16, NAVY, 700, "middle"),
        line("M-34 -16H34M-34 0H34M-34 16H34M-34 32H6", STONE, 3),
        circle(26, 40, 12, "none", stroke="#b5473d", stroke_width=3, opacity=0.8),
    )
    return document(
        room("#eef2f7", "#d3c7b5", 520, "#dde5ee"),
        window(90, 96, 220, 240, 2, curtains="#c7d6e6"),
        window(970, 96, 220, 240, 2, curtains="#c7d6e6"),
        screen(
            400,
            70,
            480,
            200,
            rect(0, 0, 480, 56, BLUE, 3),
            text(240, 39, "磋商会", 32, WHITE, 700, "middle", letter_spacing=8),
            rect(20, 74, 210, 112, "#d9e3ea", 3),
            rect(20, 140, 210, 46, "#b5ab86"),
            at(125, 176, _heap(0, 0, 0.34)),
            lines(258, 106, ["问题：渣土占地", "建议：限期清理", "答复：书面回复"], 26, NAVY, 1.5),
        ),
        *[chair_back(x, 560, 116, 200, "#28466e") for x in (330, 490, 790, 950)],
        person(
            330,
            706,
            1.04,
            OFFICER_S,
            Pose(turn=0.4, left=(-40, -218), right=(40, -222)),
            legs=False,
            shadow=False,
        ),
        person(
            490,
            700,
            1.06,
            OFFICER,
            Pose(turn=0.6, left=(20, -206), right=(104, -236), behind=""),
            legs=False,
            shadow=False,
        ),
        person(
            790,
            700,
            1.06,
            CLERK,
            Pose(turn=-0.6, left=(-100, -236), right=(-24, -206), behind=""),
            legs=False,
            shadow=False,
        ),
        person(
            950,
            706,
            1.04,
            CLERK_F,
            Pose(turn=-0.4, left=(-40, -222), right=(40, -218)),
            legs=False,
            shadow=False,
        ),
        paper,
        table,
        at(400, 612, things.papers(1)),
        at(860, 612, things.papers(1)),
        at(300, 616, things.mug(1)),
        at(980, 616, things.mug(1)),
        at(560, 640, things.files(0.7, 2)),
        at(706, 640, things.papers(0.9)),
        plant(70, 640, 1),
        plant(1220, 640, 1),
    )


def second_look() -> str:
    """Months later the field is green; officers compare it with the old photograph."""
    big = at(
        640,
        452,
        rect(-196, -136, 392, 272, "#26313f", 22),
        rect(-176, -116, 352, 232, "#d9e3ea"),
        rect(-176, 10, 352, 106, "#b5ab86"),
        at(10, 96, _heap(0, 0, 0.6)),
        rect(-176, -116, 110, 44, INK, opacity=0.75),
        text(-121, -84, "整改前", 28, WHITE, 600, "middle"),
    )
    crops = "".join(
        f"M{x} {y}q-{6 + (y - 360) / 40:.0f} -{10 + (y - 360) / 14:.0f} -{12 + (y - 360) / 26:.0f} -{14 + (y - 360) / 12:.0f}M{x} {y}q{6 + (y - 360) / 40:.0f} -{10 + (y - 360) / 14:.0f} {12 + (y - 360) / 26:.0f} -{14 + (y - 360) / 12:.0f}M{x} {y}v-{16 + (y - 360) / 10:.0f}"
        for y, step in ((380, 44), (420, 56), (474, 72), (546, 92), (640, 116))
        for x in range(20 + (y % 50), 1280, step)
    )
    return document(
        sky("#c0dbf3", "#fbf4e2", 330),
        sun(1080, 130, 44),
        cloud(240, 116, 0.9),
        cloud(700, 84, 0.7, 0.85),
        _fields(1.0),
        line(crops, "#5f9a63", 5),
        tree(60, 470, 0.7, FERN),
        tree(1226, 480, 0.78, LEAF),
        big,
        person(
            420,
            770,
            STAGE.scale(770),
            OFFICER_F,
            Pose(turn=0.5, right=(66, -276), left=(-44, -186), behind=""),
        ),
        person(
            862,
            772,
            STAGE.scale(772),
            OFFICER_2,
            Pose(turn=-0.6, left=(-70, -276), right=(44, -186), behind=""),
        ),
        person(
            1070,
            700,
            STAGE.scale(700),
            FARMER_F,
            Pose(turn=-0.5, left=(-40, -220), right=(30, -216)),
            holding=at(-8, -222, things.basket(0.5)),
        ),
        person(
            210,
            704,
            STAGE.scale(704),
            FARMER,
            Pose(turn=0.4, right=(54, -230)),
            holding=at(58, -236, things.spade(1.5, 4)),
        ),
        flowers(0, 380, 740, 798, 20),
        flowers(940, 1280, 740, 798, 20),
        bush(640, 812, 1.2, FERN),
        bush(520, 812, 0.8, LEAF),
        bush(770, 814, 0.8, LEAF),
    )


PICTURES = {"case-1": clue, "case-2": inquiry, "case-3": advice, "case-4": second_look}
