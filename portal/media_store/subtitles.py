"""Captions: WebVTT checked cue by cue; the srt files of editing programs become WebVTT."""

import re
from dataclasses import dataclass

from portal.errors import Refused

_TIME = r"(?:(\d{1,4}):)?([0-5]\d):([0-5]\d)[.,](\d{3})"
_TIMES = re.compile(rf"\s*{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?$")
_SRT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\d+[ \t]*\r?\n\d+:\d\d:\d\d,\d{3} -->")
_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)")
_TAG = re.compile(r"</?[a-zA-Z0-9.:]*[^>]*>")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")


@dataclass(frozen=True)
class Cue:
    """One caption: seconds of its beginning and end, its words without mark-up."""

    start: float
    end: float
    words: str

    @property
    def clock(self) -> str:
        """When it appears, as 分:秒."""
        minutes, seconds = divmod(int(self.start), 60)
        return f"{minutes:02d}:{seconds:02d}"


def is_captions(head: bytes) -> bool:
    """Whether a file begins as WebVTT or srt does."""
    return bool(_HEADER.match(head) or _SRT.match(head))


def as_webvtt(data: bytes, name: str) -> bytes:
    """The file as WebVTT; raises Refused with the line that is wrong."""
    read(data, name)
    if _HEADER.match(data):
        return data
    text = re.sub(r"(\d),(\d{3})(?=[ \t]+-->|[ \t]*$)", r"\1.\2", _text(data, name), flags=re.M)
    return f"WEBVTT\n\n{text.strip()}\n".encode()


def read(data: bytes, name: str) -> list[Cue]:
    """Every cue in order; raises Refused with the line that is wrong."""
    cues: list[Cue] = []
    for number, block in _blocks(_text(data, name)):
        cue = _cue(number, block, name)
        if cue and cues and cue.start < cues[-1].start:
            raise _fault(name, number, "时间比上一条还早，字幕要按时间先后排列")
        cues += [cue] if cue else []
    if not cues:
        raise Refused(f"字幕“{name}”里一条字幕也没有，请检查后再上传。")
    return cues


def _text(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(
            f"字幕“{name}”不是 UTF-8 编码，会显示成乱码。"
            "请用“记事本”打开，另存为时编码选“UTF-8”，再上传。"
        ) from error
    if "\0" in text:
        raise Refused(f"字幕“{name}”已损坏，请重新导出后再上传。")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _blocks(text: str) -> list[tuple[int, list[str]]]:
    """Groups of lines between empty ones, each with the number of its first line."""
    blocks: list[tuple[int, list[str]]] = []
    apart = True
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and apart:
            blocks.append((number, [line]))
        elif line.strip():
            blocks[-1][1].append(line)
        apart = not line.strip()
    return blocks


def _cue(number: int, lines: list[str], name: str) -> Cue | None:
    if number == 1 and lines[0].startswith("WEBVTT") or _ASIDE.match(lines[0]):
        return None
    place = 0 if "-->" in lines[0] else 1
    if len(lines) <= place or "-->" not in lines[place]:
        raise _fault(name, number, "没有找到时间，应当像 00:00:01.000 --> 00:00:04.000")
    at = number + place
    times = _TIMES.match(lines[place])
    if not times:
        raise _fault(name, at, "时间写错了，应当像 00:00:01.000 --> 00:00:04.000")
    return _timed(times.groups(), lines[place + 1 :], name, at)


def _timed(parts: tuple[str | None, ...], lines: list[str], name: str, at: int) -> Cue:
    start, end = _seconds(parts[:4]), _seconds(parts[4:])
    words = _TAG.sub("", " ".join(lines)).strip()
    if end <= start:
        raise _fault(name, at, "结束时间要晚于开始时间")
    if not words:
        raise _fault(name, at, "这一条只有时间，没有文字")
    return Cue(start, end, words)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _fault(name: str, line: int, why: str) -> Refused:
    return Refused(f"字幕“{name}”第 {line} 行：{why}。请改正后再上传。")
