"""Keeping a window of the article form as a draft."""

from dataclasses import replace

from portal.services import drafts
from portal.web.desk.guards import actor
from portal.web.desk.window import Window


def kept(sent: Window) -> Window:
    """Keep a window as a draft, and go on with it."""
    done = drafts.keep(
        sent.work.id, sent.token, sent.version, sent.based_on or None, sent.to_keep(), actor()
    )
    return replace(sent, token=done.token, version=done.version, warning=done.warning)
