"""Addresses: which links and image sources an article may carry, and which files they name."""

import re

from portal.sanitiser.limits import LONGEST_VALUE
from portal.sanitiser.policy import POLICY

# Browsers drop tabs and line breaks inside an address and read a backslash as a slash.
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\s\\\"<>`]")

# A name before @ in a web address disguises the host that follows it.
_WEB = re.compile(r"[^/?#@]+([/?#].*)?")
_AFTER_PREFIX = {
    "https://": _WEB,
    "http://": _WEB,
    "mailto:": re.compile(r"[^@?]+@[^@?]+(\?.*)?"),
    "tel:": re.compile(r"[0-9+(][0-9a-z+().;=%-]*", re.I),
    "/": re.compile(r"(?!/).*"),
    "#": re.compile(r".+"),
}

# Only bytes of non-ASCII characters may be percent-encoded: %2e%2e is .. to a browser.
_MEDIA_NAMES = re.compile(
    r"(?!\.)(?:[\w.-]|%[89A-F][0-9A-F])+(?:/(?!\.)(?:[\w.-]|%[89A-F][0-9A-F])+)*", re.I
)

_MEDIA_FOLDER = re.compile(r'(?:src|href)="[^"]*?/media/([0-9a-f]{16})/')


def media_folders(body: str) -> list[str]:
    """The folders of the files that a clean body shows or links to, each once."""
    return list(dict.fromkeys(_MEDIA_FOLDER.findall(body)))


def link(href: str) -> str | None:
    """The address in the form to publish, or None if it may not be linked to."""
    address = href.strip().replace(" ", "%20")
    if len(address) > LONGEST_VALUE or _UNSAFE.search(address):
        return None
    for prefix in POLICY.link_prefixes:
        if address.lower().startswith(prefix):
            rest = address[len(prefix) :]
            return prefix + rest if _AFTER_PREFIX[prefix].fullmatch(rest) else None
    return None


def image(src: str) -> str | None:
    """The address of a picture in the site's own media store, or None for any other."""
    address = src.strip()
    if len(address) > LONGEST_VALUE or ".." in address:
        return None
    if not address.startswith(POLICY.media_prefix):
        return None
    return address if _MEDIA_NAMES.fullmatch(address[len(POLICY.media_prefix) :]) else None
