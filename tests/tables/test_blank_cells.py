"""One empty cell of a table three printed cell for cell as the form has it: the others are read, it is blank; cells a column late are not."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form import FORMS
from gongkai.report import Fault, Report, State

FORM = FORMS["2021"].tables[1]
CELLS = {
    "received": (20, 3, 0, 1, 0, 4, 28),
    "granted": (15, 1, 0, 1, 0, 2, 19),
    "denied.state_secret": (5, 1, 0, 0, 0, 1, 7),
    "processed": (20, 2, 0, 1, 0, 3, 26),
    "carried_forward": (0, 1, 0, 0, 0, 1, 2),
}
HEAD = (
    "<tr><td rowspan=3 colspan=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan=7>申请人情况</td></tr>"
    "<tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr><tr><td>商业企业</td><td>科研机构</td>"
    "<td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>"
)


def page(changed: str, cells: tuple[object, ...]) -> Report:
    rows = ""
    for row in FORM.rows:
        key = row.key.removeprefix("requests.")
        printed = cells if key == changed else CELLS.get(key, (0,) * 7)
        rows += f"<tr><td colspan=3>{row.label}</td>" + "".join(f"<td>{cell}</td>" for cell in printed) + "</tr>"
    title = "临江市蔬菜局2023年政府信息公开工作年度报告"
    text = f"<h1>{title}</h1><p>一、总体情况</p><p>本局依法推进公开。</p><p>三、收到和处理政府信息公开申请情况</p><table>{HEAD}{rows}</table>"
    (report,) = parse_source(Source(f"<html><body>{text}</body></html>".encode(), "page.html"))
    assert isinstance(report, Report)
    return report


def told(report: Report, row: str) -> list[tuple[object, State]]:
    names = next(one.names for one in FORM.rows if one.key == f"requests.{row}")
    return [(report.figures[name].value, report.figures[name].state) for name in names]


@pytest.mark.parametrize("row", CELLS)
@pytest.mark.parametrize("place", range(7))
def test_the_other_cells_of_a_row_with_one_empty_cell_are_read(row: str, place: int) -> None:
    cells = CELLS[row]
    report = page(row, (*cells[:place], "", *cells[place + 1 :]))
    expected = [(cell, State.READ) for cell in cells]
    expected[place] = (None, State.BLANK)  # type: ignore[assignment]
    assert told(report, row) == expected
    for other in CELLS.keys() - {row}:
        assert told(report, other) == [(cell, State.READ) for cell in CELLS[other]]
    assert Fault.PARSER_SUSPECT not in {finding.fault for finding in report.findings}


@pytest.mark.parametrize("row", ["received", "granted", "processed"])
@pytest.mark.parametrize("lost", range(1, 7))
def test_numbers_that_stand_a_column_late_or_early_are_no_others(row: str, lost: int) -> None:
    cells = CELLS[row]
    names = next(one.names for one in FORM.rows if one.key == f"requests.{row}")
    others = (*cells[:lost], *cells[lost + 1 :])
    for moved in [("", *others)] * bool(cells[lost]) + [(*others, "")]:  # without a zero a row adds up still
        report = page(row, moved)
        assert [name for name, cell in zip(names, cells, strict=True) if report.value(name) not in (None, cell)] == []
