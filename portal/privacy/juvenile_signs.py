"""The words that tell of a minor: those that are enough, and those to be said of a party."""

import re
from collections.abc import Iterator

from portal.privacy.name_ends import HAN
from portal.privacy.roles import CRIMINAL

Sign = tuple[int, int, str]
"""Where words stand in a folded text, and what they mean, in a sentence for people."""

_AGE = r"(?:十[二四六八]|1[2468]) ?(?:周)?岁"
_ENOUGH = (
    (
        r"附条件不起诉",
        "附条件不起诉只适用于未成年人，这类文书一律不公开。",
    ),
    (
        r"未成年(?:的)?(?:犯罪嫌疑人|嫌疑人|被告人|被不起诉人|罪犯|同案犯|社区矫正对象)|犯罪记录封存|封存[^,。;\n]{0,6}犯罪记录|合适成年人"
        r"|[系属是]于?未成年人(?:刑事|犯罪)",
        "案件涉及未成年人犯罪，文书一律不公开。",
    ),
    (
        r"检(?![^\n\[刑]{0,10}[民行益建][^\n\[刑]{0,8}\[)[^\n\[]{0,6}(?:未|少)[^\n\[]{0,6}\[(?:19|20)\d\d\]",
        "文号是未成年人检察部门的刑事案件，文书一律不公开。",
    ),
    (
        rf"(?:时|系|尚|仍|属|均)[^,。;\n]{{0,4}}(?:不满|未满){_AGE}|已满{_AGE}(?:不满|未满|、不满|,不满){_AGE}",
        "有人在案发时未满十八周岁，文书一律不公开。",
    ),
    (
        r"未成年的?(?:被害人|受害人|被侵害人|证人)|(?:猥亵|拐卖|拐骗|虐待|收买被拐卖[^,。\n]{0,4})儿童"
        r"|奸淫[^,。\n]{0,8}幼女|引诱(?:幼女|未成年人)|组织未成年人|被害(?:幼女|女童|男童|儿童|婴儿|幼儿)|雇用童工",
        "被侵害的是未成年人，这类文书不公开。",
    ),
    (
        r"(?:1[0-7]|[1-9])(?:周)?岁的?(?:被害人|被告人|犯罪嫌疑人|女孩|男孩|女童|男童|学生)",
        "案件涉及未成年人，文书一律不公开。",
    ),
)
_ENOUGH_IF_CRIMINAL = (
    (
        r"未成年人(?:刑事)?检察(?:部|处|科|工作办公室|办案组)",
        "未成年人检察部门办理的刑事案件都涉及未成年人，文书一律不公开。",
    ),
    (
        r"(?:未成年人?|(?<!\d)(?:1[0-7]|[1-9])(?:周)?岁)[,(]{0,2}(?:均|已)?另(?:案|行)处理"
        r"|(?:伙同|教唆|纠集|指使|雇[佣用]|胁迫|强迫|容留|诱骗)[^,。;\n]{0,6}未成年人(?!保护|检察|工作)",
        "案件涉及未成年人，文书一律不公开。",
    ),
)
_COMPILED = tuple((re.compile(sign), why) for sign, why in _ENOUGH)
_COMPILED_IF_CRIMINAL = tuple((re.compile(sign), why) for sign, why in _ENOUGH_IF_CRIMINAL)
_CRIMINAL = re.compile("|".join(sorted(CRIMINAL, key=len, reverse=True)) + "|刑事附带民事")

_EDGE = rf"(?=[^{HAN}]|$"
_MINOR = re.compile(
    rf"(?<![不非否若如])(?:系|是|属于?|为)[一名个]{{0,2}}未成年(?:人|少[男女]|[男女]孩|[男女]性|学生)?{_EDGE}|且|的事实|的情况下)"
    r"|(?<=[(,])(?:男,|女,)?系?未成年人?(?=[),])"
)
_OF_MINOR = "写明了未成年人，涉及未成年人的文书一律不公开。"

_NUMERAL = "[一二三四五六七八九十\\d]"
_SCHOOL = "(?:小学|初级中学|初中|高级中学|中学|高中|职高|幼儿园)"
_CLASS = rf"(?:[初高][一二三]|{_NUMERAL}{{1,2}}年级|[大中小]班)?(?:\(?{_NUMERAL}{{1,3}}\)?班)?"
_PERSON_EDGE = (
    rf"{_EDGE}|[王李张刘陈杨黄赵吴周徐孙马朱胡郭林罗郑梁谢宋唐许邓冯韩曹曾彭何]|[{HAN}]某)"
)
_PUPIL = re.compile(
    rf"{_SCHOOL}{_CLASS}的?(?:在校|在读|住校|寄宿)?(?:学生|[男女]生|幼儿|儿童){_PERSON_EDGE}"
    rf"|(?:{_NUMERAL}年级|[初高]中?[一二三]){_CLASS}的?(?:在校|在读)?学生{_PERSON_EDGE}"
    rf"|(?:(?<!中)小学生|初中生|中学生|高中生){_PERSON_EDGE}"
    rf"|{_SCHOOL}{_CLASS}(?:在读|就读|上学|读书){_EDGE})"
    rf"|(?:就读于?|在读|正?上|正?读|念)[^,。;\n]{{0,14}}?{_SCHOOL}{_CLASS}{_EDGE})"
    rf"|读[^,。;\n]{{0,10}}?(?:{_NUMERAL}年级|[初高][一二三]){_CLASS}{_EDGE})"
)
_ONCE = re.compile(r"曾|原[系是为]|当年|以前|过去|小时候|毕业|[^\d]时$")
_OF_PUPIL = "在小学、中学或者幼儿园读书的，一般未满十八周岁，涉及未成年人的文书一律不公开；已经成年的，请在原文里写全出生日期。"


def enough(text: str) -> Iterator[Sign]:
    """The first place of each sign that shows by itself that a folded document is of a minor."""
    signs = _COMPILED + _COMPILED_IF_CRIMINAL if is_criminal(text) else _COMPILED
    for sign, why in signs:
        if found := sign.search(text):
            yield *found.span(), why


def is_criminal(text: str) -> bool:
    """Whether a folded document names somebody who is accused of a crime."""
    return _CRIMINAL.search(text) is not None


def minors_said(text: str) -> Iterator[Sign]:
    """Where somebody is said to be a minor; of whom, is not looked at."""
    for found in _MINOR.finditer(text):
        yield *found.span(), _OF_MINOR


def pupils_said(text: str) -> Iterator[Sign]:
    """Where somebody is said to go to school now; of whom, is not looked at."""
    for found in _PUPIL.finditer(text):
        clause = re.split("[,。;\n]", text[max(0, found.start() - 30) : found.start()])[-1]
        if not _ONCE.search(clause):
            yield *found.span(), _OF_PUPIL
