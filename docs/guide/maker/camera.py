"""Takes the pictures of the guide: real Chromium at one size, saved as small palette PNG."""

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

IMAGES = Path(__file__).parent.parent / "images"
WIDTH, HEIGHT = 1000, 1000
WIDE = 1240
PHONE = 360
COLOURS = 96
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--lang=zh-CN",
]
_MARK = "element => { element.style.outline = '4px solid #c8102e'; element.style.outlineOffset = '3px'; }"


class Camera:
    """People of the office in front of their browsers, and the pictures wanted of them."""

    def __init__(self, browser: Browser, address: str, wanted: set[str]) -> None:
        self.browser = browser
        self.address = address
        self.wanted = wanted
        self.taken: list[str] = []
        self._contexts: dict[str, BrowserContext] = {}

    def window(self, who: str, *, width: int = WIDTH, scripts: bool = True) -> Page:
        """A new window of a person; their windows of one width share a sign-in."""
        key = f"{who} {width} {scripts}"
        if key not in self._contexts:
            self._contexts[key] = self.browser.new_context(
                base_url=self.address,
                viewport={"width": width, "height": 500},
                locale="zh-CN",
                timezone_id="Asia/Shanghai",
                reduced_motion="reduce",
                java_script_enabled=scripts,
            )
        return self._contexts[key].new_page()

    def take(
        self,
        page: Page,
        name: str,
        *marked: Locator,
        most: int = HEIGHT,
        top: Locator | None = None,
        only: Locator | None = None,
    ) -> None:
        """Save a page, at most so many pixels of it from the top or from `top` on, or `only` one
        element. What is `marked` gets a red frame.
        """
        self.taken.append(name)
        if self.wanted and name not in self.wanted:
            return
        page.wait_for_load_state("networkidle")
        width, height = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
        page.set_viewport_size({"width": width, "height": min(height, most)})
        for each in marked:
            each.evaluate(_MARK)
        if top:
            top.evaluate(
                "element => window.scrollTo(0, element.getBoundingClientRect().top + scrollY - 16)"
            )
        page.wait_for_timeout(250)
        save(name, (only or page).screenshot(animations="disabled", caret="hide"))


def save(name: str, png: bytes) -> None:
    """Write a picture with few colours, which screens of plain areas hardly need more of."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    few = picture.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    IMAGES.mkdir(exist_ok=True)
    few.save(IMAGES / f"{name}.png", optimize=True)


@contextmanager
def camera(address: str, wanted: set[str]) -> Iterator[Camera]:
    """A camera before the portal at this address."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(
            executable_path=path,
            args=ARGUMENTS,
            env={**os.environ, "LANGUAGE": "zh_CN"},  # type: ignore[dict-item]
        )
        yield Camera(browser, address, wanted)
        browser.close()
