"""What was scheduled: done at its time, once, and the clock always knows what comes next."""

import json
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from portal import database, journal
from portal.errors import PortalError
from portal.models import Article, Entry, Revision, Section, Step
from portal.queries import articles, site
from portal.services import generation, publication
from portal.services.workflow import due, moves, placing
from portal.settings import Settings
from portal.times import now
from tests import asking, make
from tests.lists import page, titles
from tests.queries.test_listing import steps
from tests.servers import migrated_postgresql
from tests.services import staff
from tests.services.crew import crew

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


def scheduled(at: staff.Office, when: datetime, content: staff.Content = staff.TEXT) -> int:
    """A new article that waits for its time."""
    article, revision = staff.approved(at, content)
    moves.schedule(article, revision, at.publisher, when)
    return article


def test_at_its_time_and_not_before(either: Settings) -> None:
    at = staff.office()
    when = now() + HOUR
    before = site.generation()
    article = scheduled(at, when)
    assert staff.next_due() == when
    due.carry_out(when - SECOND)
    assert staff.state(article) == ("draft", "scheduled") and site.generation() == before

    due.carry_out(when)

    found = Article.get_by_id(article)
    assert (found.state, found.published_at) == ("live", when)
    assert staff.next_due() is None and site.generation() > before
    assert asking.found("社区", when) == [article]
    entry = staff.last_entry()
    assert (entry.action, entry.person, entry.name) == ("article-published", None, "定时")
    assert json.loads(entry.before) == {"state": "scheduled"}
    assert json.loads(entry.after)["state"] == "live"
    step = Step.select().order_by(Step.id.desc()).get()
    assert (step.move, step.person) == ("publish", None)


def test_what_comes_late_keeps_its_time(store: Settings) -> None:
    """The server was off when the time came."""
    at = staff.office()
    when = now() + HOUR
    article = scheduled(at, when, staff.text(expires_at=when + HOUR))
    due.carry_out(when + 5 * HOUR)
    assert Article.get_by_id(article).published_at == when
    assert page(at.section.id) == []
    story = articles.story(article, when + 5 * HOUR)
    assert story and story.title == staff.TEXT.title, "its address goes on"


def test_two_of_one_time_and_a_correction_besides(either: Settings) -> None:
    at = staff.office()
    when = now() + HOUR
    shown, _ = staff.live(at, staff.text("早已发布"))
    first = Article.get_by_id(shown).published_at
    revision = staff.corrected(at, shown, staff.text("更正过的"))
    moves.schedule(shown, revision, at.publisher, when)
    new = [scheduled(at, when, staff.text(f"新的第{n}篇")) for n in "甲乙"]
    later = scheduled(at, when + SECOND, staff.text("后一秒"))
    assert staff.next_due() == when
    assert articles.story(shown, when).title == "早已发布"  # type: ignore[union-attr]

    due.carry_out(when)

    assert [staff.state(each) for each in (shown, *new)] == [("live", "live")] * 3
    assert staff.state(later) == ("draft", "scheduled")
    assert Article.get_by_id(shown).published_at == first, "a correction is not news"
    assert articles.story(shown, when).title == "更正过的"  # type: ignore[union-attr]
    assert staff.next_due() == when + SECOND


def test_expiry_is_one_step(either: Settings) -> None:
    at = staff.office(slug="notices", kind="notices")
    ends = now() + HOUR
    article, _ = staff.live(at, staff.text(expires_at=ends))
    before = site.generation()
    assert staff.next_due() == ends
    for moment in (ends - SECOND, ends, ends, ends + SECOND):
        due.carry_out(moment)
    assert site.generation() == before + 1 and staff.next_due() is None
    assert page(at.section.id) == []
    assert staff.state(article) == ("live", "live")


def test_what_is_published_for_a_later_day_is_due_then(store: Settings) -> None:
    """Imports and demo content name their own time."""
    place = make.section()
    later = now() + HOUR
    publication.publish(place, staff.TEXT, later)
    assert staff.next_due() == later and page(place.id) == []
    before = site.generation()
    due.carry_out(later)
    assert site.generation() == before + 1 and staff.next_due() is None


def test_what_was_stopped_does_not_happen(store: Settings) -> None:
    at = staff.office()
    when = now() + HOUR
    article = scheduled(at, when)
    moves.unschedule(article, staff.newest_of(article).id, at.publisher)
    assert staff.next_due() is None
    before = staff.contents()
    due.carry_out(when)
    assert staff.contents() == before


def test_published_at_once_it_does_not_happen_again(store: Settings) -> None:
    at = staff.office()
    when = now() + HOUR
    article = scheduled(at, when)
    moves.publish(article, staff.newest_of(article).id, at.publisher)
    before = staff.contents()
    due.carry_out(when)
    assert staff.contents() == before
    assert Article.get_by_id(article).published_at < when


