"""Whose are the numbers behind somebody else's deed: 苗圃高度重视，公开信息20条 are the nursery's, and so is all that the office above did."""

from __future__ import annotations

import time

import pytest
from made_up import told

BUREAU, TOWN = "双桥县林业局", "双桥县杨湾镇人民政府"
SAID = {
    "proactive": "主动公开政府信息52条。",
    "requests": "收到政府信息公开申请5件。",
    "fees": "未收取费用。",
    "review": "未发生行政复议、行政诉讼。",
    "capacity": "配备2名兼职政府信息公开工作人员。",
}
OTHERS = (
    "省厅 市局 青山林场 林场 苗圃 水库 森林公园 护林队 木材检查站 森林公安 司法机关 上级 上级部门 县财政 人民银行 县政务服务中心"
    " 政务服务中心 行政服务中心 二级机构"
    " 其他单位 5个单位 县直部门 市县两级 国家 市里 县电视台 某公司 青山县林业局"
).split()


@pytest.mark.parametrize("who", OTHERS)
def test_what_others_did_is_theirs(who: str) -> None:
    for section, said in SAID.items():
        for lead in ("", "加强管理，", "印发通知，", "制定制度，确定了主管部门，"):
            assert not told(BUREAU, **{section: f"{who}{lead}{said}"}), f"{who}{lead}{said}"


@pytest.mark.parametrize("who", ["我县", "我省", "各村", "县委、县政府", "我局林业站"])
def test_what_others_did_goes_on(who: str) -> None:
    for section, said in SAID.items():
        assert not told(BUREAU, **{section: f"{who}加强管理，{said}"}), f"{who}加强管理，{said}"


@pytest.mark.parametrize(
    "lead",
    [
        "我局加强管理，",
        "县林业局加强管理，",
        "局办公室加强管理，",
        "局机关加强管理，",
        "信息公开办公室加强管理，",
        "全局上下加强管理，",
        "局领导加强管理，",
        "县委、县政府高度重视，",
        "根据省厅通知，",
        "按照省厅印发的通知，我局",
        "省厅要求加强管理，",
        "市局检查指导，",
        "林场加强管理，我局",
        "加强林场管理，",
    ],
)
def test_what_the_agency_did_is_its_own(lead: str) -> None:
    assert told(BUREAU, proactive=lead + SAID["proactive"])["proactive.items_published"] == 52
    assert told(BUREAU, requests=lead + SAID["requests"])["requests.received"] == 5


@pytest.mark.parametrize(
    ("agency", "who"),
    [
        ("双桥县青山林场", "青山林场"),
        ("双桥县政务服务中心", "县政务服务中心"),
        ("双桥县水库管理局", "县水库管理局"),
        (TOWN, "镇党政办"),
        (TOWN, "镇政府"),
    ],
)
def test_such_a_body_s_own_report_reads_its_number(agency: str, who: str) -> None:
    for lead in ("", "加强管理，"):
        assert told(agency, proactive=f"{who}{lead}主动公开政府信息52条。")["proactive.items_published"] == 52
        assert told(agency, requests=f"{who}{lead}收到政府信息公开申请5件。")["requests.received"] == 5


@pytest.mark.parametrize("words", ["林场", "上级", "省厅印发通知，", "苗圃加强", "县政府高度", "、"])
def test_who_acts_is_read_in_time(words: str) -> None:
    started = time.process_time()
    told(BUREAU, proactive=f"{words * 10_000}主动公开政府信息52条。")
    assert time.process_time() - started < 4


@pytest.mark.parametrize("before", ["约", "督促", "转发", "系统内", "指导乡镇"])
def test_round_numbers_and_what_others_were_led_to_are_none(before: str) -> None:
    assert not told(BUREAU, proactive=before + SAID["proactive"])
    assert not told(BUREAU, requests=before + SAID["requests"])


def test_who_sues_is_not_sued() -> None:
    assert not told(BUREAU, review="我局提起行政诉讼2件。")
    assert not told(BUREAU, review="我局申请行政复议2件。")
    assert told(BUREAU, review="我局被提起行政诉讼2件。")["litigation.total"] == 2
    assert told(BUREAU, review="对我局提起行政诉讼2件。")["litigation.total"] == 2


@pytest.mark.parametrize(
    ("agency", "lead"),
    [
        ("双桥县公安局", "公安机关高度重视，全年"),
        ("双桥县财政局", "财政部门加强管理，"),
        (BUREAU, "林业系统认真落实，全年"),
        (BUREAU, "国家出台新条例，全年"),
        (BUREAU, "省里印发要点，全年"),
        (BUREAU, "市局印发通知，2014年我局"),
        (BUREAU, "上级下发任务后，全年"),
    ],
)
def test_what_the_year_brought_after_what_was_issued_above_is_the_bureau_s(agency: str, lead: str) -> None:
    assert told(agency, proactive=lead + SAID["proactive"])["proactive.items_published"] == 52


@pytest.mark.parametrize("lead", ["苗圃印发通知，全年", "市局举办培训，全年", "公安机关高度重视，", "市局印发通知，全年各乡镇"])
def test_what_others_did_in_the_year_is_still_theirs(lead: str) -> None:
    assert "proactive.items_published" not in told(BUREAU, proactive=lead + SAID["proactive"])
