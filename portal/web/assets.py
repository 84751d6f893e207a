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
        "css/public/search.css",
        "css/public/documents.css",
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
        "js/results.js",
        "js/print.js",
    ),
    "desk.css": (
        "css/tokens.css",
        "css/base.css",
        "css/components.css",
        "css/breadcrumb.css",
        "css/desk/frame.css",
        "css/desk/forms.css",
        "css/desk/work.css",
        "css/desk/versions.css",
        "css/desk/article.css",
        "css/desk/anonymise.css",
        "css/public/article.css",
        "css/desk/editor.css",
        "css/desk/editor_content.css",
        "css/desk/media.css",
        "css/desk/media_upload.css",
        "css/desk/media_choose.css",
        "css/desk/account.css",
        "css/desk/sections.css",
        "css/desk/journal.css",
        "css/desk/help.css",
    ),
    "desk.js": (
        "js/request_errors.js",
        "js/desk/show_password.js",
        "js/desk/new_window.js",
        "js/desk/keep_in_view.js",
        "js/desk/upload.js",
        "js/desk/media_pick.js",
        "js/desk/media_field.js",
        "js/desk/local_copy.js",
        "js/desk/autosave.js",
        "js/desk/findings.js",
        "js/desk/editor_parts.js",
        "js/desk/editor_names.js",
        "js/desk/editor_toolbar.js",
        "js/desk/editor_formats.js",
        "js/desk/editor_dialog.js",
        "js/desk/editor_link.js",
        "js/desk/editor_picture.js",
        "js/desk/editor_table.js",
        "js/desk/editor_table_keys.js",
        "js/desk/editor_language.js",
        "js/desk/editor_outline.js",
        "js/desk/editor_help.js",
        "js/desk/editor_paste.js",
        "js/desk/editor_mending.js",
        "js/desk/editor.js",
    ),
    # The engine of the rich editor, which only the form of an article asks for.
    "engine.js": (
        "vendor/hugerte-1.0.14/hugerte.min.js",
        "vendor/hugerte-1.0.14/models/dom/model.min.js",
        "vendor/hugerte-1.0.14/plugins/lists/plugin.min.js",
    ),
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


def text_of(address: str, target: Path) -> str:
    """The text of a file that was written into `target`."""
    return (target / address.removeprefix(PREFIX)).read_text("utf-8")


def _style(text: str, addresses: dict[str, str]) -> str:
    short = _BLANK.sub(" ", _COMMENT.sub("", text))
    return _REFERENCE.sub(lambda match: f'url("{addresses[match[1]]}")', short)


def _publish(name: str, content: bytes, target: Path) -> str:
    path = Path(name)
    digest = hashlib.sha256(content).hexdigest()[:12]
    file = f"{path.stem}.{digest}{path.suffix}"
    if not (target / file).exists():
        _place(target / file, content)
    return PREFIX + file


def _place(path: Path, content: bytes) -> None:
    """The file itself comes last: where it stands, its compressed copies stand beside it."""
    if path.suffix in COMPRESSED:
        place(path.with_name(f"{path.name}.br"), brotli.compress(content))
        place(path.with_name(f"{path.name}.gz"), gzip.compress(content, 9, mtime=0))
    place(path, content)


def is_immutable(path: str, url: str) -> bool:
    """For WhiteNoise: everything built here may be kept for ever."""
    return True
