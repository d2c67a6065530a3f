"""The last number of a list of 2014 that a copy cuts, and numbers that it prints digit by digit."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form_2014 import LIST_2014, STATISTICS_2014
from gongkai.report import Report

HEAD = "青禾县水务局2016年政府信息公开工作年度报告\n一、概述\n按规定办理。\n附表\n政府信息公开情况统计表\n"
NUMBERS = {key: n * 7 % 31 + 11 for n, (key, _, _) in enumerate(STATISTICS_2014)}
LAST = STATISTICS_2014[-1][0]


def _figures(rows: list[str]) -> dict[str, object]:
    (report,) = parse_source(Source((HEAD + "\n".join(rows)).encode(), "a.txt"))
    assert isinstance(report, Report)
    return {name.removeprefix(LIST_2014): f.value for name, f in report.figures.items() if f.value is not None}


def _barred(until: str = LAST, **other: int) -> list[str]:
    rows = ["| 统计指标 | 单位 | 统计数 |"]
    for key, label, unit in STATISTICS_2014:
        rows.append(f"| {label} | {unit} | {other.get(key.replace('.', '_'), NUMBERS[key])} |")
        if key == until:
            break
    return rows


def test_the_last_number_of_a_copy_that_ends_inside_its_row_is_open() -> None:
    rows = _barred("capacity.staff")
    found = _figures([*rows[:-1], rows[-1][:-2]])
    assert "capacity.staff" not in found
    assert found["capacity.reading_points"] == NUMBERS["capacity.reading_points"]


@pytest.mark.parametrize("behind", ["\n青禾县水务局\n2017年1月20日", " |"])
def test_a_row_that_is_closed_or_that_something_follows_is_whole(behind: str) -> None:
    rows = _barred("capacity.staff")
    assert _figures([*rows[:-1], rows[-1][:-2] + behind])["capacity.staff"] == NUMBERS["capacity.staff"]


def test_the_number_at_the_list_s_own_end_is_whole_where_the_rows_have_no_bars() -> None:
    rows = [row.strip("| ").replace(" | ", "\t") for row in _barred()]
    assert _figures(rows)[LAST] == NUMBERS[LAST]
    barred = _barred()
    assert LAST not in _figures([*barred[:-1], barred[-1][:-2]])


def test_no_count_goes_on_behind_nought() -> None:
    rows = _barred("capacity.staff", capacity_staff=0)
    assert _figures([*rows[:-1], rows[-1][:-2]])["capacity.staff"] == 0


def test_digits_printed_apart_are_no_number_printed_thrice() -> None:
    rows = ["统计指标 单位 统计数"]
    apart = {"proactive.by_gazette": "7 7 7", "proactive.items_published": "2 0 6 1", "requests.received": "3 6"}
    rows += [f"{label} {unit} {apart.get(key, '3')}" for key, label, unit in STATISTICS_2014]
    found = _figures([*rows, "青禾县水务局"])
    assert "proactive.by_gazette" not in found
    assert found["proactive.by_website"] == 3


def test_a_number_that_three_cells_print_is_read() -> None:
    rows = ["统计指标 单位 统计数"]
    rows += [f"{label} {unit} {'7 7 7' if key == 'proactive.by_gazette' else '3'}" for key, label, unit in STATISTICS_2014]
    assert _figures([*rows, "青禾县水务局"])["proactive.by_gazette"] == 7


def test_parts_of_reviews_that_do_not_add_up_may_be_those_of_lawsuits_whose_heading_is_lost() -> None:
    lost = ("litigation.total", "litigation.upheld", "litigation.corrected", "litigation.other")
    numbers = {"review.total": 5, "review.upheld": 4, "review.corrected": 2, "review.other": 3}
    for other in (3, 1):
        shown = numbers | {"review.corrected": other - 1 if other == 1 else 2, "review.other": other}
        rows = [f"{label}\t{unit}\t{shown.get(key, 12)}" for key, label, unit in STATISTICS_2014 if key not in lost]
        found = _figures(["统计指标\t单位\t统计数", *rows, "青禾县水务局"])
        assert found["review.total"] == 5
        assert found.get("review.other") == (1 if other == 1 else None)
