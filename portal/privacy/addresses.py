"""Addresses where people live: told after a label, or precise to the door of a flat."""

import re
from collections.abc import Iterator

from portal.privacy.address_parts import county, parsed_end
from portal.privacy.detection import Detection
from portal.privacy.plates import plates
from portal.privacy.surroundings import of_office

_LABEL = re.compile(
    r"(?:户籍(?:所在地|地)|户口(?:所在地|地)|经常居住地|现?居住地|家庭住址|现?住 {0,6}址|暂住地|暂住址"
    r"|常住地|出生地|籍贯|租住地|家庭所在地|家住|住地|(?P<unit>现?住所地?|地址))"
    r"(?:地址)?(?:为|是|在|于|位于|系|:| ){0,3}"
)
_LIVES = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[现均原租居暂同都曾户]))(?:居|租|暂)?住(?:在|于|:| )*"
    r"(?![院宅户处房所宿满了过进着址地建店持同不])"
)
_TOWN = re.compile("[\u4e00-\u9fff]+(?:乡|镇|街道)")
_NONE = re.compile(r"同上|不详|不定|不固定|不明|无|未|已|某|\*|同(?:户籍|住址)|本|该|此|其|依照|略")
_REST = re.compile(r"[\u4e00-\u9fff\dA-Za-z#-]{4,40}(?=[,。;)\n]|$)")
_UNIT = re.compile(
    "公司|厂|局|委员会|政府|检察院|法院|合作社|中心|医院|学校|银行|支行|事务所|经营部|超市|酒店|单位|协会|公益诉讼起诉人"
)
_PERSON = re.compile(r"[,(](?:男|女)|出生|身份|护照|户籍|家庭")
_DOOR = re.compile(
    r"(?:\d{1,4}|[一二三四五六七八九十]{1,3}|[A-Za-z])(?:号楼|栋|幢|号院|单元|排)"
    r"|[村庄屯]第?[\d一二三四五六七八九十]{1,3}(?:组|社|队)|\d{3,4}[室房]|\d{1,4}号"
)
_START = re.compile(
    r"(?:地址|住址|所在地|住所地|居住地|位于|来到|窜至|窜到|前往|进入|回到|赶到|到达|住在|租住|居住"
    r"|[在于到至从往住将的把其由为是对赴])(?=[\u4e00-\u9fff])"
)
_INNER = re.compile(r"室|房|单元|户|-\d|(?:号楼|栋|幢|座|排|组|队|社|[村庄屯])[\dA-Z]{1,4}")
_HOME = re.compile(
    r"[\u4e00-\u9fff·]{0,11}?(?:家中|家里|家门|家院|住处|住宅|住房|租住|出租屋|的房屋|的房产|的房子)"
    r"|[\u4e00-\u9fff]{2,4}家"
)
_LONGEST = 40

_LABELLED = "前面写着住址。"
_ROUGH = "前面写着住址，到哪里为止请核对。"
_AT_HOME = "写到门牌的住处。"
_PLACE = "写到门牌的地点，可能是住处；如果是公共场所可以保留。"


def addresses(text: str) -> Iterator[Detection]:
    """The addresses of homes in a folded text; those of offices and companies are left alone."""
    labelled = list(_labelled(text))
    yield from labelled
    told = {place for each in (*labelled, *plates(text)) for place in range(each.start, each.end)}
    yield from (each for each in _doors(text) if told.isdisjoint((each.start, each.end - 1)))


def _labelled(text: str) -> Iterator[Detection]:
    for found in _LIVES.finditer(text):
        yield from _after_label(text, found.end(), True)
    for found in _LABEL.finditer(text):
        personal = not found["unit"] or _is_of_person(text, found.start())
        if personal or not _is_of_unit(text, *found.span()):
            yield from _after_label(text, found.end(), personal)


def _is_of_person(text: str, start: int) -> bool:
    """Whether the line up to a place tells of a natural person."""
    return _PERSON.search(text[max(0, start - 80) : start].rpartition("\n")[2]) is not None


def _is_of_unit(text: str, start: int, end: int) -> bool:
    """Whether a place belongs to a company or an office that its sentence names."""
    sentence = re.split("[。;\n]", text[max(0, start - 80) : start])[-1]
    return _UNIT.search(sentence) is not None or of_office(text, start, end)


def _after_label(text: str, start: int, sure: bool) -> Iterator[Detection]:
    """The address after a label; only likely where it reaches no further than a town."""
    if _NONE.match(text, start):
        return
    end = parsed_end(text, start)
    if end > start:
        if len(county(text[start:end])) < end - start:
            exact = sure and not _TOWN.fullmatch(text, start, end)
            yield _detection(text, start, end, exact, _LABELLED)
    elif text[start - 1] in ": " and (rest := _REST.match(text, start)):
        yield _detection(text, start, rest.end(), False, _ROUGH)


def _doors(text: str) -> Iterator[Detection]:
    """Addresses without a label that lead to a door."""
    done = 0
    for found in _DOOR.finditer(text):
        if found.start() < done:
            continue
        start, end = _around(text, max(done, found.start() - _LONGEST), found)
        done = max(done, end)
        if end >= found.end() and not of_office(text, start, end):
            home = _HOME.match(text, end) is not None
            if home or _INNER.search(text, start, end):
                yield _detection(text, start, end, home, _AT_HOME if home else _PLACE)


def _around(text: str, earliest: int, door: re.Match[str]) -> tuple[int, int]:
    """The address that reaches a door, from the first place that leads to it without a break."""
    start = _beginning(text, earliest, door.start())
    for each in range(start, door.start() + 1):
        end = parsed_end(text, each)
        if end >= door.end():
            return each, end
    return start, start


def _beginning(text: str, earliest: int, anchor: int) -> int:
    """Where the address begins that reaches a door: after the last break or preposition."""
    before = re.split(r"[^\u4e00-\u9fffA-Za-z0-9·#-]", text[earliest:anchor])[-1]
    start = anchor - len(before)
    words = list(_START.finditer(text, start, anchor))
    return words[-1].end() if words else start


def _detection(text: str, start: int, end: int, certain: bool, why: str) -> Detection:
    return Detection("address", start, end, text[start:end], "", "", certain, why)
