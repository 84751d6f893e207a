"""Tracked changes: all accepted, so that nothing deleted can come out."""

from portal.word_import.joining import join_with_next
from portal.word_import.markup import Element, ancestor, drop, find, tag, tags, unwrap
from portal.word_import.notices import Tally

_FORMER_SETTINGS = tuple(
    tags(
        "w:pPrChange w:rPrChange w:sectPrChange w:tblPrChange w:tblPrExChange w:tblGridChange"
        " w:trPrChange w:tcPrChange w:numberingChange"
    )
)
_DELETED = tuple(tags("w:del w:moveFrom"))
_DELETED_TEXT = tuple(tags("w:delText w:delInstrText"))
_INSERTED = tuple(tags("w:ins w:moveTo"))


def accept_revisions(root: Element, tally: Tally) -> None:
    """Take out what was deleted or moved away, and keep what was inserted as ordinary text."""
    tally["revisions"] += sum(1 for _ in root.iter(*_DELETED, *_INSERTED, *_FORMER_SETTINGS))
    for former in list(root.iter(*_FORMER_SETTINGS)):
        drop(former)
    _drop_table_parts(root)
    ended = [each for each in root.iter(tag("w:p")) if _has_deleted_end(each)]
    for deleted in list(root.iter(*_DELETED, *_DELETED_TEXT)):
        drop(deleted)
    for inserted in list(root.iter(*_INSERTED)):
        unwrap(inserted, list(inserted))
    for paragraph in reversed(ended):
        join_with_next(paragraph)


def _drop_table_parts(root: Element) -> None:
    for row in list(root.iter(tag("w:tr"))):
        if find(row, "w:trPr/w:del") is not None or find(row, "w:trPr/w:hidden") is not None:
            drop(row)
    for mark in list(root.iter(tag("w:cellDel"))):
        cell = ancestor(mark, "w:tc")
        if cell is not None:
            drop(cell)


def _has_deleted_end(paragraph: Element) -> bool:
    mark = find(paragraph, "w:pPr/w:rPr")
    return find(mark, "w:del") is not None or find(mark, "w:moveFrom") is not None
