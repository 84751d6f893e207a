"""Addresses of links and files as people would read them: without the signs that carry them."""

import re
from urllib.parse import unquote

from portal.privacy.name_ends import HAN

_ROUNDS = 2
"""An address that is handed on within another one is encoded twice."""
_UNREADABLE = "\ufffd"
_PARTED = re.compile(rf"(?<=[{HAN}])[+ ]+(?=[{HAN}])")
_FOLDER = re.compile("^/media/[0-9a-f]{16}/")


def readable(address: str) -> str:
    """An address decoded, from GBK too; of the site's own files only the name says something."""
    read = _FOLDER.sub("", address)
    for _ in range(_ROUNDS):
        read = _decoded(read)
    return _PARTED.sub("", read).replace("+", " ")


def _decoded(address: str) -> str:
    """An address read as UTF-8, and where that fails as GBK besides: a search may mix both."""
    read = unquote(address)
    if _UNREADABLE not in read or _UNREADABLE in address:
        return read
    return f"{read} {unquote(address, encoding='gb18030')}"
