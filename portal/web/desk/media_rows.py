"""The media that an article's form has chosen: one field per role of its kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from portal.errors import Refused
from portal.kinds.base import Kind
from portal.queries import library
from portal.queries.library import Chosen
from portal.services.content import MediaUse
from portal.web.desk import media_field

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class MediaField:
    """One role's field: its label, the kind of media it takes, and what its rows ask for."""

    role: str
    label: str
    kind: str
    hint: str = ""
    several: bool = False
    with_text: bool = False


FIELDS = {
    field.role: field
    for field in (
        MediaField(
            "picture", "图片", "image", "按顺序排列，每张写上替代文字和配的文字。", True, True
        ),
        MediaField("video", "视频", "video", "一个 MP4 或 WebM 文件。"),
        MediaField(
            "captions", "字幕", "captions",
            "WebVTT（.vtt）或 .srt 文件；.srt 会自动转成 WebVTT。听不见的人靠它看懂视频。",
        ),
        MediaField("cover", "封面图片", "image", "出现在首页和列表里，也用于转发。"),
        MediaField(
            "attachment", "附件", "attachment", "名称要说明内容，例如“2026 年部门预算公开表”。",
            True, True,
        ),
    )
}  # fmt: skip


def fields(kind: Kind) -> list[MediaField]:
    """The media fields of a kind's form: its own first, then what every article may have."""
    return [FIELDS[role] for role in (*kind.roles, "cover", "attachment")]


def uses(kind: Kind, pairs: Pairs) -> list[MediaUse]:
    """The uses that the pairs hold."""
    return [
        MediaUse(number, field.role, text, alt, decorative)
        for field in fields(kind)
        for number, alt, text, decorative in media_field.rows(MultiDict(pairs), field.role)
    ]


def chosen(field: MediaField, pairs: Pairs) -> list[Chosen]:
    """The rows of one field, ready to be shown."""
    return library.chosen(media_field.rows(MultiDict(pairs), field.role))


def pairs_of(media: Sequence[MediaUse]) -> list[tuple[str, str]]:
    """Uses as the form would post them."""
    pairs = []
    for role in dict.fromkeys(use.role for use in media):
        for place, use in enumerate(each for each in media if each.role == role):
            pairs += [(role, str(use.media)), (f"{role}-alt", use.alt), (f"{role}-text", use.text)]
            pairs += [(f"{role}-decorative", str(place))] if use.decorative else []
    return pairs


def acted(kind: Kind, pairs: Pairs, act: str) -> list[tuple[str, str]]:
    """The pairs after one of the buttons of a media field; raises Refused when it cannot be."""
    form = MultiDict([*pairs, ("act", act)])
    for field in fields(kind):
        done = media_field.acted(form, field.role, field.kind, several=field.several)
        if done is None:
            continue
        if done.is_wrong:
            raise Refused(done.said, field.role)
        rows = [MediaUse(n, field.role, text, alt, deco) for n, alt, text, deco in done.rows]
        others = [
            (n, v) for n, v in pairs if n != field.role and not n.startswith(f"{field.role}-")
        ]
        return [*others, *pairs_of(rows)]
    return list(pairs)


def completed(kind: Kind, pairs: Pairs) -> list[tuple[str, str]]:
    """The pairs with the numbers that were typed and not yet added; raises Refused for wrong ones."""
    for field in fields(kind):
        if MultiDict(pairs).get(f"{field.role}-add", "").strip():
            pairs = acted(kind, pairs, f"media-add:{field.role}")
    return list(pairs)
