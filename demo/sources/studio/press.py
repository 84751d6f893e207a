"""The press: turns SVG drawings into JPEG and PNG files with headless Chromium."""

import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

CHROMIUM = shutil.which("chromium") or "chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--font-render-hinting=none",
]


@contextmanager
def press() -> Iterator[Page]:
    """An empty browser page that lives as long as the block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser.new_page()
        finally:
            browser.close()


def picture(page: Page, svg: str, width: int, height: int) -> Image.Image:
    """The drawing as an image of exactly width x height pixels; what is not drawn is clear."""
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(
        "<!doctype html><style>*{margin:0}body{background:transparent}svg{display:block;width:100vw;height:100vh}</style>"
        + svg
    )
    shot = page.screenshot(type="png", omit_background=True)
    return Image.open(io.BytesIO(shot))


def save_jpeg(image: Image.Image, target: Path, limit: int = 70) -> None:
    """Write a JPEG without metadata, as good as `limit` kilobytes allow."""
    for quality in range(86, 72, -2):
        packed = io.BytesIO()
        image.convert("RGB").save(packed, "JPEG", quality=quality, optimize=True, progressive=True)
        if packed.tell() <= limit * 1024:
            break
    target.write_bytes(packed.getvalue())


def save_png(image: Image.Image, target: Path, colours: int = 64) -> None:
    """Write a small PNG with a palette that keeps soft edges."""
    image.convert("RGBA").quantize(colours, method=Image.Quantize.FASTOCTREE).save(
        target, "PNG", optimize=True
    )
