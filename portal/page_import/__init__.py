"""Pages of an old portal, saved as text or HTML, read into articles; nothing here is stored."""

from portal.page_import.page import ImportedPage, NotUnderstood, Repair
from portal.page_import.reading import read_page

__all__ = ["ImportedPage", "NotUnderstood", "Repair", "read_page"]
