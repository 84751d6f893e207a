"""Images: upright, without metadata, re-encoded, with smaller copies for phones."""

import struct
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from portal.errors import Refused

PIXELS = 50_000_000
"""The largest picture that is opened; more would fill the memory of a small server."""

LONGEST = 65_000
"""Pixels of the longest side that JPEG can hold."""

LONGEST_WEBP = 16_383
WIDEST = 1600
WIDTHS = (360, 720, 1200)
"""Widths of the copies in pixels: a phone, a dense phone, a desk screen."""

_FORMS = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
_READ = {"JPEG": ("JPEG",), "PNG": ("PNG", "GIF"), "WEBP": ("WEBP",)}
_SAVE: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 78, "method": 4},
}


@dataclass(frozen=True)
class Prepared:
    """Encoded files by name; pixels of the main one; renditions as (width, height, mime, name)."""

    files: dict[str, bytes]
    width: int
    height: int
    renditions: tuple[tuple[int, int, str, str], ...]


def prepare(data: bytes, name: str, shown_name: str) -> Prepared:
    """Decode and encode anew; `name` is the file name to store, `shown_name` the one in messages."""
    form = _FORMS[Path(name).suffix]
    upright = _fit(_colours(_open(data, form, shown_name), form), WIDEST)
    files = {name: _encode(upright, form)}
    renditions = []
    for copy in _copies(upright):
        copy_name = f"{name.rsplit('.', 1)[0]}-{copy.width}.webp"
        files[copy_name] = _encode(copy, "WEBP")
        renditions.append((copy.width, copy.height, "image/webp", copy_name))
    return Prepared(files, upright.width, upright.height, tuple(renditions))


def _open(data: bytes, form: str, shown_name: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # Pillow warns of many pixels, counted here, and of odd metadata, which goes anyway.
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(data), formats=_READ[form])
            if image.width * image.height > PIXELS or max(image.size) > LONGEST:
                raise Refused(
                    f"图片“{shown_name}”像素过大，请缩小到 5000 万像素、边长 65000 以内再上传。"
                )
            _refuse_movement(image, shown_name)
            image.load()
            return _upright(image)
    except (OSError, SyntaxError, ValueError, struct.error) as error:
        raise Refused(f"图片“{shown_name}”已损坏，无法打开，请换一张。") from error
    except Image.DecompressionBombError as error:
        raise Refused(f"图片“{shown_name}”像素过大，请缩小后再上传。") from error


def _refuse_movement(image: Image.Image, shown_name: str) -> None:
    """No animations: nobody can stop one, and its first frame alone may say something else.

    A JPEG with a second picture in it is an ordinary photograph.
    """
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise Refused(
            f"“{shown_name}”是会动的图片，读者没法让它停下来。"
            "请另存为不动的 JPG 或 PNG，或者做成 MP4 视频再上传。"
        )


def _upright(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except Exception:
        # Broken EXIF fails in many ways; the picture itself is whole, so it stays as it lies.
        return image


def _colours(image: Image.Image, form: str) -> Image.Image:
    """The pixels alone in a mode that browsers show; comments and profiles stay behind."""
    if image.mode.startswith("I"):
        # Greys of 16 bits: converting alone would turn nearly all of them white.
        image = image.point(lambda grey: grey / 256).convert("L")
    transparent = form != "JPEG" and image.has_transparency_data
    pixels = image.convert("RGBA" if transparent else "RGB")
    pixels.info = {}
    return pixels


def _fit(image: Image.Image, width: int) -> Image.Image:
    if image.width <= width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _copies(image: Image.Image) -> list[Image.Image]:
    widths = [width for width in WIDTHS if width < image.width * 0.9]
    copies = [_fit(image, width) for width in widths] + [image]
    return [copy for copy in copies if copy.height <= LONGEST_WEBP]


def _encode(image: Image.Image, form: str) -> bytes:
    out = BytesIO()
    image.save(out, form, **_SAVE[form])
    return out.getvalue()
