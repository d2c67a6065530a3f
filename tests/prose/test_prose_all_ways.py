"""通过网站、信函等方式共收到12件 is of all ways; of one or some of them, or beside others, it is not."""

from __future__ import annotations

import pytest
from made_up import SOUND, codes, report_text, told

RECEIVED = "requests.received"


@pytest.mark.parametrize(
    "lead",
    [
        "我局通过网站、信函、现场等方式共",
        "2014年，我局通过网络、信函等渠道",
        "2014年通过当面、信函、网上等多种途径，共",
        "我局采取网上申请、书面申请等形式共",
        "2014年通过各种渠道共",
    ],
)
def test_what_came_by_all_ways_is_the_year_s(lead: str) -> None:
    assert told(requests=f"{lead}收到政府信息公开申请12件。")[RECEIVED] == 12
    assert "T1" in codes(report_text(SOUND, {3: f"{lead.replace('2014', '2023')}收到政府信息公开申请12件。"}))


@pytest.mark.parametrize(
    "said",
    [
        "通过网站收到政府信息公开申请12件。",
        "通过网站、信函收到政府信息公开申请12件。",
        "通过政府网站等网络渠道收到政府信息公开申请12件。",
        "通过网络等方式收到政府信息公开申请12件，现场收到政府信息公开申请3件。",
        "通过网络、信函等方式收到政府信息公开申请12件，当面申请3件。",
        "其中通过网站、信函等方式收到政府信息公开申请12件。",
        "通过网站、信函等线上方式收到政府信息公开申请12件。",
        "2013年通过网站、信函等方式收到政府信息公开申请12件。",
        "县教育局通过网站、信函等方式收到政府信息公开申请12件。",
        "县教育局，通过网站、信函等方式收到政府信息公开申请12件。",
        "各乡镇通过网站、信函等方式共收到政府信息公开申请12件。",
        "全县通过网站、信函等方式收到政府信息公开申请12件。",
        "除通过网站、信函等方式外，收到政府信息公开申请12件。",
        "收到当面申请3件，通过网站、信函等方式收到政府信息公开申请12件。",
        "通过网站、信函等方式收到咨询12件。",
    ],
)
def test_what_came_by_some_is_not(said: str) -> None:
    assert RECEIVED not in told(requests=said)
    assert "T1" not in codes(report_text(SOUND, {3: said.replace("2013", "2022")}))


@pytest.mark.parametrize("said", ["通过网站、信函等方式未收到政府信息公开申请。", "通过网络等渠道没有收到政府信息公开申请。"])
def test_that_none_came_by_some_ways_is_not_that_none_came(said: str) -> None:
    assert RECEIVED not in told(requests=said)
    assert "T1" not in codes(report_text(SOUND, {3: said}))
