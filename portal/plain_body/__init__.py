"""The body of an article as plain text with a few marks, for editors whose scripts are off.

`to_text` shows clean HTML as text, `to_html` reads the text back. Two rules carry the rest:

- One line is one block. Most people here press Enter once between paragraphs, and Word pastes it
  that way; blank lines mean nothing, so one more or less never changes an article.
- What the marks cannot say is kept, not lost: it is shown under a number, which `to_html` looks up
  in the body that the text was made from. Every block is read back before it is shown; where that
  gives anything but the same HTML, the block is kept whole. So an untouched text is the old body.

Numbers at the start of a line (`1.`, 一、) stay text: in official writing they are the author's
own, cited by others. `**` is no mark either: names are masked with it.
"""

from portal.plain_body.body import to_html, to_text
from portal.plain_body.help import HELP

__all__ = ["HELP", "to_html", "to_text"]
