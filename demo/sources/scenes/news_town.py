"""Three pictures for the news: an open day, a lesson, a hearing."""

from studio import signs, things
from studio.buildings import procuratorate, skyline
from studio.cast import (
    BOY,
    FARMER,
    FATHER,
    GIRL,
    GRANDMA,
    GRANDPA,
    MOTHER,
    OFFICER,
    OFFICER_F,
    OFFICER_S,
    STUDENT,
)
from studio.furniture import chair_back, plant
from studio.looks import Look, Pose
from studio.nature import cloud, sky, sun
from studio.palette import (
    BLUE,
    FERN,
    GOLD,
    INK,
    LEAF,
    MIST,
    STEEL,
    STRAW,
    WARM,
    WHITE,
    WOOD,
    darker,
)
from studio.people import person
from studio.plants import bush, tree
from studio.rooms import board, room, screen, window
from studio.stage import Stage
from studio.svg import at, document, down, ellipse, group, line, lines, path, polygon, rect, text


def open_day() -> str:
    """Visitors are welcomed in front of the office."""
    stage = Stage(404, 1.35)
    plaza = polygon([(0, 540), (1280, 540), (1280, 800), (0, 800)], down("#e9e6df", "#f4f0e7"))
    joints = line(
        "".join(f"M{640 + (i - 6) * 90} 560L{640 + (i - 6) * 240} 800" for i in range(13))
        + "M0 606H1280M0 676H1280",
        "#d8d2c5",
        2,
    )
    welcome = group(
        rect(96, 470, 8, 220, STEEL),
        rect(236, 470, 8, 220, STEEL),
        rect(74, 440, 192, 156, BLUE, 8),
        rect(74, 560, 192, 6, GOLD),
        text(170, 500, "检察开放日", 31, WHITE, 700, "middle"),
        text(170, 542, "欢迎您", 25, STRAW, 500, "middle"),
        ellipse(170, 692, 110, 9, "#0a1626", opacity=0.1),
    )

    def stand(x: float, y: float, look: Look, pose: Pose, size: float = 1, **more: object) -> str:
        return person(x, y, stage.scale(y, size), look, pose, **more)

    return document(
        sky("#c4daf0", "#f6f5ee", 560),
        sun(1100, 128, 42),
        cloud(250, 120, 0.9),
        cloud(960, 80, 0.7, 0.8),
        skyline(540, "#d3deea", 5, 90, 210),
        rect(0, 520, 1280, 40, down("#b9d3b3", "#a3c49f")),
        procuratorate(640, 520, 780),
        plaza,
        joints,
        tree(112, 548, 0.84, FERN),
        tree(1180, 548, 0.9, FERN),
        bush(220, 552, 0.6, LEAF),
        bush(1066, 552, 0.62, LEAF),
        bush(1256, 560, 0.7, FERN),
        stand(560, 600, STUDENT, Pose(back=True)),
        stand(604, 604, Look(top="#7f9bb5", dress="tee", bottom=INK, cut="short"), Pose(back=True)),
        stand(742, 612, GRANDPA, Pose(turn=-0.5)),
        stand(800, 616, GRANDMA, Pose(turn=-0.6, left=(-84, -196))),
        welcome,
        stand(372, 716, OFFICER_F, Pose(turn=0.6, right=(112, -262), left=(-44, -182), behind="")),
        stand(560, 742, MOTHER, Pose(turn=-0.5, left=(-70, -176))),
        stand(500, 746, GIRL, Pose(turn=-0.6, right=(36, -274), behind=""), 0.66),
        stand(654, 738, FATHER, Pose(turn=-0.7, right=(60, -200))),
        stand(706, 746, BOY, Pose(turn=-0.5, left=(-36, -292), behind=""), 0.7),
        stand(
            930,
            724,
            OFFICER,
            Pose(turn=0.5, left=(-44, -182), right=(44, -240)),
            holding=at(58, -246, things.clipboard(0.62, 8)),
        ),
        stand(
            1030,
            734,
            STUDENT,
            Pose(turn=-0.7, left=(-34, -226), right=(14, -222)),
            holding=at(-14, -236, things.clipboard(0.5)),
        ),
        stand(1112, 728, FARMER, Pose(turn=-0.6)),
    )


