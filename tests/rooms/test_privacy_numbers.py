"""The detectors of numbers: every way they are written, and what only looks like them."""

import pytest

from portal.privacy import Style, apply, find, proposals
from portal.privacy.bank_cards import luhn
from portal.privacy.identity import sign

ID = "140181198001010018"
OLD_ID = "140181800101001"
CARD = "6222021234567890128"


def found(text: str) -> list[tuple[str, str, bool]]:
    return [(each.kind, each.text, each.certain) for each in find(text)]


def test_the_numbers_of_these_tests_are_right() -> None:
    assert sign(ID[:17]) == ID[17]
    assert luhn(CARD)


@pytest.mark.parametrize(
    "written",
    [
        ID,
        "140181 19800101 0018",
        "140181-19800101-0018",
        "1 4 0 1 8 1 1 9 8 0 0 1 0 1 0 0 1 8",
        "１４０１８１１９８００１０１００１８",
        "11010519491231002X",
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        "11010519491231002×",
        "110105 19491231 002X",
    ],
)
def test_identity_numbers_with_the_right_check_digit_are_certain(written: str) -> None:
    for text in (written, f"李四{written}。", f"公民身份号码：{written}，汉族"):
        assert ("id-number", written, True) in found(text)


@pytest.mark.parametrize(
    ("text", "number", "certain"),
    [
        ("身份证号码140181198001010016", "140181198001010016", True),
        ("编码140181198001010016", "140181198001010016", False),
        (f"身份证{OLD_ID}，", OLD_ID, True),
        (f"登记{OLD_ID}，", OLD_ID, False),
        ("身份证号1401811980010100", "1401811980010100", True),
        ("身份证号：140181********0015", "140181********0015", False),
        ("1401811980********，", "1401811980********", False),
        ("证件号码140181××××××××0015", "140181××××××××0015", False),
    ],
)
def test_other_identity_numbers(text: str, number: str, certain: bool) -> None:
    assert found(text) == [("id-number", number, certain)]


@pytest.mark.parametrize(
    "written",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "138－0013－8000",
        "138—0013—8000",
        "+86 13800138000",
        "+86-138-0013-8000",
        "008613800138000",
        "8613800138000",
        "１３８００１３８０００",
        "1380013 8000",
        "1 3 8 0 0 1 3 8 0 0 0",
        "19912345678",
    ],
)
def test_mobile_phones(written: str) -> None:
    for text in (written, f"联系电话{written}。", f"给{written}打电话", f"电话：{written}转告"):
        assert found(text) == [("phone", written, True)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("李四家庭电话0351-7654321", "0351-7654321"),
        ("宅电（010）87654321", "（010）87654321"),
        ("住宅电话：７６５４３２１", "７６５４３２１"),
        ("被告人李四，男，电话0358 7654321。", "0358 7654321"),
        ("座机：03517654321", "03517654321"),
        ("宅电0351-7654321转802，", "0351-7654321转802"),
    ],
)
def test_fixed_lines_of_people(text: str, number: str) -> None:
    assert ("landline", number, True) in found(text)


@pytest.mark.parametrize(
    ("text", "number", "certain"),
    [
        (f"转入{CARD}。", CARD, True),
        ("卡号6222 0212 3456 7890 128，", "6222 0212 3456 7890 128", True),
        ("6222-0212-3456-7890-128", "6222-0212-3456-7890-128", True),
        (
            "卡号６２２２０２１２３４５６７８９０１２８",
            "６２２２０２１２３４５６７８９０１２８",
            True,
        ),
        ("银行卡6222021234567890123", "6222021234567890123", True),
        ("收到6222021234567890123", "6222021234567890123", False),
        ("对公账户04301201040012345", "04301201040012345", True),
        ("账号为102300456789，", "102300456789", True),
        ("卡号622202******0128", "622202******0128", False),
    ],
)
def test_bank_cards_and_accounts(text: str, number: str, certain: bool) -> None:
    assert found(text) == [("bank-card", number, certain)]


@pytest.mark.parametrize(
    "written",
    [
        "晋A12345",
        "晋A·12345",
        "晋 A12345",
        "晋A 12345",
        "晋A-12345",
        "晋AD12345",
        "晋A12345D",
        "晋A1234警",
        "晋A1234学",
        "晋A1234挂",
        "粤Z1234港",
        "晋ＡＢ１２３４",
        "晋a12345",
        "晋01-12345",
        "川B·A12B3",
        "川B·1AB2C",
        "川B·ABC1D",
        "川B·ABCDE2",
        "晋AAB12C",
    ],
)
def test_number_plates(written: str) -> None:
    for text in (f"车牌号为{written}，", f"停在楼下的{written}被砸"):
        assert found(text) == [("plate", written, True)]
    for text in (f"驾驶{written}号小型轿车", f"车牌号{written}号。", f"驾驶{written}号到家中"):
        assert found(text) == [("plate", f"{written}号", True)]


