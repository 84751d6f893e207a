"""The style sheets: contrast of every palette, and only features that old phones know."""

import re
from itertools import product
from pathlib import Path

CSS = Path(__file__).parent.parent / "static" / "css"
# Features newer than Chrome 61 / Safari 11 that break a layout where they are missing.
NEW = (
    r"(?<![-\w])gap:",
    r"\binset:",
    r"aspect-ratio:",
    r":is\(",
    r":where\(",
    r":has\(",
    r"\bclamp\(",
    r"[:( ]min\(",
    r"[:( ]max\(",
    r"@layer",
    r"@container",
    r"color-mix",
    r"\bdvh\b",
    r"margin-inline",
    r"padding-inline",
    r"&",
)
TEXT = [  # (ink, ground)
    *product(("ink", "quiet", "link", "visited", "gold", "wrong"), ("paper", "ground")),
    ("on-blue", "blue"),
    ("on-blue", "blue-deep"),
    ("gold-on-blue", "blue"),
    ("gold-on-blue", "blue-deep"),
    ("warn-ink", "warn-ground"),
    ("on-pressed", "pressed"),
]
CONTROLS = [("control", "paper"), ("rule", "paper"), ("pressed", "paper")]


def palettes() -> dict[str, dict[str, str]]:
    text = re.sub(r"/\*.*?\*/", "", (CSS / "tokens.css").read_text(), flags=re.S)
    blocks = re.findall(r"([^{}]+)\{([^{}]*)\}", text)
    own = {name.strip(): dict(re.findall(r"--([\w-]+):\s*([^;]+);", body)) for name, body in blocks}
    base = own.pop(":root")
    named = {name: {**base, **values} for name, values in own.items() if "colours" in name}
    return {":root": base, **named}


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_knows_its_bounds() -> None:
    assert round(contrast("#000000", "#ffffff")) == 21
    assert contrast("#777777", "#ffffff") < 4.5


def test_text_is_seven_to_one() -> None:
    bad = {
        (palette, ink, ground): round(contrast(values[ink], values[ground]), 2)
        for palette, values in palettes().items()
        for ink, ground in TEXT
        if contrast(values[ink], values[ground]) < 7
    }
    assert not bad


def test_controls_are_three_to_one() -> None:
    for values in palettes().values():
        for mark, ground in CONTROLS:
            assert contrast(values[mark], values[ground]) >= 3
        assert max(contrast(values[e], values["paper"]) for e in ("focus", "focus-edge")) >= 3


def test_no_feature_that_old_phones_lack() -> None:
    for path in CSS.rglob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
        for feature in NEW:
            assert not re.search(feature, text), (path.name, feature)


def test_focus_is_styled_apart_from_focus_visible() -> None:
    for path in CSS.rglob("*.css"):
        for selector in re.findall(r"([^{}]+)\{", path.read_text()):
            assert not (":focus-visible" in selector and "," in selector), selector


def test_no_ids_and_no_important() -> None:
    for path in CSS.rglob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
        assert "!important" not in text
        assert not [each for each in re.findall(r"([^{}]+)\{", text) if "#" in each]
