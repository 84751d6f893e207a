"""视频类: one video with captions, and a transcript on the page."""

from portal.kinds.base import Field, Kind

VIDEOS = Kind(
    "videos",
    "视频",
    listing="cards",
    block="cards",
    body="video",
    page_size=12,
    fields=(
        Field("transcript", "文字稿", "text", hint="看到的和听到的都写下来，空一行分段。"),
        Field("duration", "时长（秒）", "number", required=False),
    ),
    roles=("video", "captions"),
)
