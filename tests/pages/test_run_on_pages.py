"""Pages run together, and several tables of one kind: links to other pages and rows printed twice give no numbers."""

from __future__ import annotations

import re

import pytest
from made_up import report_text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form import FORMS
from gongkai.report import Number, Report

NEW = [41, 39, 0, 0, 0, 0, 80]
LAST = next(row.label for row in FORMS["2021"].tables[1].rows if row.key == "requests.carried_forward")
OPEN = [1, 2, 0, 0, 0, 0, 3]
CELLS = {
    "received": NEW,
    "processed": [40, 37, 0, 0, 0, 0, 77],
    "carried_forward": OPEN,
    "granted": OPEN,
    "review": [1, 0, 0, 2, 3],
}


def figures(text: str) -> dict[str, Number | None]:
    [report] = parse_source(Source(text.encode(), "made-up.txt"))
    assert isinstance(report, Report)
    return {name: figure.value for name, figure in report.figures.items()}


def glued(text: str) -> str:
    """Return the page without anything between its words and numbers."""
    head, _, body = text.partition("\n")
    return f"{head}\n" + re.sub(r"[|\s]+", "", body)


def of(row: str, found: dict[str, Number | None]) -> list[Number | None]:
    return [value for name, value in found.items() if name.startswith(f"{row}.")]


@pytest.mark.parametrize("links", ["2 3 4 5 6 7 下一页", "1 2 3 4 5 6 7 下一页", "2 3 4 5 6 7 8 >"])
def test_links_to_pages_behind_the_last_row_are_not_its_cells(links: str) -> None:
    text = glued(report_text(CELLS))
    row = "".join(map(str, OPEN))
    assert text.count(f"{LAST}{row}") == 1
    found = figures(text.replace(f"{LAST}{row}", f"{LAST}{row}{links}"))
    assert all(value in (None, true) for value, true in zip(of("requests.carried_forward", found), OPEN, strict=True))
    assert of("requests.granted", found) == OPEN


def test_links_to_pages_behind_table_four_are_not_its_cells() -> None:
    row = "100230000000000"
    text = glued(report_text(CELLS))
    assert text.count(row) == 1
    found = figures(text.replace(row, f"{row} 2 3 4 5 6 7 8 9 10 11 12 13 14 15 下一页"))
    assert set(of("review", found)) <= {None, 1, 0, 2, 3}
    assert set(of("litigation_direct", found)) <= {None, 0}


@pytest.mark.parametrize("again", ["0000000", "3000003", "12000012"])
def test_a_row_printed_twice_on_a_page_run_together_is_nobodys(again: str) -> None:
    label = "没有现成信息需要另行制作"
    text = glued(report_text(CELLS | {"unavailable.requires_creation": [2, 0, 0, 0, 0, 0, 2]}))
    assert text.count(f"{label}2000002") == 1
    found = figures(text.replace(f"{label}2000002", f"{label}2000002{label}{again}"))
    assert set(of("requests.unavailable.requires_creation", found)) == {None}
    same = figures(text.replace(f"{label}2000002", f"{label}2000002{label}2000002"))
    assert of("requests.unavailable.requires_creation", same) == [2, 0, 0, 0, 0, 0, 2]


def three_tables(captions: tuple[str, str, str]) -> str:
    """Return a report that prints table three for its own office, for the bodies below it and for both."""
    numbers = [[3, 5, 0, 1, 0, 1, 10], [2, 0, 1, 0, 0, 0, 3], [5, 5, 1, 1, 0, 1, 13]]
    pages = [report_text({"received": row, "processed": row, "granted": row}) for row in numbers]
    begin, end = pages[0].index("申请人情况"), pages[0].index("四、")
    parts = [f"{caption}\n{text[begin : text.index('四、')]}" for caption, text in zip(captions, pages, strict=True)]
    return pages[0][:begin] + "".join(parts) + pages[0][end:]


@pytest.mark.parametrize("captions", [("表1 局机关", "表2 下属单位", "表3 合计"), ("表1 机关本级", "表2 所属单位", "表3 汇总表")])
def test_of_three_tables_that_differ_none_is_taken_for_the_reports(captions: tuple[str, str, str]) -> None:
    assert set(of("requests.received", figures(three_tables(captions)))) == {None}
