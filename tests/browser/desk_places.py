"""A furnished desk, and one address of every type of page that it has, by the person who sees it."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from peewee import fn
from werkzeug.wrappers import Response

from portal import create_app, database
from portal.models import Article, Link, Media, Person, Promotion, Section, SignIn, Synonym
from portal.queries import past, work
from portal.queries.sections import only_article
from portal.roles import COMMAND
from portal.services import drafts, editing, library
from portal.services.accounts import invitations, sessions
from portal.services.anonymising import saving
from portal.services.anonymising.decisions import Decisions
from portal.services.content import Content, MediaUse
from portal.services.workflow import moves, placing
from portal.settings import Settings
from portal.times import now
from portal.web.desk import cookies, once
from portal.web.desk.article_form import pairs_of
from tests import make, media_files
from tests.browser.signed_in import signed
from tests.services import case, staff

LONG = "关于进一步加强未成年人综合司法保护工作推动六大保护融合发展的实施意见的通知" * 2
UNBROKEN = "A" * 80
TYPED = {"title": "长" * 201, "summary": "要" * 501, "publish_at": "明天", "body_text": "正文"}
NO_PAGES = frozenset(
    {"desk.waiting", "desk.as_read", "desk.changes", "desk.two_step_code", "desk.journal_sheet"}
)
"""Views that answer a script, a frame or another program, and one that leads on."""


@dataclass(frozen=True)
class Place:
    """A page: who looks at it, where it is, and, when it answers a form, what was sent."""

    name: str
    person: str
    path: str
    sent: dict[str, str] | None = None


@dataclass
class Desk:
    """The served desk: its settings, the articles by name, and all its places."""

    settings: Settings
    articles: dict[str, int] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    invitation: str = ""
    secrets: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What each has just been shown, by the path of the page that shows it."""

    def cookies(self, person: str, address: str) -> list[dict[str, Any]]:
        """What the browser of somebody keeps who is signed in and has just been shown secrets.

        Of "half" only the password was right.
        """
        app = create_app(self.settings)
        row = Person.get_or_none(Person.name == person)
        held = {"_user_id": sessions.begin(row, "127.0.0.1", "test")} if row else _half()
        found = [signed(app, held, address)]
        with app.test_request_context():
            for path, value in self.secrets.get(person, {}).items():
                answer = Response()
                cookies.write(answer, once.COOKIE, [path, _newest(), value], once.LASTS, path)
                written = answer.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
                found.append({"name": once.COOKIE, "value": written, "url": f"{address}{path}"})
        database.close()
        return found


def _newest() -> int:
    """The sign-in that has just begun."""
    return int(SignIn.select(fn.MAX(SignIn.id)).scalar())


def _half() -> dict[str, Any]:
    return {"half": (Person.get(Person.name == "li").id, now().isoformat())}


def furnished(data: Path) -> Desk:
    """A desk with people, and articles of every kind in every state; `data` holds the demo."""
    made = Desk(Settings(data, f"sqlite:///{data / 'portal.sqlite'}", "http://127.0.0.1:8000"))
    create_app(made.settings)
    who = {
        "wang": staff.actor("editor", name="wang"),
        "second": staff.actor("editor", name="second"),
        "li": staff.actor("reviewer", name="li"),
        "chen": staff.actor("publisher", name="chen"),
        "boss": staff.actor("admin", "auditor", name="boss"),
    }
    _kinds(made, who)
    _states(made, who)
    made.invitation = invitations.invite(make.person("reviewer", name="new"), by=COMMAND)
    _documents(made, who)
    made.secrets = {
        "wang": {once.CODES: [f"abcde-fgh{n}k" for n in range(2, 10)]},
        "boss": {once.LINK: [Person.get(Person.name == "new").id, made.invitation]},
    }
    made.places = list(_places(made))
    database.close()
    return made


def _documents(made: Desk, who: dict[str, Any]) -> None:
    """Originals of legal documents, and one that waits for its confirmation."""
    wang, place = who["wang"], Section.get(Section.slug == "documents")
    minor = replace(case.ORIGINAL, body=f"<p>附条件不起诉决定书</p>{case.ORIGINAL.body}")
    for name, content in (("original", case.ORIGINAL), ("minor", minor)):
        made.articles[name] = editing.begin(place.id, wang)
        drafts.keep(made.articles[name], "", 0, None, pairs_of(content), wang)
    made.articles["hidden"] = editing.begin(place.id, wang)
    revision = saving.save(made.articles["hidden"], case.ORIGINAL, Decisions(), 0, wang)
    moves.submit(made.articles["hidden"], revision, wang)


