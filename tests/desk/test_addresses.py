"""Addresses that no link leads to: whatever stands in them, the answer is a page, never a fault."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from portal import database
from portal.roles import ROLES
from portal.settings import Settings
from tests import make
from tests.app import app_of
from tests.client import DeskClient
from tests.desk.test_doors import SAMPLES
from tests.services import staff

STRANGE = ["\0", "²", "9" * 30, "2147483648", "\ud800"]
FILTERS = "person action thing thing_id words first last before after"
LISTS = {
    "articles/": "q state section page mine",
    "find": "q state section person first last history page",
    "media/": "q kind page mine unused bare",
    "media/pick": "q kind page mine several selected",
    "media/describe": "id",
    "journal/": FILTERS,
    "journal.csv": FILTERS,
}
"""What each list of the desk can be asked."""
NAMES = [*dict.fromkeys(" ".join(LISTS.values()).split()), "at", "draft", "group", "new", "next"]
NAMES += ["old", "revision", "width"]


@pytest.fixture
def everybody(either: Settings) -> Iterator[DeskClient]:
    """The browser of one who holds every role, in a portal with one of each thing."""
    at = staff.office()
    staff.begun(at)
    make.picture(either.media)
    person = make.person(*ROLES, name="all")
    database.close()
    desk = DeskClient(app_of(either))
    desk.sign_in(person)
    yield desk
    database.close()


def written(value: str) -> str:
    return quote(value.encode("utf-8", "surrogatepass"), safe="")


def paths(desk: DeskClient, number: str) -> list[str]:
    """Every page of the desk, about the thing of that number where it is about one."""
    found = []
    for rule in desk.app.url_map.iter_rules():
        if rule.rule.startswith("/desk/") and "GET" in (rule.methods or ()):
            path = rule.rule
            for name, converter in rule._converters.items():
                is_number = type(converter).__name__ == "IntegerConverter"
                value = number if is_number else str(SAMPLES.get(name, "x"))
                start = path.index("<")
                path = f"{path[:start]}{value}{path[path.index('>') + 1 :]}"
            found.append(path)
    return found


def faults(desk: DeskClient, addresses: list[str]) -> list[str]:
    """The addresses that no answer in words comes from."""
    found = []
    for address in addresses:
        response = desk.raw.get(address)
        response.get_data()
        if response.status_code >= 500:
            found.append(f"{response.status_code} {address}")
        response.close()
    return found


def test_numbers_that_no_row_has(everybody: DeskClient) -> None:
    numbers = ("2147483647", "9" * 30)
    assert not faults(everybody, [p for n in numbers for p in paths(everybody, n)])
    rules = [rule.rule for rule in everybody.app.url_map.iter_rules()]
    assert not [rule for rule in rules if "<int:" in rule]


def test_strange_questions_to_every_page(everybody: DeskClient) -> None:
    # A page that is none ends the matter before the rest is looked at; the lists have their own test.
    # Every name meets two of the strange values, every page all of them.
    names = [name for name in NAMES if name != "page"]
    asked = [
        "&".join(
            f"{name}={written(STRANGE[(number + turn) % len(STRANGE)])}"
            for number, name in enumerate(names)
        )
        for turn in range(2)
    ]
    assert not faults(everybody, [f"{p}?{a}" for p in paths(everybody, "1") for a in asked])


def test_strange_questions_to_the_lists(everybody: DeskClient) -> None:
    known = {rule.rule for rule in everybody.app.url_map.iter_rules()}
    asked = []
    for path, names in LISTS.items():
        assert f"/desk/{path}" in known
        asked += [f"/desk/{path}?{n}={written(v)}" for n in names.split() for v in STRANGE]
    assert not faults(everybody, asked)
