"""None came, or how many did, in words that other reports do not use."""

from __future__ import annotations

import pytest
from made_up import told

RECEIVED = "requests.received"


@pytest.mark.parametrize(
    "said",
    [
        "未收到要求公开其它信息的申请，也不存在不予公开政府信息。",
        "我局2014年度共受理收到政府信息公开申请0条，历年累计6条。",
        "2014年，我局共收到政府信息公开申请零件，已答复零件。",
        "共受理依申请政府信息公开零件；不予受理零件；已答复零件。",
        "2014年，我局未收到任何形式的申请公开信息要求。",
        "我局2014年政府信息公开申请件数为0。",
    ],
)
def test_that_none_came_is_told_in_many_ways(said: str) -> None:
    assert told(requests=said)[RECEIVED] == 0


@pytest.mark.parametrize(
    "said",
    [
        "收到信函申请3件。我局未收到要求公开其它信息的申请。",
        "上半年未收到任何形式的申请公开信息要求。",
        "我局未收到企业提出的申请公开信息要求。",
        "2013年政府信息公开申请件数为0。",
        "我局2014年网上政府信息公开申请件数为0。",
        "除网上外，我局政府信息公开申请件数为0。",
        "政府信息公开申请为0件，网上申请3件。",
        "各股室政府信息公开申请数为0。",
        "我局收到政府信息公开申请二十零件。",
        "我局收到社会组织提出申请公开信息2条。",
        "我局受理企业提出的政府信息公开申请2件。",
        "我局收到并办理政府信息公开申请2件。",
    ],
)
def test_that_some_did_not_come_or_some_came_is_not_all(said: str) -> None:
    assert RECEIVED not in told(requests=said)


@pytest.mark.parametrize(
    "said",
    [
        "2014年度，我局收到公民或社会组织提出申请公开信息2条，经审查可以公开。",
        "受理企业和群众提出的政府信息公开申请2件，已全部回复完毕。",
        "2014年，我局收到受理政府信息公开申请2件。",
    ],
)
def test_those_of_people_and_of_bodies_together_are_all(said: str) -> None:
    assert told(requests=said)[RECEIVED] == 2


def test_nobody_applied_to_the_agency() -> None:
    assert told(requests="本年度内无人向本局提交公开政府信息的申请。")["requests.received"] == 0
    for said in (
        "上半年无人向本局提交公开政府信息的申请。",
        "2013年无人向本局提交公开政府信息的申请。",
        "网上无人向本局提交公开政府信息的申请。",
    ):
        assert "requests.received" not in told(requests=said), said


@pytest.mark.parametrize(
    "none",
    ["没有公民、法人提出政府信息公开申请。", "无依申请公开。", "政府信息公开申请数为0。", "未接到公开申请。", "没有人申请。"],
)
@pytest.mark.parametrize(
    "some",
    [
        "受理3件。",
        "受理申请3件。",
        "收到林农申请3件。",
        "收到专利权人申请公开3件。",
        "答复3件。",
        "其中信函3件。",
        "接到群众申请3件，均已答复。",
        "依申请公开3件。",
    ],
)
def test_none_beside_some_is_neither(none: str, some: str) -> None:
    assert told(overview=none + some).get("requests.received") != 0
    assert told(requests=none + some).get("requests.received") != 0
    if "申请" in some:
        assert told(overview=some, requests=none).get("requests.received") != 0


@pytest.mark.parametrize(
    "beside",
    [
        "受理行政许可申请3件。",
        "答复群众来信3件。",
        "办结人大代表建议3件。",
        "接受咨询3次，答复3件。",
        "主动公开政府信息3条。",
        "受理林木采伐申请3件，办结3件。",
        "收到专利申请500件。",
        "收到法律援助申请30件，办结30件。",
        "收到计划生育申请12件。",
        "上年收到申请3件。",
    ],
)
def test_none_beside_what_is_no_request_is_none(beside: str) -> None:
    said = "未收到政府信息公开申请。"
    assert told(overview=beside, requests=said)["requests.received"] == 0
    assert told(overview=f"{beside}我局{said}")["requests.received"] == 0
