"""Conversion: the simplified text becomes HTML by way of mammoth, which sees nothing else."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

import mammoth
from lxml import etree

from portal.word_import.document import WordPicture
from portal.word_import.markup import NAMESPACES, Element

_ROLES = {
    "H2": "h2:fresh",
    "H3": "h3:fresh",
    "H4": "h4:fresh",
    "Body": "p:fresh",
    "Plain": "p.indent-none:fresh",
    "Right": "p.align-right:fresh",
    "Center": "p.align-center:fresh",
    "Bare": "",
    "Bullet1": "ul > li:fresh",
    "Bullet2": "ul > li > ul > li:fresh",
    "Bullet3": "ul > li > ul > li > ul > li:fresh",
    "Bullet4": "ul > li > ul > li > ul > li > ul > li:fresh",
    "Bullet5": "ul > li > ul > li > ul > li > ul > li > ul > li:fresh",
}
_STYLE_MAP = "\n".join(
    [f"p.{name} => {path}" for name, path in _ROLES.items()]
    + ["r.Ruby => ruby", "r.RubyText => ruby > rt:fresh", "u => u"]
)
_DEFINED = [("paragraph", name) for name in _ROLES]
_DEFINED += [("character", "Ruby"), ("character", "RubyText")]
_STYLES = (
    f'<w:styles xmlns:w="{NAMESPACES["w"]}">'
    + "".join(f'<w:style w:type="{kind}" w:styleId="{name}"/>' for kind, name in _DEFINED)
    + "</w:styles>"
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="stub" ContentType="image/png"/></Types>'
)


def to_html(body: Element, links: Mapping[str, str], pictures: Sequence[WordPicture]) -> str:
    """The HTML of a text in the styles of `dressing`; `links` are addresses by relationship id."""

    def refer(image: Any) -> dict[str, str]:
        with image.open() as stub:
            index = int(stub.read())
        return {"src": f"word:{index}", "alt": pictures[index].alt}

    html: str = mammoth.convert_to_html(
        BytesIO(_package(body, links, len(pictures))),
        style_map=_STYLE_MAP,
        include_default_style_map=False,
        include_embedded_style_map=False,
        external_file_access=False,
        convert_image=mammoth.images.img_element(refer),
    ).value
    return html


def _package(body: Element, links: Mapping[str, str], pictures: int) -> bytes:
    """A .docx with this text; each picture is a file that holds its index."""
    targets = [(key, "hyperlink", address) for key, address in links.items()]
    targets += [(f"picture{at}", "image", f"{at}.stub") for at in range(pictures)]
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("word/styles.xml", _STYLES)
        package.writestr("word/document.xml", _document(body))
        package.writestr("word/_rels/document.xml.rels", _relationships(targets))
        for at in range(pictures):
            package.writestr(f"word/{at}.stub", str(at))
    return out.getvalue()


def _document(body: Element) -> bytes:
    """The text as a part; joining the trees instead would take longer than all the rest."""
    start = f'<w:document xmlns:w="{NAMESPACES["w"]}">'
    return b"".join((start.encode(), etree.tostring(body), b"</w:document>"))


def _relationships(targets: Sequence[tuple[str, str, str]]) -> str:
    kinds = NAMESPACES["r"]
    lines = "".join(
        f"<Relationship Id={quoteattr(key)} Type={quoteattr(f'{kinds}/{kind}')}"
        f" Target={quoteattr(address)}/>"
        for key, kind, address in targets
    )
    return f'<Relationships xmlns="{NAMESPACES["rel"]}">{lines}</Relationships>'
