"""Article bodies as they are shown: images with size and lighter copies, tables that can scroll."""

import html
import re
from collections.abc import Mapping

from portal.queries.media import Picture

SIZES = "(min-width: 48em) 42rem, 100vw"
FRAME = '<div class="table-frame" role="group" aria-label="表格，可左右滚动" tabindex="0">'
_IMAGE = re.compile(r"<img ([^>]*)>")
_SOURCE = re.compile(r'src="([^"]*)"')


def dress(body: str, pictures: Mapping[str, Picture]) -> str:
    """The clean HTML `body` with each known image as a `picture` element, each table in a frame.

    A frame that can take focus lets the keyboard scroll a table wider than the screen. The sanitiser writes attributes in one form only, quoted and escaped, which is what makes a
    pattern enough here. An image that the library does not know stays as it is.
    """

    def replace(match: re.Match[str]) -> str:
        source = _SOURCE.search(match[1])
        picture = pictures.get(html.unescape(source[1])) if source else None
        return _element(match[1].rstrip(" /"), picture) if picture else match[0]

    framed = body.replace("<table", f"{FRAME}<table").replace("</table>", "</table></div>")
    return _IMAGE.sub(replace, framed)


def _element(attributes: str, picture: Picture) -> str:
    sources = "".join(
        f'<source type="{mime}" srcset="{html.escape(srcset)}" sizes="{SIZES}">'
        for mime, srcset in picture.sets[:-1]
    )
    size = f'width="{picture.width}" height="{picture.height}"'
    image = f'<img {attributes} {size} loading="lazy" decoding="async">'
    return f"<picture>{sources}{image}</picture>"
