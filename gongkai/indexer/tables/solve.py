"""Which reading of each row is right? Identities F1–F4 choose among the readings that the characters allow.

Rows printed in separate cells stand as printed, right or wrong. A row whose split is a conjecture is taken only
when exactly one split is left after its own sum (F3) and, where the whole table is legible, the sums of the
columns (F1, F2).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product
from math import prod
from operator import le

from gongkai.indexer.numbers import Value
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.splits import adds_up
from gongkai.report import Number

__all__ = ["balances", "blocks_add_up", "choose", "columns_hold", "lost_a_cell", "lost_among", "plausible_blocks", "settle_leads"]

_BLOCK = 5  # cells of each of the three blocks of table four
_MOST_BALANCES = 500  # ways to read the four rows of F1 together
_MOST_SUMS = 3_000  # partial sums under way
_BALANCE = ("requests.received", "requests.carried_over", "requests.processed", "requests.carried_forward")


def settle_leads(rows: dict[str, list[Reading]], depth: Mapping[str, int], *, ruled: bool) -> None:
    """Where a row has several places for its first cell, take the one its like-shaped neighbours leave no doubt about.

    `ruled`: the cells are those of a table's markup; else separators may have been lost at the ends of lines.
    """
    sure: dict[int, set[int]] = {}
    for row, readings in rows.items():
        if len(readings) == 1 and not readings[0].glued and _closed(readings[0]):
            sure.setdefault(depth.get(row, 0), set()).add(readings[0].lead)
    _by_depth(sure)
    _drop_narrow(rows)
    if not ruled:
        _drop_shifted(rows, sure, depth)
    for row, readings in rows.items():
        if len(readings) > 1 and not any(r.glued for r in readings):
            leads = sure.get(depth.get(row, 0), set())
            kept = [r for r in readings if r.lead in leads]
            if not kept and len(readings[0].values) == 7:
                kept = [r for r in readings if adds_up([v.value for v in r.values])]
            rows[row] = kept if len(kept) == 1 else []


def _by_depth(sure: dict[int, set[int]]) -> None:
    """Where labels leave an empty cell for each column they span, one depth's lead tells that of the others."""
    if any(depth_lead > 0 and leads == {depth_lead} for d, leads in sure.items() if (depth_lead := 2 - d) >= 0):
        for depth in range(3):
            sure.setdefault(depth, {2 - depth})
    elif any(d < 2 and leads == {0} for d, leads in sure.items()):
        for depth in range(3):
            sure.setdefault(depth, {0})


def _closed(reading: Reading) -> bool:
    """Tell whether something is printed in the first and in the last cell: then the row's place is sure."""
    return bool(reading.values[0].raw and reading.values[-1].raw)


def _drop_shifted(rows: dict[str, list[Reading]], sure: Mapping[int, set[int]], depth: Mapping[str, int]) -> None:
    """Drop rows that begin with an empty cell unless sure rows of their shape begin there, or their sum says so.

    A row that lost its empty last cell looks like one whose first cell is empty.
    """
    for row, readings in rows.items():
        if len(readings) == 1 and not (readings[0].glued or readings[0].placed or readings[0].values[0].raw):
            reading = readings[0]
            printed = [v.value for v in reading.values if v.raw]
            leads = sure.get(depth.get(row, 0))
            if not printed or leads == {reading.lead}:
                continue
            is_open = not leads or reading.lead in leads
            if not (is_open and len(reading.values) == 7 and reading.values[-1].value and adds_up(printed)):
                rows[row] = []


def plausible_blocks(reading: Reading) -> bool:
    """Tell whether a table four with empty cells keeps F4 where a total is printed, and prints one where it must."""
    for start in range(0, len(reading.values), _BLOCK):
        block = reading.values[start : start + _BLOCK]
        if all(v.raw for v in block) or not any(v.value for v in block):
            continue
        if not adds_up([v.value for v in block[:-1] if v.value is not None] + [block[-1].value]):
            return False
    return True


def blocks_add_up(numbers: Sequence[Number | None]) -> bool:
    """Tell whether the three blocks of table four keep F4."""
    return all(adds_up(numbers[start : start + _BLOCK]) for start in range(0, len(numbers), _BLOCK))


def lost_a_cell(reading: Reading) -> bool:
    """Tell whether all but the last cell of table four are printed and keep F4 only where another cell stands among them."""
    *printed, last = (v.value for v in reading.values)
    cells = [value for value in printed if value is not None]
    if last is not None or len(cells) < len(printed) or blocks_add_up(cells[: 2 * _BLOCK]):
        return False
    return lost_among(cells)


def lost_among(cells: Sequence[Number]) -> bool:
    """Tell whether all cells of table four but one keep F4 with another one among them, or behind them."""
    return any(blocks_add_up([*cells[:i], _left_for(cells, i), *cells[i:]]) for i in range(len(cells) + 1))


def _left_for(cells: Sequence[Number], place: int) -> Number:
    """Return the number that a lost cell must have held for its block to add up, none below zero."""
    start = place - place % _BLOCK
    *others, total = cells[start : start + _BLOCK - 1]
    return sum(others) + total if place % _BLOCK == _BLOCK - 1 else max(0, total - sum(others))


