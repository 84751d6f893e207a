"""Traditional characters and the simplified ones that stand for them, one for one."""

from functools import cache

from opencc import OpenCC

_HAN = (range(0x3400, 0xA000), range(0x20000, 0x323B0))


@cache
def table() -> dict[int, str]:
    """Code point → simplified character, for `str.translate`; about 4,000 of them.

    Every character is asked for by itself, on a line of its own, so that none is turned by the word
    it stands in: what a question folds to must not depend on its neighbours.
    """
    characters = [chr(code) for codes in _HAN for code in codes]
    simplified = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, simplified, strict=True)
    return {ord(old): new for old, new in pairs if old != new and len(new) == 1}
