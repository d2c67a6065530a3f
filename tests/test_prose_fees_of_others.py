"""Fees for another service, of another year or given back are none for information."""

from __future__ import annotations

import pytest
from test_prose_doubts import told

FEES = "fees_charged_wan_yuan"


@pytest.mark.parametrize(
    "behind",
    [
        "，用于产权档案利用",
        "，属测绘成果有偿服务",
        "，此款是2012年度的",
        "，已全部退还",
        "后，按规定退还给申请人",
        "。该项收入来自地籍资料利用",
    ],
)
def test_fees_of_something_else_are_none(behind: str) -> None:
    assert FEES not in told(fees=f"依申请公开全年收取检索费、复制费500元{behind}。")


@pytest.mark.parametrize(
    "behind",
    ["", "，用于支付邮寄成本", "，均为政府信息公开检索费用", "，全部上缴国库", "。此外无其他收费", "，属于依申请公开收费"],
)
def test_fees_for_information_stay(behind: str) -> None:
    assert float(told(fees=f"依申请公开全年收取检索费、复制费500元{behind}。")[FEES]) == 0.05
