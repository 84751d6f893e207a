"""Text alternatives of pictures as they are stored: the words that may stand for one."""

from portal.alternatives import LONGEST, says_nothing
from portal.errors import Refused
from portal.sanitiser.characters import visible


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
    if says_nothing(alt, label):
        raise Refused(
            f"“{alt}”是文件名或者空话，没有说出图里有什么。请写出图片的内容，例如谁在哪里做什么。",
            "alt",
        )
    return alt
