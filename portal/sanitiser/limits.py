"""How much mark-up the sanitiser accepts, so that hostile input costs seconds at most."""

from portal.errors import Refused

LONGEST = 500_000
"""Characters of HTML, before and after: some ten times the longest work report from Word."""

DEEPEST = 100
"""Open elements inside each other; also keeps the recursion over the tree far from Python's."""

MOST_ELEMENTS = 20_000
"""Elements in one text: a table of four thousand filled cells still fits."""

MOST_STEPS = 3_000
"""Steps of the tokenizer inside a single tag or comment: some 800 attributes."""

LONGEST_VALUE = 2_000
"""Characters of one attribute; a longer value is no address or label and is dropped."""

TOO_LONG = "正文太长（连同格式超过 50 万字符）。图片请先上传再插入，不要直接粘贴；文字请分成几篇。"
TOO_TANGLED = "正文的格式太复杂，无法处理。请粘贴为纯文本后重新排版，或者分成几篇。"


class TooComplex(Refused, ValueError):
    """The HTML is too long, too deep or too tangled to be cleaned; nothing was kept of it."""
