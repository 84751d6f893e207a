"""Addresses that no link leads to: whatever stands in them, the answer is a page, never a fault."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from portal import database
from portal.settings import Settings
from tests import make
from tests.app import app_of
from tests.client import DeskClient
from tests.desk.test_doors import SAMPLES
from tests.services import staff

STRANGE = ["\0", "²", "9" * 30, "2147483648", "-1", "\ud800", "﹪", "2026-13-45", "'\"<"]
NAMES = """action after at bare before draft first group id kind last mine new next old
 page person q revision section selected several state thing thing_id unused width words""".split()
LISTS = ("articles/", "media/", "media/pick", "media/describe", "journal/", "journal.csv")


@pytest.fixture
def everybody(either: Settings) -> Iterator[DeskClient]:
    """The browser of one who holds every role, in a portal with one of each thing."""
    at = staff.office()
    staff.begun(at)
    make.picture(either.media)
    desk = DeskClient(app_of(either))
    desk.sign_in(make.person("editor", "reviewer", "publisher", "admin", "auditor"))
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
    numbers = ("0", "999", "2147483648", "9" * 30)
    assert not faults(everybody, [p for n in numbers for p in paths(everybody, n)])
    rules = [rule.rule for rule in everybody.app.url_map.iter_rules()]
    assert not [rule for rule in rules if "<int:" in rule]


def test_strange_questions_to_every_page(everybody: DeskClient) -> None:
    asked = [
        "&".join(f"{name}={written(value)}" for name in NAMES if name not in without)
        for value in STRANGE[:4]
        for without in ((), ("page",))
    ]
    assert not faults(everybody, [f"{p}?{a}" for p in paths(everybody, "1") for a in asked])


@pytest.mark.parametrize("path", LISTS)
def test_strange_questions_to_the_lists(everybody: DeskClient, path: str) -> None:
    known = {rule.rule for rule in everybody.app.url_map.iter_rules()}
    assert f"/desk/{path}" in known
    asked = [f"/desk/{path}?{name}={written(value)}" for name in NAMES for value in STRANGE]
    assert not faults(everybody, asked)
