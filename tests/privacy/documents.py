"""A hundred and more generated legal documents in which every piece of personal data is known."""

from collections.abc import Callable, Iterator
from random import Random

from tests.privacy import values
from tests.privacy.parties import accused, civil, ending, lawyer, traps
from tests.privacy.people import Cast
from tests.privacy.planting import Document, Sheet
from tests.privacy.scenes import SCENES, Case

_NUMBER = "示检{}〔{}〕{}号"


def documents(count: int, seed: int = 7) -> Iterator[Document]:
    """That many documents of all kinds in turn, always the same for a seed."""
    makers = list(_MAKERS.items())
    for number in range(count):
        rng = Random(seed * 100_003 + number)  # noqa: S311 - has to be repeatable, not secret
        title, maker = makers[number % len(makers)]
        sheet = Sheet()
        yield sheet.document(title, maker(rng, Cast(sheet, rng)))


def _case(rng: Random, cast: Cast, role: str) -> tuple[Case, str]:
    crime = rng.choice(list(SCENES))
    year = rng.choice([2022, 2023, 2024, 2025])
    many = rng.choice([2, 3]) if crime == "寻衅滋事罪" else 1
    people = [cast.person() for _ in range(many)]
    if rng.random() < 0.12:
        people[0] = cast.person(name=rng.choice(values.MINORITY + values.NO_SURNAME))
    return Case(rng, cast, role, year, people), crime


def _indictment(rng: Random, cast: Cast) -> str:
    case, crime = _case(rng, cast, "被告人")
    who = case.accused
    parties = "\n".join(accused(case, one) for one in who)
    facts = SCENES[crime](case)
    because = rng.choice(
        [
            f"本院认为，被告人{who[0].name}的行为触犯了《中华人民共和国刑法》，应当以{crime}追究其刑事责任。",
            f"本院认为，{'、'.join(one.name for one in who)}目无国法，犯罪事实清楚，证据确实、充分。{who[0].name}到案后如实供述，可以从轻处罚。",
            f"被告人{who[0].name}犯{crime}，系初犯，{who[0].name}自愿认罪认罚，建议判处拘役四个月。",
        ]
    )
    return (
        f"示例市人民检察院\n起诉书\n{_NUMBER.format('刑诉', case.year, rng.randrange(1, 400))}\n{parties}\n{lawyer(cast)}\n"
        f"{traps(rng, cast, case.year)}\n经依法审查查明：\n{facts}\n{because}\n{ending(cast)}"
    )


def _no_prosecution(rng: Random, cast: Cast) -> str:
    case, crime = _case(rng, cast, "被不起诉人")
    who = case.accused[0]
    parties = "\n".join(accused(case, one) for one in case.accused)
    why = rng.choice(
        [
            f"本院认为，{who.name}实施了刑法规定的行为，但犯罪情节轻微，决定对{who.name}不起诉。",
            f"经本院审查并退回补充侦查，仍然认为示例市公安局认定{who.name}犯{crime}的证据不足，决定对被不起诉人{who.name}不起诉。",
            f"被不起诉人{who.name}没有犯罪事实。根据刑事诉讼法第一百七十七条第一款，决定对{who.name}不起诉。",
        ]
    )
    return (
        f"不起诉决定书\n{_NUMBER.format('刑不诉', case.year, rng.randrange(1, 99))}\n{parties}\n{traps(rng, cast, case.year)}\n"
        f"经本院依法审查查明：{SCENES[crime](case)}\n{why}\n被不起诉人如不服本决定，可以自收到本决定书后七日内向本院申诉。\n{ending(cast)}"
    )


def _criminal_protest(rng: Random, cast: Cast) -> str:
    case, crime = _case(rng, cast, "原审被告人")
    who = case.accused[0]
    parties = "\n".join(accused(case, one) for one in case.accused)
    judge = cast.official()
    return (
        f"刑事抗诉书\n{_NUMBER.format('诉刑抗', case.year, rng.randrange(1, 30))}\n示例市人民法院以（{case.year}）示0181刑初{rng.randrange(1, 300)}号刑事判决书对被告人{who.name}{crime}一案作出判决。\n"
        f"{parties}\n经审查认为：{SCENES[crime](case)}一审判决对{who.name}适用缓刑不当。审判长{judge}主持庭审时，{who.name}当庭翻供，其辩称没有证据支持。\n"
        f"{traps(rng, cast, case.year)}\n此致\n吕例市中级人民法院\n{ending(cast)}"
    )


