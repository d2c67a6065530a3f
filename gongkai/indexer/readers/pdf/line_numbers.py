"""Does a page number its lines in the margin? Word prints 16, 17, 18 left of the text: no digits of the lines beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gongkai.indexer.readers.pdf.glyph import Glyph
from gongkai.indexer.readers.pdf.glyphs import Sheet
from gongkai.indexer.readers.pdf.words import rows_of

__all__ = ["without_line_numbers"]

FEWEST = 5  # numbered lines: fewer may be items of a list
MOST_LINES = 0.8  # of a page's lines are numbered: all but its head, its foot and its page number
APART = 0.3  # em between a line's number and its text, at least


def without_line_numbers(sheet: Sheet) -> Sheet:
    """Return the sheet without the numbers of its lines: they stand left of all text and count up by one from line to line."""
    rows = rows_of(sheet.glyphs)
    numbers = [_number(row) for row in rows]
    left = min((row[len(own)].x0 for row, own in zip(rows, numbers, strict=True) if len(own) < len(row)), default=0.0)
    numbers = [own for own in numbers if own and own[-1].x1 <= left]
    if len(numbers) < max(FEWEST, MOST_LINES * len(rows)):
        return sheet
    counted = [int("".join(glyph.char for glyph in own)) for own in numbers]
    if any(below != above + 1 for above, below in pairwise(counted)):
        return sheet
    dropped = {id(glyph) for own in numbers for glyph in own}
    return replace(sheet, glyphs=[glyph for glyph in sheet.glyphs if id(glyph) not in dropped])


def _number(row: Sequence[Glyph]) -> Sequence[Glyph]:
    """Return the number that a line begins with and that stands apart from the rest of it."""
    end = 0
    while end < len(row) and row[end].char.isdecimal() and (not end or not _is_apart(row[end - 1], row[end])):
        end += 1
    return row[:end] if end == len(row) or (end and _is_apart(row[end - 1], row[end])) else []


def _is_apart(before: Glyph, glyph: Glyph) -> bool:
    return glyph.x0 - before.x1 > APART * max(before.em, glyph.em)
