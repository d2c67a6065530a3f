"""A bar in a number is a one that was read wrongly, unless it parts cells: |2 for 12 is no 2."""

from __future__ import annotations

import time

import pytest
from made_up import read, report_text

from gongkai.indexer.tables.rows.bars_for_ones import mark_bars_for_ones

CELLS = {
    "received": [12, 21, 0, 3, 0, 0, 36],
    "granted": [12, 11, 0, 3, 0, 0, 26],
    "denied.state_secret": [0, 10, 0, 0, 0, 0, 10],
    "processed": [12, 21, 0, 3, 0, 0, 36],
}
SHOWN = {"received.natural_person": 12, "granted.commercial_enterprise": 11, "denied.state_secret.total": 10}


@pytest.mark.parametrize("cell", ["|2", "2|", "3|0", "||"])
@pytest.mark.parametrize("between", [" | ", "\t", " ", "\n"])
def test_a_number_with_a_bar_in_it_is_not_read(between: str, cell: str) -> None:
    page = report_text({}, fee="5").replace("行政许可 | 0", f"行政许可 | {cell}").replace(" | ", between)
    assert read(page).value("proactive.licensing.decisions") is None
    assert read(page).value("proactive.penalties.decisions") == 0


def test_nor_is_one_of_a_row_that_adds_up_without_it() -> None:
    page = report_text(CELLS).replace(" | ", "\t").replace("12\t21\t0\t3\t0\t0\t36", "|2\t2|\t0\t3\t0\t0\t36")
    found = read(page)
    assert found.value("requests.received.natural_person") in (12, None)
    assert found.value("requests.received.commercial_enterprise") in (21, None)
    assert found.value("requests.granted.commercial_enterprise") == 11


@pytest.mark.parametrize("between", ["|", " |", "| "])
def test_bars_that_part_the_cells_are_none(between: str) -> None:
    found = read(report_text(CELLS).replace(" | ", between))
    assert {name: found.value(f"requests.{name}") for name in SHOWN} == SHOWN


def test_many_bars_take_no_time() -> None:
    begins = time.monotonic()
    for text in ("1|" * 100_000, "|" * 200_000, "1 |2 " * 50_000, "|1|." * 50_000):
        assert len(mark_bars_for_ones(text)) == len(text)
    assert time.monotonic() - begins < 5