def _begun(section: str, content: Content, by: Any) -> tuple[int, int]:
    place = Section.get(Section.slug == section)
    there = only_article(place.id) if place.kind == "page" else None  # it has one only
    article = there or editing.begin(place.id, by)
    newest = work.work(article)
    return article, editing.save(article, content, newest.revision if newest else 0, by)


def _kinds(made: Desk, who: dict[str, Any]) -> None:
    """A draft of every kind, filled in."""
    media, by = made.settings.media, who["wang"]
    images = [make.picture(media, name).id for name in ("甲.jpg", f"{UNBROKEN}.jpg")]
    files = {
        "video": library.add_media(media, media_files.mp4(), "片.mp4").id,
        "captions": library.add_media(media, media_files.VTT.encode(), "字幕.vtt").id,
        "attachment": library.add_media(media, b"%PDF-1.7 ", "表.pdf").id,
    }
    both = [MediaUse(each, "picture", "配的文字", "一块颜色") for each in images]
    papers = [MediaUse(files["attachment"], "attachment", "报名表")]
    covers = [MediaUse(images[0], "cover", alt="一块颜色")]
    film = [MediaUse(files[role], role) for role in ("video", "captions")]
    contents = {
        "news": staff.text(LONG, media=[*covers, *papers], body=_body(images[0])),
        "notices": staff.text(UNBROKEN, expires_at=now() + timedelta(days=30)),
        "pictures": staff.text("图说一则", media=both),
        "videos": staff.text("视频一则", media=film, details={"transcript": "大家好。"}),
        "documents": staff.text("文书一则", details=make.DOCUMENT),
        "about": staff.text("单页一则"),
    }
    for section, content in contents.items():
        made.articles[section] = _begun(section, content, by)[0]


def _body(image: int) -> str:
    rows = "".join(f"<tr><td>类别{n}</td><td>{n}</td><td>{UNBROKEN}</td></tr>" for n in range(3))
    return (
        f"{staff.TEXT.body}<h2>一、基本情况</h2><ul><li>加强学习</li></ul>"
        '<table><caption>办案情况</caption><thead><tr><th scope="col">类别</th>'
        f'<th scope="col">件数</th><th scope="col">说明</th></tr></thead><tbody>{rows}</tbody>'
        f'</table><figure><img src="{Media.get_by_id(image).url}" alt="一块颜色">'
        "<figcaption>图片说明</figcaption></figure><p>他说：“请坐。</p>"
    )


def _states(made: Desk, who: dict[str, Any]) -> None:
    """An article in every state of the workflow."""
    wang, li, chen = who["wang"], who["li"], who["chen"]
    found = made.articles
    found["blank"] = editing.begin(Section.get(Section.slug == "news").id, wang)
    revisions = {}
    for state in ("submitted", "returned", "approved", "scheduled", "live", "withdrawn", "taken"):
        wish = now() + timedelta(days=2) if state == "approved" else None
        text = staff.text(f"{state}：{LONG}", publish_at=wish)
        found[state], revisions[state] = _begun("news", text, wang)
        moves.submit(found[state], revisions[state], wang)
    moves.send_back(found["returned"], revisions["returned"], li, f"请改：{UNBROKEN}\n第二行。")
    for state in ("approved", "scheduled", "live", "withdrawn"):
        moves.approve(found[state], revisions[state], li)
    moves.schedule(found["scheduled"], revisions["scheduled"], chen, now() + timedelta(days=9))
    for state in ("live", "withdrawn"):
        moves.publish(found[state], revisions[state], chen)
    placing.pin(found["live"], chen)
    placing.withdraw(found["withdrawn"], chen, "内容有误，更正后重新发布。")
    text = staff.text(f"更正：{LONG}", body=f"{staff.TEXT.body}<p>新的一段。</p>")
    found["corrected"], first = _begun("news", staff.text("要更正的"), wang)
    editing.save(found["corrected"], text, first, wang)
    editing.comment(found["corrected"], first, f"看过了。{UNBROKEN}", li)
    for title in ("没有保存的甲", "没有保存的乙"):
        pairs = [("title", title), ("body_html", "<p>写到一半</p>")]
        made.articles[title] = found["corrected"]
        drafts.keep(found["corrected"], "", 0, None, pairs, wang)
    placing.take_over(found["corrected"], who["second"])
    drafts.arrive(found["corrected"], who["second"])


