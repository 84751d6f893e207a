"""Word files (.docx) read into articles; nothing here is stored.

The way through: `package` opens the file only as far as it is safe; `manuscript` reads its parts and
accepts tracked changes; `labels` writes automatic numbers as text; `hidden`, `pictures`, `links`
and `tables` leave nothing but plain text in a few styles; mammoth makes that into HTML.
"""

from portal.word_import.document import WordDocument, WordPicture
from portal.word_import.limits import Limits
from portal.word_import.reading import read_document

__all__ = ["Limits", "WordDocument", "WordPicture", "read_document"]
