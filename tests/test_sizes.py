"""Small files and small functions: what separates good code from painful code is the tail."""

import ast
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
MODULE, FUNCTION, TEMPLATE, STYLE, CONFTEST = 250, 30, 120, 300, 100


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def functions(path: Path) -> list[tuple[str, int]]:
    return [
        (f"{path.name}:{node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]


def test_modules_are_small() -> None:
    sizes = {path: lines(path) for path in (ROOT / "portal").rglob("*.py")}
    assert not {path: size for path, size in sizes.items() if size > MODULE}
    assert median(sizes.values()) <= 80


def test_functions_are_small() -> None:
    found = [each for path in (ROOT / "portal").rglob("*.py") for each in functions(path)]
    assert not [each for each in found if each[1] > FUNCTION]
    assert median(size for _, size in found) <= 10


def test_templates_are_small() -> None:
    assert not [path for path in (ROOT / "templates").rglob("*.html") if lines(path) > TEMPLATE]


def test_styles_are_small() -> None:
    assert not [path for path in (ROOT / "static/css").rglob("*.css") if lines(path) > STYLE]


def test_conftest_is_small() -> None:
    assert lines(ROOT / "tests/conftest.py") <= CONFTEST
