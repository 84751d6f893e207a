"""Accounts on the net that lead to a person: e-mail, WeChat, QQ and the like."""

import re
from collections.abc import Iterator

from portal.privacy.detection import Detection
from portal.privacy.surroundings import of_office

_HOST = re.compile(r"@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,20}")
_USER = re.compile(r"[A-Za-z0-9._%+-]{1,64}$")
_OFFICIAL = re.compile(r"[.@]gov\.cn$")
_OFFICES = frozenset(
    {"jcy", "office", "admin", "info", "service", "webmaster", "jubao", "xinfang", "contact"}
)
_NET = "微信|WeChat|QQ|qq|抖音|快手|支付宝|微博|小红书|陌陌|探探|闲鱼|淘宝|钉钉|Telegram|Skype|游戏"
_ACCOUNT = re.compile(
    rf"(?:{_NET})(?:群号|群|号码|账号|帐号|号|ID|id|用户名)?[: 为是(“\"]{{0,4}}(?:ID:|id:)?"
    r"(?P<account>[A-Za-z](?=[A-Za-z0-9_-]{0,30}[\d_])[A-Za-z0-9_-]{4,29}|\d{5,12})"
    r"(?![A-Za-z0-9_@.-]| ?[元万笔次余年月个名人])"
)
_NICKNAME = re.compile(
    rf"(?:{_NET})(?:昵称|名称|名|网名|备注|备注名|账号名)[为是叫: ]{{0,3}}[“\"‘](?P<name>[^”\"’\n]{{1,20}})[”\"’]"
)


def emails(text: str) -> Iterator[Detection]:
    """The e-mail addresses in a folded text that are not an office's."""
    for found in _HOST.finditer(text):
        user = _USER.search(text[max(0, found.start() - 64) : found.start()])
        if not user or _OFFICIAL.search(found[0]):
            continue
        start = found.start() - len(user[0])
        if user[0].lower() not in _OFFICES and not of_office(text, start, found.end()):
            why = "电子邮箱，能联系到本人。"
            yield Detection("email", start, found.end(), user[0] + found[0], "", "", True, why)


def net_accounts(text: str) -> Iterator[Detection]:
    """The accounts of messengers and the like in a folded text, and the names used there."""
    for found in _ACCOUNT.finditer(text):
        if not of_office(text, *found.span()):
            why = "网络账号，能联系到本人。"
            place = found.span("account")
            yield Detection("chat", *place, found["account"], "", "", True, why)
    for found in _NICKNAME.finditer(text):
        why = "网络昵称，熟人可能认得。"
        yield Detection("chat", *found.span("name"), found["name"], "", "", False, why)
