"""Quiet music of plucked tones and bells, computed note by note; nothing is sampled."""

from __future__ import annotations

import math
import wave
from array import array
from functools import lru_cache
from pathlib import Path

RATE = 32_000  # samples a second, one channel
BEAT = 0.625  # seconds

# A pentatonic scale in semitones, and four broken chords as steps of that scale.
SCALE = (0, 2, 4, 7, 9)
PHRASES = (
    (0, 3, 5, 7, 6, 5, 3, 2),
    (-1, 2, 4, 6, 5, 4, 2, 1),
    (-2, 1, 3, 5, 7, 5, 4, 3),
    (0, 2, 5, 8, 7, 5, 3, 5),
)


def compose(target: Path, seconds: float, key: float, bells: list[float]) -> None:
    """Write a WAV of the given length in a key (hertz), with a bell at each of the given times."""
    sound = array("d", bytes(8 * int(RATE * seconds)))
    beats = int((seconds - 3) / BEAT)
    for beat in range(beats):
        phrase = PHRASES[(beat // 8) % len(PHRASES)]
        if beat % 16 not in (7, 14, 15):  # a breath at the end of each line
            _mix(sound, beat * BEAT, _pluck(_pitch(key, phrase[beat % 8])), 0.17)
        if beat % 8 == 0:
            _mix(sound, beat * BEAT, _pad(_pitch(key, phrase[0] - 5)), 0.13)
            _mix(sound, beat * BEAT, _pad(_pitch(key, phrase[0] - 2)), 0.08)
    for moment in bells:
        _mix(sound, moment, _bell(key * 4), 0.07)
    _write(target, sound, seconds)


def _pitch(key: float, step: int) -> float:
    octave, place = divmod(step, len(SCALE))
    return key * 2 ** (octave + SCALE[place] / 12)


@lru_cache(maxsize=64)
def _pluck(pitch: float) -> array[float]:
    """A string: a few harmonics, the high ones dying first."""
    return array(
        "d",
        (
            sum(
                math.sin(math.tau * pitch * h * t) * w * math.exp(-t * d)
                for h, w, d in ((1, 1.0, 2.4), (2, 0.35, 4.5), (3, 0.12, 8.0))
            )
            * min(1, t / 0.012)
            for t in (i / RATE for i in range(int(RATE * 2.2)))
        ),
    )


@lru_cache(maxsize=32)
def _pad(pitch: float) -> array[float]:
    """A long soft tone that swells and leaves."""
    length = BEAT * 8 + 1.2
    return array(
        "d",
        (
            (math.sin(math.tau * pitch * t) + 0.25 * math.sin(math.tau * pitch * 2.003 * t))
            * math.sin(math.pi * t / length) ** 1.4
            for t in (i / RATE for i in range(int(RATE * length)))
        ),
    )


@lru_cache(maxsize=4)
def _bell(pitch: float) -> array[float]:
    return array(
        "d",
        (
            sum(
                math.sin(math.tau * pitch * h * t) * w * math.exp(-t * d)
                for h, w, d in ((1, 1.0, 2.2), (2.76, 0.4, 4.0), (5.4, 0.15, 7.0))
            )
            * min(1, t / 0.004)
            for t in (i / RATE for i in range(int(RATE * 2)))
        ),
    )


def _mix(sound: array[float], moment: float, note: array[float], loudness: float) -> None:
    start = int(moment * RATE)
    for i in range(min(len(note), len(sound) - start)):
        sound[start + i] += note[i] * loudness


def _write(target: Path, sound: array[float], seconds: float) -> None:
    """Fade both ends, keep clear of the limit, store 16-bit samples."""
    peak = max(max(sound), -min(sound), 0.001)
    samples = array(
        "h",
        (
            int(
                value / peak * 20_000 * min(1, i / RATE / 0.8, max(0.0, (seconds - i / RATE) / 2.5))
            )
            for i, value in enumerate(sound)
        ),
    )
    with wave.open(str(target), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