def _places(made: Desk) -> list[Place]:
    found = made.articles
    return [
        *_visitor(made),
        *_editor(found),
        *_reviewer(found),
        *_publisher(found),
        *_boss(),
    ]


def _visitor(made: Desk) -> list[Place]:
    path = "/desk/articles/1/edit"
    return [
        Place("sign in", "", "/desk/sign-in"),
        Place("sign in wrong", "", "/desk/sign-in", {"name": "nobody", "password": "wrong"}),
        Place("sign in again", "", path, {"title": "写了一半", "act": "save"}),
        Place("welcome", "", invitations.path(made.invitation)),
        Place("welcome refused", "", invitations.path(made.invitation), {"password": "short"}),
        Place("welcome too late", "", "/desk/welcome/nothing"),
        Place("code", "half", "/desk/sign-in/code"),
        Place("code refused", "half", "/desk/sign-in/code", {"code": "abc"}),
    ]


def _editor(found: dict[str, int]) -> list[Place]:
    edit = {name: f"/desk/articles/{found[name]}/edit" for name in found}
    kept = work.unsaved(found["corrected"], Person.get(Person.name == "wang").id)
    history = past.history(found["corrected"])
    compare = f"compare?old={history[1].id}&new={history[0].id}"
    states = ("blank", "news", "submitted", "returned", "live", "withdrawn", "corrected")
    pages = {
        "home": "",
        "help": "help",
        "list": "articles/",
        "list empty": "articles/?q=没有这样的文章&state=live",
        "find": "find",
        "find found": "find?q=检察&history=1",
        "find empty": "find?q=没有这样的文章",
        "find refused": "find?q=检察&first=明天",
        "begin": "articles/new",
        "word": "word",
        **{f"form {kind}": edit[kind][6:] for kind in ("notices", "pictures", "videos")},
        **{f"form {kind}": edit[kind][6:] for kind in ("documents", "about", "news", "blank")},
        "form with drafts": edit["corrected"][6:],
        **{f"article {state}": f"articles/{found[state]}/" for state in states},
        "history": f"articles/{found['corrected']}/history",
        "compare": f"articles/{found['corrected']}/{compare}",
        "form of an original": edit["original"][6:],
        "anonymise": f"articles/{found['original']}/anonymise",
        "anonymise a minor's": f"articles/{found['minor']}/anonymise",
        "anonymised": f"articles/{found['hidden']}/anonymised",
        "article hidden": f"articles/{found['hidden']}/",
        "preview": f"articles/{found['news']}/preview",
        "preview wide": f"articles/{found['news']}/preview?width=wide",
        "delete": f"articles/{found['news']}/delete",
        "move": f"articles/{found['news']}/move",
        "discard": f"articles/{found['corrected']}/discard?draft={kept[0].token}",
        "forbidden": f"articles/{found['live']}/withdraw",
        "missing": "articles/999999/",
        "media": "media/",
        "media upload": "media/upload",
        "media pick": "media/pick?kind=image",
        "media describe": f"media/describe?id={Media.select().order_by(Media.id.desc()).get().id}",
        "media one": f"media/{Media.select().order_by(Media.id.desc()).get().id}",
        "media delete": f"media/{Media.select().order_by(Media.id.desc()).get().id}/delete",
        "media replace": f"media/{Media.select().order_by(Media.id.desc()).get().id}/replace",
        "account": "account",
        "password": "account/password",
        "two steps": "account/two-step",
        "recovery codes": "account/two-step/new-codes",
        "signed in": "signed-in",
    }
    sent = {
        "form refused": (edit["notices"], {**TYPED, "act": "save"}),
        "form checked": (
            edit["news"],
            {"act": "check", "body_text": "他说：“请坐。。", "title": ""},
        ),
        "form stopped": (edit["blank"], {"act": "submit", "based_on": "0", "title": ""}),
        "form barred": (edit["submitted"], {"act": "save", "title": "写晚了"}),
        "form gone": (
            "/desk/articles/999999/edit",
            {"act": "save", "title": "删了", "body_text": "字"},
        ),
        "conflict": (
            edit["corrected"],
            {"act": "save", "title": "我的", "based_on": str(history[1].id)},
        ),
        "begin refused": ("/desk/articles/new", {}),
        "word refused": ("/desk/word", {}),
        "submit refused": (f"/desk/articles/{found['submitted']}/submit", {}),
        "comment refused": (f"/desk/articles/{found['news']}/comment", {"revision": "1"}),
    }
    return [
        *(Place(name, "wang", f"/desk/{path}") for name, path in pages.items()),
        *(Place(name, "wang", path, fields) for name, (path, fields) in sent.items()),
    ]


