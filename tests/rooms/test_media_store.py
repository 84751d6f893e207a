"""The media store: told by content, encoded anew, refused in words, whole or not at all."""

import struct
import warnings
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from portal import media_store
from portal.errors import Refused
from portal.media_store import accept
from portal.media_store.files import place
from tests import media_files
from tests.media_files import office

SECRET = b"SECRET"
MP4 = media_files.mp4()
VTT = media_files.VTT.encode()


def encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def drawing(width: int = 80, height: int = 50) -> Image.Image:
    """A picture whose corners differ: red at the top left, blue below on the right."""
    image = Image.new("RGB", (width, height), "white")
    image.paste("red", (0, 0, width // 2, height // 2))
    image.paste("blue", (width // 2, height // 2, width, height))
    return image


def chunk(name: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
    )


def small_png_that_claims(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(b"")), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def package(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return out.getvalue()


def exif(orientation: int) -> Image.Exif:
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010F] = "SECRET camera"
    made[0x8825] = {1: "N", 2: (31.0, 2.0, 3.0), 29: "SECRET date"}
    return made


def opened(root: Path, stored: media_store.Stored) -> Image.Image:
    image = Image.open(root / stored.folder / stored.name)
    image.load()
    return image


def refused(root: Path, data: bytes, name: str = "文件.jpg") -> str:
    with pytest.raises(Refused) as error:
        accept(root, data, name)
    assert not list(root.rglob("*")), "a refused file leaves nothing"
    return error.value.sentence


# What is taken


@pytest.mark.parametrize(
    ("data", "kind", "mime", "suffix"),
    [
        (encoded(drawing(), "JPEG"), "image", "image/jpeg", ".jpg"),
        (encoded(drawing(), "PNG"), "image", "image/png", ".png"),
        (encoded(drawing(), "WEBP"), "image", "image/webp", ".webp"),
        (MP4, "video", "video/mp4", ".mp4"),
        (VTT, "captions", "text/vtt", ".vtt"),
        (b"\xef\xbb\xbf" + VTT, "captions", "text/vtt", ".vtt"),
        (b"%PDF-1.7\n", "attachment", "application/pdf", ".pdf"),
        (b"%PDF-1.7\n" + package("index.html"), "attachment", "application/pdf", ".pdf"),
        (office("docx"), "attachment", "wordprocessingml.document", ".docx"),
        (office("xlsx"), "attachment", "spreadsheetml.sheet", ".xlsx"),
        (office("pptx"), "attachment", "presentationml.presentation", ".pptx"),
    ],
)
def test_type_follows_content_not_name(
    tmp_path: Path, data: bytes, kind: str, mime: str, suffix: str
) -> None:
    stored = accept(tmp_path, data, "evil.html")

    assert (stored.kind, stored.name) == (kind, f"evil{suffix}")
    assert stored.mime.endswith(mime)
    file = tmp_path / stored.folder / stored.name
    assert file.stat().st_size == stored.size and file.stat().st_mode & 0o777 == 0o644
    if kind in ("captions", "attachment"):
        assert file.read_bytes() == data
    if kind != "image":
        assert stored.width is None and not stored.renditions


def test_copies_for_phones(tmp_path: Path) -> None:
    stored = accept(tmp_path, encoded(drawing(3000, 1500), "JPEG"), "big.jpg")

    assert (stored.width, stored.height) == (1600, 800)
    assert [copy[:3] for copy in stored.renditions] == [
        (360, 180, "image/webp"),
        (720, 360, "image/webp"),
        (1200, 600, "image/webp"),
        (1600, 800, "image/webp"),
    ]
    for width, height, _, name in stored.renditions:
        with Image.open(tmp_path / stored.folder / name) as copy:
            assert copy.size == (width, height) and copy.format == "WEBP"


def test_small_pictures_are_not_enlarged(tmp_path: Path) -> None:
    stored = accept(tmp_path, encoded(drawing(40, 30), "PNG"), "icon.png")

    assert [copy[:2] for copy in stored.renditions] == [(40, 30)]


def test_long_screenshots_are_taken(tmp_path: Path) -> None:
    """WebP holds no side beyond 16,383 pixels; such a picture has smaller copies only."""
    stored = accept(tmp_path, encoded(Image.new("RGB", (600, 17_000)), "PNG"), "long.png")

    assert (stored.width, stored.height) == (600, 17_000)
    assert [copy[:2] for copy in stored.renditions] == [(360, 10_200)]


# What is left behind


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_stand_upright(tmp_path: Path, orientation: int) -> None:
    turns = [
        None,
        Image.Transpose.FLIP_LEFT_RIGHT,
        Image.Transpose.ROTATE_180,
        Image.Transpose.FLIP_TOP_BOTTOM,
        Image.Transpose.TRANSPOSE,
        Image.Transpose.ROTATE_90,
        Image.Transpose.TRANSVERSE,
        Image.Transpose.ROTATE_270,
    ]
    turn = turns[orientation - 1]
    lying = drawing() if turn is None else drawing().transpose(turn)

    stored = accept(tmp_path, encoded(lying, "PNG", exif=exif(orientation)), "x.png")

    image = opened(tmp_path, stored)
    assert (stored.width, stored.height) == image.size == (80, 50)
    assert image.getpixel((5, 5)) == (255, 0, 0) and image.getpixel((75, 45)) == (0, 0, 255)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_the_pixels_is_kept(tmp_path: Path, form: str) -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "SECRET")
    words.add_itxt("XML:com.adobe.xmp", "<x>SECRET</x>")
    hidden = {
        "JPEG": {"comment": SECRET, "xmp": SECRET},
        "PNG": {"pnginfo": words},
        "WEBP": {"xmp": SECRET},
    }
    data = encoded(drawing(800, 500), form, exif=exif(1), icc_profile=SECRET * 9, **hidden[form])
    assert SECRET in data

    accept(tmp_path, data + b"<?php SECRET ?>", "x.jpg")

    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(files) == 3
    for file in files:
        assert SECRET not in file.read_bytes(), file.name
        with Image.open(file) as image:
            assert not image.getexif() and "icc_profile" not in image.info


def test_broken_exif_does_not_cost_the_picture(tmp_path: Path) -> None:
    data = encoded(drawing(), "PNG")
    broken = chunk(b"eXIf", b"MM\0\xc5\0\0\0\x08")

    assert accept(tmp_path, data[:33] + broken + data[33:], "x.png").width == 80


# Kinds of pictures


def test_cmyk(tmp_path: Path) -> None:
    stored = accept(tmp_path, encoded(Image.new("CMYK", (40, 40), (0, 255, 255, 0)), "JPEG"), "x")

    image = opened(tmp_path, stored)
    assert image.mode == "RGB" and image.getpixel((9, 9)) == pytest.approx((255, 0, 0), abs=8)


def test_palette_with_transparency(tmp_path: Path) -> None:
    image = Image.new("P", (40, 40), 0)
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.paste(1, (20, 0, 40, 40))

    stored = accept(tmp_path, encoded(image, "PNG", transparency=0), "x.png")

    for name in (stored.name, stored.renditions[0][3]):
        kept = Image.open(tmp_path / stored.folder / name).convert("RGBA")
        assert kept.getpixel((5, 5))[3] == 0
        assert kept.getpixel((30, 5)) == pytest.approx((0, 255, 0, 255), abs=8)


def test_sixteen_bits_of_grey(tmp_path: Path) -> None:
    shades = (0, 0x00FF, 0x4080, 0x8000, 0xFFFF)
    image = Image.frombytes("I;16", (5, 1), struct.pack("<5H", *shades))

    kept = opened(tmp_path, accept(tmp_path, encoded(image, "PNG"), "scan.png"))

    assert kept.convert("L").tobytes() == bytes([0, 0, 0x40, 0x80, 0xFF])


@pytest.mark.parametrize("mode", ["1", "L", "LA", "RGBA", "P"])
def test_every_mode_of_png(tmp_path: Path, mode: str) -> None:
    stored = accept(tmp_path, encoded(drawing().convert(mode), "PNG"), "x.png")

    assert opened(tmp_path, stored).mode == ("RGBA" if "A" in mode else "RGB")


@pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF"])
def test_animations_are_refused(tmp_path: Path, form: str) -> None:
    """Nobody could stop one, and its first frame alone may say something else."""
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "lime", "blue")]
    data = encoded(frames[0], form, save_all=True, append_images=frames[1:], duration=90)

    assert "是会动的图片" in refused(tmp_path, data)


def test_a_still_gif_becomes_a_png(tmp_path: Path) -> None:
    stored = accept(tmp_path, encoded(drawing(), "GIF", comment=SECRET), "stamp.gif")

    image = opened(tmp_path, stored)
    assert (stored.name, stored.mime, image.format) == ("stamp.png", "image/png", "PNG")
    assert image.getpixel((5, 5)) == (255, 0, 0)
    assert SECRET not in (tmp_path / stored.folder / stored.name).read_bytes()


def test_photographs_with_more_than_one_picture(tmp_path: Path) -> None:
    """Phones write a JPEG that holds a second, hidden one; Pillow calls it by another name."""
    data = encoded(drawing(), "MPO", save_all=True, append_images=[drawing()])

    stored = accept(tmp_path, data, "IMG_0001.JPG")

    assert (stored.mime, opened(tmp_path, stored).format) == ("image/jpeg", "JPEG")


# What is refused


def test_empty(tmp_path: Path) -> None:
    assert refused(tmp_path, b"", "空.jpg").startswith("“空.jpg”是空文件，请检查后重新选择。")


def heif(brand: bytes) -> bytes:
    return struct.pack(">I4s4sI4s4s", 24, b"ftyp", brand, 0, b"mif1", b"miaf") + bytes(40)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "是 SVG 图片"),
        (b"<?xml version='1.0'?>\n<svg onload='alert(1)'/>", "是 SVG 图片"),
        (b"\xef\xbb\xbf <SVG>", "是 SVG 图片"),
        (b"<!doctype html><script>alert(1)</script>", "是网页或 XML 文件"),
        (b"<!--ftyp--><script>alert(1)</script>", "是网页或 XML 文件"),
        (b"alert(1)", "不是可以上传的类型"),
        (b"webvtt\n", "不是可以上传的类型"),
        (b" %PDF-1.7", "不是可以上传的类型"),
        (b"MZ\x90\0" + bytes(60), "是程序文件"),
        (b"#!/bin/sh\n", "是程序文件"),
        (b"PK\x03\x04", "是压缩包"),
        (package("readme.txt"), "是压缩包"),
        (package("word/document.xml"), "是压缩包"),
        (b"Rar!\x1a\x07\0", "是压缩包"),
        (b"BM" + bytes(60), "是 BMP 图片"),
        (b"II*\0" + bytes(60), "是 TIFF 图片"),
        (b"{\\rtf1}", "是 RTF 文档"),
        (b"RIFF\x24\0\0\0AVI LIST", "是 AVI 视频"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "不是可以上传的类型"),
        (heif(b"heic"), "请在手机相册里另存为 JPG"),
        (heif(b"mif1"), "请在手机相册里另存为 JPG"),
        (heif(b"avif"), "是 AVIF 图片"),
        (struct.pack(">I4s4sI", 16, b"ftyp", b"qt  ", 0) + bytes(40), "MP4（H.264）"),
        (b"\0\0\0\x18ftyp", "MP4（H.264）"),
    ],
)
def test_other_types(tmp_path: Path, data: bytes, words: str) -> None:
    sentence = refused(tmp_path, data)

    assert words in sentence and "可以上传：JPG" in sentence


