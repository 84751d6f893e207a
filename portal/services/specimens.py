"""Filling a portal with generated articles, fast, for measuring."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from portal import search
from portal.database import writing
from portal.errors import Refused
from portal.models import Article, Revision, Section
from portal.services import generation
from portal.specimen_text import Specimen, specimen
from portal.text import plain
from portal.times import now

SPAN = timedelta(days=3650)
"""Publication times are spread over ten years back from now."""


def generate(count: int, batch: int, sentences: int = 24) -> Iterator[int]:
    """Add `count` articles to the news sections in turn, yielding how many each batch made.

    Each has about `sentences` sentences of 40 characters.
    Raises Refused when there is no section of the kind `news`.
    """
    sections = list(
        Section.select()
        .where(Section.kind == "news", Section.in_navigation)
        .order_by(Section.position)
    )
    if not sections:
        raise Refused("还没有新闻类栏目，请先运行 portal demo 装入演示内容。")
    first = Article.select().count()
    newest = now() - timedelta(minutes=1)
    for start in range(0, count, batch):
        numbers = range(start, min(start + batch, count))
        with writing():
            for number in numbers:
                section = sections[number % len(sections)]
                at = newest - SPAN * ((count - 1 - number) / count)
                _store(section, specimen(first + number, sentences), at.replace(microsecond=0))
            generation.advance()
        yield len(numbers)


def _store(section: Section, made: Specimen, at: datetime) -> None:
    article = Article.insert(
        section=section, state="live", published_at=at, withdrawn_reason="", created_at=at
    ).execute()
    revision = Revision.insert(
        article=article,
        number=1,
        title=made.title,
        summary=made.summary,
        keywords=made.keywords,
        body=made.body,
        state="live",
        created_at=at,
    ).execute()
    Article.update(live=revision).where(Article.id == article).execute()
    text = search.Text(made.title, [plain(made.body)], made.keywords.split(","))
    search.put(article, revision, text, at)
