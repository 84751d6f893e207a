"""The invented office of the guide: its people, what they have written, and a Word document."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from flask import Flask
from werkzeug.serving import make_server

from portal import create_app, database, times
from portal.models import Media, Person, Section
from portal.queries import work
from portal.roles import COMMAND, Actor
from portal.services import editing
from portal.services.accounts import invitations, people
from portal.services.accounts.sessions import as_actor
from portal.services.content import Content
from portal.services.workflow import moves, placing
from portal.settings import Settings
from tests.demo_portal import made_once
from tests.word import definition, docx, level, num, numbered, p, style, styled

PASSWORD = "窗外的白玉兰开了三朵"  # noqa: S105 - of people who do not exist
STAFF = {
    "miao": ("林小苗", ("editor",)),
    "fan": ("江一帆", ("editor",)),
    "yuan": ("周明远", ("reviewer",)),
    "jing": ("何静文", ("reviewer",)),
    "shu": ("陈书远", ("publisher",)),
    "shan": ("方远山", ("admin",)),
    "zhi": ("许知行", ("auditor",)),
}
"""Login name → name and roles; none of them exists."""

TITLE = "示例市人民检察院召开年中工作推进会"
BODY = (
    "<p>7月10日，示例市人民检察院召开年中工作推进会，总结上半年工作，安排下一阶段任务。</p>"
    "<h2>一、上半年做了什么</h2>"
    "<p>上半年，全院受理审查逮捕、审查起诉案件平稳有序，群众来信件件有回复。</p>"
    "<table><caption>上半年办案情况</caption>"
    '<thead><tr><th scope="col">类别</th><th scope="col">件数</th></tr></thead>'
    "<tbody><tr><td>审查逮捕</td><td>120</td></tr><tr><td>公益诉讼</td><td>36</td></tr></tbody>"
    "</table>"
    "<h2>二、下半年怎样做</h2>"
    "<ul><li>把群众的来信办好</li><li>到乡镇开展普法</li></ul>"
)
_CONTENT = Content(
    TITLE,
    BODY,
    source="示例市人民检察院",
    author="林小苗",
    summary="会议总结上半年工作，安排下半年的任务。",
    keywords=["年中工作", "推进会"],
)


class Morning(datetime):
    """The clock of the story: it starts at half past nine on a Friday in July, Beijing time."""

    _shift = datetime(2026, 7, 10, 1, 30) - datetime.now(UTC).replace(tzinfo=None)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) + cls._shift


@dataclass
class Office:
    """A served portal and the numbers of its articles."""

    address: str
    welcome: str
    picture: Media
    articles: dict[str, int] = field(default_factory=dict)
    staff: dict[str, Actor] = field(default_factory=dict)


@contextmanager
def office() -> Iterator[Office]:
    """The demo portal with staff and work in progress, served until the block ends."""
    with TemporaryDirectory() as temporary:
        times.datetime = Morning  # type: ignore[misc]
        data = made_once(Path(temporary))
        settings = Settings(data, f"sqlite:///{data / 'portal.sqlite'}", "https://www.example.cn")
        app = create_app(settings)
        made = _furnished()
        database.close()
        with _served(app) as made.address:
            yield made


@contextmanager
def _served(app: Flask) -> Iterator[str]:
    """The application's address, in this process, whose clock is the story's."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()


def _furnished() -> Office:
    staff = {}
    for login, (name, roles) in STAFF.items():
        person = people.add_person(login, name, roles, by=COMMAND, password=PASSWORD)
        staff[login] = as_actor(person, "10.0.0.8")
    welcome = invitations.path(invitations.invite(_newcomer(), by=staff["shan"]))
    picture = Media.select().where(Media.kind == "image").order_by(Media.id).first()
    made = Office("", welcome, picture, staff=staff)
    _write(made)
    return made


def _newcomer() -> Person:
    return people.add_person("he", "贺晓春", ("editor",), by=COMMAND)


def _write(made: Office) -> None:
    """Articles at every point of their way."""
    miao, yuan, shu = (made.staff[each] for each in ("miao", "yuan", "shu"))
    made.articles["draft"] = _article(made, _CONTENT)[0]
    shared = replace(_CONTENT, title="普法小分队走进第三中学")
    made.articles["shared"] = _article(made, shared)[0]
    number, revision = _article(made, replace(_CONTENT, title="检察官到社区讲怎样识别电话诈骗"))
    changed = replace(
        _CONTENT,
        title="检察官到社区讲怎样识别电话诈骗",
        body=BODY.replace("120", "126").replace("平稳有序", "全部按时办结"),
    )
    moves.submit(number, revision, miao)
    moves.send_back(number, revision, yuan, "表格里审查逮捕的件数，请和办案系统核对。")
    moves.submit(number, editing.save(number, changed, revision, miao), miao)
    editing.comment(number, _newest(number), "数字已经核对过了。", miao)
    made.articles["submitted"] = number
    number, revision = _article(made, replace(_CONTENT, title="公开听证会为河道治理出主意"))
    moves.submit(number, revision, miao)
    moves.approve(number, revision, yuan)
    made.articles["approved"] = number
    number, revision = _article(made, replace(_CONTENT, title="本院开放日邀请市民参观"))
    moves.submit(number, revision, miao)
    moves.send_back(number, revision, yuan, "请写明开放日的日期和报名电话。")
    number, revision = _article(made, replace(_CONTENT, title="检察服务大厅搬迁后的办公时间"))
    moves.submit(number, revision, miao)
    moves.approve(number, revision, yuan)
    moves.publish(number, revision, shu)
    placing.pin(number, shu)
    made.articles["live"] = number


def _article(made: Office, content: Content) -> tuple[int, int]:
    section = Section.get(Section.slug == "news").id
    number = editing.begin(section, made.staff["miao"])
    return number, editing.save(number, content, 0, made.staff["miao"])


def _newest(article: int) -> int:
    found = work.work(article)
    return found.revision if found else 0


def word_document() -> bytes:
    """A short .docx with automatic numbering."""
    levels = level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）")
    return docx(
        styled("关于开展检察开放日活动的方案", "Title"),
        numbered("活动时间和地点", 1, 0),
        p("7月20日上午，在示例市人民检察院检察服务大厅。"),
        numbered("活动安排", 1, 0),
        numbered("参观检察服务大厅", 1, 1),
        numbered("观看普法短片", 1, 1),
        numbered("报名办法", 1, 0),
        p("拨打电话报名，名额五十人。"),
        numbering=definition(1, *levels) + num(1, 1),
        styles=style("Title"),
    )
