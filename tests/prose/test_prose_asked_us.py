"""How many requests people put to the agency: 申请人向我局提出申请12件; 某申请人, 企业 and other bodies are some of those who do."""

from __future__ import annotations

import pytest
from made_up import SOUND, codes, report_text, told

RECEIVED = "requests.received"


@pytest.mark.parametrize(
    "said",
    [
        "2014年，公民、法人或者其他组织向我局提交政府信息公开申请12件",
        "2014年，申请人向我局提出政府信息公开申请12件，均已答复",
        "2014年共有申请人向我局提出政府信息公开申请12件",
        "2014年，群众向本机关递交政府信息公开申请12件",
    ],
)
def test_what_anybody_asked_is_what_came(said: str) -> None:
    assert told(requests=f"{said}。")[RECEIVED] == 12


@pytest.mark.parametrize(
    "said",
    [
        "2014年，张某向我局提出政府信息公开申请12件",
        "2014年，同一申请人向我局提出政府信息公开申请12件",
        "某申请人向我局提出政府信息公开申请12件",
        "申请人多次向我局提出政府信息公开申请12件",
        "2014年，企业向我局提出政府信息公开申请12件",
        "2014年，县教育局向我局提出政府信息公开申请12件",
        "2014年，申请人向县教育局提出政府信息公开申请12件",
        "2014年，我局向县教育局提出政府信息公开申请12件",
        "2013年，申请人向我局提出政府信息公开申请12件",
        "如申请人向我局提出政府信息公开申请1件，即登记1件",
    ],
)
def test_what_somebody_asked_or_somebody_was_asked_is_not(said: str) -> None:
    assert RECEIVED not in told(requests=f"{said}。")


def test_in_a_county_s_report_one_bureau_is_not_all() -> None:
    said = "2014年，申请人向我局提出政府信息公开申请12件。"
    assert RECEIVED not in told("双桥县人民政府", overview="全县依法公开。", requests=said)


def test_what_came_beside_what_was_carried_over_is_the_year_s_where_both_add_up() -> None:
    came = "2014年，我局共收到政府信息公开申请12件，上年结转1件"
    assert told(requests=f"{came}，共办结13件。")[RECEIVED] == 12
    for behind in ("，办结12件", "", "，均已办结"):
        assert RECEIVED not in told(requests=f"{came}{behind}。")
    assert "T1" in codes(report_text(SOUND, {3: "2023年，我局共收到政府信息公开申请12件，上年结转1件，共办结13件。"}))


def test_a_sum_that_holds_more_than_came_is_not_what_came() -> None:
    total = "2014年，我局政府信息公开申请总数为12件"
    for behind in ("，收到9件，结转3件", "，其中新收9件，上年遗留3件"):
        assert told(requests=f"{total}{behind}。").get(RECEIVED) != 12
    for behind in ("，收到12件，办结12件", "，比上年多收到3件", "，其中网上申请9件"):
        assert told(requests=f"{total}{behind}。")[RECEIVED] == 12
    assert RECEIVED not in told(requests="2014年，我局政府信息公开申请总数为1,200件，收到900件，结转300件。")