def _appeal_review(rng: Random, cast: Cast) -> str:
    case, crime = _case(rng, cast, "原审被告人")
    who, appellant = case.accused[0], cast.person()
    kin = rng.choice(["之父", "之母", "之妻", "之兄"])
    return (
        f"刑事申诉复查决定书\n{_NUMBER.format('刑申复决', case.year, rng.randrange(1, 30))}\n申诉人{appellant.name}，{appellant.sex}，{appellant.birth()}出生，身份证号{appellant.number()}，住{appellant.address()}，系{who.name}{kin}。\n"
        f"申诉人{appellant.name}因不服本院对{case.role}{who.name}涉嫌{crime}一案的决定，向本院提出申诉，理由是：{who.name}没有作案时间，{appellant.name}当天与{who.name}在一起。\n"
        f"本院复查查明：{SCENES[crime](case)}\n{traps(rng, cast, case.year)}\n综上，{appellant.name}的申诉理由不能成立，本院决定维持原决定。联系{appellant.name}的电话为{appellant.phone()}，由{appellant.name}签收。\n{ending(cast)}"
    )


def _civil_protest(rng: Random, cast: Cast) -> str:
    plaintiff, defendant, guarantor, w = (cast.person() for _ in range(4))
    year = rng.choice([2023, 2024, 2025])
    cause = rng.choice(["民间借贷纠纷", "买卖合同纠纷", "房屋租赁合同纠纷"])
    return (
        f"民事抗诉书\n{_NUMBER.format('民监', year, rng.randrange(1, 60))}\n{civil(rng, plaintiff, '申请人（一审原告、二审上诉人）')}\n{civil(rng, defendant, '其他当事人（一审被告、二审被上诉人）')}\n"
        f"{plaintiff.name}因与{defendant.name}、{guarantor.name}{cause}一案，不服示例市人民法院（{year}）示0181民初{rng.randrange(100, 999)}号民事判决，向本院申请监督。\n"
        f"经审查查明：{year - 2}年6月3日，被告{defendant.name}向原告{plaintiff.name}借款20万元，保证人{guarantor.name}在借条上签字，款项打入{defendant.name}在某银行开立的账户{defendant.card()}。到期后{defendant.name}仅还款2万元。"
        f"{guarantor.name}以其位于示例市的房产（{guarantor.title()}）提供担保。证人{w.name}出庭作证称，借款当日{w.name}和{plaintiff.name}一同到场，{defendant.name}也在。\n"
        f"{traps(rng, cast, year)}\n{lawyer(cast)}\n本院认为，终审判决认定{guarantor.name}不承担保证责任，适用法律错误。{plaintiff.name}的申请监督理由成立。\n{ending(cast)}"
    )


def _supporting(rng: Random, cast: Cast) -> str:
    workers = [cast.person() for _ in range(3)]
    boss = cast.person()
    year = rng.choice([2024, 2025])
    return (
        f"支持起诉书\n{_NUMBER.format('民支', year, rng.randrange(1, 60))}\n{civil(rng, workers[0], '支持起诉申请人')}\n{civil(rng, boss, '被告')}\n"
        f"本院在履行职责中发现，被告{boss.name}自{year - 1}年起雇用{'、'.join(one.name for one in workers)}等人在工地干活，共拖欠{workers[0].name}劳务费18600元、{workers[1].name}劳务费9200元、{workers[2].name}劳务费7700元。"
        f"申请人{'、'.join(one.name for one in workers)}多次向{boss.name}讨要，{boss.name}拒接电话。{workers[0].name}提供了与{boss.name}的聊天记录，其中{boss.name}承认欠款。\n"
        f"{traps(rng, cast, year)}\n为维护{workers[0].name}、{workers[1].name}的合法权益，本院支持其起诉。{workers[1].name}的收款卡号为{workers[1].card()}，{workers[2].name}电话{workers[2].phone()}。\n{ending(cast)}"
    )


