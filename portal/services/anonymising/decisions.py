"""What an editor has decided about the proposals: kept by the text it is about, not by its place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from portal.sanitiser.characters import visible

PREFIX = "hide_"
"""Before the name of every field of the page, so that none is taken for one of the article."""
LONGEST = 60
"""Characters of a replacement or a name typed by hand."""
MOST_NAMES = 50


@dataclass(frozen=True)
class Decisions:
    """Switches and words; what was not `seen` yet goes as it is proposed.

    `on` are the places and persons to be changed, `words` what to write instead, `names` those
    added by hand.
    """

    seen: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()
    words: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()

    def switched(self, key: str, proposed: bool) -> bool:
        """Whether a place or a person is to be changed."""
        return key in self.on if key in self.seen else proposed


def read(pairs: Iterable[tuple[str, str]]) -> Decisions:
    """The decisions in the fields of the page, or in a draft that has kept them."""
    own = [(name.removeprefix(PREFIX), value) for name, value in pairs if name.startswith(PREFIX)]
    names = (_line(value) for name, value in own if name == "name")
    return Decisions(
        seen=frozenset(value for name, value in own if name == "seen"),
        on=frozenset(value for name, value in own if name == "on"),
        words={name[3:]: _line(value) for name, value in own if name.startswith("as:")},
        names=tuple(dict.fromkeys(name for name in names if len(name) > 1))[:MOST_NAMES],
    )


def split(
    pairs: Sequence[tuple[str, str]],
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The pairs of an article, and those of the decisions about it."""
    own = [pair for pair in pairs if pair[0].startswith(PREFIX)]
    return [pair for pair in pairs if not pair[0].startswith(PREFIX)], own


def _line(text: str) -> str:
    return " ".join(visible(text).split())[:LONGEST]
