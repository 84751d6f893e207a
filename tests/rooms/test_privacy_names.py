"""Finding names: by role words, in every later mention, and not where a word only looks like one."""

import pytest

from portal.privacy import Detection, Style, apply, find, proposals


def people(text: str) -> list[str]:
    return [each.text for each in find(text) if each.kind in ("name", "minor")]


def only(text: str) -> Detection:
    (found,) = find(text)
    return found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("被告人张三，男，汉族。", ["张三"]),
        ("被告人张三、李四、王五伙同他人盗窃。", ["张三", "李四", "王五"]),
        ("被告人：张大山和李小明持刀。", ["张大山", "李小明"]),
        ("被不起诉人欧阳修文，女，", ["欧阳修文"]),
        ("证人司马光、诸葛一鸣的证言", ["司马光", "诸葛一鸣"]),
        ("上诉人（原审被告人）赵六不服", ["赵六"]),
        ("申请人（一审原告、二审上诉人）：钱七，男", ["钱七"]),
        ("被害人1：孙八；被害人2：周九。", ["孙八", "周九"]),
        ("犯罪嫌疑人 吴　强，男", ["吴　强"]),
        ("姓    名：郑十\n性    别：男", ["郑十"]),
        ("被告人阿不都热合曼·买买提持械。", ["阿不都热合曼·买买提"]),
        ("被害人艾力.玉素甫的陈述", ["艾力.玉素甫"]),
        ("被告人次仁卓玛，女，藏族，", ["次仁卓玛"]),
        ("被害人仵志远，男，1980年生", ["仵志远"]),
        ("被告人John Smith，男，", ["John Smith"]),
        ("法定代理人李梅系被害人之母。", ["李梅"]),
        ("案发后，张三的父亲张大山到场。", ["张三", "张大山"]),
        ("其妻陈桂兰、其子张小军均证实", ["陈桂兰", "张小军"]),
        ("伙同李四（另案处理）、王五（在逃）作案", ["李四", "王五"]),
        ("将毒品卖给牛二（男，35岁）。", ["牛二"]),
        ("李四的证言、王五的陈述", ["李四", "王五"]),
        ("收款账户户名葛红梅，", ["葛红梅"]),
        ("被告人于洋，男", ["于洋"]),
        ("被害人何某某的亲属何大伟", ["何大伟"]),
        ("案发后失主钱小明报警。", ["钱小明"]),
        ("机主李秀梅、报警人赵大海到案。", ["李秀梅", "赵大海"]),
        ("被告人到案，联系人王建军（张某之兄）电话13912345678。", ["王建军"]),
        ("被告人到案，联系人李国强电话13912345678。", ["李国强"]),
        ("被告人拨打李国强电话13912345678。", ["李国强"]),
        ("被告人用了手机13912345678（机主李国强）。", ["李国强"]),
        ("起诉书记载：13912345678 李国强", ["李国强"]),
        ("被告人王某某收到赃款后转给了张伟。", ["张伟"]),
        ("被害人小红系某小学三年级学生", ["小红"]),
    ],
)
def test_names_are_found_by_role_words_and_other_signs(text: str, names: list[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "被告人李某甲、王某某、赵某1和张××在场，被害人刘**的陈述",
        "被告人对指控的犯罪事实没有异议",
        "被告人于当日归案，被害人时年五十岁",
        "被害人陈述、证人证言、被告人供述和辩解",
        "被告人及其辩护人、被害人方均同意",
        "被告知应当到场，被告单位某公司",
        "证人应当出庭，当事人和律师可以阅卷",
        "上诉人民法院，申请人民检察院监督",
        "被告人家属、被害人近亲属",
        "检察官张三、书记员李四、审判长王五、人民陪审员赵六",
        "公诉人钱七出庭，民警孙八、周九抓获",
        "辩护人吴十，示例律师事务所律师。",
        "值班律师郑强见证",
        "法定代表人冯远，局长。",
        "姓名和住址不会公开，姓名、性别如实填写",
        "自称检察官的人，外号叫了一个学期",
        "记者 高山 通讯员 方圆",
        "起诉书送达，联系人：王建军，电话0351-7654321。",
        "被害人小学文化，被告人小时候随父母生活，被害人小心翼翼",
        "被告人将货物交给国家，卖给农户，转给了高峰时段",
        "被告人联系电话13912345678，高中文化",
    ],
)
def test_these_are_no_names_to_hide(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "被害人高峰报警。用电高峰时段、早高峰期间车流达到高峰。",
        "被害人杨柳称。杨柳树下，岸边杨柳成行。",
        "被告人张力，男。试件表面张力合格，物体张力减小。",
        "证人江河证实。保护江河湖泊，大江河流众多。",
        "被害人高兴，男。围观群众很高兴，高兴地离开。",
    ],
)
def test_ordinary_words_are_not_destroyed(text: str) -> None:
    changed = apply(text, proposals(text, find(text), Style.DELETE))
    assert len(changed) - len(text) == 1
    assert changed.count("某甲") == 1


