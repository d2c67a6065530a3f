"""What somebody told of, what is to come, on holidays, until the report came out, or in the name of another, is no number of the year's."""

from __future__ import annotations

import pytest
from made_up import told

ITEMS, RECEIVED, REVIEW = "proactive.items_published", "requests.received", "review.total"


@pytest.mark.parametrize(
    "lead",
    [
        "据县政府通报，全年",
        "演练：",
        "举例：",
        "节假日期间",
        "双休日",
        "高峰期",
        "派出机构",
        "至本报告发布之日",
        "截至发稿时",
        "受县政府委托",
        "近一年来",
        "十一年来",
        "三年来",
    ],
)
def test_what_is_another_s_or_of_another_time_is_not_read(lead: str) -> None:
    assert RECEIVED not in told(requests=f"{lead}收到政府信息公开申请12件。")
    assert ITEMS not in told(proactive=f"{lead}主动公开政府信息52条。")


@pytest.mark.parametrize("said", ["待受理", "拟受理", "代受理"])
def test_what_waits_is_not_received(said: str) -> None:
    assert RECEIVED not in told(requests=f"{said}政府信息公开申请12件。")


@pytest.mark.parametrize("said", ["，不含重复申请5件", "，不包括乡镇", "，重复统计2件"])
def test_nor_is_a_number_that_leaves_some_out_or_counts_some_twice(said: str) -> None:
    assert RECEIVED not in told(requests=f"收到政府信息公开申请12件{said}。")


def test_what_others_publish_with_its_help_or_is_promised_is_not_read() -> None:
    assert ITEMS not in told(proactive="我局协助县政府办主动公开政府信息52条。")
    assert ITEMS not in told(proactive="我局承诺主动公开政府信息52条。")
    assert ITEMS not in told(proactive="我县林业系统共主动公开政府信息52条。")


@pytest.mark.parametrize(
    "said", ["以县政府为被申请人的政府信息公开", "申请人撤回政府信息公开", "拟申请政府信息公开", "我局协助县政府办理政府信息公开"]
)
def test_reviews_of_others_or_taken_back_are_not_the_agency_s(said: str) -> None:
    assert REVIEW not in told(review=f"{said}行政复议3件。")


@pytest.mark.parametrize(
    "lead",
    [
        "一年来，我局",
        "据统计，",
        "据县政府通报，我局",
        "演练结束后整改，2014年",
        "截至报告期末，2014年",
        "接受县政府指导，2014年",
        "按承诺办理，全年共",
        "报告期内",
    ],
)
def test_the_year_s_own_is(lead: str) -> None:
    assert told(requests=f"{lead}收到政府信息公开申请12件。")[RECEIVED] == 12


def test_reviews_against_the_agency_are_its_own() -> None:
    assert told(review="2014年发生以我局为被申请人的政府信息公开行政复议3件。")[REVIEW] == 3
    assert told("双桥县人民政府", review="2014年以县政府为被申请人的政府信息公开行政复议3件。")[REVIEW] == 3
    assert told(requests="收到政府信息公开申请12件，其中网络申请5件。")[RECEIVED] == 12
    assert told(requests="2014年接待群众，收到政府信息公开申请12件。")[RECEIVED] == 12
