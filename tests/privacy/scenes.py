"""What happened: the facts of made-up cases, each in sentences of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.privacy.people import Cast, Person, day, written


@dataclass
class Case:
    """The persons of a case and the role word of those accused."""

    rng: Random
    cast: Cast
    role: str
    year: int
    accused: list[Person]

    def person(self) -> Person:
        return self.cast.person()

    def day(self) -> str:
        return written(day(self.rng, self.year))


def theft(c: Case) -> str:
    a, v, w, buyer = c.accused[0], c.person(), c.person(), c.person()
    return c.rng.choice(
        [
            f"{c.day()}凌晨2时许，{c.role}{a.name}窜至{v.address()}被害人{v.name}家中，翻窗入户，盗走现金3200元、金项链一条。"
            f"同年，{a.name}又将{v.name}停放在院内的电动三轮车盗走，后以1800元的价格卖给收购人{buyer.name}。经鉴定，被盗三轮车价值4600元。"
            f"认定上述事实的证据有：被害人{v.name}的陈述，证人{w.name}、{buyer.name}的证言，{a.name}的供述等。",
            f"{c.day()}，{c.role}{a.name}在农贸市场趁人不备，将被害人{v.name}放在菜篮里的手机窃走。手机价值2860元。{v.name}发现后追赶，{a.name}丢下手机逃跑。"
            f"次日，{a.name}用{v.name}微信零钱消费1260元。店主{w.name}证实，{a.name}当天到店里买过两条香烟。",
        ]
    )


def assault(c: Case) -> str:
    a, v, w, x = c.accused[0], c.person(), c.person(), c.person()
    return c.rng.choice(
        [
            f"{c.day()}22时许，{c.role}{a.name}与被害人{v.name}在烧烤摊饮酒时因琐事发生口角，{a.name}持啤酒瓶砸向{v.name}头部，致{v.name}左额部裂伤。"
            f"在场的{w.name}上前劝阻，被{a.name}推倒。经鉴定，{v.name}的损伤程度为轻伤二级。证人{w.name}、{x.name}证实了打架的经过。",
            f"{c.role}{a.name}和邻居{v.name}因宅基地界址素有矛盾。{c.day()}8时，两人再次争吵，{v.name}的妻子{x.name}上前拉架，{a.name}用铁锹击打{v.name}背部，又朝{x.name}腿部踢了两脚。"
            f"案发后{a.name}赔偿{v.name}医疗费21000元，取得谅解。被害人{v.name}的陈述、证人{w.name}的证言与{a.name}的供述一致。",
        ]
    )


def drunk(c: Case) -> str:
    a, w = c.accused[0], c.person()
    police = c.cast.official()
    return c.rng.choice(
        [
            f"{c.day()}21时15分，{c.role}{a.name}饮酒后驾驶{a.plate()}号小型轿车，沿示例市建设北路由南向北行驶，至与滨河路交叉口被执勤民警{police}查获。"
            f"经检验，{a.name}血液中酒精含量为152.6mg/100ml。同车人{w.name}证实，{a.name}当晚喝了约四两白酒。",
            f"经查，{c.role}{a.name}于{c.day()}晚与朋友{w.name}聚餐饮酒，散席后驾驶车牌号为{a.plate()}的面包车回家，途中与停在路边的{c.person().plate()}重型货车相撞，{a.name}受伤。"
            f"事故发生后{w.name}拨打电话报警。{a.name}的血样中检出乙醇189毫克。",
        ]
    )


def traffic(c: Case) -> str:
    a, v, w = c.accused[0], c.person(), c.person()
    return (
        f"{c.day()}6时30分许，{c.role}{a.name}驾驶{a.plate()}号重型半挂牵引车，行至省道五十七公里处，因疲劳驾驶驶入对向车道，与{v.name}驾驶的{v.plate()}两轮摩托车相撞，"
        f"造成{v.name}当场死亡、乘坐人{w.name}受伤的交通事故。公安机关认定{a.name}负事故全部责任。死者{v.name}的近亲属已获赔偿48万元。被害人{w.name}对{a.name}表示谅解。"
    )


def fraud(c: Case) -> str:
    a, v, x = c.accused[0], c.person(), c.person()
    return c.rng.choice(
        [
            f"{c.day()}，{c.role}{a.name}谎称能办理驾驶证，通过微信号{a.chat()}联系被害人{v.name}，骗得{v.name}向其尾号2231的银行卡转账9800元。"
            f"收款账户户名{x.name}，卡号{x.card()}。{a.name}得款后用于网络赌博。{v.name}多次催要，{a.name}均以各种理由推脱，后将{v.name}拉黑。",
            f"{c.role}{a.name}以帮助{v.name}的儿子安排工作为由，先后三次收取被害人{v.name}现金共计65000元，并给{v.name}出具收条一张。"
            f"{c.day()}，{v.name}与其联系时，{a.name}手机{a.phone()}已停机。证人{x.name}证实，{a.name}曾向{x.name}借过3万元，至今未还。",
        ]
    )


def cards(c: Case) -> str:
    a, v, x = c.accused[0], c.person(), c.person()
    return (
        f"{c.day()}，{c.role}{a.name}明知他人利用信息网络实施犯罪，仍将自己名下的两张银行卡（卡号{a.card()}、{a.card()}）及手机卡{a.phone()}出售给{x.name}（另案处理），获利2000元。"
        f"经查，上述银行卡转入资金132万余元，其中有被害人{v.name}被骗的5万元。{a.name}被抓获后，如实供述了受{x.name}指使转移资金的事实。"
    )


def drugs(c: Case) -> str:
    a, b, x = c.accused[0], c.person(), c.person()
    return (
        f"{c.day()}15时许，{c.role}{a.name}在示例市客运站东侧，以300元的价格向吸毒人员{b.name}贩卖毒品0.2克。同月，{a.name}伙同{x.name}（在逃）再次卖给{b.name}0.5克。"
        f"民警从{a.name}身上查获疑似毒品一包，净重1.36克。{b.name}证实，每次都是先打{a.phone()}联系，再由{x.name}送货。"
    )


def bribery(c: Case) -> str:
    a, x, y = c.accused[0], c.person(), c.person()
    return (
        f"{c.year - 3}年至{c.year - 1}年，{c.role}{a.name}利用担任某公司采购经理的职务便利，非法收受{x.name}（另案处理）、{y.name}（另案处理）所送财物共计38.6万元。"
        f"其中，{x.name}于{c.day()}在停车场送给{a.name}现金10万元；{y.name}以{a.name}之子上学为名，向{a.name}的账户{a.card()}转入8万元。行贿人{x.name}、{y.name}的证言予以证实。"
    )


def land(c: Case) -> str:
    a, w, x = c.accused[0], c.person(), c.person()
    return (
        f"{c.day()}，{c.role}{a.name}未经批准，租用村民{w.name}、{x.name}的承包地12.6亩，硬化地面后建成砂石料场。经鉴定，被占用的永久基本农田种植条件严重毁坏。"
        f"村民{w.name}证实，{a.name}每亩每年付给{w.name}租金800元。{a.name}的妻子{c.person().name}负责料场的账目。"
    )


def quarrel(c: Case) -> str:
    first, rest = c.accused[0], c.accused[1:]
    v = c.person()
    names = "、".join([first.name, *(one.name for one in rest)])
    others = "、".join(one.name for one in rest) or c.person().name
    return (
        f"{c.day()}23时许，{c.role}{names}酒后在歌厅门口无故拦截、辱骂被害人{v.name}，{first.name}首先对{v.name}拳打脚踢，{others}随后也参与殴打。"
        f"{v.name}报警后，{first.name}等人逃离现场。{first.name}与{v.name}素不相识。经鉴定，{v.name}所受损伤为轻微伤。"
    )


def embezzling(c: Case) -> str:
    a, w, x = c.accused[0], c.person(), c.person()
    return (
        f"{c.role}{a.name}在担任某商贸公司出纳期间，自{c.year - 1}年3月起，采取收款不入账的手段，将客户{w.name}支付的货款86400元转入其个人账户（开户行某银行青禾支行，账号{a.card()}），用于偿还欠{x.name}的债务。"
        f"公司会计{c.person().name}对账时发现，{a.name}于{c.day()}向公安机关投案，归案后如实供述。债权人{x.name}的证言在卷。"
    )


def explosive(c: Case) -> str:
    a, v, x = c.accused[0], c.person(), c.person()
    return (
        f"因怀疑妻子{x.name}与{v.name}有不正当关系，{c.role}{a.name}于{c.day()}携带菜刀到{v.address()}{v.name}的住处，将被害人{v.name}砍伤，又将{v.name}停在楼下的{v.plate()}白色轿车点燃。"
        f"经鉴定，{v.name}的伤情为重伤二级，车辆损失价值73500元。{x.name}拨打急救电话后，{a.name}在现场等候处理。被害人{v.name}的陈述与{a.name}的供述在起因上不一致。"
    )


SCENES: dict[str, Callable[[Case], str]] = {
    "盗窃罪": theft,
    "故意伤害罪": assault,
    "危险驾驶罪": drunk,
    "交通肇事罪": traffic,
    "诈骗罪": fraud,
    "帮助信息网络犯罪活动罪": cards,
    "贩卖毒品罪": drugs,
    "非国家工作人员受贿罪": bribery,
    "非法占用农用地罪": land,
    "寻衅滋事罪": quarrel,
    "职务侵占罪": embezzling,
    "放火罪": explosive,
}
