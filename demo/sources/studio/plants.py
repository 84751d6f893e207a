"""Trees, shrubs, reeds, grass, flowers and ears of wheat."""

import math
import random

from studio.palette import BARK, FERN, GOLD, WHITE, darker, lighter, mix
from studio.svg import at, circle, ellipse, group, line, number, path, rect, taper


def tree(x: float, y: float, scale: float = 1, colour: str = FERN, kind: str = "round") -> str:
    """A tree standing at (x, y), about 300 high at scale 1."""
    drawn = {"round": _round_tree, "poplar": _poplar, "willow": _willow, "young": _young}[kind](
        colour
    )
    return at(x, y, ellipse(0, 2, 60, 9, "#0a1626", opacity=0.1), drawn, scale=scale)


def _round_tree(colour: str) -> str:
    light, dark = lighter(colour, 0.09), darker(colour, 0.13)
    return group(
        taper((0, 0), 13, (2, -130), 8, BARK),
        taper((0, -90), 6, (-34, -150), 4, BARK),
        taper((1, -100), 6, (36, -160), 4, BARK),
        circle(-48, -168, 56, dark),
        circle(52, -172, 54, dark),
        circle(0, -140, 52, dark),
        circle(-34, -203, 58, colour),
        circle(36, -208, 56, colour),
        circle(0, -250, 50, colour),
        circle(4, -180, 56, colour),
        path(
            "M-66 -226C-66 -256 -40 -262 -32 -258C-26 -290 28 -292 30 -258C20 -268 4 -270 -6 -246C-22 -256 -54 -246 -66 -226Z",
            light,
        ),
    )


def _poplar(colour: str) -> str:
    return group(
        taper((0, 0), 9, (0, -90), 6, BARK),
        path(
            "M0 -330C46 -270 56 -120 30 -62C16 -44 -16 -44 -30 -62C-56 -120 -46 -270 0 -330Z",
            colour,
        ),
        path(
            "M0 -330C-46 -270 -56 -120 -30 -62C-24 -54 -16 -50 -8 -49C-26 -120 -20 -250 0 -330Z",
            lighter(colour, 0.14),
        ),
    )


def _young(colour: str) -> str:
    return group(
        taper((0, 0), 5, (0, -90), 3, BARK),
        line("M18 0L2 -60M-18 0L-2 -60", "#c9ab84", 3),
        circle(-16, -104, 24, darker(colour, 0.08)),
        circle(16, -108, 24, colour),
        circle(0, -130, 26, colour),
        circle(-4, -134, 14, lighter(colour, 0.18)),
    )


def _willow(colour: str) -> str:
    strands = []
    draw = random.Random(7)  # noqa: S311
    for i in range(26):
        x = -112 + i * 9
        top = -232 - 48 * math.cos(x / 112 * 1.4)
        end = top + draw.uniform(90, 170)
        shade = mix(colour, lighter(colour, 0.4), draw.random())
        strands.append(
            line(
                f"M{number(x * 0.8)} {number(top + 20)}Q{number(x * 1.12)} {number(top + 50)} {number(x * 1.1)} {number(end)}",
                shade,
                7,
                opacity=0.9,
            )
        )
    return group(
        path("M-16 0C-6 -60 -20 -120 -8 -190L14 -190C10 -120 6 -60 18 0Z", BARK),
        line("M0 -150Q-40 -200 -70 -230M2 -150Q40 -210 72 -232", BARK, 9),
        path(
            "M-108 -214C-118 -262 -66 -296 -30 -288C-8 -312 48 -306 60 -280C96 -280 118 -246 106 -214C60 -190 -60 -190 -108 -214Z",
            darker(colour, 0.05),
        ),
        *strands,
        path(
            "M-84 -250C-74 -278 -40 -284 -24 -274C-6 -296 36 -292 46 -272C20 -278 -4 -276 -20 -258C-40 -266 -66 -262 -84 -250Z",
            lighter(colour, 0.16),
        ),
    )


