"""The journal (操作日志) for auditors: read, filtered, carried out, proved."""

import json
from dataclasses import dataclass
from typing import Any

from flask import Response as FlaskResponse
from flask import redirect, stream_with_context
from htmx_flask import request
from werkzeug.wrappers import Response

from portal.errors import Missing
from portal.journal.labels import Difference, differences
from portal.journal.telling import told
from portal.queries import journal
from portal.queries.journal import Row
from portal.roles import AUDITOR
from portal.services import auditing
from portal.times import day, now
from portal.web.desk import desk
from portal.web.desk.guards import actor, needs
from portal.web.desk.journal_form import JournalForm
from portal.web.desk.pages import page, part, say
from portal.web.desk.section_form import KINDS
from portal.web.render import wants_fragment, words

PLACE = "/desk/journal/"
SIZE = 50
AT_ONCE = 200_000
"""How many entries are proved while somebody waits for the page: about three seconds."""
SHEET = "/desk/journal.csv"
_NAMES = {"kind": KINDS}


@dataclass(frozen=True)
class Shown:
    """One entry in words."""

    row: Row
    told: str
    differences: list[Difference]

    @property
    def compared(self) -> bool:
        """Whether there was anything before the act."""
        return any(each.before for each in self.differences)


@dataclass(frozen=True)
class Proof:
    """The last time that the journal was proved from the desk."""

    row: Row
    result: str
    ok: bool


@desk.get("/journal/")
@needs(AUDITOR)
def journal_list() -> Response:
    """Entries, newest first; `before` and `after` name the entry beside which a page begins."""
    form = _form()
    valid = form.validate()
    around = _around(form) if valid else {"entries": [], "form": form}
    if wants_fragment():
        if not valid:
            return words(form.faults[0][1], 422)
        return part("desk/_entries.html", _said(around), **around)
    return page(
        "desk/journal.html",
        200 if valid else 422,
        title="操作日志",
        proof=_proof(),
        total=journal.newest(),
        sheet=f"{SHEET}{form.query}",
        **around,
    )


@desk.get("/journal.csv")
@needs(AUDITOR)
def journal_sheet() -> Response:
    """The entries that the filters leave, as a table for Excel."""
    form = _form()
    if not form.validate():
        raise Missing("筛选条件不对，没有导出。请回到操作日志页重新选择。")
    lines = auditing.export(form.filter, by=actor())
    response = FlaskResponse(stream_with_context(lines), mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="journal-{day(now())}.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response


@desk.post("/journal/verify")
@needs(AUDITOR)
def journal_verify() -> Response:
    """Prove the journal, unless that takes longer than somebody wants to wait."""
    total = journal.newest()
    if total > AT_ONCE:
        say(
            f"日志有 {total} 条，在这里验证太久。"
            "请技术人员在服务器上运行 portal journal verify，结果会显示在终端里。"
        )
    else:
        say(auditing.verify(by=actor()).sentence)
    return redirect(PLACE, 303)


def _form() -> JournalForm:
    form = JournalForm(request.args)
    form.offer()
    return form


def _around(form: JournalForm) -> dict[str, Any]:
    found = journal.page(form.filter, SIZE, _number("before"), _number("after"))
    rows = found.rows
    newer = form.address(PLACE, after=rows[0].number) if rows and found.newer else ""
    older = form.address(PLACE, before=rows[-1].number) if rows and found.older else ""
    return {
        "form": form,
        "entries": [_shown(row) for row in rows],
        "newer": newer,
        "older": older,
        "newest": f"{PLACE}{form.query}",
    }


def _number(name: str) -> int | None:
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _shown(row: Row) -> Shown:
    sentence = told(row.action, row.thing, row.thing_name, row.name)
    return Shown(row, sentence, differences(row.thing, row.before, row.after, _NAMES))


def _said(around: dict[str, Any]) -> str:
    count = len(around["entries"])
    more = "，还有更早的" if around["older"] else ""
    return f"显示 {count} 条日志{more}。" if count else "没有符合条件的日志。"


def _proof() -> Proof | None:
    row = journal.newest_of("journal-verified")
    if row is None:
        return None
    facts = json.loads(row.after)
    return Proof(row, str(facts.get("result", "")), bool(facts.get("ok")))
