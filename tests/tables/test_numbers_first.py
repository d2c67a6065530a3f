"""Rows whose numbers stand above their labels, or run together with a lost row's, are not read as the next row's."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form import FORMS
from gongkai.report import Report

HEAD = """青禾县水务局2022年政府信息公开工作年度报告
一、总体情况
全年运转正常。
"""
COLUMNS = "自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n"


def _values(text: str, part: str) -> set[object]:
    (report,) = parse_source(Source((HEAD + text).encode(), "a.txt"))
    assert isinstance(report, Report)
    return {figure.value for name, figure in report.figures.items() if name.startswith(part)}


@pytest.mark.parametrize(("cell", "between"), [(" ", " "), ("\n", "\n"), ("\n", "\n\n"), ("\n", "\n— 3 —\n")])
def test_numbers_above_their_labels_are_not_the_next_rows(between: str, cell: str) -> None:
    rows = FORMS["2021"].tables[1].rows
    numbers = (cell.join(map(str, (at, 0, 1, 0, 0, 2, at + 3))) for at in range(len(rows)))
    printed = "\n".join(f"{cells}{between}{row.label}" for cells, row in zip(numbers, rows, strict=True))
    table = f"三、收到和处理政府信息公开申请情况\n申请人情况\n{COLUMNS}{printed}\n四、政府信息公开行政复议、行政诉讼情况\n"
    assert _values(table, "requests.") <= {None}


def _bands(penalties: str) -> str:
    return (
        "二、主动公开政府信息情况第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章003行政规范性文件105"
        "第二十条第（五）项信息内容本年处理决定数量行政许可529第二十条第（六）项信息内容本年处理决定数量"
        f"{penalties}第二十条第（八）项信息内容本年收费金额（单位：万元）行政事业性收费0\n三、收到和处理政府信息公开申请情况\n"
    )


def test_a_row_glued_to_one_whose_label_is_lost_is_not_read() -> None:
    assert _values(_bands("行政处罚1282行政强制42"), "proactive.penalties") == {1282}
    assert _values(_bands("行政处罚128242"), "proactive.penalties") <= {None}


@pytest.mark.parametrize("bar", [" | ", " ", "\t"])
@pytest.mark.parametrize("cut", [2, 3, 4])
@pytest.mark.parametrize("numbered", [True, False])
def test_a_wrapped_label_does_not_take_the_numbers_of_the_next_line(bar: str, cut: int, numbered: bool) -> None:
    lines, true = [], {}
    for at, row in enumerate(FORMS["2021"].tables[1].rows, 1):
        cells = (at * 3, 0, at, 0, 0, 1, at * 4 + 1)
        true |= {f"{row.key}.{column.key}": value for column, value in zip(row.columns, cells, strict=True)}
        group = row.key.startswith("requests.denied.")
        ordinal = f"{at - 4}." if group and numbered else ""
        wrapped = cut if group else len(row.label)
        lines += [f"{ordinal}{row.label[:wrapped]}{bar}{bar.join(map(str, cells))}", row.label[wrapped:]]
    printed = "\n".join(line for line in lines if line)
    table = f"三、收到和处理政府信息公开申请情况\n申请人情况\n{COLUMNS}{printed}\n四、政府信息公开行政复议、行政诉讼情况\n"
    (report,) = parse_source(Source((HEAD + table).encode(), "a.txt"))
    assert isinstance(report, Report)
    assert all(report.figures[name].value in (None, value) for name, value in true.items())
