"""Finding drafts and history: by words, state, section, person and time."""

from dataclasses import dataclass
from typing import Any

from flask import request
from werkzeug.wrappers import Response
from wtforms import BooleanField, SelectField, StringField

from portal import kinds, tokens
from portal.queries import desk_find, journal, navigation
from portal.queries.desk_find import COUNTED, WITHDRAWN, FoundRevision, Search
from portal.roles import EDITOR, PUBLISHER, REVIEWER
from portal.services.workflow import rules
from portal.tokens.marking import Part, marked, snippet
from portal.web.desk import desk
from portal.web.desk.choices import choices
from portal.web.desk.days import day_of, is_day
from portal.web.desk.guards import needs
from portal.web.desk.pages import page
from portal.web.forms import Form, at_most, line
from portal.web.pages import Pages, page_number

PLACE = "/desk/find"
SIZE = 30
_STATES = {key: name for key, name in rules.STATES.items() if key} | {WITHDRAWN: "已撤下"}


class FindForm(Form):
    """What to look for; what is left empty does not matter."""

    q = StringField("词语", [at_most(100, "词语")], [line])
    state = SelectField("状态", default="", choices=choices([("", "全部"), *_STATES.items()]))
    section = SelectField("栏目", default="")
    person = SelectField("写的人", default="")
    first = StringField("从哪天", [is_day], [line])
    last = StringField("到哪天", [is_day], [line])
    history = BooleanField("旧版本里也找")

    def offer(self) -> None:
        """Let the form choose among the sections and people that there are."""
        places = [p for p in navigation.tree().places if kinds.by_key(p.kind).has_articles]
        people = [(str(number), name) for number, name in journal.people()]
        self.section.choices = choices([("", "全部"), *((str(p.id), p.name) for p in places)])
        self.person.choices = choices([("", "所有人"), *people])

    @property
    def wanted(self) -> Search:
        """What was asked for, once it is known to be valid."""
        return Search(
            words=tuple(word.needle for word in tokens.words(self.q.data or "")),
            state=self.state.data or "",
            section=int(self.section.data or 0),
            person=int(self.person.data or 0),
            first=day_of(self.first.data or ""),
            last=day_of(self.last.data or ""),
            history=bool(self.history.data),
        )

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """The form as part of an address."""
        pairs = ((each.name, "1" if each.data is True else each.data) for each in self)
        return tuple((name, value) for name, value in pairs if value)


@dataclass(frozen=True)
class Result:
    """One revision, what was asked for marked in its title and in a piece of it."""

    revision: FoundRevision
    state: str
    title: list[Part]
    words: list[Part]


@desk.get("/find")
@needs(EDITOR, REVIEWER, PUBLISHER)
def find() -> Response:
    """The form, and what it finds; nothing is looked for before it was filled in."""
    form = FindForm()
    form.offer()
    right = form.fill(request.args)
    found = _found(form) if right and form.query else {}
    return page("desk/find.html", 200 if right else 422, title="查找", form=form, **found)


def _found(form: FindForm) -> dict[str, Any]:
    number = page_number(request.args.get("page"))
    wanted = form.wanted
    ids = desk_find.find(wanted)
    pages = Pages(PLACE, number, SIZE, min(len(ids), COUNTED), form.query)
    shown = desk_find.revisions(ids[:COUNTED][(number - 1) * SIZE : number * SIZE])
    return {
        "results": [_result(each, wanted.words) for each in shown],
        "pages": pages,
        "summary": f"超过 {COUNTED} 个版本" if len(ids) > COUNTED else pages.words,
    }


def _result(found: FoundRevision, words: tuple[str, ...]) -> Result:
    gone = found.article_state == WITHDRAWN and found.state == "past"
    state = "已撤下" if gone else rules.STATES[found.state]
    title = found.title or f"未命名文章（{found.article}）"
    return Result(found, state, marked(title, words), snippet(found.text, words))