@pytest.mark.parametrize(
    "data",
    [
        encoded(drawing(), "JPEG")[:300],
        encoded(drawing(), "PNG")[:60],
        encoded(drawing(), "WEBP")[:40],
        b"\xff\xd8\xff\xe0<html><script>alert(1)</script>",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\0\0\0\0WEBP",
        b"GIF89a" + bytes(50),
        small_png_that_claims(0, 0),
        small_png_that_claims(0, 9),
        small_png_that_claims(90, 90),
    ],
)
def test_broken_pictures(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path, data) == "图片“文件.jpg”已损坏，无法打开，请换一张。"


@pytest.mark.parametrize(
    "size", [(7100, 7100), (50_000, 50_000), (2**31 - 1, 2**31 - 1), (1, 65_001), (65_001, 1)]
)
def test_bombs(tmp_path: Path, size: tuple[int, int]) -> None:
    assert "像素过大" in refused(tmp_path, small_png_that_claims(*size))


def test_a_bomb_in_the_metadata(tmp_path: Path) -> None:
    text = chunk(b"zTXt", b"k\0\0" + zlib.compress(b"\0" * 80_000_000))
    data = encoded(drawing(), "PNG")

    assert "已损坏" in refused(tmp_path, data[:33] + text + data[33:])


def test_too_many_bytes(tmp_path: Path) -> None:
    limits = {**media_store.LIMITS, "attachment": 1024 * 1024}

    assert accept(tmp_path / "kept", b"%PDF-" + bytes(1024 * 1024 - 5), "满.pdf", limits)
    with pytest.raises(Refused) as error:
        accept(tmp_path / "none", b"%PDF-" + bytes(1_600_000), "大.pdf", limits)
    assert error.value.sentence == "“大.pdf”有 1.5 MB，超过了 1 MB 的上限，请压缩后再上传。"
    assert not (tmp_path / "none").exists()


