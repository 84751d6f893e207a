"""Search: exactly what a plain scan of the texts finds, newest first, live articles only."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

import pytest

from portal import database, search, tokens
from portal.models import Article, Indexed, Revision, Section
from portal.search import Text
from portal.settings import Settings
from portal.specimen_text import specimen
from tests import asking, make

NOW = datetime(2026, 6, 1)
LONG_AGO = datetime(2020, 1, 1)


def put(text: str, place: Section | None = None, at: datetime = LONG_AGO, **facts: object) -> int:
    """A text in the index, with an article that is live unless said otherwise."""
    place = place or Section.get_or_none() or make.section()
    article = Article.create(section=place, **{"state": "live", "published_at": at, **facts})
    rewrite(article.id, text, at)
    number: int = article.id
    return number


def rewrite(article: int, text: str, at: datetime = LONG_AGO) -> None:
    """The next revision of an article, in the index in the place of the one before."""
    number = Revision.select().where(Revision.article == article).count() + 1
    title, *lines = text.split("\n")
    revision = Revision.create(article=article, number=number, title=title, state="live")
    search.put(article, revision.id, Text(title, lines), at)


def asked(question: str, at: datetime = NOW) -> search.Wanted:
    return asking.asked(question, at)


def found(question: str, at: datetime = NOW) -> list[int]:
    return asking.found(question, at)


# The scan that search is measured against, written without the tokens: width, case and blanks
# beside Chinese do not count; what stands between two words is punctuation, or a blank, or nothing.

HAN = "[\u3005-\u3007\u3400-\u9fff\U00020000-\U0003ffff]"


def flat(text: str) -> str:
    """The text as the scan sees it."""
    line = unicodedata.normalize("NFKC", text).lower().replace("\n", "；")
    line = re.sub(r" +", " ", line)
    line = re.sub(f"(?<={HAN}) | (?={HAN})", "", line)
    return re.sub(r"[\W_]*[^\w ][\W_]*|_", "；", line)


def scan(piece: str, texts: dict[int, str]) -> list[int]:
    """The numbers of the flat texts that hold a piece of text."""
    sought = flat(piece).strip("； ")
    return [number for number, text in texts.items() if sought in text]


def pieces(random: Random, texts: list[str]) -> Iterator[str]:
    """Pieces of the texts of every length, then signs that seldom stand side by side."""
    for length in [*range(1, 13), 16, 20, 30] * 8:
        text = random.choice(texts)
        start = random.randrange(len(text) - length)
        yield text[start : start + length]
    for length in [1, 2, 2, 2, 3, 4] * 15:
        yield "".join(random.choice(random.choice(texts)) for _ in range(length))


def test_finds_exactly_what_a_scan_finds(either: Settings) -> None:
    random = Random(4)  # noqa: S311 - repeatable on purpose
    place = make.section()
    texts = [specimen(number, sentences=5).text for number in range(250)]
    with database.writing():
        lines = {put(text, place): flat(text) for text in texts}

    hits = asked_for = 0
    for piece in pieces(random, texts):
        question = piece.replace("“", "").replace("”", "")
        if not flat(question).strip("； "):
            continue
        expected = scan(question, lines)
        assert sorted(found(f'"{question}"')) == expected, question
        asked_for += 1
        hits += bool(expected)
    assert 0.5 < hits / asked_for < 0.95, "questions that find something, and some that do not"


def test_several_words_are_found_wherever_they_stand(either: Settings) -> None:
    random = Random(8)  # noqa: S311 - repeatable on purpose
    place = make.section()
    texts = [specimen(number, sentences=5).text for number in range(100)]
    with database.writing():
        lines = {put(text, place): flat(text) for text in texts}

    for _ in range(60):
        words = [random.choice(re.findall(r"\w{2,4}", random.choice(texts))) for _ in range(3)]
        both = [set(scan(word, lines)) for word in words[: random.randrange(1, 4)]]
        question = " ".join(words[: len(both)])
        assert sorted(found(question)) == sorted(set.intersection(*both)), question


@pytest.mark.parametrize(
    "text",
    [
        "检察建议，" * 300 + "\n检察听证很好",
        "".join(chr(0x4E00 + n % 9000) for n in range(17_000)) + "\n检察听证很好",
        "zz " * 17_000 + "\n检察听证很好",
        "x" * 5000 + "\n检察听证很好",
        "".join(Random(1).choices([chr(0x4E00 + n) for n in range(20_000)], k=180_000))  # noqa: S311
        + "\n检察听证很好",
    ],
    ids=["300 times", "17,000 characters", "17,000 words", "5,000 letters", "a megabyte of pairs"],
)
def test_long_articles_are_searched_to_their_end(either: Settings, text: str) -> None:
    number = put("开头\n" + text)

    assert found("检察听证") == found("检察听证很好") == found("很好 听证") == [number]
    assert found("听证") == found("听") == [number]
    assert found("证听") == found("证听听") == found("好检察") == found("听证 没有") == []


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


def test_parts_of_words_and_numbers(either: Settings) -> None:
    number = put("来电0351-12309，或见 xhtml 网页 Open Day 2026")

    for part in (
        "12309",
        "0351",
        "351",
        "html",
        "htm",
        "x",
        "open",
        "day",
        "202",
        "9",
        "0351-12309",
    ):
        assert found(part) == [number], part
    for absent in ("035112309", "0351 1230 x99", "openday", "day2026", "1239", "hml"):
        assert found(absent) == [], absent


def test_phrases_hold_their_blanks(either: Settings) -> None:
    apart, together = put("day of the open door"), put("the open day is here")

    assert found("open day") == [together, apart]
    assert found('"open day"') == found("“open  day”") == found("“pen da”") == [together]
    assert found("“day open”") == []


def test_phrases_may_cross_punctuation_when_it_is_typed(either: Settings) -> None:
    one, other = put("坚持党建引领，服务大局"), put("服务大局，坚持党建引领")

    assert found("“引领，服务”") == found("“引领；服务”") == [one]
    assert found("引领，服务") == [other, one]
    assert found("“引领服务”") == []


def test_every_word_must_be_there(either: Settings) -> None:
    both, one = put("党建引领，水源保护"), put("党建引领")

    assert found("水源 党建") == found("党建，水源") == found("“水源”“党建”") == [both]
    assert found("党建") == [one, both]
    assert found("党建 交通") == []


def test_one_of_those_that_mean_the_same(either: Settings) -> None:
    first, second, third = put("醉驾案件"), put("醉酒驾驶案件"), put("危险驾驶")
    words = (("醉驾", "醉酒驾驶", "驾"), ("案件",))

    assert search.find(search.Wanted((words[0][:2],), NOW)) == [second, first]
    assert search.find(search.Wanted(words, NOW)) == [second, first]
    assert search.find(search.Wanted((words[0],), NOW)) == [third, second, first]


def test_width_case_and_traditional_forms_do_not_count(either: Settings) -> None:
    number = put("Ｗｔｏ规则２０２６（℡）檢察機關，著作与乾隆\u200b年 间")

    for question in ("wto", "WTO规则", "ｗｔｏ", "规则2026", "规则２０２６", "tel", "ＴＥＬ"):
        assert found(question) == [number], question
    for question in ("检察机关", "檢察機關", "检察機关", "著作", "乾隆年间", "隆 年"):
        assert found(question) == [number], question
    simple = put("检察机关")
    assert found("檢察機關") == [simple, number]


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
    "党\ue001建",
    "\ue002jian\ue002cha",
    "\u202e\u200b\ufeff",
    "😀",
    "́",
    "ﷺ" * 100,
    "！，。" * 50,
    "x" * 10_000,
    "党" * 10_000,
    "党 " * 10_000,
    "'" * 10_000,
    '"' * 10_000,
    "\ud800",
    "".join(map(chr, range(128))),
)


def test_nothing_typed_raises(either: Settings) -> None:
    put("党与建设")
    random = Random(6)  # noqa: S311 - repeatable on purpose
    signs = "党建\"'*^%_\\()-:|&!<>,;{}[]~+=\0\t\n AORNDzbreak\ue000\ue001“”"

    questions = ["".join(random.choices(signs, k=random.randrange(12))) for _ in range(150)]
    for question in (*HOSTILE, *questions, *map(chr, range(0x250))):
        assert len(found(question)) <= 1
        assert len(search.near([word.needle for word in tokens.words(question)], NOW)) < 99


def test_operators_are_words_or_nothing(either: Settings) -> None:
    plain, english = put("党建引领"), put("terms AND conditions OR else, NOT near")

    assert found("党建 OR") == found("NOT 党建") == []
    assert found("and") == found("AND conditions") == [english]
    assert found("党*") == found("-党建") == found('"党建"') == [plain]
    assert found("words:党建") == []


def test_the_markers_are_out_of_reach(either: Settings) -> None:
    put("结束。党建 jian cha")

    for marker in ("\ue000", "\ue001", "\ue002", "\ue002jian\ue002cha", "束\ue000\ue000党建"):
        assert all(len(word.needle.strip("\ue000")) < 12 for word in tokens.words(marker))
    assert found("结束\ue000党建") == found("结束，党建") != [] and found("\ue000") == []


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
    assert search.counts([asked("党建")]) == [2]
    assert search.tally(asked("党建")).total == 2
    assert sorted(search.ranked(asked("党建"))) == sorted([due, last])


def test_newest_first_and_every_page(either: Settings) -> None:
    place = make.section()
    times = [LONG_AGO + timedelta(hours=n % 7) for n in range(45)]
    numbers = {put("党建", place, at): at for at in times}
    expected = sorted(numbers, key=lambda number: (numbers[number], number), reverse=True)

    pages = [search.find(asked("党建"), 20, offset) for offset in (0, 20, 40, 60)]

    assert [number for ids in pages for number in ids] == expected
    assert [len(ids) for ids in pages] == [20, 20, 5, 0]


def test_an_older_article_takes_its_place_among_the_others(either: Settings) -> None:
    new = put("党建", at=LONG_AGO + timedelta(days=2))
    old = put("党建", at=LONG_AGO)
    between = put("党建", at=LONG_AGO + timedelta(days=1))
    ancient = put("党建", at=datetime(1965, 3, 1))

    assert found("党建") == [new, between, old, ancient]


def test_many_articles_of_one_second(either: Settings) -> None:
    place = make.section()
    with database.writing():
        numbers = [put("党建", place) for _ in range(510)]

    assert found("党建") == numbers[::-1]
    assert Indexed.select().count() == 510


def test_counts_stop_where_they_say(either: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.search.finding.CAPPED", 5)
    for _ in range(8):
        put("党建引领")
    put("水源")

    assert search.counts([asked("党建"), asked("水源"), asked("没有"), asked("引领 党建")]) == [
        6,
        1,
        0,
        6,
    ]
    assert search.counts([]) == []


def test_tally_by_section_and_year_of_beijing(either: Settings) -> None:
    news, theory = make.section("news"), make.section("theory")
    put("党建", news, datetime(2025, 12, 31, 15, 59, 59))
    put("党建", news, datetime(2025, 12, 31, 16, 0, 0))
    put("党建引领", theory, datetime(2026, 2, 1))
    put("水源", theory, datetime(2026, 2, 1))

    tally = search.tally(asked("党建"))
    cells = {(cell.section, cell.year): cell.count for cell in tally.cells}

    assert cells == {(news.id, 2025): 1, (news.id, 2026): 1, (theory.id, 2026): 1}
    assert (tally.total, tally.complete, tally.oldest) == (3, True, 2025)
    assert search.tally(asked("没有")).cells == ()


def test_a_tally_knows_when_it_is_not_all(
    either: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portal.search.finding.TALLIED", 3)
    for year in (2012, 2020, 2021, 2022):
        put("党建", at=datetime(year, 5, 1))

    tally = search.tally(asked("党建"))

    assert [cell.year for cell in sorted(tally.cells, key=lambda cell: cell.year)] == [
        2020,
        2021,
        2022,
    ]
    assert (tally.complete, tally.oldest) == (False, 2012)


def test_narrowed_by_section_and_year(either: Settings) -> None:
    news, theory = make.section("news"), make.section("theory")
    last = put("党建", news, datetime(2025, 12, 31, 15, 59, 59))
    first = put("党建", news, datetime(2025, 12, 31, 16, 0, 0))
    third = put("党建", theory, datetime(2026, 2, 1))
    words = asked("党建").words

    def chosen(**narrow: object) -> list[int]:
        return search.find(search.Wanted(words, NOW, **narrow))  # type: ignore[arg-type]

    assert chosen(year=2025) == [last]
    assert chosen(year=2026) == [third, first]
    assert chosen(sections=(news.id,)) == [first, last]
    assert chosen(sections=(news.id, theory.id), year=2026) == [third, first]
    assert chosen(sections=(theory.id,), year=2025) == chosen(sections=()) == []


def test_best_match_first(either: Settings) -> None:
    filler = "别的事情很多。" * 60
    once = put(f"一篇长文\n{filler}党建。{filler}")
    often = put("另一篇\n党建，党建，党建，都在说党建。")
    title = put(f"党建的标题\n{filler}")

    assert found("党建") == [title, often, once]
    assert search.ranked(asked("党建")) == [title, often, once]
    newest = put(f"再一篇\n{filler}党建。{filler}")
    assert found("党建")[0] == newest
    assert search.ranked(asked("党建")) == [title, often, newest, once], "newest first of equals"


def test_putting_again_replaces_and_removing_forgets(either: Settings) -> None:
    number = put("党建引领")
    rewrite(number, "水源保护")
    assert (found("党建"), found("水源")) == ([], [number])

    rewrite(number, "水源，" * 400 + "治理")
    assert found("治理") == [number]

    search.remove(number)
    search.remove(number)
    assert found("水源") == [] and not Indexed.select().exists()


def test_a_text_without_words(either: Settings) -> None:
    number = put("——！？\0".replace("\0", ""))

    assert found("！") == []
    rewrite(number, "")
    assert found("党建") == []


def test_words_that_sound_alike(either: Settings) -> None:
    put("检察开放日\n监察")
    put("检察听证，重庆银行，检查前查")
    put("另一件事")

    assert search.near(["建查"], NOW) == [["检察", "检查"]], "and not 前, which seldom sounds so"
    assert search.near(["jiancha", "听正", "没有声音的"], NOW) == [["检察", "检查"], ["听证"], []]
    assert search.near(["从青", "银航"], NOW)[1] == ["银行"], "every reading of a character counts"
    assert search.near(["建查"], LONG_AGO - timedelta(days=1)) == [[]], "of visible articles only"
    assert search.near([], NOW) == []
