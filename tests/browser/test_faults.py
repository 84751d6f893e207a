"""Faults found by machines: axe (A to AAA and best practices) and the Nu HTML checker: none."""

import json
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import TOOLS, faults
from tests.browser.conftest import Watch
from tests.browser.places import NAMES, path_of

NU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"


def findings(
    browser: Browser, address: str, path: str, *widths: int, setting: str = ""
) -> list[str]:
    context = browser.new_context(base_url=address, bypass_csp=True)
    if setting:
        context.add_cookies([{"name": "reading", "value": setting, "url": address}])
    page = context.new_page()
    found = []
    page.goto(path)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width}: {each}" for each in faults(page)]
    context.close()
    return found


@pytest.mark.parametrize("name", NAMES)
def test_axe(browser: Browser, address: str, watch: Watch, name: str) -> None:
    path = path_of(address, name)

    assert findings(browser, address, path, 1280, 360) == []


@pytest.mark.parametrize("colours", ["cream", "dark", "contrast"])
def test_axe_in_every_palette(browser: Browser, address: str, colours: str) -> None:
    for name in ("home", "theory article", "documents", "reading"):
        path = path_of(address, name)
        assert findings(browser, address, path, 1280, setting=f"colours-{colours}") == [], name


def test_axe_can_find(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, bypass_csp=True)
    page = context.new_page()
    page.goto("/")
    page.evaluate("document.querySelector('main').innerHTML = '<img src=x><h4>空</h4>'")
    found = {each.partition(":")[0] for each in faults(page)}
    context.close()

    assert {"image-alt", "page-has-heading-one"} <= found


def fetch(url: str) -> bytes:
    try:
        with urllib.request.urlopen(url) as answer:  # noqa: S310 - our own server
            return bytes(answer.read())
    except urllib.error.HTTPError as error:
        return error.read()


def messages(files: list[Path]) -> list[str]:
    command = ["java", "-jar", str(NU), "--format", "json", "--Werror", *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300)
    found = json.loads(run.stderr or '{"messages": []}')["messages"]
    return [
        f"{Path(m.get('url', '')).name}: {m['message']} | {m.get('extract', '')[:120]}"
        for m in found
    ]


def test_nu_html_checker(address: str, tmp_path: Path) -> None:
    files = []
    for number, name in enumerate(NAMES):
        file = tmp_path / f"{number:02} {name}.html"
        file.write_bytes(fetch(address + path_of(address, name)))
        files.append(file)

    assert messages(files) == []


def test_nu_can_find(tmp_path: Path) -> None:
    file = tmp_path / "wrong.html"
    file.write_text("<!doctype html><html lang='zh'><title>x</title><p><div></p>")

    assert messages([file])
