"""Are a PDF's numbers those that are printed: drawn twice, in narrow cells, over a page break, under notes?"""

from __future__ import annotations

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf import read_pdf


def lines(*sheets: Sheet) -> list[str]:
    """Return the lines of drawn sheets."""
    return read_pdf(Source(write_pdf(list(sheets)), "report.pdf")).text.split("\n")


@pytest.mark.parametrize("size", [6.0, 8.0, 10.0])
@pytest.mark.parametrize("number", ["11", "9961", "100", "1", "7000"])
def test_a_number_printed_twice_for_bold_type_is_one(size: float, number: str) -> None:
    sheet = Sheet()
    for shift in (0.0, 0.3):
        sheet.text(100 + shift, 100, f"共收到申请{number}件", size)
    assert lines(sheet) == [f"共收到申请{number}件"]
