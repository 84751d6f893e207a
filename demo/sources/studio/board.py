"""Boards: the headings, cards and numbered discs of pictures that explain in words."""

from studio.palette import BLUE, GOLD, NAVY, WHITE
from studio.svg import circle, down, group, lines, path, rect, text

EDGE = "#cddaea"


def ground() -> str:
    """A quiet background with two large discs."""
    return group(
        rect(0, 0, 1280, 800, down("#e6eff9", "#fbf8ef")),
        circle(1160, 700, 300, "#d6e5f4", opacity=0.6),
        circle(90, 250, 220, "#f6ecd2", opacity=0.55),
    )


def header(title: str, number: str = "") -> str:
    """The blue band with the picture's title and its place in the story."""
    return group(
        rect(0, 0, 1280, 124, down("#0f4a90", BLUE)),
        rect(0, 124, 1280, 7, GOLD),
        path("M1040 124C1100 60 1130 40 1280 10V124Z", WHITE, opacity=0.07),
        text(70, 83, title, 56, WHITE, 700, letter_spacing=4),
        text(1210, 80, number, 34, "#f1dca8", 500, "end"),
    )


def card(x: float, y: float, w: float, h: float, *inside: str) -> str:
    """A white card with a soft shadow."""
    return group(
        rect(x + 3, y + 6, w, h, "#0a1626", 22, opacity=0.06),
        rect(x, y, w, h, WHITE, 22, stroke=EDGE, stroke_width=2),
        *inside,
    )


def disc(x: float, y: float, number: str, r: float = 32, fill: str = BLUE) -> str:
    """A numbered disc."""
    return group(
        circle(x, y, r, fill), text(x, y + r * 0.38, number, r * 1.08, WHITE, 700, "middle")
    )


def entry(
    x: float,
    y: float,
    title: str,
    words: list[str],
    size: float = 40,
    small: float = 29,
    anchor: str = "start",
) -> str:
    """A bold title with one or two lines under it."""
    return group(
        text(x, y, title, size, NAVY, 700, anchor),
        lines(x, y + small * 1.75, words, small, "#3c4a5b", 1.5, 400, anchor),
    )


def strip(y: float, words: str, size: float = 36) -> str:
    """A rounded bar with the sentence to remember."""
    return group(
        rect(70, y, 1140, 84, NAVY, 42), text(640, y + 55, words, size, WHITE, 600, "middle")
    )
