"""Auditing: the journal proved and carried out, both of which the journal notes."""

from collections.abc import Iterator
from typing import Any

from portal import journal
from portal.errors import Forbidden
from portal.journal import Verdict, sheet
from portal.queries import journal as entries
from portal.queries.journal import Filter
from portal.roles import AUDITOR, Actor


def export(wanted: Filter, *, by: Actor) -> Iterator[str]:
    """The entries wanted as lines of CSV, oldest first, up to the export's own."""
    _allow(by)
    filters = {key: str(value) for key, value in vars(wanted).items() if value}
    _note(by, "journal-exported", {"filter": filters} if filters else {})
    return sheet.lines(entries.stream(wanted, entries.newest()))


def verify(*, by: Actor) -> Verdict:
    """Prove the journal and note the outcome."""
    _allow(by)
    verdict = journal.verify()
    _note(by, "journal-verified", {"result": verdict.sentence, "ok": verdict.ok})
    return verdict


def _allow(by: Actor) -> None:
    if not by.may(AUDITOR):
        raise Forbidden("操作日志只有审计人员可以查看。")


def _note(by: Actor, action: str, after: dict[str, Any]) -> None:
    journal.record(by, action, "journal", None, "操作日志", after=after)
