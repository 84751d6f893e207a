"""The office of the story: a portal that is served, its command line, and the people in it."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from portal.times import now
from tests.browser.conftest import Watch
from tests.browser.story.reader import Reader
from tests.browser.story.staff import Auditor, Editor, Publisher, Reviewer
from tests.servers import ROOT

ROLES = {"editor": "编辑", "reviewer": "审核", "publisher": "签发", "auditor": "审计"}


@dataclass(frozen=True)
class Office:
    """A portal that is served, and where its data are."""

    address: str
    data: Path

    def command(self, *words: str, typed: str = "") -> str:
        """What `portal …` prints; it has to succeed."""
        done = subprocess.run(
            [str(Path(sys.executable).parent / "portal"), *words],
            input=typed,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PORTAL_DATA": str(self.data)},
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def move_time_on(self) -> None:
        """Let what waits for the next minute be due in two seconds: a test has no minute to spare.

        The one thing in the story that is not done by its people.
        """
        at = f"{now() + timedelta(seconds=2)}"
        with closing(sqlite3.connect(self.data / "portal.sqlite", isolation_level=None)) as file:
            file.execute("UPDATE revision SET publish_at = ? WHERE state = 'scheduled'", [at])
            file.execute("UPDATE generation SET next_due = ?", [at])

    def hire(self) -> None:
        """Add the people of the desk, as whoever runs the server does."""
        for role, name in ROLES.items():
            facts = ("--role", role, "--display", f"{name}同志", "--password-stdin")
            self.command("user", "create", role, *facts, typed=password_of(role))


def password_of(role: str) -> str:
    """What the person of this role types."""
    return f"青山 and 绿水 of {role}"


@dataclass(frozen=True)
class Crew:
    """Everybody in the story, each at a browser of their own."""

    editor: Editor
    reviewer: Reviewer
    publisher: Publisher
    auditor: Auditor
    reader: Reader


@contextmanager
def crew(browser: Browser, office: Office, watch: Watch, scripts: bool) -> Iterator[Crew]:
    """Everybody at their places, the staff signed in."""
    contexts: list[BrowserContext] = []

    def seat() -> Page:
        contexts.append(browser.new_context(base_url=office.address, java_script_enabled=scripts))
        contexts[-1].on("page", watch.follow)
        return contexts[-1].new_page()

    staff = Editor(seat(), scripts), Reviewer(seat()), Publisher(seat()), Auditor(seat())
    for role, colleague in zip(ROLES, staff, strict=True):
        colleague.sign_in(role, password_of(role))
    yield Crew(*staff, Reader(seat()))
    for context in contexts:
        context.close()
