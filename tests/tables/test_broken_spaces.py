"""A number behind a space that a copy broke (? 12, \ufffd 0) is read in a cell of its own whose row adds up, and nowhere else."""

from __future__ import annotations

import re

import pytest
from made_up import ONE, SOUND, TWO, read, report_text

from gongkai.report import Report

CELLS = SOUND | {
    "received": [3, 0, 0, 0, 0, 0, 3],
    "granted": TWO,
    "denied.state_secret": ONE,
    "processed": [3, 0, 0, 0, 0, 0, 3],
}
_NUMBER = re.compile(r"(?<=\| )\d+(?= \||\n)")
SEPARATORS = [" | ", "\t", "\n", " |\n"]


def requests_of(report: Report) -> dict[str, object]:
    return {name: figure.value for name, figure in report.figures.items() if name.startswith("requests.")}


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("mark", ["?", "\ufffd", "？", "??"])
@pytest.mark.parametrize("every", [1, 3, 40])
def test_numbers_behind_broken_spaces_are_read(every: int, mark: str, separator: str) -> None:
    plain = report_text(CELLS)
    head, heading, table = plain.partition("三、收到和处理")
    places = [cell.start() for cell in _NUMBER.finditer(table)][::every]
    for at in reversed(places):
        table = f"{table[:at]}{mark} {table[at:]}"
    before, after = (
        read((head + heading + t).replace(" | ", separator), "page.txt") for t in (plain.partition(heading)[2], table)
    )
    assert requests_of(after) == requests_of(before)
    assert after.value("requests.received.total") == 3


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    ("row", "broken"),
    [
        (
            "予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2",
            "予以公开 | ? 3 | 0 | 0 | 0 | 0 | 0 | 2",
        ),  # does not add up: the mark was part of it
        ("予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2", "予以公开 | ?2 | 0 | 0 | 0 | 0 | 0 | 2"),  # may be a digit
        ("予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2", "予以公开 | 1? 2 | 0 | 0 | 0 | 0 | 0 | 2"),
    ],
)
def test_what_may_be_more_than_a_space_leaves_the_number_unread(row: str, broken: str, separator: str) -> None:
    text = report_text(CELLS)
    assert row in text
    assert read(text.replace(row, broken).replace(" | ", separator), "page.txt").value("requests.granted.natural_person") is None


@pytest.mark.parametrize("separator", SEPARATORS)
def test_table_two_has_no_sums_that_tell(separator: str) -> None:
    text = report_text(CELLS).replace("行政许可 | 0", "行政许可 | ? 5").replace("规章 | 0 | 0 | 0", "规章 | 0 | ? 4 | 7")
    report = read(text.replace(" | ", separator), "page.txt")
    assert report.value("proactive.licensing.decisions") is None
    assert report.value("proactive.rules.repealed") is None
    assert report.value("requests.received.total") == 3


def test_where_spaces_part_the_cells_the_mark_may_be_one() -> None:
    text = (
        report_text(CELLS)
        .replace("予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2", "予以公开 | 2 | ? | 0 | 0 | 0 | 0 | 2")
        .replace(" | ", " ")
    )
    assert read(text, "page.txt").value("requests.granted.commercial_enterprise") is None


def test_a_page_of_marks_takes_no_time() -> None:
    assert isinstance(read(report_text(CELLS) + "\n" + "? " * 20_000 + "?" * 20_000, "page.txt"), Report)
