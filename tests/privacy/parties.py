"""How parties are introduced, and the sentences around them in which nothing is personal."""

from random import Random

from tests.privacy import values
from tests.privacy.people import Cast, Person
from tests.privacy.scenes import Case
from tests.privacy.values import words

_NICKS = words("老三 大头 小胖 黑子 二娃 眼镜 四毛")


def accused(c: Case, who: Person) -> str:
    """The paragraph that begins a criminal document."""
    rng = c.rng
    past = rng.choice(
        [
            "无前科。",
            f"{c.year - 6}年因盗窃罪被示例市人民法院判处有期徒刑八个月，{c.year - 5}年刑满释放。",
            "曾因赌博被行政拘留十日。",
        ]
    )
    held = f"因涉嫌犯罪，{c.day()}被示例市公安局刑事拘留，同月被执行逮捕。"
    return rng.choice([_full, _former, _short, _contact, _listed])(c, who) + past + held


def _full(c: Case, who: Person) -> str:
    return (
        f"{c.role}{who.name}，{who.sex}，{who.birth()}出生，公民身份号码{who.number()}，汉族，初中文化，农民，"
        f"户籍所在地{values.county(c.rng)}，住{who.address()}。"
    )


def _former(c: Case, who: Person) -> str:
    alias = who.plain[0] + c.rng.choice(["小虎", "二妮", "大江", "春生"])
    return (
        f"{c.role}{who.name}（曾用名{who.named(alias)}，绰号“{who.named(c.rng.choice(_NICKS))}”），{who.sex}，生于{who.birth()}，"
        f"身份证号：{who.number()}，满族，小学文化，无业，现住址：{who.address()}，联系电话：{who.phone()}。"
    )


def _short(c: Case, who: Person) -> str:
    return (
        f"{c.role}{who.name}，{who.sex}，{c.year - who.born.year}岁（{who.birth()}生），居民身份证号码{who.number()}，"
        f"高中文化，个体经营者，户籍地{who.address()}。"
    )


def _contact(c: Case, who: Person) -> str:
    return (
        f"{c.role}：{who.name}，{who.sex}，汉族，{who.birth()}出生，大专文化，系某物流公司职工，家住{who.address()}，"
        f"手机号码{who.phone()}，电子邮箱{who.email()}，QQ号{who.qq()}。"
    )


def _listed(c: Case, who: Person) -> str:
    return (
        f"{c.role}基本情况\n姓名：{who.name}\n性别：{who.sex}\n出生日期：{who.birth()}\n身份证号码：{who.number()}\n"
        f"住址：{who.address()}\n联系方式：{who.phone()}\n家庭电话：{who.landline()}\n"
    )


def civil(rng: Random, who: Person, role: str) -> str:
    """How a natural person is introduced in a civil document."""
    return rng.choice(
        [
            f"{role}：{who.name}，{who.sex}，{who.birth()}出生，汉族，务农，住{who.address()}，身份证号码{who.number()}，联系电话{who.phone()}。",
            f"{role}{who.name}，{who.sex}，{who.birth()}生，住所地{who.address()}。公民身份号码：{who.number()}。",
            f"{role}：{who.name}，{who.sex}，回族，个体工商户，现居住地{who.address()}，电话{who.phone()}，微信号{who.chat()}。",
        ]
    )


def traps(rng: Random, cast: Cast, year: int) -> str:
    """Sentences with numbers, names of offices and words that look like personal data."""
    number = rng.randrange(1, 400)
    serial = "".join(rng.choice("0123456789") for _ in range(20))
    sentences = [
        f"示例市公安局以示公（刑）诉字〔{year}〕{number}号起诉意见书移送审查起诉。",
        f"该笔货款合计{rng.randrange(10**6, 10**7)}元，增值税发票号码{rng.randrange(10**7, 10**8)}。",
        f"快递单号{serial}的包裹内查获涉案物品。",
        f"涉案公司统一社会信用代码为91140181MA0K{rng.randrange(10**5, 10**6)}X，住所地示例市石桥镇工业园区8号。",
        "依照《中华人民共和国刑法》第二百六十四条、第六十七条第三款，《中华人民共和国刑事诉讼法》第一百七十六条的规定处理。",
        f"现场位于北纬37°15′26″、东经111°46′38″，面积{rng.randrange(1000, 9999)}.{rng.randrange(10, 99)}平方米。",
        "用电高峰期间线路负荷增加，表面张力试验合格，杨柳树、江河湖泊等自然资源均在保护范围内。",
        f"如对本决定有异议，可以拨打12309或者本院控告申诉部门电话0358-{rng.randrange(2000000, 8000000)}咨询。",
        f"{year}年度示检民监字第{number}号案件的材料共126页、35份，保存于档案室。",
        "被告人对指控的犯罪事实没有异议，并自愿认罪认罚；被害人陈述、证人证言、鉴定意见和辨认笔录能够相互印证。",
        "该路段限速60公里/小时，事故发生时道路平直，视线良好，路面干燥，安全设施齐全。",
        f"案涉设备序列号为{rng.randrange(10**14, 10**15)}，采购合同编号HT-{year}-{number:04}。",
        "本院依法告知了诉讼权利，听取了辩护人、被害人及其诉讼代理人的意见，于是决定提起公诉。",
        "时任村委会主任以及有关单位人员证实了土地利用总体规划的范围、时间和程序。",
    ]
    return "".join(rng.sample(sentences, 4))


def lawyer(cast: Cast) -> str:
    """A defender who acts as a lawyer and stays named."""
    return cast.rng.choice(
        [
            f"辩护人{cast.official()}，山西示例律师事务所律师。",
            f"委托诉讼代理人：{cast.official()}，示例律师事务所律师。",
            f"值班律师{cast.official()}在场见证。",
        ]
    )


def ending(cast: Cast) -> str:
    """The signature: prosecutors and clerks stay named."""
    return cast.rng.choice(
        [
            f"此致\n示例市人民法院\n检察官：{cast.official()}\n检察官助理：{cast.official()}\n二〇二六年三月十二日",
            f"此致\n示例市人民法院\n检察员{cast.official()}\n书记员{cast.official()}\n2026年5月9日",
            f"示例市人民检察院\n检察长{cast.official()}\n二〇二五年十一月三日\n（院印）",
        ]
    )
