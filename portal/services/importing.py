"""Importing pages of an old portal: read, clean and publish each of them once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from peewee import IntegrityError

from portal.database import writing
from portal.errors import Refused
from portal.models import ImportedPage, Section
from portal.page_import import ImportedPage as Page
from portal.page_import import NotUnderstood, read_page
from portal.sanitiser import TooComplex
from portal.services import library, publication
from portal.services.content import Content
from portal.times import from_beijing

_SOURCE = re.compile(r'src="([^"]*)"')


# What browsers save beside a page; pictures come in with the page that shows them.
_COMPANIONS = frozenset(
    [
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".webp",
        ".bmp",
        ".svg",
        ".ico",
        ".css",
        ".js",
        ".map",
        ".woff",
        ".woff2",
        ".ttf",
        ".eot",
        ".swf",
    ]
)


@dataclass(frozen=True)
class Outcome:
    """What became of one file: an article, the article that was there already, or a reason."""

    file: Path
    article: int | None = None
    known: bool = False
    reason: str = ""
    page: Page | None = None
    lost_images: Sequence[str] = field(default_factory=tuple)
    alike: int | None = None
    """An article imported before with the same title and day, but other words."""

    @property
    def failed(self) -> bool:
        return self.article is None


def section_for(slug: str) -> Section:
    """The section to import into; raises Refused with the slugs there are."""
    section = Section.get_or_none(Section.slug == slug)
    if section is None:
        slugs = "、".join(each.slug for each in Section.select().order_by(Section.position))
        raise Refused(f"没有网址名为“{slug}”的栏目。现有：{slugs or '（还没有栏目）'}。")
    if section.kind not in ("news", "notices", "page"):
        raise Refused(f"栏目“{section.name}”的文章有专门的字段，不能从网页导入。")
    return section


def pages_in(paths: Sequence[Path]) -> tuple[list[Path], int]:
    """The files to import, folders searched through, and how many companions were passed over.

    A file that is named itself is always tried, whatever its name.
    """
    found: list[Path] = []
    companions = 0
    for path in paths:
        inside = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else []
        pages = [each for each in inside if each.suffix.lower() not in _COMPANIONS]
        companions += len(inside) - len(pages)
        found += pages if path.is_dir() else [path]
    return found, companions


def import_file(file: Path, section: Section, media: Path) -> Outcome:
    """Import one file; never raises for what the file holds."""
    try:
        page = read_page(file.read_bytes(), file.name)
    except OSError as error:
        return Outcome(file, reason=f"读不到文件：{error.strerror}。")
    except NotUnderstood as error:
        return Outcome(file, reason=str(error))
    known = ImportedPage.get_or_none(ImportedPage.fingerprint == page.fingerprint)
    if known:
        return Outcome(file, known.article.id, known=True, page=page)
    try:
        return _store(file, page, section, media)
    except (Refused, TooComplex) as error:
        return Outcome(file, reason=str(error))


def _store(file: Path, page: Page, section: Section, media: Path) -> Outcome:
    lost: list[str] = []
    body = _with_images(page.body_html, file, media, lost)
    content = Content(
        title=page.title,
        subtitle=page.subtitle,
        author=page.author,
        source=page.source,
        editor=page.editor,
        body=body,
    )
    try:
        with writing():
            article = publication.publish(section, content, from_beijing(page.published))
            alike = ImportedPage.get_or_none(ImportedPage.source_key == page.source_key)
            ImportedPage.create(
                fingerprint=page.fingerprint,
                source_key=page.source_key,
                article=article,
                name=file.name,
            )
    except IntegrityError:
        # Another import of the same page was faster; its article stands, ours was rolled back.
        known = ImportedPage.get(ImportedPage.fingerprint == page.fingerprint)
        return Outcome(file, known.article.id, known=True, page=page)
    other = alike.article.id if alike else None
    return Outcome(file, article, page=page, lost_images=tuple(lost), alike=other)


def _with_images(body: str, file: Path, media: Path, lost: list[str]) -> str:
    """Take pictures saved beside the page into the library; what is not there is noted in `lost`."""

    def replace(match: re.Match[str]) -> str:
        saved = _beside(file, match[1])
        try:
            if saved is None:
                raise Refused("不在导入的文件夹里")
            row = library.add_media(media, saved.read_bytes(), saved.name)
        except (OSError, Refused):
            lost.append(match[1])
            return match[0]
        return f'src="{row.url}"'

    return _SOURCE.sub(replace, body)


def _beside(file: Path, source: str) -> Path | None:
    """The file that a relative image address means, never outside the page's own folder."""
    folder = file.parent.resolve()
    if not source or "\0" in source or ":" in source:
        return None
    path = (folder / unquote(source).split("?")[0].lstrip("/")).resolve()
    return path if path.is_relative_to(folder) and path.is_file() else None
