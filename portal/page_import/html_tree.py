"""A saved HTML page as a tree, and what its head says: meta tags and the window title."""

import re
from typing import Any

from lxml import etree, html

from portal.page_import.head import Hints
from portal.page_import.labels import Labels, read_date
from portal.page_import.page import NotUnderstood

_TAGS = re.compile(
    r"<(?:!doctype|html|head|meta|title|body|table|div|p|br|span|font)\b", re.IGNORECASE
)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>", re.IGNORECASE)
# What stands after an early </html> would be parsed as a second document.
_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_DEEPEST, _MOST_ELEMENTS = 1000, 50_000
_NO_VALUES = {"null", "undefined", "none"}

Element = Any  # lxml has no type stubs


def is_html(text: str) -> bool:
    """Whether a text is HTML rather than plain text."""
    return bool(_TAGS.search(text))


def parse(text: str) -> Element:
    """The root of the tree; `NotUnderstood` for frames and for trees beyond all measure."""
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        whole = _ENDS.sub("", _XML_DECLARATION.sub("", text))
        root = html.document_fromstring(whole, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise NotUnderstood("网页的代码无法解析；请在浏览器里打开后重新保存，再导入。") from error
    if root.find(".//frameset") is not None:
        raise NotUnderstood("这是框架页，文章在另一个文件里；请在框架里打开文章再保存。")
    _refuse_monsters(root)
    return root


def read_hints(root: Element) -> Hints:
    """What the page's head tells about the article."""
    meta = {
        (each.get("name") or "").lower(): " ".join((each.get("content") or "").split())
        for each in root.iter("meta")
    }
    meta = {name: value for name, value in meta.items() if value.lower() not in _NO_VALUES}
    published, has_time = read_date(meta.get("pubdate") or meta.get("publishdate") or "") or (
        None,
        False,
    )
    return Hints(
        title=meta.get("articletitle", ""),
        window_title=" ".join((root.findtext(".//title") or "").split()),
        section_name=meta.get("columnname", ""),
        labels=Labels(
            published,
            has_time,
            author=meta.get("author", "") if "articletitle" in meta else "",
            source=meta.get("contentsource", ""),
        ),
    )


def _refuse_monsters(root: Element) -> None:
    depth = elements = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > _DEEPEST or elements > _MOST_ELEMENTS:
            raise NotUnderstood("网页的代码层次太深或太长；请只保存文章所在的部分，再导入。")
