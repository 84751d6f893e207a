"""Generated articles for measuring: readable Chinese put together from parts, different each time.

The parts are ours; the same number always gives the same article, so that two runs can be compared.
"""

from dataclasses import dataclass
from random import Random

PLACES = ("青禾街道", "双溪镇", "石桥镇", "望湖街道", "云坪乡", "东湖社区", "南岭林场", "北岸新区")
BODIES = (
    "第一检察部",
    "第二检察部",
    "第三检察部",
    "第四检察部",
    "公益诉讼检察组",
    "案件管理办公室",
)
PARTNERS = (
    "市公安局",
    "市法院",
    "市司法局",
    "市教育局",
    "市水务局",
    "市市场监管局",
    "市残联",
    "市妇联",
)
THEMES = (
    "饮用水源保护",
    "食品安全监督",
    "老年人权益保障",
    "农民工工资支持起诉",
    "窨井盖安全",
    "校园周边治理",
    "电信网络诈骗预防",
    "无障碍设施维护",
    "社区矫正巡回检察",
    "行政争议化解",
    "知识产权保护",
    "耕地保护",
    "司法救助",
    "个人信息保护",
    "道路交通安全",
    "公开听证",
)
ACTS = (
    "开展专项检查",
    "召开座谈会",
    "组织公开听证",
    "实地回访",
    "发出检察建议",
    "举行联合演练",
    "上门释法",
)
FINDS = (
    "台账不全",
    "标识缺失",
    "职责不清",
    "整改滞后",
    "设备老化",
    "宣传不到位",
    "数据不共享",
    "巡查间隔过长",
)
RESULTS = (
    "整改完成并通过复核",
    "建立了按月会商的办法",
    "列入下一年度督办清单",
    "由牵头单位逐项公布进度",
    "群众代表现场确认后销号",
    "形成可以复制的操作指南",
)
VOICES = (
    "来访群众说，流程看得懂，电话有人接。",
    "参加的人大代表建议把办理时限贴在门口。",
    "社区网格员提出，夜间也要有人值守。",
    "一位商户表示，知道错在哪里，改起来就快。",
    "听证员认为，事实清楚，理由也讲明白了。",
    "村民代表希望来年再看一次现场。",
)
SENTENCES = (
    "{day}日，{body}会同{partner}在{place}{act}，重点查看{theme}情况。",
    "检察官逐户走访{n}户居民，记录问题{m}条，其中反映“{find}”的占了一半以上。",
    "经过比对{n}份材料，办案组发现{place}存在{find}、{find2}两类问题。",
    "{partner}当场认领{m}项任务，约定{k}个工作日内反馈，{body}负责跟进。",
    "{voice}",
    "截至月底，{place}的{m}项问题{result}。",
    "{body}把{theme}的办理情况做成一张表，责任人、时限和进度一栏一栏列清楚。",
    "与去年同期相比，{place}同类线索减少{k}成，办理用时平均缩短{m}天。",
    "对一时改不了的{k}处，{partner}说明了原因，并提出了替代办法。",
    "下一步，{body}将在{place}再次回访，核对{theme}的每一项结果。",
)
HEADINGS = ("基本情况", "主要做法", "发现的问题", "整改与回访", "体会和打算")
NUMERALS = "一二三四五"


@dataclass(frozen=True)
class Specimen:
    """One generated article; `body` is HTML in the sanitiser's own form."""

    title: str
    summary: str
    keywords: str
    body: str
    text: str


def specimen(number: int, sentences: int = 24) -> Specimen:
    """The article of that number, about 40 characters a sentence."""
    random = Random(number)  # noqa: S311 - repeatable on purpose, nothing secret
    theme, place = random.choice(THEMES), random.choice(PLACES)
    title = f"{random.choice(BODIES)}在{place}{random.choice(ACTS)} 推进{theme}（第{number}期）"
    parts = [[_sentence(random, theme, place) for _ in range(sentences // 5 + 1)] for _ in HEADINGS]
    blocks = [
        (tag, text)
        for numeral, heading, part in zip(NUMERALS, HEADINGS, parts, strict=True)
        for tag, text in (
            ("h2", f"{numeral}、{heading}"),
            ("p", "".join(part[:2])),
            ("p", "".join(part[2:])),
        )
        if text
    ]
    body = "\n".join(f"<{tag}>{text}</{tag}>" for tag, text in blocks)
    text = "\n".join([title, *(text for _, text in blocks)])
    return Specimen(title, parts[0][0], f"{theme},{place}", body, text)


def _sentence(random: Random, theme: str, place: str) -> str:
    return random.choice(SENTENCES).format(
        day=random.randint(1, 28),
        n=random.randint(11, 480),
        m=random.randint(3, 60),
        k=random.randint(2, 9),
        theme=theme,
        place=place,
        body=random.choice(BODIES),
        partner=random.choice(PARTNERS),
        act=random.choice(ACTS),
        find=random.choice(FINDS),
        find2=random.choice(FINDS),
        voice=random.choice(VOICES),
        result=random.choice(RESULTS),
    )