def test_a_withdrawal_stops_what_was_scheduled(either: Settings) -> None:
    """What was taken from the readers comes back by a person's decision only."""
    at = staff.office()
    article, _ = staff.live(at)
    revision = staff.corrected(at, article, staff.text("更正"))
    when = now() + HOUR
    moves.schedule(article, revision, at.publisher, when)

    placing.withdraw(article, at.publisher, "数字有误")

    assert staff.state(article) == ("withdrawn", "approved") and staff.next_due() is None
    actions = [entry.action for entry in Entry.select().order_by(Entry.number)]
    assert actions[-2:] == ["article-unscheduled", "article-withdrawn"]
    due.carry_out(when)
    assert staff.state(article) == ("withdrawn", "approved")
    moves.publish(article, revision, at.publisher)
    assert staff.state(article) == ("live", "live")


def test_a_withdrawn_article_may_be_scheduled_to_come_back(store: Settings) -> None:
    at = staff.office()
    article, _ = staff.live(at)
    placing.withdraw(article, at.publisher, "数字有误")
    revision = staff.corrected(at, article, staff.text("更正"))
    when = now() + HOUR
    moves.schedule(article, revision, at.publisher, when)
    due.carry_out(when)
    assert staff.state(article) == ("live", "live")


def test_moved_while_it_waits(store: Settings) -> None:
    at = staff.office()
    other = make.section("other")
    article, _ = staff.live(at)
    revision = staff.corrected(at, article, staff.text("更正"))
    when = now() + HOUR
    moves.schedule(article, revision, at.publisher, when)
    placing.move_to(article, other.id, at.publisher)
    assert staff.next_due() == when
    due.carry_out(when)
    assert titles(other.id) == ["更正"]


def test_clocks_that_differ_a_little(store: Settings) -> None:
    """One process is two seconds ahead: each thing is done once, and nothing is forgotten."""
    at = staff.office()
    when = now() + HOUR
    article = scheduled(at, when, staff.text(expires_at=when + HOUR))
    for behind in range(6):
        due.carry_out(when - 3 * SECOND + behind * SECOND)
        due.carry_out(when - 5 * SECOND + behind * SECOND)
    assert staff.state(article) == ("live", "live")
    assert Step.select().where(Step.move == "publish").count() == 1
    assert staff.next_due() == when + HOUR

    due.carry_out(when + HOUR + 2 * SECOND)
    generation.advance(when + HOUR - SECOND)
    assert staff.next_due() == when + HOUR, "the slower one comes to it in its turn"
    due.carry_out(when + HOUR)
    assert staff.next_due() is None


