"""Signs: small drawings that stand for an idea, each around (0, 0) and about 100 wide."""

from studio.palette import AZURE, BLUE, FERN, GOLD, STRAW, WHITE, darker, lighter
from studio.svg import at, circle, ellipse, group, line, number, path, polygon, rect, text


def tick(r: float = 22, colour: str = FERN) -> str:
    """A round tick mark."""
    return group(
        circle(0, 0, r, colour),
        line(
            f"M{number(-r * 0.42)} {number(r * 0.04)}L{number(-r * 0.1)} {number(r * 0.36)}L{number(r * 0.45)} {number(-r * 0.32)}",
            WHITE,
            r * 0.2,
        ),
    )


def cross(r: float = 22, colour: str = "#a9483f") -> str:
    """A round cross mark."""
    k = number(r * 0.36)
    return group(
        circle(0, 0, r, colour), line(f"M-{k} -{k}L{k} {k}M{k} -{k}L-{k} {k}", WHITE, r * 0.2)
    )


def coin(r: float = 20) -> str:
    """A coin with a plain rim and the yuan sign."""
    return group(
        circle(0, 0, r, darker(GOLD, 0.15)),
        circle(0, -1.5, r - 1.5, GOLD),
        circle(0, -1.5, r * 0.72, "none", stroke=STRAW, stroke_width=number(r * 0.09)),
        text(0, r * 0.32, "¥", r * 0.95, "#7a5312", 700, "middle"),
    )


def headset(scale: float = 1, colour: str = BLUE) -> str:
    """A telephone receiver in a disc: the sign for a hotline."""
    return at(
        0,
        0,
        path(
            "M-34 -30C-40 6 -6 40 30 34C36 33 40 26 40 20L22 8C16 12 12 14 6 10C-2 6 -6 2 -10 -6C-14 -12 -12 -16 -8 -22L-20 -40C-26 -40 -33 -36 -34 -30Z",
            colour,
        ),
        scale=scale,
    )


def megaphone(scale: float = 1) -> str:
    """A loudhailer pointing right."""
    return at(
        0,
        0,
        path("M-30 -12L30 -38V38L-30 12Z", GOLD),
        rect(-46, -14, 18, 28, BLUE, 5),
        ellipse(30, 0, 8, 38, lighter(GOLD, 0.4)),
        line("M-26 14L-20 40", BLUE, 9),
        scale=scale,
    )


def scales_sign(scale: float = 1, colour: str = BLUE, accent: str = GOLD) -> str:
    """A pair of scales."""
    return at(
        0,
        0,
        line("M0 -60V52M-70 -42H70", colour, 8),
        rect(-40, 50, 80, 12, colour, 6),
        circle(0, -62, 10, accent),
        line("M-70 -42L-94 14M-70 -42L-46 14M70 -42L46 14M70 -42L94 14", colour, 4),
        path("M-100 14H-40Q-46 40 -70 40Q-94 40 -100 14Z", accent),
        path("M40 14H100Q94 40 70 40Q46 40 40 14Z", accent),
        scale=scale,
    )


def magnifier(scale: float = 1, colour: str = BLUE) -> str:
    """A magnifying glass."""
    return at(
        0,
        0,
        line("M24 24L54 54", colour, 14),
        circle(0, 0, 34, "#e8f2fb", stroke=colour, stroke_width=9),
        path("M-18 -8Q-14 -22 2 -22", "none", stroke=WHITE, stroke_width=6, stroke_linecap="round"),
        scale=scale,
    )


def globe(scale: float = 1, colour: str = BLUE) -> str:
    """A globe: the sign for a website."""
    return at(
        0,
        0,
        circle(0, 0, 44, "#e8f2fb", stroke=colour, stroke_width=7),
        ellipse(0, 0, 19, 44, "none", stroke=colour, stroke_width=5),
        line("M-42 0H42M-36 -22H36M-36 22H36", colour, 5),
        scale=scale,
    )


