"""Media files at `/media/<folder>/<name>`, with byte ranges; browsers keep pictures for ever."""

from pathlib import PurePath

from flask import Response, send_from_directory
from werkzeug.exceptions import NotFound

from portal import media_store
from portal.errors import Gone, Missing
from portal.web.frame import settings
from portal.web.public import public

DAY = 24 * 3600
YEAR = 365 * DAY
_OFFICE = "application/vnd.openxmlformats-officedocument."
SHOWN = {
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".vtt": "text/vtt",
}
HANDED_OVER = {
    ".pdf": "application/pdf",
    ".docx": f"{_OFFICE}wordprocessingml.document",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
    ".pptx": f"{_OFFICE}presentationml.presentation",
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
    ".ofd": "application/ofd",
}
TYPES = {**SHOWN, **HANDED_OVER}
"""Every type that is ever sent; the machine's own list of types is not asked."""
# A file opened by itself may show pictures and play, and can neither run nor reach anything.
BOXED = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"


@public.get("/media/<folder>/<name>")
def media_file(folder: str, name: str) -> Response:
    """A stored file; what is not a picture, video or captions is handed over as a download."""
    suffix = PurePath(name).suffix
    is_document = suffix in HANDED_OVER
    if name.startswith(".") or suffix not in TYPES:
        raise Missing("没有这个文件，可能已经被替换。")
    try:
        response = send_from_directory(
            settings().media,
            f"{folder}/{name}",
            mimetype=TYPES[suffix],
            conditional=True,
            max_age=DAY if is_document else YEAR,
            as_attachment=is_document,
        )
    except NotFound as error:
        if media_store.is_blocked(settings().media, folder, name):
            raise Gone("这个文件已经停止公开。") from error
        raise Missing("没有这个文件，可能已经被替换。") from error
    response.cache_control.public = True
    if (
        not is_document
    ):  # one that was taken back should not be shown from a browser's store for long
        response.cache_control.immutable = True
    response.headers["Content-Security-Policy"] = BOXED
    return response
