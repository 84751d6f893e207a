"""Hints about somebody's health: an illness that a document says a person has."""

import re
from collections.abc import Iterator

from portal.privacy.detection import Detection

_ILLNESS = (
    r"艾滋病|HIV|梅毒|淋病|尖锐湿疣|乙肝|乙型肝炎|丙肝|丙型肝炎|肺结核|结核病|精神分裂症|双相情感障碍|抑郁症|躁狂症|焦虑症|癫痫|精神发育迟滞|精神障碍|智力障碍|"
    r"糖尿病|高血压|冠心病|心脏病|脑梗死?|脑出血|白血病|尿毒症|肾衰竭|肝硬化|恶性肿瘤|[\u4e00-\u9fff]{1,3}癌|帕金森病?|阿尔茨海默病|不孕症|不育症|宫外孕"
)
_HINT = re.compile(
    r"(?:患有?|确诊[为患]?|诊断[为出]|感染|携带|查出|鉴定为)[\u4e00-\u9fff“]{0,6}?"
    rf"(?P<illness>{_ILLNESS})"
)


def health_hints(text: str) -> Iterator[Detection]:
    """The illnesses that a folded text says somebody has: likely to be shielded, never certain."""
    for found in _HINT.finditer(text):
        why = "说到了某人的健康状况，一般不公开；与定罪量刑有关的可以保留。"
        place = found.span("illness")
        yield Detection("health", *place, found["illness"], "", "", False, why)
