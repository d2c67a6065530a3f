"""公开各类信息合计193条 counts all that was published; 我镇无申请 says that none came, 无依申请公开 does not."""

from __future__ import annotations

import pytest
from made_up import told

TOWN, ITEMS, RECEIVED = "双桥县白石镇人民政府", "proactive.items_published", "requests.received"


@pytest.mark.parametrize(
    "said",
    [
        "公开各类信息合计193条。",
        "2014年，我局公开各类信息合计193条。",
        "全年公开政府信息总计193条。",
        "公开各类政府信息合计193条，其中网站公开100条。",
    ],
)
def test_a_sum_of_all_sorts_is_read(said: str) -> None:
    assert told(proactive=said)[ITEMS] == 193


@pytest.mark.parametrize(
    "said",
    [
        "通过网站公开各类信息合计193条。",
        "公开各类信息和政务信息合计193条。",
        "公开各类惠农信息合计193条。",
        "上半年公开各类信息合计193条。",
        "公开各类信息累计193条。",
        "公开各类信息合计193条。微信公众号公开信息合计52条。",
        "计划公开各类信息合计193条。",
    ],
)
def test_what_may_be_a_part_of_them_is_not(said: str) -> None:
    assert ITEMS not in told(proactive=said)


@pytest.mark.parametrize(
    "said", ["我镇无申请。", "本年度无申请。", "2014年，我镇没有申请。", "我镇未接到申请。", "本年度无人申请。", "未收到申请书。"]
)
def test_none_came_where_the_section_of_requests_says_so(said: str) -> None:
    assert told(TOWN, requests=said)[RECEIVED] == 0
    assert RECEIVED not in told(TOWN, proactive=said)


@pytest.mark.parametrize(
    "said",
    [
        "我镇无依申请公开。",
        "我镇未受理申请。",
        "网上无申请。",
        "上半年无申请。",
        "不论有无申请，均予答复。",
        "无申请费用。",
        "我镇收到申请3件，网上无申请。",
    ],
)
def test_what_is_said_of_something_else_is_no_zero(said: str) -> None:
    assert told(TOWN, requests=said).get(RECEIVED) in (None, 3)
