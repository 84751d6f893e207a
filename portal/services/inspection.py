"""The checks run on an article: what stands in the way of submitting it, and what is advised."""

from dataclasses import replace

from portal import checks, kinds
from portal.checks.draft import STOP, Draft, Finding, PictureUse
from portal.database import rows
from portal.errors import Refused
from portal.models import Media, Revision
from portal.queries import site
from portal.queries.work import Work
from portal.services.content import Content, checked, stored
from portal.times import now, to_beijing


class Stopped(Refused):
    """Findings stand in the way; they are listed in `findings`."""

    def __init__(self, findings: list[Finding]) -> None:
        first = findings[0].sentence
        more = f"（还有 {len(findings) - 1} 处）" if len(findings) > 1 else ""
        super().__init__(f"检查没有通过：{first}{more}")
        self.findings = findings


def findings(kind: str, content: Content) -> list[Finding]:
    """What the checks say of a content."""
    return [*_missing(kind, content), *checks.run(draft(kind, content))]


def _missing(kind: str, content: Content) -> list[Finding]:
    """A stop for each field that the kind asks for and that is still empty, all at once."""
    return [
        Finding(
            f"required:{number}",
            STOP,
            f"details.{field.key}",
            f"“{field.label}”还没有填写。",
            "",
            None,
            "",
        )
        for number, field in enumerate(kinds.by_key(kind).fields, 1)
        if field.required and not content.details.get(field.key)
    ]


def stop_on_findings(work: Work, revision: Revision) -> None:
    """Raise Stopped when a revision may not go to others as it is.

    Refused when only a field that the kind asks for is missing.
    """
    content = stored(revision)
    stops = [each for each in findings(work.kind, content) if each.level == STOP]
    if stops:
        raise Stopped(stops)
    checked(kinds.by_key(work.kind), content, complete=True)


def applied(content: Content, mended: Draft) -> Content:
    """The content with what a repair has changed."""
    return replace(
        content,
        title=mended.title,
        subtitle=mended.subtitle,
        summary=mended.summary,
        source=mended.source,
        author=mended.author,
        editor=mended.editor,
        keywords=mended.keywords,
        body=mended.body,
        details=mended.details,
        media=[
            replace(use, alt=shown.alt, text=shown.text)
            for use, shown in zip(content.media, mended.uses, strict=True)
        ],
    )


def draft(kind: str, content: Content) -> Draft:
    """The content as the checks read it."""
    ids = [use.media for use in content.media]
    names = dict(rows(Media.select(Media.id, Media.name).where(Media.id << ids)))
    return Draft(
        title=content.title,
        subtitle=content.subtitle,
        summary=content.summary,
        source=content.source,
        author=content.author,
        editor=content.editor,
        keywords=tuple(content.keywords),
        body=content.body,
        kind=kind,
        anonymised=kinds.by_key(kind).anonymised,
        details=content.details,
        uses=tuple(
            PictureUse(use.role, names.get(use.media, ""), use.alt, use.decorative, use.text)
            for use in content.media
        ),
        today=to_beijing(now()).date(),
        expires=to_beijing(content.expires_at).date() if content.expires_at else None,
        office=site.site().name,
    )
