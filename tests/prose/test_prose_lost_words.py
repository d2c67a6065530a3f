"""Words that only look like another's, a part's or another time's: 向社会公开, 我局2014年度, 全镇2014年, 作为被告, 以某部门为被申请人."""

from __future__ import annotations

import pytest
from made_up import SOUND, codes, report_text, told

COUNTY, TOWN = "双桥县人民政府", "双桥县杨湾镇人民政府"
ITEMS, RECEIVED, REVIEW, LITIGATION = "proactive.items_published", "requests.received", "review.total", "litigation.total"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("2014年，我局向社会主动公开政府信息461条，重点公开了林权改革信息", 461),
        ("2014年，我局向社会公众主动公开政府信息461条", 461),
        ("我局2014年度共公开政府信息461条", 461),
        ("我局全年公开政府信息461条", 461),
        ("2014年，我局向县政府网站主动公开政府信息461条", None),
        ("我局2013年公开政府信息461条", None),
        ("2014年，我局向社会重点领域主动公开政府信息461条", None),
    ],
)
def test_items_are_read_whoever_they_are_for(said: str, value: int | None) -> None:
    assert told(proactive=f"{said}。").get(ITEMS) == value


def test_the_year_may_stand_behind_the_whole_place() -> None:
    assert told(TOWN, requests="全镇2014年没有收到政府信息公开申请。")[RECEIVED] == 0
    assert told(TOWN, requests="全镇2014年收到政府信息公开申请12件。")[RECEIVED] == 12
    for place, value in (("全县", 112), ("全市", None), ("全镇", None)):
        for when in ("2014年", "本年度", ""):
            said = f"{place}{when}收到政府信息公开申请112件。"
            assert told(COUNTY, overview="全县依法公开。", requests=said).get(RECEIVED) == value, said


def test_lawsuits_in_which_the_agency_is_sued_are_all_of_them() -> None:
    assert told(review="2014年，我局作为被告的政府信息公开行政诉讼案件2件。")[LITIGATION] == 2
    for role in ("以县水务局为被告", "我局作为第三人"):
        assert LITIGATION not in told(review=f"2014年，{role}的政府信息公开行政诉讼案件2件。")


def test_reviews_of_what_departments_answered_are_not_the_county_s_own() -> None:
    said = "受理以县直部门为被申请人的政府信息公开行政复议12件。"
    assert "T2" not in codes(report_text(SOUND, {4: said}, "临江县人民政府2023年政府信息公开工作年度报告"))
    assert told(COUNTY, overview="全县依法公开。", review="2014年，以县政府为被申请人的政府信息公开行政复议12件。")[REVIEW] == 12


def test_no_such_information_is_no_request() -> None:
    assert told(requests="2014年，我局无依申请公开政府信息的情况。")[RECEIVED] == 0
    assert RECEIVED not in told(requests="2014年，我局无依申请公开政府信息收费的情况。")


def test_requests_in_a_test_are_none_of_the_year_s() -> None:
    assert "T1" not in codes(report_text(SOUND, {3: "模拟申请测评中，收到政府信息公开申请12件。"}))
    assert "T1" in codes(report_text(SOUND, {3: "办理工作中，收到政府信息公开申请12件。"}))
