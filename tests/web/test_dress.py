"""Bodies as they are shown: images the library knows are dressed, tables can scroll."""

import pytest
from lxml import html

from portal.queries.media import Picture
from portal.sanitiser import clean
from portal.web.dress import dress
from portal.web.filters import article_html

ADDRESS = "/media/0123456789abcdef/river.jpg"
RIVER = Picture(
    ADDRESS,
    1500,
    900,
    "河",
    (("image/webp", "/media/x/river-360.webp 360w"), ("image/jpeg", f"{ADDRESS} 1500w")),
)


def dressed(body: str) -> str:
    return dress(clean(body), {ADDRESS: RIVER})


def test_a_known_image_gets_size_and_copies() -> None:
    picture = html.fromstring(dressed(f'<p>看<img src="{ADDRESS}" alt="河岸"></p>'))

    (source,), (image,) = picture.iter("source"), picture.iter("img")
    assert dict(source.attrib) == {
        "type": "image/webp",
        "srcset": "/media/x/river-360.webp 360w",
        "sizes": "(min-width: 48em) 42rem, 100vw",
    }
    assert dict(image.attrib) == {
        "src": ADDRESS,
        "alt": "河岸",
        "width": "1500",
        "height": "900",
        "loading": "lazy",
        "decoding": "async",
    }


def test_the_words_around_stay() -> None:
    before = clean(f'<h2>题</h2><p>前<img src="{ADDRESS}" alt="">后</p><p>1 &lt; 2 &amp; 3</p>')

    assert html.fromstring(f"<div>{dress(before, {ADDRESS: RIVER})}</div>").text_content() == (
        html.fromstring(f"<div>{before}</div>").text_content()
    )


@pytest.mark.parametrize(
    "alt", ['"', "<b>", "a > b", "&quot;", "' onload='x", "<table>", "</table>", "河 src=/x", ""]
)
def test_hostile_alternatives_stay_words(alt: str) -> None:
    element = html.Element("img", {"src": ADDRESS, "alt": alt})
    body = f"<p>{html.tostring(element, encoding='unicode')}</p>"

    (image,) = html.fromstring(dressed(body)).iter("img")

    assert (image.get("alt"), image.get("src")) == (alt, ADDRESS)
    assert set(image.attrib) == {"src", "alt", "width", "height", "loading", "decoding"}


def test_unknown_images_and_other_text_stay_as_they_are() -> None:
    for body in (
        '<p><img src="/media/0123456789abcdef/other.jpg" alt="x"></p>',
        '<p>&lt;img src="/media/0123456789abcdef/river.jpg"&gt;</p>',
        "<p>没有图片</p>",
        "",
    ):
        assert dressed(body) == clean(body)
        assert "<picture>" not in dressed(body)


def test_every_image_of_a_body() -> None:
    body = f'<p><img src="{ADDRESS}" alt="1"></p><ul><li><img src="{ADDRESS}" alt="2"></li></ul>'

    assert dressed(body).count("<picture>") == dressed(body).count("</picture>") == 2


def test_each_table_stands_in_a_frame_that_takes_focus() -> None:
    table = "<table><caption>表</caption><tbody><tr><th>甲</th><td>乙</td></tr></tbody></table>"
    body = f"<p>前</p>{table}<p>中 &lt;table&gt;</p>{table}"

    shown = html.fromstring(f"<main>{dressed(body)}</main>")

    frames = shown.findall("div")
    assert [frame.get("tabindex") for frame in frames] == ["0", "0"]
    assert [[child.tag for child in frame] for frame in frames] == [["table"], ["table"]]
    assert [child.tag for child in shown] == ["p", "div", "p", "div"]


def test_only_clean_html_comes_through_the_door() -> None:
    body = clean(f'<p><img src="{ADDRESS}" alt="x"></p>')

    assert article_html(body, {ADDRESS: RIVER}) == dress(body, {ADDRESS: RIVER})
    for other in (str(body), body + "<script>", body.upper()):
        with pytest.raises(TypeError):
            article_html(other, {})  # type: ignore[arg-type]