def law_class() -> str:
    """An officer gives a lesson; a pupil raises a hand."""
    chalk = group(
        text(560, 168, "法治课", 58, "#f4f1e4", 700, "middle", letter_spacing=12),
        line("M450 190H682", STRAW, 4),
        lines(
            420,
            246,
            ["一、学会说“不”", "二、记住求助电话 12309", "三、遇事告诉可信赖的大人"],
            30,
            "#e6ece2",
            1.62,
        ),
        at(838, 230, signs.scales_sign(0.74, "#e6ece2", STRAW)),
    )
    teacher = person(
        276,
        566,
        1.02,
        OFFICER_F,
        Pose(turn=0.35, right=(96, -318), left=(-6, -226), behind=""),
        holding=at(-4, -238, rect(-24, -30, 48, 60, BLUE, 4), rect(-18, -22, 36, 8, STRAW)),
    )
    rows = []
    tints = ["#e4e9f0", "#dfe7f2", "#e7e6ee"]
    for row, (y, scale, xs) in enumerate(
        ((600, 0.6, (470, 640, 810, 980, 1150)), (744, 0.8, (350, 580, 810, 1040)))
    ):
        for col, x in enumerate(xs):
            cut = ("bowl", "pigtails", "tail", "crop", "bob")[(col + row * 2) % 5]
            look = Look(
                top=tints[(col + row) % 3],
                dress="tee",
                under=WHITE,
                cut=cut,
                slim=0.82,
                scarf="",
                hair=INK if col % 2 else "#33282a",
            )
            up = (row, col) in ((1, 2), (0, 0))
            pose = Pose(back=True, right=(52, -400) if up else (34, -215), left=(-34, -215))
            rows.append(_pupil(x, y, scale, look, pose))
    return document(
        room("#f0ece2", "#d8c6a8", 560, "#dfe8ee"),
        window(36, 120, 128, 250, 2),
        board(390, 92, 560, 300),
        chalk,
        window(1030, 120, 200, 250, 2, curtains="#c9dbe8"),
        rect(140, 440, 0, 0, WHITE),
        _podium(),
        teacher,
        *rows,
    )


def _podium() -> str:
    return group(
        ellipse(140, 566, 92, 10, "#0a1626", opacity=0.1),
        polygon([(70, 400), (210, 400), (200, 566), (80, 566)], WOOD),
        rect(58, 388, 164, 16, darker(WOOD, 0.15), 4),
        rect(100, 430, 80, 6, GOLD),
        at(140, 386, things.files(0.5, 3)),
    )


def _pupil(x: float, y: float, scale: float, look: Look, pose: Pose) -> str:
    table = at(
        x,
        y,
        polygon([(-92, -196), (92, -196), (104, -168), (-104, -168)], "#e2c79b"),
        rect(-104, -168, 208, 12, "#b98f60", 2),
        line("M-92 -158L-98 -20M92 -158L98 -20", STEEL, 6),
        at(-58, -180, things.papers(0.7, 2)),
        scale=scale,
    )
    chair = at(
        x,
        y,
        rect(-44, -200, 88, 74, "#5f8fbf", 12),
        rect(-34, -190, 68, 54, "#6f9ccb", 9),
        line("M-36 -126L-40 0M36 -126L40 0", STEEL, 6),
        scale=scale,
    )
    return group(
        table, person(x, y + 20 * scale, scale, look, pose, legs=False, shadow=False), chair
    )


