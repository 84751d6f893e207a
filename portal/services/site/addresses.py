"""Addresses of sections that moved: kept as redirects, one step long, never in a circle."""

from portal.errors import Refused
from portal.models import Redirect, Section

_PAGES = ("", "feed.xml")
"""What a section has below its address. Its articles find their way by their number."""


def move(old: str, new: str) -> None:
    """Lead every address of section `old` to `new`, and what led to `old` as well."""
    release(new)
    for row in Redirect.select().where(Redirect.target.startswith(f"/{old}/")):
        target = f"/{new}/{row.target.removeprefix(f'/{old}/')}"
        Redirect.update(target=target).where(Redirect.id == row.id).execute()
    Redirect.delete().where(Redirect.path == Redirect.target).execute()
    for page in _PAGES:
        Redirect.create(path=f"/{old}/{page}", target=f"/{new}/{page}")


def retire(old: str, heir: str) -> None:
    """Lead the addresses of a deleted section to those of `heir`; an empty one is the home page."""
    top = f"/{heir}/" if heir else "/"
    for page in _PAGES:
        path = f"/{old}/{page}"
        Redirect.update(target=top + page).where(Redirect.target == path).execute()
        Redirect.create(path=path, target=top + page)


def release(slug: str) -> None:
    """Forget where an address led: a section stands there now."""
    Redirect.delete().where(Redirect.path.in_([f"/{slug}/{page}" for page in _PAGES])).execute()


def refuse_taken(slug: str, own: str, take_over: bool) -> None:
    """Raise Refused when `slug` was the address of another section, unless it is taken over.

    `own` is the slug that the section has had so far: going back to an earlier one is no conflict.
    """
    row = Redirect.get_or_none(Redirect.path == f"/{slug}/")
    if row is None or take_over or (own and row.target == f"/{own}/"):
        return
    heir = Section.get_or_none(Section.slug == row.target.strip("/"))
    name = f"“{heir.name}”" if heir else "首页"
    raise Refused(
        f"网址名“{slug}”以前用过，旧网址现在转到{name}。请换一个；"
        "如果确实要用，请勾选下面的“旧网址改归这个栏目”再保存。",
        "take_over",
    )
