"""Does a report count what all bodies of a place did, or one body's own?"""

from __future__ import annotations

import pytest
from test_who_reports import read

ALL, OWN = "government_consolidated", "agency"
TOWNS = "各乡镇、县政府各部门"
COMPILED = "本报告由平乡县人民政府办公室{}编制。"


def scope(text: str) -> tuple[str | None, str | None]:
    found = read(f"{text}\n二、主动公开政府信息情况\n")
    return found.kind, found.scope


@pytest.mark.parametrize(
    ("compiled", "expected"),
    [
        (COMPILED.format(f"综合{TOWNS}政府信息公开年度报告"), ALL),
        (COMPILED.format(f"根据{TOWNS}年度报告汇总"), ALL),
        (COMPILED.format(f"综合{TOWNS}年度报告") + "报告所列数据不含各部门。", OWN),
        (COMPILED.format("综合各科室工作"), OWN),
        (COMPILED.format("") + f"印发{TOWNS}年度报告编制要求。", OWN),
        (f"平乡县人民政府办公室综合{TOWNS}意见,修改方案。", OWN),
    ],
)
def test_an_office_that_puts_the_reports_of_all_bodies_together_under_its_own_name(compiled: str, expected: str) -> None:
    text = f"平乡县人民政府办公室2023年政府信息公开工作年度报告\n{compiled}\n一、总体情况\n2023年,公开信息37条。"
    assert scope(text) == ("government_office", expected)


@pytest.mark.parametrize(
    ("put_out", "said", "expected"),
    [
        ("邢台市2014年度政府信息公开年度报告", "我市各级部门推进公开", ALL),
        ("邢台市政府办公室2014年度政府信息公开年度报告", "我市各级部门推进公开", OWN),
        ("邢台市2014年度政府信息公开年度报告", "我办推动我市各级部门公开", OWN),
        ("邢台市2014年度政府信息公开年度报告", "公开信息37条", OWN),
    ],
)
def test_an_office_that_puts_out_the_report_of_its_city(put_out: str, said: str, expected: str) -> None:
    text = f"邢台市政府办公室2014年政府信息公开年度报告\n现向社会公布{put_out}。\n一、概述\n2014年,{said}。"
    assert scope(text) == ("government_office", expected)


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ("2023年,全区通过各渠道,共受理政府信息公开申请35件。", ALL),
        ("2023年,管委会受理政府信息公开申请35件,全区无复议。", OWN),
        ("2023年,我委受理申请9件。全区共收到申请35件。", OWN),
        ("要求全区认真办理,管委会共收到申请3件。", OWN),
    ],
)
def test_a_zone_that_counts_what_came_to_all_its_bodies(counted: str, expected: str) -> None:
    text = f"邢台经济开发区2023年政府信息公开工作年度报告\n一、总体情况\n{counted}"
    assert scope(text) == ("administrative_committee", expected)


@pytest.mark.parametrize(
    ("compiled", "expected"),
    [
        ("由开发区管委会党政办综合各街镇、区直各部门工作实际编制而成", ALL),
        ("由开发区管委会党政办,区直各部门,乡镇人民政府政务公开情况编制而成", ALL),
        ("本报告综合各部门、各街道政府信息公开工作情况编制", ALL),
        ("由开发区管委会党政办、各科室、各部门政务公开情况编制而成", OWN),
        ("由开发区管委会党政办、各部门、各镇政务公开情况编制要求", OWN),
        ("由开发区管委会党政办综合各科室、各部门工作实际编制而成", OWN),
        ("由开发区管委会党政办汇总各部门工作情况编制要求", OWN),
        ("由我委办公室编制,管委会综合各部门意见", OWN),
    ],
)
def test_a_zone_whose_office_puts_the_work_of_all_its_bodies_together(compiled: str, expected: str) -> None:
    text = f"邢台经济开发区2023年政府信息公开工作年度报告\n本报告{compiled}。\n一、总体情况\n2023年,公开信息37条。"
    assert scope(text) == ("administrative_committee", expected)


@pytest.mark.parametrize(
    ("did", "expected"),
    [
        ("我区坚持依法公开。目前,全区机关各部门、直属单位和三街一镇已全部实行政务公开。", ALL),
        ("我区坚持依法公开。全区各部门、各街道均编制了目录。", ALL),
        ("坚持依法公开。全区各部门、各街道均编制了目录。", OWN),  # of whatever 区
        ("我区坚持依法公开。要求全区各部门、各街道编制目录。", OWN),
        ("我区坚持依法公开。我局负责。全区各部门、各街道均编制了目录。", OWN),
        ("我区坚持依法公开。全区各街道编制了目录。", OWN),
    ],
)
def test_a_zone_that_tells_what_its_bodies_and_towns_did(did: str, expected: str) -> None:
    text = f"邢台经济开发区2023年政府信息公开工作年度报告\n一、总体情况\n2023年,{did}公开信息37条。"
    assert scope(text)[1] == expected
