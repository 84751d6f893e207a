"""What stands around a number: its label, and whether it belongs to an office."""

import re

_REACH = 30
_SENTENCE = re.compile("[。;\n]")
_BREAK = re.compile("[,。;\n]")

_OFFICE = re.compile(
    r"本院|我院|检察院|检察机关|法院|公安局|司法局|办公室|服务中心|服务大厅|服务窗口|值班室|接待室|举报|热线|咨询"
    r"|预约|投稿|传真|官方|公众号|联系人|监督电话|单位电话|办公电话|采购人|代理机构|招标|委员会|人民政府"
)
_PRIVATE = re.compile(r"被告人|犯罪嫌疑人|被害人|证人|被不起诉人|家庭电话|宅电|住宅电话|家中电话")

OF_THINGS = re.compile(
    r"(?:单号|编号|流水号?|订单号?|信用代码|税号|识别号|注册号|合同号?|串号|IMEI|批号|运单|快递|字第|凭证号?|发票号?码?"
    r"|设备号|序列号|条形?码|案件|受理号|执照)[^,。;、\n0-9]{0,6}$"
)
"""A label that says that a number is of a thing: an invoice, a parcel, a company."""


def labelled(label: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """The label, an expression that ends in `$`, right before a place of a folded text."""
    return label.search(text[max(0, start - _REACH) : start])


def office_speaks(text: str, start: int, end: int) -> bool:
    """Whether the sentence that a place stands in is about an office and names no party."""
    before = _SENTENCE.split(text[max(0, start - 2 * _REACH) : start])[-1]
    after = _SENTENCE.split(text[end : end + _REACH], maxsplit=1)[0]
    return bool(_OFFICE.search(before + after)) and not _PRIVATE.search(before)


def of_office(text: str, start: int, end: int) -> bool:
    """Whether what stands there belongs to an office: its clause says so, and names no party."""
    before = _BREAK.split(text[max(0, start - _REACH) : start])[-1]
    after = _BREAK.split(text[end : end + _REACH], maxsplit=1)[0]
    return bool(_OFFICE.search(before + after)) and not _PRIVATE.search(before)
