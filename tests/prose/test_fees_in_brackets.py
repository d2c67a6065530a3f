"""Fees that were charged, with their kinds in brackets before the sum."""

from __future__ import annotations

import pytest
from made_up import told

FEES = "fees_charged_wan_yuan"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2014年度依申请公开收取的费用（检索费、邮寄费、复制费等）为0元。", 0),
        ("2014年度依申请公开收取的费用（检索费、复制费）为120元。", 0.012),
        ("2014年度依申请公开收取的费用（减免后）为120元。", None),
        ("2014年度依申请公开收取的费用（仅检索费）为120元。", None),
        ("2014年度收取的费用（检索费20元、邮寄费100元）为120元。", None),
        ("2013年度依申请公开收取的费用（检索费等）为120元。", None),
    ],
)
def test_fees_with_their_kinds_in_brackets(sentence: str, expected: float | None) -> None:
    found = told(fees=sentence).get(FEES)
    assert found == expected or (expected and float(str(found)) == expected)
