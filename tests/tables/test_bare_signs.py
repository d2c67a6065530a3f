"""A row of table two, a cell a line, with a sign whose number is not printed: one of the numbers beside it is the page's."""

from __future__ import annotations

import pytest
from made_up import read

_HEAD = "上一年项目数量\n\n本年增/减"
_LINES = (
    "临江市蔬菜局2019年政府信息公开工作年度报告",
    "一、总体情况",
    "本局依法推进公开。",
    "二、主动公开政府信息情况",
    "第二十条第（一）项\n信息内容\n\n本年新制作数量\n\n本年新公开数量\n\n对外公开总数量\n\n规章\n\n0\n\n0\n\n0\n\n规范性文件\n\n3\n\n8\n\n8\n",
    f"第二十条第（五）项\n信息内容\n\n{_HEAD}\n\n处理决定数量\n\n行政许可\n\n9\n\n0\n\n6\n\n其他对外管理服务事项\n\n5\n\n0\n\n0\n",
    f"第二十条第（六）项\n信息内容\n\n{_HEAD}\n\n处理决定数量\n\n行政处罚\n\n4\n\n0\n\n67400\n\n行政强制\n\n0\n\n+11\n\n36130\n",
    f"第二十条第（八）项\n信息内容\n\n{_HEAD}\n\n行政事业性收费\n",
)
_BELOW = (
    "\n第二十条第（九）项\n信息内容\n\n采购项目数量\n\n采购总金额\n\n政府集中采购\n\n8\n\n0\n三、收到和处理政府信息公开申请情况\n"
)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ("2\n\n7\n减\n", (None, None)),
        ("2\n\n7\n\n增加\n", (None, None)),
        ("7\n2\n\n减\n", (None, None)),
        ("2\n\n减7\n", (2, -7)),
        ("2\n\n7\n", (2, 7)),
    ],
)
def test_a_sign_alone_is_a_cell(cells: str, found: tuple[int | None, int | None]) -> None:
    report = read("\n".join([*_LINES, cells]) + _BELOW)
    assert (report.value("proactive.fees.items_previous_year"), report.value("proactive.fees.items_change")) == found
    assert report.value("proactive.compulsion.decisions") == 36130
