"""Privacy: finds personal data in a text and proposes what to put in its place.

The way through: `find` reads a plain text, `proposals` says what each find becomes in the style
of the office, `apply` and `apply_html` make the changes that are on. `text_of` is the text of an
article that their offsets count in, `parts_of` the same with what is said beside it told apart; to
read title and body as one text, join them with line breaks and take the changes of each `within` it. `juvenile` says which documents must not be
published at all.
"""

from portal.privacy.added import added
from portal.privacy.detection import KINDS, Detection
from portal.privacy.finding import find
from portal.privacy.html import apply_html, parts_of, text_of
from portal.privacy.html_source import WHOLE
from portal.privacy.juvenile import Stop, juvenile
from portal.privacy.proposals import Change, apply, proposals, within
from portal.privacy.pseudonyms import Naming
from portal.privacy.readable import readable
from portal.privacy.replacing import Style, masked

__all__ = [
    "KINDS",
    "WHOLE",
    "Change",
    "Detection",
    "Naming",
    "Stop",
    "Style",
    "added",
    "apply",
    "apply_html",
    "find",
    "juvenile",
    "masked",
    "parts_of",
    "proposals",
    "readable",
    "text_of",
    "within",
]
