"""What a request asks for: the little of it on which a kept page may depend."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, urlencode

from werkzeug.http import parse_cookie

from portal import reading
from portal.web.kept import Declared

Environ = dict[str, Any]

LONGEST = 200
"""Characters of a path or query beyond which no page of ours is asked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A page and its variant. Whatever else a visitor sends neither enters a page nor finds one."""

    path: str
    query: str = ""
    reading: str = ""
    """The cookie value of the reading settings; empty for the usual ones."""
    fragment: bool = False


def asked(environ: Environ, declared: Declared) -> Asked | None:
    """What is asked of a page that depends on the declared arguments.

    None for values that the page cannot have: such a request is for the application to refuse.
    """
    query = _query(environ.get("QUERY_STRING", ""), declared)
    if query is None:
        return None
    return Asked(
        environ["PATH_INFO"],
        query,
        _reading(environ.get("HTTP_COOKIE", "")),
        _is_fragment(environ),
    )


def _query(given: str, declared: Declared) -> str | None:
    """The declared arguments alone, the first of each name, in the order of the declaration."""
    if not given or not declared:
        return ""
    if len(given) > LONGEST:
        return None
    pairs: dict[str, str] = {}
    for name, value in parse_qsl(given, keep_blank_values=True):
        pairs.setdefault(name, value)
    kept = [(name, pairs[name]) for name in declared if name in pairs]
    if not all(declared[name].fullmatch(value) for name, value in kept):
        return None
    return urlencode([(name, value) for name, value in kept if value])


def _reading(cookies: str) -> str:
    if reading.COOKIE not in cookies:
        return ""
    return _usual(parse_cookie(cookies).get(reading.COOKIE, "")[:LONGEST])


@lru_cache(1024)
def _usual(value: str) -> str:
    """The one spelling of these settings."""
    return reading.from_cookie(value).cookie


def _is_fragment(environ: Environ) -> bool:
    """As `render.wants_fragment` sees it: a boosted or history request wants the whole page."""
    return environ.get("HTTP_HX_REQUEST") == "true" and not (
        environ.get("HTTP_HX_BOOSTED") == "true"
        or environ.get("HTTP_HX_HISTORY_RESTORE_REQUEST") == "true"
    )


PASSED_ON = ("SERVER_PROTOCOL", "SERVER_SOFTWARE", "SERVER_NAME", "SERVER_PORT", "REMOTE_ADDR")


def clean(environ: Environ, wanted: Asked, scheme: str, host: str) -> Environ:
    """The request for exactly this page, as nobody in particular would send it to our address."""
    passed: Mapping[str, Any] = {
        name: value
        for name, value in environ.items()
        if name in PASSED_ON or name.startswith("wsgi.")
    }
    made = {
        **passed,
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": wanted.path,
        "QUERY_STRING": wanted.query,
        "HTTP_HOST": host,
        "wsgi.url_scheme": scheme,
        "wsgi.input": BytesIO(),
    }
    if wanted.reading:
        made["HTTP_COOKIE"] = f"{reading.COOKIE}={wanted.reading}"
    if wanted.fragment:
        made |= {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "page"}
    return made
