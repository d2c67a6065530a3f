"""Tables two that print one part or two: only those for which the body has something to tell."""

from __future__ import annotations

import pytest
from made_up import read

_LICENCES = "第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n{}"
_PENALTIES = "第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n16\n行政强制\n{}"
_FEES = "第二十条第（八）项\n信息内容\n本年收费金额（单位：万元）\n行政事业性收费\n{}"
_PURCHASES = "第二十条第（九）项\n信息内容\n采购项目数量\n采购总金额\n政府集中采购\n53\n{}"
_OLD_FEES = "第二十条第（八）项 |\n信息内容 | 上一年项目数量 | 本年增/减 |\n行政事业性收费 | 3 | {} |"


def _figures(table: str, year: int = 2022) -> dict[str, float]:
    report = read(
        f"双桥县林业局{year}年政府信息公开工作年度报告\n二、主动公开政府信息情况\n{table}\n"
        "三、收到和处理政府信息公开申请情况\n全年未收到申请。\n四、政府信息公开行政复议、行政诉讼情况\n没有发生。"
    )
    return {
        name.removeprefix("proactive."): float(figure.value)
        for name, figure in report.figures.items()
        if figure.value is not None and name.startswith("proactive.")
    }


@pytest.mark.parametrize(
    ("table", "year", "figures"),
    [
        (_LICENCES.format(247), 2022, {"licensing.decisions": 247}),
        (_PENALTIES.format(0), 2022, {"penalties.decisions": 16, "compulsion.decisions": 0}),
        (_FEES.format("3.5"), 2022, {"fees.amount_wan_yuan": 3.5}),
        (
            _LICENCES.format(247) + "\n" + _FEES.format("3.5"),
            2022,
            {"licensing.decisions": 247, "fees.amount_wan_yuan": 3.5},
        ),
        (_PURCHASES.format("6944.93"), 2020, {"procurement.projects": 53, "procurement.amount": 6944.93}),
        (_OLD_FEES.format("-1"), 2020, {"fees.items_previous_year": 3, "fees.items_change": -1}),
    ],
)
def test_a_part_alone_is_read(table: str, year: int, figures: dict[str, float]) -> None:
    assert _figures(table, year) == figures


@pytest.mark.parametrize(
    "table",
    [
        _LICENCES.format(""),  # no number
        _LICENCES.format(247).replace("信息内容\n", ""),
        _LICENCES.format(247).replace("第二十条第（五）项\n", ""),
        _LICENCES.format(247).replace("本年处理决定数量", "上年处理决定数量"),
        _LICENCES.format(247).replace("本年处理决定数量", "全县处理决定数量"),
        _LICENCES.format(247).replace("行政许可", "其中网上行政许可"),
        "按照第二十条第（五）项，公开行政许可247件。",
        "按照第二十条第（五）项信息内容，公布本年处理决定数量，行政许可及行政处罚247件。",
    ],
)
def test_what_is_no_part_of_the_form_is_not(table: str) -> None:
    assert not _figures(table)
