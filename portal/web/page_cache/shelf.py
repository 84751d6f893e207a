"""Where finished pages stand: within a bound of memory, the coldest leave first."""

import threading
from collections import OrderedDict
from contextlib import suppress

from portal.web.page_cache.asked import Asked
from portal.web.page_cache.page import Page

Key = str | Asked
"""A path alone stands for its usual variant, which is what is asked for most."""


class Shelf:
    """Pages by what was asked; `bound` is in bytes."""

    def __init__(self, bound: int) -> None:
        self._bound = bound
        self._pages: OrderedDict[Key, Page] = OrderedDict()
        self._sizes: dict[Key, int] = {}
        self._total = 0
        self._changing = threading.Lock()

    def find(self, key: Key) -> Page | None:
        """The page, whatever its generation, which becomes the warmest."""
        page = self._pages.get(key)
        if page is not None:
            with self._changing, suppress(KeyError):  # thrown out by another thread just now
                self._pages.move_to_end(key)
        return page

    def put(self, key: Key, page: Page) -> None:
        """Keep a page, in the place of an older one; the coldest are thrown out for it."""
        with self._changing:
            self._remove(key)
            self._pages[key] = page
            self._sizes[key] = page.size
            self._total += self._sizes[key]
            while self._total > self._bound and self._pages:
                coldest, _ = self._pages.popitem(last=False)
                self._total -= self._sizes.pop(coldest)

    def _remove(self, key: Key) -> None:
        if self._pages.pop(key, None) is not None:
            self._total -= self._sizes.pop(key)

    @property
    def total(self) -> int:
        """Bytes kept."""
        return self._total

    def __len__(self) -> int:
        return len(self._pages)