def _public_interest(rng: Random, cast: Cast) -> str:
    who, w = cast.person(), cast.person()
    year = rng.choice([2023, 2024, 2025])
    return (
        f"民事公益诉讼起诉书\n{_NUMBER.format('民公诉', year, rng.randrange(1, 20))}\n公益诉讼起诉人：示例市人民检察院，住所地示例市文峰大街1号，法定代表人{cast.official()}，检察长。\n"
        f"{civil(rng, who, '被告')}\n诉讼请求：判令被告{who.name}承担生态修复费用62400元，并公开道歉。\n事实和理由：{year}年4月，{who.name}在禁渔期内驾驶{who.plate()}三轮车到柳河电鱼，被渔政人员查获。"
        f"收鱼的摊主{w.name}证实，{who.name}先后五次向{w.name}出售渔获物。{who.name}对上述事实供认不讳，表示愿意修复。\n{traps(rng, cast, year)}\n"
        f"附：{who.name}身份信息一份，护照号码{who.passport()}，邮寄地址{who.address()}。\n{ending(cast)}"
    )


def _administrative(rng: Random, cast: Cast) -> str:
    w, owner = cast.person(), cast.person()
    year = rng.choice([2023, 2024, 2025])
    return (
        f"行政公益诉讼起诉书\n{_NUMBER.format('行公诉', year, rng.randrange(1, 20))}\n公益诉讼起诉人：示例市人民检察院。\n被告：示例市水务局，住所地示例市建设北路12号，法定代表人{cast.official()}，局长。\n"
        f"诉讼请求：确认被告未依法履行河道监管职责的行为违法。\n事实和理由：{year}年，当事人{owner.name}在示例河石桥段倾倒渣土约1200立方米。证人{w.name}证实，{owner.name}多次夜间倾倒，{w.name}曾向有关部门反映。"
        f"被告向{owner.name}送达责令改正通知书（联系电话{owner.phone()}，身份证{owner.number()}），{owner.name}未清理。\n{traps(rng, cast, year)}\n{ending(cast)}"
    )


def _combined(rng: Random, cast: Cast) -> str:
    who, helper = cast.person(), cast.person()
    year = rng.choice([2023, 2024, 2025])
    role = "刑事附带民事公益诉讼被告"
    return (
        f"刑事附带民事公益诉讼起诉书\n{_NUMBER.format('刑附民公诉', year, rng.randrange(1, 20))}\n{civil(rng, who, role)}\n{civil(rng, helper, role)}\n"
        f"经查明：{year}年9月，被告{who.name}、{helper.name}未取得采伐许可证，采伐村集体林木37株，立木蓄积21.5立方米。{who.name}负责采伐，{helper.name}负责用{helper.plate()}号货车运输，所得赃款二人均分。"
        f"{helper.name}的父亲{cast.person().name}代为退缴5000元。{who.name}与{helper.name}均表示认罪。\n{traps(rng, cast, year)}\n{lawyer(cast)}\n{ending(cast)}"
    )


def _notice(rng: Random, cast: Cast) -> str:
    people = [cast.person() for _ in range(4)]
    rows = "\n".join(
        f"{number}\t{one.name}\t{one.sex}\t{one.number()}\t{one.phone()}"
        for number, one in enumerate(people, 1)
    )
    return (
        f"关于发放司法救助金的公示\n经审查，拟对下列人员发放国家司法救助金，现予公示，公示期五个工作日。\n序号\t姓名\t性别\t身份证号\t联系电话\n{rows}\n"
        f"其中{people[0].name}的救助金汇入账户{people[0].card()}。有异议的，请与本院联系，电话：0358-{rng.randrange(2000000, 8000000)}。\n{traps(rng, cast, 2025)}\n示例市人民检察院\n2025年6月3日"
    )


_MAKERS: dict[str, Callable[[Random, Cast], str]] = {
    "起诉书": _indictment,
    "不起诉决定书": _no_prosecution,
    "刑事抗诉书": _criminal_protest,
    "刑事申诉复查决定书": _appeal_review,
    "起诉书（续）": _indictment,
    "民事抗诉书": _civil_protest,
    "支持起诉书": _supporting,
    "不起诉决定书（续）": _no_prosecution,
    "民事公益诉讼起诉书": _public_interest,
    "行政公益诉讼起诉书": _administrative,
    "刑事附带民事公益诉讼起诉书": _combined,
    "公示": _notice,
}
