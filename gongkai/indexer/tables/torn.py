"""Which rows keep their numbers where a page has torn labels from them? Programs that turn a PDF into text do so.

A row without a label stands on a line of its own then, above its label or below those of the next rows: `| 70 | 8 | 78 |`.
As long as there are as many of them as lost labels, the form's order tells whose they are; else only a row whose
label stands on the same line is sure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import CELL
from gongkai.indexer.tables.labels import OTHERS
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import Segment
from gongkai.mappings.form import Table

__all__ = ["begins_with_numbers", "is_torn", "leave_lines_without_label", "on_the_line_of_their_labels", "widths"]

_DIGIT, _WORD = expression(r"\d"), expression(r"[^\W\d_]")
_ORDINAL = expression(r"[\s|]*\(?(?:[一二三四五六七八九十]|\d{1,2}(?![\s|]))")
_FILLED = expression(r"[\d/无—-]")
_TWO = expression(r"[\d/无—-][ \t|]+[-+减增\d/无—]")  # cells on a line, or the page's number
_PAGE_NUMBER = expression(r"\s*(?:[-—–]+ *\d{1,3} *[-—–]+|\d{1,3} */ *\d{1,3})\s*")
# Two cells on a line; 2 / 6 is the page's number, 2024/1/25 10:22 when it was printed.
_WIDE = expression(r"[\d/无—-] *[|\t][ \t]*[\d/无—-]|(?<![\d/:.])\d+ +(?:[—-] +)?\d+(?![\d/:.])|无 +\d|\d +无")
# One number, whose digits spaces group: no cell begins with a zero, 1 035 000.
_GROUPED = expression(r"(?<=[|\n])[ \t]*[1-9]\d{0,2}(?: \d{3})*? 0\d{2}(?: \d{3})*[ \t]*(?=[|\n]|$)")
_BELOW = expression(r"^[ \t|]*[-+—/无减增\d]", re.MULTILINE)
_NEAR = 60  # characters
_FEW = frozenset((1, 2, 3))  # so many numbers a date has, too
_CELL = expression(r"[\d,.]*|[-+—/无]|[-+减增] ?[\d,]+|[\d,.]+[万元件项条]{1,2}")


def widths(table: Table, segments: Sequence[Segment], folded: str) -> frozenset[int]:
    """Return how many cells a line without label has when it is a row; one only where no page puts a cell a line."""
    every = {len(row.columns) for row in table.rows}
    wide = frozenset(every - {1})
    found = (s for s in segments if _WIDE.search(folded, s.start, s.end))
    return frozenset(every) if any(not _GROUPED.search(folded, s.start, s.end) for s in found) else wide


def is_torn(
    row: str | None,
    missing: Sequence[str],
    segments: Sequence[Segment],
    above: Segment | None,
    cells: frozenset[int],
    folded: str,
) -> bool:
    """Tell whether other numbers of lines without label stand behind a row's label than labels are lost there.

    `above` is the segment before: where its label has no number, the first line may be its row's.
    """
    if not any(s.unknown for s in segments) and not any(_BELOW.search(folded, s.start, s.end) for s in segments):
        return False  # of nearly every stretch that is not printed a cell a line
    if not missing and row is not None and any(_is_rest_of_label(segment, cells, folded) for segment in segments):
        return True
    counts = [_bare_rows(segment, cells, folded) for segment in segments]
    below = [not _begins_at_once(segment, folded) for segment in segments]  # its own cells may stand on the next line
    own = [is_below for segment, is_below in zip(segments, below, strict=True) if segment.row == row and not segment.unknown]
    expected = bool(row and own and all(own))
    is_next = sum(counts) > 1 and expected and above is not None and above.row is not None and not _has_digit(above, folded)
    if not missing:
        allowed = [is_below and _is_label(segment) for segment, is_below in zip(segments, below, strict=True)]
        return is_next or any(count > may for count, may in zip(counts, allowed, strict=True))
    return is_next or (sum(counts) > expected and sum(counts) - expected != len(missing))


def begins_with_numbers(first: Segment, cells: frozenset[int], folded: str) -> bool:
    """Tell whether a row's numbers stand on the line above the table's first label, the row of which is not lost."""
    line = folded[: folded.rfind("\n", 0, first.label[0]) + 1].rstrip().rpartition("\n")[2]
    return _is_row(line, cells) or len(CELL.findall(line)) in cells - _FEW


def leave_lines_without_label(segments: Sequence[Segment], folded: str) -> None:
    """Take the lines below the label's away from each segment: they count for no row."""
    for segment in segments:
        line = folded.find("\n", segment.start, segment.end)
        segment.end = segment.end if line < 0 else line


