"""Which fifteen numbers may not be table four's, though as many as it has cells? The page's is one of them, or a column of its own has one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.heads.columns_of_review import heads_labels
from gongkai.indexer.tables.heads.head_order import further_rulings
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.splits import adds_up
from gongkai.indexer.tables.solve import blocks_add_up, lost_among
from gongkai.indexer.tables.tables import TableText
from gongkai.report import Number

__all__ = ["is_moved", "lacks_sums_below_more_heads"]

_BLOCK, _MOST_BROKEN = 5, 1
_MARK, _LINE_ENDS = expression(r"[|\t]"), expression(r"[\n\d]")


def is_moved(reading: Reading, folded: str) -> bool:
    """Tell whether printed cells without separators fail F4, and keep it where the first or last is the page's, one being lost.

    One block alone that fails is the page's own mistake, unless the block that holds the page's number adds up by chance, or is
    the last and ends with less than the number before it, which may be its total.
    """
    numbers = [value.value for value in reading.values]
    cells = [number for number in numbers if number is not None]
    is_parted = any(_MARK.search(folded, a.end, b.start) for a, b in pairwise(reading.values))
    blocks = [adds_up(numbers[at : at + _BLOCK]) for at in range(0, len(numbers), _BLOCK)]
    if len(cells) < len(numbers) or is_parted or all(blocks):
        return False
    is_one = blocks.count(False) <= _MOST_BROKEN
    if is_one and not blocks[-1] and _ends_below_total(cells[-_BLOCK:]):
        return True
    ends = ((cells[-1], cells[:-1], blocks[-1]), (cells[0], cells[1:], blocks[0]))
    return any(lost_among(others) for end, others, is_sound in ends if not is_one or (is_sound and end))


def _ends_below_total(block: Sequence[Number]) -> bool:
    """Tell whether the last number of a block is less than the one before, which is no less than those before it: 2 3 0 6, and 3."""
    *others, total, last = block
    return 0 < last < total and sum(others) <= total


def lacks_sums_below_more_heads(text: TableText, reading: Reading, folded: str) -> bool:
    """Tell whether the head names a column of the page's own, and the cells are not all printed or do not add up: one may be that column's."""
    numbers = [value.value for value in reading.values]
    if None not in numbers and blocks_add_up(numbers):
        return False
    last = max((segment.label[1] for segment in text.segments if not segment.unknown), default=text.start)
    end = _LINE_ENDS.search(folded, last)  # below it a label of the row may stand
    further = further_rulings(text.start, end.start() if end else len(folded), folded)
    return any(not heads_labels(word) for word in further)
