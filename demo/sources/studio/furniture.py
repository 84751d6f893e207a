"""Furniture and rails, each standing on its floor line."""

import random

from studio.palette import (
    AZURE,
    BLUE,
    CREAM,
    FERN,
    GOLD,
    NAVY,
    STEEL,
    STRAW,
    WHITE,
    WOOD,
    darker,
    lighter,
)
from studio.svg import at, down, ellipse, group, line, number, path, polygon, rect, text


def plant(x: float, y: float, scale: float = 1, pot: str = WHITE) -> str:
    """A pot plant on the floor, about 190 high."""
    blades = [
        (-58, 150, "#4f8468"),
        (58, 150, "#4f8468"),
        (-36, 178, FERN),
        (38, 184, FERN),
        (-14, 206, "#6fa083"),
        (16, 198, "#7fae8c"),
        (-80, 104, FERN),
        (80, 108, "#4f8468"),
    ]
    leaves = [
        path(
            f"M-4 -60Q{number(tip * 0.15 - 16)} {number(-high * 0.8)} {tip} {-high}Q{number(tip * 0.55 + 18)} {number(-high * 0.62)} 6 -60Z",
            colour,
        )
        for tip, high, colour in blades
    ]
    return at(
        x,
        y,
        ellipse(0, 0, 44, 8, "#0a1626", opacity=0.12),
        *leaves,
        path("M-34 -66H34L26 0H-26Z", pot),
        rect(-38, -72, 76, 14, darker(pot, 0.06), 4),
        scale=scale,
    )


def shelf(x: float, y: float, w: float, h: float, rows: int = 4, seed: int = 2) -> str:
    """A cabinet of case files; (x, y) is its lower left corner."""
    draw = random.Random(seed)  # noqa: S311
    parts = [rect(x, y - h, w, h, "#c7a57f", 4), rect(x + 8, y - h + 8, w - 16, h - 16, "#8f6e50")]
    each = (h - 16) / rows
    for row in range(rows):
        floor, cursor = y - h + 8 + each * (row + 1), x + 12
        while cursor < x + w - 26:
            thick, tall = draw.uniform(11, 20), each * draw.uniform(0.62, 0.84)
            colour = draw.choice([BLUE, AZURE, "#dfe6ee", STRAW, "#7d95b3", CREAM, "#c9b08c"])
            parts += [
                rect(cursor, floor - tall, thick, tall, colour, 1.5),
                rect(cursor + 3, floor - tall * 0.72, thick - 6, 7, WHITE, opacity=0.7),
            ]
            cursor += thick + (draw.choice([1.5, 1.5, 1.5, 22]))
        parts.append(rect(x + 4, floor - 1, w - 8, 8, "#c7a57f"))
    return group(*parts)


def desk(x: float, y: float, w: float, h: float = 150, top: str = WOOD, front: str = "") -> str:
    """A desk seen from the front; (x, y) is the middle of its floor line."""
    front = front or lighter(top, 0.16)
    return group(
        ellipse(x, y + 2, w * 0.54, 14, "#0a1626", opacity=0.12),
        rect(x - w / 2 + 16, y - h + 16, w - 32, h - 16, down(front, darker(front, 0.08)), 3),
        rect(x - w / 2 + 40, y - h + 44, w - 80, h - 74, darker(front, 0.07), 4),
        polygon(
            [
                (x - w / 2 + 20, y - h - 20),
                (x + w / 2 - 20, y - h - 20),
                (x + w / 2, y - h + 6),
                (x - w / 2, y - h + 6),
            ],
            lighter(top, 0.1),
        ),
        rect(x - w / 2, y - h + 5, w, 14, darker(top, 0.12), 3),
    )


def chair_back(x: float, y: float, w: float = 96, h: float = 120, colour: str = NAVY) -> str:
    """The back of a chair behind somebody; (x, y) is the middle of its lower edge."""
    return group(
        rect(x - w / 2, y - h, w, h, colour, 16),
        rect(x - w / 2 + 8, y - h + 8, w - 16, h - 16, lighter(colour, 0.1), 12),
    )


