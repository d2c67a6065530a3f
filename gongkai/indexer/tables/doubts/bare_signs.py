"""Has a row of table two as many numbers as cells, and a sign alone besides? 2⏎7⏎减: one of the numbers is another's, the page's."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.rows.cells import Reading

__all__ = ["drop_with_bare_signs"]

# What a template prints before the number of 本年增/减, left there without one; before a number it is that one's sign.
_BARE = expression(r"[\s|]*[增减][加少]?(?=[\s|]|$)(?![\s|]*\d)")


def drop_with_bare_signs(rows: dict[str, Reading], folded: str) -> None:
    """Drop the rows behind one of whose numbers a sign stands alone: its cell is one of the row's."""
    for row, reading in list(rows.items()):
        if all(value.raw for value in reading.values) and any(_BARE.match(folded, value.end) for value in reading.values):
            del rows[row]
