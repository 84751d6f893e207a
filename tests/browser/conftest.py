"""Real Chromium against the real server with the demo content; every page is watched."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.servers import running_portal

# The first three would render a search field of the browser's own, twice for every window, which
# takes more than our pages do. The others are what Playwright switches off; the last list counts.
OFF = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "PreconnectToSearch",
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(OFF)}",
]


def chromium_path() -> str:
    """Debian's Chromium; a clear failure when `make tools` has not been run."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "Chromium is missing: run `make tools`"
    return found


@pytest.fixture(scope="session")
def address(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo portal, served as `make run` serves it."""
    data = tmp_path_factory.mktemp("served")
    shutil.copy(demo_data / "portal.sqlite", data)
    (data / "media").symlink_to(demo_data / "media")
    with running_portal(data, workers=2) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        yield started
        started.close()


class Watch:
    """What a page said on its console, and what it asked of other hosts."""

    def __init__(self, address: str) -> None:
        self.host = urlsplit(address).netloc
        self.messages: list[str] = []
        self.foreign: list[str] = []
        self.expected: tuple[str, ...] = ()
        """Parts of messages that the test provokes itself."""

    def follow(self, page: Page) -> None:
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.on("request", self._request)

    def _request(self, request: Request) -> None:
        if urlsplit(request.url).netloc != self.host and not request.url.startswith("data:"):
            self.foreign.append(request.url)

    def check(self) -> None:
        unexpected = [m for m in self.messages if not any(part in m for part in self.expected)]
        assert not unexpected, unexpected
        assert not self.foreign, self.foreign


@pytest.fixture
def watch(address: str) -> Iterator[Watch]:
    """Fails the test when a page wrote to the console or asked another host."""
    watching = Watch(address)
    yield watching
    watching.check()


@pytest.fixture
def context(browser: Browser, address: str, watch: Watch) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
    made.on("page", watch.follow)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def plain(browser: Browser, address: str, watch: Watch) -> Iterator[Page]:
    """A page of a reader whose scripts are off."""
    made = browser.new_context(base_url=address, java_script_enabled=False)
    made.on("page", watch.follow)
    yield made.new_page()
    made.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
