"""Making lists anew from the articles themselves: what they show, and how many by month and day."""

from portal.database import writing
from portal.models import Article, Tally
from portal.queries.listing import visible
from portal.services import generation
from portal.times import now


def recount() -> int:
    """Make every list anew; how many articles are listed now.

    The database keeps lists by itself. This is for one that was changed by hand, or that somebody
    wants to be sure of.
    """
    at = now()
    with writing():
        generation.hold()
        Article.update(listed=False).where(Article.listed).execute()
        Tally.delete().execute()
        Article.update(listed=True).where(visible(at)).execute()
        generation.advance(at)
        number: int = Article.select().where(Article.listed).count()
    return number
