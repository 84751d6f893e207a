"""How large and how deep a Word file may be, so that a hostile one costs seconds at most."""

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds of one upload; sizes in bytes, the defaults fit a report of some 300 pages."""

    upload: int = 20 * _MEGABYTE
    """The file as it arrives."""
    entries: int = 2_000
    """Files inside the file."""
    unpacked: int = 150 * _MEGABYTE
    """All files inside, unpacked."""
    part: int = 32 * _MEGABYTE
    """One XML file inside, unpacked."""
    ratio: int = 250
    """How often an XML file of more than a megabyte may be larger than its packed form."""
    elements: int = 500_000
    """Elements of any XML file."""
    depth: int = 200
    """Elements inside each other in any XML file."""
    nesting: int = 50
    """Elements inside each other in the text that is left: about twelve tables in one another."""
    blocks: int = 20_000
    """Paragraphs, rows and cells together; the sanitiser takes no more."""
    runs: int = 60_000
    """Stretches of text that look alike."""
    characters: int = 400_000
    """Characters of text."""
    pictures: int = 200
    """Pictures; the rest is left out with a notice."""
    pixels: int = 50_000_000
    """Pixels of one picture; a larger one is left out with a notice."""
    pixels_together: int = 200_000_000
    """Pixels of all pictures: each is decoded, shrunk and encoded several times, and few bytes
    can stand for many pixels. The rest is left out with a notice."""
