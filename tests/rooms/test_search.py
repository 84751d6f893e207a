"""Search: exactly what a plain scan of the texts finds, newest first, live articles only."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

import pytest

from portal import database, search
from portal.models import Article, Section
from portal.settings import Settings
from portal.specimen_text import specimen
from tests import make

NOW = datetime(2026, 6, 1)
LONG_AGO = datetime(2020, 1, 1)


def put(text: str, place: Section | None = None, at: datetime = LONG_AGO, **facts: object) -> int:
    """A text in the index, with an article that is live unless said otherwise."""
    place = place or Section.get_or_none() or make.section()
    article = Article.create(section=place, **{"state": "live", "published_at": at, **facts})
    search.put(article.id, text)
    number: int = article.id
    return number


def found(question: str, at: datetime = NOW) -> list[int]:
    ids, count = search.find(question, at, 1000)
    assert len(ids) == count
    return ids


# The scan that search is measured against: a line holds the characters side by side. It knows
# two things besides: width, case and blanks do not count, and words and numbers are whole.


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().replace(" ", "")


def scan(run: str, texts: dict[int, str]) -> list[int]:
    """The numbers of the folded texts that hold a run."""
    sought = folded(run)
    before = "(?<![0-9a-z])" if re.match("[0-9a-z]", sought) else ""
    after = "(?![0-9a-z])" if re.search("[0-9a-z]$", sought) else ""
    pattern = re.compile(before + re.escape(sought) + after)
    return [number for number, text in texts.items() if pattern.search(text)]


def taken(random: Random, text: str, length: int) -> str:
    """A piece of one run of the text."""
    run = random.choice([each for each in re.split(r"[^\w]+", text) if each])
    start = random.randrange(len(run))
    return run[start : start + length]


def questions(random: Random, texts: list[str]) -> Iterator[str]:
    """Pieces of the texts of every length, then characters that seldom stand side by side."""
    for length in [*range(1, 13), 16, 20, 30] * 8:
        yield taken(random, random.choice(texts), length)
    for length in [1, 2, 2, 2, 3, 4] * 15:
        yield "".join(taken(random, random.choice(texts), 1) for _ in range(length))


def test_finds_exactly_what_a_scan_finds(either: Settings) -> None:
    random = Random(4)  # noqa: S311 - repeatable on purpose
    place = make.section()
    texts = [specimen(number, sentences=5).text for number in range(250)]
    with database.writing():
        lines = {put(text, place): folded(text) for text in texts}

    hits = 0
    for question in questions(random, texts):
        expected = scan(question, lines)
        assert sorted(found(question)) == expected, question
        hits += bool(expected)
    assert 120 < hits < 210, "questions that find something, and some that find nothing"


@pytest.mark.parametrize(
    "text",
    [
        "检察建议，" * 300 + "\n检察听证很好",
        "".join(chr(0x4E00 + n % 9000) for n in range(17_000)) + "\n检察听证很好",
        "zz " * 17_000 + "\n检察听证很好",
        "x" * 5000 + "\n检察听证很好",
    ],
    ids=["one character 300 times", "17,000 characters", "17,000 words", "a word of 5,000 letters"],
)
def test_long_articles_are_searched_to_their_end(either: Settings, text: str) -> None:
    """A tsvector alone would forget the 256th place of a token and every place beyond 16,383."""
    number = put(text)

    assert found("检察听证") == found("检察听证很好") == found("很好 听证") == [number]
    assert found("证听") == found("好检察") == found("听证 没有") == []


def test_what_breaks_a_line(either: Settings) -> None:
    number = put("桥头的路灯亮了。党建引领\n检察为民（试行）WTO、2026年 第12期")

    for whole in (
        "路灯亮了",
        "党建引领",
        "检察为民",
        "试行",
        "wto",
        "2026年",
        "第12期",
        "年第12期",
    ):
        assert found(whole) == [number], whole
    for broken in ("了党建", "引领检察", "为民试行", "民试", "试行wto", "wto2026"):
        assert found(broken) == [], broken
    for part in ("wt", "202", "第1期", "26年"):
        assert found(part) == [], part


def test_every_run_must_be_there(either: Settings) -> None:
    both, one = put("党建引领，水源保护"), put("党建引领")

    assert (
        found("水源 党建")
        == found("党建，水源")
        == found("“水源”AND党建".replace("AND", ""))
        == [both]
    )
    assert found("党建") == [one, both]
    assert found("党建 交通") == []


def test_width_and_case_do_not_count(either: Settings) -> None:
    number = put("Ｗｔｏ规则２０２６（℡）")

    for question in ("wto", "WTO规则", "ｗｔｏ", "规则2026", "规则２０２６", "tel", "ＴＥＬ"):
        assert found(question) == [number], question


@pytest.mark.parametrize("name", ["𬀩", "鿍", "䶮", "𠀀", "𫠠", "〇"])
def test_rare_characters_of_names(either: Settings, name: str) -> None:
    number = put(f"王{name}民同志")

    assert found(name) == found(f"王{name}民") == found(f"{name}民") == [number]
    assert found("王民") == []


HOSTILE = (
    "",
    " ",
    "'",
    '"',
    '"党建',
    "'; DROP TABLE article; --",
    "*",
    "党*",
    "^党",
    "%",
    "_",
    "\\",
    "(",
    ")))",
    "words:党建",
    "-党建",
    "NEAR(党 建)",
    "AND",
    "党 OR",
    "a & b | !c <-> d",
    ":*",
    "\0",
    "\x01\x1f\x7f",
    "\ue000",
    "党\ue000建",
    "\u202e\u200b\ufeff",
    "😀",
    "́",
    "ﷺ" * 100,
    "！，。" * 50,
    "x" * 10_000,
    "党" * 10_000,
    "党 " * 10_000,
    "'" * 10_000,
    "\ud800",
)


def test_nothing_typed_raises(either: Settings) -> None:
    put("党与建设")
    random = Random(6)  # noqa: S311 - repeatable on purpose
    signs = "党建\"'*^%_\\()-:|&!<>,;{}[]~+=\0\t\n AORNDzbreak\ue000"

    for question in HOSTILE:
        assert len(found(question)) <= 1
    for _ in range(150):
        assert len(found("".join(random.choices(signs, k=random.randrange(12))))) <= 1


def test_operators_are_words_or_nothing(either: Settings) -> None:
    plain, english = put("党建引领"), put("terms AND conditions OR else, NOT near")

    assert found("党建 OR") == found("NOT 党建") == []
    assert found("and") == found("AND conditions") == [english]
    assert found("党*") == found("-党建") == found('"党建"') == [plain]
    assert found("words:党建") == []


def test_the_marker_is_out_of_reach(either: Settings) -> None:
    put("结束。党建")
    spelt = put("zzbreak党建")

    assert found("zzbreak党建") == found("zzbreak") == [spelt]
    assert found("结束\ue000党建") != [] and found("\ue000党") != [] and found("束\ue000") != []
    assert found("\ue000") == []


def test_only_what_readers_may_see(either: Settings) -> None:
    place = make.section()
    second = timedelta(seconds=1)
    put("党建草稿", place, state="draft")
    put("党建撤下", place, state="withdrawn")
    put("党建以后", place, at=NOW + second)
    put("党建过期", place, expires_at=NOW - second)
    put("党建到期", place, expires_at=NOW)
    due = put("党建此刻", place, at=NOW)
    last = put("党建快到期", place, expires_at=NOW + second)

    assert found("党建") == [due, last]
    assert found("党建", NOW + second) == [found("以后", NOW + second)[0], due]
    assert found("党建", LONG_AGO - second) == []


def test_newest_first_and_every_page(either: Settings) -> None:
    place = make.section()
    times = [LONG_AGO + timedelta(hours=n % 7) for n in range(45)]
    numbers = {put("党建", place, at): at for at in times}
    expected = sorted(numbers, key=lambda number: (numbers[number], number), reverse=True)

    pages = [search.find("党建", NOW, 20, offset) for offset in (0, 20, 40, 60)]

    assert [number for ids, _ in pages for number in ids] == expected
    assert [len(ids) for ids, _ in pages] == [20, 20, 5, 0]
    assert {count for _, count in pages} == {45}


def test_putting_again_replaces_and_removing_forgets(either: Settings) -> None:
    number = put("党建引领")
    search.put(number, "水源保护")
    assert (found("党建"), found("水源")) == ([], [number])

    search.put(number, "水源，" * 400 + "治理")
    assert found("治理") == [number]

    search.remove(number)
    search.remove(number)
    assert found("水源") == []


def test_a_text_without_words(either: Settings) -> None:
    number = put("——！？\0")

    assert found("！") == []
    search.put(number, "")
    assert found("党建") == []
