"""A draft read for checking: its body as lines, and every text of it as a passage."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from portal.checks.body import Placed, elements, read, written
from portal.checks.draft import Draft
from portal.checks.lines import PICTURE, Change, Line, lines

_LINES = ("title", "subtitle", "author", "source", "editor", "summary")
NO_PROSE = frozenset({"number", "date", "duration"})
"""Fields of a kind that have a form of their own."""

_LONGEST_QUOTE = 30
APART = 100_000
"""What there are several of in one field, as media uses: each has room for so many offsets."""


@dataclass(frozen=True)
class Problem:
    """What a check found; `offset` orders it within its field or block, `mend` makes the repair."""

    field: str
    sentence: str
    quote: str = ""
    block: int | None = None
    offset: int = 0
    repair: str = ""
    mend: Callable[[], Draft] | None = None


@dataclass(frozen=True, eq=False)
class Passage:
    """One text that people read; `line` is where it stands, if it is part of the body.

    `rewrite` returns the draft with changes made in this text; it may be called once, and is None
    where the form cannot change it. `remedy` is what a repair is called that does something else
    than to change the words.
    """

    field: str
    text: str
    rewrite: Callable[[Iterable[Change]], Draft] | None
    offset: int = 0
    line: Line | None = None
    block: int | None = None
    remedy: str = ""

    def problem(
        self, sentence: str, start: int, end: int, repair: str = "", changes: Iterable[Change] = ()
    ) -> Problem:
        """A problem of the characters from `start` to `end`, mended by `changes`."""
        mend = partial(self.rewrite, tuple(changes)) if repair and self.rewrite else None
        return Problem(
            self.field,
            sentence,
            quoted(self.text[start:end]),
            self.block,
            self.offset + start,
            (self.remedy or repair) if mend else "",
            mend,
        )


def plain(
    field: str,
    text: str,
    put: Callable[[str], Draft],
    offset: int = 0,
    block: int | None = None,
) -> Passage:
    """A text without mark-up; `put` returns the draft with another one in its place."""
    return Passage(field, text, lambda changes: put(_changed(text, changes)), offset, None, block)


class Manuscript:
    """A draft with its body taken apart; made anew for each repair, which changes the tree."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.root = read(draft.body)
        self.lines = tuple(lines(self.root))
        self.passages = tuple(self._passages())

    def elements(self, name: str) -> Iterator[Placed]:
        """The elements of the body with that name."""
        return elements(self.root, name)

    def rewritten(self) -> Draft:
        """The draft with the body as the tree is now."""
        return replace(self.draft, body=written(self.root))

    def problem(
        self,
        line: Line,
        sentence: str,
        repair: str = "",
        mend: Callable[[], None] | None = None,
        span: tuple[int, int] | None = None,
    ) -> Problem:
        """A problem of a line of the body, or of a span of it; `mend` changes the tree."""
        start, end = span or (0, len(line.text))
        whole = partial(self._mended, mend) if mend else None
        quote = quoted(line.text[start:end])
        return Problem("body", sentence, quote, line.block, line.offset + start, repair, whole)

    def use_problem(self, index: int, sentence: str, quote: str = "") -> Problem:
        """A problem of one of the media uses."""
        return Problem(self.draft.uses[index].role, sentence, quote, offset=index * APART)

    def _mended(self, mend: Callable[[], None]) -> Draft:
        mend()
        return self.rewritten()

    def _passages(self) -> Iterator[Passage]:
        for field in _LINES:
            yield plain(field, getattr(self.draft, field), partial(self._put, field))
        for line in self.lines:
            change = partial(self._change, line)
            yield Passage("body", line.text, change, line.offset, line, line.block)
        for key, value in self.draft.details.items():
            if isinstance(value, str) and key not in NO_PROSE:
                yield plain(f"details.{key}", value, partial(self.put_detail, key))
        for index, use in enumerate(self.draft.uses):
            for part in ("alt", "text"):
                put = partial(self._put_use, index, part)
                yield plain(use.role, getattr(use, part), put, index * APART)

    def _change(self, line: Line, changes: Iterable[Change]) -> Draft:
        line.change(changes)
        return self.rewritten()

    def _put(self, field: str, text: str) -> Draft:
        return replace(self.draft, **{field: text})  # type: ignore[arg-type]

    def put_detail(self, key: str, text: str) -> Draft:
        """The draft with another text in a field of its kind."""
        details: Mapping[str, object] = {**self.draft.details, key: text}
        return replace(self.draft, details=details)

    def _put_use(self, index: int, part: str, text: str) -> Draft:
        uses = list(self.draft.uses)
        uses[index] = replace(uses[index], **{part: text})  # type: ignore[arg-type]
        return replace(self.draft, uses=tuple(uses))


def quoted(text: str) -> str:
    """The beginning of a text, as short as a quotation in a list of findings may be."""
    words = text.strip(f" \n\u3000\xa0{PICTURE}")
    return words.split("\n")[0].split(PICTURE)[0][:_LONGEST_QUOTE]


def _changed(text: str, changes: Iterable[Change]) -> str:
    for each in sorted(changes, key=lambda change: change.start, reverse=True):
        text = text[: each.start] + each.words + text[each.end :]
    return text
