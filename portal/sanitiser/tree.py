"""The tree that the sanitiser works on: elements, text, and writing both as HTML."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from typing import TypeAlias

VOID = frozenset({"br", "hr", "img"})
"""Elements of the policy that have no content and no end tag."""


@dataclass(eq=False, slots=True)
class Element:
    """One element; compared by identity."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)


_ONE_PER_LINE = frozenset({"blockquote", "ol", "table", "tbody", "tfoot", "thead", "ul"})
"""Elements with each child on a line of its own, so that two revisions compare line by line."""

Node: TypeAlias = Element | str


def is_blank(nodes: Iterable[Node]) -> bool:
    """Whether a reader would see nothing: white space of any kind, line breaks, empty elements."""
    return all(
        not node.strip()
        if isinstance(node, str)
        else node.name not in ("hr", "img", "table") and is_blank(node.children)
        for node in nodes
    )


def words(node: Node) -> str:
    """The text of a node and all that is in it."""
    return node if isinstance(node, str) else "".join(map(words, node.children))


def write(node: Node) -> str:
    """The node as HTML in the one form the sanitiser uses: quoted, escaped, nothing optional."""
    if isinstance(node, str):
        return escape(node, quote=False)
    start = f"<{node.name}{''.join(map(_attribute, node.attributes.items()))}>"
    if node.name in VOID:
        return start
    between = "\n" if node.name in _ONE_PER_LINE else ""
    return between.join([start, *map(write, node.children), f"</{node.name}>"])


def _attribute(pair: tuple[str, str]) -> str:
    return f' {pair[0]}="{escape(pair[1], quote=False).replace(chr(34), "&quot;")}"'
