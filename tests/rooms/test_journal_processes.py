"""Several processes write to the journal at once, or are killed while they do."""

import subprocess
import sys
import time

from portal import database, journal
from portal.journal import head
from portal.models import Entry
from portal.settings import Settings

WRITER = """
import sys
from pathlib import Path
from portal import database, journal
from portal.roles import Actor

data, url, name, count = sys.argv[1:]
database.attach(url)
journal.attach(Path(data))
for number in range(int(count)):
    with database.writing():
        journal.record(Actor(1, name), "article-saved", "article", number, f"{name} {number}")
        journal.record(Actor(1, name), "article-submitted", "article", number, name)
    print(number, flush=True)
"""


def start(settings: Settings, name: str, count: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", WRITER, str(settings.data), settings.database_url, name]
    return subprocess.Popen([*command, str(count)], stdout=subprocess.PIPE)


def test_three_processes_make_one_chain(either: Settings) -> None:
    writers = [
        start(either, f"第{number}个", 25) for number in range(3)
    ]  # each costs a second to start
    for writer in writers:
        said, _ = writer.communicate(timeout=120)
        assert writer.returncode == 0 and said.split()[-1] == b"24"

    verdict = journal.verify()
    assert verdict.ok and verdict.good == 150
    assert head.read().number == 150
    names = [entry.name for entry in Entry.select().order_by(Entry.number)]
    assert all(one == two for one, two in zip(names[::2], names[1::2], strict=True))


def test_killed_writers_leave_a_whole_chain(either: Settings) -> None:
    told = 0
    for number in range(2):
        writer = start(either, f"第{number}次", 100_000)
        assert writer.stdout
        writer.stdout.readline()
        time.sleep(0.1 * (number + 1))
        writer.kill()
        said, _ = writer.communicate(timeout=60)
        told += 1 + len(said.splitlines())
        database.close()

        verdict = journal.verify()
        assert verdict.ok, verdict.sentence
        assert verdict.good >= 2 * told, "what was acknowledged is there"
        assert verdict.good - 2 <= head.read().number <= verdict.good
