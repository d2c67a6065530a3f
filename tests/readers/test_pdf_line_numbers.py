"""Numbers of a PDF's lines, in its margin, are no digits of the text; a column of numbers and a list are printed as they stand."""

from __future__ import annotations

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf.reader import read_pdf

PROSE = (
    "二、主动公开政府信息情况",
    "我局主动公开政府信息4038",
    "条，其中业务动态120条。",
    "我局收到政府信息公开申请",
    "3907件。",
    "三、问题",
)


def text_of(numbers: list[int], gap: float = 20) -> str:
    """Return the text of a sheet with PROSE, and numbers left of its lines."""
    sheet = Sheet()
    for index, line in enumerate(PROSE):
        sheet.text(90, 100 + 20 * index, line)
    for index, number in enumerate(numbers):
        sheet.text(90 - gap, 100 + 20 * index, str(number), 8)
    return read_pdf(Source(write_pdf([sheet]), "lines.pdf")).text.replace("\n", "")


@pytest.mark.parametrize("first", [1, 8, 96])
@pytest.mark.parametrize("gap", [18, 40])
def test_numbers_of_lines_are_dropped(first: int, gap: float) -> None:
    assert text_of(list(range(first, first + len(PROSE))), gap) == "".join(PROSE)


@pytest.mark.parametrize("numbers", [[1, 2, 3], [1, 2, 4, 5, 6, 7], [3, 3, 3, 3, 3, 3]])
def test_other_numbers_before_lines_are_kept(numbers: list[int]) -> None:
    found = text_of(numbers)
    assert sum(map(str.isdigit, found)) == sum(map(str.isdigit, "".join(PROSE))) + len(numbers)
