"""Which cells of a row are one cell of the page? Programs that write a table print what a merged cell holds in each of its columns.

Table two has two rows whose last cell spans two columns: 上一年项目数量 | 本年增/减 | 本年增/减. Where their first cell is empty,
the two numbers that are left are not the row's two cells.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.numbers import value_of
from gongkai.indexer.tables.labels import column_words
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form import Row, Table

__all__ = ["by_filled_spans"]

_CELLS = 2  # of the rows that have a merged one
_HEAD = 160  # characters that a head takes


def by_filled_spans(table: Table, text: TableText, rows: Mapping[str, list[Reading]], folded: str) -> dict[str, list[Reading]]:
    """Return the readings of rows whose first cell is empty and whose last one is printed twice; none where no head is so."""
    found: dict[str, list[Reading]] = {}
    for row in table.rows:
        segments = [s for s in text.segments if s.row == row.key and not s.unknown]
        if len(row.columns) != _CELLS or row.key not in rows or len(segments) != 1:
            continue
        spans = _cells(folded, segments[0].start, segments[0].end)
        cells = [folded[a:b].strip() for a, b in spans]
        if len(cells) == _CELLS + 1 and not cells[0] and cells[1] and cells[1] == cells[2]:
            kinds = (column.kind for column in row.columns)
            values = tuple(value_of(folded, *span, kind) for span, kind in zip(spans, kinds, strict=False))
            is_filled = _head_repeats(row, folded[max(0, segments[0].label[0] - _HEAD) : segments[0].label[0]])
            found[row.key] = [Reading(values, placed=True)] if is_filled else []
    return found


def _cells(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the cells between separators on a label's line; none where it has no separators."""
    line = folded.find("\n", start, end)
    end = end if line < 0 else line
    mark = "|" if "|" in folded[start:end] else "\t"
    cuts = [at for at in range(start, end) if folded[at] == mark]
    edges = cuts if mark == "|" and cuts and not folded[cuts[-1] + 1 : end].strip() else [*cuts, end]
    return [(a + 1, b) for a, b in pairwise(edges)]


def _head_repeats(row: Row, above: str) -> bool:
    """Tell whether the head above prints the word of the last column twice, side by side."""
    head = next((line for line in reversed(above.splitlines()) if any(map(str.isalpha, line))), "")
    words = [squeeze_label(word) for word in head.replace("\t", "|").split("|") if word.strip()]
    return len(words) > 1 and words[-1] == words[-2] and words[-1] in list(column_words(row))[-1]
