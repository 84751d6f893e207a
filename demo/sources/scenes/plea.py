"""一图读懂认罪认罚: what it is, how it goes, whose rights, three mistakes."""

from studio import signs, things
from studio.board import card, disc, entry, ground, header, strip
from studio.cast import OFFICER, OFFICER_F
from studio.looks import Look, Pose
from studio.palette import BRICK, FERN, GOLD, INK, NAVY, WARM, WHITE
from studio.people import person
from studio.svg import at, circle, document, down, group, line, lines, path, rect, text

LAWYER = Look(top="#3d4854", dress="suit", bottom="#2b343f", cut="short", tie="#6b7f95")
LAWYER_F = Look(top="#4a5563", dress="suit", bottom="#2b343f", cut="tail", slim=0.88)
PERSON = Look(top="#9aa9b6", dress="shirt", bottom="#55616e", cut="crop", skin=WARM)


def meaning() -> str:
    """Three words, three cards."""
    cards = []
    for i, (sign, title, words) in enumerate(
        (
            (signs.talk(1.2), "认罪", ["自愿、如实", "说清楚自己", "做过的事"]),
            (signs.sheet(1.25), "认罚", ["真心悔过，", "愿意接受", "依法给出的处罚"]),
            (signs.scales_sign(0.78), "从宽", ["司法机关依法", "在处理结果和", "程序上从宽"]),
        )
    ):
        x = 250 + i * 270
        cards.append(
            card(
                x,
                186,
                244,
                440,
                circle(x + 122, 284, 78, "#e8f1fb"),
                at(x + 122, 286, sign),
                text(x + 122, 430, title, 54, NAVY, 700, "middle"),
                rect(x + 92, 448, 60, 5, GOLD, 2),
                lines(x + 122, 500, words, 30, "#3c4a5b", 1.5, 400, "middle"),
            )
        )
    return document(
        ground(),
        header("认罪认罚从宽，是什么", "1 / 4"),
        person(
            134, 650, 1.06, OFFICER_F, Pose(turn=0.5, right=(66, -262), left=(-40, -184), behind="")
        ),
        person(
            1152, 650, 1.06, LAWYER, Pose(turn=-0.5, left=(-66, -262), right=(40, -184), behind="")
        ),
        *cards,
        strip(676, "从宽不等于不罚，认罪必须自愿"),
    )


def road() -> str:
    """Six steps along one road."""
    way = "M-20 200C160 184 300 214 560 200S900 184 1060 200C1250 220 1250 440 1060 450S760 436 560 450S260 436 120 450"
    stops = [
        (130, 197, "1", "告知权利", ["讲清规定，也讲清", "可能的后果"]),
        (530, 200, "2", "律师帮助", ["自己请律师，或者", "找值班律师"]),
        (930, 194, "3", "听取意见", ["罪名、量刑、程序", "都可以说"]),
        (930, 446, "4", "签具结书", ["自愿签署，签的时候", "律师在场"]),
        (530, 450, "5", "提起公诉", ["起诉时写明认罪认罚", "并提量刑建议"]),
        (130, 450, "6", "法院审理", ["核实是不是自愿，", "再依法裁判"]),
    ]
    drawn = []
    for x, y, number, title, words in stops:
        drawn.append(group(_stop(x, y, title, words), disc(x, y, number, 38)))
    return document(
        ground(),
        header("办理认罪认罚案件，走哪六步", "2 / 4"),
        line(way, "#c9d8e8", 54),
        line(way, WHITE, 4, stroke_dasharray="26 22"),
        *drawn,
        strip(692, "每一步都可以问，每一步都有记录"),
    )


def _stop(x: float, y: float, title: str, words: list[str]) -> str:
    return card(x - 60, y + 24, 340, 186, entry(x - 30, y + 90, title, words, 38, 29))


def rights() -> str:
    """Four rights around a person and a lawyer."""
    items = (
        (70, 180, signs.book(0.95), "知情权", ["法律怎么规定，", "后果是什么，有人讲"]),
        (70, 440, signs.talk(0.95), "提意见权", ["对罪名、刑期和程序，", "都可以表达看法"]),
        (860, 180, signs.shield(0.95), "律师帮助权", ["没请律师，可以约见", "值班律师，不收费"]),
        (860, 440, signs.hand(0.95), "自愿选择权", ["认不认由自己决定，", "任何人不得强迫"]),
    )
    cards = [
        card(
            x,
            y,
            350,
            230,
            at(x + 80, y + 68, sign),
            text(x + 150, y + 84, title, 36, NAVY, 700),
            rect(x + 30, y + 124, 290, 3, "#e6d6ab"),
            lines(x + 32, y + 166, words, 29, "#3c4a5b", 1.45),
        )
        for x, y, sign, title, words in items
    ]
    desk_front = group(
        rect(440, 560, 400, 20, "#b98a5e", 6),
        rect(456, 578, 368, 92, down("#d8b48a", "#c49a6c"), 4),
    )
    return document(
        ground(),
        header("您有这四项权利", "3 / 4"),
        circle(640, 420, 210, "#d6e5f4", opacity=0.8),
        person(
            566,
            764,
            1.16,
            PERSON,
            Pose(turn=0.5, left=(-34, -204), right=(34, -206)),
            legs=False,
            shadow=False,
        ),
        person(
            726,
            764,
            1.16,
            LAWYER_F,
            Pose(turn=-0.5, left=(-60, -214), right=(36, -206), behind=""),
            legs=False,
            shadow=False,
        ),
        desk_front,
        at(640, 556, things.papers(1.1, 3)),
        *cards,
        strip(700, "听不懂就问，想不好就说：我要见律师", 34),
    )


def mistakes() -> str:
    """Three mistakes and what is right."""
    rows = []
    for i, (wrong, right) in enumerate(
        (
            (
                "“签了字，就一定轻判。”",
                ["从宽看事实、情节和悔罪表现，", "最后由人民法院依法裁判。"],
            ),
            ("“认了罪，就不用赔了。”", ["赔礼道歉、赔偿损失，", "是决定从宽多少的重要考虑。"]),
            ("“签了字，就不能反悔。”", ["可以反悔；但原来的从宽", "可能不再适用，要想清楚。"]),
        )
    ):
        y = 172 + i * 198
        rows.append(
            group(
                card(
                    54,
                    y,
                    436,
                    170,
                    at(112, y + 85, signs.cross(32, BRICK)),
                    text(156, y + 96, wrong, 28, INK, 600),
                ),
                path(f"M498 {y + 70}h24v-16l32 31l-32 31v-16h-24Z", GOLD),
                card(
                    566,
                    y,
                    518,
                    170,
                    at(622, y + 85, signs.tick(32, FERN)),
                    lines(674, y + 76, right, 27, "#26364a", 1.6, 500),
                ),
            )
        )
    return document(
        ground(),
        header("三个常见误会", "4 / 4"),
        *rows,
        person(
            1186, 784, 1.12, OFFICER, Pose(turn=-0.4, left=(-72, -270), right=(44, -186), behind="")
        ),
    )


PICTURES = {"plea-1": meaning, "plea-2": road, "plea-3": rights, "plea-4": mistakes}
