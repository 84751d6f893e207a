"""Heads: faces with two eyes and a smile, hair of many cuts, hats."""

from studio.looks import Look, Pose
from studio.palette import CREAM, GOLD, NAVY, STEEL, darker, lighter
from studio.svg import at, circle, ellipse, group, line, number, path, rect


def head(look: Look, pose: Pose) -> str:
    """Centre at (0, 0), about 52 wide and 62 high."""
    if pose.back:
        return group(
            ellipse(-25, 2, 5, 8, look.skin),
            ellipse(25, 2, 5, 8, look.skin),
            path("M-26 0C-30 -40 30 -40 26 0C26 20 14 29 0 29C-14 29 -26 20 -26 0Z", look.hair),
            _hat(look),
        )
    t = pose.turn
    ears = (ellipse(-25 + 8 * max(t, 0), 3, 5, 8, darker(look.skin, 0.06)) if t > -0.4 else "") + (
        ellipse(25 + 8 * min(t, 0), 3, 5, 8, darker(look.skin, 0.06)) if t < 0.4 else ""
    )
    face = path("M-25 -6C-27 -38 27 -38 25 -6C25 14 13 31 0 31C-13 31 -25 14 -25 -6Z", look.skin)
    ears_over = t and abs(t) >= 0.4
    return group(
        "" if ears_over else ears,
        face,
        _features(look, t),
        _hair(look, t),
        ears if ears_over and look.cut not in ("bob", "long", "bowl") else "",
        _hat(look),
    )


def _features(look: Look, t: float) -> str:
    dark = darker(look.skin, 0.72)
    x = 9.5 * t
    glasses = group(
        circle(x - 9, 0, 7.5, "none", stroke=STEEL, stroke_width=1.8),
        circle(x + 9, 0, 7.5, "none", stroke=STEEL, stroke_width=1.8),
        line(f"M{number(x - 1.5)} 0L{number(x + 1.5)} 0", STEEL, 1.8),
    )
    return group(
        circle(x - 9, 0, 2.1, dark),
        circle(x + 9, 0, 2.1, dark),
        line(f"M{number(x - 5)} 14Q{number(x)} 18.5 {number(x + 5)} 14", darker(look.skin, 0.5), 2),
        circle(x - 14 + 3 * max(-t, 0), 9, 4.6, "#d9776a", opacity=0.16) if t > -0.5 else "",
        circle(x + 14 - 3 * max(t, 0), 9, 4.6, "#d9776a", opacity=0.16) if t < 0.5 else "",
        glasses if look.glasses else "",
    )


def _hair(look: Look, t: float) -> str:
    """The hair around the face; more of it on the side that is turned away."""
    n = number
    away_left, away_right = max(t, 0), max(-t, 0)
    low = {"bob": 24, "long": 22, "tail": 8, "bun": 8, "pigtails": 12, "bowl": 6, "crop": -4}.get(
        look.cut, 2
    )
    sl, sr = low + 9 * away_left, low + 9 * away_right
    il, ir = -20 + 15 * away_left, 20 - 15 * away_right
    if look.cut == "thin":
        return group(
            path(f"M-26 {n(6)}C-31 -8 -27 -18 -21 -22C-19 -14 -22 -6 {n(il)} 2Z", look.hair),
            path(f"M26 {n(6)}C31 -8 27 -18 21 -22C19 -14 22 -6 {n(ir)} 2Z", look.hair),
            path("M-20 -25C-12 -36 12 -36 20 -25C8 -31 -8 -31 -20 -25Z", look.hair, opacity=0.8),
        )
    top = -38 if look.cut == "crop" else -41
    brow = {"bowl": -9, "crop": -21, "bun": -20, "tail": -20}.get(look.cut, -15)
    part = {"parted": 12, "bob": -8, "long": -8}.get(look.cut, 2) - 8 * t
    fringe = (
        f"C{n(ir)} -6 {n(ir - 1)} {n(brow + 4)} {n(ir - 4)} {n(brow)}"
        f"Q{n((ir + part) / 2)} {n(brow + 3)} {n(part)} {n(brow - 8)}"
        f"Q{n((il + part) / 2)} {n(brow + 3)} {n(il + 4)} {n(brow)}C{n(il + 1)} {n(brow + 4)} {n(il)} -6 {n(il)} {n(sl)}"
    )
    cap = f"M-27 {n(sl)}C-32 -24 -22 {top} 0 {top}C22 {top} 32 -24 27 {n(sr)}L{n(ir)} {n(sr)}{fringe}Z"
    return group(path(cap, look.hair), _bun(look, t))


def _bun(look: Look, t: float) -> str:
    if look.cut == "bun":
        return circle(-10 * t, -44, 12, darker(look.hair, 0.1))
    return ""


def hair_behind(look: Look, pose: Pose) -> str:
    """Long hair, tails and hat brims that hang behind neck and shoulders."""
    hx, hy = pose.hip
    t = pose.turn
    n = number
    drawn = {
        "long": path(
            f"M{n(-28 - 4 * t)} -176C-38 -222 38 -222 {n(28 - 4 * t)} -180L{n(30 - 8 * t)} -122Q{n(-6 * t)} -112 {n(-30 - 8 * t)} -122Z",
            look.hair,
        ),
        "bob": path(
            f"M{n(-28 - 3 * t)} -176C-38 -222 38 -222 {n(28 - 3 * t)} -180L{n(29 - 4 * t)} -148Q0 -140 {n(-29 - 4 * t)} -148Z",
            look.hair,
        ),
        "tail": path(
            f"M{n(-12 * t)} -200C{n(-46 * t - 6)} -206 {n(-50 * t - 4)} -160 {n(-34 * t - 8)} -120C{n(-22 * t + 6)} -150 {n(-20 * t + 6)} -170 {n(-6 * t + 8)} -186Z",
            look.hair,
        ),
        "pigtails": group(
            ellipse(-31, -160, 8, 20, look.hair), ellipse(31, -160, 8, 20, look.hair)
        ),
    }.get(look.cut, "")
    return at(hx, hy, at(0, 0, drawn), turn=pose.lean) if drawn else ""


def _hat(look: Look) -> str:
    if look.hat == "straw":
        return group(
            path("M-22 -22C-20 -52 20 -52 22 -22Z", "#ecd49a"),
            rect(-22, -27, 44, 6, "#b98d4a"),
            ellipse(0, -20, 46, 9, "#e2c47f"),
            ellipse(0, -22, 40, 5, "#efd9a4"),
        )
    if look.hat == "helmet":
        return group(
            path("M-28 -16C-30 -52 30 -52 28 -16Z", GOLD),
            rect(-5, -44, 10, 26, lighter(GOLD, 0.3), 4),
            rect(-32, -19, 64, 7, darker(GOLD, 0.1), 3.5),
        )
    if look.hat == "sunhat":
        return group(
            path("M-23 -20C-22 -48 22 -48 23 -20Z", CREAM),
            rect(-23, -26, 46, 6, NAVY),
            ellipse(0, -19, 40, 8, CREAM),
        )
    if look.hat == "cap":
        return group(
            path("M-27 -16C-28 -46 28 -46 27 -16Z", AZURE_CAP),
            rect(-30, -20, 66, 7, darker(AZURE_CAP, 0.2), 3.5),
        )
    return ""


AZURE_CAP = "#3a6ea8"
