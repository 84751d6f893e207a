"""Parts that many pages share: rendered once, and kept until the next public change."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, current_app
from markupsafe import Markup

from portal.per_generation import PerGeneration
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


def register(app: Flask) -> None:
    """Keep parts with the application that renders them."""
    app.extensions["parts"] = PerGeneration[dict[object, Markup]](dict)


def part(frame: Frame, head: Head, place: Place | None = None) -> Part:
    """What templates of a page call, by name and options, for the parts that it shares with others.

    A part knows the site, its sections, links and notices, and where it is shown: nothing else, so
    that it is the same for every reader. Of each there are some for every section that menus mark.
    """
    parts: dict[object, Markup] = current_app.extensions["parts"].of(frame.generation)
    place_in_menus = here(head, place)

    def shared(name: str, **options: bool) -> Markup:
        key = name, place_in_menus, *options.items()
        if key not in parts:
            parts[key] = _rendered(name, frame, place_in_menus, options)
        return parts[key]

    return shared


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
