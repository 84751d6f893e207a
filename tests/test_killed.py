"""The server is killed, again and again, while people work: what they were told stays true."""

import random
import time
from collections.abc import Callable, Iterator

import pytest

from portal.models import Generation
from portal.roles import COMMAND
from portal.services.accounts import people
from portal.settings import Settings
from tests import make
from tests.killed.promises import check_all
from tests.killed.server import Server
from tests.killed.visitor import Visitor
from tests.killed.work import Team

PASSWORD = "eine lange Brücke über den Fluss"
TEAMS = 3
KILLS = 4
BREATH = (0.3, 1.0)
"""Seconds of work between two kills."""


@pytest.fixture
def server(store: Settings) -> Iterator[Server]:
    """A server on an empty portal whose desk has three people."""
    for role in ("editor", "reviewer", "publisher"):
        people.add_person(role, role, [role], by=COMMAND, password=PASSWORD)
    made = Server(store.data)
    made.start()
    yield made
    made.kill()


def at_work(server: Server) -> list[Team]:
    """Teams of the same three people, each in a section of its own."""
    sections = [make.section(f"section{number}") for number in range(TEAMS)]
    editor, reviewer, publisher = (Visitor(server.port) for _ in range(3))
    for name, who in (("editor", editor), ("reviewer", reviewer), ("publisher", publisher)):
        who.sign_in(name, PASSWORD)
    staff = editor, reviewer, publisher
    return [Team(each.id, staff) for each in sections]


def trouble(server: Server, strike: Callable[[], None], times: int) -> None:
    """Let everybody work, strike again and again, and hold everything to its promise."""
    teams = at_work(server)
    before = Generation.get().number
    for team in teams:
        team.start()
    try:
        for _ in range(times):
            time.sleep(random.uniform(*BREATH))  # noqa: S311 - any moment will do
            strike()
        time.sleep(BREATH[0])
    finally:
        for team in teams:
            team.rest()
    assert not [team.fault for team in teams if team.fault]
    assert all(len(team.ledger.articles) > 1 for team in teams)
    check_all(server.data, server.port, [team.ledger for team in teams], before)


def test_the_whole_server_is_killed(server: Server) -> None:
    def strike() -> None:
        server.kill()
        server.start()

    trouble(server, strike, KILLS)


def test_one_worker_is_killed(server: Server) -> None:
    trouble(server, server.kill_worker, 2)
