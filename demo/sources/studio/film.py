"""The film studio: drawn shots that move by CSS, photographed frame by frame and joined by ffmpeg."""

import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from studio.svg import document, group
from studio.tune import compose

WIDE, HIGH = 854, 480  # pixels of the finished film
STAGE_WIDE, STAGE_HIGH = 1280, 720  # units the shots are drawn in
RATE = 25  # frames a second
FADE = 0.6  # seconds in which one shot melts into the next

# Main profile and 4:2:0 play everywhere; +faststart lets a film begin before it has all arrived.
ENCODING = """
-c:v libx264 -profile:v main -level 3.1 -pix_fmt yuv420p -preset veryslow -tune animation -crf 28 -g 250
-vf scale=out_color_matrix=bt709 -color_primaries bt709 -color_trc bt709 -colorspace bt709
-c:a aac -b:a 48k -ac 1 -shortest -movflags +faststart -map_metadata -1 -fflags +bitexact
"""

STYLE = """
* { margin: 0 } body { background: #0b3d7a } svg { display: block; width: 100vw; height: 100vh; position: absolute }
.move { animation: 0.7s cubic-bezier(.2, .7, .3, 1) both paused; transform-box: fill-box; transform-origin: center }
.rise { animation-name: rise } .fade { animation-name: fade } .pop { animation-name: pop } .slide { animation-name: slide }
.write { animation-name: write; animation-timing-function: linear } .grow { animation-name: grow; transform-origin: left }
.drift { animation: drift linear both paused; transform-origin: 640px 360px }
@keyframes rise { from { opacity: 0; transform: translateY(28px) } }
@keyframes fade { from { opacity: 0 } }
@keyframes pop { 0% { opacity: 0; transform: scale(.6) } 70% { opacity: 1; transform: scale(1.05) } }
@keyframes slide { from { opacity: 0; transform: translateX(-46px) } }
@keyframes write { from { clip-path: inset(-20% 100% -20% 0) } to { clip-path: inset(-20% 0 -20% 0) } }
@keyframes grow { from { transform: scaleX(0) } }
@keyframes drift { from { transform: translate(var(--x0), var(--y0)) scale(var(--z0)) } to { transform: translate(var(--x1), var(--y1)) scale(var(--z1)) } }
"""

SEEK = """
(t) => {
  for (const shot of document.querySelectorAll("section")) {
    const start = +shot.dataset.start, end = +shot.dataset.end;
    const seen = t >= start && t < end + FADE;
    shot.style.visibility = seen ? "visible" : "hidden";
    shot.style.opacity = start === 0 ? 1 : Math.min(1, (t - start) / FADE);
    if (seen) for (const move of shot.getAnimations({subtree: true})) move.currentTime = (t - start) * 1000;
  }
}
""".replace("FADE", str(FADE))


@dataclass(frozen=True)
class Shot:
    """One drawn scene: how long it stays, what it shows, and the captions said over it."""

    seconds: float
    drawing: str
    captions: list[tuple[float, float, str]] = field(default_factory=list)


def enter(kind: str, moment: float, *drawing: str, seconds: float = 0.7) -> str:
    """A drawing that comes in `moment` seconds after its shot began."""
    return group(
        *drawing,
        class_=f"move {kind}",
        style=f"animation-delay:{moment}s;animation-duration:{seconds}s",
    )


def drift(
    seconds: float,
    *drawing: str,
    start: tuple[float, float, float] = (0, 0, 1),
    end: tuple[float, float, float] = (0, 0, 1),
    delay: float = 0,
) -> str:
    """A drawing that glides from one (x, y, zoom) to another."""
    places = ";".join(
        f"--x{i}:{x}px;--y{i}:{y}px;--z{i}:{z}" for i, (x, y, z) in enumerate((start, end))
    )
    return group(
        *drawing,
        class_="drift",
        style=f"animation-duration:{seconds}s;animation-delay:{delay}s;{places}",
    )


def inset(
    picture: str,
    x: float,
    y: float,
    w: float,
    h: float,
    view: tuple[int, int, int, int] = (0, 0, 1280, 800),
) -> str:
    """A finished picture as part of a shot: the part `view` of it (x, y, width, height) fills the box."""
    seen = " ".join(str(value) for value in view)
    box = f'<svg x="{x}" y="{y}" width="{w}" height="{h}" viewBox="{seen}" preserveAspectRatio="xMidYMid slice" style="position:static">'
    return re.sub(r"<svg [^>]*>", box, picture, count=1)


def starts(shots: list[Shot]) -> list[float]:
    """The second at which each shot begins."""
    return [sum(shot.seconds for shot in shots[:i]) for i in range(len(shots))]


def length(shots: list[Shot]) -> float:
    """Seconds from the first frame to the last."""
    return sum(shot.seconds for shot in shots)


def load(page: Page, shots: list[Shot]) -> None:
    """Put every shot on one page, one above the other."""
    page.set_viewport_size({"width": WIDE, "height": HIGH})
    # 854 x 480 is not quite 16:9; filling the frame avoids a hairline at its edges.
    sections = "".join(
        f'<section data-start="{start}" data-end="{start + shot.seconds}">{_filling(document(shot.drawing, width=STAGE_WIDE, height=STAGE_HIGH))}</section>'
        for start, shot in zip(starts(shots), shots, strict=True)
    )
    page.set_content(f"<!doctype html><style>{STYLE}</style>{sections}")


def _filling(svg: str) -> str:
    return svg.replace("<svg ", '<svg preserveAspectRatio="none" ', 1)


def frame(page: Page, second: float) -> bytes:
    """The film at one moment, as a PNG."""
    page.evaluate(SEEK, second)
    return page.screenshot(type="png")


def shoot(page: Page, shots: list[Shot], target: Path, key: float) -> None:
    """Photograph the whole film and write it with its music."""
    load(page, shots)
    seconds = length(shots)
    with tempfile.TemporaryDirectory() as folder:
        music = Path(folder) / "music.wav"
        compose(music, seconds, key, starts(shots))
        _join(_frames(page, seconds), music, target)


def _frames(page: Page, seconds: float) -> Iterator[bytes]:
    for number in range(round(seconds * RATE)):
        yield frame(page, number / RATE)


def _join(frames: Iterator[bytes], music: Path, target: Path) -> None:
    source = f"ffmpeg -y -loglevel error -f image2pipe -framerate {RATE} -c:v png -i - -i"
    command = [*source.split(), str(music), *ENCODING.split(), str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as ffmpeg:  # noqa: S603 - a fixed command
        for image in frames:
            ffmpeg.stdin.write(image)  # type: ignore[union-attr]
        ffmpeg.stdin.close()  # type: ignore[union-attr]
        if ffmpeg.wait():
            raise RuntimeError(f"ffmpeg could not write {target}")


def captions(shots: list[Shot]) -> str:
    """The captions of all shots as a WebVTT file."""
    cues = [
        f"{_clock(start + a)} --> {_clock(start + b)}\n{_two_lines(words)}\n"
        for start, shot in zip(starts(shots), shots, strict=True)
        for a, b, words in shot.captions
    ]
    return "WEBVTT\n\n" + "\n".join(cues)


def _two_lines(words: str) -> str:
    """A long caption broken after the mark nearest to its middle."""
    marks = [
        place for place, one in enumerate(words, 1) if one in "，。；：、］" and place < len(words)
    ]
    if len(words) <= 20 or "\n" in words or not marks:
        return words
    place = min(marks, key=lambda mark: abs(mark - len(words) / 2))
    return f"{words[:place]}\n{words[place:]}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes // 60):02d}:{int(minutes % 60):02d}:{rest:06.3f}"
