"""检察听证会怎么开: the notice, the opening, the questions, the answer."""

from studio import things
from studio.cast import GRANDPA, MOTHER, OFFICER, OFFICER_F, OFFICER_M, OFFICER_S
from studio.furniture import chair_back, desk, plant, shelf
from studio.looks import Look, Pose
from studio.palette import BLUE, GOLD, INK, NAVY, STEEL, STONE, STRAW, WARM, WHITE, WOOD, darker
from studio.people import person
from studio.rooms import board, clock, room, screen, window
from studio.svg import at, circle, document, down, ellipse, group, line, lines, polygon, rect, text

TEACHER = Look(top="#a9857c", dress="suit", bottom="#46424f", cut="bun", slim=0.9, glasses=True)
DOCTOR = Look(
    top="#77906f",
    dress="suit",
    bottom="#3d4650",
    cut="thin",
    hair="#9aa1aa",
    glasses=True,
    skin=WARM,
)
ENGINEER = Look(top="#8a9bb0", dress="suit", bottom="#3d4650", cut="short", skin=WARM)
PARTY = Look(top="#b08d6a", dress="shirt", bottom="#4b5562", cut="crop", skin="#ddaa83")
OTHER = Look(top="#7d8fa3", dress="shirt", bottom="#4b5562", cut="short")
PANEL = (TEACHER, ENGINEER, DOCTOR)


