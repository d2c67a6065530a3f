"""Of two rows of table four, one of this year and one of the year before, the report's own is read."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.tables.shapes.rows_of_years import without_other_years
from gongkai.report import Number, Report

OWN, PAST = (3, 1, 0, 2, 6, 0, 4, 0, 0, 4, 1, 0, 0, 0, 1), (2, 2, 0, 1, 5, 0, 3, 0, 0, 3, 0, 0, 0, 0, 0)
RULINGS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
TITLE = "青禾县水务局2022年政府信息公开工作年度报告"
NULL: list[Number | None] = [None] * 15
LABELS = [("2022年", "2021年"), ("本年度", "上年度"), ("本年", "去年"), ("2022年度", "上年同期"), ("本期", "同期数")]


def _page(rows: list[tuple[str, tuple[int, ...]]], mark: str) -> str:
    blocks = ["", *[""] * 5, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4]
    head = [["年度", "行政复议", *[""] * 4, "行政诉讼", *[""] * 9], blocks, ["", *RULINGS * 3]]
    lines = [*head, *([label, *map(str, cells)] for label, cells in rows)]
    table = "\n".join(mark.join(line) for line in lines)
    if mark == "<td>":
        body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in lines)
        table = f"<table>{body}</table>"
    sections = [
        "一、总体情况",
        "本局按期更新公开目录，及时答复群众来电，组织经办人员培训，接受社会监督，全年工作平稳有序。",
        "四、政府信息公开行政复议、行政诉讼情况",
        table,
        "五、存在的主要问题及改进情况",
        "无。",
    ]
    texts = [TITLE, *sections]
    return "\n".join(text if text == table or mark != "<td>" else f"<p>{text}</p>" for text in texts)


def _read(rows: list[tuple[str, tuple[int, ...]]], mark: str) -> list[Number | None]:
    (report,) = parse_source(Source(_page(rows, mark).encode(), "a.html" if mark == "<td>" else "a.txt"))
    assert isinstance(report, Report)
    names = ("review.", "litigation_direct.", "litigation_after_review.")
    return [figure.value for part in names for name, figure in report.figures.items() if name.startswith(part)]


@pytest.mark.parametrize("mark", [" | ", "\t", "<td>"])
@pytest.mark.parametrize("labels", LABELS)
def test_the_row_of_the_year_is_read(labels: tuple[str, str], mark: str) -> None:
    own, past = labels
    assert _read([(own, OWN), (past, PAST)], mark) == list(OWN)
    assert _read([(past, PAST), (own, OWN)], mark) == list(OWN)


@pytest.mark.parametrize("mark", [" | ", "\t", "<td>"])
@pytest.mark.parametrize(
    "labels", [("2021年", "2020年"), ("本机关", "上年度"), ("上年", "去年"), ("一季度", "二季度"), ("2022年", "2022年")]
)
def test_nothing_is_read_where_no_row_is_said_to_be_the_years(labels: tuple[str, str], mark: str) -> None:
    assert _read([(labels[0], OWN), (labels[1], PAST)], mark) == NULL


@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_a_row_that_lost_a_cell_is_not_the_years(mark: str) -> None:
    read = _read([("本年度", OWN[1:]), ("上年度", PAST)], mark)
    assert all(got in (None, own) for got, own in zip(read, OWN, strict=True))
    left = without_other_years(_page([("本年度", OWN[1:]), ("上年度", PAST)], mark))
    assert "本年度" not in left
    assert "上年度" not in left


def test_a_long_page_takes_little_time() -> None:
    for words in ("本年 | 1 | ", "2022年", "| 1 ", "\t1", "本年 | \n"):
        without_other_years(words * 5_000)
