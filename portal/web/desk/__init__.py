"""The desk (采编台): one blueprint under `/desk/`, one module per subject."""

from flask import Blueprint

desk = Blueprint("desk", __name__, url_prefix="/desk")

from portal.web.desk import (  # noqa: E402 - the views attach themselves to the blueprint
    account,
    article_confirm,
    article_edit,
    article_keep,
    article_moves,
    articles,
    history,
    home,
    invitation,
    journal,
    links,
    media,
    media_field,
    media_pick,
    media_upload,
    people,
    person_acts,
    preview,
    sections,
    settings,
    sign_in,
    two_step,
    word,
)

__all__ = [
    "desk",
    "account",
    "article_confirm",
    "article_edit",
    "article_keep",
    "article_moves",
    "articles",
    "history",
    "home",
    "invitation",
    "media",
    "media_field",
    "media_pick",
    "media_upload",
    "people",
    "person_acts",
    "preview",
    "journal",
    "links",
    "sections",
    "settings",
    "sign_in",
    "two_step",
    "word",
]
