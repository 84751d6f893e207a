"""Colleagues whose words would go with an article."""

from portal.database import rows
from portal.models import Draft, Person


def keepers(article: int, other_than: int | None) -> list[str]:
    """Names of the others, still at work here, who have something unsaved in the article."""
    select = (
        Draft.select(Person.display)
        .distinct()
        .join(Person)
        .where(Draft.article == article, Draft.person != other_than, Person.active)
        .order_by(Person.display)
    )
    return [name for (name,) in rows(select)]
