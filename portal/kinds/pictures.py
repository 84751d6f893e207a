"""图说类: a story in pictures, each with its text alternative and its words beside it."""

from portal.kinds.base import Kind

PICTURES = Kind(
    "pictures",
    "图说",
    listing="cards",
    block="cards",
    body="pictures",
    page_size=12,
    roles=("picture",),
)
