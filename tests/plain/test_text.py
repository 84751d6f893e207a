"""Plain-text tools: what is read aloud by a search result, a feed or an attachment's line."""

from random import Random

import pytest

from portal.text import duration, excerpt, file_size, plain


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("", ""),
        ("<p>一</p><p>二</p>", "一\n二"),
        ("<p>桥<strong>头</strong>的<a href='/x'>路灯</a></p>", "桥头的路灯"),
        ("<p>上<br>下</p>", "上\n下"),
        ("<p>  前后 有\n空白&nbsp; </p>", "前后 有 空白"),
        ("<ul><li>甲</li><li>乙</li></ul>", "甲\n乙"),
        (
            "<table><tr><th>姓名</th><td>张三</td></tr><tr><td>李四</td></tr></table>",
            "姓名 张三\n李四",
        ),
        ("<p>1 &lt; 2 &amp;&amp; 3 &#62; 2</p>", "1 < 2 && 3 > 2"),
        ("<figure><img src='/a' alt='河'><figcaption>河岸</figcaption></figure>", "河岸"),
    ],
)
def test_words_of_html(html: str, lines: str) -> None:
    assert plain(html) == lines


def test_an_excerpt_is_one_line_of_at_most_its_length() -> None:
    random = Random(5)  # noqa: S311 - repeatable on purpose
    for _ in range(300):
        text = "".join(random.choice("检察，。；,; \n\t院ab1") for _ in range(random.randrange(60)))
        length = random.randint(1, 40)
        short = excerpt(text, length)
        line = " ".join(text.split())
        assert len(short) <= length and "\n" not in short
        assert short == line or (short[-1] == "…" and line.startswith(short[:-1]))


def test_an_excerpt_does_not_end_in_a_comma() -> None:
    assert excerpt("路灯坏了，修好了", 6) == "路灯坏了…"
    assert excerpt("路灯坏了", 4) == "路灯坏了"


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1 KB"),
        (36_500, "36 KB"),
        (1024 * 1023, "1023 KB"),
        (1024 * 1024 - 1, "1.0 MB"),
        (1024 * 1024, "1.0 MB"),
        (1_468_006, "1.4 MB"),
        (200 * 1024 * 1024, "200.0 MB"),
    ],
)
def test_file_sizes(size: int, words: str) -> None:
    assert file_size(size) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 秒"), (48, "48 秒"), (60, "1 分 00 秒"), (65, "1 分 05 秒"), (3725, "62 分 05 秒")],
)
def test_durations(seconds: int, words: str) -> None:
    assert duration(seconds) == words
