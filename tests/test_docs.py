"""The documents say what the code has: settings, commands, kinds, verbs, paths, links."""

import os
import re
import tomllib
from pathlib import Path
from urllib.parse import unquote

import pytest

from portal.cli import portal
from portal.kinds import KINDS

ROOT = Path(__file__).parent.parent
SKIPPED = {"node_modules", "var", "build"}
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
READMES = ("README.md", "README.zh-CN.md")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
HOWTOS = sorted((ROOT / "docs" / "howto").glob("*.md"))
KEPT_TRUE = [*READMES, "CONTRIBUTING.md", "docs/glossary.md"] + [
    str(path.relative_to(ROOT)) for path in HOWTOS
]


def documents() -> list[str]:
    """Every Markdown file of the repository, installed and generated ones left out."""
    found = []
    for folder, names, files in os.walk(ROOT):
        names[:] = [each for each in names if each[0] != "." and each not in SKIPPED]
        here = Path(folder).relative_to(ROOT)
        found += [str(here / each) for each in files if each.endswith(".md")]
    return sorted(found)


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def prose(name: str) -> str:
    """The document without its code."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^ *```.*?^ *```", "", text(name), flags=re.S | re.M))


@pytest.mark.parametrize("name", READMES)
def test_every_environment_variable_is_named(name: str) -> None:
    variables = set(re.findall(r"PORTAL_[A-Z_]+", text("portal/settings.py")))
    assert variables
    assert not [each for each in variables if f"`{each}`" not in text(name)]


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_named(name: str) -> None:
    assert portal.commands
    assert not [each for each in portal.commands if f"`portal {each}" not in text(name)]


@pytest.mark.parametrize("name", READMES)
def test_every_command_named_exists(name: str) -> None:
    assert set(re.findall(r"`portal ([a-z]+)", text(name))) <= set(portal.commands)


@pytest.mark.parametrize("name", READMES)
def test_every_verb_is_named(name: str) -> None:
    verbs = set(re.findall(r"^([a-z-]+):.*##", MAKEFILE, re.M))
    assert verbs and set(re.findall(r"\bmake ([a-z-]+)", text(name))) == verbs


@pytest.mark.parametrize("name", READMES)
def test_every_make_variable_is_named(name: str) -> None:
    variables = re.findall(r"^([A-Z]+) \?=", MAKEFILE, re.M)
    assert variables and not [each for each in variables if f"`{each}=`" not in text(name)]


def test_every_kind_is_named() -> None:
    howto = text("docs/howto/add-a-kind.md")
    assert not [kind.key for kind in KINDS if f"`{kind.key}`" not in howto]


def test_the_readmes_are_twins() -> None:
    outlines = [re.findall(r"^(#+) ", text(name), re.M) for name in READMES]
    pictures = [re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text(name)) for name in READMES]
    assert outlines[0] == outlines[1]
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("name", documents())
def test_relative_links_resolve(name: str) -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)|\b(?:src|href)=\"([^\"]+)\"", prose(name))
    paths = [(one or other).split("#")[0] for one, other in targets]
    local = [each for each in paths if each and not re.match(r"[a-z]+:", each)]
    folder = (ROOT / name).parent
    assert not [each for each in local if not (folder / unquote(each)).exists()]


@pytest.mark.parametrize("name", KEPT_TRUE)
def test_paths_named_exist(name: str) -> None:
    folders = "demo|deploy|docs|migrations|portal|static|templates|tests"
    named = set(re.findall(rf"`((?:{folders})/[\w./-]*)`", text(name)))
    assert not [each for each in named if not (ROOT / each).exists()]


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [path.name[:4] for path in DECISIONS]
    assert numbers == [f"{n:04}" for n in range(1, len(DECISIONS) + 1)]
    assert not [
        path.name for path in DECISIONS if not re.match(r"\d{4}-[a-z0-9-]+\.md$", path.name)
    ]


@pytest.mark.parametrize("path", [*DECISIONS, *HOWTOS], ids=lambda path: path.name)
def test_short_documents_are_short(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) <= 25
    if path in DECISIONS:
        assert lines[0].startswith(f"# {path.name[:4]} ")


def test_every_direct_dependency_has_its_reason() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    direct = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[\[=<>~ ]", each)[0] for each in direct}
    reasons = "\n".join(path.read_text("utf-8") for path in DECISIONS)
    assert not [each for each in sorted(names) if f"*{each}*" not in reasons]
