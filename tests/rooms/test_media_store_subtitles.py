"""Captions: checked cue by cue, in words that name the line; srt becomes WebVTT."""

from pathlib import Path

import pytest

from portal import media_store
from portal.errors import Refused
from portal.media_store import Cue, accept
from tests.media_files import VTT

SRT = "1\r\n00:00:01,000 --> 00:00:02,500\r\n共有 1,000 人\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n好\r\n"


def refused(root: Path, text: str | bytes) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(Refused) as error:
        accept(root, data, "字.vtt")
    assert not list(root.rglob("*"))
    return error.value.sentence


def test_cues_are_read_back(tmp_path: Path) -> None:
    text = VTT.replace("WEBVTT", "WEBVTT - 开放日\nKind: captions\n\nNOTE 初稿\n\nSTYLE\n::cue{}")
    stored = accept(tmp_path, text.encode(), "字.vtt")

    cues = media_store.cues(tmp_path, stored.folder, stored.name)
    assert cues == [Cue(1, 3.5, "欢迎来到检察开放日。"), Cue(4, 6, "请进。")]
    assert cues[1].clock == "00:04"
    assert media_store.cues(tmp_path, stored.folder, "lost.vtt") == []


def test_srt_becomes_webvtt(tmp_path: Path) -> None:
    stored = accept(tmp_path, SRT.encode("utf-8-sig"), "剪辑.srt")

    assert (stored.kind, stored.mime, stored.name) == ("captions", "text/vtt", "file.vtt")
    kept = (tmp_path / stored.folder / stored.name).read_text("utf-8")
    assert kept.startswith("WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\n共有 1,000 人\n")
    assert [c.words for c in media_store.cues(tmp_path, stored.folder, stored.name)] == [
        "共有 1,000 人",
        "好",
    ]


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("00:01.000 --> 00:00.500\n早", "第 3 行：结束时间要晚于开始时间"),
        ("00:01.000 --> 00:01.000\n早", "第 3 行：结束时间要晚于开始时间"),
        ("00:01.000 --> 00:61.000\n早", "第 3 行：时间写错了"),
        ("00:01 --> 00:02\n早", "第 3 行：时间写错了"),
        ("00:01.000-->00:02.000\n早", "第 3 行：时间写错了"),
        ("一\n00:01.000 --> x\n早", "第 4 行：时间写错了"),
        ("早上好", "第 3 行：没有找到时间"),
        ("00:01.000 --> 00:02.000", "第 3 行：这一条只有时间，没有文字"),
        ("00:01.000 --> 00:02.000\n<v 甲></v>", "第 3 行：这一条只有时间，没有文字"),
        (
            "00:05.000 --> 00:06.000\n甲\n\n00:01.000 --> 00:02.000\n乙",
            "第 6 行：时间比上一条还早",
        ),
    ],
)
def test_wrong_cues(tmp_path: Path, cue: str, words: str) -> None:
    assert f"字幕“字.vtt”{words}" in refused(tmp_path, f"WEBVTT\n\n{cue}\n")


@pytest.mark.parametrize("text", ["WEBVTT", "WEBVTT\n\n", "WEBVTT\n\nNOTE 空\n"])
def test_no_cues(tmp_path: Path, text: str) -> None:
    assert "一条字幕也没有" in refused(tmp_path, text)


def test_other_encodings(tmp_path: Path) -> None:
    assert "不是 UTF-8 编码" in refused(tmp_path, VTT.encode("gb18030"))
    assert "不是可以上传的类型" in refused(tmp_path, VTT.encode("utf-16"))
    assert "已损坏" in refused(tmp_path, VTT + "\0")


def test_long_captions_are_refused(tmp_path: Path) -> None:
    assert "超过了 1 MB 的上限" in refused(tmp_path, VTT + "\n" * 1_100_000)
