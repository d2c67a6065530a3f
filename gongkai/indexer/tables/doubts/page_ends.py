"""Is the last number of a table the page's? It stands in an empty cell, behind the last one, or its digits end it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import Value
from gongkai.indexer.tables.habits import breaks_before
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.pieces import is_run_together
from gongkai.indexer.tables.rows.splits import blocks_hold, cells_add_up
from gongkai.indexer.tables.tables import Segment
from gongkai.report import State

__all__ = ["doubt_last", "doubt_lower", "ends_with_page"]

_FAR = 6  # line breaks between two cells: pages that put one a line have up to three
_FEW = 4
_MOST_PAGES = 99
_LOST_ROWS = 2
_FEWEST_OTHERS = 2
_CLOSED = expression(r"\s*\|")
_WITH_YEAR = expression(r"[\d.]*20[0-3]\d")


def doubt_last(segments: Sequence[Segment], rows: dict[str, list[Reading]], folded: str) -> None:
    """Drop the table's last row where its last number may be the page's, or end with it."""
    last = next((s for s in reversed(segments) if s.row in rows), None)
    if last is None or last.row is None or len(rows[last.row]) != 1:
        return
    values = rows[last.row][0].values
    if _are_links(values):
        rows[last.row] = []
        return
    is_apart = 1 < len(values) < _FEW and "\n" in folded[values[-2].end : values[-1].start]
    is_odd = is_apart and (values[-1].state is State.ILLEGIBLE or _stands_far(values, rows, folded))  # 7/9
    is_odd |= len(values) < _FEW and _is_in_longer_cell(values, rows, folded)
    is_lone = len(values) == 1 and _stands_otherwise(segments, last, values[0], rows, folded)
    if is_odd or is_lone or (len(values) < _FEW and _may_be_lost(segments, last, values[-1], rows, folded)):
        rows[last.row] = []
        return
    if not last.row.startswith("legacy.") and _is_cut_off(folded, rows[last.row][0]):  # the list of 2014 ends a page
        rows[last.row] = []
        return
    if len(values) < _FEW:
        value = values[-1]
        own_line = (
            folded[value.end : value.end + 3].lstrip(" ").startswith("\n") and "\n" not in folded[last.label[0] : value.start]
        )
        is_ruled = set(folded[last.start : last.end]) & set("|\t")
        is_glued = _WITH_YEAR.fullmatch(value.raw) and not own_line and not is_ruled
    else:
        is_glued = len(values) == 7 and (ends_with_page(folded, values, 7) or _is_scattered(values, folded))
    if is_glued:
        rows[last.row] = []


def doubt_lower(segments: Sequence[Segment], rows: dict[str, list[Reading]], folded: str) -> None:
    """Drop the row of table two one of whose numbers alone stands lower below what is before it than all others, each on its line.

    An empty cell's line is above it then, and the number is the page's.
    """
    gaps: dict[str, list[int]] = {}
    for segment in segments:
        if not segment.unknown and segment.row and len(found := rows.get(segment.row, [])) == 1 and found[0].values[-1].raw:
            ends = [segment.label[1], *(value.end for value in found[0].values)]
            between = [folded[end : value.start] for end, value in zip(ends, found[0].values, strict=False) if value.raw]
            if any(map(str.strip, between)):
                return  # parted otherwise
            gaps[segment.row] = [gap.count("\n") for gap in between]
    for row, own in gaps.items():
        others = [count for other, counts in gaps.items() if other != row for count in counts]
        if len(others) >= _FEW and min(others) and max(own) > max(others):
            rows[row] = []


def _are_links(values: Sequence[Value]) -> bool:
    """Tell whether the numbers behind a row's first count up by one and do not add up: links to the pages of an article."""
    numbers = [v.value or 0 for v in values[1:]]
    return len(values) > _FEW and all(b - a == 1 for a, b in pairwise(numbers)) and not cells_add_up(values)


def _is_scattered(values: Sequence[Value], folded: str) -> bool:
    """Tell whether the cells of a row that does not add up are many lines apart, here more, there fewer: another order's."""
    breaks = [folded.count("\n", a.end, b.start) for a, b in pairwise(values)]
    return max(breaks) > max(_FAR, 2 * min(breaks)) and not cells_add_up(values)


def _stands_far(values: Sequence[Value], rows: dict[str, list[Reading]], folded: str) -> bool:
    """Tell whether the last of a row's cells stands farther off than those of other rows do, without separators."""
    others = (r[0].values for r in rows.values() if len(r) == 1)
    gaps = [folded.count("\n", a.end, b.start) for cells in others if cells is not values for a, b in pairwise(cells)]
    between = folded[values[-2].end : values[-1].start]
    return bool(values[-1].value) and "|" not in between and between.count("\n") > max(gaps, default=between.count("\n"))


def _is_in_longer_cell(values: Sequence[Value], rows: dict[str, list[Reading]], folded: str) -> bool:
    """Tell whether more lines stand before or behind a number in its cell than in most others: an empty cell's and the page's."""
    others = [v for r in rows.values() if len(r) == 1 and r[0].values is not values for v in r[0].values if v.raw]
    for lines_of in (_lines_before, _lines_behind):
        lines = Counter(lines_of(value, folded) for value in others)
        if lines and any(v.value and lines_of(v, folded) > max(lines, key=lines.__getitem__) for v in values):
            return True
    return False


