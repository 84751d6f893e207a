"""Put articles from lines of JSON into the Wagtail project that this file was copied into.

python load_articles.py FILE
"""

import json
import os
import sys
from datetime import UTC, datetime, timedelta

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "peer.settings.measured"
django.setup()

from django.db import transaction  # noqa: E402 - Django has to be set up first
from home.models import ArticlePage, HomePage  # noqa: E402

SECTIONS = 8
HUNDRED = 500


def main() -> None:
    """Load every line, and print the address of the last."""
    home = HomePage.objects.get()
    with transaction.atomic():
        sections = [_section(home, number) for number in range(SECTIONS)]
    with open(sys.argv[1], encoding="utf-8") as file:
        lines = list(file)
    for start in range(0, len(lines), HUNDRED):
        with transaction.atomic():
            for number, line in enumerate(lines[start : start + HUNDRED], start):
                last = _article(sections[number % SECTIONS], number, json.loads(line))
        print(f"  Wagtail 已装入 {start + HUNDRED} / {len(lines)} 篇", file=sys.stderr, flush=True)
    print(f"/{last.get_parent().slug}/{last.slug}/")


def _section(home: HomePage, number: int) -> HomePage:
    section = HomePage(title=f"栏目{number}", slug=f"s{number}")
    return home.add_child(instance=section)


def _article(section: HomePage, number: int, facts: dict[str, str]) -> ArticlePage:
    article = ArticlePage(
        title=facts["title"],
        slug=f"a{number}",
        summary=facts["summary"],
        body=facts["body"],
        date=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number),
    )
    return section.add_child(instance=article)


if __name__ == "__main__":
    main()
