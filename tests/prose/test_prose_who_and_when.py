"""Rooms each of which has so many, a body that is no more, others who are led or served, seasons, what is due: none is the year's number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from made_up import told

ITEMS, RECEIVED, FEES = "proactive.items_published", "requests.received", "fees_charged_wan_yuan"


@pytest.mark.parametrize(
    "who", ["各股室", "我局各科室", "各处室", "原双桥县林业局", "我局为县政府", "我局指导林场", "我局审核乡镇"]
)
def test_what_rooms_former_bodies_or_others_have_is_not_the_agency_s(who: str) -> None:
    assert ITEMS not in told(proactive=f"2014年{who}主动公开政府信息52条。")
    assert RECEIVED not in told(requests=f"2014年{who}收到政府信息公开申请5件。")


def test_what_all_rooms_have_together_or_none_of_them_has_is_the_agency_s() -> None:
    assert told(requests="2014年各股室共收到政府信息公开申请5件。")[RECEIVED] == 5
    assert told(requests="各股室均未收到政府信息公开申请。")[RECEIVED] == 0
    assert told(proactive="经办公室审核，2014年主动公开政府信息52条。")[ITEMS] == 52


@pytest.mark.parametrize("when", ["本季", "防火期", "改版后", "自机构改革起"])
def test_what_a_season_or_the_time_since_something_brought_is_not_the_year_s(when: str) -> None:
    assert ITEMS not in told(proactive=f"{when}主动公开政府信息52条。")


@pytest.mark.parametrize("due", ["需", "待", "漏", "逾期"])
def test_what_was_due_or_late_is_not_what_was_published(due: str) -> None:
    assert ITEMS not in told(proactive=f"2014年{due}主动公开政府信息52条。")
    assert FEES not in told(fees="应收取依申请公开费用200元。")
    assert told(fees="收取依申请公开费用200元。")[FEES] == Decimal("0.02")


@pytest.mark.parametrize("before", ["全县政府信息公开工作会议通报，", "规定", "2014年演练"])
def test_what_a_meeting_was_told_a_rule_or_a_drill_counts_is_nobody_s(before: str) -> None:
    assert RECEIVED not in told(requests=f"{before}收到政府信息公开申请5件。")
    assert told(requests="按规定，2014年收到政府信息公开申请5件。")[RECEIVED] == 5
