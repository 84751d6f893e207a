"""Lines of text as blocks: which lines belong together, and what each group of them means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.plain_body import holders, lists, marks, pictures, tables
from portal.plain_body.kept import Kept
from portal.plain_body.pictures import Address
from portal.sanitiser.tree import Element, Node

_HEADINGS = ("h2", "h3", "h4")
_DEEPEST_QUOTATION = 5


def blocks_of(lines: Sequence[str], kept: Kept, address: Address) -> list[Element]:
    """The blocks that stripped lines mean, none of them empty; raises Refused."""
    return list(_Reader(kept, address).blocks(lines))


@dataclass(frozen=True)
class _Reader:
    kept: Kept
    address: Address
    depth: int = 0

    def blocks(self, lines: Sequence[str]) -> Iterator[Element]:
        for group in _groups(lines):
            yield from self.group(group)

    def group(self, lines: Sequence[str]) -> list[Element]:
        """What one group of lines means, told by the first of them."""
        first = lines[0]
        if command := marks.COMMAND.fullmatch(first):
            return self.command(command[1], command[2], command[3], lines)
        if marks.item(first)[0]:
            return lists.read(lines, self.kept)
        if marks.ROW.match(first):
            return tables.read(lines, self.kept)
        if marks.QUOTE.match(first) and self.depth < _DEEPEST_QUOTATION:
            return [Element("blockquote", {}, self.quoted(lines))]
        if heading := marks.HEADING.fullmatch(first):
            return [holders.read(_HEADINGS[len(heading[1]) - 1], heading[2], self.kept)]
        return [holders.read("p", line, self.kept) for line in lines]

    def command(
        self, word: str, number: str, text: str | None, lines: Sequence[str]
    ) -> list[Element]:
        """What a group means that begins with a command in double brackets."""
        if word in (marks.TABLE, marks.NUMBERS_TABLE):
            return tables.read(lines, self.kept)
        if word == marks.LIST:
            return lists.read(lines, self.kept)
        if word == marks.PICTURE:
            return [pictures.read_new(number, text, self.address, self.kept)]
        if word == marks.OWN_PICTURE:
            return [pictures.read_own(number, text, self.kept)]
        if word == marks.KEPT:
            return [self.kept.find(word, number, text)]
        return [Element("hr")] if word == marks.RULE else []

    def quoted(self, lines: Sequence[str]) -> list[Node]:
        """The blocks of a quotation, read from its lines without their first mark."""
        inner = [found[1] for line in lines if (found := marks.QUOTE.fullmatch(line))]
        return list(_Reader(self.kept, self.address, self.depth + 1).blocks(inner))


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines, with those of one list, table or quotation together."""
    group: list[str] = []
    for line in lines:
        if group and not marks.joins(group[-1], line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group
