"""Checks of words: confusions, names, doublings, punctuation, brackets, spaces, dates."""

import pytest

from portal.checks import repaired, run
from portal.checks.confusion_list import CONFUSIONS
from tests.rooms.checked_drafts import below, draft, found, mended, with_body

MENDED = [
    ("confusion", "办案人员决定取保侯审。", "办案人员决定取保候审。"),
    ("confusion", "县检查院的检查官来了。", None),
    ("confusion", "他己经来了。", "他已经来了。"),
    ("name-near-miss", "中华人民共合国刑法", "中华人民共和国刑法"),
    ("name-near-miss", "中华人名共和国刑法", "中华人民共和国刑法"),
    ("name-near-miss", "中华人民民共和国刑法", "中华人民共和国刑法"),
    ("name-near-miss", "最高人民监察院的规定", "最高人民检察院的规定"),
    ("name-near-miss", "最高人民察院的规定", "最高人民检察院的规定"),
    ("name-near-miss", "到示例人市民检察院办事", "到示例市人民检察院办事"),
    ("name-near-miss", "到示市人民检察院办事", "到示例市人民检察院办事"),
    ("character-doubled", "我们的的工作", "我们的工作"),
    ("character-doubled", "他来了了。", "他来了。"),
    ("character-doubled", "检察官们们说", "检察官们说"),
    ("phrase-doubled", "走进检察检察机关", "走进检察机关"),
    ("phrase-doubled", "公益诉讼公益诉讼线索", "公益诉讼线索"),
    ("phrase-doubled", "加入QQQQ群", "加入QQ群"),
    ("half-width", "环境下, 党的工作", "环境下，党的工作"),
    ("half-width", "先核实,再转账;别急", "先核实，再转账；别急"),
    ("half-width", "请先预约.", "请先预约。"),
    ("half-width", '他说"请坐"。', "他说“请坐”。"),
    ("half-width", "北岸(新区)的河", "北岸（新区）的河"),
    ("punctuation-repeated", "水清了。。岸绿了", "水清了。岸绿了"),
    ("punctuation-repeated", "水清了，，岸绿了", "水清了，岸绿了"),
    ("punctuation-repeated", "水清了，。", "水清了。"),
    ("punctuation-repeated", "后来呢。。。。。。", "后来呢……"),
    ("punctuation-repeated", "太好了！！！", "太好了！"),
    ("brackets-unpaired", "公告（2026年)在此", "公告（2026年）在此"),
    ("brackets-unpaired", "公告(二号）在此", "公告（二号）在此"),
    ("spaces-many", "电话\u3000\u3000\u300012309", "电话 12309"),
    ("spaces-in-word", "通\u3000知", "通知"),
    ("weekday-wrong", "2026年5月8日（星期四）上午", "2026年5月8日（星期五）上午"),
    ("weekday-wrong", "2026年5月10日（周六）上午", "2026年5月10日（周日）上午"),
]
NAMED = [
    ("brackets-unpaired", "依照《刑事诉讼法的规定办理"),
    ("brackets-unpaired", "他说：“请坐。"),
    ("brackets-unpaired", "他说请坐。”"),
    ("brackets-unpaired", "见附表）之后"),
    ("date-impossible", "2026年2月29日"),
    ("date-impossible", "2月30日开庭"),
    ("date-impossible", "13月5日开庭"),
    ("date-impossible", "20266年5月8日"),
    ("date-impossible", "0206年5月8日"),
    ("date-impossible", "2026-13-01起施行"),
    ("date-impossible", "二〇二六年四月三十一日"),
    ("date-distant", "2062年5月8日举行听证"),
    ("weekday-wrong", "定于2026年5月8日（星期五）至12日，5月13日（星期一）复会"),
    ("weekday-wrong", "5月8日（星期二）开庭"),
    ("phrase-doubled", "加入ABABAB群"),
]
RIGHT = [
    "本次活动的目的的确达到了，诉讼标的的数额也查清了。",
    "检察官的的确确去过，有的的士司机作证。",
    "为了了解情况，除了解释法律，他还不了了之地笑了。",
    "关键是是否核实，于是是非分明，凡是是非都讲清楚。",
    "证据存在在案证据目录里，现在在办。",
    "被害人与被被告人打伤的人都到场，对对方说明。",
    "可以以书面形式申请，也可以以口头形式提出。",
    "人人参与，常常走访，天天更新，谢谢大家，等等。",
    "高高兴兴地来，平平安安地回，件件有着落，事事有回音。",
    "我们一件一件核对，一个一个回访，大家商量商量再定。",
    "检察机关机构改革后，机关机构更精简。",
    "自己经历过的事，知己经得起问，开启诉源治理，发布署名文章。",
    "监督检查院内设施，检查官员的车辆，纪律检查机关来函。",
    "防范罪犯脱管，规范罪名表述，起诉前先听取意见。",
    "究竟争议在哪里，毕竟标准不同，立即然后转办。",
    "示例县人民检察院、另例市人民检察院和便民检察服务站都来了。",
    "人民检察官和人民检察事业，中华人民共和国国徽庄严。",
    "委托人和检察院签收，当事人向检察院申请，证人到检察院作证。",
    "全国人民代表大会常务委员会和示例市人民代表大会。",
    "比分是3:2，时间是14:30，网址是 www.example.cn，单价1,200.50元。",
    "他说：“行！”大家都笑了……后来呢？！——这是后话。",
    "一要看；1）核对身份；2）登记。a) 甲项；（3）乙项。",
    "《关于印发〈办法〉的通知》规定，“依照‘两法’衔接办理”。",
    "It’s a court’s word，意思是“法院的话”。",
    "2024年2月29日、12月31日、6月30日都是结算日。",
    "刑期自2026年3月6日起至2041年3月5日止。",
    "农历二月三十日，阴历2月30日。",
    "2026年5月8日（星期五）至5月13日（星期三），5月8日起，周一至周五开放。",
    "每周四下午，5月9日周日均来访量很大。",
    "面积3·15平方米，A级，AAAA级景区，加入QQ群，WWW服务。",
    "依法能动履职，服务大局，司法为民；2035年基本实现现代化。",
    "配置 kind (栏目类型) 和 so (示例市) 两项。",
    "运行 .venv/bin/portal import 和 .venv/bin/portal serve --port 8000 --workers 2 --blocking-threads 4"
    " --respawn-failed-workers 都可以，不要写成别的样子",
    "截止日期是6月30日，截至目前已有四十人报名。",
]


