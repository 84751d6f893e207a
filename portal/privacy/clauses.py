"""The clause that holds a piece of personal data: whether it says anything else, and its commas."""

import re

from portal.privacy.detection import Detection

_BREAKS = "，,；;。\n（）()：:、\t"
_LABELS = {
    "id-number": r"(?:系|其)?(?:居民|公民)?身份(?:证件?)?(?:号码|证号码?|号)?|证件号码?|身份号码",
    "phone": r"(?:联系|手机|移动|家庭|本人)?(?:电话|手机)(?:号码|号)?|联系方式|手机号码?",
    "landline": r"(?:联系|家庭|住宅|固定)?电话(?:号码)?|宅电|座机|固话",
    "bank-card": r"(?:[\u4e00-\u9fff]{0,6}银行)?(?:收款|个人|对公|开户|社保|储蓄|信用)?(?:银行)?卡?"
    r"(?:卡号|账号|帐号|账户)(?:号码?)?",
    "plate": r"(?:车牌|号牌|车)(?:号码|号)?",
    "email": r"(?:电子)?(?:邮箱|邮件)(?:地址)?|E-?mail",
    "chat": r"(?:微信|QQ|抖音|快手|支付宝)(?:号码|账号|号)?",
    "birth-date": r"出生(?:日期|年月日?|于)?|生于|生日",
    "passport": r"(?:护照|通行证)(?:号码|号)?",
    "certificate": r"[\u4e00-\u9fff]{0,8}(?:证|编号|证号|号码|号)",
    "address": r"(?:现|户籍(?:所在)?地?|家庭|暂|经常|[邮寄通信讯联系]{2})?"
    r"(?:居住地|住址|住所地?|家住|住在|住|户籍(?:所在)?地|户口所在地|出生地|籍贯|地址|暂住地?)(?:地址)?",
    "name": r"曾用名|又名|别名|化名|原名|小名|乳名|绰号|外号|诨名|网名",
}
_JOIN = r"(?:[为是系在于]|：|:| |\u3000|“|\"){0,3}"
_AFTER = {"birth-date": r"(?:出)?生|", "certificate": r"号?|", "id-number": r"号?|"}
_QUOTE = r"[”\"]?"


def clause(text: str, found: Detection) -> tuple[int, int] | None:
    """The clause that says nothing but that one thing, without its commas; None if it says more."""
    start, end = found.start, found.end
    while start > 0 and found.start - start < 30 and not _is_break(text, start - 1, found.start):
        start -= 1
    label = _LABELS.get(found.kind, "")
    if not re.fullmatch(f"(?:{label}|){_JOIN}", text[start : found.start]):
        return None
    after = re.compile(f"(?:{_AFTER.get(found.kind, '')}){_QUOTE}").match(text, end)
    end = after.end() if after else end
    return (start, end) if end == len(text) or text[end] in _BREAKS else None


def _is_break(text: str, at: int, before: int) -> bool:
    """Whether a clause begins after that place; a colon right before the data is its label's."""
    return text[at] in _BREAKS and not (text[at] in "：:" and before - at <= 2)


def labelled(text: str, found: Detection) -> bool:
    """Whether the words right before say already what is there."""
    label = _LABELS.get(found.kind)
    before = text[max(0, found.start - 20) : found.start]
    return bool(label) and re.search(f"(?:{label}){_JOIN}$", before) is not None
