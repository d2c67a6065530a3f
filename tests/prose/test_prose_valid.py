"""A number of which fewer are said to be valid, or that is quoted to be set right, is none: 12份，经核对有效申请9份; “收到12件”应为“收到9件”."""

from __future__ import annotations

import pytest
from made_up import told

RECEIVED = "requests.received"


@pytest.mark.parametrize(
    "said",
    [
        "收到政府信息公开申请表12份，经核对有效申请9份",
        "收到政府信息公开申请12件，其中有效申请9件",
        "收到政府信息公开申请12件（有效9件）",
        "收到政府信息公开申请12件，经审查，符合条件的9件",
        "收到政府信息公开申请12件，经审查后实际为9件",
        "原报告中“收到政府信息公开申请12件”，特此更正",
        "“收到政府信息公开申请12件”应为“收到政府信息公开申请9件”",
    ],
)
def test_of_more_than_were_valid_nobody_knows_which_are_meant(said: str) -> None:
    assert RECEIVED not in told(requests=f"{said}。")


@pytest.mark.parametrize(
    "behind",
    [
        "，其中有效申请12件",
        "，均为有效申请",
        "，符合公开条件的9件予以公开",
        "，应为公开的全部公开，共9件",
        "，经审查应为信访的3件",
        "，原因主要是征地",
    ],
)
def test_what_was_open_of_them_leaves_the_number(behind: str) -> None:
    assert told(requests=f"收到政府信息公开申请12件{behind}。")[RECEIVED] == 12
