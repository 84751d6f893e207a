"""The wording of an article: half-width punctuation repaired, doubled letters only named."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from portal.page_import.blocks import Run
from portal.page_import.page import Repair

_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_HALF_WIDTH = re.compile(rf"(?<=[{_HAN}》」』）】”’])([,;:?!])( *)(?=[{_HAN}《「『（【“‘])")
_DOUBLED = re.compile(r"(?<![A-Za-z])([A-Za-z]{2,5}?)\1+(?![A-Za-z])")


class Punctuation:
    """Repairs half-width punctuation between Chinese characters and keeps count for the report."""

    def __init__(self) -> None:
        self._found: Counter[str] = Counter()

    def repaired(self, text: str) -> str:
        """The text with full-width punctuation where Chinese stands on both sides of it."""
        return _HALF_WIDTH.sub(self._replace, text)

    def repaired_run(self, run: Run) -> Run:
        """The same for a run of a block."""
        return replace(run, text=self.repaired(run.text))

    def repairs(self) -> list[Repair]:
        """One repair that sums up all of them, or none."""
        if not self._found:
            return []
        after: Counter[str] = Counter()
        for written, count in self._found.items():
            after[_FULL_WIDTH[written[0]]] += count
        where = f"全文 {self._found.total()} 处，两边都是汉字的半角标点"
        return [Repair("标点", where, _listed(self._found), _listed(after))]

    def _replace(self, found: re.Match[str]) -> str:
        self._found[found[0]] += 1
        return _FULL_WIDTH[found[1]]


def doubled_letters(texts: Iterable[str]) -> list[str]:
    """A warning for every Latin word that is one piece written twice or more: QQQQ群."""
    warnings = []
    for text in texts:
        for found in _DOUBLED.finditer(text):
            around = text[max(0, found.start() - 6) : found.end() + 6]
            if set(found[0]) != {"A"}:  # AAAA 级 is a grade
                warnings.append(f"“{around}”里的“{found[0]}”可能重复了；没有改动，请人工核对。")
    return warnings


def _listed(counts: Counter[str]) -> str:
    return "、".join(f"“{mark}”{count} 处" for mark, count in counts.items())
