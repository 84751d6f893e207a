"""The plain text of a body, on hundreds of generated bodies and on whatever could be typed."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from portal.errors import Refused
from portal.plain_body import to_html, to_text
from portal.sanitiser import TooComplex, clean
from tests.hostile.corpus import samples
from tests.plain.test_sanitiser import KEPT_AS_IT_IS, MENDED

ARTICLES = sorted((Path(__file__).parents[2] / "demo" / "articles").glob("*/*.html"))

INLINE = ("strong", "em", "u", "s", "sup", "sub", "code", "q", "cite", "abbr", 'abbr title="全称"')
INLINE += (
    'a href="/guide/"',
    'a href="https://a.example/b_(c)?d=1&amp;e|f" title="题"',
    'span lang="ug"',
)
INLINE += (
    'a href="https://a.example/b_(c)?d=1&amp;e|f"',
    'time datetime="2026-11-20"',
    'em lang="en"',
)
LITERAL = (
    *(
        "# 井",
        "- 减",
        "1. 一",
        "一、",
        "> 大",
        "| 竖",
        "**",
        "张**与李**",
        "\\",
        "\\#",
        "](",
        "]",
        "[",
    ),
    *(
        "[换行]",
        "[[图片 3：画]]",
        "[[保留内容 1：表格]]",
        "【【靠右】】",
        "[a](b)",
        "[x](加粗)",
        "&lt;b&gt;",
    ),
    *("&amp;amp;", "〔2026〕3号", "[2026]3号", "　", "\xa0", " ", "。", "（", "）", "+ 加", "· 点"),
)
SIDES = ("", "", "", ' class="align-right"', ' class="indent-none align-center"', ' lang="en"')


class Maker:
    """Makes HTML from a random source; every piece of running text has a word of its own."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - repeatable on purpose
        self.count = 0

    def text(self) -> str:
        self.count += 1
        literal = self.random.choice(LITERAL) if self.random.random() < 0.4 else ""
        word = f"词{self.count:04}"
        return literal + word if self.random.random() < 0.5 else word + literal

    def line(self, depth: int = 0) -> str:
        return "".join(self.piece(depth) for _ in range(self.random.randint(1, 3)))

    def piece(self, depth: int) -> str:
        if depth > 2 or self.random.random() < 0.6:
            return self.text()
        kind = self.random.choice(("inline", "inline", "br", "img", "ruby"))
        if kind == "inline":
            tag = self.random.choice(INLINE)
            return f"<{tag}>{self.line(depth + 1)}</{tag.split()[0]}>"
        if kind == "ruby":
            return f"<ruby>{self.text()}<rp>（</rp><rt>{self.text()}</rt><rp>）</rp></ruby>"
        return "<br>" if kind == "br" else self.image()

    def image(self) -> str:
        alt = self.random.choice(("", ' alt=""', ' alt="装饰"', ' alt="河|道\\]]"', ' alt="河道"'))
        return f'<img src="/media/0123456789abcdef/{self.random.randint(1, 9)}.jpg"{alt}>'

    def blocks(self, depth: int = 0) -> str:
        return "".join(self.block(depth) for _ in range(self.random.randint(1, 4)))

    def block(self, depth: int) -> str:
        kinds: list[Callable[[int], str]] = [self.paragraph, self.heading, self.figure]
        if depth < 3:
            kinds += [self.list, self.list, self.table, self.quotation, self.oddity]
        return self.random.choice(kinds)(depth)

    def paragraph(self, _: int) -> str:
        return f"<p{self.random.choice(SIDES)}>{self.line()}</p>"

    def heading(self, _: int) -> str:
        level = self.random.choice("234")
        return f"<h{level}{self.random.choice(SIDES)}>{self.line()}</h{level}>"

    def figure(self, _: int) -> str:
        caption = self.random.choice(("", f"<figcaption>{self.line()}</figcaption>"))
        inside = self.random.choice((self.image(), self.image(), self.image() + self.image()))
        return f"<figure{self.random.choice(('', ' class=narrow'))}>{inside}{caption}</figure>"

    def list(self, depth: int) -> str:
        name = self.random.choice(("ol", "ul"))
        form = self.random.choice(("", "", "", ' start="3"'))
        items = "".join(
            f"<li>{self.random.choice((self.line, self.line, self.blocks))(depth + 1)}"
            f"{self.list(depth + 1) if depth < 3 and self.random.random() < 0.3 else ''}</li>"
            for _ in range(self.random.randint(1, 3))
        )
        return f"<{name}{form}>{items}</{name}>"

    def table(self, depth: int) -> str:
        caption = self.random.choice(("", f"<caption>{self.line()}</caption>"))
        width = self.random.randint(1, 3)
        head = "".join(f'<th scope="col">{self.line()}</th>' for _ in range(width))
        rows = "".join(f"<tr>{self.cells(width, depth)}</tr>" for _ in range(2))
        form = self.random.choice(("", "", ' class="numbers"', ' lang="en"'))
        head = self.random.choice((f"<thead><tr>{head}</tr></thead>", ""))
        return f"<table{form}>{caption}{head}<tbody>{rows}</tbody></table>"

    def cells(self, width: int, depth: int) -> str:
        first = self.random.choice(("td", 'th scope="row"', 'td rowspan="2"', "td"))
        content = self.random.choice((self.line, self.line, self.blocks))(depth + 1)
        rest = f"<td>{self.random.choice((self.line(), ''))}</td>" * (width - 1)
        return f"<{first}>{content}</{first.split()[0]}>{rest}"

    def quotation(self, depth: int) -> str:
        return f"<blockquote>{self.blocks(depth + 1)}</blockquote>"

    def oddity(self, _: int) -> str:
        return self.random.choice((f"<pre>{self.text()}\n  {self.text()}</pre>", "<hr>"))


