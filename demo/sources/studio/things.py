"""Things people hold, carry or put on tables; each is drawn around (0, 0)."""

from studio.palette import (
    AZURE,
    BLUE,
    CREAM,
    FOG,
    GOLD,
    NAVY,
    ROSE,
    SKYBLUE,
    STEEL,
    STONE,
    STRAW,
    WHITE,
    WOOD,
    darker,
    lighter,
)
from studio.svg import at, circle, down, ellipse, group, line, number, path, polygon, rect


def clipboard(scale: float = 1, turn: float = 0) -> str:
    """A board with a sheet on it, 64 x 84."""
    return at(
        0,
        0,
        rect(-32, -42, 64, 84, WOOD, 5),
        rect(-27, -34, 54, 72, WHITE, 2),
        rect(-13, -46, 26, 12, STEEL, 4),
        line("M-18 -18H18M-18 -4H18M-18 10H18M-18 24H4", STONE, 3.4),
        scale=scale,
        turn=turn,
    )


def tablet(scale: float = 1, turn: float = 0) -> str:
    """A tablet computer lying across both hands, 92 x 64."""
    return at(
        0,
        0,
        rect(-46, -32, 92, 64, "#26313f", 7),
        rect(-40, -26, 80, 52, down("#d4e4f4", "#f2f7fc"), 2),
        path("M-34 18L-16 -4L-4 8L12 -12L34 14V20H-34Z", AZURE, opacity=0.7),
        circle(22, -14, 6, GOLD),
        scale=scale,
        turn=turn,
    )


def phone(scale: float = 1, turn: float = 0) -> str:
    """A mobile phone, 26 x 48."""
    return at(
        0,
        0,
        rect(-13, -24, 26, 48, "#202a36", 5),
        rect(-10.5, -20, 21, 40, "#cfe0f2", 2),
        scale=scale,
        turn=turn,
    )


def laptop(scale: float = 1) -> str:
    """An open laptop seen from behind, standing on (0, 0)."""
    return at(
        0,
        0,
        polygon([(-70, 0), (70, 0), (80, 10), (-80, 10)], STONE),
        path("M-64 0L-58 -82Q-57 -88 -51 -88H51Q57 -88 58 -82L64 0Z", FOG),
        circle(0, -44, 7, STONE),
        scale=scale,
    )


def monitor(scale: float = 1) -> str:
    """A desktop screen seen from behind, standing on (0, 0)."""
    return at(
        0,
        0,
        rect(-30, -8, 60, 8, STEEL, 3),
        rect(-7, -34, 14, 30, STEEL),
        rect(-84, -132, 168, 104, "#3a4654", 6),
        rect(-78, -126, 156, 92, "#485666", 4),
        scale=scale,
    )


def papers(scale: float = 1, sheets: int = 3) -> str:
    """A small stack of sheets lying on a table."""
    pile = [
        polygon(
            [(-44 + i, 4 - i * 4), (40 + i, 2 - i * 4), (48 - i, -14 - i * 4), (-34, -13 - i * 4)],
            WHITE if i % 2 else "#e9edf2",
        )
        for i in range(sheets)
    ]
    return at(
        0, 0, *pile, line(f"M-24 {-2 - sheets * 4}L32 {-4 - sheets * 4}", STONE, 2), scale=scale
    )


def files(scale: float = 1, count: int = 5) -> str:
    """A pile of case files with blue and cream covers."""
    colours = [BLUE, CREAM, "#c9b08c", AZURE, CREAM, BLUE, STRAW]
    pile = []
    for i in range(count):
        shift = (i * 7) % 11 - 5
        pile += [
            rect(-54 + shift, -16 - i * 15, 108, 15, colours[i % 7], 3),
            rect(40 + shift, -13 - i * 15, 12, 9, WHITE),
        ]
    return at(0, 0, *pile, scale=scale)


def mug(scale: float = 1, colour: str = WHITE) -> str:
    """A cup with a lid, as on every meeting table."""
    return at(
        0,
        0,
        line("M13 -22Q26 -22 24 -10Q22 -2 12 -4", colour, 4),
        path("M-14 -30H14L12 0H-12Z", down(colour, darker(colour, 0.12))),
        ellipse(0, -31, 15, 4.5, darker(colour, 0.08)),
        circle(0, -36, 3.5, colour),
        rect(-14, -22, 28, 4, BLUE),
        scale=scale,
    )


