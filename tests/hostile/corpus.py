"""The hostile corpus: samples of HTML that must never reach a reader as they are.

Each `<family>.txt` holds samples. A sample begins with a line `== its name`, perhaps followed by

- `visible: 文字` — the whole text that a reader may see of it, white space aside;
- `live` — it does harm in today's Chromium if nobody cleans it (the browser test proves that).

Everything up to the next `==` is the sample. `{U+200B}` stands for that character, and
`{50 × <b>}` for fifty of what is between the signs. In every sample the word LEAKED must vanish
and the word KEPT must stay visible; harm is a call of `pwned`, or a request to another place.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_CHARACTER = re.compile(r"\{U\+([0-9A-F]{4,6})\}")
_REPETITION = re.compile(r"\{(\d+) × ([^}]*)\}")


class Sample(NamedTuple):
    """One sample; `visible` is None where the text that remains does not matter."""

    family: str
    name: str
    html: str
    visible: str | None
    live: bool


def samples() -> list[Sample]:
    """Every sample of the corpus, family by family."""
    files = sorted(Path(__file__).parent.glob("*.txt"))
    return [sample for file in files for sample in _family(file)]


def _family(file: Path) -> Iterator[Sample]:
    head, *entries = re.split(r"^== ", file.read_text(encoding="utf-8"), flags=re.M)
    assert not head.strip(), f"{file.name}: text before the first sample"
    for entry in entries:
        name, _, rest = entry.partition("\n")
        live, rest = _without(rest, "live")
        visible, rest = _without(rest, "visible:")
        html = rest.removesuffix("\n").removesuffix("\n")
        words = visible if visible is None else _spelled_out(visible)
        yield Sample(file.stem, name.strip(), _spelled_out(html), words, live is not None)


def _without(text: str, key: str) -> tuple[str | None, str]:
    """The rest of the first line if it starts with `key`, and the text without that line."""
    if not text.startswith(key):
        return None, text
    line, _, rest = text.partition("\n")
    return line.removeprefix(key).strip(), rest


def _spelled_out(html: str) -> str:
    html = _REPETITION.sub(lambda match: int(match[1]) * match[2], html)
    return _CHARACTER.sub(lambda match: chr(int(match[1], 16)), html)
