"""Which numbers of the list of 2014 may be less than was printed: the last one of a copy that was cut, digits printed apart?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form_2014 import LIST_2014, STATISTICS_2014

__all__ = ["without_cut_end", "without_digits_apart"]

_LAST_ROW = LIST_2014 + STATISTICS_2014[-1][0]
_APART = expression(r"[ \t]*(\d(?:[ \t]+\d)+)[ \t]*(?=\n|$)")
_CLOSED = expression(r"\|[ \t]*$", re.MULTILINE)
_FEWEST = 3  # lines that close with a bar


def without_cut_end(rows: Mapping[str, Reading], text: TableText, folded: str) -> dict[str, Reading]:
    """Return the readings without a last number behind which nothing stands on the page: 4 may be the beginning of 41.

    At the list's own end it is whole, unless its line alone lacks the bar that closes the others; no count goes on behind 0.
    """
    end = len(folded.rstrip())
    cut = [row for row, reading in rows.items() if (last := reading.values[-1]).end == end and _may_go_on(row, last.raw)]
    bars = len(_CLOSED.findall(folded, text.start, end)) >= _FEWEST
    return {row: reading for row, reading in rows.items() if row not in cut or (row == _LAST_ROW and not bars)}


def _may_go_on(row: str, raw: str) -> bool:
    return raw not in (("",) if row.endswith("wan_yuan") else ("", "0"))  # 0 may be the beginning of 0.5


def without_digits_apart(rows: Mapping[str, Reading], text: TableText, folded: str) -> dict[str, Reading]:
    """Return the readings without 7 of 7 7 7 where other rows print numbers digit by digit: 2 0 6 there is no number thrice."""
    apart = {s.row: found[1].split() for s in text.segments if s.row and (found := _APART.match(folded, s.start, s.end))}
    if all(len(set(digits)) == 1 for digits in apart.values()):
        return dict(rows)
    return {row: reading for row, reading in rows.items() if row not in apart}
