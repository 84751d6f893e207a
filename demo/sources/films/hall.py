"""走进12309检察服务大厅: a short film."""

from studio import signs, things
from studio.buildings import procuratorate, skyline
from studio.cast import FARMER, GRANDMA, GRANDPA, MOTHER, OFFICER, OFFICER_F, OFFICER_M, OFFICER_S
from studio.film import Shot, drift, enter
from studio.furniture import counter, plant, railing
from studio.looks import Look, Pose
from studio.nature import cloud, sky, sun
from studio.palette import BLUE, FERN, GOLD, INK, LEAF, NAVY, STRAW, WHITE
from studio.people import person, wheelchair_user
from studio.plants import bush, tree
from studio.rooms import clock, window
from studio.svg import at, circle, down, group, line, path, polygon, rect, text

from films.clue import calm, title_card

KEY = 220.0  # A below middle C
LAWYER = Look(top="#3d4854", dress="suit", bottom="#2b343f", cut="short", tie="#6b7f95")


def plate(words: str, moment: float = 0.8, y: float = 612) -> str:
    """The sentence at the foot of a shot."""
    wide = len(words) * 44 + 110
    return enter(
        "rise",
        moment,
        rect(640 - wide / 2, y, wide, 82, NAVY, 41, opacity=0.93),
        text(640, y + 56, words, 42, WHITE, 600, "middle"),
    )


def _square() -> str:
    """The office from the street, low enough to leave the sky to the title."""
    return group(
        sky("#c4daf0", "#f6f5ee", 620),
        sun(1120, 110, 40),
        drift(8, cloud(150, 130, 0.8), cloud(1010, 200, 0.6, 0.8), end=(50, 0, 1)),
        skyline(600, "#d3deea", 5, 70, 170),
        rect(-60, 584, 1400, 40, down("#b9d3b3", "#a3c49f")),
        procuratorate(640, 584, 760),
        polygon([(-60, 620), (1340, 620), (1340, 800), (-60, 800)], down("#e9e6df", "#f4f0e7")),
        line("M-60 664H1340", "#d8d2c5", 2),
        tree(90, 624, 0.86, FERN),
        tree(1196, 624, 0.9, FERN),
        bush(1080, 626, 0.6, LEAF),
        bush(200, 626, 0.6, LEAF),
    )


def _outside() -> Shot:
    people = drift(
        7,
        person(210, 712, 0.66, MOTHER, Pose(turn=0.7, feet=((-26, 0), (24, 0)))),
        person(284, 716, 0.66, GRANDPA, Pose(turn=0.7)),
        end=(90, 0, 1),
    )
    return Shot(
        6,
        group(
            drift(7, _square(), people, start=(0, 4, 1.02), end=(0, -10, 1.06)),
            title_card(["走进 12309 检察服务大厅"], "示例市人民检察院", 640, 28),
        ),
        [
            (0, 2.2, "［清亮的拨弦音乐］"),
            (2.2, 6, "片名：走进 12309 检察服务大厅\n示例市人民检察院"),
        ],
    )


def _entrance() -> Shot:
    wall = group(
        rect(0, 0, 1280, 520, down("#f2eee6", "#e6dfd2")),
        *[
            group(
                rect(120 + i * 200, 130, 130, 170, WHITE, 3),
                rect(130 + i * 200, 140, 110, 150, down("#a9c8e6", "#e2eef7")),
            )
            for i in range(3)
        ],
        rect(850, 120, 360, 400, "#d9d0c1"),
        rect(870, 210, 320, 310, down("#8db0d5", "#d5e4f1")),
        rect(1028, 210, 5, 310, WHITE),
        rect(820, 120, 420, 78, BLUE, 6),
        text(1030, 174, "12309 检察服务大厅", 38, WHITE, 700, "middle"),
        rect(820, 198, 420, 6, GOLD),
    )
    ramp_ = group(
        rect(0, 500, 1280, 240, down("#dfdacf", "#efeae0")),
        polygon([(800, 500), (1280, 500), (1280, 600), (800, 600)], "#cfc7b8"),
        polygon([(780, 486), (1280, 486), (1280, 512), (800, 512)], "#eee8dd"),
        railing(170, 606, 786, 488, 86, 6, "#7e8fa3"),
        polygon([(160, 634), (800, 512), (800, 600), (200, 650)], "#c9c0b0"),
        polygon([(110, 626), (780, 486), (800, 512), (150, 646)], "#f1ece2"),
    )
    rider = drift(
        7,
        at(330, 600, at(0, 0, wheelchair_user(), turn=-11.6), scale=0.8),
        start=(-30, 6, 1),
        end=(240, -49, 1),
    )
    blind = group(
        polygon([(-20, 664), (1300, 664), (1300, 700), (-20, 700)], "#e3b95c"),
        line("".join(f"M{10 + i * 64} 682h36" for i in range(20)), "#c7983a", 8),
    )
    return Shot(
        7,
        group(
            wall,
            ramp_,
            rider,
            railing(150, 650, 806, 538, 78, 7, "#93a3b5"),
            blind,
            person(1110, 486, 0.62, OFFICER_S, Pose(turn=-0.6, left=(-80, -246))),
            plate("门口有坡道、扶手和盲道", 0.9, 20),
        ),
        [
            (
                0.3,
                7,
                "［铃声一响］门口有坡道、扶手和盲道。一位坐轮椅的来访人沿坡道进门，工作人员在门边迎接。",
            )
        ],
    )


