"""Sums of another whole than the report's, and numbers that stand corrected elsewhere, are not the report's."""

from __future__ import annotations

import pytest
from made_up import LIST_OF_2014, RECEIVED, REVIEW, SOUND, read, report_text

AGENCIES = ["临江县人民政府", "临江市人民政府", "吉林省人民政府", "国家林业和草原局", "临江县林业局"]
NOTES = {
    "以上数据为全国汇总数。": ["国家林业和草原局"],
    "（全国汇总数）": ["国家林业和草原局"],
    "以上为全省汇总数据": ["吉林省人民政府"],
    "注：以上为全市汇总数据。": ["临江市人民政府"],
    "以上为全县汇总数据": ["临江县人民政府"],
    "以上数据为全省林业系统汇总数": ["吉林省人民政府"],
    "更正数据见附件": [],
    "本表数据已更正，详见附件。": [],
    "数据以附件为准": [],
    "解释权归本机关": AGENCIES,
    "数据来源：全国政务服务平台": AGENCIES,
    "以上数据以本报告为准": AGENCIES,
    "本表数据以实际发生数为准": AGENCIES,
    "注：更新后的公开目录见附件": AGENCIES,
}


@pytest.mark.parametrize("place", ["above", "below"])
@pytest.mark.parametrize("agency", AGENCIES)
@pytest.mark.parametrize("note", NOTES)
def test_a_table_of_another_whole_is_not_the_reports(note: str, agency: str, place: str) -> None:
    text = report_text(SOUND, head=f"{agency}2023年政府信息公开工作年度报告")
    mark = "申请人情况\n" if place == "above" else "四、政府信息公开行政"
    report = read(text.replace(mark, f"{note}\n{mark}"))
    assert (report.value("requests.received.natural_person") == 2) == (agency in NOTES[note])
    assert ("L1" in [found.code for found in report.findings]) == (agency not in NOTES[note])


@pytest.mark.parametrize("note", ["注：以上数据为全国汇总数。", "更正数据见附件。"])
def test_nor_is_a_list(note: str) -> None:
    lines = "\n".join(f"{label} | 条 | {number}" for label, number in LIST_OF_2014.items())
    text = f"双桥县林业局2016年政府信息公开工作年度报告\n一、概述\n按规定办理。\n统计指标 | 单位 | 统计数\n{lines}\n"
    assert read(text).value(REVIEW) == LIST_OF_2014["行政复议数量"]
    assert read(f"{text}{note}\n").value(REVIEW) is None
    assert read(f"{text}{note}\n").value(RECEIVED) is None
