"""How may the cells behind one label be read, or a line of cells without a label?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import CHANGE, Value, value_of
from gongkai.indexer.tables.habits import breaks_before
from gongkai.indexer.tables.heads.own_heads import in_order
from gongkai.indexer.tables.rows.cells import Reading, read_cells
from gongkai.indexer.tables.rows.padding import Padding, Pieces, begins_with_cell, cells_with_breaks
from gongkai.indexer.tables.rows.splits import cells_add_up
from gongkai.indexer.tables.tables import Habit, Segment, TableText
from gongkai.mappings.form import Table
from gongkai.report import State

__all__ = [
    "lines_of",
    "of_lost_labels",
    "one_digit_each",
    "prints_zeros",
    "read_line",
    "read_row",
    "that_add_up",
    "without_short",
]


_CELLS = 7  # of a row that adds up
_FEWEST_LOST = 3  # rows without label, each of which adds up: fewer may do so by chance
_CHANGE = expression(rf"{CHANGE}\s*\d|\d+\(?(?:{CHANGE})")
_WORDED = expression(rf"(?![-+]){CHANGE}")
_CLOSED, _FILLED_UP = expression(r"[ \t]*\|"), expression(r"[ \t]*\|[ \t]*\n[ \t]*\|")
_MONEY, _THINGS = expression("[万亿元]"), expression(r"^(?!0\D)[^万亿元]*[个项批件次例宗起笔][^万亿元]*$")
_ONLY_NUMBER = expression(r"[ \t|]*(\d+)[ \t|]*")


def read_row(segment: Segment, kinds: Sequence[str], folded: str) -> list[Reading]:
    if len(kinds) > 1:
        cells = cells_with_breaks(folded, segment.start, segment.end, len(kinds), segment.padding)
        if cells is not None:
            return _with_breaks(folded, cells, kinds)
    found = read_cells(folded, segment.start, segment.end, kinds, segment.ordinal, habit=segment.habit, padding=segment.padding)
    if segment.habit is Habit.BELOW and breaks_before(folded, segment) > segment.usual and not any(r.placed for r in found):
        return []  # an empty line stands where the first cell does
    if not found and len(kinds) in (2, 3):
        found = _zeros(segment, kinds, folded)
    return [reading for reading in found if not _is_moved(reading, kinds)]


def _with_breaks(folded: str, cells: Pieces, kinds: Sequence[str]) -> list[Reading]:
    """Read a row whose empty cells hold a line break: they are as long as that, unlike a separator that fills a line up."""
    if not cells:
        return []
    read = [(a, b, value_of(folded, a, b, kind)) for (a, b), kind in zip(cells, kinds, strict=True)]
    values = tuple(value if value.raw else value._replace(start=a, end=b) for a, b, value in read)
    is_row = len(values) < _CELLS or cells_add_up(values)
    return [Reading(values, placed=True)] if is_row else []


def _is_moved(reading: Reading, kinds: Sequence[str]) -> bool:
    """Tell whether a change, a number with a sign, or money stands in the place of a count: a cell is lost or two are exchanged.

    So too a number of things in the place of money, or a change in table three, which has none.
    """
    cells = list(zip(reading.values, kinds, strict=False))
    if len(kinds) > 1 and any(kind == "decimal" and _THINGS.search(value.raw) for value, kind in cells):
        return True
    if len(kinds) == _CELLS and any(_WORDED.match(value.raw) for value in reading.values):
        return True
    return any(
        kind == "count"
        and (("signed" in kinds and _CHANGE.match(value.raw)) or ("decimal" in kinds and _MONEY.search(value.raw)))
        for value, kind in cells
    )


def _zeros(segment: Segment, kinds: Sequence[str], folded: str) -> list[Reading]:
    """As many digits as cells, all zero: no other split leaves out a leading zero."""
    raw = folded[segment.start : segment.end]
    return [_digit_cells(segment, raw)] if raw.strip() == "0" * len(kinds) else []


def _digit_cells(segment: Segment, raw: str) -> Reading:
    at = segment.start + len(raw) - len(raw.lstrip())
    return Reading(tuple(Value(int(d), State.INFERRED, at + i, at + i + 1, d) for i, d in enumerate(raw.strip())), glued=True)


def prints_zeros(requests: Mapping[str, Reading]) -> bool:
    """Tell whether the page runs digits together and leaves no cell empty: table three is read whole that way."""
    return len(requests) >= 23 and all(reading.glued for reading in requests.values())


def one_digit_each(text: TableText | None, read: dict[str, Reading], table: Table, folded: str) -> dict[str, Reading]:
    """Read rows of run-together digits that have as many digits as cells, on a page that leaves no cell empty."""
    found: dict[str, Reading] = {}
    if text is None or text.disputed:
        return found
    columns = {row.key: len(row.columns) for row in table.rows}
    named = [s for s in text.segments if s.row in columns and not s.unknown]
    if any(sum(c.isdigit() for c in folded[s.start : s.end]) < columns[s.row or ""] for s in named):
        return found  # a cell is empty there: two digits may be one number elsewhere
    for row in table.rows:
        segments = [s for s in text.segments if s.row == row.key and not s.unknown] if row.key not in read else []
        raws = [(s, raw) for s in segments if (raw := folded[s.start : s.end]).strip()]
        if (
            len(raws) == 1
            and len(row.columns) > 1
            and raws[0][1].strip().isdecimal()
            and len(raws[0][1].strip()) == len(row.columns)
            and in_order(row, text, folded)
        ):
            found[row.key] = _digit_cells(*raws[0])
    return found


def without_short(table: Table, rows: Mapping[str, Reading], text: TableText, folded: str) -> dict[str, Reading]:
    """Return the rows of a table that lack no cell, on a page that leaves out empty ones: those of one cell, or of zeros.

    All of them where each row of the form has a number in each of its cells. Where no label is lost, so too a row that
    has, each closed by a separator, and that is filled up: no other row's number stands there, nor the page's.
    """
    found = [rows[row.key] for row in table.rows if row.key in rows]
    is_whole = len(found) == len(table.rows) and all(_is_filled(r) for r in found)
    named = [s.row for s in text.segments if s.row]
    is_labelled = named == [row.key for row in table.rows] and not any(s.unknown for s in text.segments)

    def is_sure(reading: Reading) -> bool:
        is_closed = all(_CLOSED.match(folded, value.end) for value in reading.values)
        return is_labelled and _is_filled(reading) and is_closed and _FILLED_UP.match(folded, reading.values[-1].end) is not None

    return {
        row: r for row, r in rows.items() if is_whole or len(r.values) == 1 or not any(v.value for v in r.values) or is_sure(r)
    }


def _is_filled(reading: Reading) -> bool:
    return not reading.glued and all(value.raw for value in reading.values)


def lines_of(segment: Segment, folded: str) -> list[Segment]:
    lines, at = [], segment.start
    for line in folded[segment.start : segment.end].splitlines(keepends=True):
        if any(c.isdigit() for c in line):
            lines.append(Segment(None, at, at + len(line), segment.label, padding=segment.padding))
        at += len(line)
    return lines


def of_lost_labels(names: Sequence[str], lines: Sequence[Segment], folded: str) -> dict[str, list[Reading]]:
    """Read a group of table three that lost the labels of all its rows, a cell a line: each seven lines must add up."""
    if len(names) < _FEWEST_LOST or len(lines) != _CELLS * len(names):
        return {}
    found = [_ONLY_NUMBER.fullmatch(folded[line.start : line.end].rstrip("\n")) for line in lines]
    spans = [
        (line.start + number.start(1), line.start + number.end(1)) for line, number in zip(lines, found, strict=True) if number
    ]
    values = [value_of(folded, begin, end, "count") for begin, end in spans]
    rows = [tuple(values[at : at + _CELLS]) for at in range(0, len(values), _CELLS)]
    if len(rows) != len(names) or not all(len(row) == _CELLS and cells_add_up(row) for row in rows):
        return {}
    return {name: [Reading(row, placed=True)] for name, row in zip(names, rows, strict=True)}


def read_line(line: Segment, kinds: Sequence[str], folded: str) -> list[Reading]:
    """Read a line without label, whose cells must add up; a lost label may have left a `0` before them."""
    found = read_row(line, kinds, folded)
    raw = folded[line.start : line.end].strip()
    if begins_with_cell(folded, line.start, line.end, line.label[0]):
        if line.padding in (Padding.LINES, Padding.OPENED) and len(kinds) > 1:
            return []  # a cell a line
        found = read_cells(folded, line.start, line.end, kinds, "", bare=True, padding=line.padding)
        if len(found) > 1:  # the first, empty piece may be the lost label's
            found = [reading for reading in found if len(kinds) == _CELLS and cells_add_up(reading.values)]
            found = found if len(found) == 1 else []
    if raw.isdecimal() and len(raw) > len(kinds) and raw[0] == "0":
        at = folded.index(raw, line.start)
        found = found + read_row(Segment(None, at + 1, line.end, line.label), kinds, folded)
    # Where nothing adds up, an empty first cell may be the lost label's, the last one left out.
    return [r for r in that_add_up(found) if len(r.values) in (1, _CELLS) or r.lead or r.values[0].raw or not r.values[-1].raw]


def that_add_up(found: Iterable[Reading]) -> list[Reading]:
    """Return the readings of a row that no whole label names: all but those of table three whose cells do not add up."""
    return [r for r in found if len(r.values) < _CELLS or r.glued or cells_add_up(r.values)]
