"""Does the head of a row of table two name a column fewer than the form? 信息内容 | 本年废止件数 | 现行有效件数 | |.

Separators behind it make cells enough for the form's columns, so that the row's first numbers are taken for the form's first.
"""

from __future__ import annotations

from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.labels import column_of, column_words
from gongkai.mappings.form import Row

__all__ = ["misplaced"]

_APART = "|"


def misplaced(row: Row, head: str) -> set[str]:
    """Return the keys of a row's columns that do not stand at their places below a head that names fewer of them, each by a word of the form.

    The head is the text from its first cell to the label below, on one line. A column that it does not name stands at its place
    where nothing is printed above that: its word alone is lost.
    """
    line = head.strip("\n")
    if "\n" in line or not line.strip().startswith(_APART):
        return set()
    cells = [squeeze_label(cell) for cell in line.split(_APART)[1:]]
    words = [word for word in cells if word]
    columns = column_words(row)
    if not 0 < len(words) < len(columns) or not frozenset().union(*columns).issuperset(words):
        return set()
    at_home = {i for i, (cell, named) in enumerate(zip(cells, columns, strict=False)) if cell in named}
    elsewhere = {column_of(cell, columns) for i, cell in enumerate(cells) if cell and i not in at_home}
    taken = {i for i, cell in enumerate(cells) if cell}
    return {column.key for i, column in enumerate(row.columns) if i not in at_home and (i in taken or i in elsewhere)}
