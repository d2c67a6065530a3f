"""Which rows of the page's markup are cut in two? Where a page ends, 1407 stands as 140 and, in the first row of the next page, 7.

The other half of such a row has no label, or the rest of its label: 本机关不 above, 掌握相关政府信息 below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.numbers import Value
from gongkai.indexer.tables.alike import is_within
from gongkai.indexer.tables.exact_tables import is_row
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.splits import adds_up, cells_add_up
from gongkai.indexer.tables.totals import unread
from gongkai.mappings.form import FORMS

__all__ = ["doubt_cut_rows"]

_FURTHEST = 4  # lines away: between the halves a page's number stands
_FOOT = expression(r"[-—–·~\s第共页/]*\d{0,3}[-—–·~\s第共页/]*")
_DIGITS = expression(r"[\d.,]*")
_ROWS = [row for form in FORMS.values() for table in form.tables for row in table.rows]
_UNSUMMED = 3  # cells of a row at most that no sum closes


def doubt_cut_rows(read: Mapping[str, dict[str, Reading]], folded: str) -> None:
    """Leave unread the numbers of a row's one half whose other digits stand in the other."""
    for rows in (read.get("proactive", {}), read.get("requests", {})):
        for row, reading in rows.items():
            if not reading.glued:
                rows[row] = unread(reading, _cut(row, reading.values, folded))
    review = read.get("review", {})
    cells = [value for reading in review.values() for value in reading.values]
    if not all(cells_add_up(reading.values) for reading in review.values()) and _cut("", cells, folded):
        review.clear()


def _cut(row: str, values: Sequence[Value], folded: str) -> list[Value]:
    """Return those of a row's numbers whose other digits stand in the row below, or in that above."""
    printed = [v for v in values if v.raw]
    if not printed:
        return []
    first, ends = printed[0].start, max(v.end for v in values)
    begins = folded.rfind("\n", 0, first) + 1
    line, *below = islice(folded[ends:].split("\n", _FURTHEST), _FURTHEST)
    above = folded[:begins].removesuffix("\n").rsplit("\n", _FURTHEST - 1)[-1:-_FURTHEST:-1]
    label = _last(folded[begins:first].split("|"))
    width = len(values), line.count("|")
    rest, pieces = _half(below, *width)
    if pieces and (_is_label(label + rest, row) if rest else _goes_on(values, pieces)):
        return [v for v, piece in zip(values, pieces, strict=True) if v.value and piece]
    head, pieces = _half(above, *width)
    if pieces and (_is_label(head + label, row) if head and label else not head and _begins_above(values, pieces)):
        return [v for v, piece in zip(values, pieces, strict=True) if v.value is not None and piece]
    return []


def _half(lines: Sequence[str], cells: int, behind: int) -> tuple[str, list[str]]:
    """Return what the nearest of the lines that is no page's foot has for a label, and its cells: digits or nothing, or no cells at all.

    `behind`: how many columns of its own the page has behind the form's.
    """
    line = next((line for line in lines if not _FOOT.fullmatch(line)), "")
    parts = [part.strip() for part in line.split("|")]
    last = len(parts) - behind
    pieces = parts[max(0, last - cells) : last]
    if len(pieces) < cells or not any(pieces) or not all(map(_DIGITS.fullmatch, pieces)):
        return "", []
    return _last(parts[: last - cells]), pieces


def _is_label(text: str, row: str) -> bool:
    """Tell whether the two parts of a label make a row's, or a piece of it."""
    word = squeeze_label(text)
    return is_within(word, row) or any(one.key == row and is_row(one, word) for one in _ROWS)


def _last(cells: Sequence[str]) -> str:
    return next((cell.strip() for cell in reversed(cells) if cell.strip()), "")


def _goes_on(values: Sequence[Value], pieces: Sequence[str]) -> bool:
    """Tell whether digits below a row are its numbers' last ones, and no row that lost its label: where it does not add up, or both would."""
    if len(values) <= _UNSUMMED:
        return True
    if not cells_add_up(values) and not all(pieces):
        return True
    prints_zeros = any(v.value == 0 and not piece for v, piece in zip(values, pieces, strict=True))  # a row of its own did, too
    joined = [f"{v.raw}{piece}" for v, piece in zip(values, pieces, strict=True)]
    return (prints_zeros or not cells_add_up(values)) and _add_up(joined)


def _begins_above(values: Sequence[Value], pieces: Sequence[str]) -> bool:
    """Tell whether digits above a row are its numbers' first ones: then they add up, and the row does not."""
    joined = [f"{piece}{v.raw}" for v, piece in zip(values, pieces, strict=True)]
    return len(values) > _UNSUMMED and not cells_add_up(values) and _add_up(joined)


def _add_up(numbers: Sequence[str]) -> bool:
    return all(number.isdecimal() or not number for number in numbers) and adds_up([int(number or 0) for number in numbers])
