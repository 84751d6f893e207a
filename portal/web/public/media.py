"""Media files at `/media/<folder>/<name>`, with byte ranges, kept by browsers for ever."""

from flask import Response, send_from_directory
from werkzeug.exceptions import NotFound

from portal.errors import Missing
from portal.web.public import public
from portal.web.public.frame import settings

YEAR = 365 * 24 * 3600
INLINE = (".jpg", ".png", ".webp", ".mp4", ".vtt")


@public.get("/media/<folder>/<name>")
def media_file(folder: str, name: str) -> Response:
    """A stored file; what is not a picture, video or captions is handed over as a download."""
    if name.startswith("."):
        raise Missing("没有这个文件，可能已经被替换。")
    download = not name.endswith(INLINE)
    try:
        response = send_from_directory(
            settings().media,
            f"{folder}/{name}",
            conditional=True,
            max_age=YEAR,
            as_attachment=download,
        )
    except NotFound as error:
        raise Missing("没有这个文件，可能已经被替换。") from error
    response.cache_control.public = True
    response.cache_control.immutable = True
    return response