def notice() -> str:
    """Before the day: a date is set, people are told, the public may sign up."""
    calendar = group(
        rect(0, 0, 210, 230, WHITE, 8, stroke="#c8d3e0", stroke_width=2),
        rect(0, 0, 210, 54, BLUE, 8),
        rect(0, 34, 210, 20, BLUE),
        text(105, 39, "听证日", 28, WHITE, 700, "middle"),
        *[
            rect(20 + (i % 5) * 36, 76 + (i // 5) * 36, 26, 26, GOLD if i == 13 else "#e6ecf3", 5)
            for i in range(20)
        ],
    )
    poster = group(
        rect(0, 0, 300, 260, "#fdfaf1", 4),
        text(150, 58, "听证公告", 38, BLUE, 700, "middle"),
        line("M40 78H260", GOLD, 4),
        lines(36, 124, ["时间　地点　案由", "怎样报名旁听", "联系电话"], 27, NAVY, 1.75),
    )
    return document(
        room("#eef1f5", "#d4c7b2", 560, "#dfe6ee"),
        board(90, 110, 520, 320, "#cdbb9b", WOOD),
        at(292, 140, poster),
        at(
            124,
            136,
            rect(0, 0, 136, 110, WHITE, 3),
            line("M18 26H118M18 48H118M18 70H84", STONE, 5),
        ),
        at(
            124,
            268,
            rect(0, 0, 136, 110, STRAW, 3),
            line("M18 26H118M18 48H118M18 70H84", "#b8963f", 5),
        ),
        at(680, 120, calendar),
        shelf(1000, 560, 220, 420, 4, 8),
        clock(940, 150, 9, 30),
        person(
            824,
            700,
            1.04,
            OFFICER_S,
            Pose(turn=-0.3, nod=4, left=(-30, -228), right=(34, -322)),
            holding=at(40, -330, things.phone(0.9, -8)),
        ),
        desk(840, 716, 600, 166),
        at(1020, 548, things.monitor(0.9)),
        at(660, 548, things.letter(1.1)),
        at(700, 540, things.letter(1.1)),
        at(740, 548, things.letter(1.1)),
        at(900, 552, things.mug(1)),
        person(238, 766, 1.08, OFFICER_M, Pose(back=True, left=(-48, -190), right=(76, -330))),
        person(110, 770, 1.04, GRANDPA, Pose(turn=0.5, right=(44, -220))),
        plant(1216, 720, 1),
    )


def _hall(*front: str, title: str = "检察听证会") -> str:
    """The hall seen from the visitors' seats: the bench with host and listeners."""
    bench = group(
        ellipse(640, 606, 520, 18, "#0a1626", opacity=0.1),
        polygon([(190, 440), (1090, 440), (1130, 468), (150, 468)], "#c99c70"),
        rect(150, 466, 980, 18, darker(WOOD, 0.16), 3),
        rect(166, 484, 948, 122, down("#c59a70", "#ad7f55")),
        *[rect(190 + i * 232, 504, 204, 82, "#b5875c", 4) for i in range(4)],
    )
    return group(
        room("#eef2f7", "#cdbfa9", 560, "#dbe3ec"),
        screen(
            430,
            46,
            420,
            116,
            rect(0, 0, 420, 116, BLUE, 3),
            text(210, 74, title, 44, WHITE, 700, "middle", letter_spacing=6),
        ),
        window(60, 90, 190, 230, 2, curtains="#c7d6e6"),
        window(1030, 90, 190, 230, 2, curtains="#c7d6e6"),
        *[chair_back(x, 452, 104, 186, "#28466e") for x in (290, 460, 640, 820, 990)],
        *front,
        bench,
        *[
            group(
                polygon([(x - 44, 430), (x + 44, 430), (x + 48, 460), (x - 48, 460)], BLUE),
                text(x, 453, words, 19, WHITE, 600, "middle"),
            )
            for x, words in (
                (290, "检察官"),
                (460, "听证员"),
                (640, "主持人"),
                (820, "听证员"),
                (990, "听证员"),
            )
        ],
        at(370, 460, things.mug(0.8)),
        at(550, 460, things.mug(0.8)),
        at(728, 460, things.mug(0.8)),
        at(906, 460, things.mug(0.8)),
    )


def _bench(hosting: Pose, raising: int | None = None) -> list[str]:
    seat = {"legs": False, "shadow": False}
    people = [
        person(
            290, 608, 0.96, OFFICER_F, Pose(turn=0.3, left=(-34, -216), right=(34, -216)), **seat
        ),
        person(640, 608, 0.98, OFFICER, hosting, **seat),
    ]
    for i, (x, look) in enumerate(zip((460, 820, 990), PANEL, strict=True)):
        hand = Pose(
            turn=0.2 if x < 640 else -0.3,
            left=(-34, -216),
            right=(64, -350) if i == raising else (34, -216),
        )
        people.append(person(x, 608, 0.96, look, hand, **seat))
    return people


def _audience(seats: list[tuple[float, Look]]) -> str:
    return group(
        *[
            person(
                x, 936, 1.14, look, Pose(back=True, behind="left right"), legs=False, shadow=False
            )
            + chair_back(x, 846, 132, 150, "#35557f")
            for x, look in seats
        ]
    )


def opening() -> str:
    """The host opens the hearing and reads out everyone's rights."""
    return document(
        _hall(*_bench(Pose(left=(-30, -226), right=(60, -262)))),
        _audience(
            [
                (150, Look(top="#8ea7a2", cut="short")),
                (340, MOTHER),
                (530, OTHER),
                (750, PARTY),
                (940, Look(top="#c0b3a2", cut="bob", slim=0.88)),
                (1130, GRANDPA),
            ]
        ),
        plant(70, 600, 0.9),
        plant(1216, 600, 0.9),
    )


def questions() -> str:
    """A party speaks; a listener raises a hand to ask."""
    lectern = at(
        124,
        748,
        ellipse(0, 2, 90, 10, "#0a1626", opacity=0.14),
        polygon([(-62, -170), (62, -170), (52, 0), (-52, 0)], WOOD),
        rect(-76, -184, 152, 18, darker(WOOD, 0.15), 4),
        line("M-10 -184Q-14 -230 -34 -250", STEEL, 5),
        circle(-36, -254, 9, INK),
    )
    return document(
        _hall(*_bench(Pose(left=(-30, -222), right=(30, -222), turn=-0.3), raising=1)),
        person(154, 752, 1.02, PARTY, Pose(turn=0.5, left=(-54, -214), right=(78, -268))),
        lectern,
        at(
            386,
            552,
            things.speech(
                310, 84, text(0, 11, "我想说说当时的情况", 29, INK, 500, "middle"), tail="speaker"
            ),
        ),
        at(
            1010,
            190,
            things.speech(250, 76, text(0, 10, "请问当时……", 28, INK, 500, "middle"), tail="left"),
        ),
        _audience([(700, OTHER), (900, MOTHER), (1100, GRANDPA)]),
    )


def answer() -> str:
    """The listeners' opinion is weighed and the result is explained face to face."""
    sheet = at(
        640,
        478,
        rect(-40, -52, 80, 104, WHITE, 3, stroke="#cdd6e0", stroke_width=2),
        line("M-26 -30H26M-26 -14H26M-26 2H26M-26 18H6", STONE, 3.4),
        circle(20, 34, 10, "none", stroke="#b5473d", stroke_width=3),
    )
    seated = {"legs": False, "shadow": False}
    back = group(
        rect(352, 180, 576, 250, "#dfeaf4", 6),
        rect(340, 168, 600, 12, WHITE, 4),
        line("M640 180V430M352 180V430M928 180V430", WHITE, 8),
        person(
            575, 470, 0.54, TEACHER, Pose(turn=0.4, left=(-30, -214), right=(36, -214)), **seated
        ),
        person(
            646, 470, 0.54, ENGINEER, Pose(turn=0.2, left=(-30, -214), right=(36, -260)), **seated
        ),
        person(
            716, 470, 0.54, DOCTOR, Pose(turn=-0.4, left=(-30, -214), right=(30, -214)), **seated
        ),
        polygon([(400, 400), (880, 400), (900, 424), (380, 424)], "#c99c70"),
        rect(352, 424, 576, 8, WHITE),
        polygon([(390, 430), (520, 180), (580, 180), (450, 430)], WHITE, opacity=0.25),
        rect(560, 120, 160, 40, BLUE, 6),
        text(640, 149, "评议室", 26, WHITE, 700, "middle", letter_spacing=4),
    )
    return document(
        room("#eef2f7", "#d3c7b5", 540, "#dde5ee"),
        back,
        window(80, 120, 190, 240, 2, curtains="#c7d6e6"),
        window(1010, 120, 190, 240, 2, curtains="#c7d6e6"),
        plant(70, 640, 1.05),
        plant(1214, 640, 1.05),
        person(
            500, 752, 1.12, OFFICER, Pose(turn=0.7, right=(112, -246), left=(40, -222), behind="")
        ),
        person(
            390,
            744,
            1.08,
            OFFICER_F,
            Pose(turn=0.6, left=(-30, -226), right=(34, -226)),
            holding=at(2, -238, rect(-26, -34, 52, 66, BLUE, 4), rect(-18, -24, 36, 8, STRAW)),
        ),
        person(
            790, 754, 1.12, PARTY, Pose(turn=-0.7, left=(-108, -246), right=(-20, -216), behind="")
        ),
        person(
            910,
            746,
            1.08,
            Look(top="#b98a86", dress="shirt", bottom="#4d4653", cut="long", slim=0.86),
            Pose(turn=-0.6, left=(-26, -216), right=(24, -214)),
        ),
        sheet,
    )


PICTURES = {"hearing-1": notice, "hearing-2": opening, "hearing-3": questions, "hearing-4": answer}
