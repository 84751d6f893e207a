"""The manuscript: the parts of a Word file that an article is made from."""

import posixpath
from dataclasses import dataclass

from portal.errors import Refused
from portal.word_import.fields import resolve_fields
from portal.word_import.markup import Element, find, tag
from portal.word_import.notes import append_notes
from portal.word_import.notices import Tally
from portal.word_import.numbering import Numbering
from portal.word_import.package import Package, Target
from portal.word_import.refusals import DAMAGED
from portal.word_import.revisions import accept_revisions
from portal.word_import.styles import Styles
from portal.word_import.wrappers import lift_text_boxes, unwrap_all

_POINTERS = (tag("r:id"), tag("r:embed"), tag("r:link"), tag("r:href"))


@dataclass(frozen=True)
class Manuscript:
    """The text with its notes behind it, and what it refers to.

    Tracked changes are accepted, wrappers and fields resolved; numbers are not yet written.
    """

    body: Element
    styles: Styles
    numbering: Numbering
    targets: dict[str, Target]


def open_manuscript(package: Package, tally: Tally) -> Manuscript:
    """Read the parts of a package; raises Refused when the main one is missing or broken."""
    main = _main_part(package)
    root = package.xml(main)
    targets = package.relationships(main)
    body = find(root, "w:body")
    if root.tag != tag("w:document") or body is None:
        raise Refused(DAMAGED)
    _simplify(body, tally)
    styles = Styles(_part(package, main, targets, "styles"))
    numbering = Numbering(_part(package, main, targets, "numbering"), styles)
    settings = _part(package, main, targets, "settings")
    for kind in ("footnote", "endnote"):
        notes = _notes(package, main, targets, kind, tally)
        append_notes(body, notes, kind, settings, styles)
    return Manuscript(body, styles, numbering, targets)


def _main_part(package: Package) -> str:
    kinds = package.relationships("").values()
    names = [each.address for each in kinds if each.kind == "officeDocument"]
    found = [name for name in (*names, "word/document.xml") if name in package]
    if not found:
        raise Refused(DAMAGED)
    return found[0]


def _part_name(main: str, targets: dict[str, Target], kind: str) -> str:
    """The part of a kind; careless programs leave out its relationship."""
    usual = posixpath.join(posixpath.dirname(main), f"{kind}.xml")
    return next((each.address for each in targets.values() if each.kind == kind), usual)


def _part(package: Package, main: str, targets: dict[str, Target], kind: str) -> Element | None:
    name = _part_name(main, targets, kind)
    return package.xml(name) if name in package else None


def _notes(
    package: Package, main: str, targets: dict[str, Target], kind: str, tally: Tally
) -> Element | None:
    """The notes of a kind; their pointers and what they point to get names of their own."""
    name = _part_name(main, targets, f"{kind}s")
    if name not in package:
        return None
    root = package.xml(name)
    _simplify(root, tally)
    for element in root.iter("*"):
        for pointer in _POINTERS:
            if pointer in element.attrib:
                element.set(pointer, f"{kind}:{element.get(pointer)}")
    targets.update({f"{kind}:{key}": each for key, each in package.relationships(name).items()})
    return root


def _simplify(root: Element, tally: Tally) -> None:
    accept_revisions(root, tally)
    unwrap_all(root, tally)
    resolve_fields(root, tally)
    lift_text_boxes(root, tally)
