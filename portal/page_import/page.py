"""What reading an old page yields: an imported page, or the reason why there is none."""

from dataclasses import dataclass
from datetime import datetime

from portal.errors import PortalError


class NotUnderstood(PortalError):
    """A file is not the page of an article; the sentence says why and what to do."""


@dataclass(frozen=True)
class Repair:
    """A change that was certain: what kind (编号, 标点), where, and the wording before and after."""

    kind: str
    where: str
    before: str
    after: str


@dataclass(frozen=True)
class ImportedPage:
    """One old page as an article. Texts are empty when the page does not tell them.

    `published` is naive Beijing time, at midnight unless `has_time`. `body_html` is not sanitised.
    `images` are addresses as the page wrote them. Every line of the page that is in none of
    these stands in `dropped`, in the page's order. `fingerprint` is the same for two copies with the
    same words; `source_key` is the same for two states of one page (same title, same day).
    """

    name: str
    title: str
    subtitle: str
    published: datetime
    has_time: bool
    author: str
    source: str
    editor: str
    section_name: str
    body_html: str
    images: tuple[str, ...]
    dropped: tuple[str, ...]
    repairs: tuple[Repair, ...]
    warnings: tuple[str, ...]
    fingerprint: str
    source_key: str
