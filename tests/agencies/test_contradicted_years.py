"""A title that the period and the text contradict tells no year: one of them was copied from last year's report."""

from __future__ import annotations

import pytest
from made_up import SOUND, report_text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report

PERIOD = "统计期限自{}年1月1日起至{}年12月31日止。{}年，本局依法推进公开。"


def read(text: str) -> Report:
    (report,) = parse_source(Source(text.encode(), "a.txt"))
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    ("period", "text", "expected"),
    [(2023, 2023, 2023), (2022, 2023, 2023), (2022, 2022, None), (2024, 2024, None)],
)
def test_a_title_that_period_and_text_contradict_tells_no_year(period: int, text: int, expected: int | None) -> None:
    assert read(report_text(SOUND, {1: PERIOD.format(period, period, text)})).year == expected
