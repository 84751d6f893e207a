"""Numbered pages: which numbers to show, and the words for them."""

from dataclasses import dataclass
from urllib.parse import urlencode

from portal.errors import Missing


def page_number(value: str | None) -> int:
    """The page asked for; raises Missing for anything that is not a page number from 1 on."""
    if value is None:
        return 1
    if not value.isascii() or not value.isdigit() or not int(value[:9]) >= 1 or len(value) > 9:
        raise Missing("页码应当是从 1 开始的数字。")
    return int(value)


@dataclass(frozen=True)
class Pages:
    """The pages of a list at `base`; `query` is what each address carries besides the number."""

    base: str
    number: int
    size: int
    total: int
    query: tuple[tuple[str, str], ...] = ()

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def words(self) -> str:
        """What a list says of itself: how many, and which page of how many."""
        if not self.total:
            return "暂时没有内容"
        pages = f"，第 {self.number} 页，共 {self.last} 页" if self.last > 1 else ""
        return f"共 {self.total} 条{pages}"

    def url(self, number: int) -> str:
        """The address of a page; the first has no number."""
        pairs = [*self.query, *([("page", str(number))] if number > 1 else [])]
        return f"{self.base}?{urlencode(pairs)}" if pairs else self.base

    @property
    def shown(self) -> list[int | None]:
        """First, last and the numbers around the present one; None where some are left out."""
        near = range(self.number - 2, self.number + 3)
        numbers = sorted({1, self.last, *(n for n in near if 1 <= n <= self.last)})
        result: list[int | None] = []
        for number in numbers:
            if result and number - (result[-1] or 0) == 2:
                result.append(number - 1)
            elif result and number - (result[-1] or 0) > 2:
                result.append(None)
            result.append(number)
        return result
