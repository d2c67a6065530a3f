"""Which column of a ruled table is which? Needed where a table prints more columns than the form: 序号, 小计, 上年, 备注.

Numbers in a row tell whose they are only while there are as many cells as columns. A table that prints more, or in
another order, is read by the words of its own head, each of which must stand above one column.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from gongkai.indexer import page
from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.numbers import Value, value_of
from gongkai.indexer.tables.labels import ROW_NUMBERS, RULINGS, column_words, rulings_in_order
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.row_numbers import counts_up
from gongkai.indexer.tables.rows.shared_cells import are_several
from gongkai.indexer.tables.rows.splits import cells_add_up
from gongkai.indexer.tables.rows.whole_cells import word_of
from gongkai.indexer.tables.solve import blocks_add_up, lost_a_cell
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.mappings.form import Column, Row, Table
from gongkai.report import State

__all__ = ["lies_in", "odd_words", "ranges_of", "read_by_head", "review_cells", "spaced_apart", "wide_rows"]

_MOST_CELLS = 4_000
_REVIEW, _BLOCK = 15, 5  # cells of table four, and of each of its blocks
_COUNTED = list(range(1, _REVIEW + 1))  # the columns' numbers: as figures they would not add up
_MERGED = 2  # rulings over which a cell stands
_PARAGRAPH = 2  # cells of a row that may hold one, of a page that is all one table
_ODD = 3  # of them that may be no numbers
_NUMBER = expression(r"\d+")
_HAN = expression("[\u4e00-\u9fff]")
Grid = list[list[page.Cell | None]]
Head = tuple[list[int], int, frozenset[int]]


def lies_in(text: TableText, table: page.Table) -> bool:
    """Tell whether a table of the page's markup and a table of the form share some of the page's text."""
    return (span := table.span) is not None and span[0] < text.end and text.start < span[1]


def ranges_of(tables: Sequence[page.Table], folded: str) -> list[tuple[int, int]]:
    """Return where the page's tables begin and end; one whose first row is nothing but numbers goes on right below a head.

    Below a row of numbers such a one may be the page's: links to other pages, | 1 | 2 | 3 |.
    """
    ranges: list[tuple[int, int]] = []
    is_head = False  # the row above has no numbers
    for table in tables:
        if (span := table.span) is None:
            continue
        first, last = ([bool(_NUMBER.fullmatch(word_of(cell, folded))) for cell in table.rows[at]] for at in (0, -1))
        if is_head and folded[ranges[-1][1] : span[0]].isspace() and len(first) > 1 and all(first):
            ranges[-1] = ranges[-1][0], span[1]
        else:
            ranges.append(span)
        is_head = not any(last)
    return ranges


def _grids(text: TableText, tables: Sequence[page.Table]) -> Iterator[Grid]:
    """Yield the grids of the page's tables that lie in the table of the form."""
    for table in tables:
        cells = [cell for row in table.rows for cell in row]
        if (
            lies_in(text, table)
            and len(cells) <= _MOST_CELLS
            and sum(cell.colspan * cell.rowspan for cell in cells) <= 4 * _MOST_CELLS
        ):
            yield table.grid()


def _placed(text: TableText, grid: Grid, folded: str) -> Iterator[tuple[str, int, int]]:
    """Yield for each row of the form where its label stands: row and last column of the grid."""
    places: dict[int, tuple[page.Cell, int, int]] = {}
    for r, line in enumerate(grid):
        for c, cell in enumerate(line):
            if cell and places.get(cell.start, (cell, r))[1] == r:
                places[cell.start] = cell, r, c
    starts = sorted(places)
    labels: dict[page.Cell, dict[str, tuple[Segment, int, int]]] = {}
    for segment in text.segments:
        index = bisect_right(starts, segment.label[0]) - 1
        if segment.row is None or segment.unknown or index < 0:
            continue
        cell, r, c = places[starts[index]]
        if segment.label[0] < cell.end:
            labels.setdefault(cell, {})[segment.row] = segment, r, c
    for cell, rows in labels.items():
        if not are_several(rows):  # the numbers beside two labels are nobody's
            yield from ((row, r, c) for row, (segment, r, c) in rows.items() if not _goes_on(segment, cell, folded))


def _goes_on(segment: Segment, cell: page.Cell, folded: str) -> bool:
    """Tell whether more words stand in the cell behind a label of table two, which name another row: 行政强制执行."""
    of_two = segment.row is not None and segment.row.startswith("proactive.")
    return of_two and _HAN.match(squeeze_label(folded[segment.label[1] : cell.end])) is not None


