"""Vehicle number plates of the mainland, also of new energy, police, learner and farm vehicles."""

import re
from collections.abc import Iterator

from portal.privacy.detection import Detection

_REGION = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_THING = "(?P<thing>号(?![牌码]))?"
"""The 号 of 晋A12345号轿车 goes with the number."""
_PLATE = re.compile(
    rf"(?<![A-Za-z0-9])[{_REGION}] ?"
    r"(?:[A-Za-z] ?(?P<dot>[·.-]?) ?(?P<body>[A-Za-z0-9]{4,5}[A-Za-z0-9挂学警港澳领试超])"
    rf"|\d\d[·. -]?(?P<farm>[A-Z0-9]{{5}}))(?![A-Za-z0-9]){_THING}"
)
_LABELLED = re.compile(
    r"(?:车牌号?码?|号牌号?码?|牌照号?码?|牌号|车号|悬挂)[为是: “\"]{0,4}"
    r"(?P<plate>[\u4e00-\u9fff]{0,3}[A-Z]{0,2}[·.-]?(?=(?:[A-Z]*\d){4})[A-Z0-9]{4,8}[使领警挂学]?"
    rf"(?![A-Za-z0-9]){_THING})"
)
_WHY = "车牌号，能查到车主。"


def plates(text: str) -> Iterator[Detection]:
    """The number plates in a folded text; of any form where a label says that it is one."""
    for found in _PLATE.finditer(text):
        if _is_plate(found):
            yield Detection("plate", *found.span(), found[0], "", "", True, _WHY)
    for found in _LABELLED.finditer(text):
        yield Detection("plate", *found.span("plate"), found["plate"], "", "", True, _WHY)


def _is_plate(found: re.Match[str]) -> bool:
    """Whether the five or six characters can be those of a plate: digits, or its dot and 号."""
    if found["farm"]:
        return True
    digits = sum(sign.isdecimal() for sign in found["body"])
    return digits >= 2 or (bool(found["dot"]) and bool(digits or found["thing"]))
