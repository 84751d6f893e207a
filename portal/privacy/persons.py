"""The persons of a text: which names were seen, by which sign, and which belong to one person."""

from dataclasses import dataclass, field

from portal.privacy.roles import ASK, HIDE, KIN, ROLES, STAY, WEAK

_STRENGTH = {HIDE: 0, STAY: 1, KIN: 2, WEAK: 3, ASK: 4}
"""Whether somebody acts in office yields only to a true role in the case."""


@dataclass(frozen=True)
class Sighting:
    """A name seen with a sign: a role word before it, or a word like 的证言 after it.

    `sign` is that word; `weight` that of the role; `exact` whether the end of the name is proved,
    and `perhaps` the name if it ends sooner.
    """

    start: int
    end: int
    name: str
    sign: str
    weight: str
    exact: bool = True
    perhaps: str = ""


@dataclass(eq=False)
class Person:
    """One person: the names, the sign that says most about the person, the first place."""

    names: set[str]
    sign: str
    weight: str
    exact: bool
    first: int
    minor: bool = False

    @property
    def certain(self) -> bool:
        """Whether a role word or kinship proves that this is a private person's name."""
        return self.exact and self.weight in (HIDE, KIN)


@dataclass
class Persons:
    """Everybody in one text, by name; those who act in office are known too, to be left alone."""

    by_name: dict[str, Person] = field(default_factory=dict)
    signs: dict[tuple[int, int], str] = field(default_factory=dict)
    """The sign by which the name at a place was seen."""

    def see(self, seen: Sighting) -> Person:
        """Take a sighting in: a new person, or a better sign for a known one.

        What stands after a name, as 的陈述, makes it surer but takes no role word away.
        """
        person = self.by_name.get(seen.name)
        if person is None:
            person = Person({seen.name}, seen.sign, seen.weight, seen.exact, seen.start)
            self.by_name[seen.name] = person
        elif _STRENGTH[seen.weight] < _STRENGTH[person.weight]:
            if seen.sign in ROLES or not _is_lasting(person.sign):
                person.sign = seen.sign
            person.weight = seen.weight
        person.exact = person.exact or seen.exact
        person.first = min(person.first, seen.start)
        self.signs.setdefault((seen.start, seen.end), seen.sign)
        if seen.perhaps:
            self.call(person, seen.perhaps)
        return person

    def call(self, person: Person, alias: str) -> None:
        """Give a person another name, unless somebody bears it already."""
        if alias not in self.by_name:
            self.by_name[alias] = person
            person.names.add(alias)

    def private(self) -> dict[str, Person]:
        """The persons by each of their names, without those who act in office."""
        return {name: one for name, one in self.by_name.items() if one.weight != STAY}


def _is_lasting(sign: str) -> bool:
    """Whether a sign is a role word that tells by itself what is to be done with the name."""
    return sign in ROLES and ROLES[sign].weight != ASK
