"""Several processes that do the same thing to one portal at the same moment."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from portal.settings import Settings

ROOT = Path(__file__).parents[2]


class Crew:
    """Processes that wait for a word, one line of JSON each."""

    def __init__(self, settings: Settings, size: int) -> None:
        command = [sys.executable, "-m", "tests.services.crew"]
        self.hands = [
            subprocess.Popen(
                [*command, str(settings.data), settings.database_url],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                cwd=ROOT,
            )
            for _ in range(size)
        ]

    def all(self, *acts: list[Any]) -> list[str]:
        """Let each process do its act, all at once; what came of it, in the order of processes.

        With fewer acts than processes they are dealt out in turn.
        """
        for number, hand in enumerate(self.hands):
            assert hand.stdin
            hand.stdin.write(json.dumps(acts[number % len(acts)]) + "\n")
        for hand in self.hands:
            assert hand.stdin
            hand.stdin.flush()
        return [hand.stdout.readline().strip() for hand in self.hands if hand.stdout]


@contextmanager
def crew(settings: Settings, size: int = 4) -> Iterator[Crew]:
    """Processes that are ready; they end with the block."""
    made = Crew(settings, size)
    try:
        made.all(["ready"])
        yield made
    finally:
        for hand in made.hands:
            hand.communicate(timeout=30)


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
    "ready": lambda: None,
    "due": _due,
    "save": _save,
    "keep": _keep,
    "move": _move,
    "place": _place,
    "arrive": _present,
}


def _serve(data: str, url: str) -> None:
    from portal import database, journal

    database.attach(url)
    journal.attach(Path(data))
    for line in sys.stdin:
        name, *rest = json.loads(line)
        try:
            said = str(ACTS[name](*rest))
        except Exception as error:  # noqa: BLE001 - what it was is the answer
            said = type(error).__name__
        print(said, flush=True)


if __name__ == "__main__":
    _serve(*sys.argv[1:])
