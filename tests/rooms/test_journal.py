"""The journal's chain: what it proves, and what it notices."""

from collections.abc import Callable

import pytest
from peewee import DatabaseError

from portal import database, journal
from portal.database import proxy
from portal.journal import head
from portal.models import Entry
from portal.roles import COMMAND, Actor
from portal.settings import Settings

SOMEBODY = Actor(7, "王编辑", frozenset({"editor"}), "10.0.0.8")


def write(count: int = 6) -> None:
    for number in range(1, count + 1):
        journal.record(SOMEBODY, "article-published", "article", number, f"文章{number}")


def unguarded(statement: str, *values: object) -> None:
    """What somebody does who owns the database: without the triggers."""
    sqlite = database.is_sqlite()
    for name in ("entry_kept", "entry_stays"):
        proxy.execute_sql(f"DROP TRIGGER {name}" + ("" if sqlite else " ON entry"))
    proxy.execute_sql(statement.replace("?", "?" if sqlite else "%s"), values)


def test_an_empty_journal_is_whole(either: Settings) -> None:
    verdict = journal.verify()

    assert verdict.ok and verdict.good == 0


def test_entries_are_kept_as_they_were_told(either: Settings) -> None:
    journal.record(
        SOMEBODY,
        "section-changed",
        "section",
        3,
        "要闻",
        before={"b": 1, "a": None},
        after={"b": 2},
    )
    journal.record(COMMAND, "demo-loaded", "site", None, "演示")

    one, two = Entry.select().order_by(Entry.number)
    assert (one.number, one.person, one.name, one.address) == (1, 7, "王编辑", "10.0.0.8")
    assert (one.before, one.after) == ('{"a": null, "b": 1}', '{"b": 2}')
    assert (two.number, two.person, two.previous) == (2, None, one.hash)
    assert journal.verify().good == 2


def test_an_unknown_action_is_a_mistake_of_ours(store: Settings) -> None:
    with pytest.raises(KeyError):
        journal.record(COMMAND, "nonsense", "site", None, "")


@pytest.mark.parametrize(
    "statement", ["UPDATE entry SET name = 'x'", "DELETE FROM entry", "TRUNCATE entry"]
)
def test_the_database_refuses_to_change_entries(either: Settings, statement: str) -> None:
    write(2)

    with pytest.raises(DatabaseError), database.writing():
        proxy.execute_sql(statement)
    assert journal.verify().good == 2


@pytest.mark.parametrize(
    "column",
    ["at", "person", "name", "address", "action", "thing", "thing_id", "thing_name"],
)
def test_a_changed_column_is_found(either: Settings, column: str) -> None:
    write()
    value = {"at": "2020-01-01 00:00:00", "person": 8, "thing_id": 99}.get(column, "别的")
    unguarded(f"UPDATE entry SET {column} = ? WHERE number = 4", value)  # noqa: S608

    verdict = journal.verify()
    assert (verdict.fault, verdict.number, verdict.good) == ("changed", 4, 3)
    assert "第 4 条" in verdict.sentence


TAMPERING: dict[str, tuple[str, str, int]] = {
    "facts": ("""UPDATE entry SET after = '{"x": 1}' WHERE number = 3""", "changed", 3),
    "hash": ("UPDATE entry SET hash = previous WHERE number = 2", "changed", 2),
    "link": ("UPDATE entry SET previous = hash WHERE number = 2", "changed", 2),
    "nobody": ("UPDATE entry SET person = NULL WHERE number = 1", "changed", 1),
    "first removed": ("DELETE FROM entry WHERE number = 1", "missing", 1),
    "middle removed": ("DELETE FROM entry WHERE number = 3", "missing", 3),
    "several removed": ("DELETE FROM entry WHERE number IN (3, 4)", "missing", 3),
    "newest removed": ("DELETE FROM entry WHERE number = 6", "cut", 6),
    "end cut off": ("DELETE FROM entry WHERE number > 3", "cut", 4),
    "all removed": ("DELETE FROM entry", "cut", 1),
    "renumbered": ("UPDATE entry SET number = 7 WHERE number = 6", "missing", 6),
    "put first": ("UPDATE entry SET number = 0 WHERE number = 6", "strange", 0),
    "gap closed": (
        "DELETE FROM entry WHERE number = 6; UPDATE entry SET number = 6 WHERE number = 5",
        "missing",
        5,
    ),
}


@pytest.mark.parametrize("name", TAMPERING)
def test_tampering_is_found(either: Settings, name: str) -> None:
    statements, fault, number = TAMPERING[name]
    write()
    first, *others = statements.split("; ")
    unguarded(first)
    for each in others:
        proxy.execute_sql(each)

    verdict = journal.verify()
    assert not verdict.ok
    assert (verdict.fault, verdict.number) == (fault, number)
    assert str(number) in verdict.sentence


