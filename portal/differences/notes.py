"""Changes that no run of text shows: links, emphasis, alignment, lists and tables, in words."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from portal.differences.results import ADDED, REMOVED, SAME, Run
from portal.differences.units import Formats, Unit
from portal.text import excerpt

_NAMED = ("链接", "图片")
"""Formats that are told by their address, wherever they stand in the unit."""
_LONGEST_QUOTATION = 20

OTHER = "格式有变动"


def notes(old: Unit, new: Unit, runs: Sequence[Run]) -> Iterator[str]:
    """What changed between two units besides their words."""
    if old.label != new.label:
        yield f"由{old.label}改为{new.label}"
    for name in _NAMED:
        yield from _addresses(name, _named(old, name), _named(new, name))
    yield from _formats(old, new, runs)
    if old.path != new.path:
        yield (
            f"所在的{_around(old)}改为{_around(new)}"
            if _around(old) != _around(new)
            else (f"所在的{_around(new)}格式有变动")
        )
    if old.label == new.label and old.form != new.form:
        is_row = new.label == "表格行"
        yield "单元格的数目、合并、表头或者对齐有变动" if is_row else "对齐、缩进或者语言有变动"


def _named(unit: Unit, name: str) -> list[str]:
    """The addresses of the links or pictures of a unit."""
    found = [
        each.removeprefix(f"{name} ")
        for _, formats in unit.pieces
        for each in formats
        if each.startswith(f"{name} ")
    ]
    return list(dict.fromkeys(found))


def _addresses(name: str, old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    gone = [address for address in old if address not in new]
    come = [address for address in new if address not in old]
    for before, after in zip(gone, come, strict=False):
        yield f"{name}由 {before} 改为 {after}"
    yield from (f"去掉{name} {address}" for address in gone[len(come) :])
    yield from (f"增加{name} {address}" for address in come[len(gone) :])


def _formats(old: Unit, new: Unit, runs: Sequence[Run]) -> Iterator[str]:
    """The formats that words which stayed have gained or lost."""
    told = set(_named(old, "链接")) ^ set(_named(new, "链接"))
    told |= set(_named(old, "图片")) ^ set(_named(new, "图片"))
    for (before, after), group in groupby(_stayed(old, new, runs), lambda each: each[1:]):
        text = excerpt("".join(each[0] for each in group), _LONGEST_QUOTATION)
        lost = [each for each in before if each not in after and _address(each) not in told]
        won = [each for each in after if each not in before and _address(each) not in told]
        if lost:
            yield f"“{text}”去掉{'、'.join(lost)}"
        if won:
            yield f"“{text}”加上{'、'.join(won)}"


def _address(form: str) -> str:
    return form.partition(" ")[2]


def _stayed(old: Unit, new: Unit, runs: Sequence[Run]) -> Iterator[tuple[str, Formats, Formats]]:
    """Each character that stayed, with its formats before and after."""
    before, after = _characters(old), _characters(new)
    for run in runs:
        for _ in run.text:
            if run.change == SAME:
                character, formats = next(before)
                yield character, formats, next(after)[1]
            elif run.change == REMOVED:
                next(before)
            elif run.change == ADDED:
                next(after)


def _characters(unit: Unit) -> Iterator[tuple[str, Formats]]:
    return ((character, formats) for text, formats in unit.pieces for character in text)


_CONTAINERS = {
    "<ol": "编号列表",
    "<ul": "符号列表",
    "<table": "表格",
    "<blockquote": "引文",
    "<figure": "图",
}
_SECTIONS = {"<thead": "表头", "<tbody": "表身", "<tfoot": "表尾"}


def _around(unit: Unit) -> str:
    """What stands around a unit, from the outermost: 编号列表里的符号列表."""
    names = [(_CONTAINERS | _SECTIONS).get(tag.rstrip(">").split()[0]) for tag in unit.path]
    return "里的".join(filter(None, names)) or "正文"