def test_the_label_of_a_plate_stays() -> None:
    assert found("晋A12345号牌的轿车") == [("plate", "晋A12345", True)]


def test_a_plate_before_somebodys_home_is_no_address() -> None:
    text = "被告人张三驾驶川B·A12B3号小型轿车到李桂兰家中取走现金"
    changed = apply(text, proposals(text, find(text), Style.DELETE))
    assert ("plate", "川B·A12B3号", True) in found(text)
    assert "驾驶（车牌号已隐去）小型轿车到" in changed


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("邮箱zhang.san_1@mail.example.com。", "email", "zhang.san_1@mail.example.com"),
        ("ｚｓ＠ｅｘａｍｐｌｅ．ｃｏｍ", "email", "ｚｓ＠ｅｘａｍｐｌｅ．ｃｏｍ"),
        ("微信号：wxid_8a7b6c", "chat", "wxid_8a7b6c"),
        ("QQ号123456789，", "chat", "123456789"),
        ("微信（ID：abc12345）", "chat", "abc12345"),
        ("微信昵称为“青山不改”的人", "chat", "青山不改"),
        ("护照号E12345678", "passport", "E12345678"),
        ("护照号码：ＥＡ１２３４５６７", "passport", "ＥＡ１２３４５６７"),
        ("港澳通行证号码C12345678", "passport", "C12345678"),
        (
            "晋（2019）示例市不动产权第0001234号",
            "certificate",
            "晋（2019）示例市不动产权第0001234号",
        ),
        ("持有示房权证青禾字第00012345号", "certificate", "示房权证青禾字第00012345号"),
        ("结婚证号J140181-2010-001234", "certificate", "J140181-2010-001234"),
        ("车架号LSVAM4187C2184847", "certificate", "LSVAM4187C2184847"),
        ("驾驶证档案编号140100123456", "certificate", "140100123456"),
        ("病历号：20260512001", "certificate", "20260512001"),
        ("李四，男，1980年1月1日出生", "birth-date", "1980年1月1日"),
        ("生于一九八〇年一月一日", "birth-date", "一九八〇年一月一日"),
        ("出生日期：1980-01-01", "birth-date", "1980-01-01"),
        ("（1980.1.1生）", "birth-date", "1980.1.1"),
        ("出生于1980年1月1日", "birth-date", "1980年1月1日"),
        ("１９８０年１月１日出生", "birth-date", "１９８０年１月１日"),
        ("1980年1月出生", "birth-date", "1980年1月"),
        ("生日为3月5日", "birth-date", "3月5日"),
        ("女，1985年3月2日，汉族", "birth-date", "1985年3月2日"),
        ("被诊断为精神分裂症", "health", "精神分裂症"),
    ],
)
def test_other_data(text: str, kind: str, number: str) -> None:
    assert (kind, number) in [(each.kind, each.text) for each in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "示检刑诉〔2026〕12号",
        "（2024）示01刑终123号",
        "例检民监〔2024〕14000000033号",
        "第13800138000号公告",
        "拨打12309或者110，也可以拨打96110",
        "咨询电话0358-7654321",
        "本院办公室电话：0351-7654321，传真0351-7654322",
        "联系人：办公室，（0351）7654321",
        "货款合计13800138000元",
        "13800138000.50元",
        "统一社会信用代码91140181MA0K12345X",
        "统一社会信用代码911401817654321098",
        "订单号13812345678",
        "快递单号6222021234567890128",
        "发票号码12345678，合同编号HT-2026-0012",
        "依照刑法第二百六十四条、第六十七条第三款",
        "2026年5月8日至2026年6月7日",
        "北纬37°15′26″，海拔1234.56米",
        "尾号1234的银行卡",
        "1.3.5.7.9.11.13.15.17",
        "GB/T 37668-2019，ISO 9001",
        "电子邮箱jcy@example.cn",
        "邮箱sample@example.gov.cn",
        "新A类、京津冀、苏A级景区",
        "微信转账50000元，支付宝付款12345元",
        "2026年生产10000吨，1980年生活困难，出生率下降",
        "1949年10月1日成立，1997年7月1日施行",
        "年龄35岁，工龄10年",
        "营业执照注册号140181600012345",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
        "身高1.75米，体重70公斤",
    ],
)
def test_what_only_looks_like_personal_data(text: str) -> None:
    assert found(text) == []


def test_a_name_that_ends_like_a_birth_tells_none() -> None:
    text = "被告人房水生，男。房水生于2025年1月27日到案，张三生于1980年1月1日。"
    assert [each.text for each in find(text) if each.kind == "birth-date"] == ["1980年1月1日"]


def test_numbers_side_by_side_are_told_apart() -> None:
    assert found(f"李四 {ID} 13800138000 {CARD}") == [
        ("name", "李四", True),
        ("id-number", ID, True),
        ("phone", "13800138000", True),
        ("bank-card", CARD, True),
    ]