def _lines_before(value: Value, folded: str) -> int:
    """Return how many line breaks stand between the separator that opens a number's cell and the number; none without one."""
    opened = folded.rfind("|", 0, value.start)
    gap = folded[opened + 1 : value.start]
    return gap.count("\n") if opened >= 0 and not gap.strip() else 0


def _lines_behind(value: Value, folded: str) -> int:
    """Return how many line breaks stand between a number and the separator that closes its cell; none without one."""
    closed = folded.find("|", value.end)
    gap = folded[value.end : closed] if closed >= 0 else ""
    return gap.count("\n") if not gap.strip() else 0


def _may_be_lost(segments: Sequence[Segment], last: Segment, value: Value, rows: dict[str, list[Reading]], folded: str) -> bool:
    """Tell whether the last number may be the page's: on a line of its own, where other rows have lost theirs."""
    lost = [s for s in segments if s.row and not s.unknown and not any(v.raw for r in rows.get(s.row, ()) for v in r.values)]
    is_ruled = "|" in folded[last.start : value.start]
    return (
        (is_ruled or len(lost) >= _LOST_ROWS)
        and value.raw.isdigit()
        and "\n" in folded[last.label[1] : value.start]
        and not folded[value.end : value.end + 3].lstrip().startswith("|")  # closed as the others are
    )


def _stands_otherwise(
    segments: Sequence[Segment], last: Segment, value: Value, rows: dict[str, list[Reading]], folded: str
) -> bool:
    """Tell whether other lines lie around the last number than around those of all other rows: the page's, in an empty cell."""
    others = [
        (s, r[0].values[-1]) for s in segments if s is not last and not s.unknown and len(r := rows.get(s.row or "", [])) == 1
    ]
    printed = [(s, v) for s, v in others if v.raw]
    if not value.value or not value.raw.isdigit() or len(printed) < _FEWEST_OTHERS:
        return False
    if _breaks_behind(value, folded) > max(_breaks_behind(v, folded) for _, v in printed):
        return True
    return breaks_before(folded, last) < min(breaks_before(folded, s) for s, _ in printed)


def _breaks_behind(value: Value, folded: str) -> int:
    """Return how many line breaks stand between a number and the separator that closes its cell; none without one."""
    closed = _CLOSED.match(folded, value.end)
    return closed[0].count("\n") if closed else 0


def _is_cut_off(folded: str, reading: Reading) -> bool:
    """Tell whether a row ends where the page does, in the middle of a number perhaps.

    A line break behind it may be the file's, unless a bar closes the cell; no count goes on behind 0, nor behind its unit.
    """
    last = reading.values[-1]
    behind, is_lone_zero = folded[last.end :], last.raw == "0" and not reading.glued
    if last.unit or behind.strip(" \t|\n") or ("\n" in behind and ("|" in behind or is_lone_zero)):
        return False
    return (
        reading.glued or len(reading.values) < _FEW or not cells_add_up(reading.values) or _may_be_one_of_pages(reading, folded)
    )


def _may_be_one_of_pages(reading: Reading, folded: str) -> bool:
    """Tell whether the last two numbers of what a page ends with, each on its line, may be its own and that of all pages: 1, 2."""
    cells = reading.values
    if folded[cells[-1].end :].strip(" \t\n") or "\n" not in folded[cells[-2].end : cells[-1].start]:
        return False  # closed, or on one line with the others
    *_, page, pages = [value.value or 0 for value in reading.values]
    return 0 < page <= pages <= _MOST_PAGES


def ends_with_page(folded: str, values: Sequence[Value], size: int) -> bool:
    """Tell whether cells add up without the last digits of the last of them, or, on lines of their own, without the last.

    Without the last, an empty cell was lost among the others.
    """
    if values[-1].state is State.ILLEGIBLE:
        return True  # 2/6
    between = folded[values[0].end : values[-1].start]
    numbers, gaps = [v.value for v in values], [folded.count("\n", a.end, b.start) for a, b in pairwise(values)]
    if gaps[-1] < min(gaps[:-1]) and max(gaps) > min(gaps[:-1]):
        return True  # an empty line among the cells, and the last stands closer than they do
    if numbers[-1] and gaps[-1] > max(gaps[:-1]):
        return True  # it stands farther off than they do
    if blocks_hold(numbers, size) or set(between) & set("|\t"):
        return False
    shorter = (values[-1].raw[:length] for length in range(1, len(values[-1].raw)))
    if any(raw.isdecimal() and blocks_hold([*numbers[:-1], int(raw)], size) for raw in shorter):
        return True
    if between.count("\n") < len(values) - 1 and not is_run_together(folded, values[0].start, values[-1].end):
        return False
    return any(blocks_hold([*numbers[:i], 0, *numbers[i:-1]], size) for i in range(len(numbers)))
