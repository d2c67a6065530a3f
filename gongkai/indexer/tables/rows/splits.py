"""In how many ways can digits run together be rows that add up? Every way, or too many to tell.

The last number of a group is the sum of the others (F3, F4), which leaves few ways to cut: the last number is chosen
first, and no number before it may be larger than what is left of the sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.indexer.numbers import Value
from gongkai.report import Number

__all__ = ["adds_up", "blocks_hold", "cells_add_up", "splits"]

Cuts = tuple[int, ...]  # where the numbers end


def adds_up(numbers: Sequence[Number | None]) -> bool:
    """Tell whether the last number is the sum of the others (F3, F4)."""
    return None not in numbers and sum(numbers[:-1]) == numbers[-1]  # type: ignore[arg-type]


def cells_add_up(cells: Sequence[Value]) -> bool:
    """Tell whether the last of a row's cells is the sum of the others, an empty one counting nothing."""
    return adds_up([cell.value or 0 for cell in cells])


def blocks_hold(numbers: Sequence[Number | None], size: int) -> bool:
    """Tell whether each block of so many numbers ends with the sum of the others, an empty one counting nothing."""
    return all(adds_up([number or 0 for number in numbers[at : at + size]]) for at in range(0, len(numbers), size))


def splits(digits: str, ends: frozenset[int], groups: Sequence[int]) -> Iterator[Cuts]:
    """Yield every way to cut the digits into groups of so many numbers, each of which adds up.

    No number begins with a zero but zero itself; `ends` are the places where one number ends for certain.
    """
    if not groups:
        if not digits:
            yield ()
        return
    size, later = groups[0], sum(groups[1:])
    stops = range(size, len(digits) - later + 1) if later else (len(digits),)
    for stop in stops:
        for head in _one_group(digits[:stop], ends, size):
            rest = frozenset(end - stop for end in ends if end > stop)
            for tail in splits(digits[stop:], rest, groups[1:]):
                yield (*head, *(stop + end for end in tail))


def _one_group(digits: str, ends: frozenset[int], size: int) -> Iterator[Cuts]:
    length = len(digits)
    for start in range(length - 1, size - 2, -1):
        if not _crosses(start, length, ends) and (digits[start] != "0" or start == length - 1):
            for cuts in _summands(digits, 0, start, size - 1, int(digits[start:]), ends):
                yield (*cuts, length)


def _summands(digits: str, start: int, stop: int, count: int, total: int, ends: frozenset[int]) -> Iterator[Cuts]:
    """Yield the ways to cut `digits[start:stop]` into so many numbers of that sum."""
    left = stop - start
    if left < count or left > count * len(str(total)) or total >= 10 ** (left - count + 1) + 9 * count:
        return  # too few digits, more than the sum has room for, or not enough to reach it
    if count == 1:
        is_number = digits[start] != "0" or left == 1
        if is_number and int(digits[start:stop]) == total and not _crosses(start, stop, ends):
            yield (stop,)
        return
    longest = 1 if digits[start] == "0" else left - count + 1
    for end in range(start + 1, start + longest + 1):
        number = int(digits[start:end])
        if number > total or _crosses(start, end, ends):
            break
        for cuts in _summands(digits, end, stop, count - 1, total - number, ends):
            yield (end, *cuts)


def _crosses(start: int, end: int, ends: frozenset[int]) -> bool:
    return any(start < sure < end for sure in ends)
