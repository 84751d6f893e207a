"""What a page tells machines: meta tags of the government page rule, Open Graph, schema.org.

The rule (网页设计规范, domain notes A.1) wants 3 tags on the home page, 7 on lists and 10 on
articles. A value that is not known is left out: never null, never empty, never a copied name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from portal import times
from portal.queries.articles import Story
from portal.queries.media import Picture
from portal.queries.navigation import Place
from portal.text import excerpt, plain
from portal.web.frame import Frame

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Crumb:
    """One step of 当前位置; the last step has no address."""

    name: str
    url: str | None = None


@dataclass(frozen=True)
class Head:
    """Everything in the head of a page that depends on the page."""

    title: str
    path: str
    description: str = ""
    tags: Pairs = ()
    graph: Pairs = ()
    data: tuple[dict[str, Any], ...] = ()
    feed: str | None = None
    indexed: bool = True


def _known(pairs: Iterable[tuple[str, str]]) -> Pairs:
    return tuple((name, value.strip()) for name, value in pairs if value.strip())


def _site_tags(frame: Frame) -> list[tuple[str, str]]:
    return [
        ("SiteName", frame.site.name),
        ("SiteDomain", frame.host),
        ("SiteIDCode", frame.site.site_code),
    ]


def _column_tags(place: Place) -> list[tuple[str, str]]:
    return [
        ("ColumnName", place.name),
        ("ColumnDescription", place.description),
        ("ColumnKeywords", place.keywords),
        ("ColumnType", place.column_type),
    ]


def _graph(frame: Frame, kind: str, title: str, path: str, description: str) -> Pairs:
    return _known(
        (
            ("og:type", kind),
            ("og:site_name", frame.site.name),
            ("og:title", title),
            ("og:description", description),
            ("og:url", frame.address + path),
            ("og:locale", "zh_CN"),
        )
    )


def _breadcrumbs(frame: Frame, crumbs: Iterable[Crumb], path: str) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.name,
                "item": frame.address + (crumb.url or path),
            }
            for position, crumb in enumerate(crumbs, 1)
        ],
    }


def home(frame: Frame) -> Head:
    """The head of the home page."""
    site = frame.site
    return Head(
        title=site.name,
        path="/",
        description=site.description,
        tags=_known([*_site_tags(frame), ("keywords", site.keywords)]),
        graph=_graph(frame, "website", site.name, "/", site.description),
        feed="/feed.xml",
    )


def plain_page(frame: Frame, title: str, path: str, *, indexed: bool = True) -> Head:
    """The head of a page that belongs to no section: reading settings, site map, search."""
    return Head(
        title=f"{title} - {frame.site.name}",
        path=path,
        tags=_known(_site_tags(frame)),
        graph=_graph(frame, "website", title, path, frame.site.description),
        indexed=indexed,
    )


def section(frame: Frame, place: Place, crumbs: list[Crumb], page: int) -> Head:
    """The head of a section's list; every page of it is its own address."""
    path = place.url if page == 1 else f"{place.url}?page={page}"
    name = place.name if page == 1 else f"{place.name} 第 {page} 页"
    return Head(
        title=f"{name} - {frame.site.name}",
        path=path,
        description=place.description,
        tags=_known([*_site_tags(frame), *_column_tags(place)]),
        graph=_graph(frame, "website", name, path, place.description),
        data=(_breadcrumbs(frame, crumbs, path),),
        feed=f"{place.url}feed.xml",
    )


def article(
    frame: Frame, place: Place, story: Story, cover: Picture | None, crumbs: list[Crumb], path: str
) -> Head:
    """The head of an article; the summary, or else the beginning of the text, describes it."""
    description = story.summary or excerpt(plain(story.body), 90)
    image = frame.address + cover.url if cover else ""
    news = _news_article(frame, story, description, image, path)
    published = times.machine(story.published_at)
    return Head(
        title=" - ".join(dict.fromkeys((story.title, place.name, frame.site.name))),
        path=path,
        description=description,
        tags=_known(
            [
                *_site_tags(frame),
                *_column_tags(place),
                *_article_tags(frame, story),
                ("Description", description),
                ("Image", image),
                ("Url", frame.address + path),
            ]
        ),
        graph=_graph(frame, "article", story.title, path, description)
        + _known((("og:image", image), ("article:published_time", published))),
        data=(news, _breadcrumbs(frame, crumbs, path)),
        feed=f"{place.url}feed.xml",
    )


def _article_tags(frame: Frame, story: Story) -> list[tuple[str, str]]:
    return [
        ("ArticleTitle", story.title),
        ("PubDate", times.minute(story.published_at)),
        ("ContentSource", story.source or frame.site.name),
        ("Keywords", story.keywords),
        ("Author", story.author),
    ]


def _news_article(
    frame: Frame, story: Story, description: str, image: str, path: str
) -> dict[str, Any]:
    office = {"@type": "GovernmentOrganization", "name": frame.site.owner or frame.site.name}
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "description": description,
        "datePublished": times.machine(story.published_at),
        "dateModified": times.machine(max(story.updated_at, story.published_at)),
        "inLanguage": "zh-CN",
        "mainEntityOfPage": frame.address + path,
        "author": {"@type": "Organization", "name": story.author} if story.author else office,
        "publisher": office,
    }
    if image:
        data["image"] = [image]
    return data
