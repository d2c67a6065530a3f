"""A note that software summed a table's numbers up says nothing of whose they are; that a system of bureaus has them does."""

from __future__ import annotations

import pytest
from made_up import LIST_OF_2014, REVIEW, SOUND, read, report_text

PLACES = {"above": "申请人情况\n", "below": "四、政府信息公开行政"}
AGENCIES = ("临江市蔬菜局", "临江市人民政府")


def received(note: str, place: str, agency: str) -> object:
    text = report_text(SOUND, head=f"{agency}2023年政府信息公开工作年度报告")
    return read(text.replace(PLACES[place], f"{note}\n{PLACES[place]}")).value("requests.received.total")


@pytest.mark.parametrize("agency", AGENCIES)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "note",
    [
        "数据为系统汇总数据",
        "注：数据为系统汇总数据。",
        "以上数据为系统汇总数据",
        "本表数据为系统自动汇总",
        "（本表数据为系统自动汇总）",
        "本表数据由系统自动汇总",
        "本表数据由系统自动生成",
        "数据为系统导出数据",
        "表中数据均为年报系统自动汇总生成的数据。",
    ],
)
def test_what_software_summed_up_is_the_report_s(note: str, place: str, agency: str) -> None:
    assert received(note, place, agency) == 2


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "note",
    [
        "数据为全县汇总数据",
        "数据为全系统汇总数据",
        "以上数据为全系统汇总数据",
        "数据为我局系统汇总数据",
        "表中数据为系统内汇总数据",
        "表中数据为系统汇总。",
        "数据为系统数据",
        "本表为2022年系统自动汇总数据",
        "本表数据为系统自动汇总的上年数据",
        "本表数据为系统自动汇总的下属单位数据",
    ],
)
def test_what_a_system_of_bureaus_or_another_place_has_is_not(note: str, place: str) -> None:
    assert received(note, place, "临江市蔬菜局") is None


def test_a_whole_city_s_is_the_city_s_alone() -> None:
    for place in PLACES:
        assert received("数据为全市汇总数据", place, "临江市蔬菜局") is None
        assert received("数据为全市汇总数据", place, "临江市人民政府") == 2


def test_a_list_of_2014_is_read_above_such_a_note() -> None:
    lines = "\n".join(f"{label} | 条 | {number}" for label, number in LIST_OF_2014.items())
    text = f"双桥县林业局2016年政府信息公开工作年度报告\n一、概述\n按规定办理。\n统计指标 | 单位 | 统计数\n{lines}\n"
    for note in ("注：数据为系统汇总数据。", "本表数据为系统自动汇总"):
        assert read(f"{text}{note}\n").value(REVIEW) == LIST_OF_2014["行政复议数量"]
