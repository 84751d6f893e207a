"""The set-up of the rich editor, made from the sanitiser's policy, as JSON for the page."""

import json

from portal.sanitiser import POLICY

_VOID = frozenset({"br", "hr", "img"})
_KEPT_EMPTY = frozenset({"caption", "figcaption", "h2", "h3", "h4", "p", "td", "th"})
"""Blocks that a writer may leave empty for now; the engine keeps them open with a space."""


def editor_config(script: str) -> str:
    """What `editor.js` reads from `data-editor`; `script` is the address of the editing engine.

    `options` go to HugeRTE as they are, the other keys are for our own parts of the editor.
    """
    config = {
        "links": POLICY.link_prefixes,
        "media": POLICY.media_prefix,
        "options": {
            "valid_classes": {
                name: " ".join(sorted(POLICY.classes[name])) for name in sorted(POLICY.classes)
            },
            "valid_elements": ",".join(_rule(name) for name in sorted(POLICY.elements)),
            "valid_styles": {"*": ""},
        },
        "script": script,
    }
    return json.dumps(config, ensure_ascii=False, sort_keys=True)


def _rule(element: str) -> str:
    """One element in HugeRTE's notation: `-strong/b[lang]` is strong, also for b, never empty."""
    others = sorted(old for old, new in POLICY.renamed.items() if new == element)
    return f"{_emptiness(element)}{'/'.join([element, *others])}[{'|'.join(_attributes(element))}]"


def _emptiness(element: str) -> str:
    if element in _KEPT_EMPTY:
        return "#"
    return "-" if element in POLICY.inline - _VOID else ""


def _attributes(element: str) -> list[str]:
    names = POLICY.attributes.get(element, frozenset()) | POLICY.attributes["*"]
    if element not in POLICY.classes:
        names -= {"class"}
    needed = POLICY.required.get(element)
    return [f"!{name}" if name == needed else name for name in sorted(names)]
