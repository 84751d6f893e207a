"""The parts of a Chinese address: where one ends, and how far it reaches down to the county."""

import re

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_NUMERAL = "一二三四五六七八九十百零〇两"
_SUFFIX = (
    "自治区|自治州|自治县|特别行政区|街道办事处|居委会|村委会|开发区|新区|社区|小区|花园|公寓|家园|宿舍楼?|"
    "家属院|家属楼|大院|大街|大道|新村|新城|广场|胡同|街道|牧场|农场|林场|嘎查|苏木|"
    "号楼|号院|单元|[省市区县旗州盟乡镇村屯庄寨湾坪沟苑里坊街路巷弄组队社栋幢座层室房户排院号期]|"
    "楼(?![下上内道梯顶前后])|门(?![口前外])"
)
_NAME = rf"[{_HAN}A-Za-z0-9·#]"
_NOT_IN_NAME = "的因被与等系了住说称,将"
_PART = re.compile(
    rf"(?:附?[\dA-Za-z{_NUMERAL}]{{1,5}}(?:-[\dA-Za-z]{{1,4}})*-?"
    rf"|(?:(?![{_NOT_IN_NAME}]){_NAME}){{1,9}}?)(?:{_SUFFIX})+"
    r"|附\d{1,3}号?|(?:东|西|南|北|中|上|下)(?:侧|单元|户|头)"
)
_ENDING = re.compile(
    r"\d{1,4}(?:-\d{1,4}){1,3}(?:号|室)?|\d{2,4}(?!\d|[年月日岁元米个名])|[A-Z]\d{1,4}"
)
_BRACKET = re.compile(rf"\([{_HAN}\dA-Za-z]{{2,14}}(?:{_SUFFIX}|旁|对面|附近)\)")
_COUNTY = re.compile(
    rf"(?:[{_HAN}]{{2,8}}?(?:自治区|特别行政区|省))?"
    rf"(?:[{_HAN}]{{1,8}}?(?:自治州|地区|盟|市|州(?!市)))?"
    rf"(?:[{_HAN}]{{1,8}}?(?:自治县|自治旗|县|区(?!域)|旗|市))?"
)
_BELOW = re.compile("小区|社区|开发区|新区|园区|街|镇|乡|村|路|校区|厂区|片区|景区|矿区")


def parsed_end(text: str, start: int) -> int:
    """Where the address that begins there ends; `start` itself when there is none."""
    end, longest = start, start + 80
    while end < longest:
        found = _PART.match(text, end) or (end > start and _ENDING.match(text, end)) or None
        if end > start and found is None:
            found = _BRACKET.match(text, end)
        if not found:
            return end
        end = found.end()
    return end


def county(address: str) -> str:
    """The beginning of an address down to the county, city or district; empty when it has none."""
    found = _COUNTY.match(address)
    kept = found[0] if found else ""
    below = _BELOW.search(kept)
    if not below:
        return kept
    upper = re.match(rf"[{_HAN}]*[省市县州盟旗]", kept[: below.start()])
    return upper[0] if upper else ""
