"""Names that stand in a legal document although the program knows them: for people to judge."""

from portal import privacy
from portal.privacy import Detection, Style
from portal.services.anonymising.sheet import sheet
from portal.services.anonymising.telling import stands_for_one
from portal.services.content import Content


def by_rule(content: Content) -> list[Detection]:
    """Each name that readers see because no rule says to hide it, at its first place."""
    text = sheet(content).text
    changes = privacy.proposals(text, privacy.find(text), Style.DELETE)
    hidden = {each.detection.text for each in changes if each.on}
    found: dict[str, Detection] = {}
    for each in (change.detection for change in changes):
        if each.kind == "name" and each.text not in hidden and not stands_for_one(each):
            found.setdefault(each.text, each)
    return list(found.values())
