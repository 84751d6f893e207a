"""Reading a Chinese name at a place of a text: a family name and one or two characters more."""

from dataclasses import dataclass

from portal.privacy.given_names import NEVER, NEVER_FIRST, USUAL
from portal.privacy.name_counts import SOMETIMES_LAST, Counts, NameCounts, since
from portal.privacy.name_ends import VERB_LIKE, goes_on, is_han, word_follows
from portal.privacy.ordinary_words import ALSO_WORDS, MANNERS, NOT_NAMES
from portal.privacy.surnames import COMMON, RARE, SINGLE, surname_length

_PREPOSITIONS = frozenset("向于和从由同为对与时将把给找帮跟")
"""Family names that much more often stand before the name of somebody else."""

_SELDOM = frozenset("在其因也对该")
"""Words that begin a given name now and then, as in 在田 and 其昌."""

_JOINING = frozenset("和同跟向从以为由找约替帮经于")
"""Words between two names that may also be part of one."""


@dataclass(frozen=True)
class Name:
    """A name in a text up to before `end`; `exact` says that its end is proved.

    `short`, if not 0, is where it may end as well: both readings are then taken for the person.
    `masked` names are hidden already.
    """

    start: int
    end: int
    exact: bool = True
    masked: bool = False
    short: int = 0


class ChineseNames:
    """The Chinese names of one folded text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._counts = NameCounts(text)
        self._prepositions: dict[tuple[str, str], bool] = {}

    def at(self, start: int, rare: bool = False) -> Name | None:
        """The name that begins there; `rare` allows family names that few people bear."""
        size = surname_length(self.text, start)
        if not size or (size == 1 and not rare and self.text[start] in RARE):
            return None
        short = start + size + 1
        if not is_han(self.text, short - 1) or self._is_before_name(start):
            return None
        found = self._ended(start, short)
        likely = size == 2 or self._is_no_word(found) or (rare and self._is_proved(found))
        return found if likely and self._is_given(found, short) else None

    def whole(self, start: int, end: int) -> bool:
        """Whether what stands between two places can be a name, and nothing more than that."""
        size = surname_length(self.text, start)
        if not size or not size < end - start <= size + 2:
            return False
        word = size == 1 and self.text[start : start + 2] in NOT_NAMES
        return not word and self.text[end - 1] not in NEVER

    def places(self, name: str) -> list[int]:
        """Where a name stands in the text."""
        begin = name[: surname_length(name, 0) + 1]
        places = self._counts.places(begin)
        return [place for place in places if self.text.startswith(name, place)]

    def _is_given(self, name: Name, short: int) -> bool:
        """Whether what follows the family name can be a given name."""
        first, last = self.text[short - 1], self.text[short : name.end]
        if not last and first in NEVER:
            return False
        if first not in NEVER_FIRST:
            return True
        repeated = self._counts.of(self.text[name.start : short]).always(last)
        return first in _SELDOM and last in USUAL and repeated

    def _is_before_name(self, start: int) -> bool:
        """Whether a preposition stands there: what follows is named elsewhere without it."""
        sign, inner = self.text[start], start + 1
        size = surname_length(self.text, inner) if sign in _PREPOSITIONS else 0
        if not size or not is_han(self.text, inner + size):
            return False
        name = self.text[inner : self._ended(inner, inner + size + 1).end]
        if (sign, name) not in self._prepositions:
            self._prepositions[sign, name] = any(
                self.text[place - 1 : place] not in SINGLE
                for place in self._counts.places(name[: size + 1])
                if self.text.startswith(name, place)
            )
        return self._prepositions[sign, name]

    def _is_no_word(self, name: Name) -> bool:
        """Whether the name is none of the ordinary words, which need a sure end to be names."""
        begin = self.text[name.start : name.start + 2]
        if begin in NOT_NAMES:
            return False
        if begin in ALSO_WORDS:
            told = goes_on(self.text, name.end) and begin not in MANNERS
            return told or not is_han(self.text, name.end)
        if begin[0] in RARE or begin[0] in _PREPOSITIONS:
            return self._ends_surely(name, begin)
        return True

    def _is_proved(self, name: Name) -> bool:
        """Whether a name of three characters that begins like a word twice ends at a mark."""
        given = self.text[name.start + 1 : name.end]
        counts = self._counts.of(self.text[name.start : name.start + 2])
        return len(given) == 2 and USUAL.issuperset(given) and counts.longer[given[1]] > 1

    def _ends_surely(self, name: Name, begin: str) -> bool:
        """Whether a break shows the end of a name here or elsewhere, or nothing else is usual."""
        counts, given = self._counts.of(begin), self.text[name.start + 1 : name.end]
        ends = counts.longer[given[1]] if given[1:] else counts.breaks
        if ends or not is_han(self.text, name.end):
            return True
        repeated = bool(given[1:]) and counts.nexts[given[1]] > 1
        return USUAL.issuperset(given) and (repeated or goes_on(self.text, name.end))

    def _ended(self, start: int, short: int) -> Name:
        """The name, with an end at `short` or one character later."""
        text, last = self.text, self.text[short : short + 1]
        if not is_han(text, short) or last in NEVER or since(text, short):
            return Name(start, short)
        counts = self._counts.of(text[start:short])
        if last in SOMETIMES_LAST and counts.alone:
            return Name(start, short)
        if not is_han(text, short + 1) or counts.longer[last]:
            return Name(start, short + 1)
        if counts.alone:
            return Name(start, short)
        if counts.perhaps[last]:
            return Name(start, short + 1, short=short)
        return self._guessed(start, short, counts)

    def _guessed(self, start: int, short: int, counts: Counts) -> Name:
        """The name, where no place shows its end: by what is usual."""
        last = self.text[short]
        if last in _JOINING and self.text[short + 1] in COMMON:
            return Name(start, short)
        word = word_follows(self.text, short)
        going = goes_on(self.text, short + 1)
        if word and not (last in USUAL and going):
            return Name(start, short, exact=counts.nexts.total() > 1)
        if counts.always(last) and not word:
            return Name(start, short + 1)
        if last in USUAL or (going and last not in VERB_LIKE):
            sure = last in USUAL - SOMETIMES_LAST and going
            return Name(start, short + 1, exact=sure, short=0 if sure else short)
        return Name(start, short, exact=False)
