"""The office of the story: a served portal, the command line beside it, and its people."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.conftest import Watch
from tests.browser.story.staff import Auditor, Editor, Publisher, Reviewer
from tests.servers import ROOT

PASSWORD = "青山绿水 always-42 {}"
STAFF = {"editor": Editor, "reviewer": Reviewer, "publisher": Publisher, "auditor": Auditor}


@dataclass(frozen=True)
class Office:
    """A portal that is being served, and where its data are."""

    address: str
    data: Path

    def command(self, *words: str, typed: str = "") -> str:
        """What `portal …` prints, when it succeeds."""
        done = subprocess.run(
            [str(Path(sys.executable).parent / "portal"), *words],
            input=typed,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PORTAL_DATA": str(self.data)},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def hire(self) -> None:
        """Add the four people of the story, as whoever runs the server would."""
        for role in STAFF:
            words = ("user", "create", role, "--role", role, "--display", f"{role}同志")
            self.command(*words, "--password-stdin", typed=PASSWORD.format(role))


class Crew:
    """Everybody in the story, each with a browser profile of their own."""

    def __init__(self, browser: Browser, office: Office, watch: Watch, scripts: bool) -> None:
        self.browser, self.office, self.watch, self.scripts = browser, office, watch, scripts

    def editor(self) -> Editor:
        return self._colleague(Editor, "editor")
