"""A few words for writing SVG: shapes, text, groups, gradients and the finished document."""

import math
import re
from html import escape

WIDTH, HEIGHT = 1280, 800
FONT = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"

Point = tuple[float, float]


def number(value: float) -> str:
    """A coordinate with at most one decimal and no trailing zero."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if value else "0"


def tag(name: str, *children: str, **attributes: object) -> str:
    """One element; `stroke_width=2` becomes stroke-width="2", None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def _value(value: object) -> str:
    if isinstance(value, float | int):
        return f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return escape(str(value))


def group(*children: str, **attributes: object) -> str:
    """Elements that move, fade or turn together."""
    return tag("g", *children, **attributes) if any(children) else ""


def at(
    x: float, y: float, *children: str, scale: float = 1, turn: float = 0, flip: bool = False
) -> str:
    """The elements moved to (x, y), scaled, turned by degrees and perhaps mirrored."""
    moves = [f"translate({number(x)} {number(y)})"]
    if turn:
        moves.append(f"rotate({number(turn)})")
    if scale != 1 or flip:
        moves.append(f"scale({-scale if flip else scale:.3f} {scale:.3f})")
    return group(*children, transform=" ".join(moves))


def rect(x: float, y: float, w: float, h: float, fill: str, r: float = 0, **more: object) -> str:
    """A rectangle, its corners rounded by r."""
    return tag(
        "rect",
        x=number(x),
        y=number(y),
        width=number(w),
        height=number(h),
        rx=number(r) if r else None,
        fill=fill,
        **more,
    )


def circle(x: float, y: float, r: float, fill: str, **more: object) -> str:
    """A disc."""
    return tag("circle", cx=number(x), cy=number(y), r=number(r), fill=fill, **more)


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, **more: object) -> str:
    """A flattened disc."""
    return tag(
        "ellipse", cx=number(x), cy=number(y), rx=number(rx), ry=number(ry), fill=fill, **more
    )


def path(d: str, fill: str = "none", **more: object) -> str:
    """A free shape."""
    return tag("path", d=d, fill=fill, **more)


def line(d: str, colour: str, width: float = 2, **more: object) -> str:
    """A stroke with round ends along a path."""
    return path(
        d,
        stroke=colour,
        stroke_width=number(width),
        stroke_linecap="round",
        stroke_linejoin="round",
        **more,
    )


def polygon(points: list[Point], fill: str, **more: object) -> str:
    """A closed shape with straight sides."""
    return tag(
        "polygon", points=" ".join(f"{number(x)},{number(y)}" for x, y in points), fill=fill, **more
    )


def smooth(points: list[Point]) -> str:
    """Path data of a soft curve through the points (Catmull-Rom, written as Béziers)."""
    first, last = points[0], points[-1]
    chain = [first, *points, last]
    data = f"M{number(first[0])} {number(first[1])}"
    for i in range(1, len(chain) - 2):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = chain[i - 1 : i + 3]
        curve = (
            bx + (cx - ax) / 6,
            by + (cy - ay) / 6,
            cx - (dx - bx) / 6,
            cy - (dy - by) / 6,
            cx,
            cy,
        )
        data += "C" + " ".join(number(value) for value in curve)
    return data


def taper(a: Point, ra: float, b: Point, rb: float, fill: str) -> str:
    """A limb: the outline around a disc at a and a disc at b."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy)
    if length <= abs(ra - rb) + 0.01:
        return circle(*(a if ra > rb else b), max(ra, rb), fill)
    heading, spread = math.atan2(dy, dx), math.acos((ra - rb) / length)
    p, q, r, s = (
        (
            centre[0] + radius * math.cos(heading + side),
            centre[1] + radius * math.sin(heading + side),
        )
        for centre, radius, side in (
            (a, ra, spread),
            (b, rb, spread),
            (b, rb, -spread),
            (a, ra, -spread),
        )
    )
    xy = [f"{number(x)} {number(y)}" for x, y in (p, q, r, s)]
    large_b, large_a = int(rb > ra), int(ra > rb)
    return path(
        f"M{xy[0]}L{xy[1]}A{number(rb)} {number(rb)} 0 {large_b} 0 {xy[2]}"
        f"L{xy[3]}A{number(ra)} {number(ra)} 0 {large_a} 0 {xy[0]}Z",
        fill,
    )


def text(
    x: float,
    y: float,
    words: str,
    size: float,
    fill: str,
    weight: int = 400,
    anchor: str = "start",
    **more: object,
) -> str:
    """One line of writing with its baseline at y."""
    return tag(
        "text",
        escape(words),
        x=number(x),
        y=number(y),
        font_family=FONT,
        font_size=number(size),
        font_weight=weight,
        fill=fill,
        text_anchor=None if anchor == "start" else anchor,
        **more,
    )


def lines(
    x: float,
    y: float,
    words: list[str],
    size: float,
    fill: str,
    leading: float = 1.6,
    weight: int = 400,
    anchor: str = "start",
) -> str:
    """Several lines of writing, one under the other."""
    return "".join(
        text(x, y + row * size * leading, one, size, fill, weight, anchor)
        for row, one in enumerate(words)
    )


def down(top: str, bottom: str) -> str:
    """A fill that runs from one colour at the top to another at the bottom."""
    return f"url(#d-{top[1:]}-{bottom[1:]})"


def across(left: str, right: str) -> str:
    """A fill that runs from left to right."""
    return f"url(#a-{left[1:]}-{right[1:]})"


def glow(centre: str) -> str:
    """A fill that is a colour in the middle and nothing at the rim."""
    return f"url(#g-{centre[1:]})"


def _gradients(drawing: str) -> str:
    """Definitions for every gradient the drawing names."""
    found = []
    for name in sorted(set(re.findall(r"url\(#([dag]-[0-9a-f-]+)\)", drawing))):
        kind, *colours = name.split("-")
        stops = "".join(
            tag("stop", offset=i, stop_color="#" + colour) for i, colour in enumerate(colours)
        )
        if kind == "g":
            fading = tag("stop", offset=1, stop_color="#" + colours[0], stop_opacity=0)
            found.append(tag("radialGradient", stops, fading, id=name))
        else:
            ends = {"x2": 0, "y2": 1} if kind == "d" else {}
            found.append(tag("linearGradient", stops, id=name, **ends))
    return tag("defs", *found) if found else ""


def document(*drawing: str, width: int = WIDTH, height: int = HEIGHT) -> str:
    """A complete SVG file with the gradients it needs."""
    inside = "\n".join(part for part in drawing if part)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">\n{_gradients(inside)}\n{inside}\n</svg>\n'
    )
