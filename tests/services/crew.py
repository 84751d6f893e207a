"""Several processes that do the same thing to one portal at the same moment."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from portal.settings import Settings

ROOT = Path(__file__).parents[2]
SIZE = 4


class Crew:
    """Processes that wait for a word; a foreman, who is quick to make them, passes it on."""

    def __init__(self, settings: Settings) -> None:
        command = [sys.executable, "-m", "tests.services.crew"]
        self.foreman = subprocess.Popen(
            [*command, str(settings.data), settings.database_url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def all(self, *acts: list[Any]) -> list[str]:
        """Let each process do its act, all at once; what came of it, in the order of processes.

        With fewer acts than processes they are dealt out in turn.
        """
        assert self.foreman.stdin and self.foreman.stdout
        self.foreman.stdin.write(json.dumps(acts) + "\n")
        self.foreman.stdin.flush()
        said: list[str] = json.loads(self.foreman.stdout.readline())
        return said


@contextmanager
def crew(settings: Settings) -> Iterator[Crew]:
    """Four processes; they end with the block."""
    made = Crew(settings)
    try:
        yield made
    finally:
        made.foreman.communicate(timeout=30)


def _actor(person: int) -> Any:
    from portal.models import Person
    from portal.services.accounts.sessions import as_actor

    return as_actor(Person.get_by_id(person), "10.0.0.9")


def _due(at: str) -> None:
    from portal.services.workflow import due

    due.carry_out(datetime.fromisoformat(at))


def _save(article: int, title: str, based_on: int, person: int) -> int:
    from portal.services import editing
    from tests.services import staff

    return editing.save(article, staff.text(title), based_on, _actor(person))


def _keep(article: int, token: str, version: int, text: str, person: int) -> str:
    from portal.services import drafts

    return drafts.keep(article, token, version, None, [("title", text)], _actor(person)).token


def _move(name: str, article: int, revision: int, person: int) -> None:
    from portal.services.workflow import moves

    getattr(moves, name)(article, revision, _actor(person))


def _place(name: str, article: int, person: int, *more: Any) -> None:
    from portal.services.workflow import placing

    getattr(placing, name)(article, _actor(person), *more)


def _present(article: int, person: int) -> None:
    from portal.services import drafts

    drafts.arrive(article, _actor(person))


ACTS = {
    "due": _due,
    "save": _save,
    "keep": _keep,
    "move": _move,
    "place": _place,
    "arrive": _present,
}


def _oversee(data: str, url: str) -> None:
    """Make the processes while no connection is open yet, and pass every word on."""
    import portal  # noqa: F401 - once for all of them
    from tests.services import staff  # noqa: F401 - the same

    context = get_context("fork")
    ends = []
    for _ in range(SIZE):
        mine, theirs = context.Pipe()
        context.Process(target=_serve, args=(theirs, data, url), daemon=True).start()
        ends.append(mine)
    for line in sys.stdin:
        acts = json.loads(line)
        for number, end in enumerate(ends):
            end.send(acts[number % len(acts)])
        print(json.dumps([end.recv() for end in ends]), flush=True)


def _serve(end: Connection, data: str, url: str) -> None:
    from portal import database, journal

    database.attach(url)
    journal.attach(Path(data))
    while True:
        name, *rest = end.recv()
        try:
            end.send(str(ACTS[name](*rest)))
        except Exception as error:  # noqa: BLE001 - what it was is the answer
            end.send(type(error).__name__)


if __name__ == "__main__":
    _oversee(*sys.argv[1:])
