"""Pictures on a line of their own: `[[图片 12：替代文字|图注]]`, and `[[原图 1：…]]` for one kept."""

import re
from collections.abc import Callable, Sequence

from portal.errors import Refused
from portal.plain_body import inline, marks
from portal.plain_body.kept import Kept
from portal.sanitiser.tree import Element, Node

Address = Callable[[int], str | None]
"""The address of the picture of that number in the library, or None."""

_PARTS = re.compile(r"((?:\\.|[^|｜\\])*+)[|｜]?(.*)")


def is_picture(block: Element) -> bool:
    """Whether a figure or paragraph holds one picture and, in a figure, perhaps a caption."""
    names = [child.name if isinstance(child, Element) else "" for child in block.children]
    return names == ["img"] or (block.name == "figure" and names == ["img", "figcaption"])


def written(block: Element, kept: Kept) -> str:
    """The line for a figure or paragraph that `is_picture`."""
    number = kept.keep(block)
    image, caption = _parts(block)
    text = _alternative(image)
    if caption:
        text += "|" + inline.written(caption.children, kept)
    return f"[[{marks.OWN_PICTURE} {number}{'：' if text else ''}{text}]]"


def _alternative(image: Element) -> str:
    if "alt" not in image.attributes:
        return ""
    alt = image.attributes["alt"].replace("\\", "\\\\").replace("|", "\\|").replace("｜", "\\｜")
    return alt or marks.DECORATIVE


def read_own(number: str, text: str | None, kept: Kept) -> Element:
    """The kept picture of that number with its texts as they are now."""
    block = kept.find(marks.OWN_PICTURE, number, None, "figure", "p")
    alternative, caption = _texts(text)
    image = _parts(block)[0]
    if alternative:
        image = _image(alternative, image.attributes)
    return _block(block, image, caption, kept)


def read_new(number: str, text: str | None, address: Address, kept: Kept) -> Element:
    """A picture from the library; Refused without a number, a picture or an alternative text."""
    alternative, caption = _texts(text)
    if not number or not alternative:
        raise Refused(
            f"图片标记缺{'替代文字' if number else '编号'}。请写成 [[图片 12：画面内容|图注]]；"
            "只作装饰的写成 [[图片 12：装饰]]。编号在媒体库里查。"
        )
    found = address(int(number))
    if found is None:
        raise Refused(f"第 {int(number)} 号图片不在媒体库里。请到媒体库核对编号，或者先上传。")
    return _block(Element("figure"), _image(alternative, {"src": found}), caption, kept)


def _texts(text: str | None) -> tuple[str, str]:
    """The alternative text, still escaped, and the caption."""
    found = _PARTS.fullmatch(text or "")
    return (found[1].strip(), found[2].strip()) if found else ("", "")


def _image(alternative: str, attributes: dict[str, str]) -> Element:
    alt = "" if alternative == marks.DECORATIVE else marks.unescaped(alternative)
    return Element("img", {**attributes, "alt": alt})


def _block(block: Element, image: Element, caption: str, kept: Kept) -> Element:
    """The picture in a block like this one; in a figure as soon as there is a caption."""
    content: list[Node] = [image]
    if not caption:
        return Element(block.name, dict(block.attributes), content)
    content.append(Element("figcaption", {}, inline.read(caption, kept)))
    attributes = block.attributes if block.name == "figure" else {}
    return Element("figure", dict(attributes), content)


def _parts(block: Element) -> tuple[Element, Element | None]:
    """The image and the caption of a block that `is_picture`."""
    image, *captions = _elements(block.children)
    return image, captions[0] if captions else None


def _elements(nodes: Sequence[Node]) -> list[Element]:
    return [node for node in nodes if isinstance(node, Element)]
