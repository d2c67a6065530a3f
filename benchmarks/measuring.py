"""How is a time taken, and a row of the table written?"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

__all__ = ["Row", "best_in_turns", "best_of", "median", "percentile", "side_by_side", "table"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `ratio` is ours to theirs; `aim` says which ratio is wanted."""

    what: str
    ours: str
    beside: str
    theirs: str
    ratio: float | None
    aim: str


def best_of(times: int, call: Callable[[], object]) -> float:
    """Return the shortest of several runs, in seconds: the one that other work disturbed least."""
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - started)
    return best


def best_in_turns(times: int, *calls: Callable[[], object]) -> list[float]:
    """Return the shortest run of each call, in seconds; they take turns, so that other work disturbs all alike."""
    best = [float("inf")] * len(calls)
    for _ in range(times):
        best = [min(least, best_of(1, call)) for least, call in zip(best, calls, strict=True)]
    return best


def side_by_side(times: int, count: int, *calls: Callable[[int], object]) -> list[float]:
    """Return the seconds of the processor that each call takes for one of `count` items, on average of several rounds.

    The calls take turns at each item: whatever speed the machine has at that moment, it counts for all alike.
    """
    spent = [0.0] * len(calls)
    for _ in range(times):
        for item in range(count):
            for which, call in enumerate(calls):
                started = time.process_time()
                call(item)
                spent[which] += time.process_time() - started
    return [seconds / (times * count) for seconds in spent]


def median(values: Sequence[float]) -> float:
    """Return the middle value."""
    return statistics.median(values)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which that share lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| what | gongkai | beside | | ratio | aim |", "| --- | --- | --- | --- | --- | --- |"]
    for row in rows:
        ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
        lines.append(f"| {row.what} | {row.ours} | {row.beside} | {row.theirs} | {ratio} | {row.aim} |")
    return "\n".join(lines)
