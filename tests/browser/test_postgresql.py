"""The whole product on PostgreSQL: demo content, pages and search as readers meet them."""

from pathlib import Path

from playwright.sync_api import Page, expect

from portal import database, migrations
from portal.services import demo
from tests.servers import postgresql_database, running_portal


def test_demo_portal_on_postgresql(
    page: Page, watch, shared: Path, demo_data: Path, tmp_path: Path
) -> None:
    (tmp_path / "media").symlink_to(demo_data / "media")
    with postgresql_database(shared) as url:
        migrations.migrate(database.attach(url))
        list(demo.load(tmp_path / "media", demo.files()))
        database.close()
        with running_portal(tmp_path, url) as address:
            watch.host = address.removeprefix("http://")
            page.goto(f"{address}/")
            page.get_by_role("navigation", name="主导航").get_by_role(
                "link", name="检察要闻"
            ).click()
            expect(page.locator("#title")).to_have_text("检察要闻")
            page.locator("main .lines__title").first.click()
            expect(page.locator(".prose")).to_be_visible()
            page.goto(f"{address}/search?q=%E6%97%A0%E9%9A%9C%E7%A2%8D")
            assert page.locator("ol.results__list li").count() >= 1