def on_the_line_of_their_labels(
    rows: Mapping[str, list[Reading]], segments: Sequence[Segment], folded: str
) -> dict[str, list[Reading]]:
    """Return the readings whose numbers stand on the line of their row's label, all of which is there."""
    labels = {segment.row: segment.label[0] for segment in reversed(segments) if not segment.unknown}
    return {
        row: [r for r in readings if row in labels and "\n" not in folded[labels[row] : r.values[0].start]]
        for row, readings in rows.items()
    }


def _has_words(folded: str, at: int) -> bool:
    """Tell whether words stand on the line before this place."""
    return bool(_WORD.search(folded, folded.rfind("\n", 0, at) + 1, at))


def _is_label(segment: Segment) -> bool:
    """Tell whether a row of its own may stand behind a segment's words, the page's own row perhaps: no word of the head."""
    return segment.row is not None or bool(segment.unknown) or segment.word in OTHERS


def _is_rest_of_label(segment: Segment, cells: frozenset[int], folded: str) -> bool:
    """Tell whether a row's numbers stand behind words without an ordinal that are no label: the end of one, or its middle."""
    if not segment.unknown:
        return False
    label = segment.label[0] + len(text := folded[slice(*segment.label)]) - len(text.lstrip())
    line = folded[folded.rfind("\n", 0, label) + 1 : segment.end].split("\n", 1)[0]
    return len(CELL.findall(line)) in cells - _FEW and not _ORDINAL.match(line)


def _has_digit(segment: Segment, folded: str) -> bool:
    return bool(_DIGIT.search(folded, segment.start, segment.end))


def _begins_at_once(segment: Segment, folded: str) -> bool:
    """Tell whether the first number stands on a line with words."""
    digit = _DIGIT.search(folded, segment.start, segment.end)
    return digit is not None and _has_words(folded, digit.start())


def _bare_rows(segment: Segment, cells: frozenset[int], folded: str) -> int:
    """Count the lines that begin in the segment and hold a row's cells and nothing else."""
    if 1 not in cells and not _TWO.search(folded, segment.start, segment.end):
        return 0
    begins = folded.rfind("\n", 0, segment.start) + 1
    lines = folded[begins : segment.end].split("\n")
    rows = [line for line in (lines if begins == segment.start else lines[1:]) if _is_row(line, cells)]
    for line in folded[segment.end : segment.end + _NEAR].split("\n"):  # taken off as a page's number: -\t0\t-
        if _WORD.search(line.replace("无", "")):
            break
        rows += [line] if _is_row(line, cells) and not _PAGE_NUMBER.fullmatch(line) else []
    return 0 if all(map(_PAGE_NUMBER.fullmatch, rows)) else len(rows)  # beside a row 2 / 6 may be one as well


def _is_row(line: str, cells: frozenset[int]) -> bool:
    """Tell whether a line holds as many cells as a row has: between separators or tabs, else parted by spaces."""
    if not _FILLED.search(line):
        return False
    mark = next((mark for mark in "|\t" if mark in line), None)
    parts = line.strip().removeprefix("|").removesuffix("|").split(mark)
    return len(parts) in cells and all(_CELL.fullmatch(part.strip()) for part in parts)
