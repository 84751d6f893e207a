"""Attributes: which of an element's attributes are kept, and in which form."""

import re
from collections.abc import Mapping
from html import unescape

from portal.sanitiser import addresses
from portal.sanitiser.characters import flowing, visible
from portal.sanitiser.limits import LONGEST_VALUE
from portal.sanitiser.policy import POLICY

_NONE: frozenset[str] = frozenset()
_ALIGNED = re.compile(r"(?:^|;)\s*text-align\s*:\s*(center|right)\s*(?:;|$)", re.I)


def permitted(element: str, attributes: Mapping[str, str]) -> dict[str, str]:
    """The attributes that the policy lets `element` keep, in their canonical form."""
    kept = {}
    for name, value in _with_alignment(element, attributes).items():
        if name in _allowed(element):
            form = _canonical(element, name, visible(value))
            if form is not None:
                kept[name] = form
    return kept


def accepts(element: str, name: str, value: str) -> bool:
    """Whether the policy lets `element` have this attribute: the question that Bleach asks.

    Bleach hands over the value with its character references unread: `/&#10;/` hides a line break.
    """
    return name in permitted(element, {name: unescape(value)})


def _allowed(element: str) -> frozenset[str]:
    return POLICY.attributes.get(element, _NONE) | POLICY.attributes["*"]


def _canonical(element: str, name: str, value: str) -> str | None:
    if name == "href":
        return addresses.link(value)
    if name == "src":
        return addresses.image(value)
    if name == "class":
        return _classes(element, value)
    text = flowing(value).strip()
    if name == "reversed":
        return ""
    pattern = POLICY.values.get(name)
    fits = pattern.fullmatch(text) if pattern else len(text) <= LONGEST_VALUE
    return text if fits else None


def _classes(element: str, value: str) -> str | None:
    allowed = POLICY.classes.get(element, _NONE)
    return " ".join(dict.fromkeys(word for word in value.split() if word in allowed)) or None


def _with_alignment(element: str, attributes: Mapping[str, str]) -> Mapping[str, str]:
    """The attributes, with Word's `align` and `text-align` said as one of our classes."""
    style = _ALIGNED.search(attributes.get("style", ""))
    side = style[1] if style else attributes.get("align", "")
    wanted = f"align-{side.lower()}"
    classes = attributes.get("class", "")
    if wanted not in POLICY.classes.get(element, _NONE) or "align-" in classes:
        return attributes
    return {**attributes, "class": f"{classes} {wanted}"}
