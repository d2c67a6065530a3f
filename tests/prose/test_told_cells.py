"""Digits of table two that run together are cut as the prose tells, and only by what the agency tells of its own year."""

from __future__ import annotations

import pytest
from made_up import SOUND, read, report_text

NAMES = [f"proactive.normative_documents.{cell}" for cell in ("issued", "repealed", "in_force")]


def cells(run: str, said: str) -> list[object]:
    """Return what is read of the row of normative documents that prints so, where section one says so."""
    page = report_text(SOUND, {1: said}, head="临江市蔬菜局2023年政府信息公开工作年度报告")
    head, _, table = page.partition("二、主动公开")
    glued = table.replace(" | ", "").replace("行政规范性文件000", f"行政规范性文件{run}")
    report = read(f"{head}二、主动公开{glued}")
    return [report.value(name) for name in NAMES]


@pytest.mark.parametrize(
    ("run", "said", "expected"),
    [
        ("6233440", "当年制发行政规范性文件62件，均已备案。", [62, None, None]),
        ("62 33440", "当年制发行政规范性文件62件，均已备案。", [62, None, None]),
        ("6233 440", "当年制发行政规范性文件62件，均已备案。", [62, None, None]),
        ("6233440", "全年制发行政规范性文件62件，废止规范性文件33件。", [62, 33, 440]),
        ("6233440", "全年印发规范性文件62份，现行有效规范性文件440件。", [62, 33, 440]),
        ("6233440", "2023年，我局共废止规范性文件33件。", [None, 33, None]),
        ("1230", "全年制发规范性文件1件，废止规范性文件2件。", [1, 2, 30]),
        ("62330", "全年制发规范性文件62件。", [62, None, None]),
        ("6203", "全年制发规范性文件62件。", [62, None, None]),
        ("6233", "全年制发规范性文件62件。", [62, None, None]),  # one of three may be empty
    ],
)
def test_what_the_agency_states_of_its_year_tells_where_to_cut(run: str, said: str, expected: list[int | None]) -> None:
    assert cells(run, said) == expected


@pytest.mark.parametrize(
    "said",
    [
        "",
        "当年制发行政规范性文件51件，均已备案。",  # the row does not begin with it
        "当年制发行政规范性文件6件，均已备案。",  # one digit may be that of any number
        "当年制发行政规范性文件62件，修订后共制发规范性文件62余件，另制发规范性文件5件。",
        "去年制发行政规范性文件62件。",
        "2022年制发行政规范性文件62件。",
        "下属单位制发行政规范性文件62件。",
        "市政府办公室制发行政规范性文件62件。",
        "各县区制发行政规范性文件62件。",
        "拟制发行政规范性文件62件。",
        "未制发行政规范性文件62件以上的要说明原因。",
        "上半年制发行政规范性文件62件。",
        "累计制发行政规范性文件62件。",
        "平均每年制发行政规范性文件62件。",
        "制发行政规范性文件约62件。",
        "制发行政规范性文件62件以上。",
        "审查制发的规范性文件62件。",
        "通过网站公开制发的行政规范性文件62件。",
        "全年审核区县制发行政规范性文件62件。",
        "其中以政府办名义制发行政规范性文件62件。",
        "计划2024年制发行政规范性文件62件。",
        "全国制发行政规范性文件62件。",
        "我局收到县政府印发规范性文件62件。",
        "转发上级印发的规范性文件62件。",
        "我局起草并由县政府印发规范性文件62件。",
        "归集制发规范性文件62件。",
    ],
)
def test_what_tells_of_others_tells_nothing(said: str) -> None:
    assert cells("6233440", said) == [None, None, None]


@pytest.mark.parametrize("run", ["6233\n440", "6233 | 440", "6233无", "6233/440", "6233件440", "约6|约3|约4\n规范性文件62111"])
def test_digits_that_are_not_all_of_the_row_are_left_alone(run: str) -> None:
    assert cells(run, "当年制发行政规范性文件62件。") == [None, None, None]


def test_a_row_that_is_read_is_left_alone() -> None:
    assert cells("623", "当年制发行政规范性文件62件。") == [6, 2, 3]


def test_a_run_of_more_digits_than_three_numbers_have_is_left_alone() -> None:
    assert cells("62" * 5_000, "当年制发行政规范性文件62件。") == [None, None, None]
