"""The article page: what is shown, what is left out, where it is found."""

from datetime import datetime

from portal.models import Article
from tests import make
from tests.client import InspectingClient


def test_shows_everything_it_knows(client: InspectingClient) -> None:
    place = make.section(name="检察要闻")
    number = make.article(
        place,
        "桥头的路灯亮了",
        datetime(2026, 3, 4, 15, 7),
        subtitle="一份检察建议的回声",
        author="第四检察部",
        source="示例日报",
        editor="办公室",
        body="<h2>一、起因</h2><p>路灯坏了三年。</p>",
    )

    page = client.page(f"/news/{number}")

    assert page.words("//h1") == ["桥头的路灯亮了"]
    assert page.words("//p[@class='article__subtitle']") == ["一份检察建议的回声"]
    assert page.words("//dl[@class='facts']/div") == [
        "时间：2026-03-04 15:07",
        "作者：第四检察部",
        "来源：示例日报",
        "编辑：办公室",
    ]
    assert page.words("//div[@class='prose']/h2") == ["一、起因"]
    assert page.words("//nav[@aria-label='当前位置']//li") == ["首页", "检察要闻", "正文"]
    assert page.words("//nav[@id='menu']//a[@aria-current='true']") == ["检察要闻"]


def test_no_label_without_a_value(client: InspectingClient) -> None:
    number = make.article(make.section())

    page = client.page(f"/news/{number}")

    assert page.words("//dl[@class='facts']/div/dt") == ["时间：", "来源："]
    assert all(page.words("//dl[@class='facts']/div/dd"))


def test_size_switch_is_text_and_shows_the_size_in_force(client: InspectingClient) -> None:
    number = make.article(make.section())

    client.choose("size-l")
    page = client.page(f"/news/{number}")

    assert page.words("//form[@id='size-switch']//button") == ["大", "中", "小"]
    assert page.words("//button[@aria-pressed='true']") == ["大"]
    assert page.all("/html/@class") == ["size-l"]


def test_a_wrong_section_redirects_to_the_right_one(client: InspectingClient) -> None:
    number = make.article(make.section())
    make.section("theory")

    answer = client.get(f"/theory/{number}", 301)

    assert answer.headers["Location"] == f"/news/{number}"


def test_an_unknown_section_redirects_too(client: InspectingClient) -> None:
    number = make.article(make.section())

    assert client.get(f"/nowhere/{number}", 301).headers["Location"] == f"/news/{number}"


def test_not_published_is_not_found(client: InspectingClient) -> None:
    place = make.section()
    later = make.article(place, at=datetime(2199, 1, 1))
    draft = make.article(place)
    Article.update(state="draft").where(Article.id == draft).execute()

    for number in (later, draft, 99999, 10**30):
        page = client.page(f"/news/{number}", 404)
        assert page.words("//h1") == ["找不到页面"]


def test_withdrawn_is_gone_with_its_reason(client: InspectingClient) -> None:
    number = make.article(make.section())
    Article.update(state="withdrawn", withdrawn_reason="内容有误，正在更正。").execute()

    page = client.page(f"/news/{number}", 410)

    assert page.words("//p[@class='lead']") == ["内容有误，正在更正。"]


def test_an_expired_notice_keeps_its_address_and_says_so(client: InspectingClient) -> None:
    place = make.section("notices", "notices")
    number = make.article(place, "报名通知", expires=datetime(2026, 6, 1, 18, 0))

    page = client.page(f"/notices/{number}")

    assert "已于 2026-06-01 18:00 过期" in page.words("//p[@class='notice-box']")[0]
    assert "报名通知" not in client.page("/notices/").text


def test_previous_and_next_in_the_section(client: InspectingClient) -> None:
    place, other = make.section(), make.section("theory")
    numbers = [make.article(place, f"第{n}篇", datetime(2026, 1, n, 9, 0)) for n in (1, 2, 3)]
    make.article(other, "别的栏目", datetime(2026, 1, 2, 12, 0))

    middle = client.page(f"/news/{numbers[1]}")
    newest = client.page(f"/news/{numbers[2]}")

    assert middle.words("//ul[@class='ways__steps']/li") == ["上一篇第3篇", "下一篇第1篇"]
    assert newest.words("//ul[@class='ways__steps']/li") == ["下一篇第2篇"]


def test_same_minute_neighbours_do_not_skip_or_loop(client: InspectingClient) -> None:
    place = make.section()
    numbers = [make.article(place, f"同时{n}") for n in range(4)]
    seen, here = [numbers[-1]], numbers[-1]
    while older := client.page(f"/news/{here}").all(
        "//li[@class='ways__step'][span='下一篇']/a/@href"
    ):
        here = int(older[0].rsplit("/", 1)[1])
        seen.append(here)
    assert seen == numbers[::-1]


def test_related_prefers_shared_keywords(client: InspectingClient) -> None:
    place = make.section()
    make.article(place, "有关的", datetime(2020, 1, 1), keywords=["水源"])
    for n in range(8):
        make.article(place, f"无关{n}", keywords=["交通"])
    number = make.article(place, "水源地巡查", keywords=["水源"])

    related = client.page(f"/news/{number}").words("//nav[@class='ways']//a[@class='lines__title']")

    assert related[0] == "有关的" and len(related) == 5


def test_images_carry_size_and_lighter_copies(client: InspectingClient, settings) -> None:
    media = make.picture(settings.media, size=(1500, 900))
    body = f'<p>看图。</p><figure><img src="{media.url}" alt="河岸"></figure>'
    number = make.article(make.section(), body=body)

    (image,) = client.page(f"/news/{number}").all("//div[@class='prose']//img")

    assert (image.get("width"), image.get("height")) == ("1500", "900")
    assert image.get("alt") == "河岸" and image.get("loading") == "lazy"
    (source,) = image.getparent().findall("source")
    assert [each.split()[1] for each in source.get("srcset").split(", ")] == [
        "360w",
        "720w",
        "1200w",
        "1500w",
    ]
    for address in source.get("srcset").split(", "):
        assert client.get(address.split()[0]).response.mimetype == "image/webp"


def test_attachments_say_type_and_size(client: InspectingClient, settings) -> None:
    from portal.services import library
    from portal.services.content import MediaUse

    media = library.add_media(settings.media, b"%PDF-1.7 " + b"x" * 20_000, "表格.pdf")
    number = make.article(make.section(), media=[MediaUse(media.id, "attachment", "报名表")])

    (link,) = client.page(f"/news/{number}").all("//section[@class='attachments']//a")

    assert " ".join(link.itertext()) == "报名表 （PDF，20 KB）"
    file = client.get(link.get("href"))
    assert file.headers["Content-Disposition"].startswith("attachment")


def test_page_kind_has_one_address(client: InspectingClient) -> None:
    place = make.section("about", "page", name="本院概况")
    number = make.article(place, "本院概况")

    assert client.get(f"/about/{number}", 301).headers["Location"] == "/about/"
    page = client.page("/about/")
    assert page.words("//h1") == ["本院概况"]
    assert not page.all("//nav[@class='ways']")
