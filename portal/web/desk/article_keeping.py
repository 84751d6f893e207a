"""Keeping a window of the article form as a draft."""

from dataclasses import replace

from portal.errors import Overtaken
from portal.services import drafts
from portal.web.desk.guards import actor
from portal.web.desk.window import Window


def kept(sent: Window) -> Window:
    """Keep a window as a draft, and go on with it; raises Overtaken when it may not be kept."""
    done = offered(sent)
    if not done.token:
        raise Overtaken(done.warning)
    return done


def offered(sent: Window) -> Window:
    """A window with its draft, or without one and with the reason, and then only on the page."""
    done = drafts.keep(
        sent.work.id, sent.token, sent.version, sent.based_on or None, sent.to_keep(), actor()
    )
    return replace(sent, token=done.token, version=done.version, warning=done.warning)
