"""Folding: the same text, character for character, in plain forms instead of full-width ones."""

import re

_SPACES = "\u00a0\u2002\u2003\u2007\u2009\u200b\u202f\u3000\ufeff\u2060"
_DASHES = "‐‑‒–—―－﹣−"
_DOTS = "•・‧∙･⋅"
_STARS = "＊∗✱×✕╳●□■"

_BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])")
"""A point between two characters, as in 艾力.玉素甫, stands for a middle dot."""

_TABLE = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_DOTS, "·"),
        **dict.fromkeys(_STARS, "*"),
        "【": "(",
        "】": ")",
        "﹙": "(",
        "﹚": ")",
        "〔": "[",
        "〕": "]",
        "﹒": "·",
    }
)


def folded(text: str) -> str:
    """The text in plain forms, as long as before, so that every offset stays right.

    `，：（` become `,:(`, digits and letters half-width, any dash `-`, any middle dot `·`, any
    sign that hides a digit `*`, any space but tab and line break a blank.
    """
    return _BETWEEN.sub("·", text.translate(_TABLE))