def mobile(scale: float = 1, colour: str = BLUE) -> str:
    """A mobile phone as a sign."""
    return at(
        0,
        0,
        rect(-27, -46, 54, 92, colour, 10),
        rect(-20, -36, 40, 66, "#e8f2fb", 3),
        circle(0, 38, 4.5, GOLD),
        line("M-10 -14H10M-10 0H10M-10 14H2", colour, 4),
        scale=scale,
    )


def office(scale: float = 1, colour: str = BLUE) -> str:
    """A public building as a sign."""
    return at(
        0,
        0,
        polygon([(-52, -18), (0, -48), (52, -18)], colour),
        *[rect(x - 6, -12, 12, 44, colour, 2) for x in (-38, -13, 13, 38)],
        rect(-54, 34, 108, 12, colour, 3),
        circle(0, -30, 6, GOLD),
        scale=scale,
    )


def sheet(scale: float = 1, colour: str = BLUE) -> str:
    """A written page with a seal."""
    return at(
        0,
        0,
        path(
            "M-34 -46H18L36 -28V46H-34Z",
            "#e8f2fb",
            stroke=colour,
            stroke_width=6,
            stroke_linejoin="round",
        ),
        line("M-18 -18H16M-18 -2H20M-18 14H4", colour, 5),
        circle(18, 28, 9, GOLD),
        scale=scale,
    )


def talk(scale: float = 1, colour: str = BLUE) -> str:
    """Two speech bubbles."""
    return at(
        0,
        0,
        path(
            "M-50 -40H14Q24 -40 24 -30V0Q24 10 14 10H-18L-36 28V10H-50Q-60 10 -60 0V-30Q-60 -40 -50 -40Z",
            colour,
        ),
        path(
            "M34 -14H50Q60 -14 60 -4V26Q60 36 50 36H44V52L26 36H-2Q-12 36 -12 26V22H16Q36 20 34 0Z",
            GOLD,
        ),
        circle(-36, -15, 4.5, WHITE),
        circle(-18, -15, 4.5, WHITE),
        circle(0, -15, 4.5, WHITE),
        scale=scale,
    )


def hand(scale: float = 1, colour: str = BLUE) -> str:
    """A hand that holds up a heart: help in need."""
    return at(
        0,
        0,
        path("M0 2C-34 -22 -26 -50 -8 -46Q-2 -44 0 -38Q2 -44 8 -46C26 -50 34 -22 0 2Z", GOLD),
        path(
            "M-56 18H-34V48H-56ZM-28 20C-14 10 -2 14 8 20H26Q34 22 28 30H6H30L50 16Q62 14 58 24L36 44Q30 50 20 50H-28Z",
            colour,
        ),
        scale=scale,
    )


def shield(scale: float = 1, colour: str = BLUE) -> str:
    """A shield with a tick."""
    return at(
        0,
        0,
        path("M0 -50L42 -34V0C42 28 22 44 0 54C-22 44 -42 28 -42 0V-34Z", colour),
        line("M-18 2L-4 16L20 -14", GOLD, 9),
        scale=scale,
    )


def leaf(scale: float = 1, colour: str = FERN) -> str:
    """A leaf over water: the public interest."""
    return at(
        0,
        0,
        path("M-30 16C-40 -34 4 -50 40 -46C44 -8 24 30 -30 16Z", colour),
        line("M-40 34Q-14 0 22 -28", lighter(colour, 0.6), 5),
        line("M-50 44q12 -10 24 0t24 0t24 0t24 0", AZURE, 6),
        scale=scale,
    )


def book(scale: float = 1, colour: str = BLUE) -> str:
    """An open law book."""
    return at(
        0,
        0,
        path("M0 -30Q-26 -46 -58 -38V34Q-26 26 0 42Q26 26 58 34V-38Q26 -46 0 -30Z", colour),
        path(
            "M-4 -22Q-26 -36 -50 -30V26Q-24 20 -4 32ZM4 -22Q26 -36 50 -30V26Q24 20 4 32Z", "#e8f2fb"
        ),
        line("M-40 -14L-14 -10M-40 2L-14 6M40 -14L14 -10M40 2L14 6", colour, 4),
        scale=scale,
    )
