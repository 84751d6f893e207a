"""Media of revisions: what their elements need, in the order in which they are shown."""

from portal.queries import media
from portal.queries.media import File, Picture
from portal.services import library
from portal.services.content import MediaUse
from portal.settings import Settings
from tests import make


def test_uses_come_by_role_and_position(either: Settings) -> None:
    one, other = (make.picture(either.media, name) for name in ("one.jpg", "other.jpg"))
    paper = library.add_media(either.media, b"%PDF-1.7 ", "表.pdf")
    make.article(
        make.section(),
        body=f'<p>看</p><figure><img src="{other.url}" alt="河"></figure>',
        media=[
            MediaUse(other.id, "picture", "第二段", "乙"),
            MediaUse(paper.id, "attachment", "报名表"),
            MediaUse(one.id, "picture", "第一段", "甲"),
            MediaUse(one.id, "cover"),
        ],
    )

    uses = media.uses(1)

    assert [(use.role, use.text) for use in uses] == [
        ("attachment", "报名表"),
        ("body", ""),
        ("cover", ""),
        ("picture", "第二段"),
        ("picture", "第一段"),
    ]
    attachment, body, cover, *_ = uses
    assert attachment.file == File(paper.url, "file.pdf", "application/pdf", 9)
    assert attachment.picture is None and cover.file is None
    assert body.picture and body.picture.url == other.url
    assert [use.picture.alt for use in uses[2:] if use.picture] == ["一块颜色", "乙", "甲"]
    assert media.uses(99) == []


def values(name: str, mime: str) -> list[object]:
    copies = [[360, 216, "image/webp", "x-360.webp"], [900, 540, "image/webp", "x-900.webp"]]
    return ["abc", name, mime, 1000, 900, 540, copies]


def test_lighter_copies_come_before_the_file_itself() -> None:
    assert media.picture(values("x.jpg", "image/jpeg"), "") == Picture(
        url="/media/abc/x.jpg",
        width=900,
        height=540,
        alt="",
        sets=(
            ("image/webp", "/media/abc/x-360.webp 360w, /media/abc/x-900.webp 900w"),
            ("image/jpeg", "/media/abc/x.jpg 900w"),
        ),
    )


def test_webp_has_its_smaller_copies_too() -> None:
    """Elements show every set but the last, so the copies must not be lost in it."""
    picture = media.picture(values("x.webp", "image/webp"), "这里的")

    assert picture.alt == "这里的"
    assert picture.sets == (
        ("image/webp", "/media/abc/x-360.webp 360w, /media/abc/x-900.webp 900w"),
        ("image/webp", "/media/abc/x.webp 900w"),
    )


def test_a_picture_without_copies() -> None:
    alone = [*values("x.png", "image/png")[:6], []]

    assert media.picture(alone, "").sets == (("image/png", "/media/abc/x.png 900w"),)
