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
        "2014年主动公开政府信息52条，接待来访5人次，通过网络、信函等渠道共",
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
        "县教育局、我局通过网站、信函等方式共收到政府信息公开申请12件。",
        "县教育局和我局共收到政府信息公开申请12件。",
        "县政府办与我局共收到政府信息公开申请12件。",
        "自条例实施以来通过网站、信函等方式共收到政府信息公开申请12件。",
        "我局通过网站、信函等方式受理政府信息公开申请12件，不予受理3件。",
        "现场收到政府信息公开申请4件；通过网站、电子邮件等途径收到政府信息公开申请12件。",
        "现场收到政府信息公开申请4件。通过网站、电子邮件等途径收到政府信息公开申请12件。",
        "现场收到政府信息公开申请4件。另外，通过网站、电子邮件等途径收到政府信息公开申请12件。",
        "现场收到政府信息公开申请4件。我局规范办理。通过网站、电子邮件等途径共收到政府信息公开申请12件。",
        "通过网站、电子邮件等途径收到政府信息公开申请12件。我局规范办理。现场收到政府信息公开申请4件。",
        "当面申请4人次。通过网站、电子邮件等途径收到政府信息公开申请12件。",
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


@pytest.mark.parametrize(
    "said",
    [
        "，其中网络申请5件，信函申请7件。",
        "，网络申请5件，信函申请7件。",
        "。其中网络申请5件，信函申请6件。",
        "。按时答复12件，同意公开8件，不予公开4件。",
        "。接到咨询30件，去年收到申请3件。",
    ],
)
def test_parts_of_them_replies_and_other_things_leave_them(said: str) -> None:
    assert told(requests=f"我局通过网站、信函等方式共收到政府信息公开申请12件{said}")[RECEIVED] == 12


def test_the_number_of_all_goes_before_that_of_some_ways() -> None:
    assert told(requests="共收到政府信息公开申请16件。通过网站、电子邮件等途径收到政府信息公开申请12件。")[RECEIVED] == 16
    beside = told(requests="全年共收到政府信息公开申请16件，通过网站、信函等方式收到申请公开信息12件。")
    assert beside.get(RECEIVED, 16) == 16
    overview = "2014年，我局共收到政府信息公开申请16件。"
    assert told(overview=overview, requests="通过网站、信函等方式收到政府信息公开申请12件。")[RECEIVED] == 16


def test_another_bureau_before_the_agency_s_own_name_in_full_is_the_agency() -> None:
    assert told(requests="县林业局、我局共收到政府信息公开申请12件。")[RECEIVED] == 12
    assert told(requests="在县教育局的指导下，我局共收到政府信息公开申请12件。")[RECEIVED] == 12


LEADS = (
    "我镇通过宣传栏、广播等多种形式宣传《条例》，2014年|我局通过网站、公示栏等形式公布受理方式，全年|采取设立专栏等方式方便群众申请，全年"
    "|我局通过网站、信函等方式受理申请，2014年未发生复议，全年"
)


@pytest.mark.parametrize("lead", LEADS.split("|"))
def test_ways_of_something_else_leave_that_none_came(lead: str) -> None:
    assert told("双桥县杨湾镇人民政府", requests=f"{lead}未收到政府信息公开申请。")[RECEIVED] == 0


def test_ways_of_something_else_leave_how_many_came() -> None:
    said = "督促各村通过公开栏等形式公开村务，全年我镇共收到政府信息公开申请12件。"
    assert told("双桥县杨湾镇人民政府", requests=said)[RECEIVED] == 12
    assert RECEIVED not in told("双桥县林业局", requests=said)


@pytest.mark.parametrize(
    "said",
    [
        "通过网站、信函等方式未收到政府信息公开申请。",
        "通过网络等渠道没有收到政府信息公开申请。",
        "通过网站、公开栏等渠道，全年未收到政府信息公开申请。",
        "我镇通过广播等形式宣传条例，通过公示栏等渠道未收到政府信息公开申请。",
    ],
)
def test_that_none_came_by_some_ways_is_not_that_none_came(said: str) -> None:
    assert RECEIVED not in told(requests=said)
    assert "T1" not in codes(report_text(SOUND, {3: said}))
