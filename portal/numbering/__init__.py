"""Numbered headings: reading their labels, and restoring numerals that were lost."""

from portal.numbering.labels import ARABIC, CHINESE, Label, is_heading_like, label_of
from portal.numbering.rescue import Doubt, Paragraph, Restoration, rescue

__all__ = [
    "ARABIC",
    "CHINESE",
    "Doubt",
    "Label",
    "Paragraph",
    "Restoration",
    "is_heading_like",
    "label_of",
    "rescue",
]
