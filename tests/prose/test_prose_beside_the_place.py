"""Beside what a whole place has 我局收到12件 is the agency's; a number of two years or of all topics is no number of requests and lawsuits."""

from __future__ import annotations

import pytest
from made_up import told

BUREAU, TOWN = "双桥县林业局", "双桥县杨湾镇人民政府"
ITEMS, RECEIVED, REVIEW, LITIGATION = "proactive.items_published", "requests.received", "review.total", "litigation.total"


@pytest.mark.parametrize(
    ("agency", "said", "value"),
    [
        (BUREAU, "全县各部门加强公开，我局收到政府信息公开申请12件", 12),
        (BUREAU, "全县共收到政府信息公开申请112件，我局共收到政府信息公开申请12件", 12),
        (TOWN, "全县各乡镇共收到政府信息公开申请112件，我镇收到政府信息公开申请12件", 12),
        (BUREAU, "全县各部门加强公开，我局各单位收到政府信息公开申请12件", None),
        (BUREAU, "全县各部门加强公开，共收到政府信息公开申请12件", None),
        (BUREAU, "全县共收到112件，我局协助办理政府信息公开申请12件", None),
        (BUREAU, "全县各部门加强公开，我县收到政府信息公开申请12件", None),
    ],
)
def test_what_we_received_is_ours(agency: str, said: str, value: int | None) -> None:
    assert told(agency, requests=f"2014年，{said}。").get(RECEIVED) == value


def test_what_we_published_is_ours() -> None:
    assert told(proactive="全县各部门加强公开，我局主动公开政府信息461条。")[ITEMS] == 461
    assert ITEMS not in told(proactive="全县各部门加强公开，主动公开政府信息461条。")


@pytest.mark.parametrize("month", ["2013年12月收到", "2013年12月5日提出", "上年12月底受理"])
def test_one_that_came_last_year_is_in_the_number(month: str) -> None:
    assert RECEIVED not in told(requests=f"2014年，我局收到政府信息公开申请12件，其中1件为{month}、2014年1月办结。")


def test_one_that_came_late_in_the_year_is_the_year_s() -> None:
    said = "2014年，我局收到政府信息公开申请12件，其中1件为2014年12月收到，转入2015年办理。"
    assert told(requests=said)[RECEIVED] == 12


def test_lawsuits_of_all_topics_of_which_some_are_of_open_information_are_null() -> None:
    both = "2014年，全局共发生行政复议4件、行政诉讼2件，其中涉及政府信息公开的行政复议1件、行政诉讼0件。"
    assert not {REVIEW, LITIGATION} & set(told(review=both))
    assert LITIGATION not in told(review="2014年，行政诉讼2件，其中因政府信息公开提起的行政诉讼1件。")
    assert told(review="2014年，政府信息公开行政诉讼2件，其中一审2件。")[LITIGATION] == 2
