"""Mutations of the hostile corpus: the same ones every time for the same seed."""

import random
import re
from collections.abc import Iterator

from tests.hostile.corpus import samples

CORPUS = [sample.html for sample in samples()]

PIECES = re.findall(
    r"\S+",
    """< > " ' & </p> <p> <table> <tr> <td> </table> <svg> </svg> <math> <mtext> <mglyph>
<style> </style> <title> </title> --!> <!-- --> &#x3c; &lt; &amp; {null} onclick=pwned()
hx-get=/pwned href=javascript:pwned() src=//evil.example <a {space}href=/x> </a> <b> </b> <em>
<li> <ul> </ul> <ol> <pre> <h2> <blockquote> <figure> <figcaption> <caption> <br> <hr> <ruby> <rt>
<rp> <select> <option> <template> <textarea> <form> <noscript> <iframe> <xmp> <plaintext> <o:p/>
<span{space}lang=zh> <script> </script> <img{space}src=/media/a/b.jpg> <sub> <div> </div>
<foreignObject> <desc> <annotation-xml{space}encoding=text/html> ]]> <![CDATA[ `""",
)


def mutations(seed: int, count: int) -> Iterator[str]:
    """So many samples with pieces put in, taken out, doubled, and mixed with one another."""
    rng = random.Random(seed)  # noqa: S311 - has to be repeatable, not secret
    for _ in range(count):
        yield _mutation(rng)


def _mutation(rng: random.Random) -> str:
    html = rng.choice(CORPUS)[:400]
    for _ in range(rng.randint(1, 5)):
        start = rng.randint(0, len(html))
        end = start + rng.randint(0, 12)
        piece = rng.choice(PIECES).replace("{null}", "\0").replace("{space}", " ")
        middle = rng.choice(["", piece, piece, html[start:end] * 2, rng.choice(CORPUS)[:200]])
        html = html[:start] + middle + html[end if rng.random() < 0.5 else start :]
    return html