SEEDS = 40
"""How many random bodies: enough for every kind of block in every other, in a second or two."""


def no_picture(_: int) -> None:
    return None


def round_trip(html: str, ends: str = "\n") -> str:
    return to_html(to_text(html).replace("\n", ends), html, no_picture)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_generated_bodies_come_back_and_any_word_can_be_changed(seed: int) -> None:
    html = clean(Maker(seed).blocks())

    text = to_text(html)

    assert round_trip(html, "\r\n") == html
    for word in re.findall(r"词\d{4}", re.sub(r"\[\[保留内容.*?\]\]", "", text))[:4]:
        assert to_html(text.replace(word, "改"), html, no_picture) == html.replace(word, "改")


@pytest.mark.parametrize("html", [*KEPT_AS_IT_IS, *MENDED])
def test_the_sanitisers_examples_come_back(html: str) -> None:
    html = clean(html)

    assert round_trip(html) == html


def test_the_hostile_corpus_comes_back() -> None:
    for sample in samples():
        try:
            html = clean(sample.html)
        except TooComplex:
            continue
        assert round_trip(html) == html, sample.name


def test_the_demonstration_needs_no_kept_content() -> None:
    assert ARTICLES
    for path in ARTICLES:
        body = path.read_text("utf-8").split("+++\n", 2)[2]
        html = clean(body.replace('"media:', '"/media/0123456789abcdef/'))

        assert round_trip(html) == html, path.name
        assert "[[保留" not in to_text(html), path.name


PIECES = (
    "[[",
    "]]",
    "[",
    "]",
    "(",
    ")",
    "](",
    "|",
    "｜",
    "\\",
    "# ",
    "＃",
    "- ",
    "-+ ",
    "+ ",
    "> ",
)
PIECES += (
    "》",
    "图片 1",
    "图片 9",
    "原图 1",
    "保留内容 2",
    "保留 3",
    "：",
    "靠右",
    "表格",
    "列表 4",
    "分开",
)
PIECES += (
    "加粗",
    "注音 x",
    "https://a.example/",
    "/x",
    "\n",
    "\r\n",
    "\t",
    "　",
    "字",
    "<b>",
    "&amp;",
)
PIECES += (
    "[换行]",
    "\u2028",
    "\x00",
    "\u202e",
    "【【",
    "】】",
    "装饰",
    "1. ",
    "**",
    "[[表格：甲]]\n| a |\n",
)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_is_typed_is_refused_in_words_or_becomes_a_stable_body(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - repeatable on purpose
    base = clean(Maker(seed).blocks())
    typed = "".join(random.choice(PIECES) for _ in range(random.randint(1, 40)))

    try:
        html = to_html(typed, base, {1: "/media/0123456789abcdef/1.jpg"}.get)
    except Refused as refused:
        assert re.search(r"[\u4e00-\u9fff].*[。]", refused.sentence)
        return

    assert clean(html) == html
    assert "<b>" not in html
    assert round_trip(html) == html
