"""Which rows does a list of 2014 print twice with other numbers? Which of the two is the report's, nobody can tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.mappings.form import FORMS

__all__ = ["without_rows_again"]

_NUMBER = expression(r"(?<![^\s|])(?P<number>\d[\d.,]*)")
_UNIT = r"[\s|]*[(]?(?:条|件|次|篇|个|人次|人|万元|元)[)]?"
_AFTER_UNIT = expression(rf"{_UNIT}[\s|]*(?P<number>\d[\d.,]*)")
_WITHOUT_NUMBER = expression(rf"{_UNIT}(?P<number>)[\s|/-]*(?![^\s|/-])")  # such a row printed again may be the one that counts


def without_rows_again(rows: Mapping[str, Reading], text: TableText, folded: str) -> dict[str, Reading]:
    """Return the readings without those of rows whose label stands in the list once more, before another number."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for segment, number in _labels_with_numbers(text, folded):
        if row := segment.row or _own_rows().get(segment.word):
            numbers[row].add(number)
    again = {row for row, found in numbers.items() if len(found) > 1} | text.twins
    return {row: reading for row, reading in rows.items() if row not in again}


def _labels_with_numbers(text: TableText, folded: str) -> Iterator[tuple[Segment, str]]:
    """Yield the labels before a number, of two alike right behind one another both as the row's that one of them is."""
    segments = [segment for segment in text.segments if not segment.unknown]
    for segment, below in pairwise([*segments, None]):
        if segment is None:
            continue
        until = below.label[0] if below else segment.end
        found = _NUMBER.search(folded, segment.start, segment.end) or _AFTER_UNIT.match(folded, segment.label[1], until)
        found = found or _WITHOUT_NUMBER.match(folded, segment.label[1], until)
        if found:
            is_twin = below is not None and below.word == segment.word and segment.row is None
            yield (below if below and is_twin else segment), found["number"]


@cache
def _own_rows() -> dict[str, str]:
    """Return the row of each label that is one row's alone: 被依法纠错数 is one of reviews and one of lawsuits."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in FORMS["2014"].tables[0].rows:
        for word in (row.label, *row.spellings):
            found[squeeze_label(word)].add(row.key)
    return {word: next(iter(rows)) for word, rows in found.items() if len(rows) == 1}
