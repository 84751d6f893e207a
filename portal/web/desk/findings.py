"""Where in the form a finding of the checks stands, and the buttons of its repair."""

from portal import checks
from portal.checks import Finding
from portal.errors import Refused
from portal.services import inspection
from portal.services.content import Content
from portal.web.desk.article_form import DETAIL

_ANCHORS = {"title": "headline", "body": "body_text", "expires": "expires_at"}


def anchor(field: str) -> str:
    """The id of the control that a finding's field is edited in."""
    if field.startswith("details."):
        return DETAIL + field.removeprefix("details.")
    return _ANCHORS.get(field, field)


def repaired(kind: str, content: Content, act: str) -> tuple[Content, Finding]:
    """The content after the repair that a button names, `<check>:<ordinal>:<quote>`.

    Raises Refused when the content has changed since the button was shown: the same ordinal may
    stand for another place now, which the quote tells.
    """
    check, _, rest = act.partition(":")
    ordinal, _, quote = rest.partition(":")
    draft = inspection.draft(kind, content)
    for each in checks.run(draft):
        if each.key == f"{check}:{ordinal}" and each.quote == quote:
            return inspection.applied(content, checks.repaired(draft, each.key)), each
    raise Refused("检查以后内容又有变化，这一处没有自动修改。请再检查一遍。")
