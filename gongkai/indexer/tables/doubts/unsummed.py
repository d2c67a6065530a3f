"""Which numbers may be others' where no sum tells? The rest of a cut one, the row's own number, those of a row one cell late."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import CELL, Value
from gongkai.indexer.tables.cut_below import doubt_cut_below, review_is_cut
from gongkai.indexer.tables.doubts.bare_signs import drop_with_bare_signs
from gongkai.indexer.tables.doubts.cut_rows import doubt_cut_rows
from gongkai.indexer.tables.doubts.fused_rows import doubt_fused
from gongkai.indexer.tables.labels import ROW_NUMBERS
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.pieces import is_run_together
from gongkai.indexer.tables.rows.splits import adds_up, cells_add_up
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.indexer.tables.totals import unread, unread_total
from gongkai.mappings.form import Table
from gongkai.report import State

__all__ = ["doubt_unsummed"]

# Below a number: its last digits, or the page's; on a line of their own, or before the next label, as in lines cut at one length.
_REST = expression(r" *(?:\n *)+(?:\d[\d,. |\t]*(?:万?元)?[ |\t]*(?:\n|$)|\.?\d(?:[\d,.]*\d)?(?=[^\s\d|,./年月日页-]))")
_GAP = expression(r" *\n *\n")
_PARTED = expression(r"[ \t]*[.,][ \t]*\n?[ \t]*\d{3}(?!\d)|[ \t]*\n[ \t]*,\d{3}(?!\d)")  # 11,⏎269
_COUNTED = expression(rf"(?<![^\s|])(?:{'|'.join(ROW_NUMBERS)})(?![^\s|])")
_ALONE, _PAGES = expression(r"^[ \t]*(\d{1,3})[ \t]*$", re.MULTILINE), 40
_HEAD = 60  # characters before the first word of a table
_FEWEST = 3  # rows that hold but their own numbers: fewer may do so by chance
_NEAR = 40  # characters between a number and the next bar: spaces
_BLOCK = 5  # cells of each of the three parts of table four
_UNPRINTED = 3  # rows that are so by chance at most: whose label has no number, whose first cell is empty

Rows = dict[str, Reading]


def doubt_unsummed(
    tables: Sequence[Table], found: Mapping[str, TableText], read: dict[str, Rows], folded: str, *, ruled: bool
) -> None:
    """Drop what may be another's number; `ruled`: cells are told by the page's markup, in which a line break parts no numbers."""
    pages = [] if ruled else _pages(folded)
    for table in tables:
        if table.key not in found or not read.get(table.key):
            continue
        text, rows = found[table.key], read[table.key]
        if table.key != "review" and not text.labels_first:
            _doubt_last_label(text, rows, folded)
        if table.key == "proactive" and not ruled and not text.labels_first:
            drop_with_bare_signs(rows, folded)
            _doubt_cut(text, rows, folded, pages)
            _doubt_commas(rows)
            _doubt_serials(table, text, rows, folded)
            _doubt_narrow(table, text, rows, folded)
        elif table.key == "requests" and not ruled:
            doubt_fused(table, text, rows, folded)
        if table.key in ("requests", "review") and not ruled and _is_counted(text, folded) and not _all_add_up(rows):
            read[table.key] = {row: r for row, r in rows.items() if cells_add_up(r.values)} if table.key == "requests" else {}
    if ruled:
        doubt_cut_rows(read, folded)
    else:
        for row, reading in read.get("review", {}).items():
            read["review"][row] = _without_pages_number(reading, folded)
        for key in ("proactive", "requests"):
            if key in found and not found[key].labels_first:
                doubt_cut_below(read.get(key, {}), found[key], folded, pages)
        if review_is_cut(read.get("review", {}), folded, pages):
            read["review"] = {}
    _doubt_late(found, read, folded, ruled=ruled)


def _without_pages_number(reading: Reading, folded: str) -> Reading:
    """Leave unread the one number that stands alone on its line among bars, where the others add up without it: the page's, in an empty cell."""
    *parts, total = reading.values
    if total.value is None or cells_add_up(reading.values):
        return reading
    counted = sum(part.value or 0 for part in parts)
    alone = [part for part in parts if part.value and counted - part.value == total.value and _is_among_bars(part, folded)]
    return unread(reading, alone)