def test_nobody_waits_for_each_other(either: Settings) -> None:
    """A colleague holds the article at the very moment when its time has come."""
    at = staff.office()
    when = now() + HOUR
    article = scheduled(at, when)
    holding, faults = Event(), []

    def guarded(act: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            try:
                act()
            except Exception as error:  # noqa: BLE001 - any fault is one too many
                faults.append(error)
            finally:
                database.close()

        return run

    def colleague() -> None:
        with database.writing():
            moves.held(article)
            holding.set()
            clock.join(0.4)
            placing.take_over(article, staff.Actor(None, "命令行"))
            generation.advance()

    def the_clock() -> None:
        holding.wait(5)
        due.carry_out(when)

    clock = Thread(target=guarded(the_clock))
    person = Thread(target=guarded(colleague))
    clock.start()
    person.start()
    person.join(10)
    clock.join(10)
    assert not faults
    assert staff.state(article) == ("live", "live") and staff.next_due() is None


def test_four_processes_do_it_once(either: Settings) -> None:
    at = staff.office()
    start = now() + HOUR
    waiting = [scheduled(at, start + (n // 2) * HOUR, staff.text(f"第{n}篇")) for n in range(4)]
    shown, _ = staff.live(at, staff.text("已发布"))
    revision = staff.corrected(at, shown, staff.text("已更正"))
    moves.schedule(shown, revision, at.publisher, start)
    database.close()
    with crew(either) as many:
        for hour in range(2):
            moment = (start + hour * HOUR).isoformat()
            assert many.all(["due", moment]) == ["None"] * 4
        # People stop it at the very moment when the clock starts it: one of them is right.
        for title in "甲乙丙":
            article, revision = staff.approved(at, staff.text(title))
            moves.schedule(article, revision, at.publisher, start + 5 * HOUR)
            database.close()
            said = many.all(
                ["due", (start + 5 * HOUR).isoformat()],
                ["move", "unschedule", article, revision, at.publisher.id],
            )
            assert set(said) <= {"None", "Overtaken"}
            assert staff.state(article) in {("live", "live"), ("draft", "approved")}
            if staff.state(article)[0] == "live":
                assert said[1] == said[3] == "Overtaken"
    assert [staff.state(each) for each in (*waiting, shown)] == [("live", "live")] * 5
    for article in (*waiting, shown):
        newest = staff.newest_of(article)
        assert Step.select().where(Step.revision == newest, Step.move == "publish").count() == 1
    assert journal.verify().ok and staff.next_due() is None


# Whatever happens in whatever order


@dataclass(frozen=True)
class Known:
    """What the model knows of one article."""

    title: str
    number: int
    revision: int
    state: str = "approved"
    shown: str = ""
    when: datetime | None = None
    ends: datetime | None = None
    shown_ends: datetime | None = None


class Model:
    """A few articles, the moves on them, and what must be true of clock and lists after each."""

    def __init__(self, at: staff.Office, seed: int, set_clock: Callable[[datetime], None]) -> None:
        self.at, self.chance, self.set_clock = at, random.Random(seed), set_clock  # noqa: S311
        self.now = now()
        self.known: dict[int, Known] = {}

    def soon(self) -> datetime:
        return self.now + SECOND * self.chance.randint(1, 9)

    def new(self) -> None:
        title = f"第{len(self.known) + 1}篇"
        ends = self.soon() if self.chance.random() < 0.5 else None
        article, revision = staff.approved(self.at, staff.text(title, expires_at=ends))
        self.known[article] = Known(title, article, revision, ends=ends)

    def correct(self, of: Known) -> None:
        ends = self.soon() if self.chance.random() < 0.5 else None
        title = of.title + "改"
        content = staff.text(title, expires_at=ends)
        revision = staff.corrected(self.at, of.number, content)
        self.put(of, title=title, revision=revision, state="approved", ends=ends)

    def put(self, of: Known, **values: object) -> None:
        self.known[of.number] = replace(of, **values)  # type: ignore[arg-type]

    def published(self, of: Known) -> None:
        self.put(of, state="live", shown=of.title, shown_ends=of.ends, when=None)

    def act(self) -> None:
        of = self.chance.choice([*self.known.values(), None, None])
        if of is None or len(self.known) < 2:
            return self.new() if len(self.known) < 6 else None
        name = self.chance.choice(["publish", "schedule", "unschedule", "withdraw", "correct"])
        with suppress(PortalError):
            self.attempt(name, of)
        return None

    def attempt(self, name: str, of: Known) -> None:
        by = self.at.publisher
        if name == "publish":
            moves.publish(of.number, of.revision, by)
            self.published(of)
        elif name == "schedule":
            when = self.soon()
            moves.schedule(of.number, of.revision, by, when)
            self.put(of, state="scheduled", when=when)
        elif name == "unschedule":
            moves.unschedule(of.number, of.revision, by)
            self.put(of, state="approved", when=None)
        elif name == "withdraw":
            placing.withdraw(of.number, by, "有误")
            state = "approved" if of.state == "scheduled" else of.state
            self.put(of, shown="", state="past" if state == "live" else state, when=None)
        else:
            self.correct(of)

    def tick(self) -> None:
        self.now += SECOND * self.chance.randint(0, 4)
        self.set_clock(self.now)
        due.carry_out(self.now)
        for of in list(self.known.values()):
            if of.when and of.when <= self.now:
                self.published(of)

    def check(self) -> None:
        ahead = [of.when for of in self.known.values() if of.when]
        shown = [of for of in self.known.values() if of.shown]
        ahead += [of.shown_ends for of in shown if of.shown_ends and of.shown_ends > self.now]
        assert staff.next_due() == min(ahead, default=None)
        listed = set(titles(self.at.section.id))
        assert listed == {
            of.shown for of in shown if of.shown_ends is None or of.shown_ends > self.now
        }


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Lets the services believe that it is a certain moment."""

    def believe(at: datetime) -> None:
        for module in (moves, placing, generation):
            monkeypatch.setattr(module, "now", lambda: at)

    return believe


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_order_of_moves(
    store: Settings, set_clock: Callable[[datetime], None], seed: int
) -> None:
    model = Model(staff.office(), seed, set_clock)
    for _ in range(60):
        model.tick()
        model.act()
        model.check()
    assert len(model.known) == 6
    assert {entry.action for entry in Entry.select()} >= {"article-withdrawn", "article-published"}


# Cost


def fill(place: Section, count: int) -> None:
    """Many live articles, most of them expired or without an end."""
    first = Article.select().count() + 1
    start = now() - timedelta(days=900)
    numbers = range(first, first + count)
    Article.insert_many(
        {
            "section": place,
            "state": "live",
            "live": n,
            "published_at": start + n * HOUR,
            "listed": n % 3 == 0,
            "expires_at": start + n * HOUR if n % 3 else None,
        }
        for n in numbers
    ).execute()
    Revision.insert_many(
        {"article": n, "title": "某篇", "state": "live"} for n in numbers
    ).execute()


def test_to_find_what_is_due_next_costs_the_same_in_a_full_portal(store: Settings) -> None:
    place = make.section()
    fill(place, 100)
    before = steps(generation.plan)
    fill(place, 2000)
    assert steps(generation.plan) <= before * 1.2


def test_postgresql_finds_it_by_index(shared: Path) -> None:
    with migrated_postgresql(shared) as url:
        database.attach(url)
        place = make.section()
        for _ in range(3):
            fill(place, 1000)
        for analysed in (False, True):
            for select in generation.DUE:
                sql = select.format(at="LOCALTIMESTAMP")
                plan = database.proxy.execute_sql(f"EXPLAIN {sql}").fetchall()
                words = "\n".join(line for (line,) in plan)
                assert "Index" in words and "Seq Scan" not in words, (analysed, words)
                assert "Sort" not in words, (analysed, words)
            database.proxy.execute_sql("ANALYZE")
        database.close()
