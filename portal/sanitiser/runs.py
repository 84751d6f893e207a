"""Runs: content as it alternates between lines of text and blocks, and ways to put it right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from portal.sanitiser.characters import flowing
from portal.sanitiser.policy import POLICY
from portal.sanitiser.tree import Element, Node, is_blank

_PARTS = frozenset({"caption", "figcaption", "li"})
"""Blocks that mean something only in a container of their own."""


def is_block(node: Node) -> bool:
    """Whether the node stands on its own rather than in a line of text."""
    return isinstance(node, Element) and node.name in POLICY.blocks


def joined(nodes: Iterable[Node], preformatted: bool) -> list[Node]:
    """The nodes with neighbouring texts made one, their white space as it will be shown."""
    result: list[Node] = []
    for are_texts, group in groupby(nodes, lambda node: isinstance(node, str)):
        if are_texts:
            text = "".join(map(str, group))
            result.append(text if preformatted else flowing(text))
        else:
            result.extend(group)
    return result


def trimmed(nodes: Sequence[Node]) -> list[Node]:
    """The nodes without white space and line breaks at both ends; indents are the style sheet's."""
    start, end = 0, len(nodes)
    while start < end and _is_gap(nodes[start]):
        start += 1
    while start < end and _is_gap(nodes[end - 1]):
        end -= 1
    result = list(nodes[start:end])
    if result and isinstance(result[0], str):
        result[0] = result[0].lstrip()
    if result and isinstance(result[-1], str):
        result[-1] = result[-1].rstrip()
    return result


def paragraphs(nodes: Iterable[Node], attributes: Mapping[str, str] | None = None) -> list[Node]:
    """The nodes as blocks only: each run of text becomes a paragraph, with these attributes."""
    result: list[Node] = []
    for are_blocks, group in groupby(nodes, is_block):
        if are_blocks:
            result.extend(group)
        elif text := _filled(group):
            result.append(Element("p", dict(attributes or {}), text))
    return result


def flow(nodes: Iterable[Node]) -> list[Node]:
    """The nodes with runs of text left bare, as cells and list items may hold them."""
    result: list[Node] = []
    for are_blocks, group in groupby(nodes, is_block):
        run = list(group)
        result += run if are_blocks else _filled(run)
    return result


def line(nodes: Iterable[Node]) -> list[Node]:
    """The nodes as one run of text, with a line break where a block began."""
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and is_block(node):
            result += [Element("br"), *line(node.children)]
        else:
            result.append(node)
    return result


def at_home(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes, with list items and captions that have no container of their own unwrapped."""
    for node in nodes:
        if isinstance(node, Element) and node.name in _PARTS:
            yield from paragraphs(node.children)
        else:
            yield node


def spread(wrapper: Element, nodes: Iterable[Node]) -> list[Node]:
    """The nodes with `wrapper`, which may not hold blocks, put around each run of text in them."""
    result: list[Node] = []
    for are_blocks, group in groupby(nodes, is_block):
        run = list(group)
        if are_blocks:
            result += [_spread_within(wrapper, block) for block in run]
        elif is_blank(run):
            result += run
        else:
            result.append(Element(wrapper.name, dict(wrapper.attributes), run))
    return result


def _spread_within(wrapper: Element, block: Node) -> Node:
    if isinstance(block, Element):
        block.children = spread(wrapper, block.children)
    return block


def _filled(nodes: Iterable[Node]) -> list[Node]:
    run = trimmed(list(nodes))
    return [] if is_blank(run) else run


def _is_gap(node: Node) -> bool:
    return not node.strip() if isinstance(node, str) else node.name == "br"
