"""What the desk adds to the search: synonyms (同义词) and promoted results (推荐结果)."""

import re
from dataclasses import dataclass

from peewee import Value

from portal.database import rows
from portal.models import Promotion, Synonym
from portal.tokens import Word, fold

SHORTEST = 2
"""Signs of a word that is looked for inside another; a single one stands in too many."""
_ARTICLE = re.compile(r"/[a-z0-9-]+/([1-9][0-9]{0,8})")


@dataclass(frozen=True)
class SynonymRow:
    """Words that mean the same."""

    id: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class PromotionRow:
    """An address and the questions above whose results it stands."""

    id: int
    questions: tuple[str, ...]
    name: str
    url: str
    description: str

    @property
    def article(self) -> int | None:
        """The id of the article that a path of this site leads to."""
        match = _ARTICLE.fullmatch(self.url)
        return int(match[1]) if match else None


@dataclass(frozen=True)
class SearchWords:
    """All of it, as it is in force."""

    synonyms: tuple[SynonymRow, ...]
    promotions: tuple[PromotionRow, ...]

    def alternatives(self, word: Word) -> tuple[str, ...]:
        """The folded words of which one must occur: the word first; a quoted one stands alone."""
        return (word.needle,) if word.quoted else self.called(word.needle)

    def called(self, needle: str) -> tuple[str, ...]:
        """A folded word, then all that it is called besides, folded."""
        return tuple(dict.fromkeys((needle, *map(fold, self.same(needle)))))

    def same(self, needle: str) -> tuple[str, ...]:
        """What else a folded word is called, as the desk wrote it."""
        groups = (row.words for row in self.synonyms if needle in map(fold, row.words))
        return tuple(dict.fromkeys(w for group in groups for w in group if fold(w) != needle))

    def promoted(self, asked: set[str]) -> list[PromotionRow]:
        """What answers one of these folded questions."""
        return [row for row in self.promotions if asked & set(map(fold, row.questions))]

    def inside(self, needle: str) -> list[str]:
        """The folded words of the desk that a longer folded word has in it, the longest first."""
        groups = [row.words for row in self.synonyms] + [row.questions for row in self.promotions]
        own = {fold(word) for group in groups for word in group} - {needle}
        return sorted((w for w in own if len(w) >= SHORTEST and w in needle), key=_longest_first)


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word


def in_force() -> SearchWords:
    """Synonyms and promotions in one statement."""
    synonyms = Synonym.select(
        Synonym.id, Synonym.words, Value(""), Value(""), Value(""), Value("synonym")
    )
    promotions = Promotion.select(
        Promotion.id,
        Promotion.questions,
        Promotion.name,
        Promotion.url,
        Promotion.description,
        Value("promotion"),
    )
    groups: list[SynonymRow] = []
    promoted: list[PromotionRow] = []
    for id, words, *rest, table in sorted(rows(synonyms.union_all(promotions))):
        parts = tuple(words.split(","))
        if table == "synonym":
            groups.append(SynonymRow(id, parts))
        else:
            promoted.append(PromotionRow(id, parts, *rest))
    return SearchWords(tuple(groups), tuple(promoted))
