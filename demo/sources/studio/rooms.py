"""Rooms: walls, windows, clocks, screens and boards."""

from studio.palette import BLUE, CLAY, FOG, GOLD, INK, STEEL, WHITE, WOOD, darker, lighter
from studio.svg import (
    HEIGHT,
    WIDTH,
    at,
    circle,
    down,
    ellipse,
    group,
    line,
    number,
    path,
    polygon,
    rect,
)


def room(wall: str = "#edf2f8", floor: str = "#d9cdbb", corner: float = 520, dado: str = "") -> str:
    """A back wall and a floor whose boards run towards the viewer."""
    boards = "".join(
        f"M{number(640 + (i - 8) * 62)} {number(corner)}L{number(640 + (i - 8) * 210)} {HEIGHT}"
        for i in range(17)
    )
    return group(
        rect(0, 0, WIDTH, corner, down(lighter(wall, 0.35), wall)),
        rect(0, corner - 150, WIDTH, 150, dado) if dado else "",
        rect(0, corner, WIDTH, HEIGHT - corner, down(darker(floor, 0.04), lighter(floor, 0.18))),
        line(boards, darker(floor, 0.12), 1.6, opacity=0.5),
        rect(0, corner - 10, WIDTH, 12, lighter(wall, 0.6)),
        rect(0, corner + 2, WIDTH, 16, "#0a1626", opacity=0.05),
    )


def window(
    x: float,
    y: float,
    w: float,
    h: float,
    panes: int = 2,
    green: str = "#a9cbb0",
    curtains: str = "",
) -> str:
    """A window with sky, a strip of trees outside and perhaps curtains."""
    bars = [rect(x + w * i / panes - 3, y, 6, h, WHITE) for i in range(1, panes)]
    cloth = ""
    if curtains:
        shape = f"M0 0H{number(w * 0.17)}Q{number(w * 0.19)} {number(h * 0.5)} {number(w * 0.1)} {number(h + 26)}H0Z"
        folds = line(
            f"M{number(w * 0.05)} 4Q{number(w * 0.07)} {number(h * 0.5)} {number(w * 0.035)} {number(h + 24)}M{number(w * 0.11)} 4Q{number(w * 0.13)} {number(h * 0.5)} {number(w * 0.07)} {number(h + 24)}",
            darker(curtains, 0.12),
            2,
        )
        cloth = at(x - 22, y - 12, path(shape, curtains), folds) + at(
            x + w + 22, y - 12, path(shape, curtains), folds, flip=True
        )
        cloth += rect(x - 34, y - 20, w + 68, 9, CLAY, 4)
    return group(
        rect(x - 10, y - 10, w + 20, h + 20, WHITE, 4),
        rect(x, y, w, h, down("#bcd6ef", "#eef5fa")),
        path(
            f"M{number(x)} {number(y + h)}V{number(y + h * 0.7)}Q{number(x + w * 0.14)} {number(y + h * 0.52)} {number(x + w * 0.3)} {number(y + h * 0.68)}T{number(x + w * 0.62)} {number(y + h * 0.64)}T{number(x + w)} {number(y + h * 0.6)}V{number(y + h)}Z",
            green,
        ),
        polygon(
            [(x + w * 0.12, y + h), (x + w * 0.34, y), (x + w * 0.44, y), (x + w * 0.22, y + h)],
            WHITE,
            opacity=0.22,
        ),
        *bars,
        rect(x, y + h * 0.42, w, 5, WHITE),
        rect(x - 16, y + h + 8, w + 32, 12, lighter(FOG, 0.5), 3),
        cloth,
    )


