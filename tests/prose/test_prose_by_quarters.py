"""按季度通报 says how often it is told, no part of the year; 一季度 is a part of it."""

from __future__ import annotations

import pytest
from made_up import SOUND, codes, report_text, told

ITEMS, RECEIVED, REVIEW = "proactive.items_published", "requests.received", "review.total"


@pytest.mark.parametrize(
    "lead", ["按季度通报，", "按季度报送情况，", "每季度通报一次，", "我局按季度通报进展，", "按季度公示答复情况，我局"]
)
def test_the_year_s_number_behind_what_is_told_by_quarters_is_read(lead: str) -> None:
    assert told(requests=f"{lead}本年新收申请12件。")[RECEIVED] == 12
    assert told(requests=f"{lead}本年新收政府信息公开申请12件。")[RECEIVED] == 12
    assert told(requests=f"{lead}2014年共收到政府信息公开申请12件。")[RECEIVED] == 12
    assert told(proactive=f"{lead}全年主动公开政府信息52条。")[ITEMS] == 52
    assert told(review=f"{lead}2014年因政府信息公开发生行政复议3件。")[REVIEW] == 3


@pytest.mark.parametrize(
    "lead",
    [
        "一季度",
        "一季度通报，",
        "按季度通报，",  # of which time?
        "每季度",
        "按季度分解，全年",
        "按季度通报，本年一季度",
        "按季度通报，第四季度",
        "前三季度本年",
        "按季度通报，2013年",
        "每季度通报，全年平均每季度",
        "按季度，本年",
    ],
)
def test_a_quarter_s_or_another_year_s_number_is_not(lead: str) -> None:
    assert RECEIVED not in told(requests=f"{lead}新收政府信息公开申请12件。")
    assert RECEIVED not in told(requests=f"{lead}收到政府信息公开申请12件。")
    assert ITEMS not in told(proactive=f"{lead}主动公开政府信息52条。")
    assert REVIEW not in told(review=f"{lead}因政府信息公开发生行政复议3件。")


def test_it_contradicts_a_table() -> None:
    assert "T1" in codes(report_text(SOUND, {3: "按季度通报，本年新收政府信息公开申请12件。"}))
    assert "T1" not in codes(report_text(SOUND, {3: "按季度通报，一季度新收政府信息公开申请12件。"}))
