"""The rows of table two that count documents, printed as a table of their own below the other rows."""

from __future__ import annotations

import pytest
from made_up import SOUND, report_text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Number, Report

NAMES = [f"proactive.{row}.{key}" for row in ("rules", "normative_documents") for key in ("issued", "repealed", "in_force")]
OTHERS = (
    "第二十条第(一)项\n第二十条第(五)项\n信息内容本年处理决定数量\n行政许可 418\n第二十条第(六)项\n信息内容本年处理决定数量\n"
)
OTHERS += "行政处罚 6\n行政强制 2\n第二十条第(八)项\n信息内容本年收费金额(单位:万元)\n行政事业性收费 3.5"
HEAD = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |"
RULE = "|---|---|---|---|"


def part(numbers: list[int], head: str = HEAD, label: str = "行政规范性文件") -> list[str]:
    rows = (("规章", numbers[:3]), (label, numbers[3:]))
    return [head, RULE, *(f"| {name} | {' | '.join(map(str, cells))} |" for name, cells in rows)]


def read(lines: list[str]) -> list[Number | None]:
    text = report_text(SOUND)
    start, end = text.index("第二十条第(一)项"), text.index("三、收到")
    printed = "\n".join([text[:start] + OTHERS, *lines, text[end:]])
    (report,) = parse_source(Source(printed.encode(), "made-up.txt"))
    assert isinstance(report, Report)
    rows = ("licensing.decisions", "penalties.decisions", "compulsion.decisions")
    assert [report.figures[f"proactive.{name}"].value for name in rows] == [418, 6, 2]
    return [report.figures[name].value for name in NAMES]


@pytest.mark.parametrize("label", ["行政规范性文件", "规范性文件"])
@pytest.mark.parametrize("above", [[], ["## 表二：主动公开政府信息情况"], [""]])
@pytest.mark.parametrize("numbers", [[0, 0, 0, 9, 1, 44], [2, 0, 17, 0, 0, 0], [3, 4, 5, 6, 7, 8]])
def test_documents_printed_apart_are_read(numbers: list[int], above: list[str], label: str) -> None:
    assert read([*above, *part(numbers, label=label)]) == numbers


def tabbed(lines: list[str]) -> list[str]:
    """Print the part as a page's markup or a sheet leaves it: no pipes around it, no rule below its head."""
    return [line.strip("| ").replace(" | ", "\t") for line in lines if line != RULE]


@pytest.mark.parametrize("above", [[], ["表二：主动公开政府信息情况"]])
@pytest.mark.parametrize("between", ["\t", " | "])
def test_documents_printed_apart_without_pipes_around_them_are_read(above: list[str], between: str) -> None:
    assert read([*above, *(line.replace("\t", between) for line in tabbed(part(NUMBERS)))]) == NUMBERS


NUMBERS = [2, 0, 17, 9, 1, 44]
TURNED = "| 信息内容 | 现行有效件数 | 本年废止件数 | 本年制发件数 |"


@pytest.mark.parametrize(
    "lines",
    [
        ["上年情况：", *part(NUMBERS)],
        ["下属单位合计5家。", *part(NUMBERS)],
        [*part(NUMBERS), "", *part([0] * 6)],
        part(NUMBERS, head=TURNED),
        [line.replace("| 9 | 1 | 44 |", "| 9 | 44 |") for line in part(NUMBERS)],
        part(NUMBERS, label="部门规范性文件"),
    ],
)
def test_documents_printed_apart_that_leave_doubt_are_not_read(lines: list[str]) -> None:
    assert read(lines) == [None] * 6
    assert read(tabbed(lines)) == [None] * 6
