"""Tokens of a folded text: its pairs in their order, then each sign that occurs, once."""

from portal.tokens.folding import BLANK, BREAK


def tokens(folded: str) -> list[str]:
    """What is indexed. Pairs take the markers along: `末⟂`, `⟂始`; single signs are never one."""
    return [*_pairs(folded), *sorted(set(folded) - {BREAK, BLANK})]


def phrase(needle: str) -> list[str]:
    """The tokens that stand side by side exactly where a folded question stands in a text."""
    return [needle] if len(needle) == 1 else _pairs(needle)


def _pairs(folded: str) -> list[str]:
    return [one + other for one, other in zip(folded, folded[1:], strict=False)]
