"""The allow-list as data: what an article may consist of. The rich editor is set up from it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Policy:
    """What is kept, under which names, and what vanishes; every field is immutable.

    Elements in none of the fields are unwrapped: they go, their text stays.
    """

    inline: frozenset[str]
    """Elements that stand in a line of text."""
    blocks: frozenset[str]
    """Elements that stand on their own."""
    renamed: Mapping[str, str]
    """Elements kept under another name."""
    divisions: frozenset[str]
    """Elements that go, but leave a paragraph where they stood."""
    dropped: frozenset[str]
    """Elements that go with everything in them."""
    attributes: Mapping[str, frozenset[str]]
    """Attributes by element; `*` is every element."""
    values: Mapping[str, re.Pattern[str]]
    """What an attribute must look like as a whole; one that is not named here is free text."""
    required: Mapping[str, str]
    """Elements that are nothing without an attribute: without it they are unwrapped."""
    classes: Mapping[str, frozenset[str]]
    """Classes by element."""
    link_prefixes: tuple[str, ...]
    """How the address of a link may begin."""
    media_prefix: str
    """How the address of an image must begin."""

    @property
    def elements(self) -> frozenset[str]:
        """Every element that can be in clean HTML."""
        return self.inline | self.blocks


def _sets(**words: str) -> Mapping[str, frozenset[str]]:
    return MappingProxyType({key: frozenset(value.split()) for key, value in words.items()})


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SPAN = re.compile(r"[1-9][0-9]{0,2}")
_ALIGNED = "align-center align-right"

POLICY = Policy(
    inline=_names("a abbr br cite code em img q rp rt ruby s span strong sub sup time u"),
    blocks=_names(
        "blockquote caption figcaption figure h2 h3 h4 hr li ol p pre table tbody td tfoot th"
        " thead tr ul"
    ),
    # The page around the article owns the one h1. What a tracked change deleted stays visibly
    # struck out: unwrapping it would publish it.
    renamed=MappingProxyType(
        {
            "b": "strong",
            "i": "em",
            "h1": "h2",
            "h5": "h4",
            "h6": "h4",
            "del": "s",
            "strike": "s",
            "tt": "code",
            "listing": "pre",
            "xmp": "pre",
        }
    ),
    divisions=_names(
        "address article aside body center dd details dialog dir div dl dt fieldset footer form"
        " header hgroup html legend main menu nav optgroup option plaintext search section summary"
    ),
    dropped=_names(
        "applet audio button canvas datalist embed frame frameset head iframe input keygen math"
        " meter noembed noframes noscript object output progress script select style svg template"
        " textarea title video xml"
    ),
    attributes=MappingProxyType(
        {
            **_sets(a="href title", abbr="title", img="src alt", ol="reversed start type"),
            **_sets(td="colspan rowspan", th="colspan rowspan scope", time="datetime"),
            "*": frozenset({"class", "lang"}),
        }
    ),
    values=MappingProxyType(
        {
            "colspan": _SPAN,
            "rowspan": _SPAN,
            "datetime": re.compile(
                r"\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?", re.A
            ),
            "lang": re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}"),
            "scope": re.compile(r"row|col|rowgroup|colgroup"),
            "start": re.compile(r"-?[0-9]{1,5}"),
            "type": re.compile(r"[1aAiI]"),
        }
    ),
    required=MappingProxyType({"a": "href", "img": "src", "span": "lang", "time": "datetime"}),
    # align-right is for signature and date at the end; indent-none for a paragraph that is not
    # to begin two characters in; numbers for a table of figures; narrow for a small picture.
    classes=_sets(
        p=f"{_ALIGNED} indent-none",
        **dict.fromkeys(("h2", "h3", "h4", "td", "th"), _ALIGNED),
        table="numbers",
        figure="narrow",
        img="narrow",
    ),
    link_prefixes=("https://", "http://", "mailto:", "tel:", "/", "#"),
    media_prefix="/media/",
)
