"""The story that the pictures tell: each scene is played in a browser and photographed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from docs.guide.maker.camera import PHONE, WIDE, Camera
from docs.guide.maker.hands import ROOM, button, caret, sign_in, tool, write
from docs.guide.maker.office import Office, word_document
from portal.times import now, to_beijing

Play = Callable[[Camera, Office], None]


@dataclass(frozen=True)
class Scene:
    """A part of the story and the pictures that are taken in it, in order."""

    pictures: tuple[str, ...]
    play: Play


def entrance(camera: Camera, office: Office) -> None:
    page = camera.window("he")
    page.goto(office.welcome)
    camera.take(page, "welcome")
    page = camera.window("miao")
    page.goto("/desk/sign-in")
    camera.take(page, "sign-in")


def first_page(camera: Camera, office: Office) -> None:
    page = sign_in(camera, "miao")
    camera.take(page, "home", button(page, "新建文章"))
    camera.take(sign_in(camera, "shu", width=PHONE), "phone")


def writing(camera: Camera, office: Office) -> None:
    page = sign_in(camera, "miao", "/desk/articles/new")
    page.select_option("#section", label="检察要闻")
    camera.take(page, "article-new", button(page, "开始写"))
    page = write(camera, "miao", office.articles["draft"], WIDE)
    camera.take(page, "editor", most=1200)
    caret(page, "p")
    tool(page, "标题目录").click()
    camera.take(page, "outline", only=page.get_by_role("dialog"))
    page.keyboard.press("Escape")
    tool(page, "按键与帮助").click()
    camera.take(page, "keys", most=1200, only=page.get_by_role("dialog"))


def parts(camera: Camera, office: Office) -> None:
    page = write(camera, "miao", office.articles["draft"])
    caret(page, "p")
    tool(page, "图片").click()
    dialog = page.get_by_role("dialog")
    dialog.locator('input[name="media"]').nth(1).check()
    camera.take(page, "picture", most=1100, only=dialog)
    page.keyboard.press("Escape")
    tool(page, "表格").click()
    dialog.get_by_label("表格标题").fill("各季度来信办理情况")
    camera.take(page, "table", only=dialog)
    page.keyboard.press("Escape")
    tool(page, "链接").click()
    dialog.get_by_label("网址").fill("/reports/")
    dialog.get_by_label("链接文字").fill("《示例市人民检察院工作报告》全文")
    camera.take(page, "link", only=dialog)


def keeping(camera: Camera, office: Office) -> None:
    number = office.articles["draft"]
    page = write(camera, "miao", number)
    caret(page, "h2 ~ p")
    page.keyboard.type("走访企业二十家。")
    page.get_by_text("已自动保存").wait_for(timeout=15000)
    camera.take(page, "saved", most=800)
    button(page, "预览").click()
    camera.take(page, "preview", most=1250)
    page.goto(f"{ROOM}{number}/edit")
    page.wait_for_selector(".editor--ready")
    button(page, "保存").click()


def plain(camera: Camera, office: Office) -> None:
    page = sign_in(camera, "miao", f"{ROOM}{office.articles['draft']}/edit", scripts=False)
    page.locator("summary", has_text="写法说明").wait_for()
    camera.take(page, "plain-text", most=1300)


def word(camera: Camera, office: Office) -> None:
    page = sign_in(camera, "miao", "/desk/word")
    page.select_option("#section", label="检察要闻")
    file = {"name": "开放日方案.docx", "mimeType": "", "buffer": word_document()}
    page.set_input_files("#file", file)  # type: ignore[arg-type]
    camera.take(page, "word", button(page, "读入文档"))
    button(page, "读入文档").click()
    page.wait_for_selector(".editor--ready")
    camera.take(page, "word-read", most=1200)


def two_writers(camera: Camera, office: Office) -> None:
    number = office.articles["shared"]
    other = sign_in(camera, "fan", f"{ROOM}{number}/")
    button(other, "接手编辑").click()
    theirs, mine = write(camera, "fan", number), write(camera, "miao", number)
    camera.take(mine, "others", most=560)
    theirs.locator("#headline").fill("普法小分队走进第三中学和实验小学")
    button(theirs, "保存").click()
    theirs.wait_for_load_state()
    caret(mine, "p")
    mine.keyboard.type("师生三百人参加。")
    button(mine, "保存").click()
    mine.locator("table.difference").wait_for()
    camera.take(mine, "conflict", most=1300)


def past(camera: Camera, office: Office) -> None:
    page = sign_in(camera, "miao", f"{ROOM}{office.articles['draft']}/history")
    camera.take(page, "history")
    page.goto(f"{ROOM}{office.articles['submitted']}/changes")
    camera.take(page, "compare")


def checking(camera: Camera, office: Office) -> None:
    page = write(camera, "miao", office.articles["draft"])
    page.locator("#headline").fill("示例市人民检察院召开年中工作推进会。")
    html = "<h2>一、上半年做了什么</h2><p>上半年的的工作平稳有序。。</p>"
    html += '<p>详情请<a href="https://www.example.cn/">点击这里</a>。会议要求,认真贯彻落实。</p>'
    page.evaluate("html => hugerte.get()[0].setContent(html)", html)
    button(page, "检查一下").click()
    page.locator(".finding").first.wait_for()
    camera.take(
        page, "findings", button(page, "检查一下"), most=1100, top=page.locator("#check-title")
    )


def judging(camera: Camera, office: Office) -> None:
    number = office.articles["submitted"]
    page = sign_in(camera, "miao", f"{ROOM}{number}/")
    camera.take(page, "article", most=1100)
    page = sign_in(camera, "jing", f"{ROOM}{number}/")
    camera.take(page, "review", button(page, "审核通过"), most=1250)


def publishing(camera: Camera, office: Office) -> None:
    number = office.articles["approved"]
    page = sign_in(camera, "shu", f"{ROOM}{number}/schedule")
    at = to_beijing(now()) + timedelta(days=7)
    page.fill("#at", at.strftime("%Y-%m-%dT09:30"))
    button(page, "下一步").click()
    page.locator("button", has_text="发布").last.wait_for()
    camera.take(page, "schedule", page.locator("main form").last.locator("button"))
    live = office.articles["live"]
    page.goto(f"{ROOM}{live}/withdraw")
    page.fill("#reason", "办公时间有变动，更正后重新发布。")
    camera.take(page, "withdraw", button(page, "确定撤下"))
    button(page, "确定撤下").click()
    page.goto(f"/news/{live}")
    camera.take(page, "withdrawn", most=800)


def library(camera: Camera, office: Office) -> None:
    page = sign_in(camera, "miao", "/desk/media/")
    camera.take(page, "media", button(page, "上传文件"))
    page.goto(f"/desk/media/describe?id={office.picture.id}&id={office.picture.id + 1}")
    camera.take(page, "describe", button(page, "保存说明"))
    page.goto(f"/desk/media/{office.picture.id}")
    camera.take(page, "media-one")


def finding(camera: Camera, office: Office) -> None:
    page = sign_in(camera, "miao", "/desk/find?q=审查逮捕")
    camera.take(page, "find", page.get_by_role("button", name="查找", exact=True), most=1200)


def site(camera: Camera, office: Office) -> None:
    page = sign_in(camera, "shan", "/desk/sections/")
    camera.take(page, "sections")
    page.get_by_role("link", name="理论研讨", exact=True).first.click()
    camera.take(page, "section", top=page.get_by_text("更新周期（天）").first)
    page.goto("/desk/links/")
    camera.take(page, "links")
    page.goto("/desk/search-words/")
    camera.take(page, "search-words")
    page.goto("/desk/settings/")
    camera.take(page, "settings")


def staff(camera: Camera, office: Office) -> None:
    page = sign_in(camera, "shan", "/desk/people/")
    camera.take(page, "people", button(page, "添加人员"))
    page.goto("/desk/people/new")
    page.fill("#display", "沈小满")
    page.fill("#name", "man")
    page.check("#roles-0")
    page.click("main button[type=submit]")
    page.locator("#url").evaluate(
        "box => { box.value = 'https://www.example.cn/desk/welcome/' + '（一长串字母和数字）'; }"
    )
    camera.take(page, "person-link")


def account(camera: Camera, office: Office) -> None:
    page = sign_in(camera, "shu", "/desk/account")
    camera.take(page, "account")
    page.goto("/desk/account/two-step")
    camera.take(page, "two-step", most=1100)


def records(camera: Camera, office: Office) -> None:
    page = sign_in(camera, "zhi", "/desk/journal/")
    button(page, "验证日志").click()
    page.wait_for_load_state()
    camera.take(page, "journal", button(page, "验证日志"), most=1100)


def aids(camera: Camera, office: Office) -> None:
    page = sign_in(camera, "yuan")
    page.goto("/reading")
    for choice in ("#aid-colours-dark", "#aid-size-l"):
        page.click(choice)
        page.locator(f"{choice}[aria-pressed=true]").wait_for()
    page.goto("/desk/")
    camera.take(page, "reading", most=700)


SCENES = (
    Scene(("welcome", "sign-in"), entrance),
    Scene(("home", "phone"), first_page),
    Scene(("article-new", "editor", "outline", "keys"), writing),
    Scene(("picture", "table", "link"), parts),
    Scene(("saved", "preview"), keeping),
    Scene(("plain-text",), plain),
    Scene(("word", "word-read"), word),
    Scene(("others", "conflict"), two_writers),
    Scene(("history", "compare"), past),
    Scene(("findings",), checking),
    Scene(("article", "review"), judging),
    Scene(("schedule", "withdraw", "withdrawn"), publishing),
    Scene(("media", "describe", "media-one"), library),
    Scene(("find",), finding),
    Scene(("sections", "section", "links", "search-words", "settings"), site),
    Scene(("people", "person-link"), staff),
    Scene(("account", "two-step"), account),
    Scene(("journal",), records),
    Scene(("reading",), aids),
)
"""The story in order; later scenes need what earlier ones did."""
PICTURES = tuple(name for scene in SCENES for name in scene.pictures)
