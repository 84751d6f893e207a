"""`make bench-search`: how exact and how fast the search is, beside a LIKE scan of the same words.

    python -m bench.search [ARTICLES] [--postgresql]

It fills a portal of its own in a temporary folder with generated articles of about 2,000
characters, asks questions of several lengths taken from them, and compares every answer with a
scan of the folded texts.
"""

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from portal import database, journal, migrations, search, tokens
from portal.database import is_sqlite, proxy
from portal.models import Article, Section, Wording
from portal.queries import desk_find
from portal.queries.desk_find import Search
from portal.services import publication, site, specimens
from portal.services.content import Content
from portal.specimen_text import specimen
from portal.times import now
from portal.tokens import BLANK, BREAK

SENTENCES = 55
"""Of 37 characters: articles of about 2,000."""
QUESTIONS = 30
"""Of each kind."""
SCANNED = 6
"""Of each kind that are compared with LIKE in time; all are compared in their answers."""


@dataclass
class Measured:
    """Times in milliseconds of one kind of question."""

    name: str
    newest: list[float]
    page: list[float]
    like: list[float]
    found: int = 0
    missed: int = 0
    wrong: int = 0


def main() -> None:
    """Build, ask, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("articles", type=int, nargs="?", default=100_000)
    arguments.add_argument("--postgresql", action="store_true")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder), chosen.postgresql):
        built = build(chosen.articles)
        print(
            f"\n{'SQLite' if is_sqlite() else 'PostgreSQL'}，{chosen.articles} 篇，每篇约 {built} 字"
        )
        sizes(chosen.articles)
        add_one()
        table([measure(name, asked) for name, asked in kinds(chosen.articles)])
        desk(chosen.articles)
        database.close()


@contextmanager
def opened(folder: Path, postgresql: bool) -> Iterator[None]:
    """An empty, migrated portal."""
    journal.attach(folder)
    if not postgresql:
        migrations.migrate(database.attach(f"sqlite:///{folder / 'portal.sqlite'}"))
        yield
        return
    from tests.servers import postgresql_database

    with postgresql_database(folder) as url:
        migrations.migrate(database.attach(url))
        yield
        database.close()


def build(articles: int) -> int:
    """Fill the portal and return the mean length of an article."""
    for number in range(12):
        facts = {"slug": f"s{number}", "name": f"栏目{number}", "kind": "news", "position": number}
        words = {"description": "测量用", "keywords": "测量", "column_type": "新闻动态"}
        site.add_section({**facts, **words, "in_navigation": True})
    start = time.perf_counter()
    made = 0
    for batch in specimens.generate(articles, 200, SENTENCES):
        made += batch
        if sys.stderr.isatty():
            print(f"\r正在生成 {made} / {articles}", end="", file=sys.stderr)
    taken = time.perf_counter() - start
    print(f"生成、写入并建索引 {taken:.0f} 秒，每篇 {taken / articles * 1000:.1f} 毫秒")
    if not is_sqlite():
        proxy.execute_sql("ANALYZE")
    sample = [specimen(n * articles // 50, SENTENCES) for n in range(50)]
    index_alone([each.text for each in sample])
    return round(sum(len(each.text) for each in sample) / 50)


def index_alone(texts: Sequence[str]) -> None:
    """How long folding and cutting take, without the database."""
    start = time.perf_counter()
    for text in texts:
        tokens.tokens(tokens.fold(text))
    taken = (time.perf_counter() - start) / len(texts) * 1000
    print(f"其中折叠和切分每篇 {taken:.1f} 毫秒")


def sizes(articles: int) -> None:
    """What the index takes on disk, and what the texts take."""
    if is_sqlite():
        blocks = "SELECT SUM(LENGTH(block)) FROM search_text_data"
        index = proxy.execute_sql(blocks).fetchone()[0]
        words = proxy.execute_sql(
            "SELECT SUM(LENGTH(CAST(folded AS BLOB)) + LENGTH(shown) + LENGTH(sounds)) FROM wording"
        ).fetchone()[0]
        bodies = proxy.execute_sql("SELECT SUM(LENGTH(CAST(body AS BLOB))) FROM revision")
        body = bodies.fetchone()[0]
    else:
        index, words, body = (
            proxy.execute_sql("SELECT pg_total_relation_size(%s::regclass)", (name,)).fetchone()[0]
            for name in ("search_text", "wording", "revision")
        )
    for name, size in (("索引", index), ("折叠的文字和摘录用的原文", words), ("文章正文", body)):
        print(f"{name} {size / 1e6:.0f} MB，每篇 {size / articles / 1000:.1f} KB")


def add_one() -> None:
    """Publish an article as an editor would, and take it down again."""
    place = Section.get()
    times = []
    for number in range(20):
        made = specimen(10_000_000 + number, SENTENCES)
        content = Content(made.title, made.body, keywords=made.keywords.split(","))
        start = time.perf_counter()
        publication.publish(place, content, now())
        times.append((time.perf_counter() - start) * 1000)
    for article in Article.select().order_by(Article.id.desc()).limit(20):
        with database.writing():
            publication.take_down(article, "测量")
    print(
        f"发布一篇（连同清理、存版本、索引）中位 {median(times):.0f} 毫秒，最长 {max(times):.0f} 毫秒"
    )


def kinds(articles: int) -> Iterator[tuple[str, list[str]]]:
    """Questions by kind: pieces of the texts, and signs that seldom stand together."""
    random = Random(11)  # noqa: S311 - repeatable on purpose
    for length in (1, 2, 4, 8):
        yield f"{length} 字", [_piece(random, articles, length) for _ in range(QUESTIONS)]
    mixed = [_mixed(random, articles, number) for number in range(QUESTIONS)]
    yield "混合", mixed


def _runs(random: Random, articles: int, length: int) -> str:
    """A run of a random article without punctuation, at least so long."""
    while True:
        folded = tokens.fold(specimen(random.randrange(articles), SENTENCES).text)
        runs = [run for run in re.split(f"[{BREAK}{BLANK}]", folded) if len(run) >= length]
        if runs:
            return random.choice(runs)


def _piece(random: Random, articles: int, length: int) -> str:
    """Every fifth is of signs that happen to stand anywhere."""
    if random.random() < 0.2:
        return "".join(random.choice(_runs(random, articles, 1)) for _ in range(length))
    run = _runs(random, articles, length)
    start = random.randrange(len(run) - length + 1)
    return run[start : start + length]


def _mixed(random: Random, articles: int, number: int) -> str:
    """Two or three words, Latin words and numbers, phrases across blanks and punctuation."""
    shapes: list[Callable[[], str]] = [
        lambda: " ".join(_piece(random, articles, 2) for _ in range(2)),
        lambda: " ".join(_piece(random, articles, n) for n in (2, 3, 4)),
        lambda: random.choice(["html", "GPS 定位", "xcel", "PM2.5", "12309", "2309", "wifi 盲道"]),
        lambda: f"{random.randrange(2012, 2027)}年 {_piece(random, articles, 2)}",
        lambda: _across(random, articles),
    ]
    return shapes[number % len(shapes)]()


def _across(random: Random, articles: int) -> str:
    """A quoted piece with punctuation or a blank inside."""
    text = specimen(random.randrange(articles), SENTENCES).text.replace("“", "").replace("”", "")
    place = random.choice([match.start() for match in re.finditer("[，、]", text)])
    return f"“{text[place - 3 : place + 4]}”"


def measure(name: str, questions: Sequence[str]) -> Measured:
    """Ask every question, and compare its answer with a scan."""
    result = Measured(name, [], [], [])
    at = now()
    for number, question in enumerate(questions):
        needles = [word.needle for word in tokens.words(question)]
        if not needles:
            continue
        wanted = search.wanted(needles, at)
        result.newest.append(_timed(lambda wanted=wanted: search.find(wanted, 20)))
        result.page.append(
            _timed(lambda wanted=wanted: (search.find(wanted), search.tally(wanted)))
        )
        start = time.perf_counter()
        expected = scan(needles)
        if number < SCANNED:
            result.like.append((time.perf_counter() - start) * 1000)
        answer = set(search.find(wanted, 10_000_000))
        result.found += len(expected)
        result.missed += len(expected - answer)
        result.wrong += len(answer - expected)
    return result


def scan(needles: Sequence[str]) -> set[int]:
    """The live articles whose folded words hold every needle, by LIKE."""
    place = "?" if is_sqlite() else "%s"
    conditions = " AND ".join([f"w.folded LIKE {place}"] * len(needles))
    rows = proxy.execute_sql(
        "SELECT a.id FROM article a JOIN wording w ON w.revision_id = a.live"  # noqa: S608
        f" WHERE a.state = 'live' AND {conditions}",
        tuple(f"%{needle}%" for needle in needles),
    )
    return {article for (article,) in rows.fetchall()}


def _timed(ask: Callable[[], Any]) -> float:
    """Milliseconds of the second time that something is done: the first fills the caches."""
    ask()
    start = time.perf_counter()
    ask()
    return (time.perf_counter() - start) * 1000


def table(results: Sequence[Measured]) -> None:
    """One line for each kind."""
    columns = ("问题", "最新 20 条", "最长", "整页", "最长", "LIKE", "最长", "查全率", "查准率")
    print(
        "\n" + " | ".join(columns) + "   （毫秒，中位和最长；整页 = 1000 条以内的清单和分面计数）"
    )
    for each in results:
        times = (each.newest, each.page, each.like)
        shown = [f"{value:.1f}" for row in times for value in (median(row), max(row))]
        recall = (each.found - each.missed) / each.found if each.found else 1
        precise = (each.found - each.missed) / max(1, each.found - each.missed + each.wrong)
        print(" | ".join([each.name, *shown, f"{recall:.6g}", f"{precise:.6g}"]))
    newest = [value for each in results for value in each.newest]
    print(f"全部问题：最新 20 条中位 {median(newest):.2f} 毫秒，最长 {max(newest):.1f} 毫秒")


def desk(articles: int) -> None:
    """The desk's own search, which looks into the words of every revision."""
    revisions = Wording.select().count()
    random = Random(12)  # noqa: S311 - repeatable on purpose
    asked = [Search(words=(_piece(random, articles, n % 4 + 2),), history=True) for n in range(8)]
    times = [_timed(lambda each=each: desk_find.find(each)) for each in asked]
    print(
        f"采编台查找，{revisions} 个版本：中位 {median(times):.0f} 毫秒，最长 {max(times):.0f} 毫秒"
    )


if __name__ == "__main__":
    main()
