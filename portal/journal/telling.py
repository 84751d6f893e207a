"""Entries as sentences: what somebody did, to which thing."""

from portal.journal.wording import ACTIONS, THINGS


def told(action: str, thing: str, thing_name: str, name: str) -> str:
    """What the person `name` did: `发布了文章《…》`; an action of another version keeps its key."""
    phrase = ACTIONS.get(action, action)
    if thing_name in ("", name) or thing_name in THINGS.values():
        return phrase
    return phrase + (f"《{thing_name}》" if thing == "article" else f"“{thing_name}”")
