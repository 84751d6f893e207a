"""What the address of the library of legal documents says: words, facts, the page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from portal.queries.navigation import Place
from portal.search.documents import FACTS, Chosen
from portal.web.pages import page_number
from portal.web.public.search_asked import named, typed

NAMES = {"type": "文书类型", "year": "年份", "cause": "案由", "unit": "制作单位"}


@dataclass(frozen=True)
class Asked:
    """Which documents of a section are wanted; `facts` are pairs of a name and what was chosen."""

    place: Place
    question: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    number: int = 1

    @property
    def asks(self) -> str:
        """The words looked for as a sentence has them; empty when there are none."""
        return named(self.question)

    @property
    def narrowed(self) -> bool:
        """Whether not simply all are wanted."""
        return bool(self.question or self.facts)

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """What each address of these documents carries besides the page."""
        return (*([("q", self.question)] if self.question else []), *self.facts)

    @property
    def chosen(self) -> Chosen:
        """The facts as the index has them; a year that is none has no documents."""
        return tuple((name, _year(v) if name == "year" else v) for name, v in self.facts)

    @property
    def words(self) -> str:
        """The conditions as a person would say them."""
        return "，".join(name for name, _ in self.conditions)

    @property
    def conditions(self) -> list[tuple[str, str]]:
        """Each condition with the address of the library without it."""
        others = [(label(*fact), self._without(fact[0])) for fact in self.facts]
        if self.question:
            others.insert(0, (self.asks, replace(self, question="", number=1)))
        return [(name, asked.url) for name, asked in others]

    @property
    def url(self) -> str:
        """The address of the first page."""
        return f"{self.place.url}?{urlencode(self.query)}" if self.query else self.place.url

    def _without(self, name: str) -> "Asked":
        return replace(self, facts=tuple(f for f in self.facts if f[0] != name), number=1)


def asked(place: Place, values: Mapping[str, str]) -> Asked:
    """What the address says; values that no document has are asked for like any other."""
    facts = ((name, typed(values.get(name, ""))) for name in FACTS)
    return Asked(
        place=place,
        question=typed(values.get("q", "")),
        facts=tuple((name, value) for name, value in facts if value),
        number=page_number(values.get("page")),
    )


def label(name: str, value: str) -> str:
    """How a value of a fact is written."""
    return f"{value} 年" if name == "year" and value.isdigit() else value


def _year(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 4 else -1