@pytest.mark.parametrize(("key", "wrong", "right"), MENDED, ids=lambda value: str(value)[:20])
def test_wrong_words_are_found_and_mended(key: str, wrong: str, right: str | None) -> None:
    spoilt = with_body(f"<p>{wrong}</p>")

    if right is None:
        assert len(found(spoilt, key)) == 2
        return
    assert below(mended(spoilt, key)) == f"<p>{right}</p>"
    assert [each.key for each in run(spoilt)] == [f"{key}:1"]


@pytest.mark.parametrize(("key", "wrong"), NAMED)
def test_wrong_words_without_a_sure_answer_are_named(key: str, wrong: str) -> None:
    assert len(found(with_body(f"<p>{wrong}</p>"), key)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_right_words_are_left_alone(text: str) -> None:
    assert run(with_body(f"<p>{text}</p>")) == []
    assert run(draft(summary=text)) == []


def test_every_confusion_is_found_and_its_right_form_passes() -> None:
    for each in CONFUSIONS:
        before = {"检查院": "市", "检查长": "副"}.get(each.wrong, "在")

        assert found(with_body(f"<p>{before}{each.wrong}。</p>"), "confusion"), each
        assert not run(with_body(f"<p>“{each.right}”一词。</p>")), each


def test_a_wrong_word_is_mended_across_mark_up() -> None:
    spoilt = with_body('<p>请<strong>提</strong><a href="/guide/">拱线索</a>。</p>')

    assert below(mended(spoilt, "confusion")) == (
        '<p>请<strong>提供</strong><a href="/guide/">线索</a>。</p>'
    )


def test_speech_may_go_on_over_paragraphs() -> None:
    html = "<p>他说：</p><p>“先核实。</p><p>“再转账。</p><p>“别急。”</p>"

    assert run(with_body(html)) == []


def test_pronunciation_is_not_part_of_the_sentence() -> None:
    html = "<p><ruby>汾<rt>fén</rt></ruby>，<ruby>汾<rt>fén</rt></ruby></p>"

    assert not found(with_body(html), "punctuation-repeated")


def test_preformatted_text_keeps_its_spaces_and_marks() -> None:
    assert run(with_body("<pre>甲, 乙    丙</pre>")) == []


def test_all_half_width_marks_of_a_body_are_one_finding() -> None:
    spoilt = with_body("<p>水清了,岸绿了,鱼来了。</p><ul><li>甲(新区)</li></ul>", title="水,清了")

    first, second = found(spoilt, "half-width")

    assert (first.field, first.repair) == ("title", "把这 1 处改成全角")
    assert (second.field, second.block, second.quote) == ("body", 1, "水清了,岸绿了,")
    assert second.sentence.startswith("有 4 处")
    after = repaired(spoilt, second.key)
    assert below(after) == "<p>水清了，岸绿了，鱼来了。</p>\n<ul>\n<li>甲（新区）</li>\n</ul>"
    assert after.title == "水,清了"


def test_title_and_summary_are_read_too() -> None:
    spoilt = draft(title="中华人民共合国", summary="水清了。。")

    assert mended(spoilt, "name-near-miss").title == "中华人民共和国"
    assert mended(spoilt, "punctuation-repeated").summary == "水清了。"