def test_a_name_that_is_a_word_is_found_where_a_person_is_meant() -> None:
    text = "被害人高峰报警。被告人与高峰争吵，将高峰打伤。高峰的陈述、高峰驾驶的轿车，赔偿高峰损失"
    assert people(text).count("高峰") == 6


@pytest.mark.parametrize(
    "later",
    ["张三", "和张三在一起", "把张三家的门砸坏", "张三持刀", "张三、李四", "系张三所有", "“张三”"],
)
def test_every_later_mention_is_found(later: str) -> None:
    assert people(f"被告人张三，男。{later}。").count("张三") == 2


def test_the_longer_name_wins() -> None:
    text = "被告人张三，男。被害人张三丰，男。张三打了张三丰，张三丰报警。"
    assert people(text) == ["张三", "张三丰", "张三", "张三丰", "张三丰"]


def test_where_a_name_ends_is_shown_by_other_places() -> None:
    assert people("被告人李志用刀。李志到案。")[0] == "李志"
    assert people("被告人王建华丢下车。王建华，男。")[0] == "王建华"


def test_other_names_belong_to_the_person() -> None:
    text = "被告人张三（曾用名张山，绰号“三子”、“黑蛋”），男。三子与黑蛋是同一人。"
    found = find(text)
    assert {each.person for each in found} == {"p1"}
    assert people(text) == ["张三", "张山", "三子", "黑蛋", "三子", "黑蛋"]


def test_a_nickname_that_is_a_word_is_left_to_the_editor() -> None:
    text = "被告人张三（绰号“老板”），男。王某问饭店老板，有人看见“老板”。"
    found = find(text)
    assert [each.text for each in found] == ["张三", "老板", "老板", "老板"]
    assert [each.certain for each in found] == [True, True, False, True]
    assert "饭店老板" in apply(text, proposals(text, found, Style.DELETE))
    assert people("被告人张三（绰号“三”），男。第三次") == ["张三"]


def test_a_first_name_alone_is_found_where_somebody_is_called() -> None:
    assert people("被告人张志强，男。听见有人喊“志强”。他们志强不屈。") == ["张志强", "志强"]


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("看见建国和秀英一起离开", ["建国", "秀英"]),
        ("有人看见秀英，她在哭", ["秀英"]),
        ("秀英的妻子", ["秀英"]),
        ("由其邻居老陈在场见证", ["老陈"]),
        ("老陈、小陈报警", ["老陈", "小陈"]),
        ("建国以来，自建国后，向建国七十年", []),
        ("住建国路，秀英村，建国物流有限公司，找秀英超市", []),
        ("李秀英村，陈秀英村", []),
        ("他们秀英不屈，老陈旧账", []),
        ("小王和老王", []),
        ("被建国打伤，小陈村、老陈庄", ["建国"]),
    ],
)
def test_a_person_is_found_when_called_by_less(text: str, calls: list[str]) -> None:
    parties = "被告人王建国，男。被害人欧阳秀英，女。证人陈大勇证实。证人王力证实。"
    assert people(f"{parties}{text}。")[4:] == calls


