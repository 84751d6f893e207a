"""Clean HTML as text, and making changes in it: what is seen is what the text says."""

import random
import re

import pytest

from portal.privacy import Style, apply, apply_html, find, parts_of, proposals, text_of
from portal.sanitiser import clean
from portal.text import plain
from tests.privacy.documents import documents


def changed(html: str, style: Style = Style.DELETE) -> str:
    text = text_of(html)
    return apply_html(html, proposals(text, find(text), style))


def test_the_text_has_lines_for_blocks_and_tabs_between_cells() -> None:
    html = clean(
        "<h2>一</h2><p>甲<br>乙<strong>丙</strong></p><ul><li>丁</li></ul>"
        "<table><tr><th>戊</th><th>己</th></tr><tr><td></td><td>庚 &amp; 辛</td></tr></table>"
    )
    assert text_of(html) == "一\n甲\n乙丙\n丁\n戊\t己\n\t庚 & 辛"


def test_blocks_in_cells_do_not_part_a_row() -> None:
    html = clean("<table><tr><td><p>张三</p></td><td><p>甲</p><p>乙</p></td></tr></table>")
    assert text_of(html) == "张三\t甲\n乙"
    html = clean("<table><tr><td>甲</td><td></td></tr><tr><td>乙</td><td>丙</td></tr></table>")
    assert text_of(html) == "甲\t\n乙\t丙"


@pytest.mark.parametrize(
    ("html", "result"),
    [
        ("<p>被告人<strong>张</strong>三，男。</p>", "<p>被告人<strong>张某甲</strong>，男。</p>"),
        ("<p>被告人张<em>三</em>持刀。</p>", "<p>被告人张某甲<em></em>持刀。</p>"),
        (
            "<p>被告人<ruby>张<rt>zhāng</rt>三<rt>sān</rt></ruby>，男。</p>",
            "<p>被告人<ruby>张某甲<rt></rt><rt></rt></ruby>，男。</p>",
        ),
        (
            '<p>被告人张三，生于<time datetime="1980-01-01">1980年1月1日</time>，男。</p>',
            "<p>被告人张某甲，男。</p>",
        ),
        (
            '<p>拨打<a href="tel:13800138000">13800138000</a>联系</p>',
            "<p>拨打（手机号码已隐去）联系</p>",
        ),
        ("<p>1 &lt; 2，电话13800138000，&amp;</p>", "<p>1 &lt; 2，&amp;</p>"),
    ],
)
def test_changes_are_made_in_the_mark_up(html: str, result: str) -> None:
    assert changed(html) == result


def test_what_attributes_say_is_read_and_changed() -> None:
    html = clean(
        '<p>被告人张三，男。</p><figure><img src="/media/a/b.jpg" alt="张三指认现场">'
        '<figcaption>图</figcaption></figure><p><abbr title="张三">甲</abbr></p>'
    )
    assert "张三" not in changed(html)
    assert 'alt="张某甲指认现场"' in changed(html)


def test_a_link_that_tells_nothing_stays() -> None:
    html = '<p><a href="https://www.12309.gov.cn/">12309</a> 被告人张三到案</p>'
    assert changed(html) == html.replace("张三", "张某甲")


def marked_up(text: str, rng: random.Random) -> str:
    """The text as paragraphs, with marks around arbitrary pieces of it."""
    paragraphs = []
    for line in text.split("\n"):
        pieces = re.findall(r".{1,7}", line.replace("\t", "，"))
        tags = (rng.choice(["", "", "strong", "em", "u"]) for _ in pieces)
        inner = "".join(
            f"<{tag}>{piece}</{tag}>" if tag else piece
            for tag, piece in zip(tags, pieces, strict=True)
        )
        paragraphs.append(f"<p>{inner}</p>")
    return clean("".join(paragraphs))


@pytest.mark.parametrize("style", Style)
def test_what_is_seen_afterwards_is_the_changed_text(style: Style) -> None:
    rng = random.Random(5)  # noqa: S311 - has to be repeatable, not secret
    for document in documents(36):
        html = marked_up(document.text, rng)
        text = text_of(html)
        changes = proposals(text, find(text), style)
        result = apply_html(html, changes)
        assert text_of(result) == apply(text, changes)
        cleaned = clean(result)
        assert text_of(cleaned) == apply(text, changes)
        assert plain(cleaned) == plain("".join(f"<p>{x}</p>" for x in text_of(cleaned).split("\n")))


