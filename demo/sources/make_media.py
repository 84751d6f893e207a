"""Makes every picture, film, mark, sample paper and document to download of the demo.

    python demo/sources/make_media.py              everything (about six minutes)
    python demo/sources/make_media.py news-1 mark  only what is named

Needs Chromium, ffmpeg, Noto Sans CJK SC and the project's development packages.
Drawings are kept beside this file as SVG; finished files go to demo/media and static/images.
"""

import io
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType

from films import clue, hall
from PIL import Image
from playwright.sync_api import Page
from scenes import case, day, elders, fraud, hearing, hotline, news_land, news_town, plea, river
from studio import film, legal, marks, papers
from studio.press import picture, press, save_jpeg, save_png
from studio.svg import HEIGHT, WIDTH

HERE = Path(__file__).resolve().parent
MEDIA = HERE.parent / "media"
ARTICLES = HERE.parent / "articles"
IMAGES = HERE.parent.parent / "static" / "images"

SCENES: tuple[ModuleType, ...] = (
    news_land,
    news_town,
    plea,
    fraud,
    case,
    hearing,
    hotline,
    river,
    elders,
    day,
)
# The module of each film, and the second that is its poster.
FILMS: dict[str, tuple[ModuleType, float]] = {"video-1": (clue, 3.4), "video-2": (hall, 3.4)}
# The legal documents that can be downloaded, by the names of their articles.
DOCUMENTS = (
    "2026-06-02-qisu-jufu-baochou",
    "2026-07-08-zhichi-qisu",
    "2026-08-11-buqisu-cunyi",
)

Job = tuple[str, Callable[[Page], list[Path]]]


def main(wanted: list[str]) -> None:
    """Make the named files, or all of them, and say so line by line."""
    for folder in (MEDIA, IMAGES):
        folder.mkdir(parents=True, exist_ok=True)
    with press() as page:
        for name, job in _jobs():
            if not wanted or name in wanted:
                for made in job(page):
                    print(f"{made.name:24} {made.stat().st_size / 1024:8.1f} KB", flush=True)


def _jobs() -> Iterator[Job]:
    for module in SCENES:
        for name, draw in module.PICTURES.items():
            yield name, partial(_picture, name=name, draw=draw)
    yield "mark", _marks
    yield "share", _share
    yield "papers", _papers
    yield "documents", _documents
    yield "stills", _stills
    for name in FILMS:
        yield name, partial(_film, name=name)


def _picture(page: Page, name: str, draw: Callable[[], str]) -> list[Path]:
    svg = draw()
    source, target = HERE / f"{name}.svg", MEDIA / f"{name}.jpg"
    source.write_text(svg, encoding="utf-8")
    save_jpeg(picture(page, svg, WIDTH, HEIGHT), target)
    return [target]


def _marks(page: Page) -> list[Path]:
    svg = marks.mark()
    targets = [
        IMAGES / "mark.svg",
        IMAGES / "favicon.svg",
        IMAGES / "favicon.png",
        IMAGES / "touch-icon.png",
    ]
    for target in targets[:2]:
        target.write_text(svg, encoding="utf-8")
    save_png(picture(page, svg, 48, 48), targets[2])
    save_png(
        picture(page, marks.mark(corner=0), 180, 180), targets[3]
    )  # phones round the corners themselves
    return targets


def _share(page: Page) -> list[Path]:
    svg, target = marks.share(), IMAGES / "og.jpg"
    (HERE / "og.svg").write_text(svg, encoding="utf-8")
    save_jpeg(picture(page, svg, 1200, 630), target, limit=60)
    return [target]


def _papers(page: Page) -> list[Path]:
    targets = [MEDIA / "open-day-form.docx", MEDIA / "report-guide.pdf"]
    papers.form(targets[0])
    papers.guide(page, targets[1])
    return targets


def _documents(page: Page) -> list[Path]:
    targets = []
    for name in DOCUMENTS:
        target = MEDIA / f"{name}.docx"
        legal.download(ARTICLES / "documents" / f"{name}.html", target)
        targets.append(target)
    return targets


def _stills(page: Page) -> list[Path]:
    """Posters and captions of the films."""
    made = []
    for name, (module, second) in FILMS.items():
        shots = module.shots()
        captions, poster = MEDIA / f"{name}.vtt", MEDIA / f"{name}.jpg"
        captions.write_text(film.captions(shots), encoding="utf-8")
        film.load(page, shots)
        save_jpeg(Image.open(io.BytesIO(film.frame(page, second))), poster)
        made += [captions, poster]
    return made


def _film(page: Page, name: str) -> list[Path]:
    module, target = FILMS[name][0], MEDIA / f"{name}.mp4"
    film.shoot(page, module.shots(), target, module.KEY)
    return [target]


if __name__ == "__main__":
    main(sys.argv[1:])
