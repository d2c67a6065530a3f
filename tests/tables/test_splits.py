"""Are all ways to cut digits run together found, and no others? Against every combination of cuts."""

from __future__ import annotations

from itertools import accumulate, combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from renderers import draw
from renderers.catalogue import CATALOGUE

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.tables.rows.splits import adds_up, splits

NUMBERS = st.one_of(st.integers(0, 3), st.integers(0, 60), st.integers(0, 300))


def every_way(digits: str, ends: set[int], groups: tuple[int, ...]) -> set[tuple[int, ...]]:
    found = set()
    for inner in combinations(range(1, len(digits)), sum(groups) - 1):
        cuts = (*inner, len(digits))
        parts = [digits[a:b] for a, b in pairwise((0, *cuts))]
        if ends <= set(cuts) and all(part == str(int(part)) for part in parts):
            numbers = iter(map(int, parts))
            if all(adds_up([next(numbers) for _ in range(size)]) for size in groups):
                found.add(cuts)
    return found


@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from([(7,), (3,), (5,), (3, 3), (2, 3, 2)]))
def test_every_way_is_found(data: st.DataObject, groups: tuple[int, ...]) -> None:
    numbers: list[int] = []
    for size in groups:
        summands = data.draw(st.lists(NUMBERS, min_size=size - 1, max_size=size - 1))
        numbers += [*summands, sum(summands)]
    written = [str(number) for number in numbers]
    digits = "".join(written)[:14]
    inside = [end for end in accumulate(map(len, written)) if end < len(digits)]
    ends = set(data.draw(st.lists(st.sampled_from(inside), max_size=2))) if inside else set()
    found = list(splits(digits, frozenset(ends), groups))
    assert len(found) == len(set(found))
    assert set(found) == every_way(digits, ends, groups)


def test_dense_digits_take_no_time() -> None:
    """Without a zero there are half a million ways to cut 27 digits into seven numbers."""
    assert all(len(cuts) == 7 for cuts in splits("123456789123456789123456789", frozenset(), (7,)))


def test_what_was_ruled_out_is_told() -> None:
    """`1112` under F3 alone may be cut in more ways than one; the sums of the columns leave one."""
    draws = (draw(CATALOGUE["glued_tables"], seed) for seed in range(20))
    figures = [
        figure for _, content in draws for report in parse_source(Source(content, "a.txt")) for figure in report.figures.values()
    ]
    told = [figure for figure in figures if figure.ruled_out]
    assert told
    assert all(figure.basis == "identity" and figure.value not in figure.ruled_out for figure in told)