def bush(x: float, y: float, scale: float = 1, colour: str = FERN) -> str:
    """A low shrub."""
    return at(
        x,
        y,
        path(
            "M-70 0C-92 -6 -86 -44 -56 -44C-50 -74 -10 -78 2 -56C18 -80 60 -70 58 -40C84 -38 86 -4 66 0Z",
            colour,
        ),
        path("M-50 -30C-44 -54 -16 -60 -4 -44C-20 -46 -36 -42 -50 -30Z", lighter(colour, 0.2)),
        scale=scale,
    )


def reeds(x: float, y: float, scale: float = 1, colour: str = FERN, seed: int = 1) -> str:
    """A clump of reeds by the water."""
    draw = random.Random(seed)  # noqa: S311
    blades = []
    for i in range(11):
        root, tip, high = -34 + i * 7, -60 + i * 12 + draw.uniform(-8, 8), draw.uniform(60, 120)
        shade = mix(colour, darker(colour, 0.3), draw.random() * 0.7)
        blades.append(
            line(
                f"M{root} 0Q{root} {number(-high * 0.6)} {number(tip)} {number(-high)}", shade, 4.5
            )
        )
        if i % 4 == 1:
            blades.append(at(root, -high - 4, rect(-4, -22, 8, 30, BARK, 4)))
            blades.append(line(f"M{root} 0L{root} {number(-high)}", shade, 3))
    return at(x, y, *blades, scale=scale)


def tufts(
    left: float, right: float, top: float, bottom: float, colour: str, count: int, seed: int = 3
) -> str:
    """Small blades of grass scattered over a meadow, larger towards the viewer."""
    draw = random.Random(seed)  # noqa: S311
    marks = []
    for _ in range(count):
        x, y = draw.uniform(left, right), draw.uniform(top, bottom)
        s = 4 + 9 * (y - top) / max(bottom - top, 1)
        marks.append(
            f"M{number(x)} {number(y)}l{number(-s * 0.5)} {number(-s)}m{number(s * 0.5)} {number(s)}l{number(s * 0.4)} {number(-s * 1.2)}"
        )
    return line("".join(marks), colour, 2.2)


def flowers(
    left: float,
    right: float,
    top: float,
    bottom: float,
    count: int,
    seed: int = 5,
    colours: tuple[str, ...] = (WHITE, "#f3d27a", "#e9b3a8"),
) -> str:
    """Little meadow flowers."""
    draw = random.Random(seed)  # noqa: S311
    dots = []
    for _ in range(count):
        x, y = draw.uniform(left, right), draw.uniform(top, bottom)
        r = 2 + 3.4 * (y - top) / max(bottom - top, 1)
        dots.append(circle(x, y, r, draw.choice(colours)))
    return group(*dots)


def ears(
    left: float, right: float, y: float, scale: float, count: int, seed: int, colour: str = GOLD
) -> str:
    """A row of wheat ears close to the viewer."""
    draw = random.Random(seed)  # noqa: S311
    stalks = []
    for i in range(count):
        x = left + (right - left) * (i + draw.uniform(0.1, 0.9)) / count
        lean, high = draw.uniform(-10, 14), draw.uniform(78, 112)
        shade = mix(colour, draw.choice(["#f2d28a", "#b98532"]), draw.uniform(0, 0.6))
        stalks.append(
            at(
                x,
                y + draw.uniform(-4, 6),
                line(
                    f"M0 0Q{number(lean * 0.2)} {number(-high * 0.6)} {number(lean)} {number(-high)}",
                    darker(shade, 0.12),
                    3.4,
                ),
                at(lean, -high, _ear(shade), turn=lean),
                scale=scale,
            )
        )
    return group(*stalks)


def _ear(colour: str) -> str:
    grains = [
        ellipse(
            side * 4.2,
            6 - i * 9,
            4,
            7,
            colour if side < 0 else darker(colour, 0.1),
            transform=f"rotate({side * 22} {side * 4.2:.1f} {6 - i * 9})",
        )
        for i in range(4)
        for side in (-1, 1)
    ]
    return group(
        line("M0 -24L-5 -46M0 -26L0 -50M0 -24L5 -46", colour, 1.2),
        *grains,
        ellipse(0, -32, 3.6, 7, colour),
    )