def hearing() -> str:
    """A hearing around one table."""
    back_row = [
        (300, OFFICER_S, 0.5),
        (470, Look(top="#8a9bb0", dress="suit", tie="", cut="short", skin=WARM), 0.3),
        (640, OFFICER, 0.0),
        (810, Look(top="#a9857c", dress="suit", cut="bun", slim=0.9, glasses=True), -0.3),
        (
            980,
            Look(top="#77906f", dress="suit", cut="thin", hair="#9aa1aa", glasses=True, skin=WARM),
            -0.5,
        ),
    ]
    seated = []
    for i, (x, look, turn) in enumerate(back_row):
        speaking = i == 2
        seated += [
            chair_back(x, 470, 112, 190, "#28466e"),
            person(
                x,
                624,
                0.98,
                look,
                Pose(turn=turn, left=(-40, -206), right=(50, -262) if speaking else (40, -206)),
                legs=False,
                shadow=False,
            ),
        ]
    table = group(
        ellipse(640, 716, 520, 60, "#0a1626", opacity=0.1),
        path(
            "M150 560C150 700 1130 700 1130 560L1090 640C1000 740 280 740 190 640Z",
            darker(WOOD, 0.28),
        ),
        ellipse(640, 572, 506, 128, darker(WOOD, 0.16)),
        ellipse(640, 558, 506, 126, down("#c59a70", "#b5855a")),
        ellipse(640, 556, 300, 62, "#cfdccb"),
        ellipse(640, 552, 300, 60, "#e2ebdc"),
        *[
            at(640 + dx, 548 + dy, bush(0, 8, s, c))
            for dx, dy, s, c in (
                (-130, 10, 0.4, FERN),
                (0, 16, 0.5, LEAF),
                (130, 10, 0.4, FERN),
                (-66, 22, 0.34, LEAF),
                (66, 22, 0.34, LEAF),
            )
        ],
    )
    plates = []
    for x, y, words in (
        (252, 530, "书记员"),
        (470, 486, "听证员"),
        (640, 476, "主持人"),
        (810, 486, "听证员"),
        (1028, 530, "听证员"),
    ):
        plates.append(
            group(
                polygon([(x - 46, y), (x + 46, y), (x + 50, y + 30), (x - 50, y + 30)], BLUE),
                text(x, y + 23, words, 20, WHITE, 600, "middle"),
                at(x + 74, y + 26, things.mug(0.8)),
                at(x - 78, y + 26, things.papers(0.55)),
            )
        )
    front = []
    for x, look in (
        (385, Look(top="#7d8fa3", cut="short", hair="#3a3230")),
        (555, Look(top="#b98a86", cut="long", slim=0.86)),
        (725, Look(top="#6d7f93", dress="suit", cut="crop")),
        (895, Look(top="#9a8f83", cut="thin", hair="#9aa1aa")),
    ):
        front += [
            person(
                x,
                880,
                1.12,
                look,
                Pose(back=True, left=(-40, -236), right=(40, -236), behind="left right"),
                legs=False,
                shadow=False,
            ),
            chair_back(x, 806, 128, 196, "#28466e"),
        ]
    return document(
        room("#eef2f7", "#cfc3b2", 470, "#dfe6ee"),
        screen(
            400,
            66,
            480,
            150,
            rect(0, 0, 480, 150, down(BLUE, "#15508f"), 3),
            text(240, 70, "检察听证会", 46, WHITE, 700, "middle", letter_spacing=6),
            rect(150, 92, 180, 3, GOLD),
            text(240, 126, "公开 · 听取意见 · 把事说清", 22, MIST, 400, "middle"),
        ),
        window(70, 90, 190, 230, 2, curtains="#c7d6e6"),
        window(1020, 90, 190, 230, 2, curtains="#c7d6e6"),
        plant(60, 560, 1.05),
        plant(1222, 560, 1.05),
        *seated,
        table,
        *plates,
        *front,
    )


PICTURES = {"news-2": open_day, "news-3": law_class, "news-4": hearing}