def _drop_narrow(rows: dict[str, list[Reading]]) -> None:
    """Drop rows of padded lines that may have lost a cell, their padding standing where a cell did.

    That is a line narrower than the others, and one whose last cell is empty where most are not.
    """
    padded = {row: readings[0] for row, readings in rows.items() if readings and readings[0].width}
    for cells in {len(reading.values) for reading in padded.values()}:
        alike = {row: reading for row, reading in padded.items() if len(reading.values) == cells}
        usual, times = Counter(reading.width for reading in alike.values()).most_common(1)[0]
        for row, reading in alike.items():
            if reading.values[-1].raw or times * 2 <= len(alike):
                continue
            closed = sum(1 for other in alike.values() if other.values[-1].raw)
            if reading.width < usual or (usual > cells + 1 and closed * 2 > len(alike)):
                rows[row] = []


def choose(rows: Mapping[str, list[Reading]], order: Sequence[str]) -> dict[str, Reading]:
    """Return the one reading of each row that is certain; `order` names every row of the form."""
    certain = {row: readings[0] for row, readings in rows.items() if len(readings) == 1}
    open_rows = {row: readings for row, readings in rows.items() if len(readings) > 1}
    whole = all(rows.get(row) for row in order)
    filled = all(v.value is not None for readings in rows.values() for r in readings for v in r.values)
    if open_rows and whole and filled and prod(len(rows[row]) for row in _BALANCE) <= _MOST_BALANCES:
        certain |= _agreed(certain, open_rows, order)
    if whole and not open_rows.keys() - certain.keys():
        return _without_suspects(certain, order)
    # Without the sums of the columns a split that alone adds up may still be a chance: a cell was empty, or the page ends.
    return {
        row: reading for row, reading in certain.items() if not (reading.glued and any(len(v.raw) > 1 for v in reading.values))
    }


def _agreed(certain: Mapping[str, Reading], open_rows: Mapping[str, list[Reading]], order: Sequence[str]) -> dict[str, Reading]:
    """Return the open rows that read the same in every solution under which all columns add up (F1, F2)."""
    readings = {row: open_rows.get(row) or [certain[row]] for row in order}
    outcomes = [row for row in order if row not in _BALANCE]
    viable: dict[str, set[Reading]] = {row: set() for row in open_rows}
    for balance in product(*(readings[row] for row in _BALANCE)):
        received, over, processed, forward = ([_int(v) for v in reading.values] for reading in balance)
        if any(a + b != c + d for a, b, c, d in zip(received, over, processed, forward, strict=True)):
            continue
        found = _reaching([readings[row] for row in outcomes], tuple(processed))
        if found is None:
            return {}
        if all(found):
            for row, choices in zip((*outcomes, *_BALANCE), (*found, *({r} for r in balance)), strict=True):
                if row in viable:
                    viable[row] |= choices
    return {row: next(iter(choices)) for row, choices in viable.items() if len(choices) == 1}


def _reaching(rows: Sequence[list[Reading]], target: tuple[int, ...]) -> list[set[Reading]] | None:
    """Return for each row the readings that take part in a sum equal to the target; null when there are too many sums."""
    before = [{(0,) * len(target)}]
    for readings in rows:
        sums = {total for s in before[-1] for r in readings if (total := _add(s, r)) and all(map(le, total, target))}
        if len(sums) > _MOST_SUMS:
            return None
        before.append(sums)
    after = {target}
    viable: list[set[Reading]] = []
    for readings, reachable in zip(reversed(rows), reversed(before[:-1]), strict=True):
        steps = [(s, r) for s in reachable for r in readings if _add(s, r) in after]
        viable.append({r for _, r in steps})
        after = {s for s, _ in steps}
    return viable[::-1]


def _add(sums: tuple[int, ...], reading: Reading) -> tuple[int, ...]:
    return tuple(s + _int(v) for s, v in zip(sums, reading.values, strict=True))


def _int(value: Value) -> int:
    return int(value.value or 0)


def balances(rows: Mapping[str, Reading], order: Sequence[str]) -> bool:
    """Tell whether every row and every column of a table three without empty cells adds up (F1, F2, F3)."""
    return all(adds_up([v.value for v in rows[row].values]) for row in order) and columns_hold(rows, order)


def columns_hold(rows: Mapping[str, Reading], order: Sequence[str]) -> bool:
    """Tell whether every column without an empty cell adds up (F1, F2)."""
    return not _broken_columns(rows, order)


def _broken_columns(rows: Mapping[str, Reading], order: Sequence[str]) -> list[int]:
    """Return the columns in which F1 or F2 fails; columns with an empty cell are not assessed."""
    broken = []
    for column in range(7):
        cells = {row: rows[row].values[column].value for row in order}
        if any(value is None for value in cells.values()):
            continue
        received, over, processed, forward = (cells[row] for row in _BALANCE)
        outcomes = sum(value for row, value in cells.items() if row not in _BALANCE)  # type: ignore[misc]
        if received + over != processed + forward or outcomes != processed:  # type: ignore[operator]
            broken.append(column)
    return broken


def _without_suspects(rows: dict[str, Reading], order: Sequence[str]) -> dict[str, Reading]:
    """Drop conjectured splits that take part in a column that does not add up: the split may be the cause."""
    broken = _broken_columns(rows, order)
    return {
        row: reading
        for row, reading in rows.items()
        if not (
            reading.glued
            and any(len(v.raw) > 1 for v in reading.values)
            and any(reading.values[column].value for column in broken)
        )
    }
