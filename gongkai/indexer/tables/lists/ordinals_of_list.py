"""Which numbers of a list of 2014 only number the row below? 收到申请数 件 1 当面申请数 件 35 prints nothing for 收到申请数."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form_2014 import LIST_2014, STATISTICS_2014

__all__ = ["ORDINALS", "without_ordinals"]

# How the keys of rows that the form numbers from 1 begin.
_GROUPS = ("proactive.by_", "response.", "requests.channel.", "requests.closed_", "requests.answered.", "capacity.staff_")
_UNNUMBERED = expression(r"response\.hot_topics|.*_by_head|requests\.answered\.denied\..*")
ORDINALS = {
    LIST_2014 + key: str(number)
    for group in _GROUPS
    for number, key in enumerate(
        (key for key, _, _ in STATISTICS_2014 if key.startswith(group) and not _UNNUMBERED.fullmatch(key)), 1
    )
}
_BEFORE = expression(r"(\d)[ \t|]*\Z")
_NEAR = 6  # characters
_FEWEST = 3  # labels with their ordinals before them: fewer may be numbers that happen to be the same
_MOST = 0.7  # of the labels: numbers that end with the digit of the next one may do so by chance, not so many


def without_ordinals(rows: Mapping[str, Reading], text: TableText, folded: str) -> dict[str, Reading]:
    """Return the readings without those that are the plain ordinal of the next label on the line, or end with it: 条2122政府网站."""
    alone: set[str] = set()
    joined: set[str] = set()
    printed = labels = 0
    for above, below in pairwise(segment for segment in text.segments if segment.row):
        if not above.row or below.row not in ORDINALS:
            continue
        labels += 1
        start = below.label[0]
        number = _BEFORE.search(folded, max(0, start - _NEAR), start)
        if number is None or number[1] != ORDINALS[below.row]:
            continue
        reading = rows.get(above.row)
        if reading and reading.values[0].start < number.start(1) < reading.values[0].end:
            joined.add(above.row)
            continue
        printed += 1
        if reading and reading.values[0].start == number.start(1):
            alone.add(above.row)
    taken = alone if printed >= max(_FEWEST, _MOST * labels) else set()
    if len(joined) >= max(_FEWEST, _MOST * labels):
        taken |= joined | alone
    return {row: reading for row, reading in rows.items() if row not in taken}
