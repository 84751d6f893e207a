"""The portals that are measured: an office with as many generated articles as wanted."""

import time
from pathlib import Path

from bench.table import told
from portal import database, journal, migrations
from portal.models import Section
from portal.services import demo, specimens

BATCH = 500


def filled(folder: Path, articles: int) -> Path:
    """The data folder of the demo office with so many generated articles; one that exists stays."""
    data = folder / f"portal-{articles}"
    if (data / "ready").exists():
        return data
    data.mkdir(parents=True, exist_ok=True)
    opened = database.attach(f"sqlite:///{data / 'portal.sqlite'}")
    journal.attach(data)
    migrations.migrate(opened)
    list(demo.load(data / "media", demo.files()))
    _generate(articles)
    opened.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    (data / "ready").touch()
    return data


def _generate(articles: int) -> None:
    begun = said = time.monotonic()
    made = 0
    for batch in specimens.generate(articles, BATCH):
        made += batch
        if time.monotonic() - said > 5:
            said = time.monotonic()
            told(f"  已生成 {made} / {articles} 篇，用了 {said - begun:.0f} 秒")


def pages(data: Path) -> dict[str, str]:
    """Addresses of an article, of the first page of the longest list, and of its page 10,000.

    Where the list is shorter, its last page stands for that.
    """
    from portal.kinds import by_key
    from portal.models import Article

    database.attach(f"sqlite:///{data / 'portal.sqlite'}")
    section = Section.get(Section.slug == "news")
    here = Article.select().where(Article.section == section, Article.state == "live")
    last = -(-here.count() // by_key("news").page_size)
    newest = here.order_by(Article.id.desc()).first().id
    database.close()
    deep = min(last, 10_000)
    list_page = f"/news/?page={deep}"
    return {"文章": f"/news/{newest}", "列表第 1 页": "/news/", f"列表第 {deep} 页": list_page}