def clock(x: float, y: float, hour: float, minute: float, r: float = 34) -> str:
    """A round wall clock that tells the given time."""
    from math import cos, pi, sin

    small, big = (hour % 12 + minute / 60) * pi / 6, minute * pi / 30
    ticks = "".join(
        f"M{number(x + sin(i * pi / 6) * r * 0.78)} {number(y - cos(i * pi / 6) * r * 0.78)}L{number(x + sin(i * pi / 6) * r * 0.88)} {number(y - cos(i * pi / 6) * r * 0.88)}"
        for i in range(12)
    )
    return group(
        circle(x, y + 3, r + 6, "#0a1626", opacity=0.08),
        circle(x, y, r + 5, BLUE),
        circle(x, y, r, WHITE),
        line(ticks, STEEL, 2),
        line(
            f"M{number(x)} {number(y)}L{number(x + sin(small) * r * 0.5)} {number(y - cos(small) * r * 0.5)}",
            INK,
            4.5,
        ),
        line(
            f"M{number(x)} {number(y)}L{number(x + sin(big) * r * 0.74)} {number(y - cos(big) * r * 0.74)}",
            INK,
            3,
        ),
        circle(x, y, 3.5, GOLD),
    )


def board(x: float, y: float, w: float, h: float, face: str = "#33584d", frame: str = WOOD) -> str:
    """A blackboard or notice board with a frame and a chalk rail."""
    return group(
        rect(x - 12, y - 12, w + 24, h + 24, frame, 6),
        rect(x, y, w, h, face, 2),
        polygon(
            [(x, y), (x + w * 0.36, y), (x + w * 0.12, y + h), (x, y + h)], WHITE, opacity=0.035
        ),
        rect(x - 8, y + h + 8, w + 16, 9, darker(frame, 0.12), 3),
    )


def screen(x: float, y: float, w: float, h: float, *inside: str) -> str:
    """A flat screen on the wall; its picture is drawn in screen coordinates."""
    return group(
        rect(x - 9, y - 9, w + 18, h + 18, "#26313f", 8),
        rect(x, y, w, h, down("#f9fbfe", "#e4edf7"), 3),
        at(x, y, *inside),
    )


def pendant(x: float, length: float, colour: str = GOLD) -> str:
    """A hanging lamp."""
    return group(
        line(f"M{number(x)} 0V{number(length)}", STEEL, 3),
        path(
            f"M{number(x - 44)} {number(length + 40)}Q{number(x - 40)} {number(length)} {number(x)} {number(length - 4)}Q{number(x + 40)} {number(length)} {number(x + 44)} {number(length + 40)}Z",
            colour,
        ),
        ellipse(x, length + 40, 44, 7, "#fbeecb"),
    )


def wall_map(x: float, y: float, w: float, h: float) -> str:
    """A map of the county with a river, roads and one marked place."""
    return group(
        rect(x - 8, y - 8, w + 16, h + 16, WOOD, 5),
        rect(x, y, w, h, "#e7efe2", 2),
        path(
            f"M{number(x)} {number(y + h * 0.2)}Q{number(x + w * 0.3)} {number(y + h * 0.1)} {number(x + w * 0.45)} {number(y + h * 0.45)}T{number(x + w)} {number(y + h * 0.8)}",
            "none",
            stroke="#8fb9da",
            stroke_width=number(w * 0.045),
        ),
        line(
            f"M{number(x + w * 0.1)} {number(y + h)}L{number(x + w * 0.5)} {number(y + h * 0.3)}L{number(x + w * 0.92)} {number(y)}M{number(x)} {number(y + h * 0.66)}L{number(x + w)} {number(y + h * 0.42)}",
            "#d9b56a",
            4,
        ),
        *[
            rect(x + w * a, y + h * b, w * 0.1, h * 0.1, "#c3d3c0", 3)
            for a, b in ((0.1, 0.34), (0.62, 0.16), (0.74, 0.58), (0.24, 0.74), (0.46, 0.8))
        ],
        path(
            f"M{number(x + w * 0.56)} {number(y + h * 0.56)}c-{number(w * 0.05)} -{number(w * 0.07)} -{number(w * 0.05)} -{number(w * 0.13)} 0 -{number(w * 0.13)}s{number(w * 0.05)} {number(w * 0.06)} 0 {number(w * 0.13)}Z",
            "#b5473d",
        ),
        circle(x + w * 0.56, y + h * 0.56 - w * 0.085, w * 0.02, WHITE),
    )
