"""A table that another body filled in is not the report's; the agency's own name, in whatever spelling, leaves it."""

from __future__ import annotations

import pytest
from made_up import SOUND, read, report_text

from gongkai.indexer.tables.ownership.filled_by import is_filled_by_another

OWN = {
    "临江县": "临江县人民政府 临江县政府办公室 县政府办 县府办 临江县政务公开办 临江县政务服务中心 临江县大数据管理局 县行政审批局 白山市临江县"
    " 县本级 中共临江县委办公室 临江县政府办公室秘书科 融媒体中心 县融媒体中心",
    "临江县林业局": "临江县林业局 县林业局 局机关 办公室 林业局 临江县林业局办公室 临江县林草局"
    " 临江县林业和草原局 临江县人民政府 临江县林业局(盖章)",
    "临江县白石镇人民政府": "白石镇 白石镇政府 临江县白石镇 白石镇党政办 镇政府 临江县 白石镇党政综合办公室"
    " 白石镇党建办 白石镇社会事务办 镇机关 中共白石镇委员会 便民服务中心 镇便民服务中心 文化站 综合文化站 社会事务办",
    "临江市教育局": "临江市教育局 市教育局 临江市教体局 临江市教育和体育局",
    "临江县公安局": "临江县公安局指挥中心 县公安局 公安局 法制大队 县公安局法制大队",
    "白山市公安局": "白山市公安局 市公安局 法制支队 市公安局法制支队",
    "白山市公安局双桥分局": "白山市公安局双桥分局 双桥分局 法制大队",
    "吉林省公安厅": "省公安厅 法制总队",
    "白山市双桥区人民政府": "区融媒体中心 融媒体中心 区政府办公室 双桥区政府办",
    "临江县市政管理局": "市政管理局 市政局 县市政局",
    "镇海区白石街道": "镇海区人民政府办公室 街道便民服务中心",
    "临江县经济开发区管委会": "县经开区管委会 经开区管委会",
    "白山市市场监督管理局": "市场监管局 市场监督管理局 市市场监管局",
    "临江县城市管理局": "县城市管理局 县城管局",
    "临江县白石乡": "乡文化站 乡政府 乡便民服务中心",
    "国家税务总局临江县税务局": "临江县税务局 国家税务总局临江县税务局 税务局",
    "临江经济开发区管委会": "临江经济开发区管理委员会 经开区管委会",
    "临江大学": "临江大学校长办公室 校办公室 校长办公室 学校办公室",
}
OTHERS = {
    "临江县": "黑龙江省农业厅 省农业厅 白山市人民政府 白山市 县教育局 白石镇人民政府 浑江区 临江县公安局 临江县第一中学"
    " 临江县医院 市政府办公室",
    "临江县林业局": "黑龙江省农业厅 县农业局 通化县林业局 白山市林业局 吉林省林业厅 临江县林业站 临江县林场",
    "临江县白石镇人民政府": "青山镇 青山镇人民政府 黑龙江省农业厅 县民政局 白石镇文化站 青山镇党建办 青山镇便民服务中心 派出所",
    "临江市人民政府": "通化市人民政府 临江市财政局 通化市",
    "临江县公安局": "市公安局法制支队 法制支队 法制总队 州公安局法制支队 区公安局法制大队 市公安局法制大队",
    "白山市公安局双桥分局": "市公安局法制支队 法制支队 市公安局法制大队 区公安局法制大队",
    "白山市公安局": "县公安局法制大队 区公安局法制大队 法制大队 法制总队 省公安厅法制总队",
    "吉林省公安厅": "市公安局法制支队 法制大队 法制支队 市公安局法制总队",
    "白山市公安局白石派出所": "法制大队 市公安局法制支队 法制支队",
    "白山市双桥区人民政府": "市融媒体中心 县融媒体中心 市政府办公室",
    "白石镇人民政府": "乡文化站 乡便民服务中心 乡社会事务办 街道便民服务中心",
    "临江县白石乡": "镇便民服务中心 镇文化站",
    "白山市双桥区教育局": "市教育局 县教育局 省教育厅",
    "临江大学": "通化大学 通化学院",
    "吉林省林业厅": "黑龙江省林业厅 吉林省农业厅 临江县林业局",
}
LINES = ["填报单位：{}", "填表单位（盖章）:{}    填报日期：2024年1月", "单位名称：{}", "报送单位：{}填表人：王五"]


def page(agency: str, line: str) -> str:
    return report_text(SOUND, head=f"{agency}2023年政府信息公开工作年度报告").replace("申请人情况", f"{line}\n申请人情况")


def received(text: str) -> object:
    return read(text).value("requests.received.total")


@pytest.mark.parametrize(("agency", "names"), OWN.items())
def test_a_name_of_the_agency_or_its_office_leaves_the_table(agency: str, names: str) -> None:
    for name in names.split():
        for line in LINES:
            said = line.format(name).replace("：", ":").replace("（", "(").replace("）", ")")
            assert not is_filled_by_another(said, page(agency, ""))
    assert received(page(agency, LINES[0].format(names.split()[0]))) == 2


@pytest.mark.parametrize(("agency", "names"), OTHERS.items())
def test_a_table_that_another_body_filled_in_is_not_read(agency: str, names: str) -> None:
    for name in names.split():
        for line in LINES:
            said = line.format(name).replace("：", ":").replace("（", "(").replace("）", ")")
            assert is_filled_by_another(said, page(agency, "")), (name, said)
    report = read(page(agency, LINES[0].format(names.split()[0])))
    assert report.value("requests.received.total") is None
    assert "L1" in [found.code for found in report.findings]


@pytest.mark.parametrize(
    "line",
    [
        "单位：件",
        "制表机关：国务院办公厅",
        "制表单位：国家统计局",
        "单位：万元",
        "计量单位：件",
        "填报单位：",
        "填报单位：                填报人：",
    ],
)
def test_units_of_measure_and_empty_blanks_leave_the_table(line: str) -> None:
    assert received(page("临江县林业局", line)) == 2


@pytest.mark.parametrize("place", ["caption row", "below"])
def test_the_first_or_last_row_of_a_table_may_name_who_filled_it(place: str) -> None:
    text = page("临江县林业局", "")
    last = next(line for line in text.splitlines() if line.startswith("结转下年度"))
    for name, found in (("临江县林业局", 2), ("通化县教育局", None)):
        line = f"填报单位：{name} | 单位：件"
        said = (
            text.replace("申请人情况", f"{line}\n申请人情况") if place == "caption row" else text.replace(last, f"{last}\n{line}")
        )
        assert received(said) == found


@pytest.mark.parametrize(
    ("agency", "name"),
    [
        ("临江县公安局", "州公安局法制科"),
        ("临江县公安局", "市公安局法制科"),
        ("临江县公安局", "市公安局办公室"),
        ("白山市公安局白石派出所", "法制科"),
        ("临江县白石乡", "镇政府"),
        ("白山市双桥区人民政府", "市政府"),
    ],
)
def test_a_name_of_another_level_is_another_body(agency: str, name: str) -> None:
    line = LINES[0].format(name)
    assert is_filled_by_another(line.replace("：", ":"), page(agency, ""))
    assert received(page(agency, line)) is None
