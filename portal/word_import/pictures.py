"""Pictures: found in the text, checked, and put aside; a small stub stays where each stood."""

import re
import struct
import warnings
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from PIL import Image

from portal.word_import.document import WordPicture
from portal.word_import.limits import Limits
from portal.word_import.markup import Element, find, make, number, tag, unwrap, value
from portal.word_import.notices import Tally
from portal.word_import.package import Package, Target

_TAKEN = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
_CONVERTED = ("GIF", "BMP", "TIFF")
_VECTOR = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x00\x00", b"\x01\x00\x09\x00", b"<svg", b"<?xml")
_FILE_NAME = re.compile(
    r"[a-z]:\\.*|.*\.(?:png|jpe?g|gif|bmp|tiff?|webp|emf|wmf)|(?:图片|picture|image)\s*\d*",
    re.I,
)
_AUTOMATIC = re.compile(
    r"描述已自动生成|Description automatically generated|AI 生成的内容|AI-generated"
)
_WHOLE = 100_000
_HOLDERS = (tag("w:drawing"), tag("w:pict"), tag("w:object"))
_WIDEST = 2400
_LONGEST_ALT = 500
_UNREADABLE = (OSError, SyntaxError, ValueError, struct.error, MemoryError, OverflowError)
_Crop = tuple[int, int, int, int]


@dataclass(frozen=True)
class _Use:
    """One place where the document shows a picture; `crop` in thousandths of a per cent."""

    relationship: str
    alt: str
    is_decorative: bool
    crop: _Crop = (0, 0, 0, 0)


@dataclass
class Album:
    """The pictures of a document, each once."""

    package: Package
    targets: dict[str, Target]
    limits: Limits
    tally: Tally
    pictures: list[WordPicture] = field(default_factory=list)
    _pixels_left: int = 0
    _places: dict[tuple[str, str, _Crop], int | None] = field(default_factory=dict)

    def collect(self, body: Element) -> None:
        """Take the pictures out of the text; the stub in their place names their index."""
        self._pixels_left = self.limits.pixels * 2
        for holder in list(body.iter(*_HOLDERS)):
            places = [self._place(use) for use in self._uses(holder)]
            unwrap(holder, [_stub(place) for place in places if place is not None])

    def _uses(self, holder: Element) -> list[_Use]:
        if any(each.get("hidden") in ("1", "true") for each in holder.iter(tag("wp:docPr"))):
            return []
        drawn = [_drawn(each) for each in holder.iter(tag("pic:pic"))]
        drawn += [_shaped(each) for each in holder.iter(tag("v:imagedata"))]
        if holder.tag == tag("w:object"):
            self.tally["objects"] += 1
        elif not drawn:
            graphs = ("chart", "relIds")
            names = [str(each.tag).rpartition("}")[2] for each in holder.iter("*")]
            self.tally["charts"] += any(name in graphs for name in names)
        return drawn

    def _place(self, use: _Use) -> int | None:
        """The index of a picture, or None when it is left out."""
        target = self.targets.get(use.relationship)
        if target is None or target.is_external or target.address not in self.package:
            self.tally["linked" if target and target.is_external else "broken"] += 1
            return None
        key = (target.address, use.alt, use.crop)
        if key not in self._places:
            self._places[key] = self._add(target.address, use)
        return self._places[key]

    def _add(self, name: str, use: _Use) -> int | None:
        if len(self.pictures) >= self.limits.pictures:
            self.tally["surplus"] += 1
            return None
        data = self.package.binary(name)
        try:
            suffix, content = self._checked(data, use.crop)
        except _LeftOut as reason:
            self.tally[str(reason)] += 1
            return None
        self.tally["without alt"] += not use.alt and not use.is_decorative
        stem = PurePosixPath(name).stem or "image"
        self.pictures.append(WordPicture(f"{stem}{suffix}", content, use.alt))
        return len(self.pictures) - 1

    def _checked(self, data: bytes, crop: _Crop) -> tuple[str, bytes]:
        """The suffix and the bytes of a picture that the web shows, without what Word cuts off."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                image = Image.open(BytesIO(data), formats=(*_TAKEN, *_CONVERTED))
                if image.width * image.height > self.limits.pixels:
                    raise _LeftOut("huge")
                if image.format in _TAKEN and not any(crop):
                    return _TAKEN[image.format], data
                self._pixels_left -= image.width * image.height
                if self._pixels_left < 0:
                    raise _LeftOut("surplus")
                return ".png", _encoded(image, crop)
        except Image.DecompressionBombError as error:
            raise _LeftOut("huge") from error
        except _UNREADABLE as error:
            raise _LeftOut("vector" if _is_vector(data) else "broken") from error


class _LeftOut(Exception):
    """A picture that cannot be taken; the reason is a key of the notices."""


def _drawn(picture: Element) -> _Use:
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
    return _Use(key, alt, decorative, _crop(find(picture, "pic:blipFill/a:srcRect")))


def _shaped(image: Element) -> _Use:
    key = value(image, ".", "r:id") or value(image, ".", "r:href") or ""
    shape = image.getparent()
    return _Use(key, _meaningful(shape.get("alt", "")), False)


def _meaningful(text: str) -> str:
    """The description of a picture, unless a program or a file name made it up."""
    text = " ".join(text[:_LONGEST_ALT].split())
    return "" if _FILE_NAME.fullmatch(text) or _AUTOMATIC.search(text) else text


def _crop(rectangle: Element | None) -> _Crop:
    if rectangle is None:
        return (0, 0, 0, 0)
    left, top, right, bottom = (
        max(number(rectangle.get(side), 0), 0) for side in ("l", "t", "r", "b")
    )
    fits = left + right < _WHOLE and top + bottom < _WHOLE
    return (left, top, right, bottom) if fits else (0, 0, 0, 0)


def _stub(place: int) -> Element:
    blip = make("a:blip")
    blip.set(tag("r:embed"), f"picture{place}")
    filled = make("pic:pic", make("pic:blipFill", blip))
    graphic = make("a:graphic", make("a:graphicData", filled))
    return make("w:drawing", make("wp:inline", graphic))


def _is_vector(data: bytes) -> bool:
    return data.lstrip().startswith(_VECTOR) or data[40:44] == b" EMF"


def _encoded(image: Any, crop: _Crop) -> bytes:
    left, top, right, bottom = crop
    box = (
        image.width * left // _WHOLE,
        image.height * top // _WHOLE,
        image.width - image.width * right // _WHOLE,
        image.height - image.height * bottom // _WHOLE,
    )
    if box[2] <= box[0] or box[3] <= box[1]:
        raise _LeftOut("broken")
    cut = image.crop(box)
    cut.thumbnail((_WIDEST, _WIDEST))
    mode = "RGBA" if cut.has_transparency_data else "RGB"
    out = BytesIO()
    cut.convert(mode).save(out, "PNG")
    return out.getvalue()
