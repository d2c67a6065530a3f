"""Which rows keep their numbers where a page has torn labels from them? Programs that turn a PDF into text do so.

A row without a label stands on a line of its own then, above its label or below those of the next rows: `| 70 | 8 | 78 |`.
As long as there are as many of them as lost labels, the form's order tells whose they are; else only a row whose
label stands on the same line is sure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gongkai.indexer.cells import Reading
from gongkai.indexer.tables import Segment

__all__ = ["begins_with_numbers", "is_torn", "on_the_line_of_their_labels"]

_DIGIT, _WORD = re.compile(r"\d"), re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"(?<![^\s|])\d[\d,.]*(?![^\s|])")
_ORDINAL = re.compile(r"[\s|]*\(?(?:[一二三四五六七八九十]|\d{1,2}(?![\s|]))")
_FEW = frozenset((2, 3))  # so many numbers a date has, too
_CELL = re.compile(r"[\d,.]*|[-+—/]|[减增][\d,]+")


def is_torn(
    row: str | None, missing: Sequence[str], segments: Sequence[Segment], above: Segment | None, cells: frozenset[int], folded: str
) -> bool:
    """Tell whether other numbers of lines without label stand behind a row's label than labels are lost there.

    `above` is the segment before: where its label has no number, the first line may be its row's.
    """
    if not missing and row is not None and any(_is_rest_of_label(segment, cells, folded) for segment in segments):
        return True
    lines = sum(_bare_rows(segment, cells, folded) for segment in segments)
    own = [segment for segment in segments if segment.row == row and not segment.unknown] if row else []
    is_inline = any(_begins_at_once(segment, folded) for segment in own)
    expected = bool(own) and not is_inline
    if lines <= expected:
        return False
    is_next = lines > 1 and not is_inline and above is not None and above.row is not None and not _has_digit(above, folded)
    return is_next or lines - expected != len(missing)


def begins_with_numbers(first: Segment, cells: frozenset[int], folded: str) -> bool:
    """Tell whether a row's numbers stand on the line above the table's first label, the row of which is not lost."""
    line = folded[: folded.rfind("\n", 0, first.label[0]) + 1].rstrip().rpartition("\n")[2]
    return _is_row(line, cells) or len(_NUMBER.findall(line)) in cells - _FEW


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


def _is_rest_of_label(segment: Segment, cells: frozenset[int], folded: str) -> bool:
    """Tell whether a row's numbers stand behind words without an ordinal that are no label: the end of one, or its middle."""
    begins = folded.rfind("\n", 0, segment.label[0]) + 1
    line = folded[begins : segment.end].split("\n", 1)[0]
    numbers = len(_NUMBER.findall(line))
    return bool(segment.unknown) and numbers in cells - _FEW and not _ORDINAL.match(line)


def _has_digit(segment: Segment, folded: str) -> bool:
    return bool(_DIGIT.search(folded, segment.start, segment.end))


def _begins_at_once(segment: Segment, folded: str) -> bool:
    """Tell whether the first number stands on a line with words."""
    digit = _DIGIT.search(folded, segment.start, segment.end)
    return digit is not None and _has_words(folded, digit.start())


def _bare_rows(segment: Segment, cells: frozenset[int], folded: str) -> int:
    """Count the lines that begin in the segment and hold a row's cells and nothing else."""
    begins = folded.rfind("\n", 0, segment.start) + 1
    lines = folded[begins : segment.end].split("\n")
    return sum(_is_row(line, cells) for line in (lines if begins == segment.start else lines[1:]))


def _is_row(line: str, cells: frozenset[int]) -> bool:
    if "|" not in line or not _DIGIT.search(line):
        return False
    parts = [part.strip() for part in line.strip().removeprefix("|").removesuffix("|").split("|")]
    return len(parts) in cells and all(map(_CELL.fullmatch, parts))
