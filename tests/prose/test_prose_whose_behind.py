"""Whose a number is may stand behind it: 12件，均为县教育局的申请; who asks for information is nobody whose number it is."""

from __future__ import annotations

import pytest
from made_up import told

RECEIVED, ITEMS, MEETINGS = "requests.received", "proactive.items_published", "training.meetings"
REVIEW = "review.total"
ANOTHER_S = (
    "均为县教育局的申请|均为县教育局受理|均由县教育局受理|全部系向县人民政府提出|均为向县教育局提出的申请|均为局属单位受理"
)
OWN = (
    "均为我局受理|均由局办公室受理|均由县林业局受理|均向我局提出|均由法规科负责受理|均由窗口受理|均为自然人的申请|均为某公司的申请|均为同一单位的申请"
    "|均为杨湾镇村民的申请|均在规定时限内受理|均按规定受理|均由我局公开|均在县政府网站公开|均由县教育局职工提出|全部依法公开|均应由县教育局答复"
)


@pytest.mark.parametrize("behind", ANOTHER_S.split("|"))
def test_what_another_body_is_said_to_have_is_not_the_agency_s(behind: str) -> None:
    assert RECEIVED not in told(requests=f"2014年，收到政府信息公开申请12件，{behind}。")


@pytest.mark.parametrize("behind", OWN.split("|"))
def test_who_asked_and_the_agency_itself_leave_it_the_agency_s(behind: str) -> None:
    assert told(requests=f"2014年，收到政府信息公开申请12件，{behind}。")[RECEIVED] == 12


def test_items_and_meetings_of_others_are_not_the_agency_s() -> None:
    for behind in ("均为县政府发布", "均系局属各单位发布"):
        assert ITEMS not in told(proactive=f"2014年，主动公开政府信息461条，{behind}。")
    for behind in ("均在县政府网站发布", "均通过县政府门户网站发布", "均为我局制作并公开"):
        assert told(proactive=f"2014年，主动公开政府信息461条，{behind}。")[ITEMS] == 461
    assert MEETINGS not in told(capacity="2014年，召开政府信息公开工作会议3次，均为县政府办召开。")
    assert told(capacity="2014年，召开政府信息公开工作会议3次，均由局办公室召开。")[MEETINGS] == 3


def test_in_a_county_s_report_its_bodies_are_the_county() -> None:
    def received(said: str) -> object:
        return told("双桥县人民政府", overview="全县依法公开。", requests=said).get(RECEIVED)

    for body in ("各部门", "县政府办公室", "县人民政府办公室", "县信息公开办"):
        assert received(f"2014年，全县收到政府信息公开申请112件，均由{body}受理。") == 112
    assert received("2014年，全县收到政府信息公开申请112件，均由市政府办公室受理。") is None
    assert received("2014年，收到政府信息公开申请112件，均由县教育局受理。") is None


def test_reviews_that_the_government_takes_to_decide_are_the_agency_s() -> None:
    for behind in ("均由县政府受理", "均由县人民政府受理", "全部由市政府受理"):
        said = f"2014年，因政府信息公开引发行政复议3件，{behind}；引发行政诉讼1件。"
        assert told(review=said)[REVIEW] == 3
    assert REVIEW not in told(review="2014年，因政府信息公开引发行政复议3件，均为县教育局受理。")
    assert RECEIVED not in told(requests="2014年，收到政府信息公开申请12件，均由县政府受理。")
