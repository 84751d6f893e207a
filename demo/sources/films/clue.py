"""三步学会反馈公益诉讼线索: a short film."""

from scenes.river import enjoyed, neglected
from studio import signs, things
from studio.film import STAGE_HIGH, STAGE_WIDE, Shot, drift, enter, inset
from studio.looks import Look, Pose
from studio.palette import BLUE, FERN, GOLD, INK, NAVY, STEEL, STRAW, WHITE
from studio.people import person
from studio.svg import at, circle, down, group, line, rect, text

KEY = 196.0  # G below middle C
WALKER = Look(top="#8ea7c2", dress="shirt", bottom="#46566b", cut="tail", slim=0.88)


def full(picture: str) -> str:
    """A picture that fills the frame."""
    return inset(picture, 0, 0, STAGE_WIDE, STAGE_HIGH)


def calm() -> str:
    """The plain background of the explaining shots."""
    return group(
        rect(0, 0, STAGE_WIDE, STAGE_HIGH, down("#e4eef8", "#faf7ee")),
        circle(1130, 640, 300, "#d3e3f3", opacity=0.6),
        circle(60, 120, 200, "#f5ebd0", opacity=0.6),
    )


def heading(number: str, title: str) -> str:
    """The numbered headline of a step."""
    return enter(
        "slide",
        0.5,
        circle(118, 120, 52, BLUE),
        text(118, 142, number, 60, WHITE, 700, "middle"),
        text(200, 144, title, 68, NAVY, 700, letter_spacing=4),
        rect(200, 170, 96, 7, GOLD, 3),
    )


def point(y: float, moment: float, words: str) -> str:
    """One short line with a tick."""
    return enter(
        "rise", moment, at(96, y - 14, signs.tick(26, FERN)), text(146, y, words, 42, INK, 500)
    )


def title_card(words: list[str], under: str, x: float = 770, y: float = 180) -> str:
    """A blue panel with the film's title; x is its middle, y its upper edge."""
    ems = max(sum(1 if one > "\u2e80" else 0.58 for one in row) for row in words)
    wide = 150 + ems * 76
    rows = "".join(
        text(x, y + 108 + i * 92, row, 72, WHITE, 700, "middle", letter_spacing=4)
        for i, row in enumerate(words)
    )
    high = 118 + len(words) * 92
    return group(
        enter(
            "fade",
            0.3,
            rect(x - wide / 2, y, wide, high, NAVY, 28, opacity=0.92),
            rect(x - wide / 2, y + 28, 12, high - 56, GOLD),
        ),
        enter("rise", 0.8, rows),
        enter(
            "fade", 1.6, text(x, y + high - 38, under, 36, STRAW, 500, "middle", letter_spacing=3)
        ),
    )


def _opening() -> Shot:
    return Shot(
        6,
        group(
            drift(7, full(neglected()), start=(30, 0, 1.1), end=(-24, 0, 1.06)),
            title_card(["三步学会反馈", "公益诉讼线索"], "示例市人民检察院"),
        ),
        [
            (0, 2.2, "［轻柔的拨弦音乐］"),
            (2.2, 6, "片名：三步学会反馈公益诉讼线索\n示例市人民检察院"),
        ],
    )


def _sights() -> Shot:
    chips = [
        ("河水发黑发臭", 250, 250),
        ("耕地被占被毁", 700, 250),
        ("过期食品还在卖", 250, 390),
        ("盲道坡道被堵住", 700, 390),
    ]
    drawn = [
        enter(
            "pop",
            1.6 + i * 0.8,
            rect(x, y, 400, 106, WHITE, 53),
            circle(x + 56, y + 53, 18, GOLD),
            text(x + 96, y + 68, words, 38, NAVY, 600),
        )
        for i, (words, x, y) in enumerate(chips)
    ]
    return Shot(
        7.5,
        group(
            full(neglected()),
            rect(0, 0, STAGE_WIDE, STAGE_HIGH, "#0a1f3c", opacity=0.42),
            enter(
                "rise", 0.5, text(640, 168, "看到这些，可以告诉检察院", 62, WHITE, 700, "middle")
            ),
            *drawn,
            enter(
                "fade", 5.2, text(640, 606, "它们关系到大家，就是“公益”", 44, STRAW, 600, "middle")
            ),
        ),
        [
            (0.3, 4, "看到这些，可以告诉检察院：河水发黑发臭，耕地被占被毁，"),
            (4, 7.5, "过期食品还在卖，盲道坡道被堵住。它们关系到大家，就是“公益”。"),
        ],
    )


def _photograph() -> Shot:
    phone = group(
        rect(760, 40, 400, 640, "#1c2633", 46),
        inset(neglected(), 782, 84, 356, 520),
        rect(782, 84, 356, 520, "none", stroke="#1c2633", stroke_width=4),
        circle(960, 642, 24, "none", stroke=WHITE, stroke_width=5),
        line("M820 150V124H846M1100 150V124H1074M820 538V564H846M1100 538V564H1074", WHITE, 6),
    )
    taken = [
        enter(
            "pop",
            3.8 + i * 0.9,
            at(
                x,
                y,
                rect(-92, -66, 184, 132, WHITE, 8),
                inset(neglected(), -82, -56, 164, 112, view),
                turn=turn,
            ),
        )
        for i, (x, y, turn, view) in enumerate(
            (
                (720, 250, -8, (0, 0, 1280, 800)),
                (700, 420, 5, (820, 400, 420, 280)),
                (730, 580, -4, (560, 200, 420, 280)),
            )
        )
    ]
    return Shot(
        8.5,
        group(
            calm(),
            heading("1", "拍清楚"),
            point(300, 1.5, "远处一张，近处一张"),
            point(384, 2.4, "拍到路牌或标志物"),
            point(468, 3.3, "注意安全，不下水"),
            point(552, 4.2, "不和人争执"),
            drift(8.5, phone, start=(20, 0, 1), end=(0, 0, 1)),
            *taken,
        ),
        [
            (0.3, 4.2, "［铃声一响］第一步，拍清楚：远处一张，近处一张，拍到路牌或标志物。"),
            (4.2, 8.5, "注意安全，不下水，不和人争执。"),
        ],
    )