def _lobby(width: float) -> str:
    boards = "".join(
        f"M{x} 520L{x - (width / 2 - x) * 0.7:.0f} 740" for x in range(-400, int(width) + 400, 80)
    )
    return group(
        rect(-100, 0, width + 200, 520, down("#f7fafd", "#e6edf5")),
        rect(-100, 400, width + 200, 120, "#dbe5f0"),
        rect(-100, 520, width + 200, 240, down("#d3c8b7", "#e8e0d3")),
        line(boards, "#c3b7a3", 1.6, opacity=0.5),
        rect(-100, 510, width + 200, 12, WHITE),
    )


def _reception() -> Shot:
    scene = group(
        _lobby(1280),
        rect(420, 70, 440, 84, BLUE, 8),
        text(640, 127, "导诉台", 50, WHITE, 700, "middle", letter_spacing=12),
        clock(1000, 130, 9, 10, 38),
        window(70, 110, 230, 230, 2, "#b4d0b6"),
        plant(110, 590, 1),
        plant(1200, 590, 1),
        person(
            560, 590, 0.98, OFFICER_F, Pose(turn=0.3, left=(-34, -216), right=(70, -250), behind="")
        ),
        person(730, 590, 0.98, OFFICER_M, Pose(turn=0.4, left=(-34, -220), right=(34, -220))),
        counter(650, 600, 480, 180),
        at(520, 424, things.papers(0.9)),
        at(820, 424, things.monitor(0.7)),
        person(
            960, 670, 1.04, GRANDMA, Pose(turn=-0.7, left=(-60, -240), right=(20, -200), behind="")
        ),
        person(1070, 676, 1.04, FARMER, Pose(turn=-0.7)),
    )
    bubble = enter(
        "pop",
        2.0,
        at(
            292,
            236,
            things.speech(
                380, 96, text(0, 13, "您慢慢说，我帮您填", 36, INK, 500, "middle"), tail="right"
            ),
        ),
    )
    return Shot(
        7.5,
        group(scene, bubble, plate("先到导诉台，有人帮您指路、填表")),
        [
            (0.3, 4, "［铃声一响］先到导诉台，有人帮您指路、填表。"),
            (4, 7.5, "工作人员对一位老人说：“您慢慢说，我帮您填。”"),
        ],
    )


def _windows() -> Shot:
    stations = []
    staff = (OFFICER, OFFICER_F, OFFICER_M, OFFICER_S)
    guests = (GRANDPA, MOTHER, LAWYER, FARMER)
    for i, words in enumerate(("控告申诉", "案件查询", "律师接待", "公益线索")):
        x = 330 + i * 560
        stations.append(
            group(
                rect(x - 190, 90, 380, 84, BLUE, 8),
                circle(x - 140, 132, 28, GOLD),
                text(x - 140, 145, str(i + 1), 36, NAVY, 700, "middle"),
                text(x + 26, 149, words, 46, WHITE, 700, "middle", letter_spacing=4),
                person(x, 580, 0.96, staff[i], Pose(turn=0.2, left=(-36, -218), right=(36, -222))),
                counter(x, 600, 400, 176),
                at(x + 120, 428, things.monitor(0.62)),
                at(x - 100, 430, things.papers(0.8)),
                rect(x - 196, 250, 5, 176, "#b9c9da", opacity=0.8),
                rect(x + 192, 250, 5, 176, "#b9c9da", opacity=0.8),
                person(
                    x - 90,
                    690,
                    1.06,
                    guests[i],
                    Pose(back=True) if i % 2 else Pose(back=True, right=(46, -240)),
                ),
            )
        )
    scene = group(_lobby(2500), *stations, plant(56, 600, 1), plant(2380, 600, 1))
    return Shot(
        9,
        group(
            drift(8, scene, start=(0, 0, 1), end=(-1160, 0, 1), delay=0.6),
            plate("四个窗口，各办各的事", 0.9, 628),
        ),
        [
            (0.3, 4.6, "［铃声一响］镜头从左向右移动：一号窗口控告申诉，二号窗口案件查询，"),
            (4.6, 9, "三号窗口律师接待，四号窗口公益线索。四个窗口，各办各的事。"),
        ],
    )


