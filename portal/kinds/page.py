"""单页类: the section is one page; its newest live article is shown at the section's address."""

from portal.kinds.base import Kind

PAGE = Kind("page", "单页", single=True)
