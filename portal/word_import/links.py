"""Links: those that lead to the web stay; those into the document have no place to lead to."""

import re

from portal.word_import.fields import HREF
from portal.word_import.markup import Element, tag, unwrap, value
from portal.word_import.package import Target

_WEB = re.compile(r"(?:https?://|mailto:)\S+", re.I)


def settle_links(body: Element, targets: dict[str, Target]) -> dict[str, str]:
    """The addresses of the links that stay, by the relationship id that each gets."""
    addresses: dict[str, str] = {}
    for link in list(body.iter(tag("w:hyperlink"))):
        address = (link.get(HREF) or _external(link, targets)).strip()
        if _WEB.fullmatch(address) and not _is_inside_link(link):
            key = f"link{len(addresses)}"
            addresses[key] = address
            link.attrib.clear()
            link.set(tag("r:id"), key)
        else:
            unwrap(link, list(link))
    return addresses


def _external(link: Element, targets: dict[str, Target]) -> str:
    target = targets.get(value(link, ".", "r:id") or "")
    return target.address if target is not None and target.is_external else ""


def _is_inside_link(link: Element) -> bool:
    return next(link.iterancestors(tag("w:hyperlink")), None) is not None
