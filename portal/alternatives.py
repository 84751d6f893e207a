"""Text alternatives of pictures: which words say nothing of what is seen (ATAG 2.0, B.2.3.2)."""

import re
from pathlib import PurePath

LONGEST = 150
"""Characters; it is read out in one go, and what is longer belongs into the text beside it."""

_FILE = re.compile(r".*\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic|svg)", re.I)
_MACHINE = re.compile(
    r"(?:wx_camera|mmexport|mvimg|dsc[nf]?|img|pxl"
    r"|(?:微信|QQ|企业微信|钉钉|屏幕)(?:图片|截图|截屏|照片|快照))?[\d\s_.()（）:-]*"
    r"|(?=[\w-]*\d)[a-z_-]*[\d_-]{2,}[\w-]*"
    r"|[a-z]{2,}[-_]\d+",
    re.I | re.A,
)
_GENERIC = re.compile(
    r"(?:这是)?(?:一?[张幅个])?"
    r"(?:图|图片|照片|图像|图标|图示|插图|配图|题图|封面|封面图|截图|截屏|活动照片|现场照片"
    r"|新建|新建图片|未标题|未命名|无标题|替代文字|说明|无|没有"
    r"|image|img|picture|pic|photo|graphic|icon|logo|untitled|screenshot|alt)"
    r"(?:描述|说明|文字|名称)?[\s\d一二三四五六七八九十（）()_.:。-]*",
    re.I,
)


def says_nothing(alt: str, label: str = "") -> bool:
    """Whether words are a name of the file, called `label`, or would fit any picture.

    No words at all do say something: that the picture is decoration.
    """
    words = alt.strip()[:LONGEST]
    if not words:
        return False
    own = not re.search(r"[\u4e00-\u9fff]", words) and words in (label, PurePath(label).stem)
    return own or any(each.fullmatch(words) for each in (_FILE, _MACHINE, _GENERIC))
