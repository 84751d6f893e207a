"""Blocks that hold a line of text: its format in double brackets, then the text."""

from portal.plain_body import inline, marks
from portal.plain_body.kept import Kept, block_label
from portal.sanitiser.runs import is_block
from portal.sanitiser.tree import Element, Node

_SIDES = {name: word for word, name in marks.SIDES.items()}


def written(element: Element, kept: Kept) -> str:
    """The content of a paragraph, heading, item or cell, with the marks of its format before it."""
    return _form(element, kept) + content(element, kept)


def content(element: Element, kept: Kept) -> str:
    """The content alone: a line of text, paragraphs, or the number that anything else is kept by."""
    parts = paragraphs(element)
    if parts:
        return "".join(marks.PARAGRAPH + written(part, kept) for part in parts)
    if any(map(is_block, element.children)):
        return f"[[{marks.KEPT} {kept.keep(element, block_label(element))}]]"
    return inline.written(element.children, kept)


def paragraphs(element: Element) -> list[Element]:
    """The paragraphs that a cell or item consists of; none when it holds anything else."""
    found = [node for node in element.children if isinstance(node, Element) and node.name == "p"]
    return found if len(found) == len(element.children) else []


def _form(element: Element, kept: Kept) -> str:
    classes = element.attributes.get("class", "").split()
    if not element.attributes:
        return ""
    if len(element.attributes) == 1 and classes and all(name in _SIDES for name in classes):
        return "".join(f"[[{_SIDES[name]}]]" for name in classes)
    language = element.attributes.get("lang")
    return f"[[保留 {kept.keep(element, f'语言 {language}' if language else '格式')}]]"


def read(name: str, text: str, kept: Kept, **attributes: str) -> Element:
    """The block of that name that the text means; `attributes` are added to those of the text."""
    text, form = _read_form(text, kept)
    return Element(name, {**attributes, **form}, read_content(text, kept))


def read_content(text: str, kept: Kept) -> list[Node]:
    """The content that `content` wrote."""
    command = marks.COMMAND.fullmatch(text)
    if command and command[1] == marks.KEPT:
        return list(kept.find(marks.KEPT, command[2], command[3]).children)
    if text.startswith(marks.PARAGRAPH):
        return [read("p", part, kept) for part in marks.PARAGRAPHS.split(text)[1:]]
    return inline.read(text, kept)


def _read_form(text: str, kept: Kept) -> tuple[str, dict[str, str]]:
    """The text after the marks of its format, and the attributes that those mean."""
    if found := marks.FORM.match(text):
        element = kept.find("保留", found[1], found[2])
        return text[found.end() :], dict(element.attributes)
    classes = []
    while found := marks.SIDE.match(text):
        classes.append(marks.SIDES[found[1]])
        text = text[found.end() :]
    return text, {"class": " ".join(classes)} if classes else {}
