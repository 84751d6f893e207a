"""遇到电信诈骗怎么办: a call, a pause, a report, a talk in the neighbourhood."""

from studio import signs, things
from studio.buildings import block
from studio.cast import FARMER_F, GRANDMA, GRANDPA, MOTHER, OFFICER_F, OFFICER_M, STUDENT
from studio.furniture import desk, plant, shelf, sofa
from studio.looks import Look, Pose
from studio.nature import cloud, sky, sun
from studio.palette import (
    BLUE,
    BRICK,
    FERN,
    GOLD,
    INK,
    LEAF,
    NAVY,
    STEEL,
    STONE,
    STRAW,
    WARM,
    WHITE,
    WOOD,
    darker,
)
from studio.people import person
from studio.plants import bush, tree
from studio.rooms import clock, room, window
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

VICTIM = Look(top="#d9b48c", dress="shirt", bottom="#50617a", cut="long", slim=0.86)
GUARD = Look(top="#8fb0d4", dress="shirt", bottom="#22324a", cut="crop", skin=WARM)


def _lamp(x: float, y: float) -> str:
    return group(
        ellipse(x, y, 40, 7, "#0a1626", opacity=0.1),
        rect(x - 26, y - 8, 52, 8, STEEL, 4),
        rect(x - 3, y - 300, 6, 294, STEEL),
        polygon(
            [(x - 34, y - 370), (x + 34, y - 370), (x + 58, y - 290), (x - 58, y - 290)], "#f4e3b5"
        ),
    )


def call() -> str:
    """At home the telephone rings: somebody says he is customer service."""
    caller = group(
        circle(0, 0, 108, down("#5a6472", "#2f3947")),
        circle(0, 0, 108, "none", stroke=WHITE, stroke_width=6),
        path("M-62 84C-60 28 -30 14 0 14S60 28 62 84A104 104 0 0 1 -62 84Z", "#20293a"),
        ellipse(0, -24, 34, 40, "#8a94a0"),
        path("M-40 -20C-44 -76 44 -76 40 -20C26 -44 -26 -44 -40 -20Z", "#20293a"),
        line("M-38 -22Q-46 -4 -38 10M-38 10Q-24 24 -8 18", GOLD, 6),
        rect(-10, 12, 16, 10, GOLD, 5),
    )
    waves = line(
        "M828 330Q792 352 770 392M850 352Q822 372 804 402", "#8c97a5", 5, stroke_dasharray="3 13"
    )
    return document(
        room("#efe7da", "#cdb698", 560),
        window(120, 110, 250, 230, 2, curtains="#c9d5df"),
        rect(470, 130, 150, 110, WOOD, 4),
        rect(480, 140, 130, 90, "#dfe9f0", 2),
        path("M480 230L520 180L548 208L580 168L610 214V230Z", LEAF),
        _lamp(90, 640),
        sofa(430, 690, 560, "#8da6bf"),
        person(
            440,
            690,
            1.0,
            VICTIM,
            Pose(
                hip=(0, -122),
                seated=True,
                turn=0.5,
                left=(-36, -150),
                right=(44, -282),
                feet=((-24, 0), (26, 0)),
                behind="",
            ),
            shadow=False,
        ),
        at(486, 404, things.phone(0.9, 8)),
        group(
            ellipse(760, 742, 150, 16, "#0a1626", opacity=0.12),
            rect(640, 660, 240, 18, WOOD, 8),
            line("M664 676V740M856 676V740", darker(WOOD, 0.2), 9),
            at(700, 660, things.mug(0.9)),
            at(800, 656, things.papers(0.8, 2)),
        ),
        plant(1206, 660, 1.1),
        at(980, 250, caller),
        waves,
        at(
            960,
            478,
            things.speech(
                430,
                170,
                lines(
                    -188,
                    -36,
                    ["我是平台客服，给您退款。", "请把验证码告诉我，再点", "这个链接……"],
                    31,
                    INK,
                    1.55,
                ),
                tail="top",
            ),
        ),
    )


def pause() -> str:
    """A large phone with a transfer on it; the hand stays away from the button."""
    screen = group(
        rect(-170, -330, 340, 660, "#1c2633", 44),
        rect(-150, -296, 300, 592, down("#ffffff", "#eef3f9"), 22),
        rect(-46, -318, 92, 10, "#39485a", 5),
        rect(-150, -296, 300, 76, BLUE),
        text(0, -246, "转账", 36, WHITE, 700, "middle"),
        text(0, -160, "收款人：陌生账户", 28, STEEL, 400, "middle"),
        text(0, -84, "¥ 50,000", 56, INK, 700, "middle"),
        line("M-120 -50H120", STONE, 2),
        rect(-118, 8, 236, 82, "#c8d0da", 41),
        text(0, 62, "确认转账", 34, "#55606e", 700, "middle"),
        at(
            88,
            100,
            circle(0, 0, 56, BRICK),
            rect(-22, -26, 14, 52, WHITE, 4),
            rect(8, -26, 14, 52, WHITE, 4),
        ),
        text(0, 226, "先停一停，再核实", 31, BRICK, 700, "middle"),
    )
    rows = []
    for i, (title, words) in enumerate(
        (
            ("不转账", "对方越催，越要停"),
            ("不点链接", "陌生网址不打开"),
            ("不说验证码", "谁要都不给"),
        )
    ):
        rows.append(
            at(
                96,
                176 + i * 190,
                rect(0, 0, 410, 150, WHITE, 20, stroke="#cddaea", stroke_width=2),
                at(74, 75, signs.cross(38, BRICK)),
                text(138, 70, title, 40, NAVY, 700),
                text(138, 114, words, 28, STEEL),
            )
        )
    watch = group(
        circle(0, 0, 118, WHITE, stroke="#cddaea", stroke_width=3),
        at(-4, 0, signs.headset(1.35, BLUE)),
        text(0, 176, "挂断后，用官方电话", 30, NAVY, 700, "middle"),
        text(0, 218, "自己打过去核实", 30, NAVY, 700, "middle"),
    )
    return document(
        rect(0, 0, 1280, 800, down("#e4eef8", "#f8f5ec")),
        circle(690, 420, 380, "#d3e3f3", opacity=0.7),
        *rows,
        at(700, 410, screen),
        at(1080, 330, watch),
    )


