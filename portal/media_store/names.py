"""Names on disk: parts of addresses that stay public for ever, so they tell nobody.

Chinese characters are left out, never spelled as pinyin; letters stay as somebody typed them.
"""

import re
import unicodedata
from pathlib import PurePosixPath

from portal import privacy
from portal.times import now

_LONGEST = 60
_DIGITS = re.compile(r"\d(?:-?\d){6,}|(?:19|20)\d\d-\d-\d(?!\d)")
"""Seven digits or more, or the shortest day."""
_MONTH, _DAY = "(?:0?[1-9]|1[0-2])", "(?:0?[1-9]|[12][0-9]|3[01])"
_DATED = re.compile(
    rf"(20\d\d)(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])|-{_MONTH}-{_DAY}|-(20\d\d))(?!\d)"
)
"""The day or the years that a file is about."""
_YEARS = 10
"""So many years back, and one ahead, an office makes files about; what is older may be a birth."""


def stem(name: str) -> str:
    """A short ASCII stem for an uploaded name, without personal data; `file` where nothing is left.

    Whatever the detectors find goes, and so does every run of seven digits or more but for a day
    or years of late with which it begins.
    """
    bare = PurePosixPath(name.replace("\\", "/")).stem.replace("_", " ")
    plain = unicodedata.normalize("NFKD", _without_data(bare)).encode("ascii", "ignore").decode()
    joined = re.sub(r"[^a-z0-9]+", "-", plain.lower())
    return re.sub("-+", "-", _DIGITS.sub(_date_in, joined))[:_LONGEST].strip("-") or "file"


def _date_in(run: re.Match[str]) -> str:
    """The recent date with which a run of digits begins; empty when it has none."""
    found = _DATED.match(run[0])
    this = now().year
    years = [int(year) for year in found.groups() if year] if found else []
    recent = all(this - _YEARS <= year <= this + 1 for year in years)
    return found[0] if found and recent else ""


def _without_data(text: str) -> str:
    for found in reversed(privacy.find(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text
