"""Text alternatives of pictures: what may stand for one (ATAG 2.0, B.2.3.2)."""

import re
from pathlib import Path

from portal.errors import Refused
from portal.sanitiser.characters import visible

LONGEST = 300
"""Characters; what is longer belongs into the text beside the picture."""

_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|heic|bmp|tiff?)", re.I)
_MACHINE = re.compile(
    r"(?:img|dscn?|pxl|mvimg|wx_camera|mmexport|screenshot|image|photo|picture|pic"
    r"|微信图片|微信截图|QQ图片|QQ截图|屏幕截图|截图|截屏|未命名|无标题|新建)?"
    r"[\s_.()（）:-]*[\d\s_.()（）:-]*",
    re.I,
)
_GENERIC = re.compile(
    r"(?:这是)?(?:一[张幅个])?(?:图片|照片|图像|图|插图|配图|封面|封面图|题图|活动照片|现场照片"
    r"|替代文字|说明|无|没有|image|photo|picture|alt)[\d一二三四五六七八九十]*[。.]?",
    re.I,
)


def alternative(text: str, *, decorative: bool, label: str = "") -> str:
    """The storable text alternative; raises Refused when it says nothing about the picture."""
    alt = " ".join(visible(text).split())
    if decorative:
        if alt:
            raise Refused("勾选了“装饰图片”就不用写替代文字，请留下一样。", "alt")
        return ""
    if not alt:
        raise Refused("请写替代文字。如果图片只是装饰、没有内容，请勾选“装饰图片”。", "alt")
    if len(alt) > LONGEST:
        raise Refused(f"替代文字最多 {LONGEST} 个字，更长的内容请写进正文。", "alt")
    _refuse_empty_words(alt, label)
    return alt


def _refuse_empty_words(alt: str, label: str) -> None:
    own = not re.search(r"[\u4e00-\u9fff]", alt) and alt in (label, Path(label).stem)
    if own or _FILE.fullmatch(alt) or _MACHINE.fullmatch(alt):
        raise Refused(f"“{alt}”像是文件名，听的人不知道图里有什么。请写出图片的内容。", "alt")
    if _GENERIC.fullmatch(alt):
        raise Refused(f"“{alt}”没有说出图里有什么。请写出图片的内容，例如谁在哪里做什么。", "alt")
