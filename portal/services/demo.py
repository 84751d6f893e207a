"""The demo office: the files of `demo/` become sections, settings, media and articles.

An article file is TOML between `+++` lines, then the HTML of its body; `media:NAME` in it stands
for a file of `demo/media/`.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any

from portal import journal
from portal.database import writing
from portal.models import Article, Media, Section
from portal.roles import COMMAND
from portal.services import library, publication, search_words, site
from portal.services.content import Content, MediaUse
from portal.settings import ROOT
from portal.times import from_beijing

FOLDER = ROOT / "demo"
_PLACEHOLDER = re.compile(r'"media:([^"]+)"(?: alt="([^"]*)")?')
_TEXTS = ("subtitle", "author", "source", "editor", "summary")


@dataclass(frozen=True)
class DemoFile:
    """One article file, read."""

    section: str
    facts: dict[str, Any]
    body: str


def is_empty() -> bool:
    """Whether nothing was set up yet: demo content goes into an empty portal only."""
    return not Section.select().exists()


def office() -> str:
    """The name of the demo office."""
    name: str = _facts("site")["site"]["name"]
    return name


def files() -> list[DemoFile]:
    """Every article file, oldest first, so that ids grow with time."""
    found = [_read(path) for path in sorted((FOLDER / "articles").glob("*/*.html"))]
    return sorted(found, key=lambda file: file.facts["date"])


def load(media: Path, articles: list[DemoFile]) -> Iterator[int]:
    """Load everything in one transaction, yielding 1 after each article.

    A load that is killed leaves an empty database behind, so that it can simply be run again.
    """
    with writing():
        _site()
        _search_words()
        sections = {section.slug: section for section in Section.select()}
        for file in articles:
            _publish(media, sections[file.section], file)
            yield 1
        after = {"articles": article_count()}
        journal.record(COMMAND, "demo-loaded", "site", None, office(), after=after)


def lay_out() -> int:
    """Only the sections, for an office that begins on its own; how many there are.

    Nothing of them is the demo's: its name is left out, and everything takes a second person.
    """
    sections = _sections()
    with writing():
        for facts in sections:
            said = facts["description"].replace(office(), "本院")
            site.add_section({**facts, "description": said, "review_steps": 2}, by=COMMAND)
    return len(sections)


def article_count() -> int:
    """How many articles there are now."""
    number: int = Article.select().count()
    return number


def _read(path: Path) -> DemoFile:
    _, facts, body = path.read_text("utf-8").split("+++\n", 2)
    return DemoFile(path.parent.name, tomllib.loads(facts), body)


def _facts(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def _site() -> None:
    facts = _facts("site")
    own = facts["site"]
    site.change_settings({**own, "keywords": ",".join(own["keywords"])})
    for section in _sections():
        site.add_section(section)
    site.replace_links(facts["links"])


def _sections() -> list[dict[str, Any]]:
    """The facts of every section with its position; one comes after that above it."""
    listed = _facts("sections")["sections"]
    placed = [{**facts, "position": number} for number, facts in enumerate(listed, 1)]
    return sorted(placed, key=lambda facts: "parent" in facts)


def _search_words() -> None:
    facts = _facts("search")
    for group in facts["synonyms"]:
        search_words.add_synonym(",".join(group["words"]))
    for row in facts["promotions"]:
        search_words.add_promotion({**row, "questions": ",".join(row["questions"])})


def _publish(media: Path, section: Section, file: DemoFile) -> None:
    facts = file.facts

    def named(name: str, alt: str = "") -> Media:
        return library.add_media(media, (FOLDER / "media" / name).read_bytes(), name, alt=alt)

    def address(match: re.Match[str]) -> str:
        name, alt = match.groups()
        words = "" if alt is None else f' alt="{alt}"'
        return f'"{named(name, unescape(alt or "")).url}"{words}'

    details = dict(facts.get("details", {}))
    content = Content(
        title=facts["title"],
        body=_PLACEHOLDER.sub(address, file.body),
        keywords=facts.get("keywords", []),
        media=list(_uses(facts, details, named)),
        details=details,
        **{key: facts.get(key, "") for key in _TEXTS},
    )
    expires: datetime | None = facts.get("expires")
    publication.publish(
        section,
        content,
        from_beijing(facts["date"]),
        from_beijing(expires) if expires else None,
    )


def _uses(facts: dict[str, Any], details: dict[str, Any], named: Any) -> Iterator[MediaUse]:
    """The media of an article; those named in `details` are taken out of it."""
    pictures = details.pop("pictures", [])
    for picture in pictures:
        media = named(picture["file"], picture["alt"])
        yield MediaUse(media.id, "picture", picture["text"], picture["alt"])
    for role in ("video", "captions"):
        if role in details:
            yield MediaUse(named(details.pop(role)).id, role)
    cover = facts.get("cover") or details.pop("poster", None) or _first(pictures)
    if cover:
        yield MediaUse(named(cover, f"视频画面：{facts['title']}").id, "cover")
    for attachment in facts.get("attachments", []):
        yield MediaUse(named(attachment["file"]).id, "attachment", attachment["title"])


def _first(pictures: list[dict[str, str]]) -> str | None:
    return pictures[0]["file"] if pictures else None
