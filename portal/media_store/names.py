"""Names on disk: parts of addresses that stay public for ever, so they tell nobody.

Chinese characters are left out, never spelled as pinyin; letters stay as somebody typed them.
"""

import re
import unicodedata
from pathlib import PurePosixPath

from portal import privacy

_LONGEST = 60
_MANY_DIGITS = re.compile(r"\d(?:-?\d){6,}")
_MONTH, _DAY = "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
_DATE = re.compile(rf"20\d\d(?:{_MONTH}{_DAY}|-{_MONTH}-{_DAY})")
"""A day on which an office like this may have made a file; earlier ones are days of birth."""


def stem(name: str) -> str:
    """A short ASCII stem for an uploaded name, without personal data; `file` where nothing is left.

    Whatever the detectors find goes, and so does every run of seven digits or more that is no date.
    """
    bare = PurePosixPath(name.replace("\\", "/")).stem.replace("_", " ")
    plain = unicodedata.normalize("NFKD", _without_data(bare)).encode("ascii", "ignore").decode()
    joined = re.sub(r"[^a-z0-9]+", "-", plain.lower())
    telling_nobody = _MANY_DIGITS.sub(lambda run: run[0] if _DATE.fullmatch(run[0]) else "", joined)
    return re.sub("-+", "-", telling_nobody)[:_LONGEST].strip("-") or "file"


def _without_data(text: str) -> str:
    for found in reversed(privacy.find(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text
