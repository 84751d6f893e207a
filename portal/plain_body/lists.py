"""Lists: `- ` for bullets, `+ ` for numbers that the page counts; `-+ ` for numbers in a bullet."""

from collections.abc import Sequence
from os.path import commonprefix

from portal.plain_body import holders, marks
from portal.plain_body.kept import Kept
from portal.sanitiser.tree import Element, Node

_SIGNS = {"ul": "-", "ol": "+"}
_NAMES = {sign: name for name, sign in _SIGNS.items()}


def written(block: Element, kept: Kept) -> list[str]:
    """The lines of a list; the first keeps the attributes of the list, if it has any."""
    head = [f"[[{marks.LIST} {kept.keep(block, _label(block))}]]"] if block.attributes else []
    return head + _items(block, "", kept)


def _label(block: Element) -> str:
    start = block.attributes.get("start")
    return f"从 {start} 起编号" if start else "格式"


def _items(block: Element, outer: str, kept: Kept) -> list[str]:
    lines = []
    signs = outer + _SIGNS[block.name]
    for item in block.children:
        if isinstance(item, Element):
            text, inner = _parted(item)
            lines.append(f"{signs} {holders.written(text, kept)}")
            for each in inner:
                lines += _items(each, signs, kept)
    return lines


def _parted(item: Element) -> tuple[Element, list[Element]]:
    """An item as one without the lists at its end, and those lists, if they can be written so."""
    children = list(item.children)
    inner: list[Element] = []
    while children and _is_plain_list(children[-1]):
        inner.insert(0, children.pop())  # type: ignore[arg-type]
    if not children:
        return item, []
    return Element("li", item.attributes, children), inner


def _is_plain_list(node: Node) -> bool:
    return isinstance(node, Element) and node.name in _SIGNS and not node.attributes


def read(lines: Sequence[str], kept: Kept) -> list[Element]:
    """The list that the lines mean; nothing when there is only the line of attributes."""
    attributes: dict[str, str] = {}
    if command := marks.COMMAND.fullmatch(lines[0]):
        attributes = kept.find(marks.LIST, command[2], command[3], "ol", "ul").attributes
        lines = lines[1:]
    open_lists: list[Element] = []
    items: list[Element] = []
    for line in lines:
        signs, text = marks.item(line)
        shared = len(commonprefix([_signs(open_lists), signs]))
        del open_lists[max(shared, 1) :], items[max(shared, 1) :]
        if not open_lists:
            open_lists.append(Element(_NAMES[signs[0]], attributes))
        elif len(signs) > shared:
            open_lists.append(Element(_NAMES[signs[-1]]))
            items[-1].children.append(open_lists[-1])
        items[len(open_lists) - 1 :] = [holders.read("li", text, kept)]
        open_lists[-1].children.append(items[-1])
    return open_lists[:1]


def _signs(lists: Sequence[Element]) -> str:
    return "".join(_SIGNS[each.name] for each in lists)
