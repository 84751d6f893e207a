"""The editors' guide says what the desk has: words of the screens, lists, pictures, every feature."""

import re
from functools import cache
from pathlib import Path

import pytest

from docs.guide.maker import lists, scenes
from portal.checks import CHECKS
from portal.roles import NAMES, ROLES
from portal.services.workflow import rules
from portal.web.desk.help_aids import AIDS
from portal.web.desk.help_words import TASKS
from portal.web.desk.pages import PLACES

ROOT = Path(__file__).parent.parent
PICTURES = lists.GUIDE / "images"
CHAPTERS = {str(path.relative_to(lists.GUIDE)): path for path in lists.chapters()}


@cache
def text(name: str) -> str:
    return CHAPTERS[name].read_text("utf-8")


@cache
def guide() -> str:
    return "\n".join(text(name) for name in CHAPTERS)


@cache
def screens() -> str:
    """Whatever the desk can show: its templates, scripts, and the strings of its code."""
    folders = {
        "templates": "*.html",
        "static/js": "*.js",
        "portal": "*.py",
    }
    files = [path for folder, ending in folders.items() for path in (ROOT / folder).rglob(ending)]
    own = {"help_words.py", "help_aids.py"}
    return "\n".join(path.read_text("utf-8") for path in files if path.name not in own)


def labels(words: str) -> list[str]:
    return re.findall(r"\*\*(.+?)\*\*", words)


@cache
def patterns() -> list[re.Pattern[str]]:
    """Words of templates that are partly filled in, such as `上传新{{ noun }}`."""
    found = []
    for words in re.findall(r">([^<>]*\{\{[^<>]*)<", screens()):
        parts = re.split(r"\{\{.*?\}\}|\{%.*?%\}", words.strip())
        if len("".join(parts)) >= 2:
            found.append(re.compile(".+".join(map(re.escape, parts))))
    return found


def missing(words: str) -> list[str]:
    """The words in bold that no screen has."""
    unknown = [label for label in labels(words) if label not in screens()]
    return [label for label in unknown if not any(p.fullmatch(label) for p in patterns())]


@pytest.mark.parametrize("name", CHAPTERS)
def test_words_in_bold_stand_on_the_screens(name: str) -> None:
    known = {"这样", "一页纸"} if name == "README.md" else set()
    assert not [each for each in missing(text(name)) if each not in known]


def test_words_in_bold_of_the_help_page_stand_on_the_screens() -> None:
    steps = [step for tasks in TASKS.values() for task in tasks for step in task.steps]
    assert not missing("\n".join([*steps, *(words for _, words in AIDS)]))


@pytest.mark.parametrize("name", CHAPTERS)
def test_lists_are_fresh(name: str) -> None:
    assert lists.fresh(text(name)) == text(name), "run: python -m docs.guide.maker lists"


def test_every_list_is_used() -> None:
    assert set(re.findall(r"<!-- list: ([a-z-]+) -->", guide())) == set(lists.LISTS)


def test_every_check_is_explained() -> None:
    told = re.findall(r"^- (.+)$", text("checks.md"), re.M)
    assert [why for why in told if why in {check.why for check in CHECKS}] == [
        check.why for level in ("stop", "advice") for check in CHECKS if check.level == level
    ]


def pictures(name: str) -> list[tuple[str, Path]]:
    """The pictures of a chapter: text alternative and file."""
    found = re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)", text(name))
    return [(alt, (CHAPTERS[name].parent / target).resolve()) for alt, target in found]


def test_every_picture_has_words_and_is_there() -> None:
    for name in CHAPTERS:
        for alt, path in pictures(name):
            assert path.is_file(), path
            assert 15 <= len(alt) <= 150, alt


def test_every_picture_file_is_used_and_made_by_a_scene() -> None:
    used = {path for name in CHAPTERS for _, path in pictures(name)}
    assert set(PICTURES.iterdir()) == used
    assert {path.stem for path in used} == set(scenes.PICTURES)


def test_pictures_are_light() -> None:
    files = list(PICTURES.iterdir())
    assert sum(path.stat().st_size for path in files) <= 2_000_000
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in files)


def test_every_entry_of_the_menu_is_mentioned() -> None:
    assert not [place.name for place in PLACES if f"**{place.name}**" not in guide()]


def test_every_move_is_mentioned() -> None:
    prose = re.sub(r"<!-- list: moves -->.*?<!-- end -->", "", guide(), flags=re.S)
    assert not [name for name in rules.MOVES.values() if name not in prose]


def test_every_role_has_its_page() -> None:
    assert {f"roles/{role}.md" for role in ROLES} <= set(CHAPTERS)
    assert not [
        role for role in ROLES if f"# 一页纸：{NAMES[role]}" not in text(f"roles/{role}.md")
    ]


def test_every_chapter_is_in_the_contents() -> None:
    linked = set(re.findall(r"\]\(([\w/-]+\.md)", text("README.md")))
    assert linked == set(CHAPTERS) - {"README.md"}


def test_headings_do_not_skip_a_level() -> None:
    for name in CHAPTERS:
        levels = [len(marks) for marks in re.findall(r"^(#+) ", text(name), re.M)]
        assert levels[0] == 1 and levels.count(1) == 1, name
        pairs = zip(levels, levels[1:], strict=False)
        assert all(below <= above + 1 for above, below in pairs), name
