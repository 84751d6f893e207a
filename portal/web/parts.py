"""Parts that many pages share: rendered once, and kept until the next public change."""

from collections.abc import Callable
from dataclasses import dataclass, field

from flask import Flask, current_app
from markupsafe import Markup

from portal.queries.navigation import Place
from portal.web.frame import Frame
from portal.web.head import Head

Part = Callable[..., Markup]


@dataclass(frozen=True)
class Here:
    """Where a reader is, as far as menus show it: at home, in a section (0: in none), on its page."""

    home: bool
    section: int
    exact: bool

    def current(self, place: Place) -> str | None:
        """What `aria-current` says of a section."""
        if place.id != self.section:
            return None
        return "page" if self.exact else "true"


def here(head: Head, place: Place | None) -> Here:
    """Where the page with this head is; error pages are nowhere."""
    at_home = head.path == "/" and head.indexed
    return Here(at_home, place.id, head.path == place.url) if place else Here(at_home, 0, False)


@dataclass
class _Generation:
    number: int
    parts: dict[object, Markup] = field(default_factory=dict)


class Parts:
    """Keeps the parts of the newest generation: of each some for every section that menus mark.

    A part knows the site, its sections, links and notices, and where it is shown: nothing else, so
    that it is the same for every reader.
    """

    def __init__(self, app: Flask) -> None:
        self._kept = _Generation(-1)
        app.extensions["parts"] = self

    def of(self, frame: Frame, here: Here) -> Part:
        """The function that gives templates a part by its name and options."""
        kept = self._kept
        if kept.number != frame.generation:
            kept = self._kept = _Generation(frame.generation)

        def part(name: str, **options: bool) -> Markup:
            key = name, here, *options.items()
            if key not in kept.parts:
                kept.parts[key] = _rendered(name, frame, here, options)
            return kept.parts[key]

        return part


def part(frame: Frame, head: Head, place: Place | None = None) -> Part:
    """What templates of a page call for the parts that it shares with others."""
    parts: Parts = current_app.extensions["parts"]
    return parts.of(frame, here(head, place))


def _rendered(name: str, frame: Frame, here: Here, options: dict[str, bool]) -> Markup:
    template = current_app.jinja_env.get_template(name)
    text = template.render(
        site=frame.site,
        tree=frame.tree,
        links=frame.links,
        notices=frame.notices,
        here=here,
        **options,
    )
    return Markup(text)  # noqa: S704 - rendered with every value escaped
