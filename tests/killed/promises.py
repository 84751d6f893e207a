"""What has to hold after everything: in the database, in the journal, on disk, and for readers."""

import re
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from peewee import fn

from portal import journal
from portal.database import proxy, rows
from portal.models import Article, Draft, Entry, Generation, Media, Revision, Section
from portal.times import now
from tests import asking
from tests.killed.log import Ledger, Log, State
from tests.killed.visitor import Visitor

ENTRIES = {
    "article-begun": "begin",
    "article-saved": "save",
    "article-submitted": "submit",
    "article-approved": "approve",
    "article-published": "publish",
    "article-scheduled": "schedule",
    "article-withdrawn": "withdraw",
}
STATUS = {"live": 200, "withdrawn": 410, "draft": 404}
"""What readers get for an article in each state."""


def check_all(data: Path, port: int, ledgers: Sequence[Ledger], generation: int) -> None:
    """Every promise; `generation` is what it was before the work began."""
    logs = [log for each in ledgers for log in each.articles]
    check_sound()
    for log in logs:
        assert (state_of(log.number), recorded(log.number)) in log.possible(), log
    check_unheard(logs, sum(each.lost_beginnings for each in ledgers))
    check_generation(generation)
    check_media(data / "media", [number for each in ledgers for number in each.pictures])
    check_search(logs)
    check_readers(Visitor(port))


def check_sound() -> None:
    """The database file is whole, and the journal's chain and head with it."""
    assert proxy.execute_sql("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert proxy.execute_sql("PRAGMA foreign_key_check").fetchall() == []
    verdict = journal.verify()
    assert verdict.ok, verdict.sentence


def state_of(number: int) -> State:
    """What the database holds of an article."""
    article = Article.get_by_id(number)
    newest = (
        Revision.select().where(Revision.article == number).order_by(Revision.number.desc()).first()
    )
    live = Revision.get_by_id(article.live) if article.state == "live" else None
    kept = list(Draft.select().where(Draft.article == number))
    assert len(kept) <= 1
    for each in (newest, live):
        assert each is None or each.body == f"<p>{each.title}的正文。</p>"
    return State(
        article.state,
        newest.state if newest else "",
        newest.title if newest else "",
        live.title if live else "",
        dict(kept[0].content)["title"] if kept else "",
    )


def recorded(number: int) -> list[str]:
    """What the journal says was done to an article, in order."""
    mine = Entry.select(Entry.action).where(Entry.thing == "article", Entry.thing_id == number)
    return [ENTRIES[action] for (action,) in rows(mine.order_by(Entry.number))]


def check_unheard(logs: Sequence[Log], lost: int) -> None:
    """Articles that nobody knows of were begun, at most, when an answer was lost."""
    known = [log.number for log in logs]
    strangers = Article.select().where(Article.id.not_in(known))
    assert strangers.count() <= lost
    assert not Revision.select().where(Revision.article << strangers).exists()


def check_generation(before: int) -> None:
    """One step for every public change, and the next thing due is the first that is scheduled."""
    public = ("article-published", "article-withdrawn")
    changes = Entry.select().where(Entry.action << public).count()
    due = Revision.select(fn.MIN(Revision.publish_at)).where(Revision.state == "scheduled").scalar()
    found = Generation.get()
    assert found.number == before + changes
    assert found.next_due == due


def check_media(root: Path, numbers: Sequence[int]) -> None:
    """Every picture that was acknowledged is there, and no row is without its files."""
    there = {media.id: media for media in Media.select()}
    assert set(numbers) <= set(there)
    for media in there.values():
        folder = root / media.folder
        assert (folder / media.name).stat().st_size == media.size
        assert all((folder / rendition[3]).exists() for rendition in media.renditions)


def check_search(logs: Sequence[Log]) -> None:
    """Each live article is found by its words; no other wording finds anything."""
    for log in logs:
        live = state_of(log.number).live
        for words in log.wordings:
            assert asking.found(words, now()) == ([log.number] if words == live else []), words


def check_readers(reader: Visitor) -> None:
    """Lists and pages show the live revisions and nothing else."""
    for section in Section.select():
        mine = Article.select().where(Article.section == section)
        states = {article.id: state_of(article.id) for article in mine}
        live = {number: state.live for number, state in states.items() if state.live}
        assert _listed(reader, section.slug) == live
        for number, state in states.items():
            page = reader.get(f"/{section.slug}/{number}", STATUS[state.article])
            assert not state.live or f">{state.live}</h1>" in page.text


def _listed(reader: Visitor, slug: str) -> dict[int, str]:
    """Number and title of every article in all pages of a section's list."""
    found: list[tuple[str, str]] = []
    for number in count(1):
        main = reader.get(f"/{slug}/?page={number}").text.partition("<main")[2]
        main = main.partition("</main>")[0]
        found += re.findall(rf'href="/{slug}/(\d+)"[^>]*>([^<]+)<', main)
        if f"?page={number + 1}" not in main:
            break
    return {int(each): title for each, title in found}
