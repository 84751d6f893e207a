"""The ledger of published addresses: one that disappears needs a decision and a redirect."""

from portal import create_app
from portal.settings import Settings

PUBLISHED = {
    "/",
    "/<slug>/",
    "/<slug>/<int(max=2147483647):number>",
    "/<slug>/<int(max=2147483647):number>/qr.svg",
    "/<slug>/feed.xml",
    "/feed.xml",
    "/healthz",
    "/links/<group>/<int(max=999):position>/qr.svg",
    "/media/<folder>/<name>",
    "/notices/ticker",
    "/reading",
    "/robots.txt",
    "/search",
    "/sitemap",
    "/sitemap-<int(max=99999):number>.xml",
    "/sitemap.xml",
}


def test_no_published_address_is_lost(settings: Settings) -> None:
    rules = {rule.rule for rule in create_app(settings).url_map.iter_rules()}
    rules = {rule for rule in rules if not rule.startswith("/desk/")}

    assert rules == PUBLISHED
