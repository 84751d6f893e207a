"""Forms: WTForms with Chinese words, and the list of what is wrong for the error summary."""

from collections.abc import Iterator
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Form as WTForm
from wtforms.validators import DataRequired, Length

from portal.errors import Refused
from portal.sanitiser.characters import visible


class Form(WTForm):
    """Base of every form of the desk."""

    class Meta:
        locales = ["zh"]

    def fill(self, pairs: "MultiDict[str, str]") -> bool:
        """Take what was typed and say whether it can be used."""
        self.process(pairs)
        return self.validate()

    def blame(self, refused: Refused) -> None:
        """Show what a service refused at the field that is at fault, or above the form."""
        field = self._fields.get(refused.field)
        if field is None:
            self.form_errors = [*self.form_errors, refused.sentence]
        else:
            field.errors = [*field.errors, refused.sentence]

    def pardon(self) -> None:
        """Show nothing as wrong yet: nobody has sent this form."""
        self.form_errors = []
        for field in self:
            field.errors = []

    @property
    def faults(self) -> list[tuple[str, str]]:
        """Everything wrong: (id of the control or empty, sentence), in the order of the form."""
        return [*(("", str(each)) for each in self.form_errors), *self._field_faults()]

    def _field_faults(self) -> Iterator[tuple[str, str]]:
        for field in self:
            for each in field.errors:
                yield field.id, str(each)


def required(sentence: str) -> DataRequired:
    """The field must be filled in; blanks alone are not enough."""
    return DataRequired(sentence)


def at_most(characters: int, label: str) -> Length:
    """The field may hold so many characters."""
    return Length(max=characters, message=f"“{label}”最多 {characters} 个字。")


def line(value: Any) -> str:
    """A filter: one line without characters that nobody sees."""
    return " ".join(visible(str(value or "")).split())