def _reviewer(found: dict[str, int]) -> list[Place]:
    article = f"/desk/articles/{found['submitted']}"
    revision = str(past.history(found["submitted"])[0].id)
    return [
        Place("home of a reviewer", "li", "/desk/"),
        Place("list of a reviewer", "li", "/desk/articles/"),
        Place("to review", "li", f"{article}/"),
        Place("to confirm", "li", f"/desk/articles/{found['hidden']}/"),
        Place("confirm", "li", f"/desk/articles/{found['hidden']}/anonymised"),
        Place("confirm refused", "li", f"/desk/articles/{found['hidden']}/confirm", {}),
        Place("return refused", "li", f"{article}/return", {"revision": revision, "reason": ""}),
    ]


def _publisher(found: dict[str, int]) -> list[Place]:
    approved, live = (f"/desk/articles/{found[name]}" for name in ("approved", "live"))
    revision = str(past.history(found["approved"])[0].id)
    return [
        Place("home of a publisher", "chen", "/desk/"),
        Place("to publish", "chen", f"{approved}/"),
        Place("scheduled", "chen", f"/desk/articles/{found['scheduled']}/"),
        Place("schedule", "chen", f"{approved}/schedule"),
        Place("schedule in words", "chen", f"{approved}/schedule?at=2099-05-08T09:30"),
        Place("schedule refused", "chen", f"{approved}/schedule", {"revision": revision}),
        Place("live", "chen", f"{live}/"),
        Place("withdraw", "chen", f"{live}/withdraw"),
        Place("withdraw refused", "chen", f"{live}/withdraw", {"reason": ""}),
        Place("move refused", "chen", f"{live}/move", {"section": "0"}),
    ]


def _boss() -> list[Place]:
    section = Section.get(Section.slug == "news").id
    empty = Section.get(Section.id.not_in(Article.select(Article.section))).id
    link = Link.get().id
    person = Person.get(Person.name == "wang").id
    synonym, promotion = Synonym.get().id, Promotion.get().id
    pages = {
        "home of an admin": "",
        "sections": "sections/",
        "section new": "sections/new",
        "section": f"sections/{section}/",
        "section delete": f"sections/{empty}/delete",
        "links": "links/",
        "link new": "links/new",
        "link": f"links/{link}/",
        "link delete": f"links/{link}/delete",
        "search words": "search-words/",
        "synonym new": "search-words/synonyms/new",
        "synonym": f"search-words/synonyms/{synonym}/",
        "synonym delete": f"search-words/synonyms/{synonym}/delete",
        "promotion new": "search-words/promotions/new",
        "promotion": f"search-words/promotions/{promotion}/",
        "promotion delete": f"search-words/promotions/{promotion}/delete",
        "settings": "settings/",
        "people": "people/",
        "person new": "people/new",
        "person": f"people/{person}",
        "person act": f"people/{person}/link",
        "person link": "people/new-link",
        "journal": "journal/",
        "journal empty": "journal/?first=2099-01-01",
    }
    sent = {
        "section refused": ("/desk/sections/new", {}),
        "link refused": ("/desk/links/new", {}),
        "synonym refused": ("/desk/search-words/synonyms/new", {"words": "醉驾"}),
        "promotion refused": ("/desk/search-words/promotions/new", {}),
        "person refused": ("/desk/people/new", {}),
        "barred": ("/desk/media/upload", {"title": "没有权限时写的"}),
        "settings refused": ("/desk/settings/", {"name": ""}),
    }
    return [
        *(Place(name, "boss", f"/desk/{path}") for name, path in pages.items()),
        *(Place(name, "boss", path, fields) for name, (path, fields) in sent.items()),
    ]
