"""A title that the period and the text contradict tells no year: one of them was copied from last year's report."""

from __future__ import annotations

import pytest
from made_up import SOUND, report_text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report

URL = "http://www.linjiang.gov.cn/scj/{}/t{}0118_1.html"
PERIOD = "统计期限自{}年1月1日起至{}年12月31日止。{}年，本局依法推进公开。"


def read(text: str, url: str | None = None) -> Report:
    (report,) = parse_source(Source(text.encode(), "a.txt", url=url))
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    ("period", "text", "expected"),
    [(2023, 2023, 2023), (2022, 2023, 2023), (2022, 2022, None), (2024, 2024, None)],
)
def test_a_title_that_period_and_text_contradict_tells_no_year(period: int, text: int, expected: int | None) -> None:
    assert read(report_text(SOUND, {1: PERIOD.format(period, period, text)})).year == expected


@pytest.mark.parametrize(
    ("told", "out", "expected"), [(2022, 2023, 2022), (2024, 2025, 2024), (2022, 2024, None), (2023, 2025, 2023)]
)
def test_when_it_was_put_out_tells_which_year_was_copied(told: int, out: int, expected: int | None) -> None:
    page = report_text(SOUND, {1: PERIOD.format(told, told, told)})
    assert read(page, URL.format(f"{out}01", f"{out}")).year == expected


@pytest.mark.parametrize(
    "said",
    [
        "本局数据平台自2019年1月1日上线，2019年起运行。本年度依法推进公开。",
        "数据规定（2019年1月1日施行）印发，2019年新规实施。",
        "2019年1月1日至3月31日，2019年机构改革。",
        "统计期限自2019年1月1日起至2019年12月31日止，2019年以来依法公开。",
    ],
)
@pytest.mark.parametrize("url", [None, "http://www.linjiang.gov.cn/scj/2020/0118/1.html"])
def test_what_began_in_another_year_contradicts_no_title(said: str, url: str | None) -> None:
    assert read(report_text(SOUND, {1: said}), url).year == 2023


def test_days_of_several_years_in_the_address_tell_nothing() -> None:
    page = report_text(SOUND, {1: PERIOD.format(2022, 2022, 2022)})
    assert read(page, "http://a.gov.cn/2023/0118/x/2024/0120/1.html").year is None


UNTITLED = (
    "根据条例要求，临江市审计局{}本报告所列数据的统计期限自2020年1月1日起至2020年12月31日止。\n一、总体情况\n"
    "{}本局依法推进公开。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、行政复议、行政诉讼情况\n"
)


@pytest.mark.parametrize(
    ("wrote", "did", "expected"),
    [
        ("编制了2021年政府信息公开年度报告。", "2021年，", 2021),
        ("编制了2021年度政府信息公开工作年度报告，", "2021年公开信息12条。2021年收到申请3件。", 2021),
        ("编制了2021年政府信息公开年度报告。", "2020年，", 2020),  # a year that the text names as its own
        ("编制了2020年政府信息公开年度报告。", "2021年1月，", 2020),
        ("编制了2019年政府信息公开年度报告。", "2020年，", 2020),  # last year's
        ("编制本报告。", "2020年，按时编制了2019年度政府信息公开年度报告。", 2020),
        ("拟编制2021年政府信息公开年度报告。", "2021年，", 2020),  # a plan
        ("编制了2021年政府信息公开年度报告模板。", "2021年，", 2020),
    ],
)
def test_a_report_that_a_body_wrote_for_a_year_is_not_of_the_copied_period(wrote: str, did: str, expected: int) -> None:
    assert read(UNTITLED.format(wrote, did)).year == expected
