"""Static files: built once under names that say what is in them."""

import gzip
import hashlib
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
import pytest

from portal.settings import ROOT
from portal.web import assets

STATIC = ROOT / "static"


@pytest.fixture(scope="module")
def target(cache: Path) -> Path:
    """Where this run's portals have their files too: compressing the engine takes seconds."""
    return cache / "static"


@pytest.fixture(scope="module")
def addresses(target: Path) -> dict[str, str]:
    return assets.build(STATIC, target)


def test_everything_has_an_address(addresses: dict[str, str], target: Path) -> None:
    assert set(addresses) == {*assets.BUNDLES, *assets.SINGLES}
    for address in addresses.values():
        file = target / address.removeprefix(assets.PREFIX)
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        assert re.fullmatch(rf"/static/[\w.-]+\.{digest[:12]}\.\w+", address)


def test_text_is_compressed_beside_itself(addresses: dict[str, str], target: Path) -> None:
    for address in addresses.values():
        file = target / address.removeprefix(assets.PREFIX)
        light, lighter = (file.with_name(file.name + end) for end in (".gz", ".br"))
        if file.suffix in assets.COMPRESSED:
            assert gzip.decompress(light.read_bytes()) == file.read_bytes()
            assert brotli.decompress(lighter.read_bytes()) == file.read_bytes()
        else:
            assert not light.exists() and not lighter.exists()


def test_every_style_and_behaviour_is_in_a_bundle() -> None:
    parts = {part for parts in assets.BUNDLES.values() for part in parts}
    listed = {part for part in parts if not part.startswith("vendor/")}
    there = {
        str(path.relative_to(STATIC))
        for folder in ("css", "js")
        for path in (STATIC / folder).rglob("*.*")
    }
    assert listed == there


def test_styles_are_short_and_their_addresses_exist(
    addresses: dict[str, str], target: Path
) -> None:
    style = (target / addresses["site.css"].removeprefix(assets.PREFIX)).read_text("utf-8")

    assert "/*" not in style and "\n" not in style
    for address in re.findall(r'url\("([^"]*)"\)', style):
        assert address in addresses.values(), address
    assert style.count("{") == style.count("}")


def test_behaviours_are_all_there_in_order(addresses: dict[str, str], target: Path) -> None:
    script = (target / addresses["site.js"].removeprefix(assets.PREFIX)).read_text("utf-8")

    assert script == "\n".join(
        (STATIC / part).read_text("utf-8") for part in assets.BUNDLES["site.js"]
    )


def source(folder: Path, monkeypatch: pytest.MonkeyPatch, style: str) -> Path:
    """A site of one style sheet and one picture."""
    monkeypatch.setattr(assets, "BUNDLES", {"site.css": ("css/a.css",)})
    monkeypatch.setattr(assets, "SINGLES", ("images/dot.svg",))
    for name, text in (("css/a.css", style), ("images/dot.svg", "<svg/>")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def test_what_changes_gets_a_new_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = assets.build(source(tmp_path / "s", monkeypatch, "a { color: red }"), tmp_path / "t")
    again = assets.build(tmp_path / "s", tmp_path / "t")
    other = assets.build(source(tmp_path / "s", monkeypatch, "a { color: blue }"), tmp_path / "t")

    assert first == again
    assert (
        first["site.css"] != other["site.css"]
        and first["images/dot.svg"] == other["images/dot.svg"]
    )
    old = tmp_path / "t" / first["site.css"].removeprefix(assets.PREFIX)
    assert old.read_text() == "a { color: red }", "old pages keep working"


def test_a_picture_that_is_not_published_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = 'a { background: url("../images/none.svg") }'

    with pytest.raises(KeyError):
        assets.build(source(tmp_path / "s", monkeypatch, style), tmp_path / "t")


def test_processes_may_build_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = source(tmp_path / "s", monkeypatch, 'a { background: url("../images/dot.svg") }')

    with ThreadPoolExecutor(4) as pool:
        built = list(pool.map(lambda _: assets.build(folder, tmp_path / "t"), range(8)))

    assert all(each == built[0] for each in built)
    assert len(list((tmp_path / "t").iterdir())) == 6
    assert assets.is_immutable("x", "/static/x")
