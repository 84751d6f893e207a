"""A second set of documents, written after the detectors and in other words than the first.

Each template is filled several times with other data. `{n1}` is the name of the first person,
`{u1}` that of the first person who has no role word anywhere, `{o1}` of somebody in office who
stays, `{p1}` of the head of a company, who may be found or not; `{id1}` and the like are what belongs to a person, in a form that the letter after it names.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from tests.privacy import values
from tests.privacy.held_out_more_texts import MORE_TEMPLATES
from tests.privacy.held_out_texts import TEMPLATES
from tests.privacy.planting import Document, Sheet
from tests.privacy.values import words

_FIELD = re.compile(r"\{([a-z]+)(\d)([a-z]?)\}")
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜"
_ONE = "亚斌旭婷博雪凤欣雷燕龙丽娟云梅兰英荣华新宇翔颖红芬琴娥福祥贵富宝根全才仁义礼智信忠孝廉正直刚毅朴实真善良"
_TWO = words(
    "宏伟 立新 守义 树森 玉兰 淑芬 振华 世杰 家豪 嘉怡 诗涵 宇航 欣怡 佳琪 俊熙 思源 培德 占魁 双喜 连生 庆丰 广义 书田 文魁 玉堂 凤英 月娥 素珍 桂枝 长贵 喜来 有福 得水 金锁 银锁 拴成 改改 巧玲 海霞 红霞 彩霞 春霞 学文 习武 耀祖 光宗 兴邦 定国 安邦 治国 亚男 若兰 语嫣 奕辰 沐阳 泽洋 一诺 可馨 梦瑶 紫萱 天佑 承恩 怀远 致远 景行 惟一 守信 明理 知行 崇德 尚武 爱华 爱国 学军 拥军 红旗 红星 东升 东海 西平 南生 北川 小平 大伟 二虎 三宝 四清 五一 六斤 七月 八斤 满堂 满囤"
)
_DOTTED = words("买买提明·艾则孜 阿力木江·托合提 萨依拉·木拉提 玛依拉·努尔兰 约翰·史密斯")


def held_out(count: int, seed: int = 41) -> Iterator[Document]:
    """That many documents, each template in turn."""
    return filled(TEMPLATES + MORE_TEMPLATES, count, seed)


def filled(templates: Sequence[tuple[str, str]], count: int, seed: int) -> Iterator[Document]:
    """That many documents from templates, each with a title, in turn."""
    for number in range(count):
        rng = Random(seed * 7919 + number)  # noqa: S311 - has to be repeatable, not secret
        title, text = templates[number % len(templates)]
        sheet = Sheet()
        filling = _Filling(sheet, rng)
        yield sheet.document(title, _FIELD.sub(filling.field, text))


class _Filling:
    """The data of one document, made when the text asks for it."""

    def __init__(self, sheet: Sheet, rng: Random) -> None:
        self._sheet, self._rng = sheet, rng
        self._names: dict[str, str] = {}
        self._born: dict[str, date] = {}

    def field(self, found: re.Match[str]) -> str:
        kind, number, form = found.groups()
        if kind in ("n", "u", "o", "p"):
            return self._name(kind, number)
        made: str = getattr(self, f"_{kind}")(number, form)
        return made

    def _name(self, kind: str, number: str) -> str:
        key = kind + number
        while key not in self._names:
            name = self._any_name()
            if all(name[:2] != other[:2] for other in self._names.values()):
                self._names[key] = name
        if kind == "o":
            return self._names[key]
        return self._sheet.plant("name", self._names[key], key, kind == "p")

    def _any_name(self) -> str:
        if self._rng.random() < 0.02:
            return self._rng.choice(_DOTTED)
        surname = self._rng.choice(_SURNAMES)
        if self._rng.random() < 0.03:
            surname = self._rng.choice(values.COMPOUND)
        return surname + self._rng.choice([self._rng.choice(_ONE), *self._rng.sample(_TWO, 2)])

    def _day(self, number: str) -> date:
        later = timedelta(days=self._rng.randrange(17000))
        return self._born.setdefault(number, date(1951, 3, 1) + later)

    def _alias(self, number: str, form: str) -> str:
        surname = self._names.get(f"n{number}", "王")[0]
        name = (
            self._rng.choice([f"{surname}小军", f"{surname}改莲"])
            if form == ""
            else self._rng.choice(["疤脸", "老六", "胖丫", "阿辉"])
        )
        return self._sheet.plant("name", name, f"n{number}")

    def _id(self, number: str, form: str) -> str:
        digits = values.identity_number(self._rng, self._day(number))
        if form == "h":
            digits = f"{digits[:6]}-{digits[6:14]}-{digits[14:]}"
        elif form == "f":
            digits = "".join(chr(ord(sign) + 0xFEE0) for sign in digits)
        elif form == "s":
            digits = " ".join(digits[i : i + 3] for i in range(0, 18, 3))
        elif form == "o":
            digits = digits[:6] + digits[8:17]
        return self._sheet.plant("id-number", digits)

    def _ph(self, number: str, form: str) -> str:
        digits = values.phone(self._rng)
        if form == "h":
            digits = f"{digits[:3]}－{digits[3:7]}－{digits[7:]}"
        elif form == "c":
            digits = f"+86-{digits}"
        elif form == "s":
            digits = f"{digits[:3]} {digits[3:7]} {digits[7:]}"
        return self._sheet.plant("phone", digits)

    def _cd(self, number: str, form: str) -> str:
        digits = values.card(self._rng, 16 if form == "x" else 19)
        if form == "h":
            digits = "-".join(digits[i : i + 4] for i in range(0, 19, 4))
        elif form == "s":
            digits = " ".join(digits[i : i + 4] for i in range(0, 19, 4))
        elif form == "u":
            digits = digits[4:] + "01"
        return self._sheet.plant("bank-card", digits)

    def _pl(self, number: str, form: str) -> str:
        text = values.plate(self._rng)
        if form == "s":
            text = f"{text[:2]} {text[2:]}"
        elif form == "f":
            text = text[0] + "".join(chr(ord(s) + 0xFEE0) if s.isascii() else s for s in text[1:])
        return self._sheet.plant("plate", text)

    def _bd(self, number: str, form: str) -> str:
        day = self._day(number)
        text = f"{day.year}年{day.month}月{day.day}日"
        if form == "h":
            text = f"{day.year}-{day.month:02}-{day.day:02}"
        elif form == "c":
            figures = "〇一二三四五六七八九"
            year = "".join(figures[int(sign)] for sign in str(day.year))
            text = f"{year}年{_spelled(day.month)}月{_spelled(day.day)}日"
        elif form == "s":
            text = f"{day.year}/{day.month}/{day.day}"
        return self._sheet.plant("birth-date", text)

    def _ad(self, number: str, form: str) -> str:
        rng = self._rng
        text = {
            "v": f"样本县东岭乡河东村前街西三巷{rng.randrange(1, 80)}号院",
            "m": f"例城市矿务局家属院{rng.randrange(1, 30)}排{rng.randrange(1, 12)}号",
            "n": f"内蒙古自治区样林郭勒盟南苏木北嘎查{rng.randrange(1, 90)}号",
            "d": f"湖南省例沙市芦塘区东塘街道梅溪社区{rng.randrange(1, 30)}栋{rng.randrange(1, 4)}单元{rng.randrange(101, 900)}",
            "t": f"广东省例海市北湾镇第{rng.choice('一二三')}工业区宿舍楼B栋{rng.randrange(201, 800)}房",
            "k": f"天府花园{rng.randrange(1, 30)}-{rng.randrange(1, 4)}-{rng.randrange(101, 900)}",
        }.get(form) or values.address(rng)
        return self._sheet.plant("address", text)

    def _tel(self, number: str, form: str) -> str:
        rest = self._rng.randrange(2000000, 8999999)
        return self._sheet.plant("landline", f"0351-{rest}" if form == "" else f"（0351）{rest}")

    def _mail(self, number: str, form: str) -> str:
        return self._sheet.plant(
            "email", f"{self._rng.choice(['sunny_day', 'k.lee', 'zhangsan88'])}@mail.example.com"
        )

    def _wx(self, number: str, form: str) -> str:
        return self._sheet.plant(
            "chat", self._rng.choice(["wxid_9k2m3n", "haoyun168", "xiaoma_2019"])
        )

    def _qq(self, number: str, form: str) -> str:
        return self._sheet.plant("chat", str(self._rng.randrange(10**7, 10**10)))

    def _ct(self, number: str, form: str) -> str:
        number_ = self._rng.randrange(10**6, 10**7)
        text = {
            "m": f"J140181-2015-{number_ % 10**6:06}",
            "v": "LSVAM4187C2" + f"{number_ % 10**6:06}",
            "l": f"1401{number_ * 7:08}"[:12],
            "t": f"汾例国用（2011）第{number_ % 10**5:05}号",
        }.get(form) or f"冀（2021）样本市不动产权第{number_:07}号"
        return self._sheet.plant("certificate", text)

    def _pass(self, number: str, form: str) -> str:
        return self._sheet.plant("passport", f"G{self._rng.randrange(10**7, 10**8):08}")


def _spelled(number: int) -> str:
    figures = "零一二三四五六七八九"
    if number < 10:
        return figures[number]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else figures[tens]) + "十" + (figures[ones] if ones else "")
