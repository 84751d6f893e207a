"""Personal data in any article: what stops it, what is only pointed out, and how it is masked."""

import pytest

from portal.checks import repaired, run
from tests.rooms.checked_drafts import below, draft, found, mended, use, with_body

NUMBER = "110105198503122114"
PICTURE = "/media/0123456789abcdef/river.jpg"
ROWS = (
    "<table><thead><tr><th>姓名</th><th>身份证号</th><th>手机</th></tr></thead><tbody>"
    f"<tr><td>王小红</td><td>{NUMBER}</td><td>13912345678</td></tr></tbody></table>"
)


def test_a_list_of_names_with_numbers_is_stopped() -> None:
    checked = with_body(ROWS)

    (stop,) = found(checked, "personal-number")
    assert (stop.level, stop.quote, stop.repair) == ("stop", NUMBER, "遮住")
    assert "身份证号码" in stop.sentence and NUMBER not in stop.sentence
    assert "110105************" in mended(checked, "personal-number").body
    (advice,) = found(checked, "personal-data")
    assert (advice.level, advice.quote) == ("advice", "13912345678")
    assert "139********" in mended(checked, "personal-data").body


@pytest.mark.parametrize(
    "values",
    [
        {"title": f"公示：{NUMBER}"},
        {"summary": f"身份证号码{NUMBER}。"},
        {"editor": f"王小红{NUMBER}"},
        {"uses": (use("attachment", text=f"王小红{NUMBER}"),)},
        {"keywords": ("公示", NUMBER)},
        {"details": {"number": f"示检〔2026〕12号{NUMBER}"}},
        {"body": f'<p>见图。</p><img src="{PICTURE}" alt="证件{NUMBER}">'},
        {"body": f'<p><a href="/notices/" title="证件{NUMBER}">名单</a></p>'},
        {"body": f'<p><abbr title="证件{NUMBER}">名单</abbr></p>'},
        {"body": f"<p><ruby>某人<rt>{NUMBER}</rt></ruby></p>"},
    ],
)
def test_every_text_is_read(values: dict[str, object]) -> None:
    checked = draft(**values)
    assert NUMBER not in repr(mended(checked, "personal-number"))


@pytest.mark.parametrize(
    "address",
    [f"tel:{NUMBER}", f"mailto:a@example.cn?subject={NUMBER}", f"/search?q=%E8%AF%81{NUMBER}"],
)
def test_a_link_whose_address_tells_goes_and_its_words_stay(address: str) -> None:
    checked = with_body(f'<p>请看<a href="{address}">名单</a>。</p>')

    (stop,) = found(checked, "personal-number")

    assert (stop.field, stop.block, stop.repair) == ("body", 1, "去掉链接，保留文字")
    assert below(mended(checked, "personal-number")) == "<p>请看名单。</p>"


def test_the_address_of_a_picture_is_read_too() -> None:
    checked = with_body(f'<p>见图。<img src="/media/0123456789abcdef/{NUMBER}.jpg" alt="图"></p>')

    (stop,) = found(checked, "personal-number")

    assert (stop.field, stop.block, stop.quote, stop.repair) == ("body", 1, NUMBER, "")


def test_the_name_of_a_file_is_changed_elsewhere() -> None:
    checked = draft(uses=(use("attachment", name=f"{NUMBER}.pdf"),))

    (stop,) = found(checked, "personal-number")

    assert (stop.field, stop.repair) == ("attachment", "")


def test_what_is_no_prose_is_read_for_personal_data_only() -> None:
    """A title in 半角 marks, a keyword twice: nobody corrects these."""
    checked = draft(
        keywords=("公益,诉讼。。", "提拱"),
        body='<p>河水变清。</p><p><a href="/news/?a=取保侯审,,好" title="提拱,,好">河道整治通报</a></p>',
    )
    assert {each.key.partition(":")[0] for each in run(checked)} <= {"title-repeated"}


@pytest.mark.parametrize(
    "text",
    [
        "咨询请拨打12309，或者0358-7279998。",
        "统一社会信用代码91140181MA0K710835X。",
        "快递单号33107115400591968946。",
        "示检刑诉〔2026〕12号，案号（2025）示0101刑初12号。",
        f"身份证号码{NUMBER[:6]}********{NUMBER[-4:]}。",
        f"号码{NUMBER[:-1]}3。",
    ],
)
def test_what_belongs_to_nobody_is_let_through(text: str) -> None:
    checked = with_body(f"<p>{text}</p>")
    assert not found(checked, "personal-number") and not found(checked, "personal-data")


def test_a_bank_account_is_only_pointed_out() -> None:
    checked = with_body("<p>王小红的银行卡号6222020200112233446。</p>")
    assert not found(checked, "personal-number")
    assert [each.level for each in found(checked, "personal-data")] == ["advice"]


def test_legal_documents_tell_no_number_at_all() -> None:
    body = "<p>被告人李某甲，联系电话13912345678。</p>"
    assert [
        each.level
        for each in found(with_body(body, kind="documents", anonymised=True), "personal-number")
    ] == ["stop"]
    assert not found(with_body(body, kind="documents", anonymised=True), "personal-data")


def test_the_case_of_a_minor_is_stopped_without_a_repair() -> None:
    checked = with_body("<p>附条件不起诉决定书</p>", kind="documents", anonymised=True)

    (stop,) = found(checked, "juvenile-case")

    assert (stop.level, stop.repair, stop.quote) == ("stop", "", "附条件不起诉")
    assert not found(with_body("<p>附条件不起诉决定书</p>"), "juvenile-case")


def test_each_of_many_is_masked_by_itself() -> None:
    checked = with_body(f"<p>{NUMBER}</p><p>又是{NUMBER}</p>")
    findings = found(checked, "personal-number")

    assert len(findings) == 2
    after = repaired(checked, findings[1].key).body
    assert after.count(NUMBER) == 1 and "<p>又是110105************</p>" in after