def test_damaged_files_are_taken_or_refused_but_never_fail(tmp_path: Path) -> None:
    random = Random(11)  # noqa: S311 - repeatable on purpose
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "somebody")
    seeds = [
        encoded(drawing(24, 16), "JPEG", exif=exif(6), comment=b"c"),
        encoded(drawing(24, 16), "MPO", save_all=True, append_images=[drawing(24, 16)]),
        encoded(drawing(24, 16), "PNG", exif=exif(6), pnginfo=words),
        encoded(drawing(24, 16).convert("P"), "PNG", transparency=0),
        encoded(drawing(24, 16), "WEBP", exif=exif(6)),
        office(),
        media_files.ofd(),
        media_files.older("Workbook"),
        media_files.mp4(),
        media_files.webm(),
        VTT,
    ]
    for seed in seeds * 60:
        data = bytearray(seed)
        for _ in range(random.randint(1, 4)):
            data[random.randrange(len(data))] = random.choice([0, 255, random.randrange(256)])
        end = random.choice([None, random.randrange(len(data))])
        with suppress(Refused):
            accept(tmp_path, bytes(data[:end]), "x")


# Names and places


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("报名表.pdf", "file.pdf"),
        ("Report 2026 (终稿).PDF", "report-2026.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("..", "file.pdf"),
        ("", "file.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("C:\\Users\\me\\scan.pdf", "scan.pdf"),
        ("a\0b.html", "a-b.pdf"),
        ("x.pdf\n<script>", "x.pdf"),
        ("ﬁnal ２.pdf", "final-2.pdf"),
        ("é" * 9 + ".pdf", "e" * 9 + ".pdf"),
        ("a" * 5000 + ".pdf", "a" * 60 + ".pdf"),
        ("-" * 70, "file.pdf"),
    ],
)
def test_names(tmp_path: Path, name: str, safe: str) -> None:
    stored = accept(tmp_path, b"%PDF-1.7", name)

    assert stored.name == safe
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [
        tmp_path / stored.folder / safe
    ]
    assert accept(tmp_path, b"%PDF-1.7", stored.name) == stored