def wide_rows(table: Table, text: TableText, tables: Sequence[page.Table], folded: str) -> tuple[set[str], set[str]]:
    """Return the rows behind whose label the page has more cells than the form, and those of them that may not stand as they are.

    More cells that are empty may only pad a row whose others are all filled.
    """
    expected = {row.key: len(row.columns) for row in table.rows}
    wide, unsure = set(), set()
    for grid in _grids(text, tables):
        for key, r, column in _placed(text, grid, folded):
            start = grid[r][column].start  # type: ignore[union-attr]
            cells = list(dict.fromkeys(cell for cell in grid[r][column + 1 :] if cell and cell.start > start))
            filled = [i for i, cell in enumerate(cells) if cell.end > cell.start]
            if filled and len(cells) > expected.get(key, len(cells)):
                wide.add(key)
                if filled[-1] - filled[0] + 1 > expected[key] or len(filled) < expected[key]:
                    unsure.add(key)
    return wide, unsure


def read_by_head(table: Table, text: TableText, tables: Sequence[page.Table], folded: str) -> dict[str, Reading]:
    """Return the rows whose columns the head of their grid names, each once, and whose numbers add up."""
    rows = {row.key: row for row in table.rows}
    found: dict[str, Reading] = {}
    for grid in _grids(text, tables):
        placed = list(_placed(text, grid, folded))
        first = min((r for _, r, _ in placed), default=0)
        widest = max((sum(map(bool, grid[r])) for _, r, _ in placed), default=0)
        one_head = table.key == "requests"
        last = {r: label for _, r, label in sorted(placed, key=lambda place: place[2])}  # behind a group's heading a row's label
        heads: dict[tuple[tuple[Column, ...], int, int], Head | None] = {}  # by columns, first row below, and label's column
        above = grid[: first if one_head else max(last, default=0)]
        words = [[word_of(cell, folded) if cell else "" for cell in line] for line in above]
        for key, r, label in placed:
            if label == last[r] and key in rows and key not in found:
                of = rows[key].columns, first if one_head else r, label
                if of not in heads:
                    heads[of] = _head(rows[key], grid, of[1], label, words)
                if (head := heads[of]) is None:
                    continue
                columns, edge, counted = head
                counted |= {c for c in range(label + 1, min(columns)) if one_head and counts_up(_down(grid[first:], c, folded))}
                if reading := _reading(rows[key], grid[r], label, columns, edge, counted, folded):
                    is_short = not reading.values[-1].raw and sum(map(bool, grid[r])) < widest
                    if not is_short:
                        found[key] = reading
    return found


def _head(row: Row, grid: Grid, r: int, label: int, words: Sequence[Sequence[str]]) -> Head | None:
    """Return the column of each of the row's figures, the last one that has a word in the rows of its head, those of its number.

    Every column right of the label must have a word above it.
    """
    columns: list[int] = []
    above = [
        (c, cell, word)
        for line, printed in zip(grid[:r], words, strict=False)
        for c, (cell, word) in enumerate(zip(line, printed, strict=True))
        if cell and word
    ]
    lines: set[int] = set()  # where the cells of the head begin
    for named in column_words(row):
        heads = [(c, cell) for c, cell, word in above if c > label and word in named]
        lines |= {cell.start for _, cell in heads}
        places = {c for c, _ in heads}
        if (
            not places
            or len(places) > max(cell.colspan for _, cell in heads)
            or {grid[r][c] for c in places} != {grid[r][min(places)]}
        ):
            return None
        columns.append(min(places))
    single = {c for c, cell, _ in above if cell.colspan == 1}
    if not single >= set(range(min(columns), max(columns) + 1)) or len(set(columns)) < len(columns):
        return None
    edge = max(
        c for line in grid[:r] if any(cell and cell.start in lines for cell in line) for c, cell in enumerate(line) if cell
    )
    return columns, edge, frozenset(c for c, _, word in above if word in ROW_NUMBERS)


def _down(grid: Grid, column: int, folded: str) -> list[str]:
    """Return what the cells of a column say from there on."""
    return [word_of(cell, folded) for line in grid if (cell := line[column])]


def review_cells(text: TableText, tables: Sequence[page.Table], folded: str) -> Reading | None:
    """Return the one row of fifteen cells of a ruled table four, nearly all of them numbers; a label may stand before them.

    Or, below a head that is printed whole, a row whose cells are all empty, where no number follows.
    """
    found, empty = [], []
    for table in tables:
        if not lies_in(text, table):
            continue
        rulings = 0
        for number, row in enumerate(table.rows):
            words = [word for cell in row if (word := word_of(cell, folded)) in RULINGS]
            rulings += len(words)
            if len(words) >= _BLOCK and not rulings_in_order(words):
                return None
            cells = row[1:] if len(row) == _REVIEW + 1 and _is_labelled(row, folded) else row
            if cells and text.start <= cells[0].start:
                found += _with_two_merged(cells, folded)
            if len(cells) != _REVIEW or not text.start <= cells[0].start:
                continue
            values = tuple(value_of(folded, cell.start, cell.end, "count") for cell in cells)
            if lost_a_cell(Reading(values)):
                return None
            if values[0].state is State.ILLEGIBLE and _HAN.search(values[0].raw):
                continue  # the row's label: one of its cells is lost
            if sum(value.state is State.ILLEGIBLE for value in values) <= _ODD and any(
                value.value is not None for value in values
            ):
                found.append(Reading(values))
            elif rulings >= _REVIEW and all(value.state is State.BLANK for value in values):
                empty += [] if _numbers_follow(table.rows[number + 1 :], folded) else [Reading(values)]
    found = [r for r in found if [v.value for v in r.values] != _COUNTED]
    return found[0] if len(found) == 1 else empty[0] if empty and not found else None


