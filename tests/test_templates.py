"""Templates: they compile, each is used, fragments have the root that their file name promises."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, nodes

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
ALL = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.*"))
PYTHON = "\n".join(path.read_text("utf-8") for path in (ROOT / "portal").rglob("*.py"))
TEXT = {name: (TEMPLATES / name).read_text("utf-8") for name in ALL}
FRAGMENTS = [name for name in ALL if name.split("/")[-1].startswith("_")]


def environment() -> Environment:
    made = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    for name in re.findall(r'"(\w+)"\)', (ROOT / "portal/web/filters.py").read_text()):
        made.filters[name] = str
    return made


@pytest.mark.parametrize("name", ALL)
def test_compiles(name: str) -> None:
    environment().get_template(name)


@pytest.mark.parametrize("name", ALL)
def test_is_used(name: str) -> None:
    others = "".join(text for other, text in TEXT.items() if other != name)
    if name.startswith("kinds/"):
        stem = Path(name).stem.rsplit("_", 1)[0]
        assert stem in {"text"} | set(re.findall(r'"(\w+)"', PYTHON)), name
    else:
        assert f'"{name}"' in others + PYTHON, name


@pytest.mark.parametrize("name", FRAGMENTS)
def test_fragment_root_is_its_name(name: str) -> None:
    root = Path(name).stem.removeprefix("_").replace("_", "-")
    assert f'id="{root}"' in TEXT[name]


@pytest.mark.parametrize("name", ALL)
def test_imported_macros_are_used(name: str) -> None:
    tree = environment().parse(TEXT[name])
    for imported in tree.find_all(nodes.FromImport):
        for macro in imported.names:
            used = [c for c in tree.find_all(nodes.Call) if getattr(c.node, "name", "") == macro]
            included = "{% include" in TEXT[name]
            assert used or included, (name, macro)


def test_no_template_marks_text_as_safe() -> None:
    assert not [
        name for name, text in TEXT.items() if re.search(r"\|\s*safe\b|autoescape false", text)
    ]


def test_no_inline_style_or_handler() -> None:
    for name, text in TEXT.items():
        assert not re.search(r"\sstyle=|\son[a-z]+=|javascript:", text), name
