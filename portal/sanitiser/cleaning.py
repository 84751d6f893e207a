"""Cleaning: any HTML in, HTML that may be published out, and the type that says so."""

from typing import Self

import bleach

from portal.sanitiser.attributes import accepts
from portal.sanitiser.limits import LONGEST, TOO_LONG, TOO_TANGLED, TooComplex
from portal.sanitiser.parsing import parse
from portal.sanitiser.policy import POLICY
from portal.sanitiser.shape import shaped
from portal.sanitiser.tree import write

_PASSES = 6
"""Two do for nearly everything: one to clean, one to see that nothing changes any more."""

_PROTOCOLS = {prefix.rstrip(":/") for prefix in POLICY.link_prefixes if ":" in prefix}


class CleanHtml(str):
    """HTML that the sanitiser has passed; templates mark this type as safe, and no other.

    Whatever is made from it (a slice, a sum, a replacement) is an ordinary `str` again.
    """

    __slots__ = ()

    def __new__(cls, *_: object) -> Self:
        raise TypeError("CleanHtml is made by clean(), or by restored() from the database")

    @classmethod
    def restored(cls, stored: str) -> Self:
        """Take back from the database what `clean` made before it was stored; for nothing else."""
        return str.__new__(cls, stored)


def clean(html: str) -> CleanHtml:
    """The HTML of an article, made of nothing but what `POLICY` allows; cleaning it again is idle.

    Raises TooComplex, with a sentence for people, when the input is beyond the limits.
    """
    for _ in range(_PASSES):
        cleaner = _cleaned_once(html)
        if cleaner == html:
            return CleanHtml.restored(cleaner)
        html = cleaner
    raise TooComplex(TOO_TANGLED)


def checked(html: str) -> str:
    """The HTML as Bleach lets it through: the second gate, which shares only the policy.

    The first has left it nothing to do: a mistake has to be made twice to get out.
    """
    passed: str = bleach.clean(
        html, tags=POLICY.elements, attributes=accepts, protocols=_PROTOCOLS, strip=True
    )
    return passed


def _cleaned_once(html: str) -> str:
    shape = "\n".join(map(write, shaped(parse(_within_limits(html)))))
    return checked(_within_limits(shape))


def _within_limits(html: str) -> str:
    if len(html) > LONGEST:
        raise TooComplex(TOO_LONG)
    return html
