"""Which rows of table three may be the first cells of one and the last of the next, whose label is lost with those between?"""

from __future__ import annotations

from itertools import pairwise

from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.splits import cells_add_up
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form import Table

__all__ = ["doubt_fused"]

_FEWEST = 5  # other rows, which all add up: else it is the agency that adds up wrong


def doubt_fused(table: Table, text: TableText, rows: dict[str, Reading], folded: str) -> None:
    """Drop a row, a cell a line, that alone does not add up, where the row below it is printed nowhere.

    A copy that lost as many lines as a row has, from the middle of one on, leaves a full row of both.
    """
    wrong = [row for row, reading in rows.items() if not cells_add_up(reading.values)]
    if len(wrong) != 1 or len(rows) <= _FEWEST or not _is_cell_a_line(rows[wrong[0]], folded):
        return
    keys = [row.key for row in table.rows]
    below = keys[keys.index(wrong[0]) + 1 :] if wrong[0] in keys else []
    if below and below[0] not in text.rows and below[0] not in rows:
        del rows[wrong[0]]


def _is_cell_a_line(reading: Reading, folded: str) -> bool:
    return all("\n" in folded[a.end : b.start] for a, b in pairwise(reading.values))
