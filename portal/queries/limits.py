"""How large an uploaded file may be: site settings in megabytes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from portal.database import rows
from portal.models import Setting

MOST = 1000
"""Megabytes that no setting exceeds: the server takes no larger request."""
LABELS: Mapping[str, str] = {
    "image_mb": "图片最大多少 MB",
    "video_mb": "视频最大多少 MB",
    "attachment_mb": "附件最大多少 MB",
}


@dataclass(frozen=True)
class Limits:
    """Megabytes of the largest file of each kind; the names are keys of `models.Setting`."""

    image_mb: int = 20
    video_mb: int = 500
    attachment_mb: int = 50

    def by_kind(self) -> dict[str, int]:
        """Bytes by kind of media, as the media store wants them."""
        return {key.removesuffix("_mb"): value * 1024 * 1024 for key, value in asdict(self).items()}


LIMIT_KEYS = tuple(field.name for field in fields(Limits))


def limits() -> Limits:
    """The limits in force; a setting that is no number from 1 to `MOST` counts as not made."""
    select = Setting.select(Setting.key, Setting.value).where(Setting.key.in_(LIMIT_KEYS))
    return Limits(**{key: int(value) for key, value in rows(select) if usable(value)})


def usable(value: str) -> bool:
    """Whether a text is a limit that can be set."""
    return value.isascii() and value.isdigit() and len(value) <= 4 and 1 <= int(value) <= MOST