def side_chair(
    x: float, y: float, scale: float = 1, colour: str = AZURE, flip: bool = False
) -> str:
    """A chair seen from the side, its seat 100 above the floor, facing right."""
    return at(
        x,
        y,
        line("M-40 0L-34 -92M38 0L34 -92", STEEL, 7),
        rect(-48, -106, 96, 15, colour, 7),
        path(
            "M-48 -100L-62 -206Q-62 -216 -52 -214L-44 -212Q-42 -211 -42 -206L-32 -100Z",
            darker(colour, 0.12),
        ),
        scale=scale,
        flip=flip,
    )


def railing(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    height: float = 90,
    posts: int = 6,
    colour: str = STEEL,
) -> str:
    """A handrail with posts and a second, lower rail."""
    marks = []
    for i in range(posts + 1):
        x, y = x1 + (x2 - x1) * i / posts, y1 + (y2 - y1) * i / posts
        marks.append(f"M{number(x)} {number(y)}V{number(y - height)}")
    rails = f"M{number(x1)} {number(y1 - height)}L{number(x2)} {number(y2 - height)}M{number(x1)} {number(y1 - height * 0.55)}L{number(x2)} {number(y2 - height * 0.55)}"
    return group(line("".join(marks), darker(colour, 0.1), 5), line(rails, colour, 7))


def sofa(x: float, y: float, w: float = 460, colour: str = "#8fa9c4") -> str:
    """A sofa seen from the front; (x, y) is the middle of its floor line, the seat 112 above it."""
    dark = darker(colour, 0.14)
    return group(
        ellipse(x, y + 2, w * 0.56, 14, "#0a1626", opacity=0.12),
        rect(x - w / 2 + 10, y - 236, w - 20, 180, dark, 30),
        rect(x - w / 2 + 44, y - 216, w / 2 - 50, 120, colour, 20),
        rect(x + 6, y - 216, w / 2 - 50, 120, colour, 20),
        rect(x - w / 2 + 30, y - 126, w - 60, 62, lighter(colour, 0.12), 16),
        rect(x - w / 2 + 24, y - 70, w - 48, 52, dark, 10),
        rect(x - w / 2 - 14, y - 164, 60, 150, colour, 24),
        rect(x + w / 2 - 46, y - 164, 60, 150, colour, 24),
        rect(x - w / 2 + 20, y - 20, 16, 20, "#5a4636", 3),
        rect(x + w / 2 - 36, y - 20, 16, 20, "#5a4636", 3),
    )


def bench(x: float, y: float, scale: float = 1) -> str:
    """A park bench; its seat is 92 above the ground."""
    return at(
        x,
        y,
        ellipse(0, 2, 150, 10, "#0a1626", opacity=0.12),
        line("M-104 0V-180M104 0V-180", "#56636f", 9),
        *[rect(-136, -184 + i * 26, 272, 18, "#b98d62", 5) for i in range(3)],
        rect(-142, -100, 284, 20, "#a97c55", 6),
        scale=scale,
    )


def counter(x: float, y: float, w: float, h: float = 190, label: str = "") -> str:
    """A service counter with a low glass shield; (x, y) is the middle of its floor line."""
    return group(
        ellipse(x, y + 2, w * 0.53, 14, "#0a1626", opacity=0.12),
        rect(x - w / 2, y - h + 20, w, h - 20, down("#f6f8fb", "#dde4ec"), 4),
        rect(x - w / 2, y - 26, w, 26, "#b8c4d2", 3),
        rect(x - w / 2 + 30, y - h + 60, w - 60, 7, GOLD, 3),
        rect(x - w / 2 - 14, y - h, w + 28, 26, down("#d0a77c", "#b98a5e"), 6),
        text(x, y - h + 122, label, 34, BLUE, 700, "middle", letter_spacing=4) if label else "",
    )
