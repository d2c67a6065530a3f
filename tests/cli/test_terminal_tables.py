"""A table that is wider than its terminal loses no digit and no label: it is printed in blocks of columns."""

from __future__ import annotations

import io
import os
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from gongkai.search.render import Sheet
from gongkai.search.render_terminal import print_table

PROVINCES = ("上海市", "云南省", "宁夏回族自治区", "新疆维吾尔自治区", "西藏自治区", "广西壮族自治区", "内蒙古自治区")
NARROWEST = 30  # cells: a label, and the longest name of a province beside it


def printed(sheet: Sheet, width: int) -> str:
    out = io.StringIO()
    with patch.dict(os.environ, {"COLUMNS": str(width), "TERM": "dumb"}):
        print_table(sheet, out)
    return out.getvalue()


def numbers_of(text: str) -> list[list[int]]:
    """Return the numbers of each block of columns, row by row, the year before them aside."""
    return [[int(word) for word in line.split()[1:]] for line in text.splitlines() if line[:2] == "20"]


@given(
    rows=st.lists(st.lists(st.integers(0, 99_999_999), min_size=7, max_size=7), min_size=1, max_size=4),
    width=st.integers(NARROWEST, 140),
)
def test_every_number_is_whole_at_every_width(rows: list[list[int]], width: int) -> None:
    years = [(str(2019 + i), *row) for i, row in enumerate(rows)]
    text = printed(Sheet(("年度", *PROVINCES), years, frozenset(range(1, 8))), width)
    found: list[list[int]] = [[] for _ in rows]
    for i, numbers in enumerate(numbers_of(text)):
        found[i % len(rows)] += numbers
    assert found == rows
    assert all(name in text for name in PROVINCES)


def test_a_table_that_fits_is_one_block() -> None:
    assert printed(Sheet(("年度", "篇数"), [("2021", 3), ("2022", 4)], frozenset({1})), 80).count("年度") == 1


def test_labels_and_shades_go_with_their_columns() -> None:
    sheet = Sheet(("结果", "层级", *PROVINCES), [("予以公开", "县级", *range(7))], frozenset(range(2, 9)), shades={(0, 8): 1.0})
    text = printed(sheet, 50)
    assert text.count("予以公开") == text.count("县级") == text.count("结果") > 1
    assert "6 █" in text
    assert text.count("█") == 1
