"""The colours of every picture, and the arithmetic of lighter, darker and between."""

NAVY = "#08264d"
BLUE = "#0b3d7a"
AZURE = "#2f6db5"
SKYBLUE = "#9fc1e6"
MIST = "#dce8f5"
PALE = "#f2f6fb"
WHITE = "#ffffff"

GOLD = "#d9a441"
STRAW = "#f1dca8"
CREAM = "#fbf6ea"

INK = "#1d2b3c"
STEEL = "#5d6b7c"
STONE = "#a9b1ba"
FOG = "#d5dae0"
SAND = "#e8dfd0"
CLAY = "#b08a67"
WOOD = "#a97c55"
BARK = "#7a5a44"

LEAF = "#7fae8c"
FERN = "#5b8f73"
PINE = "#3d6f5c"
MEADOW = "#b7d3b0"
ROSE = "#cf8f86"
BRICK = "#a9483f"
TEAL = "#5f9a9e"

FAIR = "#f4d0b0"
WARM = "#e9b98f"
TAN = "#d49f76"
BLACK_HAIR = "#2a2931"
BROWN_HAIR = "#4b3a34"
GREY_HAIR = "#9aa1aa"
WHITE_HAIR = "#dfe3e8"


def mix(one: str, other: str, share: float) -> str:
    """The colour that lies `share` (0-1) of the way from one to the other, as #rrggbb."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def lighter(colour: str, share: float = 0.2) -> str:
    """The colour moved towards white."""
    return mix(colour, "#ffffff", share)


def darker(colour: str, share: float = 0.2) -> str:
    """The colour moved towards night blue, which keeps shadows calm."""
    return mix(colour, "#0a1626", share)