def _is_among_bars(value: Value, folded: str) -> bool:
    """Tell whether a number has its line for itself, between one that ends and one that begins with a bar."""
    before = folded[max(0, value.start - _NEAR) : value.start].rstrip(" \t")
    behind = folded[value.end : value.end + _NEAR].lstrip(" \t")
    return before[-1:] == behind[:1] == "\n" and before.rstrip()[-1:] == behind.lstrip()[:1] == "|"


def _named(text: TableText) -> dict[str, Segment]:
    return {s.row: s for s in reversed(text.segments) if s.row and not s.unknown}


def _doubt_last_label(text: TableText, rows: Rows, folded: str) -> None:
    """Drop the one row with a number where it is the last that the table names, and the labels of others stand above it."""
    named = [s for s in text.segments if s.row and not s.unknown]
    filled = [s.row for s in named if CELL.search(folded, s.start, s.end)]
    read = [
        row for row, reading in rows.items() if any(v.raw for v in reading.values)
    ]  # more are, where numbers are dealt to labels
    if len(named) > _UNPRINTED and filled == [named[-1].row] == read:
        first = next(value for value in rows[read[0]].values if value.raw)
        if "\n" in folded[named[-1].label[1] : first.start]:  # behind its label, on the same line, it is its own
            del rows[read[0]]


def _doubt_cut(text: TableText, rows: Rows, folded: str, pages: Sequence[str]) -> None:
    """Leave unread what may go on below: 2 and 5 there are 25, or 2 and the page's number. 0 does not go on."""
    labels = [segment.label[0] for segment in text.segments]
    is_counted = text.numbered or _is_counted(text, folded)
    starts = sorted(s.label[0] for s in _named(text).values()) if is_counted else []
    serials = {(start, str(number)) for number, start in enumerate(starts, 1)}
    for row, reading in list(rows.items()):
        if any(value.raw and _PARTED.match(folded, value.end) for value in reading.values):
            del rows[row]
            continue
        last = reading.values[-1]
        rest = _REST.match(folded, last.end) if last.value else None
        if rest and _GAP.match(rest[0]) and _is_alone(folded, last.start):
            continue  # a cell a line, and the next row's number or the page's below an empty one
        if (
            rest
            and not any(last.end <= label < rest.end() - 1 for label in labels)
            and (rest.end(), rest[0].strip()) not in serials
            and rest[0].strip() not in pages
        ):
            rows[row] = unread_total(reading)


def _is_alone(folded: str, start: int) -> bool:
    return not folded[folded.rfind("\n", 0, start) + 1 : start].strip(" |\t")


def _doubt_commas(rows: Rows) -> None:
    """Drop the rows that a space parts within a cell, commas parting the cells: 443,-56 1,7907 1."""
    for row, reading in list(rows.items()):
        if any(value.state is State.ILLEGIBLE and "," in value.raw for value in reading.values):
            del rows[row]


def _pages(folded: str) -> list[str]:
    """Return the few numbers that stand alone on their lines and count up: those of the pages."""
    alone = _ALONE.findall(folded)
    pages = [int(one) for one in alone] if len(alone) <= _PAGES else []
    return alone if len(pages) > 1 and all(b - a == 1 for a, b in pairwise(pages)) else []


def _is_counted(text: TableText, folded: str) -> bool:
    """Tell whether the head says that rows are numbered, and their numbers may still be among the cells."""
    return not text.numbered and _COUNTED.search(folded, max(0, text.start - _HEAD), text.end) is not None


def _all_add_up(rows: Rows) -> bool:
    return all(cells_add_up(reading.values) for reading in rows.values())


def _doubt_serials(table: Table, text: TableText, rows: Rows, folded: str) -> None:
    """Drop rows whose first or last number is just the row's own: the head says that rows have one, or other rows show it."""
    named = _named(text)
    printed = sorted(named, key=lambda row: named[row].label)
    places = {row.key: {number} for number, row in enumerate(table.rows, 1)}
    for number, row in enumerate(printed, 1):
        places.setdefault(row, set()).add(number)
    below = {row: {number + 1 for number in numbers} for row, numbers in places.items()}  # where it stands before the label
    alone = [row for row, r in rows.items() if len(r.values) == 1 and _ends(r) & (places.get(row, set()) | below.get(row, set()))]
    alike = [row for row, r in rows.items() if row in alone or _ends(r) & places.get(row, set())]
    shown = [
        row for row, s in named.items() if row not in rows and places[row] & _numbers(s, folded) and len(_numbers(s, folded)) > 1
    ]
    many = any(sum(bool(_ends(rows[row]) & own.get(row, set())) for row in alone) >= _FEWEST for own in (places, below))
    doubted = alike if _is_counted(text, folded) else alone if shown or many else []
    for row in () if text.numbered else doubted:
        del rows[row]