def report() -> str:
    """At the police counter: call, stop the payment, hand in the evidence."""
    return document(
        room("#e9eff6", "#cfc7ba", 540, "#d8e2ee"),
        rect(434, 60, 412, 74, BLUE, 8),
        text(640, 111, "报警 · 止付 · 留证", 36, WHITE, 700, "middle"),
        clock(920, 97, 9, 12, 34),
        shelf(1010, 540, 210, 340, 4, 5),
        window(70, 120, 230, 240, 2, "#b4d0b6"),
        at(
            640,
            310,
            rect(-170, -120, 340, 190, WHITE, 12, stroke="#c6d5e6", stroke_width=3),
            text(0, -62, "报警电话", 30, STEEL, 400, "middle"),
            text(0, 2, "110", 66, BLUE, 700, "middle"),
            text(0, 50, "反诈劝阻专线 96110", 28, STEEL, 500, "middle"),
        ),
        person(850, 690, 1.0, GUARD, Pose(turn=-0.5, left=(-58, -262), right=(44, -232))),
        desk(760, 700, 560, 160, "#b48a60", "#dfe5ec"),
        at(900, 534, things.monitor(0.86)),
        at(700, 536, things.papers(1.0, 3)),
        at(596, 530, things.phone(1, 70)),
        person(
            380, 748, 1.08, VICTIM, Pose(turn=0.7, right=(112, -232), left=(40, -236), behind="")
        ),
        at(
            486,
            506,
            rect(-34, -44, 68, 84, WHITE, 3, stroke="#c8d0da", stroke_width=2),
            line("M-22 -26H22M-22 -10H22M-22 6H8", STONE, 4),
            rect(-22, 16, 28, 14, STRAW),
        ),
        person(
            230, 744, 1.08, MOTHER, Pose(turn=0.6, right=(96, -268), left=(-42, -184), behind="")
        ),
        plant(70, 720, 1.0),
    )


def talk() -> str:
    """Officers talk with neighbours under the trees of a housing estate."""
    stage = Stage(316, 1.2)
    stand = group(
        ellipse(660, 640, 150, 10, "#0a1626", opacity=0.12),
        line("M560 640L600 300M760 640L720 300", STEEL, 7),
        rect(520, 268, 280, 296, WHITE, 10),
        rect(520, 268, 280, 66, BLUE, 10),
        rect(520, 316, 280, 18, BLUE),
        text(660, 315, "反诈三不", 36, WHITE, 700, "middle"),
        *[
            group(
                at(566, 376 + i * 66, signs.tick(20, FERN)),
                text(602, 389 + i * 66, words, 36, NAVY, 600),
            )
            for i, words in enumerate(("不轻信", "不透露", "不转账"))
        ],
    )
    return document(
        sky("#c8def2", "#f8f4e8", 540),
        sun(1120, 110, 38),
        cloud(420, 96, 0.8),
        block(40, 520, 240, 400, "#ecdfcb", 4, 6),
        block(320, 520, 220, 340, "#e3e6ea", 4, 5),
        block(820, 520, 240, 380, "#efe6d8", 4, 6),
        block(1090, 520, 230, 330, "#e2e8ec", 4, 5),
        rect(0, 510, 1280, 60, down("#b7d3ac", "#a3c59c")),
        rect(0, 556, 1280, 250, down("#e7e1d4", "#f2ede2")),
        tree(300, 566, 0.74, FERN),
        tree(1000, 566, 0.8, LEAF),
        bush(120, 566, 0.7, LEAF),
        bush(1180, 566, 0.8, FERN),
        stand,
        person(
            446,
            720,
            stage.scale(700),
            OFFICER_F,
            Pose(turn=0.5, right=(104, -292), left=(-44, -186), behind=""),
        ),
        person(
            884,
            712,
            stage.scale(700),
            OFFICER_M,
            Pose(turn=-0.5, left=(-74, -240), right=(44, -186), behind=""),
            holding=at(-74, -250, rect(-20, -26, 40, 52, STRAW, 3), rect(-14, -18, 28, 8, BLUE)),
        ),
        person(160, 742, stage.scale(742), GRANDPA, Pose(turn=0.6)),
        person(
            268, 760, stage.scale(760), GRANDMA, Pose(turn=0.5, left=(-30, -212), right=(30, -212))
        ),
        person(1010, 760, stage.scale(760), FARMER_F, Pose(turn=-0.6, left=(-60, -246), behind="")),
        person(1110, 744, stage.scale(744), STUDENT, Pose(turn=-0.6)),
        person(
            1206,
            768,
            stage.scale(768),
            MOTHER,
            Pose(turn=-0.5, left=(-26, -226), right=(18, -222)),
            holding=at(-4, -234, things.phone(1)),
        ),
    )


PICTURES = {"fraud-1": call, "fraud-2": pause, "fraud-3": report, "fraud-4": talk}