def test_who_is_called_by_less_is_the_same_person() -> None:
    text = "被告人邻居老陈到场。证人陈大勇的证言。被告人王志明说，把钱给志明。"
    changed = apply(text, proposals(text, find(text), Style.DELETE))
    assert changed.startswith("被告人邻居陈某甲到场。证人陈某甲")
    assert changed.endswith("被告人王某甲说，把钱给王某甲。")


def test_a_given_name_of_two_persons_is_nobodys() -> None:
    assert people("被告人王秀英，女。被害人李秀英，女。有人看见秀英。") == ["王秀英", "李秀英"]


def test_a_sign_after_a_name_takes_no_role_away() -> None:
    one, two = find("本案村民刘二娃、马丽的陈述。")
    assert (one.role, two.role, two.certain) == ("村民", "村民", True)


def test_what_belongs_to_a_person_says_so() -> None:
    text = "被告人张三，男，联系电话13800138000。\n证人李四，电话13900139000。"
    assert [each.person for each in find(text)] == ["p1", "p1", "p2", "p2"]


def test_a_name_in_the_name_of_a_business_is_only_likely() -> None:
    found = find("被告人张大山，男。货物来自张大山养殖场。")
    assert [each.certain for each in found] == [True, False]
    assert "单位名称" in found[1].why


def test_a_prosecutor_stays_even_where_a_sign_follows() -> None:
    assert people("民警孙八的证言证实。孙八说明了经过。") == []


def test_a_relative_who_defends_is_hidden_and_a_defender_of_unknown_office_is_asked_for() -> None:
    assert only("辩护人郑强，系被告人的父亲。").certain
    asked = only("辩护人郑强到庭。")
    assert not asked.certain
    assert asked.role == "辩护人"


def test_minors_are_told_apart() -> None:
    text = "被害人李小红（女，13岁）与被告人张三，男，1980年1月1日出生。"
    assert [(each.kind, each.text) for each in find(text)][:2] == [
        ("minor", "李小红"),
        ("name", "张三"),
    ]
    born = "被害人李小红，女，2012年5月6日出生。\n经审查查明：2025年3月1日，李小红报警。"
    assert [each.kind for each in find(born)] == ["minor", "birth-date", "minor"]


def test_lists_and_tables_with_numbers() -> None:
    text = "序号\t姓名\t性别\t联系电话\n1\t张三\t男\t13800138000\n2\t欧阳一鸣\t女\t13900139000"
    assert people(text) == ["张三", "欧阳一鸣"]
    assert people("张三，140181198001010018；李小四 13800138000") == ["张三", "李小四"]
    assert people("姓名\t职务\n张三\t主任\n李四\t副主任") == []


def test_likely_names_without_any_sign_are_found_when_they_recur() -> None:
    text = "被告人张三，男。张三向刘大勇借钱，刘大勇说没有，张三便打了刘大勇。"
    unsure = [each for each in find(text) if each.text == "刘大勇"]
    assert len(unsure) == 3
    assert not any(each.certain for each in unsure)


def test_offsets_are_those_of_the_text_as_it_is() -> None:
    text = "被告人张三，身份证号１４０１８１１９８００１０１００１８，住例城市（文峰街道）3号楼2单元501室。"
    for each in find(text):
        assert text[each.start : each.end] == each.text


def test_detections_do_not_overlap_and_stand_in_order() -> None:
    found = find(
        "被告人张三丰、张三，驾驶证号140181198001010018，住例城市石桥镇东堡村三组12号张三家。"
    )
    assert all(one.end <= two.start for one, two in zip(found, found[1:], strict=False))
