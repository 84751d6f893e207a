"""The words of a revision that a search finds, gathered from its fields, its body and its media."""

import re
from collections.abc import Iterator
from datetime import datetime

from portal import kinds, search
from portal.database import rows
from portal.models import Article, Media, Revision, RevisionMedia, Section
from portal.search import Facts, Text
from portal.text import plain

_READING = re.compile(r"<(rt|rp)\b.*?</\1>", re.S)
_PICTURE = re.compile(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>')
_FACTS = ("type", "cause", "unit")
LONGEST = 100
"""How much of a fact is kept to look a document up by; of a longer one, the beginning."""
_CELL = re.compile(r"(?=</t[dh]>)")


def keep(revision: Revision) -> None:
    """Write down the words of a revision; its media must be stored already."""
    search.keep(revision.id, text(revision))


def publish(revision: Revision, published_at: datetime) -> None:
    """Let readers find the article of a revision by its words as they are now."""
    search.put(revision.article_id, revision.id, text(revision), published_at)


def text(revision: Revision) -> Text:
    """What of a revision a search finds, a line for each part; excerpts show the first that fits."""
    of_article = Section.select().join(Article).where(Article.id == revision.article_id)
    section = of_article.get()
    kind = kinds.by_key(section.kind)
    lines = [revision.subtitle, body(revision.body), kind.words(revision.details)]
    keywords = [word for word in revision.keywords.split(",") if word]
    people = [revision.author, revision.source]
    facts = _facts(section.id, revision) if kind is kinds.DOCUMENTS else None
    return Text(revision.title, [*lines, *_media(revision.id), *people], keywords, facts)


def _facts(section: int, revision: Revision) -> Facts:
    """What a document is looked up by, as far as a list of choices can show it."""
    known = {name: str(revision.details.get(name, ""))[:LONGEST] for name in _FACTS}
    day = str(revision.details.get("date", ""))
    return Facts(section, year=int(day[:4]) if day else 0, **known)


def body(html_body: str) -> str:
    """The words of a body as they follow each other for a reader.

    Readings above characters are left out, because they would part the words; alternatives of
    pictures stand in lines of their own, and so does every cell of a table.
    """
    alone = _PICTURE.sub(lambda match: f"<br>{match[1]}<br>", _READING.sub("", html_body))
    return plain(_CELL.sub("<br>", alone))


def _media(revision: int) -> Iterator[str]:
    """The words of each use of a file, as readers see them."""
    select = (
        RevisionMedia.select(
            RevisionMedia.role,
            RevisionMedia.text,
            RevisionMedia.alt,
            RevisionMedia.decorative,
            Media.name,
        )
        .join(Media)
        .where(RevisionMedia.revision == revision, RevisionMedia.role != "body")
        .order_by(RevisionMedia.role, RevisionMedia.position)
    )
    for role, words, alt, decorative, name in rows(select):
        yield words
        if not decorative:
            yield alt
        if role == "attachment":
            yield name
