"""Importing pages of an old portal: read, clean, publish once, and report what was done."""

import re
from collections.abc import Iterator, Sequence
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
from portal.services.publication import Content
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
            ImportedPage.create(fingerprint=page.fingerprint, article=article, name=file.name)
    except IntegrityError:
        # Another import of the same page was faster; its article stands, ours was rolled back.
        known = ImportedPage.get(ImportedPage.fingerprint == page.fingerprint)
        return Outcome(file, known.article.id, known=True, page=page)
    return Outcome(file, article, page=page, lost_images=tuple(lost))


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


def report(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The lines that tell a person what happened to every file."""
    new = [each for each in outcomes if not each.failed and not each.known]
    known = [each for each in outcomes if each.known]
    failed = [each for each in outcomes if each.failed]
    for each in new:
        yield f"新文章 {each.article}：{each.file}"
        yield from _details(each)
    for each in known:
        yield f"已导入过，跳过（文章 {each.article}）：{each.file}"
    for each in failed:
        yield f"没有导入：{each.file}：{each.reason}"
    yield f"共 {len(outcomes)} 个文件：新导入 {len(new)}，已有 {len(known)}，未导入 {len(failed)}。"


def _details(outcome: Outcome) -> Iterator[str]:
    page = outcome.page
    if page is None:
        return
    for repair in page.repairs:
        yield f"    修复：{repair.where}：“{repair.before}”改为“{repair.after}”"
    for warning in page.warnings:
        yield f"    请核对：{warning}"
    for source in outcome.lost_images:
        yield f"    缺图片：{source}"
    if page.dropped:
        yield f"    略去的网页边栏文字（{len(page.dropped)} 行）：{' / '.join(page.dropped)}"