def bottle(scale: float = 1, water: str = "#b7c9a0") -> str:
    """A sample bottle with coloured water, 30 x 74."""
    return at(
        0,
        0,
        path(
            "M-8 -36H8V-24Q15 -20 15 -10V30Q15 37 8 37H-8Q-15 37 -15 30V-10Q-15 -20 -8 -24Z",
            "#eef4fa",
            opacity=0.95,
        ),
        path("M-13 0H13V29Q13 35 7 35H-7Q-13 35 -13 29Z", water),
        rect(-9, -42, 18, 9, BLUE, 3),
        rect(-13, -4, 26, 16, WHITE, 2),
        line("M-8 1H8M-8 7H4", STONE, 2),
        scale=scale,
    )


def camera(scale: float = 1) -> str:
    """A camera held to the eye, 56 x 38."""
    return at(
        0,
        0,
        rect(-28, -17, 56, 36, "#29333f", 6),
        rect(-14, -25, 22, 10, "#29333f", 3),
        circle(2, 1, 13, STEEL),
        circle(2, 1, 9, "#16202b"),
        circle(-1, -2, 3, SKYBLUE),
        scale=scale,
    )


def drone(scale: float = 1) -> str:
    """A quadcopter with a camera underneath, 150 wide."""
    blades = [ellipse(x, -22, 34, 4, STEEL, opacity=0.5) for x in (-62, 62)]
    return at(
        0,
        0,
        line("M-62 -14L-20 0M62 -14L20 0", "#39485a", 7),
        line("M-62 -22V-10M62 -22V-10", "#39485a", 5),
        *blades,
        rect(-26, -12, 52, 24, WHITE, 10),
        rect(-26, 0, 52, 6, GOLD),
        circle(0, 18, 9, "#26313f"),
        circle(0, 19, 4, SKYBLUE),
        line("M-20 12L-28 28M20 12L28 28", "#39485a", 4),
        scale=scale,
    )


def bag(scale: float = 1, colour: str = WOOD) -> str:
    """A briefcase hanging from a hand at (0, 0)."""
    return at(
        0,
        0,
        line("M-12 10Q-12 0 0 0Q12 0 12 10", darker(colour, 0.2), 5),
        rect(-36, 8, 72, 50, colour, 7),
        rect(-36, 26, 72, 4, darker(colour, 0.18)),
        rect(-6, 22, 12, 12, GOLD, 2),
        scale=scale,
    )


def sack(scale: float = 1, colour: str = "#3f4a57") -> str:
    """A tied rubbish bag standing on (0, 0)."""
    return at(
        0,
        0,
        path(
            "M-36 0C-50 -30 -30 -62 -8 -66L-14 -80Q0 -74 14 -80L8 -66C32 -62 50 -30 36 0Q0 8 -36 0Z",
            colour,
        ),
        path(
            "M-24 -12C-30 -34 -18 -50 -8 -56",
            "none",
            stroke=lighter(colour, 0.3),
            stroke_width=4,
            stroke_linecap="round",
        ),
        rect(-10, -69, 20, 6, GOLD, 3),
        scale=scale,
    )


def net(length: float = 150) -> str:
    """A landing net held at (0, 0), its hoop to the lower right."""
    n = number
    return group(
        line(
            f"M{n(-length * 0.3)} {n(-length * 0.24)}L{n(length * 0.72)} {n(length * 0.56)}",
            WOOD,
            6,
        ),
        at(
            length * 0.72,
            length * 0.56,
            path("M-6 -8C30 -26 62 8 40 34C30 48 -2 40 -8 14Z", "#cdd9e4", opacity=0.8),
            line("M-6 -8C30 -26 62 8 40 34C26 20 8 6 -6 -8M10 0L30 30M24 -4L2 26", STEEL, 2.4),
        ),
    )


def spade(scale: float = 1, turn: float = 0) -> str:
    """A spade whose grip is at (0, 0), blade 120 below."""
    return at(
        0,
        0,
        line("M0 0V92", WOOD, 6),
        line("M-11 0H11", WOOD, 6),
        path("M-16 86H16V112Q14 130 0 136Q-14 130 -16 112Z", STONE),
        scale=scale,
        turn=turn,
    )


