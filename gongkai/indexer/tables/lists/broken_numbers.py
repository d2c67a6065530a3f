"""Which numbers of a list of 2014 are not whole, or may be another column's: 12⏎86, 1,⏎286, one number where the rows print two?"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.lists.lines_of_list import are_serials
from gongkai.indexer.tables.lists.ordinals_of_list import ORDINALS
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import Segment, TableText

__all__ = ["without_broken_numbers"]

_GOES_ON = expression(r"[ \t]*[.,]?[ \t]*\n[\s|]*[.,]?(?P<rest>\d+)(?P<closed>[.,]?(?=[\s|]|$))")
_APART = expression(r"[ \t]*[.,][ \t]*\d")  # 1, 286
_NUMBER = expression(r"(?<![^\s|])\d[\d,.]*(?![^\s|、)])")
_ORDINAL = expression(r"\d{1,2}\.")
_FEWEST = 3  # rows: fewer may be so by chance
_SERIALS = 5  # rows with their own number before them


def without_broken_numbers(rows: Mapping[str, Reading], text: TableText, folded: str) -> dict[str, Reading]:
    """Return the readings without numbers that go on in the line below, and without those alone where other rows print two."""
    own = [segment for segment in text.segments if segment.row and not segment.unknown]
    ends = {row: reading.values[-1].end for row, reading in rows.items() if reading.values[-1].raw}
    ordinals = {above.row: ORDINALS.get(below.row or "") for above, below in pairwise(own)}
    rests = {row: rest for row, end in ends.items() if (rest := _rest(end, folded))}
    numbering = {row for row, rest in rests.items() if rest == ordinals.get(row)}
    if len(rests) >= _SERIALS and are_serials(list(rests.values())):
        numbering = set(rests)
    cut = set(rests) - numbering if len(numbering) >= _SERIALS else set(rests)
    cut |= {row for row, end in ends.items() if _APART.match(folded, end)}
    return {row: reading for row, reading in rows.items() if row not in cut | _alone(own, folded, cut)}


def _rest(at: int, folded: str) -> str:
    """Return the digits that begin the line below a number; 1. is the ordinal of the next row."""
    found = _GOES_ON.match(folded, at)
    return found["rest"] if found and found["closed"] != "." else ""


def _alone(segments: Sequence[Segment], folded: str, cut: Container[str]) -> set[str | None]:
    """Return the rows with one number, where others print two that differ: beside an empty cell it may be the other column's."""
    numbers = {a.row: _numbers(a, b, folded) for a, b in pairwise([*segments, None]) if a}
    several = [found for row, found in numbers.items() if len(set(found)) > 1 and row not in cut]
    if len(several) < _FEWEST or are_serials([found[-1] for found in several]):
        return set()
    return {row for row, found in numbers.items() if len(found) == 1}


def _numbers(segment: Segment, following: Segment | None, folded: str) -> list[str]:
    """Return the numbers behind a label, without the ordinal of the next one."""
    found = [number[0] for number in _NUMBER.finditer(folded, segment.start, segment.end)]
    ordinal = ORDINALS.get(following.row or "", "") if following else ""
    is_ordinal = len(found) > 1 and (found[-1] == ordinal or _ORDINAL.fullmatch(found[-1]))
    return found[:-1] if is_ordinal else found
