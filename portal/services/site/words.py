"""Texts as they are stored: one line, without characters that nobody sees."""

import re
from collections.abc import Iterable

from portal.errors import Refused
from portal.sanitiser.characters import visible

_BETWEEN = re.compile(r"[,，、;；\n]")


def line(value: object) -> str:
    """The text on one line."""
    return " ".join(visible("" if value is None else str(value)).split())


def needed(value: object, field: str, label: str, most: int) -> str:
    """The text on one line; raises Refused when it is empty or longer than `most` characters."""
    text = line(value)
    if not text:
        raise Refused(f"请填写{label}。", field)
    if len(text) > most:
        raise Refused(f"{label}最多 {most} 个字，现在有 {len(text)} 个。", field)
    return text


def keywords(value: object) -> str:
    """Words joined by commas, each once; a text may part them by any comma or 、."""
    parts = value if isinstance(value, list | tuple) else _BETWEEN.split(str(value or ""))
    return ",".join(_each(parts))


def _each(parts: Iterable[object]) -> Iterable[str]:
    return dict.fromkeys(word for part in parts if (word := line(part).replace(",", " ")))
