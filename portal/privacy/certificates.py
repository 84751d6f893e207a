"""Numbers of certificates that lead to a person: titles to homes, passports, licences, vehicles."""

import re
from collections.abc import Iterator

from portal.privacy.detection import Detection

_HAN = r"\u4e00-\u9fff"
_TITLE = re.compile(
    rf"[{_HAN}] ?[(\[](?:19|20)\d\d[)\]] ?[{_HAN}]{{2,14}}不动产(?:权|证明)第? ?\d{{4,10}} ?号"
    r"|(?:房权证|房产证|房地产权证|房字|国用|集用|集建|林权证|农地承包权)(?P<rest>[^,。;、\n]{0,24}?\d ?号)"
)
_ISSUER = re.compile(rf"(?:(?![为是号证书及和与的有持])[{_HAN}]){{1,3}}$")
_PAPERS = (
    "不动产权证书?|房产证|房屋所有权证|房权证|土地使用权?证|土地证|宅基地使用权?证|林权证|"
    "土地承包经营权证|驾驶证|驾照|行驶证|军官证|士兵证|警官证|警号|残疾人?证|户口[簿本]|结婚证|离婚证|"
    "出生(?:医学)?证明?|社保卡|社会保障卡?|医保卡?|学生证|学籍|学号|工作证|健康证|退休证|低保证|"
    "从业资格证|资格证书?|执业证|档案|病历|病案|住院|就诊卡|门诊|"
    "准考证|暂住证|居住证|永久居留身份证|车架|大架|车辆识别代[号码]|发动机|串|IMEI"
)
_LABELLED = re.compile(
    rf"(?:{_PAPERS})(?:号码|证号|编号|代码|字号|号)?[: 为是]{{0,4}}(?:第|字第)?"
    r"(?P<number>(?:[A-Z\u4e00-\u9fff]{1,4}字第)?(?=[A-Za-z-]{0,8}\d)[A-Za-z0-9][A-Za-z0-9*-]{4,24})"
    r"(?: ?号)?(?![A-Za-z0-9年月元])"
)
_PASSPORT = re.compile(
    r"护照(?:号码|证号|号)?[: 为是]{0,4}(?P<labelled>[A-Z]{0,2}\d{6,9}[A-Z]?)(?![A-Za-z0-9])"
    r"|通行证(?:号码|证号|号)?[: 为是]{0,4}(?P<pass>[A-Z]{0,2}\d{7,11})(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9])(?P<bare>E[A-HJ-NP-Z]\d{7}|[EG]\d{8})(?![A-Za-z0-9])"
)
_ENOUGH_DIGITS = 4


def certificates(text: str) -> Iterator[Detection]:
    """The certificate numbers in a folded text: titles by their form, others by their label."""
    for found in _TITLE.finditer(text):
        why = "房产、土地或林权证的编号，能查到权利人。"
        issuer = _ISSUER.search(text[max(0, found.start() - 3) : found.start()])
        place = found.start() - (len(issuer[0]) if issuer and found["rest"] else 0), found.end()
        yield Detection("certificate", *place, text[slice(*place)], "", "", True, why)
    for found in _LABELLED.finditer(text):
        number = found["number"]
        if sum(sign.isdecimal() for sign in number) >= _ENOUGH_DIGITS:
            why = "证件、档案或车辆设备的编号，能查到本人。"
            yield Detection("certificate", *found.span("number"), number, "", "", True, why)


def passports(text: str) -> Iterator[Detection]:
    """The numbers of passports and travel permits in a folded text."""
    for found in _PASSPORT.finditer(text):
        group = str(found.lastgroup)
        why = "护照或通行证号码。" if group != "bare" else "像护照号码，请核对。"
        place = found.span(group)
        yield Detection("passport", *place, found[group], "", "", group != "bare", why)
