"""The readable difference between two revisions: which words changed, and which formats.

A body is taken apart into the pieces that a reader sees one after the other (paragraphs, items,
rows, pictures). Pieces that stayed are found first, then pieces that are alike, and only within
those are words compared. Nothing is ever left out: the runs that stayed and those that went are
the old text, the runs that stayed and those that came are the new one.
"""

from portal.differences.bodies import bodies
from portal.differences.results import Block, Gap, Run
from portal.differences.telling import folded, summary
from portal.differences.wording import lines

__all__ = ["Block", "Gap", "Run", "bodies", "folded", "lines", "summary"]
