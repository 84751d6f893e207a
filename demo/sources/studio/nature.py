"""Sky, hills, fields and water."""

import math
import random

from studio.palette import LEAF, MEADOW, STRAW, WHITE
from studio.svg import (
    HEIGHT,
    WIDTH,
    Point,
    at,
    circle,
    down,
    glow,
    group,
    line,
    number,
    path,
    polygon,
    rect,
    smooth,
)


def sky(top: str = "#cfe1f3", bottom: str = "#f7f3e8", horizon: float = 520) -> str:
    """The whole sheet as sky, brightest at the horizon."""
    return rect(0, 0, WIDTH, horizon + 4, down(top, bottom))


def sun(x: float, y: float, r: float = 46) -> str:
    """A pale gold sun with a halo."""
    return group(circle(x, y, r * 3.2, glow(STRAW), opacity=0.8), circle(x, y, r, "#f6dfa3"))


def cloud(x: float, y: float, scale: float = 1, opacity: float = 0.9) -> str:
    """A flat-bottomed cloud."""
    return at(
        x,
        y,
        path(
            "M-90 0C-118 0 -118 -34 -88 -36C-84 -66 -42 -74 -24 -52C-6 -86 50 -80 54 -44C92 -50 108 0 74 0Z",
            WHITE,
            opacity=opacity,
        ),
        scale=scale,
    )


def hills(base: float, height: float, colour: str, seed: int, bottom: float = HEIGHT) -> str:
    """A far range across the sheet."""
    wave = random.Random(seed)  # noqa: S311 - scenery, not secrets
    phases = [
        (wave.uniform(0, 6.3), wave.uniform(0.7, 1.2) / (i + 1), (i + 1) * wave.uniform(0.8, 1.15))
        for i in range(3)
    ]
    points = [
        (x, base - height * (0.5 + 0.32 * sum(a * math.sin(f * x / 210 + p) for p, a, f in phases)))
        for x in range(-40, WIDTH + 81, 40)
    ]
    return path(f"{smooth(points)}L{WIDTH + 80} {number(bottom)}L-40 {number(bottom)}Z", colour)


def river(banks: list[tuple[float, float, float]], shallow: str, deep: str) -> str:
    """Water between banks given as (y, left x, right x) from the horizon to the viewer."""
    left = [(near, y) for y, near, _ in banks]
    right = [(far, y) for y, _, far in reversed(banks)]
    joined = smooth(left) + "L" + smooth(right)[1:] + "Z"
    return path(joined, down(shallow, deep))


def ripples(
    marks: list[tuple[float, float, float]], colour: str = WHITE, opacity: float = 0.55
) -> str:
    """Soft lines of light on water: (x, y, length)."""
    data = "".join(
        f"M{number(x)} {number(y)}q{number(w / 4)} {number(-w / 26)} {number(w / 2)} 0t{number(w / 2)} 0"
        for x, y, w in marks
    )
    return line(data, colour, 3, opacity=opacity)


def wheat(horizon: float, left: float, right: float, vanish: Point, rows: int = 26) -> str:
    """A ripe field in rows that meet at the vanishing point."""
    bottom = HEIGHT + 20
    field = polygon(
        [(left, horizon), (right, horizon), (right, bottom), (left, bottom)],
        down("#ecd79b", "#d3a64e"),
    )
    furrows = "".join(
        f"M{number(vanish[0])} {number(vanish[1])}L{number(vanish[0] + (i - rows / 2) * 150)} {bottom}"
        for i in range(rows + 1)
    )
    return group(field, line(furrows, "#b98a3a", 2, opacity=0.45), _haze(horizon))


def _haze(horizon: float) -> str:
    """A soft band of haze where a field meets the sky."""
    return rect(0, horizon - 2, WIDTH, 26, "#f4e6bd", opacity=0.6)


def meadow(horizon: float, near: str = LEAF, far: str = MEADOW) -> str:
    """Flat ground from the horizon to the viewer."""
    return rect(0, horizon, WIDTH, HEIGHT - horizon, down(far, near))
