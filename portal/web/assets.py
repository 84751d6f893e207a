"""Static files under addresses that contain their content's hash, compressed once.

The style sheets and behaviours stay one file per idea on disk; readers fetch one of each kind.
"""

import gzip
import hashlib
import re
from pathlib import Path

import brotli

from portal.media_store.files import place

BUNDLES = {
    "site.css": (
        "css/tokens.css",
        "css/base.css",
        "css/components.css",
        "css/breadcrumb.css",
        "css/public/frame.css",
        "css/public/header.css",
        "css/public/ticker.css",
        "css/public/home.css",
        "css/public/lists.css",
        "css/public/article.css",
        "css/public/reading.css",
        "css/public/footer.css",
        "css/print.css",
    ),
    "site.js": (
        "js/navigation.js",
        "js/history_scroll.js",
        "js/new_window.js",
        "js/reading_settings.js",
        "js/request_errors.js",
        "js/ticker.js",
        "js/print.js",
    ),
    "desk.css": (
        "css/tokens.css",
        "css/base.css",
        "css/components.css",
        "css/breadcrumb.css",
        "css/desk/frame.css",
        "css/desk/forms.css",
    ),
    "desk.js": ("js/request_errors.js",),
}
SINGLES = (
    "vendor/htmx-2.0.11/htmx.min.js",
    "images/favicon.svg",
    "images/favicon.png",
    "images/touch-icon.png",
    "images/og.jpg",
    "images/pointer.svg",
)
COMPRESSED = (".css", ".js", ".svg")
PREFIX = "/static/"

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_BLANK = re.compile(r"\s+")
_REFERENCE = re.compile(r'url\("\.\./([^"]+)"\)')


def build(source: Path, target: Path) -> dict[str, str]:
    """Write the files that readers fetch into `target`; the address of each name.

    Names carry the hash, so that several processes may do this at once and old pages keep working
    beside new ones.
    """
    addresses = {name: _publish(name, (source / name).read_bytes(), target) for name in SINGLES}
    for name, parts in BUNDLES.items():
        text = "\n".join((source / part).read_text("utf-8") for part in parts)
        if name.endswith(".css"):
            text = _style(text, addresses)
        addresses[name] = _publish(name, text.encode(), target)
    return addresses


def _style(text: str, addresses: dict[str, str]) -> str:
    short = _BLANK.sub(" ", _COMMENT.sub("", text))
    return _REFERENCE.sub(lambda match: f'url("{addresses[match[1]]}")', short)


def _publish(name: str, content: bytes, target: Path) -> str:
    path = Path(name)
    digest = hashlib.sha256(content).hexdigest()[:12]
    file = f"{path.stem}.{digest}{path.suffix}"
    if path.suffix in COMPRESSED:
        place(target / f"{file}.br", brotli.compress(content))
        place(target / f"{file}.gz", gzip.compress(content, 9, mtime=0))
    place(target / file, content)
    return PREFIX + file


def is_immutable(path: str, url: str) -> bool:
    """For WhiteNoise: everything built here may be kept for ever."""
    return True
