"""A number that a page of a PDF bears stands in an empty cell of table four, alone on its line among bars: the sum tells that it is none."""

from __future__ import annotations

import pytest
from made_up import SOUND, read, report_text

ZEROS = " | ".join(["0"] * 15)


def review(row: str) -> list[object]:
    """Return what is read of the second block of table four."""
    text = report_text(SOUND)
    assert text.count(f"\n{ZEROS}\n") == 1
    report = read(text.replace(f"\n{ZEROS}\n", f"\n{row} |\n"))
    return [report.value(f"litigation_direct.{key}") for key in ("upheld", "corrected", "other", "pending", "total")]


FIRST, LAST = "1 | 3 | 0\n| 1 | 5", "0 | 3 | 0\n| 1 | 4"


@pytest.mark.parametrize(
    ("middle", "found"),
    [
        ("3 | 1 | 1 |\n3\n| 5", [3, 1, 1, None, 5]),
        ("3 | 1 |\n7\n| 1 | 5", [3, 1, None, 1, 5]),
        ("3 | 1 | 1 |\n3\n| 8", [3, 1, 1, 3, 8]),  # it adds up: a cell of its own
        ("3 | 1 | 1 | 0 | 5", [3, 1, 1, 0, 5]),
        ("3 | 1 | 1 | 3 | 5", [3, 1, 1, 3, 5]),  # not alone on its line: an error of the page
        ("3 | 1 | 1 |\n3\n| 6", [3, 1, 1, 3, 6]),  # neither with it nor without it
    ],
)
def test_the_number_of_the_page_is_not_read(middle: str, found: list[object]) -> None:
    assert review(f"{FIRST} | {middle} | {LAST}") == found


# -- table two, a cell a line ---------------------------------------------------------------------------------
def documents(printed: str, between: str = "\n") -> list[object]:
    """Return what is read of the two rows of documents, the first of which prints this, a cell a line."""
    text = report_text(SOUND).replace("行政规范性文件 | 0 | 0 | 0", "行政规范性文件 | 4 | 1 | 12").replace(" | ", between)
    report = read(text.replace("规章\n0\n0\n0".replace("\n", between), f"规章{between}{printed}", 1))
    names = (f"{row}.{key}" for row in ("rules", "normative_documents") for key in ("issued", "repealed", "in_force"))
    return [report.value(f"proactive.{name}") for name in names]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("5\n8\n3", [5, 8, 3]),
        ("5\n8\n\n3", [None] * 3),
        ("5\n\n3", [None] * 3),
        ("5\n8\n3\n", [5, 8, 3]),
    ],
)
def test_a_number_below_an_empty_line_is_the_pages(printed: str, found: list[object]) -> None:
    assert documents(printed) == [*found, 4, 1, 12]


def test_numbers_that_all_stand_below_an_empty_line_are_read() -> None:
    assert documents("5\n\n8\n\n3", "\n\n") == [5, 8, 3, 4, 1, 12]
