"""What people look like and how they stand: the words a figure is drawn from."""

from dataclasses import dataclass

from studio.palette import BLACK_HAIR, BLUE, FAIR, INK, WHITE
from studio.svg import Point

TALL = 400  # an adult's height at scale 1; feet stand at (0, 0)


@dataclass(frozen=True)
class Look:
    """What somebody looks like; every picture of the same person uses the same look."""

    top: str = BLUE
    dress: str = "shirt"  # suit, shirt, tee, coat, vest, apron, frock
    bottom: str = INK
    legs: str = "trousers"  # trousers, skirt
    shoes: str = "#2b3442"
    skin: str = FAIR
    hair: str = BLACK_HAIR
    cut: str = "short"  # short, parted, crop, bob, long, bun, tail, thin, bowl, pigtails
    hat: str = ""  # straw, helmet, sunhat, cap
    tie: str = ""
    under: str = WHITE
    glasses: bool = False
    scarf: str = ""
    slim: float = 1.0
    badge: bool = False


@dataclass(frozen=True)
class Pose:
    """Where hips, hands and feet are, in the figure's own units; elbows and knees follow."""

    hip: Point = (0, -188)
    lean: float = 0
    nod: float = 0
    turn: float = 0  # -1 looks left, 1 looks right
    back: bool = False
    left: Point = (-49, -181)
    right: Point = (49, -181)
    elbows: tuple[int, int] = (0, 0)  # 0: low and away from the body
    feet: tuple[Point, Point] = ((-17, 0), (17, 0))
    knees: tuple[int, int] = (1, -1)
    behind: str | None = None  # arms behind the body; None: the far one when turned well away
    seated: bool = False  # thighs are foreshortened towards the viewer