def _describe() -> Shot:
    rows = []
    for i, (label, words) in enumerate(
        (
            ("时间", "6 月 1 日 下午 3 点"),
            ("地点", "双溪镇石桥下游 200 米"),
            ("现象", "排水口流黑水，有臭味"),
            ("怎么找您", "电话（会为您保密）"),
        )
    ):
        y = 262 + i * 104
        rows += [
            rect(480, y - 50, 720, 80, "#f4f7fb", 12),
            text(512, y + 4, label, 36, STEEL, 500),
            line(f"M690 {y - 34}V{y + 14}", "#cddaea", 3),
            enter("write", 1.4 + i * 1.35, text(716, y + 5, words, 38, NAVY, 600), seconds=1.0),
        ]
    form = group(rect(444, 176, 792, 460, WHITE, 22, stroke="#cddaea", stroke_width=2), *rows)
    writer = person(
        250,
        690,
        1.12,
        WALKER,
        Pose(turn=0.6, left=(-10, -232), right=(58, -236), behind=""),
        holding=at(34, -250, things.phone(1.5, 8)),
    )
    return Shot(
        8.5,
        group(
            calm(), heading("2", "说明白"), enter("fade", 0.7, form), enter("slide", 0.6, writer)
        ),
        [
            (
                0.3,
                4.2,
                "［铃声一响］第二步，说明白：时间，六月一日下午三点；地点，双溪镇石桥下游二百米；",
            ),
            (4.2, 8.5, "现象，排水口流黑水，有臭味；再留下电话，检察院会为您保密。"),
        ],
    )


def _hand_in() -> Shot:
    doors = []
    for i, (sign, name, words) in enumerate(
        (
            (signs.headset(1.3), "打电话", "12309"),
            (signs.globe(1.2), "上网站", "www.12309.gov.cn"),
            (signs.office(1.2), "到大厅", "当面说"),
        )
    ):
        x = 250 + i * 390
        doors.append(
            enter(
                "pop",
                1.3 + i * 1.2,
                rect(x - 182, 230, 364, 350, WHITE, 26, stroke="#cddaea", stroke_width=2),
                circle(x, 340, 82, "#e8f1fb"),
                at(x, 342, sign),
                text(x, 484, name, 46, NAVY, 700, "middle"),
                text(x, 544, words, 33 if i == 1 else 38, "#5f4309", 600, "middle"),
            )
        )
    return Shot(
        8,
        group(
            calm(),
            heading("3", "交给我们"),
            *doors,
            enter("rise", 5.4, text(640, 656, "三种办法，选最方便的一种", 42, INK, 500, "middle")),
        ),
        [
            (0.3, 4, "［铃声一响］第三步，交给我们：打电话 12309，上网站 www.12309.gov.cn，"),
            (4, 8, "或者到检察服务大厅当面说。三种办法，选最方便的一种。"),
        ],
    )


def _afterwards() -> Shot:
    stops = []
    for i, (words, sign) in enumerate(
        (
            ("登记", signs.sheet(0.9)),
            ("核查", signs.magnifier(0.8)),
            ("办理", signs.scales_sign(0.56)),
            ("答复", signs.talk(0.86)),
        )
    ):
        x = 190 + i * 300
        stops.append(
            enter(
                "pop",
                1.2 + i * 1.1,
                circle(x, 400, 84, WHITE, stroke=BLUE, stroke_width=6),
                at(x, 400, sign),
                text(x, 546, words, 48, NAVY, 700, "middle"),
            )
        )
    track = group(
        rect(190, 393, 900, 14, "#cfdceb", 7),
        enter("grow", 1.2, rect(190, 393, 900, 14, GOLD, 7), seconds=4.2),
    )
    return Shot(
        7,
        group(
            calm(),
            enter(
                "rise",
                0.4,
                text(640, 170, "接下来，检察院会做什么？", 64, NAVY, 700, "middle"),
                rect(590, 200, 100, 7, GOLD, 3),
            ),
            track,
            *stops,
            enter("fade", 5.2, text(640, 646, "凭编号，可以随时查进度", 42, INK, 500, "middle")),
        ),
        [
            (0.3, 3.6, "［铃声一响］接下来，检察院会登记、核查、"),
            (3.6, 7, "办理，再答复您。凭编号，可以随时查进度。"),
        ],
    )


def _closing() -> Shot:
    panel = enter(
        "rise",
        1.4,
        rect(560, 470, 660, 200, NAVY, 26, opacity=0.9),
        text(890, 552, "河清了，大家都受益", 54, WHITE, 700, "middle"),
        text(890, 622, "线索电话 12309", 44, STRAW, 600, "middle"),
    )
    return Shot(
        6.5,
        group(drift(7, full(enjoyed()), start=(0, 0, 1.0), end=(30, 10, 1.08)), panel),
        [
            (0.4, 4.4, "河水变清，一家人在岸边散步。河清了，大家都受益。线索电话 12309。"),
            (4.4, 6.5, "［音乐渐渐停下］"),
        ],
    )


def shots() -> list[Shot]:
    """The film, shot by shot."""
    return [
        _opening(),
        _sights(),
        _photograph(),
        _describe(),
        _hand_in(),
        _afterwards(),
        _closing(),
    ]
