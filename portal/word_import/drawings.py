"""Drawings: the places where a document shows a picture, and what it says about it."""

import re
from dataclasses import dataclass

from portal.word_import.markup import Element, find, make, number, tag, value
from portal.word_import.notices import Tally

HOLDERS = (tag("w:drawing"), tag("w:pict"), tag("w:object"))
"""Elements that hold pictures, in the newest and in two older ways."""

WHOLE = 100_000
"""The whole width or height, in thousandths of a per cent."""

Crop = tuple[int, int, int, int]
"""What is cut off on the left, at the top, on the right and at the bottom."""

_FILE_NAME = re.compile(
    r"[a-z]:\\.*|.*\.(?:png|jpe?g|gif|bmp|tiff?|webp|emf|wmf)|(?:图片|picture|image)\s*\d*",
    re.I,
)
_AUTOMATIC = re.compile(
    r"描述已自动生成|Description automatically generated|AI 生成的内容|AI-generated"
)
_GRAPHS = ("chart", "relIds")
_LONGEST_ALT = 500


@dataclass(frozen=True)
class Use:
    """One place where the document shows a picture."""

    relationship: str
    alt: str
    is_decorative: bool
    crop: Crop = (0, 0, 0, 0)


def uses(holder: Element, tally: Tally) -> list[Use]:
    """The pictures in a holder; those that are hidden in Word are left out."""
    if any(each.get("hidden") in ("1", "true") for each in holder.iter(tag("wp:docPr"))):
        return []
    found = [_drawn(each) for each in holder.iter(tag("pic:pic"))]
    found += [_shaped(each) for each in holder.iter(tag("v:imagedata"))]
    if holder.tag == tag("w:object"):
        tally["objects"] += 1
    elif not found:
        names = [str(each.tag).rpartition("}")[2] for each in holder.iter("*")]
        tally["charts"] += any(name in _GRAPHS for name in names)
    return found


def stub(place: int) -> Element:
    """What stands in the text instead of the picture with this index."""
    blip = make("a:blip")
    blip.set(tag("r:embed"), f"picture{place}")
    filled = make("pic:pic", make("pic:blipFill", blip))
    graphic = make("a:graphic", make("a:graphicData", filled))
    return make("w:drawing", make("wp:inline", graphic))


def _drawn(picture: Element) -> Use:
    blip = find(picture, "pic:blipFill/a:blip")
    key = value(blip, ".", "r:embed") or value(blip, ".", "r:link") or ""
    place = next((e for e in picture.iterancestors(tag("wp:inline"), tag("wp:anchor"))), None)
    texts = [find(picture, "pic:nvPicPr/pic:cNvPr"), find(place, "wp:docPr")]
    alts = [_meaningful(each.get("descr", "")) for each in texts if each is not None]
    decorative = any(
        mark.get("val") in ("1", "true")
        for each in texts
        if each is not None
        for mark in each.iter(tag("adec:decorative"))
    )
    alt = "" if decorative else next(filter(None, reversed(alts)), "")
    return Use(key, alt, decorative, _crop(find(picture, "pic:blipFill/a:srcRect")))


def _shaped(image: Element) -> Use:
    key = value(image, ".", "r:id") or value(image, ".", "r:href") or ""
    shape = image.getparent()
    return Use(key, _meaningful(shape.get("alt", "")), False)


def _meaningful(text: str) -> str:
    """The description of a picture, unless a program or a file name made it up."""
    text = " ".join(text[:_LONGEST_ALT].split())
    return "" if _FILE_NAME.fullmatch(text) or _AUTOMATIC.search(text) else text


def _crop(rectangle: Element | None) -> Crop:
    if rectangle is None:
        return (0, 0, 0, 0)
    left, top, right, bottom = (
        max(number(rectangle.get(side), 0), 0) for side in ("l", "t", "r", "b")
    )
    fits = left + right < WHOLE and top + bottom < WHOLE
    return (left, top, right, bottom) if fits else (0, 0, 0, 0)
