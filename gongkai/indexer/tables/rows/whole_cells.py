"""Which rows hold a number that is only a piece of its cell, or whose cell goes over other rows or columns as well?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from gongkai.indexer import page
from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.rows.cells import Reading

__all__ = ["without_merged", "without_pieces", "word_of"]

_NUMBER, _HAN = expression(r"\d+"), expression("[\u4e00-\u9fff]")


def without_pieces(rows: Mapping[str, Reading], tables: Sequence[page.Table], folded: str) -> dict[str, Reading]:
    """Return the rows but those with a number that is only a piece of its cell: 1<br>6<br>6."""
    broken = [
        (cell, len(found))
        for table in tables
        for row in table.rows
        for cell in row
        if len(found := folded[cell.start : cell.end].split()) > 1 and all(map(str.isdecimal, found))
    ]

    def is_whole(reading: Reading) -> bool:
        for cell, count in broken:
            inside = [value for value in reading.values if value.raw and cell.start <= value.start and value.end <= cell.end]
            if inside and len(inside) != count and (inside[0].start, inside[0].end) != (cell.start, cell.end):
                return False
        return True

    return {row: reading for row, reading in rows.items() if is_whole(reading)} if broken else dict(rows)


def without_merged(rows: Mapping[str, Reading], tables: Sequence[page.Table], folded: str) -> dict[str, Reading]:
    """Return the rows but those with a number whose cell goes over another row as well, which has a label: whose is it?"""
    merged = [
        cell
        for table in tables
        for row, following in pairwise(table.rows)
        for cell in row
        if cell.rowspan > 1
        and _NUMBER.fullmatch(word_of(cell, folded))
        and following
        and _HAN.search(word_of(following[0], folded))
    ]

    def is_alone(reading: Reading) -> bool:
        return not any(cell.start <= value.start < cell.end for cell in merged for value in reading.values if value.raw)

    return {row: reading for row, reading in rows.items() if is_alone(reading)} if merged else dict(rows)


def word_of(cell: page.Cell, folded: str) -> str:
    """Return what a cell says, without what never tells two labels apart."""
    return squeeze_label(folded[cell.start : cell.end])
