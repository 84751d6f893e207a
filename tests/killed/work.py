"""People at work who do not stop when the server dies: they note what they were told and go on."""

import random
import threading
import time
from collections.abc import Callable
from datetime import timedelta

from portal.times import local, now
from tests.killed.log import Act, Ledger, Log
from tests.killed.visitor import PATIENCE, Answer, Lost, Visitor

PAUSE = 0.05
"""Seconds until the next try, while there is no server."""


class Team(threading.Thread):
    """An editor, a reviewer and a publisher, who take one article after another all the way."""

    def __init__(self, section: int, staff: tuple[Visitor, Visitor, Visitor]) -> None:
        super().__init__(daemon=True)
        self.section, self.dice = section, random.Random(section)  # noqa: S311 - no secret
        self.editor, self.reviewer, self.publisher = staff
        self.ledger, self.fault = Ledger(), ""
        self.round = self.wording = 0
        self.is_over = threading.Event()

    def run(self) -> None:
        """Work until it is over."""
        try:
            while not self.is_over.is_set():
                self._work()
        except Exception as error:
            self.fault = f"{type(error).__name__}: {error}"

    def rest(self) -> None:
        """Finish the article in hand."""
        self.is_over.set()
        self.join(PATIENCE)

    def _work(self) -> None:
        try:
            self._upload()
            self._take_all_the_way(self._begin())
        except Lost:
            time.sleep(PAUSE)

    def _upload(self) -> None:
        self.round += 1
        answer = self.editor.upload(self.section * 1000 + self.round)
        self.ledger.pictures.append(int(answer.hidden("id")))

    def _begin(self) -> Log:
        """A blank article; without an answer nobody knows its number."""
        try:
            answer = self.editor.post("/desk/articles/new", 303, section=str(self.section))
        except Lost:
            self.ledger.lost_beginnings += 1
            raise
        self.ledger.articles.append(Log(int(answer.location.split("/")[-2]), [("begin", "")]))
        return self.ledger.articles[-1]

    def _take_all_the_way(self, log: Log) -> None:
        self._write(log)
        self._decide(log, "approve", self.reviewer)
        if self.dice.random() < 0.2:
            at = local(now() + timedelta(days=1))
            self._decide(log, "schedule", self.publisher, publish_at=at)
            return
        self._decide(log, "publish", self.publisher)
        self._go_on(log, self.dice.random())

    def _go_on(self, log: Log, chance: float) -> None:
        if chance < 0.3:
            self._write(log)
            self._decide(log, "approve", self.reviewer)
            self._decide(log, "publish", self.publisher)
        elif chance < 0.5:
            self._decide(log, "withdraw", self.publisher, reason="内容有误，更正后重新发布。")
        elif chance < 0.8:
            self._keep(log, "", "")

    def _write(self, log: Log) -> None:
        """Two drafts that save themselves, then the revision that ends them, then off it goes."""
        kept = self._keep(log, "", "")
        kept = self._keep(log, kept.hidden("draft"), kept.hidden("version"))
        newest = self._newest(log)
        self._act(
            log,
            ("save", self._words(log)),
            lambda words: self.editor.post(
                f"/desk/articles/{log.number}/edit",
                303,
                act="save",
                based_on=newest,
                draft=kept.hidden("draft"),
                version=kept.hidden("version"),
                title=words,
                body_text=f"{words}的正文。",
            ),
        )
        self._decide(log, "submit", self.editor)

    def _keep(self, log: Log, draft: str, version: str) -> Answer:
        newest = self._newest(log)
        return self._act(
            log,
            ("keep", self._words(log)),
            lambda words: self.editor.post(
                f"/desk/articles/{log.number}/autosave",
                200,
                based_on=newest,
                draft=draft,
                version=version,
                title=words,
                body_text=f"{words}的草稿。",
            ),
        )

    def _decide(self, log: Log, move: str, who: Visitor, **more: str) -> None:
        revision = self._newest(log)
        path = f"/desk/articles/{log.number}/{move}"
        self._act(log, (move, ""), lambda _: who.post(path, 303, revision=revision, **more))

    def _act(self, log: Log, act: Act, send: Callable[[str], Answer]) -> Answer:
        """Nothing is sure about an act until it is answered."""
        log.unsure = act
        answer = send(act[1])
        log.done.append(act)
        log.unsure = None
        return answer

    def _words(self, log: Log) -> str:
        self.wording += 1
        return f"第{log.number:05}号第{self.wording:05}稿"

    def _newest(self, log: Log) -> str:
        """The revision that the page of the article names."""
        if not log.has_revision:
            return "0"
        return self.publisher.get(f"/desk/articles/{log.number}/").hidden("revision")