def test_the_same_content_twice_is_the_same(tmp_path: Path) -> None:
    data = encoded(drawing(), "JPEG")
    first = accept(tmp_path, data, "x.jpg")
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}

    assert accept(tmp_path, data, "x.jpg") == first
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")} == before


def test_different_contents_do_not_meet(tmp_path: Path) -> None:
    one, other = (accept(tmp_path, b"%PDF-" + each, "x.pdf") for each in (b"1", b"2"))

    assert one.folder != other.folder and one.name == other.name


def test_threads_placing_the_same_file(tmp_path: Path) -> None:
    """A reader sees nothing or the whole file, and nothing else is left behind."""
    content = bytes(1_000_000)
    path = tmp_path / "deep" / "file.bin"

    def seen(_: int) -> int:
        return len(path.read_bytes()) if path.exists() else len(content)

    with ThreadPoolExecutor(8) as pool:
        writers = [pool.submit(place, path, content) for _ in range(8)]
        sizes = set(pool.map(seen, range(200)))
        assert not [each.exception() for each in writers if each.exception()]

    assert sizes == {len(content)}
    assert list(path.parent.iterdir()) == [path]


def test_pillow_is_not_heard(tmp_path: Path) -> None:
    cut_short = b"Exif\0\0MM\0*\0\0\0\x08\0\x05"
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        accept(tmp_path, encoded(drawing(), "JPEG", exif=cut_short), "x.jpg")
    assert not heard
