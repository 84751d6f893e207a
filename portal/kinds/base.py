"""What a section kind (栏目类型) is: its fields, its cleaning, its words for search, its templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from portal.errors import Refused
from portal.sanitiser.characters import visible
from portal.text import excerpt


@dataclass(frozen=True)
class Field:
    """One kind-specific field: `form` is `line`, `text`, `date` or `number`."""

    key: str
    label: str
    form: str = "line"
    required: bool = True
    hint: str = ""

    def read(self, value: object, *, complete: bool = True) -> str | int:
        """The storable value; raises Refused with a sentence when it cannot be understood.

        A draft need not be `complete`: what is required may still be empty.
        """
        text = visible("" if value is None else str(value)).strip()
        if not text:
            return self._empty() if complete else ""
        if self.form == "date":
            return self._date(text)
        return self._number(text) if self.form == "number" else text

    def _empty(self) -> str:
        if self.required:
            raise Refused(f"“{self.label}”还没有填写。", self.key)
        return ""

    def _date(self, value: str) -> str:
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError as error:
            raise Refused(
                f"“{self.label}”请写成 2026-05-08 这样的日期，现在是“{excerpt(value, 20)}”。",
                self.key,
            ) from error

    def _number(self, value: str) -> int:
        if not value.isascii() or not value.isdigit() or len(value) > 9:
            raise Refused(
                f"“{self.label}”请填写九位以内的整数，现在是“{excerpt(value, 20)}”。", self.key
            )
        return int(value)


@dataclass(frozen=True)
class Kind:
    """A section kind; `listing`, `block` (on the home page) and `body` name its templates.

    `roles` names the media roles, besides cover and attachments, that its articles use; `expires`
    says that its articles may leave the lists by themselves. A kind that only gathers sub-sections has
    no articles; a `single` one has exactly one, which is corrected and never followed. Of an
    `anonymised` one the text is stored only after what identifies people has been hidden.
    """

    key: str
    label: str
    listing: str = "lines"
    block: str = "lines"
    body: str = "text"
    page_size: int = 20
    fields: tuple[Field, ...] = ()
    roles: tuple[str, ...] = ()
    expires: bool = False
    has_articles: bool = True
    single: bool = False
    anonymised: bool = False

    def clean(
        self, details: Mapping[str, object], *, complete: bool = True
    ) -> dict[str, str | int]:
        """The details with exactly this kind's fields; raises Refused for what is wrong or unknown."""
        unknown = sorted(set(details) - {field.key for field in self.fields})
        if unknown:
            raise Refused(f"{self.label}类文章没有这些字段：{'、'.join(unknown)}。")
        read = {
            field.key: field.read(details.get(field.key), complete=complete)
            for field in self.fields
        }
        return {key: value for key, value in read.items() if value != ""}

    def words(self, details: Mapping[str, object]) -> str:
        """The text of the details that a search should find, one field a line."""
        return "\n".join(
            str(details[field.key])
            for field in self.fields
            if field.form != "number" and field.key in details
        )
