"""Drafts to check: one in which nothing is wrong, and ways to spoil it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from portal.checks import Draft, Finding, PictureUse, repaired, run
from portal.kinds import by_key
from portal.sanitiser import clean

DEMO = Path(__file__).parent.parent.parent / "demo"
OFFICE = "示例市人民检察院"
TODAY = date(2026, 5, 8)
PICTURE = '<img src="/media/0123456789abcdef/river.jpg"{}>'

_SOUND = Draft(
    title="河水变清了",
    subtitle="",
    summary="半年整治，双溪镇的河水重新见底。",
    source=OFFICE,
    author="第四检察部",
    editor="",
    keywords=("河道", "公益诉讼"),
    body="<p>五月的一个上午，检察官回到河边查看整改情况，水清了，岸上种了树。</p>",
    kind="news",
    anonymised=False,
    details={},
    uses=(),
    today=TODAY,
    expires=None,
    office=OFFICE,
)


def draft(**values: Any) -> Draft:
    """A draft in which nothing is wrong but what `values` bring; the body is cleaned."""
    made = replace(_SOUND, **values)
    return replace(made, body=clean(made.body))


def with_body(html: str, **values: Any) -> Draft:
    """A sound draft with that body after a first paragraph, so that it is block 1."""
    return draft(body=f"{_SOUND.body}\n{html}", **values)


def use(role: str, text: str = "说明", alt: str = "一条河", **values: Any) -> PictureUse:
    """One use of a file."""
    return PictureUse(role, values.get("name", "river.jpg"), alt, False, text)


def found(checked: Draft, check: str) -> list[Finding]:
    """What one check finds in a draft."""
    return [each for each in run(checked) if each.key.partition(":")[0] == check]


def mended(checked: Draft, check: str) -> Draft:
    """The draft after the repair of that check's only finding, which is gone then."""
    (finding,) = found(checked, check)
    assert finding.repair
    after = repaired(checked, finding.key)
    assert clean(after.body) == after.body
    assert not found(after, check)
    return after


def below(checked: Draft) -> str:
    """The body without its first paragraph."""
    return checked.body.partition("</p>\n")[2]


def demo_drafts() -> Iterator[Draft]:
    """Every article of the demo office as a draft of the day of its publication."""
    sections = tomllib.loads((DEMO / "sections.toml").read_text("utf-8"))["sections"]
    kinds = {section["slug"]: section["kind"] for section in sections}
    for path in sorted((DEMO / "articles").glob("*/*.html")):
        _, facts, body = path.read_text("utf-8").split("+++\n", 2)
        yield _demo_draft(tomllib.loads(facts), body, kinds[path.parent.name])


def _demo_draft(facts: dict[str, Any], body: str, kind: str) -> Draft:
    details = dict(facts.get("details", {}))
    uses = [use("picture", each["text"], each["alt"]) for each in details.pop("pictures", [])]
    uses += [use(role, "", "") for role in ("video", "captions") if details.pop(role, None)]
    uses += [use("attachment", each["title"]) for each in facts.get("attachments", [])]
    return draft(
        **{key: facts[key] for key in ("title", "summary", "author", "subtitle") if key in facts},
        keywords=tuple(facts["keywords"]),
        body=re.sub('"media:([^"]+)"', r'"/media/0123456789abcdef/\1"', body),
        kind=kind,
        anonymised=by_key(kind).anonymised,
        details=details,
        uses=tuple(uses),
        today=facts["date"].date(),
        expires=facts["expires"].date() if "expires" in facts else None,
    )
