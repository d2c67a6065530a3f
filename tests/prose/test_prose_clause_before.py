"""A clause before that tells of a campaign, of part of a year, of others or of hearsay takes the number, whatever it counts."""

from __future__ import annotations

import pytest
from made_up import told

STATED = {
    "proactive": "主动公开政府信息461条",
    "requests": "收到政府信息公开申请461件",
    "review": "因政府信息公开被申请行政复议461件",
    "capacity": "召开政府信息公开工作会议461次",
}
BEFORE = (
    "春节期间，|集中整治期间，|宣传周期间，|专项行动中，|在某次检查中，|乡镇方面，|县直部门方面，|邻县情况：|以下为邻县数据：|其他单位情况如下：|下一步工作安排："
    "|有媒体称我局|网传我局|理论上|假设|本周|县林业调查队|全国林业系统|累计来看，"
)
NOT_BEFORE = "报告期间，|在统计期间，|2014年期间，|2014年度报告期间，|在办理工作中，|情况如下：|春节期间安排专人值班，2014年|调查队伍建设加强，"


@pytest.mark.parametrize("before", BEFORE.split("|"))
def test_it_is_no_number_of_the_agency_s_year(before: str) -> None:
    for section, said in STATED.items():
        if section != "capacity" or "下一步" not in before:
            assert 461 not in told(**{section: f"{before}{said}。"}).values(), said


@pytest.mark.parametrize("before", NOT_BEFORE.split("|"))
def test_the_year_and_the_work_take_none(before: str) -> None:
    for section in ("requests", "review"):
        assert 461 in told(**{section: f"{before}{STATED[section]}。"}).values(), section


def test_in_a_county_s_report_a_city_and_a_society_are_others() -> None:
    for before in ("从全市来看，", "县林学会", "县企业联合会"):
        for section in ("proactive", "requests", "review"):
            figures = told("双桥县人民政府", overview="全县依法公开。", **{section: f"{before}{STATED[section]}。"})
            assert 461 not in figures.values(), before
    for before in ("从全县来看，", "从全市来看，申请量上升。全县"):
        said = f"{before}{STATED['requests']}。"
        assert told("双桥县人民政府", overview="全县依法公开。", requests=said)["requests.received"] == 461


@pytest.mark.parametrize(
    "before", ["县政府办公室检查中，我局获好评，", "在省局检查中，受到表扬，", "年终督查中，我局荣获先进单位，"]
)
def test_praise_ends_what_an_inspection_is_told_of(before: str) -> None:
    assert told(requests=before + "我局收到政府信息公开申请12件。")["requests.received"] == 12


@pytest.mark.parametrize(
    "before",
    [
        "省局检查中，",
        "省局检查中，我局发现问题，",
        "省局检查中，我局受到处分，",
        "应急演练中，我局获好评，",
        "省局暗访中，我局获好评，",
        "省局测评中，我局获好评，",
        "省局检查中，县公安局获好评，",
        "省局检查中，我局获好评，每月",
    ],
)
def test_what_came_during_an_inspection_is_not_the_year_s(before: str) -> None:
    assert "requests.received" not in told(requests=before + "我局收到政府信息公开申请12件。")


@pytest.mark.parametrize("before", "理应|本该|预期|打算|有可能|原则上|差点|险些|模拟中|演习中|桌面推演中".split("|"))
@pytest.mark.parametrize("field", STATED)
def test_what_was_expected_or_played_did_not_happen(before: str, field: str) -> None:
    figures = told(**{field: f"{before}{STATED[field]}。"})
    assert not {"proactive.items_published", "requests.received", "review.total", "training.meetings"} & set(figures)


@pytest.mark.parametrize("before", ["我局打算周密，", "演习中有序推进，", "我局"])
def test_what_happened_behind_words_of_plans_is_read(before: str) -> None:
    assert told(review=before + STATED["review"] + "。")["review.total"] == 461