def _aids() -> Shot:
    glasses = group(
        circle(-22, 0, 18, "#e8f2fb", stroke=BLUE, stroke_width=6),
        circle(22, 0, 18, "#e8f2fb", stroke=BLUE, stroke_width=6),
        line("M-4 -3Q0 -7 4 -3M-40 -2L-52 -12M40 -2L52 -12", BLUE, 6),
    )
    water = group(
        path(
            "M-26 -36H26L20 40H-20Z",
            "#e8f2fb",
            stroke=BLUE,
            stroke_width=6,
            stroke_linejoin="round",
        ),
        path("M-22 -4H22L18 36H-18Z", "#8fb9da"),
    )
    sign = group(
        rect(-44, -34, 88, 62, "#e8f2fb", 8, stroke=BLUE, stroke_width=6),
        circle(0, -12, 9, BLUE),
        path("M-20 20Q-16 2 0 2T20 20Z", BLUE),
        line("M-20 6L-30 -10M20 6L30 -10", GOLD, 6),
        rect(-22, 36, 44, 7, BLUE, 3),
    )
    chair = at(0, 46, things.wheelchair(0.42))
    items = []
    for i, (drawing, words) in enumerate(
        (
            (glasses, "老花镜"),
            (at(-6, -6, signs.magnifier(0.8)), "放大镜"),
            (sign, "手语视频"),
            (chair, "轮椅"),
            (water, "饮水"),
            (at(0, 0, signs.mobile(0.9)), "手机充电"),
        )
    ):
        x, y = 250 + (i % 3) * 390, 286 + (i // 3) * 210
        items.append(
            enter(
                "pop",
                1.2 + i * 0.75,
                rect(x - 170, y - 86, 340, 172, WHITE, 24, stroke="#cddaea", stroke_width=2),
                circle(x - 84, y, 62, "#eaf2fa"),
                at(x - 84, y, drawing),
                text(x + 66, y + 15, words, 42 if len(words) < 4 else 38, NAVY, 600, "middle"),
            )
        )
    return Shot(
        8,
        group(
            calm(),
            enter(
                "rise",
                0.4,
                text(640, 132, "需要帮忙，这里都有", 66, NAVY, 700, "middle"),
                rect(590, 160, 100, 7, GOLD, 3),
            ),
            *items,
            enter(
                "fade",
                6.2,
                text(640, 664, "听不清、看不清、走不动，请告诉我们", 40, INK, 500, "middle"),
            ),
        ),
        [
            (0.3, 4.4, "［铃声一响］需要帮忙，这里都有：老花镜、放大镜、手语视频、"),
            (4.4, 8, "轮椅、饮水、手机充电。听不清、看不清、走不动，请告诉我们。"),
        ],
    )


def _bring() -> Shot:
    rows = []
    for i, (who, what) in enumerate(
        (
            ("来访群众", "身份证件、相关材料"),
            ("代人办理", "委托书、双方身份证件"),
            ("执业律师", "执业证、委托手续"),
        )
    ):
        y = 236 + i * 128
        rows.append(
            enter(
                "slide",
                1.1 + i * 1.2,
                rect(120, y, 760, 104, WHITE, 20, stroke="#cddaea", stroke_width=2),
                at(178, y + 52, signs.tick(28, FERN)),
                text(230, y + 68, who, 42, NAVY, 700),
                text(440, y + 67, what, 38, INK, 500),
            )
        )
    helper = enter(
        "fade",
        0.7,
        person(
            1060,
            700,
            1.2,
            OFFICER_S,
            Pose(turn=-0.5, left=(-92, -268), right=(30, -230), behind=""),
            holding=at(30, -244, things.clipboard(0.7, 6)),
        ),
    )
    return Shot(
        7,
        group(
            calm(),
            enter(
                "rise",
                0.4,
                text(120, 144, "来之前，带好这些", 66, NAVY, 700),
                rect(120, 172, 100, 7, GOLD, 3),
            ),
            *rows,
            helper,
            enter("fade", 5, text(120, 668, "没带齐也可以先来说，我们告诉您怎么补", 40, INK, 500)),
        ),
        [
            (0.3, 3.6, "［铃声一响］来之前，带好这些：来访群众带身份证件和相关材料；"),
            (
                3.6,
                7,
                "代人办理带委托书和双方证件；律师带执业证和委托手续。",
            ),
        ],
    )


def _farewell() -> Shot:
    family = drift(
        7,
        person(430, 706, 0.7, GRANDPA, Pose(turn=-0.4, left=(-64, -330))),
        person(508, 710, 0.7, GRANDMA, Pose(turn=-0.3)),
        person(770, 706, 0.7, OFFICER_F, Pose(turn=-0.5, left=(-84, -330), behind="")),
        end=(-16, 0, 1),
    )
    return Shot(
        6,
        group(
            drift(7, _square(), family, start=(0, -8, 1.06), end=(0, 0, 1.0)),
            enter(
                "rise",
                1.0,
                rect(250, 30, 780, 190, NAVY, 28, opacity=0.92),
                text(640, 110, "有事，请来坐一坐", 60, WHITE, 700, "middle", letter_spacing=4),
                text(640, 182, "来之前也可以先拨 12309", 40, STRAW, 500, "middle"),
            ),
        ),
        [
            (
                0.4,
                4.2,
                "［铃声一响］检察院门前，工作人员与老人挥手告别。有事，请来坐一坐；来之前也可以先拨 12309。",
            ),
            (4.2, 6, "［音乐渐渐停下］"),
        ],
    )


def shots() -> list[Shot]:
    """The film, shot by shot."""
    return [_outside(), _entrance(), _reception(), _windows(), _aids(), _bring(), _farewell()]