def _doubt_narrow(table: Table, text: TableText, rows: Rows, folded: str) -> None:
    """Drop the rows with no more numbers than cells where most others have more: one of another column, last year's, may be theirs."""
    named = _named(text)
    for cells in {len(row.columns) for row in table.rows}:
        alike = [row.key for row in table.rows if len(row.columns) == cells and row.key in named]
        wide = [row for row in alike if _width(named[row], folded) > cells]
        narrow = [row for row in alike if row not in wide and row in rows and any(v.raw for v in rows[row].values)]
        for row in narrow if len(wide) > len(narrow) else ():
            del rows[row]


def _width(segment: Segment, folded: str) -> int:
    """Return how many numbers stand behind a label; one that is printed in each of the cells it spans is one."""
    numbers = CELL.findall(folded, segment.start, segment.end)
    return len(numbers) if len(set(numbers)) > 1 else 1


def _ends(reading: Reading) -> set[object]:
    printed = [value.value for value in reading.values if value.raw]
    return {printed[0], printed[-1]} if printed else set()


def _numbers(segment: Segment, folded: str) -> set[int]:
    found = islice(CELL.finditer(folded, segment.start, segment.end), 4)
    return {int(number[0]) for number in found if number[0].isdigit()}


def _doubt_late(found: Mapping[str, TableText], read: dict[str, Rows], folded: str, *, ruled: bool) -> None:
    """Drop the rows of a page that prints no first cell where they do not add up: they may begin one cell late, the last lost."""
    requests, proactive = (read.get(key, {}) for key in ("requests", "proactive"))
    is_late = "requests" in found and not found["requests"].shaped and _is_late(requests) and not _all_add_up(requests)
    if is_late:
        told = [cells_add_up(r.values) for r in requests.values() if any(v.value for v in r.values)]
        sure = [row for row, r in requests.items() if cells_add_up(r.values)] if sum(told) * 3 > len(told) * 2 else []
        read["requests"] = {row: requests[row] for row in sure}
    wide = [row for row, r in proactive.items() if len(r.values) > 1 and any(v.raw for v in r.values)]
    if _is_late(proactive) and (len(wide) > _UNPRINTED or is_late or ("requests" in found and not requests)):
        read["proactive"] = {row: r for row, r in proactive.items() if row not in wide}
    review = read.get("review", {})
    first = next(iter(review.values())).values if review else ()
    if not first or first[0].raw:
        return
    is_unsummed = not _all_add_up(review) and not (found["review"].exact and not _holds_one_earlier(review))
    if is_unsummed or (not ruled and is_run_together(folded, first[0].start, first[-1].end)):
        read["review"] = {}  # on one line nothing tells where its empty cells begin


def _holds_one_earlier(review: Rows) -> bool:
    """Tell whether a block of table four, its numbers moved to the cells before them, ends with their sum."""
    cells = [value for reading in review.values() for value in reading.values]
    blanks = next((i for i, value in enumerate(cells) if value.raw), 0)
    numbers = [value.value or 0 for value in cells]
    shifted = (numbers[late:] for late in range(1, blanks + 1))
    blocks = (values[at : at + _BLOCK] for values in shifted for at in range(0, len(values) - _BLOCK + 1, _BLOCK))
    return any(any(block) and adds_up(block) for block in blocks)


def _is_late(rows: Rows) -> bool:
    """Tell whether no row of several cells prints its first one, and each its last where they are few; totals alone are none."""
    wide = [r for r in rows.values() if len(r.values) > 1 and any(v.raw for v in r.values[:-1])]
    is_closed = all(r.values[-1].raw for r in wide)
    return bool(wide) and not any(r.values[0].raw for r in wide) and (is_closed or len(wide) > _UNPRINTED)
