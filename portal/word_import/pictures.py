"""Pictures: checked, cut to what Word shows, and put aside; a stub stays where each stood."""

import struct
import warnings
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from PIL import Image

from portal.word_import.document import WordPicture
from portal.word_import.drawings import HOLDERS, WHOLE, Crop, Use, stub, uses
from portal.word_import.limits import Limits
from portal.word_import.markup import Element, unwrap
from portal.word_import.notices import Tally
from portal.word_import.package import Package, Target

_TAKEN = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
_CONVERTED = ("GIF", "BMP", "TIFF")
_VECTOR = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x00\x00", b"\x01\x00\x09\x00", b"<svg", b"<?xml")
_WIDEST = 2400
_UNREADABLE = (OSError, SyntaxError, ValueError, struct.error, MemoryError, OverflowError)


@dataclass
class Album:
    """The pictures of a document, each once."""

    package: Package
    targets: dict[str, Target]
    limits: Limits
    tally: Tally
    pictures: list[WordPicture] = field(default_factory=list)
    _pixels_left: int = 0
    _places: dict[tuple[str, str, Crop], int | None] = field(default_factory=dict)

    def collect(self, body: Element) -> None:
        """Take the pictures out of the text; the stub in their place names their index."""
        self._pixels_left = self.limits.pixels_together
        for holder in list(body.iter(*HOLDERS)):
            places = [self._place(use) for use in uses(holder, self.tally)]
            unwrap(holder, [stub(place) for place in places if place is not None])

    def _place(self, use: Use) -> int | None:
        """The index of a picture, or None when it is left out."""
        target = self.targets.get(use.relationship)
        if target is None or target.is_external or target.address not in self.package:
            self.tally["linked" if target and target.is_external else "broken"] += 1
            return None
        key = (target.address, use.alt, use.crop)
        if key not in self._places:
            self._places[key] = self._add(target.address, use)
        return self._places[key]

    def _add(self, name: str, use: Use) -> int | None:
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

    def _checked(self, data: bytes, crop: Crop) -> tuple[str, bytes]:
        """The suffix and the bytes of a picture that the web shows, without what Word cuts off."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                image = Image.open(BytesIO(data), formats=(*_TAKEN, *_CONVERTED))
                self._charge(image.width * image.height)
                if image.format in _TAKEN and not any(crop):
                    return _TAKEN[image.format], data
                return ".png", _encoded(image, crop)
        except Image.DecompressionBombError as error:
            raise _LeftOut("huge") from error
        except _UNREADABLE as error:
            raise _LeftOut("vector" if _is_vector(data) else "broken") from error

    def _charge(self, pixels: int) -> None:
        if pixels > self.limits.pixels:
            raise _LeftOut("huge")
        if pixels > self._pixels_left:
            raise _LeftOut("surplus")
        self._pixels_left -= pixels


class _LeftOut(Exception):
    """A picture that cannot be taken; the reason is a key of the notices."""


def _is_vector(data: bytes) -> bool:
    return data.lstrip().startswith(_VECTOR) or data[40:44] == b" EMF"


def _encoded(image: Any, crop: Crop) -> bytes:
    left, top, right, bottom = crop
    box = (
        image.width * left // WHOLE,
        image.height * top // WHOLE,
        image.width - image.width * right // WHOLE,
        image.height - image.height * bottom // WHOLE,
    )
    if box[2] <= box[0] or box[3] <= box[1]:
        raise _LeftOut("broken")
    cut = image.crop(box)
    cut.thumbnail((_WIDEST, _WIDEST))
    mode = "RGBA" if cut.has_transparency_data else "RGB"
    out = BytesIO()
    cut.convert(mode).save(out, "PNG")
    return out.getvalue()
