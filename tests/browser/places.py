"""One address of every type of page that the demo portal has."""

import re
import urllib.request
from functools import cache

FIXED = {
    "home": "/",
    "news list": "/news/",
    "second page": "/news/?page=2",
    "group": "/openness/",
    "notices": "/notices/",
    "documents": "/documents/",
    "documents narrowed": "/documents/?q=%E8%AF%81%E6%8D%AE&type=%E8%B5%B7%E8%AF%89%E4%B9%A6&year=2025",
    "documents nothing": "/documents/?q=zzzz&unit=%E6%B2%A1%E6%9C%89",
    "pictures": "/pictures/",
    "videos": "/videos/",
    "page": "/staff/",
    "contact": "/contact/",
    "accessibility": "/accessibility/",
    "reading": "/reading",
    "search": "/search",
    "search found": "/search?q=%E5%85%AC%E7%9B%8A%E8%AF%89%E8%AE%BC",
    "search narrowed": "/search?q=%E6%A3%80%E5%AF%9F&section=news&year=2026&order=match",
    "search second page": "/search?q=%E6%A3%80%E5%AF%9F&page=2",
    "search near misses": "/search?q=%E5%BB%BA%E6%9F%A5",
    "search parts": "/search?q=%E6%A3%80%E5%AF%9F%20zzzz",
    "search nothing": "/search?q=zzzz",
    "search synonym": "/search?q=%E9%86%89%E9%A9%BE",
    "search promoted": "/search?q=%E4%B8%BE%E6%8A%A5",
    "site map": "/sitemap",
    "ticker": "/notices/ticker?at=0&go=next",
    "not found": "/nowhere/99999",
}
ARTICLES = ("news", "theory", "laws", "notices", "pictures", "videos", "documents", "finance")
NAMES = (*FIXED, *(f"{section} article" for section in ARTICLES))


@cache
def path_of(address: str, name: str) -> str:
    """The path of a page type; for an article, the newest of its section."""
    if name in FIXED:
        return FIXED[name]
    section = name.split()[0]
    with urllib.request.urlopen(f"{address}/{section}/") as answer:  # noqa: S310 - our own server
        html = answer.read().decode()
    found = re.search(rf'<main.*?href="(/{section}/\d+)"', html, re.S)
    assert found, section
    return found[1]
