"""What differs between two contents of an article besides the body, as labelled lines."""

from collections.abc import Iterator

from portal import differences
from portal.kinds.base import Kind
from portal.queries import library
from portal.services.content import Content, MediaUse
from portal.times import minute
from portal.web.desk import media_rows

FIELDS = (
    ("title", "标题"),
    ("subtitle", "副标题"),
    ("summary", "摘要"),
    ("source", "新闻来源"),
    ("author", "作者"),
    ("editor", "责任编辑"),
)
TIMES = (("publish_at", "希望的发布时间"), ("expires_at", "过期时间"))

Changed = tuple[str, tuple[differences.Run, ...]]
"""The label of a field, and its text before and after."""


def changed(kind: Kind, before: Content, after: Content) -> list[Changed]:
    """The fields that differ, in the order of the form."""
    names = _names(before, after)
    old, new = (list(_lines(kind, content, names)) for content in (before, after))
    pairs = zip(old, new, strict=True)
    return [(label, differences.lines(a, b)) for (label, a), (_, b) in pairs if a != b]


def _lines(kind: Kind, content: Content, names: dict[int, str]) -> Iterator[tuple[str, str]]:
    """Every field of a content as one text: (label, text)."""
    for name, label in FIELDS:
        yield label, getattr(content, name)
    yield "关键词", "，".join(content.keywords)
    for name, label in TIMES:
        at = getattr(content, name)
        yield label, minute(at) if at else ""
    for field in kind.fields:
        yield field.label, str(content.details.get(field.key, ""))
    for media in media_rows.fields(kind):
        uses = [use for use in content.media if use.role == media.role]
        yield media.label, "\n".join(_use(use, names) for use in uses)


def _use(use: MediaUse, names: dict[int, str]) -> str:
    name = names.get(use.media, "已删除的文件")
    alt = "装饰图片" if use.decorative else use.alt and f"替代文字：{use.alt}"
    return "；".join(part for part in (f"{name}（编号 {use.media}）", alt, use.text) if part)


def _names(*contents: Content) -> dict[int, str]:
    numbers = [use.media for content in contents for use in content.media]
    return {card.id: card.title for card in library.cards(numbers)}
