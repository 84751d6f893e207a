"""What the detectors find: a `Detection`, its kinds, and choosing among overlapping ones."""

from collections.abc import Iterable
from dataclasses import dataclass

KINDS = {
    "name": "姓名",
    "minor": "未成年人姓名",
    "id-number": "身份证号码",
    "phone": "手机号码",
    "landline": "固定电话",
    "bank-card": "银行账号",
    "plate": "车牌号",
    "address": "住址",
    "birth-date": "出生日期",
    "email": "电子邮箱",
    "certificate": "证件号码",
    "passport": "护照和通行证号码",
    "chat": "网络账号",
    "health": "健康状况",
}
"""Every kind of detection, and what people call it."""


@dataclass(frozen=True)
class Detection:
    """One piece of personal data: the characters from `start` to before `end` of a text.

    `person` is the same for all mentions of one person and for what belongs to that person, empty
    where nobody is known; `role` is the role word of a name. `certain` says that a check digit, a
    label or a role word proves it; otherwise it is only likely. `why` is a sentence for people.
    """

    kind: str
    start: int
    end: int
    text: str
    person: str
    role: str
    certain: bool
    why: str


def settled(detections: Iterable[Detection]) -> list[Detection]:
    """The detections in order of place, none overlapping: certain ones win, then the longer."""
    taken: list[Detection] = []
    for each in sorted(detections, key=lambda one: one.start):
        while taken and taken[-1].end > each.start and _rank(each) > _rank(taken[-1]):
            taken.pop()
        if not taken or taken[-1].end <= each.start:
            taken.append(each)
    return taken


def _rank(detection: Detection) -> tuple[bool, int]:
    return detection.certain, detection.end - detection.start
