"""Bodies whose names end as those of departments do and that are none: article 49 gives them no day."""

from __future__ import annotations

import pytest

from gongkai import parse
from gongkai.indexer.names.no_departments import kind_told_by_name


@pytest.mark.parametrize(
    "names",
    [
        "甲市中级人民法院 甲县人民检察院 甲市人大常委会办公室 政协甲市委员会办公室 甲市监察委员会 中共甲县委办公室 甲县委编办",
        "甲市总工会 甲市残联 甲市残疾人联合会 甲县妇女联合会 甲县科协 甲市红十字会 共青团甲市委员会 甲县供销社 甲市供销合作社联合社",
    ],
)
def test_organs_and_societies_are_no_departments(names: str) -> None:
    assert {name: kind_told_by_name(name) for name in names.split()} == dict.fromkeys(names.split())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("甲县农村信用社", "public_institution"),
        ("甲县农村信用合作联社", "public_institution"),
        ("甲日报社", "public_institution"),
        ("海西州大柴旦行政委员会", "administrative_committee"),
        ("甲市国有资产监督管理委员会", "department"),
        ("甲市卫生健康委员会", "department"),
        ("甲县农村信用社改革办公室", "department"),
        ("甲市人民政府地方志办公室", "department"),
        ("甲县社会保险局", "department"),
        ("甲县司法局", "department"),
        ("甲县公安局", "public_security"),
        ("甲县自来水公司", "public_institution"),
    ],
)
def test_kinds_of_others(name: str, kind: str) -> None:
    assert kind_told_by_name(name) == kind


@pytest.mark.parametrize(
    ("agency", "codes"),
    [
        ("白银市中级人民法院", []),
        ("白银市总工会", []),
        ("白银市自来水公司", []),
        ("白银市农村信用社", []),
        ("白银市财政局", ["D2"]),
    ],
)
def test_only_departments_are_late_by_article_49(agency: str, codes: list[str]) -> None:
    page = f"{agency}2023年政府信息公开工作年度报告\n发布日期：2024-04-20\n一、总体情况\n{agency}认真公开信息。\n"
    (report,) = parse(page.encode())
    assert [found.code for found in report.findings if found.code == "D2"] == codes
