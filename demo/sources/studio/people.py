"""People of simple shapes, posed by saying where hands and feet are; joints bend to reach them."""

import math

from studio import things
from studio.clothes import clothing, torso
from studio.heads import hair_behind, head
from studio.looks import Look, Pose
from studio.palette import WARM, darker, mix
from studio.svg import Point, at, circle, ellipse, group, number, path, rect, taper


def person(
    x: float,
    y: float,
    scale: float,
    look: Look,
    pose: Pose | None = None,
    *,
    holding: str = "",
    flip: bool = False,
    shadow: bool = True,
    legs: bool = True,
) -> str:
    """A figure with its feet at (x, y); `holding` is drawn before the body, under the hands."""
    pose = pose or Pose()
    shoulders = _shoulders(look, pose)
    arms = {
        "left": _arm(shoulders[0], pose.left, pose.elbows[0], -1, look),
        "right": _arm(shoulders[1], pose.right, pose.elbows[1], 1, look),
    }
    behind = pose.behind if pose.behind is not None else _far_side(pose)
    parts = [
        ellipse(0, 2, 58, 9, "#0a1626", opacity=0.13) if shadow else "",
        *(arm for side, arm in arms.items() if side in behind),
        hair_behind(look, pose),
        _legs(look, pose) if legs else "",
        _upper(look, pose),
        holding,
        *(arm for side, arm in arms.items() if side not in behind),
    ]
    return at(x, y, *parts, scale=scale, flip=flip)


def wheelchair_user() -> str:
    """Somebody in a wheelchair that rolls to the right; the wheels stand on y = 0."""
    rider = Look(top="#6f93b3", dress="shirt", bottom="#4c5a6b", cut="short", skin=WARM)
    return group(
        things.wheelchair(),
        person(
            -4,
            0,
            0.86,
            rider,
            Pose(
                hip=(0, -140),
                lean=6,
                turn=0.9,
                feet=((82, -48), (90, -48)),
                knees=(-1, -1),
                left=(14, -158),
                right=(54, -190),
                behind="right",
            ),
            shadow=False,
        ),
    )


def _bent(a: Point, b: Point, first: float, second: float, side: int) -> tuple[Point, Point]:
    """The middle joint and the reachable end of a limb from a towards b."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    wanted = math.hypot(dx, dy) or 1
    reach = min(wanted, first + second - 0.5)
    ux, uy = dx / wanted, dy / wanted
    along = (first**2 - second**2 + reach**2) / (2 * reach)
    out = math.sqrt(max(first**2 - along**2, 0)) * side
    return (a[0] + ux * along - uy * out, a[1] + uy * along + ux * out), (
        a[0] + ux * reach,
        a[1] + uy * reach,
    )


def _far_side(pose: Pose) -> str:
    if abs(pose.turn) < 0.75:
        return ""
    return "right" if pose.turn > 0 else "left"


def _turned(point: Point, pivot: Point, degrees: float) -> Point:
    angle = math.radians(degrees)
    dx, dy = point[0] - pivot[0], point[1] - pivot[1]
    return (
        pivot[0] + dx * math.cos(angle) - dy * math.sin(angle),
        pivot[1] + dx * math.sin(angle) + dy * math.cos(angle),
    )


def _half(look: Look, pose: Pose) -> float:
    """Half the width of the shoulders; narrower when the body is turned away."""
    return 37 * look.slim * (1 - 0.2 * abs(pose.turn))


def _shoulders(look: Look, pose: Pose) -> tuple[Point, Point]:
    hx, hy = pose.hip
    half = _half(look, pose) - 1
    return tuple(_turned((hx + sx * half, hy - 117), pose.hip, pose.lean) for sx in (-1, 1))


def _arm(shoulder: Point, target: Point, side: int, outward: int, look: Look) -> str:
    sides = (side,) if side else (1, -1)
    # A hand close to its shoulder means an arm that points at the viewer: drawn shorter, not folded.
    part = min(64, max(36, math.dist(shoulder, target) * 0.58))
    elbow, hand = max(
        (_bent(shoulder, target, part, part, one) for one in sides),
        key=lambda bent: bent[0][1] + 0.5 * outward * bent[0][0],
    )
    short = look.dress == "tee" or (look.dress == "frock" and not look.badge)
    sleeve = darker(look.under if look.dress in ("vest", "apron") else look.top, 0.07)
    lower = look.skin if short else sleeve
    wrist = (elbow[0] + (hand[0] - elbow[0]) * 0.86, elbow[1] + (hand[1] - elbow[1]) * 0.86)
    cuff = taper(wrist, 9.6, hand, 9, look.skin)
    return group(
        cuff,
        circle(*hand, 9.6, look.skin),
        taper(elbow, 11.5, wrist, 9.4, lower),
        taper(shoulder, 13.5, elbow, 11.5, sleeve),
    )


def _legs(look: Look, pose: Pose) -> str:
    hx, hy = pose.hip
    parts = []
    bare = look.legs == "skirt"
    cloth = mix(look.skin, "#8a6d5c", 0.25) if bare else look.bottom
    for index, sx in ((0, -1), (1, 1)):
        hip = (hx + sx * 15 * (1 - 0.4 * abs(pose.turn)), hy + 2)
        knee, foot = _bent(hip, pose.feet[index], 93.6, 93.6, pose.knees[index])
        if pose.seated:
            knee = (pose.feet[index][0] * 1.05, hy + 16)
        shade = darker(cloth, 0.1) if index == (0 if pose.turn >= 0 else 1) else cloth
        thin = 0.72 if bare else 1
        parts += [
            _shoe(foot, look.shoes, pose.turn),
            taper(knee, 15.5 * thin, (foot[0], foot[1] - 9), 10.5 * thin, shade),
            taper(hip, 20, knee, 15.5 * thin, shade),
        ]
    if bare:
        parts.append(_skirt(look, pose))
    return group(*parts)


def _skirt(look: Look, pose: Pose) -> str:
    hx, hy = pose.hip
    reach = [f[0] * 0.55 for f in pose.feet]
    left, right = min(reach) - 30, max(reach) + 30
    colour = look.top if look.dress == "frock" else look.bottom
    return path(
        f"M{number(hx - 28)} {number(hy - 50)}L{number(hx + 28)} {number(hy - 50)}"
        f"L{number(right)} {number(hy + 92)}Q{number(hx)} {number(hy + 104)} {number(left)} {number(hy + 92)}Z",
        darker(colour, 0.05),
    )


def _shoe(foot: Point, colour: str, turn: float) -> str:
    x, y = foot
    if abs(turn) < 0.35:
        return path(
            f"M{number(x - 13)} {number(y + 2)}Q{number(x - 13)} {number(y - 15)} {number(x)} {number(y - 15)}"
            f"Q{number(x + 13)} {number(y - 15)} {number(x + 13)} {number(y + 2)}"
            f"Q{number(x)} {number(y + 6)} {number(x - 13)} {number(y + 2)}Z",
            colour,
        )
    return at(
        x,
        y,
        path("M-12 3Q-14 -15 0 -15Q6 -9 19 -5Q24 -2 22 3Z", colour),
        flip=turn < 0,
    )


def _upper(look: Look, pose: Pose) -> str:
    """Body and head, which lean together."""
    hx, hy = pose.hip
    half = _half(look, pose)
    body = group(
        rect(-9, -158, 18, 38, darker(look.skin, 0.12), 8),
        torso(look, half),
        clothing(look, half, pose),
        at(0, -171, head(look, pose), turn=pose.nod, scale=1.1),
    )
    return at(hx, hy, body, turn=pose.lean)
