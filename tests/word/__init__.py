"""Word files for tests, built from XML: the parts of a .docx, and short ways to write them."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from PIL import Image

_OFFICE = "http://schemas.openxmlformats.org/"
W = f"{_OFFICE}wordprocessingml/2006/main"
NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": W,
        "r": f"{_OFFICE}officeDocument/2006/relationships",
        "m": f"{_OFFICE}officeDocument/2006/math",
        "a": f"{_OFFICE}drawingml/2006/main",
        "c": f"{_OFFICE}drawingml/2006/chart",
        "pic": f"{_OFFICE}drawingml/2006/picture",
        "wp": f"{_OFFICE}drawingml/2006/wordprocessingDrawing",
        "mc": f"{_OFFICE}markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = (
    f'{_DECLARATION}<Types xmlns="{_OFFICE}package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_KINDS = ("styles", "numbering", "settings", "footnotes", "endnotes")


def docx(
    *blocks: str,
    numbering: str = "",
    styles: str = "",
    links: Mapping[str, tuple[str, str, bool]] | None = None,
    files: Mapping[str, bytes | str] | None = None,
    **parts: str,
) -> bytes:
    """A .docx; `links` are (kind, target, external) by relationship id, `files` further entries."""
    contents = {"numbering": numbering, "styles": styles, **parts}
    entries: dict[str, bytes | str] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relationships({"rId1": ("officeDocument", "word/document.xml", False)}),
        "word/document.xml": part("document", f"<w:body>{''.join(blocks)}</w:body>"),
    }
    targets = {kind: (kind, f"{kind}.xml", False) for kind in _KINDS if contents.get(kind)}
    entries["word/_rels/document.xml.rels"] = relationships({**targets, **(links or {})})
    for kind in targets:
        entries[f"word/{kind}.xml"] = part(kind, contents[kind])
    return zipped({**entries, **(files or {})})


def zipped(entries: Mapping[str, bytes | str]) -> bytes:
    """A zip file."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes | str]:
    """The entries of a zip file."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(kind: str, content: str) -> str:
    """An XML part, with every namespace declared."""
    return f"{_DECLARATION}<w:{kind} {NAMES}>{content}</w:{kind}>"


def relationships(targets: Mapping[str, tuple[str, str, bool]]) -> str:
    """A part that lists relationships."""
    outside = ' TargetMode="External"'
    lines = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}officeDocument/2006/relationships/{kind}"'
        f" Target={quoteattr(target)}{outside * external}/>"
        for key, (kind, target, external) in targets.items()
    )
    names = f"{_OFFICE}package/2006/relationships"
    return f'{_DECLARATION}<Relationships xmlns="{names}">{lines}</Relationships>'


def p(text: str = "", settings: str = "", content: str = "", mark: str = "") -> str:
    """A paragraph; `settings` are elements of pPr, `mark` those of the paragraph mark."""
    marks = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{settings}{marks}</w:pPr>{r(text) if text else ''}{content}</w:p>"


def r(text: str, settings: str = "") -> str:
    """A run; `settings` are elements of rPr."""
    words = f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:r><w:rPr>{settings}</w:rPr>{words}</w:r>"


def numbered(text: str, num: int | None, level: int | None = None, settings: str = "") -> str:
    """A paragraph with numbering of its own."""
    parts = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    parts += "" if num is None else f'<w:numId w:val="{num}"/>'
    return p(text, f"{settings}<w:numPr>{parts}</w:numPr>")


def styled(text: str, style: str, settings: str = "") -> str:
    """A paragraph of a style."""
    return p(text, f'<w:pStyle w:val="{style}"/>{settings}')


def level(
    at: int,
    form: str = "decimal",
    pattern: str | None = None,
    more: str = "",
    start: int | None = 1,
    suffix: str = "nothing",
) -> str:
    """A level of a list."""
    text = f"%{at + 1}." if pattern is None else pattern
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{at}">{begin}<w:numFmt w:val="{form}"/>{more}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val={quoteattr(text)}/></w:lvl>'
    )


def definition(key: int, *levels: str) -> str:
    """A definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, overrides: str = "") -> str:
    """A list by a definition."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def start(at: int, value: int) -> str:
    """An override: the list begins anew at a level."""
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def style(
    key: str, name: str = "", base: str = "", p_settings: str = "", r_settings: str = "",
    kind: str = "paragraph", more: str = "",
) -> str:  # fmt: skip
    """A style."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"{more}><w:name w:val="{name or key}"/>{based}'
        f"<w:pPr>{p_settings}</w:pPr><w:rPr>{r_settings}</w:rPr></w:style>"
    )


def table(*rows: str, settings: str = "") -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr>{settings}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str, settings: str = "") -> str:
    """A row; cells that are plain text are written as cells."""
    written = [each if each.startswith("<") else cell(each) for each in cells]
    return f"<w:tr><w:trPr>{settings}</w:trPr>{''.join(written)}</w:tr>"


def cell(text: str = "", settings: str = "", content: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{content or p(text)}</w:tc>"


def picture(key: str, alt: str = "", crop: str = "", more: str = "", attributes: str = "") -> str:
    """A run with a picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr={quoteattr(alt)}'
        f" {attributes}>{more}</wp:docPr><a:graphic><a:graphicData><pic:pic><pic:nvPicPr/>"
        f'<pic:blipFill><a:blip r:embed="{key}"/>{crop}</pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def image(form: str = "PNG", size: tuple[int, int] = (60, 40)) -> bytes:
    """An encoded picture, red on the left and white on the right."""
    drawing = Image.new("RGB", size, "white")
    drawing.paste("red", (0, 0, size[0] // 2, size[1]))
    out = BytesIO()
    drawing.save(out, form)
    return out.getvalue()
