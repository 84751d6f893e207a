"""Filling in and sending a form as a browser does: every field that the page has goes along."""

from typing import Any

from werkzeug.datastructures import MultiDict

from tests.client import Answer, DeskClient


def fields(answer: Answer, action: str = "") -> MultiDict[str, str]:
    """The fields of the form that goes to an address, or of the only one in the main part."""
    form = _form(answer, action)
    found: MultiDict[str, str] = MultiDict()
    for control in form.xpath(".//*[self::input or self::textarea][@name][not(@disabled)]"):
        if control.get("type") in ("checkbox", "radio") and control.get("checked") is None:
            continue
        value = control.text if control.tag == "textarea" else control.get("value")
        # A browser sends line breaks as CR LF, whatever the page has.
        found.add(control.get("name"), (value or "").replace("\r\n", "\n").replace("\n", "\r\n"))
    return found


def press(
    desk: DeskClient, answer: Answer, status: int = 303, *, to: str = "", **typed: Any
) -> Answer:
    """Send a form of this page with what was typed into it."""
    data = fields(answer, to)
    for name, value in typed.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return desk.post(_form(answer, to).get("action"), data, status)


def _form(answer: Answer, action: str) -> Any:
    where = f"@action='{action}'" if action else "@method='post'"
    forms = answer.all(f"//main//form[{where}]")
    assert len(forms) == 1, [each.get("action") for each in forms]
    return forms[0]
