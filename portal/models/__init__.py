"""Tables and their constraints, one file per subject."""

from portal.models.article import Article, ImportedPage, Revision, RevisionMedia
from portal.models.media import Media
from portal.models.site import Generation, Link, Redirect, Section, Setting

ALL = (
    Section,
    Setting,
    Link,
    Redirect,
    Generation,
    Media,
    Article,
    Revision,
    RevisionMedia,
    ImportedPage,
)

__all__ = [
    "ALL",
    "Article",
    "Generation",
    "ImportedPage",
    "Link",
    "Media",
    "Redirect",
    "Revision",
    "RevisionMedia",
    "Section",
    "Setting",
]
