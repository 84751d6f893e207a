"""Buildings and bridges, seen straight on with depth given by size and overlap."""

import random

from studio.palette import BLUE, CREAM, GOLD, STRAW, WHITE, WOOD, darker, mix
from studio.svg import WIDTH, at, down, ellipse, group, line, number, path, polygon, rect, text


def skyline(base: float, colour: str, seed: int, low: float = 60, high: float = 190) -> str:
    """Pale blocks of a town on the horizon."""
    draw = random.Random(seed)  # noqa: S311 - scenery, not secrets
    blocks, x = [], -20.0
    while x < WIDTH:
        w, h = draw.uniform(46, 104), draw.uniform(low, high)
        blocks.append(rect(x, base - h, w, h, mix(colour, WHITE, draw.uniform(0, 0.35)), 3))
        x += w + draw.choice([4, 10, 26])
    return group(*blocks)


def block(x: float, base: float, w: float, h: float, wall: str, columns: int, rows: int) -> str:
    """A plain building with a grid of windows and a shop-high base."""
    gap_x, gap_y = w / (columns + 0.5), (h - 30) / (rows + 0.4)
    panes = [
        rect(
            x + gap_x * (c + 0.42),
            base - h + 18 + gap_y * r,
            gap_x * 0.62,
            gap_y * 0.6,
            down("#c5dbf0", "#e6f0f8"),
            2,
        )
        for c in range(columns)
        for r in range(rows)
    ]
    return group(
        rect(x, base - h, w, h, wall, 3),
        rect(x - 4, base - h - 8, w + 8, 12, darker(wall, 0.14), 3),
        *panes,
    )


def procuratorate(x: float, base: float, w: float = 760, sign: str = "示例市人民检察院") -> str:
    """The office: wings, a glazed middle, steps and a sign board; x is its middle."""
    h, wing = w * 0.42, w * 0.33
    half = w / 2
    left = _wing(x - half, base, wing, h * 0.82)
    right = _wing(x + half - wing, base, wing, h * 0.82)
    middle = w - wing * 2 + 24
    mx = x - middle / 2
    posts = [
        rect(
            mx + middle * (0.06 + i * 0.2933) - 7,
            base - h * 0.66,
            15,
            h * 0.66,
            down("#fbfcfe", "#d5deea"),
            3,
        )
        for i in range(4)
    ]
    glass = group(
        rect(mx + 8, base - h * 0.64, middle - 16, h * 0.64, down("#7fa6d3", "#cfe1f2")),
        *[
            rect(
                mx + 8 + (middle - 16) * i / 6, base - h * 0.64, 2.5, h * 0.64, WHITE, opacity=0.55
            )
            for i in range(1, 6)
        ],
        rect(mx + 8, base - h * 0.3, middle - 16, 4, WHITE, opacity=0.6),
        polygon(
            [
                (mx + 40, base),
                (mx + 100, base - h * 0.64),
                (mx + 136, base - h * 0.64),
                (mx + 76, base),
            ],
            WHITE,
            opacity=0.16,
        ),
        rect(x - 42, base - h * 0.28, 84, h * 0.28, "#4d79ad"),
        rect(x - 1.5, base - h * 0.28, 3, h * 0.28, WHITE),
        rect(x - 9, base - h * 0.15, 3, 22, STRAW),
        rect(x + 6, base - h * 0.15, 3, 22, STRAW),
    )
    return group(
        ellipse(x, base + 40, half + 90, 16, "#0a1626", opacity=0.08),
        left,
        right,
        rect(mx, base - h, middle, h, down("#f3f6fa", "#dfe6ef"), 4),
        glass,
        *posts,
        rect(mx - 16, base - h * 0.86, middle + 32, h * 0.2, down("#ffffff", "#e3eaf3"), 5),
        rect(mx - 16, base - h * 0.665, middle + 32, 7, GOLD),
        text(
            x,
            base - h * 0.86 + h * 0.2 * 0.66,
            sign,
            middle * 0.104,
            BLUE,
            700,
            "middle",
            letter_spacing=number(middle * 0.012),
        ),
        rect(mx - 8, base - h - 12, middle + 16, 16, "#c9d4e2", 4),
        _steps(x, base, middle + 40),
    )


def _wing(x: float, base: float, w: float, h: float) -> str:
    columns, rows = 5, 4
    panes = [
        group(
            rect(
                x + w * (0.07 + c * 0.182),
                base - h + 24 + r * (h - 40) / rows,
                w * 0.125,
                (h - 40) / rows * 0.66,
                down("#9dbfe2", "#dbe9f5"),
                2,
            ),
            rect(
                x + w * (0.07 + c * 0.182) + w * 0.06,
                base - h + 24 + r * (h - 40) / rows,
                2,
                (h - 40) / rows * 0.66,
                WHITE,
                opacity=0.7,
            ),
        )
        for c in range(columns)
        for r in range(rows)
    ]
    return group(
        rect(x, base - h, w, h, down("#eef2f7", "#dbe3ed")),
        rect(x - 8, base - h - 10, w + 16, 14, "#c9d4e2", 4),
        rect(x, base - 20, w, 20, "#b9c5d4"),
        *panes,
    )


def _steps(x: float, base: float, w: float) -> str:
    return group(
        *[
            rect(
                x - w / 2 - i * 14,
                base + i * 9,
                w + i * 28,
                10,
                mix("#e4eaf1", "#aebaca", i / 4),
                2,
            )
            for i in range(4)
        ]
    )


def house(x: float, base: float, scale: float = 1, wall: str = CREAM, roof: str = "#6c7c8e") -> str:
    """A low country house with a tiled roof."""
    return at(
        x,
        base,
        rect(-110, -120, 220, 120, wall),
        polygon([(-134, -116), (-84, -178), (84, -178), (134, -116)], roof),
        line(
            "M-124 -128L124 -128M-112 -144L112 -144M-98 -160L98 -160",
            darker(roof, 0.15),
            2,
            opacity=0.6,
        ),
        rect(-20, -78, 40, 78, WOOD, 2),
        rect(-88, -88, 46, 42, down("#a9c6e2", "#dceaf5"), 2),
        rect(42, -88, 46, 42, down("#a9c6e2", "#dceaf5"), 2),
        line("M-65 -88V-46M65 -88V-46M-88 -67H-42M42 -67H88", WHITE, 3),
        scale=scale,
    )


def bridge(x: float, y: float, scale: float = 1, stone: str = "#d5cdbf") -> str:
    """A stone bridge with one arch; (x, y) is the middle of its water line."""
    return at(
        x,
        y,
        path("M-330 0V-58Q-160 -104 0 -106Q160 -104 330 -58V0H150A150 86 0 0 0 -150 0Z", stone),
        path(
            "M-330 -58Q-160 -104 0 -106Q160 -104 330 -58L330 -74Q160 -124 0 -126Q-160 -124 -330 -74Z",
            darker(stone, 0.12),
        ),
        path("M-150 0A150 86 0 0 1 150 0H134A134 74 0 0 0 -134 0Z", darker(stone, 0.16)),
        line(
            "".join(f"M{i * 44} {-120 + abs(i) ** 1.7 * 3.4:.0f}v-30" for i in range(-6, 7)),
            darker(stone, 0.06),
            7,
        ),
        line("M-290 -96Q-150 -150 0 -152Q150 -150 290 -96", darker(stone, 0.06), 7),
        scale=scale,
    )
