"""The blocks that a page is read into: runs of marked text, paragraphs, lists and tables."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from os.path import commonprefix

from portal.page_import.decoding import visible
from portal.text import excerpt

CJK = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_SPACE_AT_MARK = re.compile(r"(?<=[、，。；：？！]) +| +(?=[、，。；：？！])")
_WRAPPED_CHINESE = re.compile(rf"(?<=[{CJK}])[ \t]*[\r\n]+[ \t]*(?=[{CJK}])")


@dataclass(frozen=True)
class Run:
    """A stretch of text with one look, or (with `image`) a picture; "\\n" is a line break."""

    text: str
    strong: bool = False
    emphasis: bool = False
    script: str = ""  # sup or sub
    href: str = ""
    image: str = ""
    alt: str = ""


BREAK = Run("\n")


@dataclass(frozen=True)
class Block:
    """One block: a paragraph or heading of runs, or a list or table whose parts are `children`.

    `soft` marks a line that only a single line break parts from the line above it;
    `apart` marks a line of plain text that stands after a blank line.
    """

    tag: str
    runs: tuple[Run, ...] = ()
    children: tuple["Block", ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    soft: bool = False
    apart: bool = True

    @property
    def text(self) -> str:
        """The words, each inner block on its own line."""
        own = "".join(run.text for run in self.runs)
        return "\n".join(part for part in (own, *(child.text for child in self.children)) if part)

    @property
    def lines(self) -> list[str]:
        """The words line by line; a picture without words is named by its address."""
        if self.text:
            return self.text.split("\n")
        return [f"［图片］{excerpt(run.image, 200)}" for run in self.all_runs() if run.image]

    def all_runs(self) -> Iterator[Run]:
        """Its own runs, then those of its children."""
        yield from self.runs
        for child in self.children:
            yield from child.all_runs()

    def mapped(self, change: Callable[[Run], Run]) -> "Block":
        """The block with every run changed."""
        return replace(
            self,
            runs=tuple(map(change, self.runs)),
            children=tuple(child.mapped(change) for child in self.children),
        )


def tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs with spaces collapsed and trimmed, and neighbours of one look put together."""
    tidied: list[Run] = []
    ends_in_space = True
    for (look, _), same in groupby(runs, key=_look_and_picture):
        text = _without_spare_spaces("".join(run.text for run in same))
        if ends_in_space:
            text = text.removeprefix(" ")
        if text or look.image:
            tidied.append(replace(look, text=text))
            ends_in_space = text.endswith(" ")
    if tidied:
        tidied[-1] = replace(tidied[-1], text=tidied[-1].text.rstrip())
    return tuple(run for run in tidied if run.text or run.image)


def _look_and_picture(run: Run) -> tuple[Run, int]:
    """Equal for neighbours that may be put together: never for two pictures."""
    return replace(run, text=""), id(run) if run.image else 0


def _without_spare_spaces(text: str) -> str:
    """A text with single spaces, and with none where Chinese was wrapped or at its punctuation."""
    unwrapped = _WRAPPED_CHINESE.sub("", visible(text))
    return _SPACE_AT_MARK.sub("", re.sub(r"\s+", " ", unwrapped))


def spliced(runs: Iterable[Run], before: str, after: str) -> tuple[Run, ...]:
    """The runs of the text `before`, changed in one place so that they read `after`."""
    start = len(commonprefix([before, after]))
    end = len(before) - len(commonprefix([before[start:][::-1], after[start:][::-1]]))
    added = after[start : len(after) - (len(before) - end)]
    result, at = [], 0
    for run in runs:
        here = at <= start < at + len(run.text)
        kept = run.text[: max(0, start - at)], run.text[max(0, end - at) :]
        result.append(replace(run, text=(added if here else "").join(kept)))
        at += len(run.text)
    return tuple(result)


def joined(lines: Sequence[Sequence[Run]]) -> tuple[Run, ...]:
    """Several lines of runs as one, with line breaks between them."""
    return tuple(run for at, line in enumerate(lines) for run in ((BREAK, *line) if at else line))


def rendered(block: Block) -> str:
    """The block as HTML."""
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in block.attributes)
    inner = "".join(map(_run_html, block.runs)) + "".join(map(rendered, block.children))
    return f"<{block.tag}{attributes}>{inner}</{block.tag}>"


def _run_html(run: Run) -> str:
    html = escape(run.text, quote=False).replace("\n", "<br>")
    if run.image:
        html = f'<img src="{escape(run.image)}" alt="{escape(run.alt)}">'
    if run.script:
        html = f"<{run.script}>{html}</{run.script}>"
    if run.emphasis:
        html = f"<em>{html}</em>"
    if run.strong:
        html = f"<strong>{html}</strong>"
    return f'<a href="{escape(run.href)}">{html}</a>' if run.href else html
