"""Search tokens: text and question are folded alike, and each pair of neighbours is one token.

`fold` says what does not count (width, case, traditional forms, blanks beside Chinese) and leaves a
string of signs: letters and digits, with a marker where punctuation or a line break stood and
another where a blank parts two Latin words. A search finds an article exactly when the folded
question is a part of its folded text. The pairs make that fast: as a phrase, side by side, they
stand only where the characters do.
"""

from portal.tokens.folding import BLANK, BREAK, fold
from portal.tokens.pairs import phrase, tokens
from portal.tokens.question import Word, words

__all__ = ["BLANK", "BREAK", "Word", "fold", "phrase", "tokens", "words"]
