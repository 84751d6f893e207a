"""Clothes: the outline of a body and the collars, lapels, vests and scarves on it."""

from studio.looks import Look, Pose
from studio.palette import GOLD, darker, lighter
from studio.svg import at, circle, group, line, number, path, polygon, rect


def torso(look: Look, half: float) -> str:
    """The outline of the body from neck to hem; `half` is half the width of the shoulders."""
    h, w = half, half * (0.86 if look.slim >= 1 else 0.74)
    hem = {"suit": 16, "coat": 62, "frock": -6, "apron": 6}.get(look.dress, 4)
    flare = {"coat": 1.12, "suit": 1.0}.get(look.dress, 0.94)
    base = look.under if look.dress in ("vest", "apron") else look.top
    n = number
    return path(
        f"M-11 -133Q{n(-h * 0.62)} -128 {n(-h * 0.86)} -124Q{n(-h - 5)} -120 {n(-h - 3)} -102"
        f"Q{n(-w)} -60 {n(-w * 0.96)} -42L{n(-h * flare)} {hem}Q0 {hem + 8} {n(h * flare)} {hem}"
        f"L{n(w * 0.96)} -42Q{n(w)} -60 {n(h + 3)} -102Q{n(h + 5)} -120 {n(h * 0.86)} -124"
        f"Q{n(h * 0.62)} -128 11 -133Q0 -124 -11 -133Z",
        base,
    )


def clothing(look: Look, half: float, pose: Pose) -> str:
    """Collar, lapels, vest and the like; shifted a little to the side the body is turned to."""
    if pose.back:
        return line(
            f"M{number(-half * 0.5)} -127Q0 -118 {number(half * 0.5)} -127",
            darker(look.top, 0.15),
            2.5,
        )
    shift = pose.turn * 9
    drawn = {
        "suit": _suit,
        "coat": _suit,
        "shirt": _shirt,
        "vest": _vest,
        "apron": _apron,
    }.get(look.dress, _round_neck)(look, half)
    scarf = _scarf(look) if look.scarf else ""
    return at(shift, 0, drawn, scarf)


def _suit(look: Look, half: float) -> str:
    lapel = lighter(look.top, 0.12)
    tie = look.tie and group(
        polygon([(-5, -128), (5, -128), (3.5, -119), (-3.5, -119)], darker(look.tie, 0.2)),
        polygon([(-3.5, -119), (3.5, -119), (7, -80), (0, -68), (-7, -80)], look.tie),
    )
    return group(
        polygon([(-14, -134), (14, -134), (1, -62), (-1, -62)], look.under),
        tie,
        polygon([(-15, -135), (-20, -100), (-13, -95), (0, -58), (-9, -120)], lapel),
        polygon([(15, -135), (20, -100), (13, -95), (0, -58), (9, -120)], lapel),
        line("M0 -58L0 14", darker(look.top, 0.25), 1.6),
        circle(5, -44, 2, darker(look.top, 0.35)),
        circle(5, -20, 2, darker(look.top, 0.35)),
        circle(half * 0.44, -96, 3.4, GOLD) if look.badge else "",
    )


def _shirt(look: Look, half: float) -> str:
    collar = lighter(look.top, 0.35)
    return group(
        polygon([(-10, -134), (10, -134), (0, -114)], darker(look.skin, 0.08)),
        polygon([(-14, -137), (-17, -122), (-5, -111), (0, -119), (-9, -133)], collar),
        polygon([(14, -137), (17, -122), (5, -111), (0, -119), (9, -133)], collar),
        line("M0 -115L0 2", darker(look.top, 0.16), 1.5),
        circle(half * 0.42, -96, 3.2, GOLD) if look.badge else "",
    )


def _round_neck(look: Look, half: float) -> str:
    return path("M-13 -134Q0 -112 13 -134Q0 -127 -13 -134Z", darker(look.skin, 0.08))


def _vest(look: Look, half: float) -> str:
    h = number(half * 0.86)
    cloth = look.top
    return group(
        polygon([(-10, -134), (10, -134), (0, -116)], darker(look.skin, 0.08)),
        path(f"M-14 -135L-{h} -124Q-{h} -60 -{h} 3L-2 7L-2 -92Z", cloth),
        path(f"M14 -135L{h} -124Q{h} -60 {h} 3L2 7L2 -92Z", darker(cloth, 0.06)),
        rect(-half * 0.86, -58, half * 1.72, 9, lighter(cloth, 0.7), opacity=0.9),
        rect(-half * 0.86, -30, half * 1.72, 9, lighter(cloth, 0.7), opacity=0.9),
    )


def _apron(look: Look, half: float) -> str:
    return group(
        path("M-13 -134Q0 -112 13 -134Q0 -127 -13 -134Z", darker(look.skin, 0.08)),
        line("M-18 -100L-12 -130M18 -100L12 -130", look.top, 5),
        rect(-25, -100, 50, 112, look.top, 8),
        rect(-14, -48, 28, 26, darker(look.top, 0.12), 4),
    )


def _scarf(look: Look) -> str:
    return group(
        polygon([(-15, -136), (0, -118), (15, -136), (9, -124), (0, -114), (-9, -124)], look.scarf),
        polygon([(-3, -118), (3, -118), (9, -90), (1, -98)], darker(look.scarf, 0.1)),
        polygon([(-3, -118), (2, -116), (-4, -94), (-11, -92)], look.scarf),
    )
