"""What an auditor asks the journal for, as a form and as part of an address."""

from urllib.parse import urlencode

from wtforms import HiddenField, SelectField, StringField

from portal.journal.wording import ACTIONS, THINGS
from portal.queries import journal
from portal.queries.journal import Filter
from portal.roles import CLOCK, COMMAND
from portal.web.desk.choices import choices
from portal.web.desk.days import day_of, is_day
from portal.web.desk.window import whole
from portal.web.forms import Form, at_most, line

_NOBODY = "-"
"""Before the name of one who acts without being a person of the desk."""


class JournalForm(Form):
    """The filters; what is left empty does not matter."""

    person = SelectField("谁", default="")
    action = SelectField(
        "做了什么", default="", choices=choices([("", "所有操作"), *ACTIONS.items()])
    )
    thing = SelectField("对什么", default="", choices=choices([("", "所有对象"), *THINGS.items()]))
    thing_id = HiddenField()
    words = StringField("名称里有", [at_most(100, "名称里有")], [line])
    first = StringField("从哪天", [is_day], [line])
    last = StringField("到哪天", [is_day], [line])

    def offer(self) -> None:
        """Let the form choose among the people that there are."""
        people = [(str(number), name) for number, name in journal.people()]
        others = [(_NOBODY + each.name, each.name) for each in (COMMAND, CLOCK)]
        self.person.choices = choices([("", "所有人"), *people, *others])

    @property
    def filter(self) -> Filter:
        """What was asked for, once it is known to be valid."""
        who = self.person.data or ""
        return Filter(
            person=whole(who) or None,
            actor=who.removeprefix(_NOBODY) if who.startswith(_NOBODY) else "",
            action=self.action.data or "",
            thing=self.thing.data or "",
            thing_id=whole(self.thing_id.data) or None,
            first=day_of(self.first.data or ""),
            last=day_of(self.last.data or ""),
            words=self.words.data or "",
        )

    @property
    def query(self) -> str:
        """The filters as the query of an address, with its question mark; empty without any."""
        pairs = [(field.name, field.data) for field in self if field.data]
        return f"?{urlencode(pairs)}" if pairs else ""

    def address(self, path: str, **more: int) -> str:
        """An address with the filters and a place in the list."""
        query = self.query
        return f"{path}{query}{'&' if query else '?'}{urlencode(more)}"
