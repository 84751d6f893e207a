"""The house: a module imports only from floors below its own, or from its own package."""

import ast
from pathlib import Path

PORTAL = Path(__file__).parent.parent / "portal"

FLOORS = (
    (
        "errors",
        "text",
        "times",
        "tokens",
        "reading",
        "settings",
        "sanitiser",
        "numerals",
        "numbering",
        "specimen_text",
        "roles",
        "secrets",
        "plain_body",
        "alternatives",
        "differences",
        "privacy",
    ),
    ("database", "migrations", "pulse", "prepared", "per_generation"),
    ("models",),
    ("queries",),
    ("kinds", "search", "media_store", "page_import", "journal", "checks", "word_import"),
    ("services",),
    ("web",),
    ("cli", ""),
)
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}
PLAIN, ROOMS, WEB = 0, 4, 6


def modules() -> list[Path]:
    return sorted(PORTAL.rglob("*.py"))


def part(path: Path) -> str:
    """The top-level part of `portal` that a file belongs to; empty for `portal/__init__.py`."""
    first = path.relative_to(PORTAL).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


def imported(path: Path) -> list[str]:
    """Dotted names that a module imports, `portal.x.y` and others."""
    names = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in {path}"
            names += [f"{node.module}.{each.name}" for each in node.names]
        elif isinstance(node, ast.Import):
            names += [each.name for each in node.names]
    return names


def parts_used(path: Path) -> set[str]:
    used = set()
    for name in imported(path):
        steps = name.split(".")
        if steps[0] == "portal":
            used.add(steps[1] if steps[1] in FLOOR else "")
    return used


def test_every_part_has_a_floor() -> None:
    assert {part(path) for path in modules()} == set(FLOOR)


def test_imports_go_down() -> None:
    for path in modules():
        own = part(path)
        for used in parts_used(path) - {own}:
            assert FLOOR[used] < FLOOR[own] or _same_plain_floor(own, used), (path, used)


def _same_plain_floor(own: str, used: str) -> bool:
    """Plain modules and the two of the database floor may use each other; rooms may not."""
    return FLOOR[own] == FLOOR[used] and FLOOR[own] in (0, 1)


def test_flask_is_only_known_above() -> None:
    for path in modules():
        if FLOOR[part(path)] < WEB:
            assert not [n for n in imported(path) if n.split(".")[0] in ("flask", "htmx_flask")], (
                path
            )


def test_plain_modules_know_no_database() -> None:
    for path in modules():
        if FLOOR[part(path)] == PLAIN:
            assert not [n for n in imported(path) if n.split(".")[0] in ("peewee", "playhouse")], (
                path
            )


def test_public_and_desk_do_not_meet() -> None:
    for path in (PORTAL / "web" / "public").rglob("*.py"):
        assert not [name for name in imported(path) if name.startswith("portal.web.desk")], path
    for path in (PORTAL / "web" / "desk").rglob("*.py"):
        assert not [name for name in imported(path) if name.startswith("portal.web.public")], path


WRITES = ("create", "insert", "insert_many", "update", "delete_instance", "save", "replace")


def test_views_neither_write_nor_query() -> None:
    for path in (PORTAL / "web").rglob("*.py"):
        assert not [name for name in imported(path) if name.startswith("portal.models")], path


def test_queries_do_not_write() -> None:
    for path in (PORTAL / "queries").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                assert node.func.attr not in WRITES, (path, node.func.attr)
