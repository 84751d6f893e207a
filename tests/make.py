"""One function per thing that a test needs, with sensible defaults."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PIL import Image

from portal.models import Media, Person, Section
from portal.roles import COMMAND
from portal.services import library, publication, site
from portal.services.accounts import people
from portal.services.content import Content
from portal.times import from_beijing

PUBLISHED = datetime(2026, 5, 8, 9, 30)
DOCUMENT = {
    "type": "起诉书",
    "number": "示检刑诉〔2026〕1号",
    "cause": "盗窃罪",
    "unit": "示例市人民检察院",
    "date": "2026-04-01",
}


def section(slug: str = "news", kind: str = "news", **values: Any) -> Section:
    """A section, in the main menu unless said otherwise."""
    facts: dict[str, Any] = {
        "slug": slug,
        "name": f"栏目{slug}",
        "kind": kind,
        "description": f"发布{slug}一类的信息。",
        "keywords": ["检察", slug],
        "column_type": "新闻动态",
        "in_navigation": True,
        "position": Section.select().count() + 1,
    }
    return site.add_section({**facts, **values})


def article(
    place: Section,
    title: str = "一篇文章",
    at: datetime = PUBLISHED,
    expires: datetime | None = None,
    **content: Any,
) -> int:
    """A live article; times are Beijing time."""
    content.setdefault("body", "<p>正文第一段。</p>")
    return publication.publish(
        place, Content(title=title, **content), from_beijing(at), expires and from_beijing(expires)
    )


def person(*roles: str, name: str = "") -> Person:
    """Somebody of the desk with these roles, named after them unless said otherwise."""
    name = name or "-".join(roles) or "nobody"
    return people.add_person(name, f"{name}同志", roles, by=COMMAND)


def picture(root: Path, name: str = "picture.jpg", size: tuple[int, int] = (1000, 600)) -> Media:
    """An image in the library, of one colour that depends on its name."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    colour = tuple(sum(name.encode()) * n % 256 for n in (1, 3, 7))
    Image.new("RGB", size, colour).save(path)
    return library.add_media(root, path.read_bytes(), name, alt="一块颜色")
