"""Checks of picture stories and videos: pictures with their words, video with captions and text."""

from collections.abc import Iterator

from portal.checks.characters import has_words
from portal.checks.check import Check
from portal.checks.draft import STOP
from portal.checks.manuscript import Manuscript, Problem


def _roles(manuscript: Manuscript) -> set[str]:
    return {use.role for use in manuscript.draft.uses}


def _pictures(manuscript: Manuscript) -> Iterator[Problem]:
    if manuscript.draft.kind == "pictures" and "picture" not in _roles(manuscript):
        yield Problem("picture", "图说还没有图片，请至少加一张。")


def _picture_words(manuscript: Manuscript) -> Iterator[Problem]:
    if manuscript.draft.kind != "pictures":
        return
    for index, use in enumerate(manuscript.draft.uses):
        if use.role == "picture" and not has_words(use.text):
            yield manuscript.use_problem(
                index, f"图片“{use.name}”还没有配文。请把图上的文字和要说的话写在这里。"
            )


def _video(manuscript: Manuscript) -> Iterator[Problem]:
    if manuscript.draft.kind == "videos" and "video" not in _roles(manuscript):
        yield Problem("video", "还没有视频，请上传或者从媒体库选一个。")


def _captions(manuscript: Manuscript) -> Iterator[Problem]:
    if manuscript.draft.kind == "videos" and "captions" not in _roles(manuscript):
        yield Problem("captions", "视频还没有字幕文件（.vtt）。听不见的人要靠字幕，请上传。")


def _transcript(manuscript: Manuscript) -> Iterator[Problem]:
    transcript = str(manuscript.draft.details.get("transcript") or "")
    if manuscript.draft.kind == "videos" and not has_words(transcript):
        yield Problem("details.transcript", "视频还没有文字稿。请把看到的和听到的都写下来。")


STORY_PICTURES = Check("story-pictures", STOP, "图说以图为主，不能没有图。", _pictures)
STORY_WORDS = Check("story-words", STOP, "图上的字看不清、读不出，都要写成配文。", _picture_words)
VIDEO_MISSING = Check("video-missing", STOP, "视频文章不能没有视频。", _video)
VIDEO_CAPTIONS = Check("video-captions", STOP, "听不见的人和静音看的人要靠字幕。", _captions)
VIDEO_TRANSCRIPT = Check(
    "video-transcript", STOP, "看不见、听不见或者流量少的人可以读文字稿。", _transcript
)
