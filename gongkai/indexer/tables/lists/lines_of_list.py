"""Where does each row of a list of 2014 end? At its line's end, or at its own cell, if a cell is a line: what follows is the next row's.

1.政府公报公开政府信息数 条 0⏎3 信函申请数 件 5: the 3 numbers the row that it stands before, and is none of the row above, nor of
a row between them that the page does not print.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.lists.ordinals_of_list import ORDINALS
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.mappings.form_2014 import STATISTICS_2014

__all__ = ["are_serials", "end_rows"]

_FEWEST = 3  # rows with their numbers behind them, or with another row's: fewer may be so by chance
_WITH_LEAD = 2  # numbers: a row's own, and the one that leads the next row
_MOST, _NEARLY = 0.7, 0.9  # of the numbers before labels
_WIDEST = 2  # rows and headings to a number, in the mean
_NOTE = expression(r"\([^()\n]*\)")
_CELL = expression(r"[^\s|]+")
_DIGIT = expression(r"\d")
_NUMBER, _ORDINAL = expression(r"(\d{1,3})"), expression(r"[(]?\d{1,3}[.、)]+")
_LABELS = {squeeze_label(label) for _, label, _ in STATISTICS_2014}  # reviews and lawsuits share theirs


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands behind a label: its numbers, and the label that follows."""

    segment: Segment
    numbers: tuple[re.Match[str], ...]
    following: Segment | None

    @property
    def is_above_row(self) -> bool:
        """Tell whether a row follows, of the form or of the page's own, and no heading."""
        return self.following is not None and bool(self.following.row or self.following.unknown)


def end_rows(text: TableText, folded: str) -> bool:
    """End the list's rows where their numbers end; tell whether the page shows where that is."""
    for segment in text.segments:
        if segment.row is None and not segment.unknown and segment.word not in _LABELS:
            segment.end = segment.start  # a heading has no number
    return _end_at_lines(text.segments, folded) or _end_at_cells(text.segments, folded)


def _is_row(segment: Segment) -> bool:
    return segment.row is not None and not segment.unknown


def _end_at_lines(segments: Sequence[Segment], folded: str) -> bool:
    """End each row at its line's end, where several print one number behind the label there and none prints more."""
    lines = [_line_end(segment, folded) for segment in segments]
    if any(below.label[0] < line and not below.unknown for line, below in zip(lines, segments[1:], strict=False)):
        return False
    ends = [min(segment.end, line) for segment, line in zip(segments, lines, strict=True)]
    counts = [len(_numbers(s.start, end, folded)) for s, end in zip(segments, ends, strict=True) if _is_row(s)]
    if counts.count(1) < _FEWEST or max(counts) > 1:
        return False
    for segment, end in zip(segments, ends, strict=True):
        segment.end = end
    return True


def _line_end(segment: Segment, folded: str) -> int:
    end = folded.find("\n", segment.start)
    return end if end >= 0 else len(folded)


def _numbers(start: int, end: int, folded: str) -> list[re.Match[str]]:
    noted = _NOTE.sub(lambda note: " " * len(note[0]), folded[start:end])
    found = [cell for cell in _CELL.finditer(noted) if _DIGIT.search(cell[0])]
    return found[:-1] if found and _ORDINAL.fullmatch(found[-1][0]) else found  # 10. of the next row


def _end_at_cells(segments: Sequence[Segment], folded: str) -> bool:
    """End each row behind its first number, where the last numbers before the labels below count them, or are their ordinals."""
    following = zip_longest(segments, segments[1:])
    bodies = [_Body(s, tuple(_numbers(s.start, s.end, folded)), below) for s, below in following if _is_row(s)]
    if sum(len(body.numbers) == _WITH_LEAD for body in bodies) < _FEWEST:
        return False
    led = [body for body in bodies if body.numbers and body.is_above_row]
    are_counted = _count_up([body.numbers[-1][0] for body in led])
    if not are_counted and not all(_is_ordinal(body) for body in led if len(body.numbers) == _WITH_LEAD):
        return False
    are_headings = any(len(body.numbers) == _WITH_LEAD for body in bodies if body.following and not body.is_above_row)
    for body in bodies:
        may_lead = body.is_above_row or (are_headings and body.following is not None)
        is_doubtful = may_lead and len(body.numbers) == 1 and (are_counted or _is_ordinal(body))
        is_read = body.numbers and not is_doubtful and len(body.numbers) <= _WITH_LEAD
        body.segment.end = body.segment.start + (body.numbers[0].end() if is_read else 0)
    return True


def _is_ordinal(body: _Body) -> bool:
    """Tell whether the last number before the next label is the ordinal that the form gives it."""
    number = _NUMBER.fullmatch(body.numbers[-1][0])
    return number is not None and body.following is not None and number[1] == ORDINALS.get(body.following.row or "")


def _count_up(words: Sequence[str]) -> bool:
    """Tell whether nearly all of some numbers are greater than the one before: one may be a value whose row has no lead."""
    found = [number for word in words if (number := _NUMBER.fullmatch(word))]
    steps = [int(a[1]) < int(b[1]) for a, b in pairwise(found)]
    return len(found) >= _MOST * len(words) and steps.count(True) >= _NEARLY * len(steps)


def are_serials(words: Sequence[str]) -> bool:
    """Tell whether numbers count the rows that they stand at: values that rise leave more between them."""
    last = _NUMBER.fullmatch(words[-1]) if words else None
    return last is not None and _count_up(words) and int(last[1]) <= _WIDEST * len(words)
