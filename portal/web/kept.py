"""Which pages the page cache may keep, declared at the view that makes them."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from flask import Flask
from werkzeug.exceptions import HTTPException

View = TypeVar("View", bound=Callable[..., Any])
Declared = Mapping[str, re.Pattern[str]]
"""The arguments on which a page depends, and what their values look like."""

NUMBER = re.compile(r"[1-9][0-9]{0,8}")
"""The number of a page."""
ABSENT = re.compile("")
"""An argument of which there are too many values: a page is kept only where it has none."""


def kept(**arguments: re.Pattern[str]) -> Callable[[View], View]:
    """Let the answer of a view be kept until the next publication.

    The view must be a pure function of its path, these arguments, the reading settings, whether
    htmx asks, and what is published.
    """

    def mark(view: View) -> View:
        vars(view)["kept"] = arguments
        return view

    return mark


def declarations(app: Flask) -> Callable[[str], Declared | None]:
    """From a path to what its view has declared; None for a page that is not kept."""
    adapter = app.url_map.bind("")

    @lru_cache(4096)
    def declared(path: str) -> Declared | None:
        try:
            endpoint, _ = adapter.match(path, method="GET")
        except HTTPException:  # none, or a redirect
            return None
        return getattr(app.view_functions[endpoint], "kept", None)

    return declared