def _with_two_merged(cells: Sequence[page.Cell], folded: str) -> list[Reading]:
    """Return the row of table four of which one number stands in a cell over two rulings, both unread, where all blocks add up."""
    wide = [at for at, cell in enumerate(cells) if cell.colspan > 1]
    if (
        len(cells) != _REVIEW - 1
        or len(wide) != 1
        or cells[wide[0]].colspan != _MERGED
        or wide[0] % _BLOCK > _BLOCK - _MERGED - 1
    ):
        return []
    at = wide[0]
    values = [value_of(folded, cell.start, cell.end, "count") for cell in cells]
    numbers = [value.value for value in values]
    if None in numbers or not blocks_add_up([*numbers[: at + 1], 0, *numbers[at + 1 :]]):
        return []
    unread = values[at]._replace(value=None, state=State.ILLEGIBLE)
    return [Reading((*values[:at], unread, unread, *values[at + 1 :]))]


def spaced_apart(text: TableText, tables: Sequence[page.Table], folded: str) -> bool:
    """Tell whether table four's row has twice its cells, an empty one beside each: which of the others is empty itself?"""
    rows = (row for table in tables if lies_in(text, table) for row in table.rows if len(row) >= 2 * _REVIEW - 1)
    return any(0 < sum(_NUMBER.search(word_of(cell, folded)) is not None for cell in row) < _REVIEW for row in rows)


def _numbers_follow(rows: Sequence[Sequence[page.Cell]], folded: str) -> bool:
    """Tell whether a row of several cells further down holds a number; a paragraph may be a row of one."""
    return any(_NUMBER.search(folded, row[0].start, row[-1].end) for row in rows if len(row) > _PARAGRAPH)


def _is_labelled(row: Sequence[page.Cell], folded: str) -> bool:
    return _HAN.search(word_of(row[0], folded)) is not None or not _NUMBER.search(folded, row[0].start, row[-1].end)


def _reading(
    row: Row, line: Sequence[page.Cell | None], label: int, head: Sequence[int], edge: int, counted: frozenset[int], folded: str
) -> Reading | None:
    cells = [line[c] for c in head]
    if any(line[edge + 1 :]):
        return None  # a cell right of the whole head, if empty: the cells may not stand below their words
    before = (cell for c, cell in enumerate(line[label + 1 : min(head)], label + 1) if c not in counted)
    if any(cell and _NUMBER.fullmatch(word_of(cell, folded)) for cell in before):
        return None  # a row that lacks a cell before its numbers: all of them stand one column early
    if None in cells or len({cell.start for cell in cells if cell}) < len(cells):
        return None
    kinds = (column.kind for column in row.columns)
    values = [value_of(folded, cell.start, cell.end, kind) for cell, kind in zip(cells, kinds, strict=True) if cell]
    is_sum = len(values) != 7 or cells_add_up(values)
    if not is_sum:  # 3(注): the note may say that it is no number of this column
        values = [v if v.raw.isdigit() or not v.raw else v._replace(value=None, state=State.ILLEGIBLE) for v in values]
    if any(v.state is State.ILLEGIBLE for v in values):
        return Reading(tuple(values)) if _may_be_odd(values, line[label + 1 :], cells) else None
    return Reading(tuple(values)) if is_sum else None  # spans that are wrong shift a row against its head


def odd_words(reading: Reading) -> list[str]:
    """Return what is printed in the cells that are no numbers."""
    return [value.raw for value in reading.values if value.state is State.ILLEGIBLE]


def _may_be_odd(values: Sequence[Value], behind: Sequence[page.Cell | None], cells: Sequence[page.Cell | None]) -> bool:
    """Tell whether a row of table three that says a word in a cell has just the form's cells, and does not contradict F3."""
    if len(values) != 7 or list(dict.fromkeys(behind)) != list(cells):
        return False
    *parts, total = (value.value for value in values)
    known = [int(part) for part in parts if part is not None]
    return any(value.value is not None for value in values) and (total is None or sum(known) <= total)
