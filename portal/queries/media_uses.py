"""Where a file of the media library is used: in revisions, in what they link to, in drafts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from portal.database import rows
from portal.models import Article, Draft, Person, Revision, RevisionMedia
from portal.queries.draft_media import Pairs, mentions, title_in
from portal.queries.library import card
from portal.queries.newest import is_newest

_ON_ITS_WAY = ("live", "submitted", "reviewed", "approved", "scheduled")


@dataclass(frozen=True)
class Use:
    """One use by a revision; `number` 0 stands for a draft that is not saved as a revision yet.

    A draft is its writer's alone, and so is its title: whoever else asks is told the name of the
    `writer`, and the `title` that the article was last saved with.
    """

    article: int
    title: str
    number: int
    state: str
    live: bool
    writer: str = ""


def uses(media: int) -> list[Use]:
    """Every revision that uses a file, newest article and revision first."""
    used = RevisionMedia.select(RevisionMedia.revision).where(RevisionMedia.media == media)
    return _revisions(Revision.id << used)


def linking(media: int) -> list[Use]:
    """Every revision whose text names a file; reads all texts.

    Those that the first release stored are among `uses` only with what they show, not link to.
    """
    found = card(media)
    return _revisions(Revision.body.contains(f"/media/{found.folder}/")) if found else []


def _revisions(where: Any) -> list[Use]:
    select = (
        Revision.select(Article.id, Revision.title, Revision.number, Revision.state)
        .join(Article)
        .where(where)
        .order_by(Article.id.desc(), Revision.number.desc())
    )
    return [
        Use(article, title, number, state, state == "live")
        for article, title, number, state in rows(select)
    ]


def drafts(media: int, reader: int | None) -> list[Use]:
    """Every draft of any person that mentions a file, in its text or in a field, told to `reader`."""
    found = card(media)
    if found is None:
        return []
    typed = Draft.content.cast("TEXT")
    perhaps = typed.contains(found.folder) | typed.contains(str(found.id))
    return [
        _draft(reader, *row)
        for row in rows(_drafts().where(perhaps).order_by(Draft.id.desc()))
        if mentions(row[-1], found.id, found.folder)
    ]


def _drafts() -> Any:
    """Drafts, each with its writer and the title that its article was last saved with."""
    newest = (Revision.article == Draft.article) & is_newest()
    return (
        Draft.select(Draft.article, Draft.person, Person.display, Revision.title, Draft.content)
        .join(Person)
        .join_from(Draft, Revision, JOIN.LEFT_OUTER, on=newest)
    )


def _draft(
    reader: int | None, article: int, person: int, writer: str, saved: str | None, content: Pairs
) -> Use:
    if person == reader:
        return Use(article, title_in(content), 0, "draft", False)
    return Use(article, saved or "", 0, "draft", False, writer)


def where_used(media: int, reader: int | None) -> list[Use]:
    """The newest use by each article, revisions before drafts."""
    return _newest([*uses(media), *drafts(media, reader)])


def where_mentioned(media: int, reader: int | None) -> list[Use]:
    """The same, found thoroughly: for acts after which a file is gone."""
    return _newest([*uses(media), *linking(media), *drafts(media, reader)])


def where_public(media: int) -> list[Use]:
    """The revisions that show a file to readers, or will without another look at it."""
    return _newest([use for use in (*uses(media), *linking(media)) if use.state in _ON_ITS_WAY])


def _newest(found: Sequence[Use]) -> list[Use]:
    newest: dict[int, Use] = {}
    for use in found:
        newest.setdefault(use.article, use)
    return list(newest.values())
