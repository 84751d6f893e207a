"""Small files of every type that the library knows, built byte by byte."""

import struct
import zipfile
from io import BytesIO

from PIL import Image

OFFICE = "application/vnd.openxmlformats-officedocument."
MAIN = {
    "docx": f"{OFFICE}wordprocessingml.document.main+xml",
    "xlsx": f"{OFFICE}spreadsheetml.sheet.main+xml",
    "pptx": f"{OFFICE}presentationml.presentation.main+xml",
}
VTT = "WEBVTT\n\n00:01.000 --> 00:03.500\n欢迎来到检察开放日。\n\n00:04.000 --> 00:06.000\n<v 讲解员>请进。\n"
PLACE = b"+31.2304+121.4737/"
"""Where a camera says that a film was made."""


def picture(form: str = "JPEG", size: tuple[int, int] = (400, 300), colour: str = "red") -> bytes:
    """An image of one colour."""
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, form)
    return out.getvalue()


def box(name: bytes, *content: bytes) -> bytes:
    """A box of an MP4 file."""
    inside = b"".join(content)
    return struct.pack(">I4s", 8 + len(inside), name) + inside


def mp4(
    seconds: float = 52,
    codec: bytes = b"avc1",
    brand: bytes = b"isom",
    more: bytes = b"",
    frames: bytes = bytes(64),
) -> bytes:
    """An MP4 file with one track and the place where it was made; it cannot be played."""
    mvhd = box(b"mvhd", struct.pack(">IIIII", 0, 0, 0, 1000, round(seconds * 1000)), bytes(80))
    stsd = box(b"stsd", struct.pack(">II", 0, 1), box(codec, bytes(70)))
    trak = box(b"trak", box(b"mdia", box(b"minf", box(b"stbl", stsd))))
    told = box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(PLACE), 0), PLACE))
    start = box(b"ftyp", brand, struct.pack(">I", 512), b"isomavc1")
    return start + box(b"moov", mvhd, trak, told) + more + box(b"mdat", frames)


def element(name: int, *content: bytes) -> bytes:
    """An element of a WebM file."""
    inside = b"".join(content)
    head = name.to_bytes((name.bit_length() + 7) // 8)
    return head + struct.pack(">Q", 1 << 56 | len(inside)) + inside


def webm(seconds: float | None = 7, codec: bytes = b"V_VP9", kind: bytes = b"webm") -> bytes:
    """A WebM file with one track; it cannot be played."""
    length = b"" if seconds is None else element(0x4489, struct.pack(">d", seconds * 1000))
    info = element(0x1549A966, element(0x2AD7B1, (1_000_000).to_bytes(4)), length)
    tracks = element(0x1654AE6B, element(0xAE, element(0x86, codec)))
    cluster = b"\x1f\x43\xb6\x75" + b"\x01" + b"\xff" * 7 + bytes(32)
    body = info + tracks + cluster
    return element(0x1A45DFA3, element(0x4282, kind)) + element(0x18538067, body)


def package(parts: dict[str, str]) -> bytes:
    """A zip package with these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def types(*found: str) -> str:
    """The list of types of an Office Open XML package."""
    parts = "".join(f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in enumerate(found))
    return f'<Types xmlns="urn:types">{parts}</Types>'


def office(form: str = "docx", *more: str, **parts: str) -> bytes:
    """An Office Open XML document; `more` are further types, `parts` further parts."""
    return package({"[Content_Types].xml": types(MAIN[form], *more), "main.xml": "<x/>", **parts})


def ofd(namespace: str = "http://www.ofdspec.org/2016") -> bytes:
    """A document of GB/T 33190."""
    return package({"OFD.xml": f'<ofd:OFD xmlns:ofd="{namespace}"/>', "Doc_0/Document.xml": ""})


def older(*names: str, records: bytes = b"\x0a\0\0\0") -> bytes:
    """A compound file whose directory holds streams of these names, all with `records`."""
    stream = records.ljust(4096, b"\0")
    # Sector 0 is the table of chains, 1 and 2 the directory, 3 to 10 the one stream.
    fat = [0xFFFFFFFD, 2, 0xFFFFFFFE, *range(4, 11), 0xFFFFFFFE]
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 65534, 9, 6)
    )
    head = head.ljust(44, b"\0") + struct.pack(
        "<IIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0
    )
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    entries = b"".join(_entry(name) for name in ("Root Entry", *names)).ljust(1024, b"\0")
    table = struct.pack("<128I", *fat, *[0xFFFFFFFF] * (128 - len(fat)))
    return head + table + entries + stream


def _entry(name: str) -> bytes:
    text = name.encode("utf-16-le")
    kind = bytes([5 if name == "Root Entry" else 2, 0])
    head = text.ljust(64, b"\0") + struct.pack("<H", len(text) + 2) + kind
    return head.ljust(116, b"\0") + struct.pack("<II", 3, 4096) + bytes(4)