def test_exchanged_entries_are_found(either: Settings) -> None:
    write()
    unguarded("UPDATE entry SET number = 99 WHERE number = 2")
    proxy.execute_sql("UPDATE entry SET number = 2 WHERE number = 3")
    proxy.execute_sql("UPDATE entry SET number = 3 WHERE number = 99")

    assert (journal.verify().fault, journal.verify().number) == ("changed", 2)


def test_a_cut_stays_visible_when_the_journal_goes_on(either: Settings) -> None:
    write()
    unguarded("DELETE FROM entry WHERE number > 3")
    write(2)
    assert (journal.verify().fault, journal.verify().number) == ("cut", 6)

    write(4)  # now longer than it was: another entry 6 stands where the head saw one
    assert (journal.verify().fault, journal.verify().number) == ("unlinked", 6)
    assert head.read().number == 6, "the head does not move on along another chain"


def test_another_history_is_found(
    either: Settings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Entries sealed with the right key, from an older state of the same portal."""
    write(2)
    kept = list(Entry.select().where(Entry.number == 2).dicts())[0]
    unguarded("DELETE FROM entry WHERE number = 2")
    write(1)
    proxy.execute_sql("DELETE FROM entry WHERE number = 2")
    journal.accept_head()
    journal.record(SOMEBODY, "sign-in", "person", 7, "王编辑")
    journal.record(SOMEBODY, "sign-out", "person", 7, "王编辑")
    proxy.execute_sql("DELETE FROM entry WHERE number = 2")
    Entry.insert({**kept, "id": 1000}).execute()

    assert (journal.verify().fault, journal.verify().number) == ("unlinked", 3)


def test_a_wrong_key_is_named_as_such(either: Settings) -> None:
    write()
    (either.data / "secrets" / "journal").write_bytes(b"another" * 5)
    journal.attach(either.data)
    assert (journal.verify().fault, journal.verify().number) == ("key", 1)

    (either.data / "secrets" / "journal").unlink()
    journal.attach(either.data)
    assert journal.verify().fault == "key"


def without(text: str) -> str:
    return ""


def longer(text: str) -> str:
    number, seal, proof = text.split()
    return f"{int(number) - 3} {seal} {proof}"


def nonsense(text: str) -> str:
    return "x" + text


@pytest.mark.parametrize("change", [without, longer, nonsense])
def test_a_forged_head_is_found(either: Settings, change: Callable[[str], str]) -> None:
    write()
    file = either.data / head.FILE
    file.write_text(change(file.read_text()))
    write(1)

    assert journal.verify().fault == "head"


def test_a_missing_head_is_found_and_not_replaced_quietly(either: Settings) -> None:
    write()
    (either.data / head.FILE).unlink()
    write(1)

    assert journal.verify().fault == "head"
    assert journal.accept_head() == 7
    assert journal.verify().ok


def test_a_restored_backup_is_accepted_knowingly(either: Settings) -> None:
    write()
    unguarded("DELETE FROM entry WHERE number > 2")
    assert journal.verify().fault == "cut"

    assert journal.accept_head() == 2
    write(1)
    assert journal.verify().good == 3 and head.read().number == 3


def test_the_head_follows_commits_only(either: Settings) -> None:
    with pytest.raises(InterruptedError), database.writing():
        write(2)
        raise InterruptedError
    assert head.read().number == 0

    with database.writing():
        write(1)
        with pytest.raises(InterruptedError), database.writing():
            write(3)  # taken back alone
            raise InterruptedError
        assert head.read().number == 0, "not before the commit"
    assert head.read().number == 1 and journal.verify().good == 1


def test_entries_newer_than_the_head_are_no_fault(either: Settings) -> None:
    """A process was killed between its commit and the head."""
    write(2)
    older = (either.data / head.FILE).read_bytes()
    write(2)
    (either.data / head.FILE).write_bytes(older)

    assert journal.verify().ok
    write(1)
    assert head.read().number == 5


def test_a_head_that_cannot_be_written_undoes_nothing(store: Settings) -> None:
    write(1)
    (store.data / "journal.part").mkdir()  # stands where the new head would be made

    write(1)

    assert journal.verify().good == 2 and head.read().number == 1


def test_progress_counts_every_entry(store: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal.proof, "BATCH", 4)
    write(10)
    steps: list[int] = []

    assert journal.verify(steps.append).good == 10
    assert steps == [4, 4, 2]
