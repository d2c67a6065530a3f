"""Table four has fifteen cells: of sixteen, one printed twice, nobody can tell which is whose."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Number, Report

RULINGS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
HEAD = ("行政复议", "行政诉讼", *RULINGS, "未经复议直接起诉", "复议后起诉", *RULINGS, *RULINGS)
CELLS = ["{0}"] * 5 + ["76", "3", "1", "{0}", "80"] + ["{0}"] * 5
PAGE = """青禾县水务局2022年政府信息公开工作年度报告
一、总体情况
全年运转正常。
四、政府信息公开行政复议、行政诉讼情况
{table}
五、存在的主要问题及改进情况
无。
"""


def read(cells: list[str], mark: str) -> list[Number | None]:
    """Return the numbers of table four, a cell a line; `mark` stands in empty cells."""
    table = "\n".join(f"{cell.format(mark)} |" for cell in (*HEAD, *cells))
    (report,) = parse_source(Source(PAGE.format(table=table).encode(), "a.txt"))
    assert isinstance(report, Report)
    parts = ("review.", "litigation_direct.", "litigation_after_review.")
    return [figure.value for part in parts for name, figure in report.figures.items() if name.startswith(part)]


@pytest.mark.parametrize("mark", ["/", "-", "—", "无"])
def test_fifteen_cells_are_read(mark: str) -> None:
    assert read(CELLS, mark) == [None] * 5 + [76, 3, 1, None, 80] + [None] * 5


@pytest.mark.parametrize("mark", ["/", "-", "—", "无"])
@pytest.mark.parametrize("again", range(5, 10))
def test_of_sixteen_cells_none_is_read(mark: str, again: int) -> None:
    assert read([*CELLS[: again + 1], *CELLS[again:]], mark) == [None] * 15


@pytest.mark.parametrize("mark", ["/", "-", "—", "无"])
def test_of_a_mark_before_the_row_none_is_read(mark: str) -> None:
    assert read([mark, *CELLS], mark) in ([None] * 15, [None] * 5 + [76, 3, 1, None, 80] + [None] * 5)