def test_without_changes_the_html_is_as_before() -> None:
    html = clean(
        "<p>一 &lt; 二&nbsp;三</p>\n<table><tr><td>甲</td></tr></table><hr><pre>乙\n 丙</pre>"
    )
    assert apply_html(html, []) == html


def test_what_is_said_beside_the_text_has_its_name() -> None:
    html = clean(
        '<p><ruby>甲<rt>张</rt>乙<rt>三</rt></ruby><a href="https://a.cn/?q=%E5%BC%A0%E4%B8%89"'
        ' title="名单">丙</a></p><figure><img src="/media/a/b.jpg" alt="一条河"></figure>'
    )
    assert parts_of(html) == [
        ("", "甲乙丙"),
        ("rt", "张三"),
        ("href", "https://a.cn/?q=张三"),
        ("title", "名单"),
        ("src", "/media/a/b.jpg"),
        ("alt", "一条河"),
    ]
    assert text_of(html) == "\n".join(text for _, text in parts_of(html))
    assert parts_of('<img src="/media/a/b.jpg" alt="河">') == [
        ("", ""),
        ("src", "/media/a/b.jpg"),
        ("alt", "河"),
    ]


@pytest.mark.parametrize(
    ("html", "result"),
    [
        (
            "<p>被告人张三，男。<ruby>某<rt>张</rt>人<rt>三</rt></ruby></p>",
            "<p>被告人张某甲，男。<ruby>某<rt>张某甲</rt>人<rt></rt></ruby></p>",
        ),
        (
            '<p>被告人张三，男。<a href="https://a.cn/?q=%E5%BC%A0%E4%B8%89">查</a></p>',
            "<p>被告人张某甲，男。查</p>",
        ),
        ('<p><a href="/f?id=110105198503122114&amp;p=1">材料</a></p>', "<p>材料</p>"),
        ('<p><a href="tel:138-0013-8000">打电话</a></p>', "<p>打电话</p>"),
    ],
)
def test_what_tells_in_another_way_goes(html: str, result: str) -> None:
    assert changed(html) == result


@pytest.mark.parametrize(
    ("html", "result"),
    [
        ('他的<time datetime="1985-03-12">生日</time>过了', "他的生日过了"),
        ('他<time datetime="1985-03">那年</time>出生', "他那年出生"),
        ('看<img src="/media/0123456789abcdef/13800138000.jpg" alt="图">', "看"),
        ('看<img src="/media/0123456789abcdef/%E5%BC%A0%E4%B8%89.jpg" alt="图">', "看"),
        ('<a href="https://e.cn/?q=%D5%C5%C8%FD">看</a>', "看"),
        ('<a href="https://e.cn/?q=%25E5%25BC%25A0%25E4%25B8%2589">看</a>', "看"),
        ('<a href="https://e.cn/?q=%E5%BC%A0+%E4%B8%89">看</a>', "看"),
        ('<a href="https://e.cn/?q=%E5%BC%A0%E4%B8%89%B0%B8">看</a>', "看"),
        (
            "<ruby>甲<rt>张</rt></ruby> <ruby>乙<rt>三</rt></ruby>",
            "<ruby>甲<rt>张某甲</rt></ruby> <ruby>乙<rt></rt></ruby>",
        ),
    ],
)
def test_what_only_machines_and_browsers_read(html: str, result: str) -> None:
    assert changed(f"<p>被告人张三到案。</p><p>{html}。</p>").endswith(f"<p>{result}。</p>")


@pytest.mark.parametrize(
    "html",
    [
        '<p>定于<time datetime="2026-05-08">2026年5月8日</time>开庭。</p>',
        '<p>定于<time datetime="2026-05">2026年5月</time>开庭。</p>',
        '<p>见<img src="/media/1380013800012345/river.jpg" alt="河">。</p>',
        "<p><ruby>甲<rt>张</rt></ruby>与<ruby>乙<rt>三</rt></ruby></p>",
    ],
)
def test_addresses_and_dates_that_tell_nothing_stay(html: str) -> None:
    assert changed(f"{html}<p>被告人张三到案。</p>").startswith(html)


def test_a_picture_that_goes_takes_nothing_else_along() -> None:
    html = (
        '<p>被告人张三到案。</p><figure><img src="/media/0123456789abcdef/13800138000.jpg" alt="图">'
        "<figcaption>现场</figcaption></figure>"
    )
    assert clean(changed(html)) == "<p>被告人张某甲到案。</p>\n<p>现场</p>"
