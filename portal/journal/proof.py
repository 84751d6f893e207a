"""The proof (验证): no entry was changed, removed, inserted or put elsewhere since it was written."""

import hmac
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from portal.database import proxy
from portal.journal import head
from portal.journal.chain import FIELDS, seal
from portal.journal.head import Head, Untrusted
from portal.models import Entry

BATCH = 2000
CHANGED, MISSING, STRANGE, UNLINKED, CUT, KEY, HEAD = (
    "changed",
    "missing",
    "strange",
    "unlinked",
    "cut",
    "key",
    "head",
)
SENTENCES = {
    CHANGED: "第 {number} 条日志被改动过：它的内容和写下时的校验值对不上。",
    MISSING: "缺少第 {number} 条日志：它被删掉了。",
    STRANGE: "多出一条编号为 {number} 的日志：它不是网站写下的。",
    UNLINKED: "第 {number} 条日志和前面的接不上：之前的日志被整段换过。",
    CUT: "最新的日志被删掉了：第 {number} 条起不见了，而 journal.head 记得它们。",
    KEY: "从第 {number} 条起都对不上：密钥（数据目录的 secrets/journal）不是写日志时的那一个。"
    "请先找回原来的密钥，再验证一次。",
    HEAD: "每条日志都对得上，但 journal.head 不见了或被改过，无法证明最新的日志没有被删。"
    "如果刚刚搬过数据目录，请把原来的 journal.head 一起搬来。",
}
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Verdict:
    """What the proof found: how many entries are good, and the first fault, if any."""

    good: int
    fault: str = ""
    number: int | None = None
    """The entry at fault."""
    hash: str = head.START
    """The hash of the last good entry; written down elsewhere, it witnesses all before it."""

    @property
    def ok(self) -> bool:
        return not self.fault

    @property
    def sentence(self) -> str:
        """The outcome in words."""
        if self.ok:
            return f"日志完整：共 {self.good} 条，没有被改动、删除或插入。"
        return SENTENCES[self.fault].format(number=self.number)


def verify(progress: Callable[[int], None] | None = None) -> Verdict:
    """Walk through all entries, telling `progress` how many each step took.

    The head is read first: entries that come in meanwhile are newer, which is no fault.
    """
    witness = _witness()
    last = Head()
    for batch in _batches():
        for row in batch:
            fault = _fault(row, last, witness)
            if fault:
                return Verdict(last.number, fault, _at_fault(fault, row, last), last.hash)
            last = Head(row[0], row[-1])
        if progress:
            progress(len(batch))
    return _ending(last, witness)


def _witness() -> Head | None:
    try:
        return head.read()
    except Untrusted:
        return None


def _batches() -> Iterator[list[Row]]:
    """All entries by number, as the database holds them: dates unparsed, memory flat."""
    columns = [getattr(Entry, name) for name in (*FIELDS, "hash")]
    select = Entry.select(*columns).order_by(Entry.number).limit(BATCH)
    batch: list[Row] = proxy.execute(select).fetchall()
    while batch:
        yield batch
        batch = proxy.execute(select.where(Entry.number > batch[-1][0])).fetchall()


def _fault(row: Row, last: Head, witness: Head | None) -> str:
    number, previous = row[0], row[-2]
    if number != last.number + 1:
        return MISSING if number > last.number else STRANGE
    if not hmac.compare_digest(str(row[-1]), seal(row[:-1])):
        fresh = witness is None or witness.number == 0
        return KEY if number == 1 and fresh else CHANGED
    if previous != last.hash:
        return UNLINKED
    if witness and witness.number == number and witness.hash != row[-1]:
        return UNLINKED
    return ""


def _at_fault(fault: str, row: Row, last: Head) -> int:
    number: int = last.number + 1 if fault == MISSING else row[0]
    return number


def _ending(last: Head, witness: Head | None) -> Verdict:
    if witness is None:
        return Verdict(last.number, HEAD, last.number or None, last.hash)
    if witness.number > last.number:
        return Verdict(last.number, CUT, last.number + 1, last.hash)
    return Verdict(last.number, hash=last.hash)