def speech(
    w: float, h: float, *inside: str, tail: str = "left", fill: str = WHITE, edge: str = "#c8d6e6"
) -> str:
    """A speech bubble centred on (0, 0); its tail hangs down left or right, or points up (top, speaker)."""
    side, drop = {"left": (-1, 1), "right": (1, 1), "top": (0, -1), "speaker": (-1, -1)}[tail]
    x, foot, tip = side * w * 0.28, drop * (h / 2 - 1), drop * (h / 2 + 34)
    point = f"M{number(x - 14)} {number(foot)}L{number(x + side * 26)} {number(tip)}L{number(x + 14)} {number(foot)}"
    return group(
        rect(-w / 2 + 3, -h / 2 + 5, w, h, "#0a1626", 20, opacity=0.07),
        rect(-w / 2, -h / 2, w, h, fill, 20, stroke=edge, stroke_width=2),
        path(point + f"V{number(foot - drop * 3)}H{number(x - 14)}Z", fill),
        line(point, edge, 2),
        *inside,
    )


def notes(scale: float = 1, turn: float = 0) -> str:
    """A fan of banknotes without any portrait."""
    fan = [
        at(
            0,
            0,
            rect(-4, -18, 68, 32, "#d98f86" if i % 2 else "#c9776d", 3),
            rect(0, -14, 60, 24, "none", 2, stroke=lighter(ROSE, 0.5), stroke_width=1.5),
            circle(30, -2, 7, lighter(ROSE, 0.4)),
            turn=-14 + i * 12,
        )
        for i in range(3)
    ]
    return at(0, 0, *fan, scale=scale, turn=turn)


def envelope(w: float = 90, h: float = 60, fill: str = CREAM) -> str:
    """A letter."""
    return group(
        rect(-w / 2, -h / 2, w, h, fill, 5),
        line(
            f"M{number(-w / 2 + 3)} {number(-h / 2 + 4)}L0 {number(h * 0.12)}L{number(w / 2 - 3)} {number(-h / 2 + 4)}",
            darker(fill, 0.2),
            3,
        ),
    )


def letter(scale: float = 1, fill: str = CREAM) -> str:
    """An envelope lying flat on a table."""
    return at(
        0,
        0,
        polygon([(-34, 10), (34, 10), (42, -12), (-26, -12)], fill),
        line("M-24 -10L8 2L40 -10", darker(fill, 0.2), 2),
        line("M-34 11H34", darker(fill, 0.2), 2),
        scale=scale,
    )


def basket(scale: float = 1) -> str:
    """A basket of eggs standing on (0, 0)."""
    eggs = [
        ellipse(-34 + i * 17, -46 - (i % 2) * 9, 12, 15, lighter("#ead2b4", 0.15 * (i % 3)))
        for i in range(5)
    ]
    return at(
        0,
        0,
        *eggs,
        line("M-52 -40Q0 -150 52 -40", "#9a744c", 6),
        path("M-56 -42H56L42 0H-42Z", "#c59b6a"),
        line("M-52 -28H52M-48 -14H48M-28 -40L-22 0M0 -40V0M28 -40L22 0", "#a27a4d", 2.5),
        scale=scale,
    )


def wheelchair(scale: float = 1) -> str:
    """A wheelchair facing right whose wheels stand on y = 0; the seat is 108 high at x = 0."""
    return at(
        0,
        0,
        line("M-52 -206H-36L-30 -104H40L58 -36H84", "#3a4654", 8),
        rect(-36, -118, 82, 15, NAVY, 6),
        path("M-42 -200L-34 -112H-22L-30 -200Z", NAVY),
        line("M-34 -150H26", "#3a4654", 7),
        circle(-8, -58, 57, "none", stroke="#28323e", stroke_width=8),
        circle(-8, -58, 47, "none", stroke=STONE, stroke_width=2.5),
        circle(-8, -58, 8, STEEL),
        line(
            "M-8 -58L32 -98M-8 -58L-48 -98M-8 -58L-48 -18M-8 -58L32 -18M-8 -58V-112M-8 -58V-4M-8 -58H46M-8 -58H-62",
            STONE,
            1.8,
        ),
        circle(64, -19, 19, "none", stroke="#28323e", stroke_width=7),
        circle(64, -19, 4, STEEL),
        scale=scale,
    )
