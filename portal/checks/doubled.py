"""Checks for words typed twice: 的的, 我们我们, a whole phrase again, QQQQ."""

import re
from collections.abc import Iterator

from portal.checks.characters import HAN
from portal.checks.check import Check
from portal.checks.draft import ADVICE
from portal.checks.lines import Change
from portal.checks.manuscript import Manuscript, Problem

# Each character with those before and after which its doubling is good Chinese: 目的的, 的的确确.
_PARTICLES = """
的 目标打有 确士
了 不为除做罢 解结断却然如得
在 现存所潜内外实正旁自 于
和 共温缓平总柔饱谐随 气睦解谐平
与 参赠给付 会
或 _ _
及 以涉普顾触波 时格
为 行认因作成称以较更极最人 了人何民止
以 可所予加难足得用何给 来便及上下内外为
由 理自事案缘来 此于
将 即必终 要来领士军
而 然从反因进继时 且是
从 服听遵跟 业事容而此
于 由关对等位属鉴处基至终低高大小多少 是
该 应不本 校院市县案公
向 方意面导动走志取去倾一风 上下前着
并 合吞兼一 且列行非
这 _ 里个些样次
那 _ 里个些样次
们 _ _
"""

_WORDS = """
检察 机关 法院 公安 工作 人民 案件 我院 本院 我们 他们 你们 进行 以及 因为 所以 但是 通过 关于 对于
根据 按照 其中 同时 应当 已经 没有 这个 问题 情况 规定 法律 社会 中国 国家 干警 依法 开展 群众 部门
提供 要求 组织 单位 活动 服务 监督 办理 查看 时间 地点 电话 公开 会议 领导 市民 企业 学校
"""


def _particle(line: str) -> str:
    word, before, after = line.split()
    return rf"(?<![{before}]){word}{{2,}}(?![{after}])"


_SHORT = re.compile("|".join(map(_particle, _PARTICLES.strip().splitlines())))
_LONG = re.compile(
    rf"(?P<word>{'|'.join(_WORDS.split())})(?P=word)+|(?P<phrase>[{HAN}]{{3,20}})(?P=phrase)+"
)
_LETTERS = re.compile(r"(?<![A-Za-z])(?P<word>[A-Z]{2,5}?)(?P=word)+(?![A-Za-z])")


def _characters(manuscript: Manuscript) -> Iterator[Problem]:
    for passage in manuscript.passages:
        for found in _SHORT.finditer(passage.text):
            word = found[0][0]
            yield passage.problem(
                f"“{found[0]}”重复了，请核对。",
                *found.span(),
                f"改为“{word}”",
                [Change(*found.span(), word)],
            )


def _phrases(manuscript: Manuscript) -> Iterator[Problem]:
    for passage in manuscript.passages:
        for pattern in (_LONG, _LETTERS):
            for found in pattern.finditer(passage.text):
                word = found["word"] or found["phrase"]
                if len(set(word)) > 1 or word == "QQ":
                    yield passage.problem(
                        f"“{word}”连着写了两遍，请核对。",
                        *found.span(),
                        f"只留一个“{word}”",
                        [Change(*found.span(), word)],
                    )


CHARACTER_DOUBLED = Check(
    "character-doubled", ADVICE, "“的的”“了了”多半是多打了一个字。", _characters
)
PHRASE_DOUBLED = Check("phrase-doubled", ADVICE, "连着重复的词句多半是粘贴时的失误。", _phrases)
