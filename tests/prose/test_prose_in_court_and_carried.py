"""Lawsuits that are open yet or only heard, items of another year put up late, what another bureau carries over: none is the year's number."""

from __future__ import annotations

import pytest
from made_up import SOUND, codes, report_text, told

LITIGATION, ITEMS = "litigation.total", "proactive.items_published"


@pytest.mark.parametrize("which", ["未结", "旁听", "在审的", "未决"])
def test_lawsuits_that_are_some_or_others_are_not_counted(which: str) -> None:
    assert LITIGATION not in told(review=f"{which}政府信息公开行政诉讼3件。")
    assert LITIGATION not in told(review=f"2014年{which}政府信息公开行政诉讼案件3件。")
    assert "T3" not in codes(report_text(SOUND, {4: f"{which}政府信息公开行政诉讼3件。"}))


def test_those_of_the_year_are() -> None:
    assert told(review="无政府信息公开行政诉讼。")[LITIGATION] == 0
    assert told(review="2014年因政府信息公开发生行政诉讼3件，均未审结。")[LITIGATION] == 3
    assert told(review="2014年因政府信息公开发生行政诉讼3件，其中未结1件。")[LITIGATION] == 3


def test_items_of_another_year_that_came_late_are_not_the_year_s() -> None:
    assert ITEMS not in told(proactive="2014年，我局共主动公开政府信息520条，其中2013年补发120条。")
    assert ITEMS not in told(proactive="2014年，我局共主动公开政府信息520条，其中补录2013年120条。")
    assert told(proactive="2014年，我局共主动公开政府信息520条，其中通知公告120条。")[ITEMS] == 520


def test_what_another_bureau_carries_over_is_no_agency_s() -> None:
    for agency in ("双桥县林业局", "双桥县人民政府"):
        head = f"{agency}2023年政府信息公开工作年度报告"
        assert "T5" not in codes(report_text(SOUND, {3: "县教育局结转下年度继续办理5件。"}, head=head))
        assert "T5" in codes(report_text(SOUND, {3: "结转下年度继续办理5件。"}, head=head))
    head = "双桥县林业局2023年政府信息公开工作年度报告"
    assert "T5" in codes(report_text(SOUND, {3: "我局结转下年度继续办理5件。"}, head=head))
