"""Tables and their constraints, one file per subject."""

from portal.models.account import Attempts, Invitation, Person, RecoveryCode, SignIn
from portal.models.anonymising import Anonymising
from portal.models.article import Article, ImportedPage, Revision, RevisionMedia
from portal.models.journal import Entry
from portal.models.media import Media
from portal.models.search import DocumentFacts, Indexed, Promotion, Synonym, Wording
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
    Anonymising,
    Draft,
    Presence,
    Step,
    Comment,
    Synonym,
    Promotion,
    Entry,
)
REBUILT = (Wording, Indexed, DocumentFacts)
"""Tables that are made from the others and are no part of a backup."""

__all__ = [
    "ALL",
    "REBUILT",
    "Anonymising",
    "Article",
    "Attempts",
    "Comment",
    "DocumentFacts",
    "Draft",
    "Entry",
    "Generation",
    "ImportedPage",
    "Indexed",
    "Invitation",
    "Link",
    "Media",
    "Person",
    "Presence",
    "Promotion",
    "RecoveryCode",
    "Redirect",
    "Revision",
    "RevisionMedia",
    "Section",
    "Setting",
    "SignIn",
    "Step",
    "Synonym",
    "Tally",
    "Wording",
]
