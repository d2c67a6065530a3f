"""Who works at open information, all and of both kinds told together: read where they add up, and are the agency's."""

from __future__ import annotations

import pytest
from made_up import told

ALL, FULL, PART = "capacity.staff", "capacity.staff_full_time", "capacity.staff_part_time"


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("为规范我局政府信息公开工作，配备两名工作人员，其中专职与兼职人员各一人，按要求开展工作。", {ALL: 2, FULL: 1, PART: 1}),
        ("我局政府信息公开工作配备工作人员5人，其中专职2人，兼职3人。", {ALL: 5, FULL: 2, PART: 3}),
        ("我局政府信息公开工作配备了5名工作人员（其中专职2人、兼职3人）。", {ALL: 5, FULL: 2, PART: 3}),
        ("我局为政府信息公开工作专门配备了14名兼职工作人员。", {PART: 14}),
    ],
)
def test_staff_told_together_is_read(said: str, numbers: dict[str, int]) -> None:
    figures = told(overview=said)
    assert {name: figures[name] for name in (ALL, FULL, PART) if name in figures} == numbers


@pytest.mark.parametrize(
    "said",
    [
        "我局政府信息公开工作配备工作人员5人，其中专职2人，兼职2人。",
        "我局政府信息公开工作配备两名工作人员，其中专职与兼职人员各两人。",
        "县财政局政府信息公开工作配备工作人员5人，其中专职2人，兼职3人。",
        "各乡镇政府信息公开工作配备工作人员5人，其中专职2人，兼职3人。",
        "2013年我局政府信息公开工作配备工作人员5人，其中专职2人，兼职3人。",
        "我局政府信息公开工作拟配备工作人员5人，其中专职2人，兼职3人。",
        "我局档案工作配备工作人员5人，其中专职2人，兼职3人。",
        "我局政府信息公开工作配备工作人员5人，其中专职2人，兼职3人。另有3名工作人员负责网站。",
        "我局政府信息公开工作配备工作人员5人，其中专职2人，兼职3人以上。",
    ],
)
def test_staff_of_others_of_other_years_or_that_does_not_add_up_is_not(said: str) -> None:
    assert not {ALL, FULL, PART} & told(overview=said).keys()
