"""Tables and their constraints, one file per subject."""

from portal.models.account import Attempts, Invitation, Person, RecoveryCode, SignIn
from portal.models.article import Article, ImportedPage, Revision, RevisionMedia
from portal.models.journal import Entry
from portal.models.media import Media
from portal.models.site import Generation, Link, Redirect, Section, Setting
from portal.models.tally import Tally
from portal.models.work import Comment, Draft, Presence, Step

ALL = (
    Section,
    Setting,
    Link,
    Redirect,
    Generation,
    Person,
    RecoveryCode,
    SignIn,
    Invitation,
    Attempts,
    Media,
    Article,
    Tally,
    Revision,
    RevisionMedia,
    ImportedPage,
    Draft,
    Presence,
    Step,
    Comment,
    Entry,
)

__all__ = [
    "ALL",
    "Article",
    "Attempts",
    "Comment",
    "Draft",
    "Entry",
    "Generation",
    "ImportedPage",
    "Invitation",
    "Link",
    "Media",
    "Person",
    "Presence",
    "RecoveryCode",
    "Redirect",
    "Revision",
    "RevisionMedia",
    "Section",
    "Setting",
    "SignIn",
    "Step",
    "Tally",
]
