"""The sanitiser: the one allow-list for article HTML, and the only maker of `CleanHtml`.

HTML is cleaned when it is saved, pasted or imported, never while a page is rendered. The way
through: `parsing` reads the mark-up as a browser would, within limits; `shape` builds an
official article from what it read; Bleach checks the result once more. To put another library
in Bleach's place, change `cleaning.checked`, and let `parsing` import html5lib itself.
"""

from portal.sanitiser.cleaning import CleanHtml, clean
from portal.sanitiser.limits import TooComplex
from portal.sanitiser.policy import POLICY, Policy

__all__ = ["POLICY", "CleanHtml", "Policy", "TooComplex", "clean"]
