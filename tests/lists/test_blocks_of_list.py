"""Reviews and lawsuits of the list of 2014 share their rows' labels: which block a row stands in tells whose it is."""

from __future__ import annotations

import pytest
from test_other_lists_of_2014 import LAYOUTS, NUMBERS, figures

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form_2014 import LIST_2014, STATISTICS_2014
from gongkai.report import Report

ROWS = ("维持具体行政行为数", "被依法纠错数", "其他情形数")
Block = tuple[str, int]
REVIEW, LAWSUITS, APPEALS = ("四、行政复议数量", 20), ("五、行政诉讼数量", 40), ("六、行政申诉数量", 60)
OF_REVIEWS, OF_LAWSUITS = (
    {f"{kind}.{row}": first + n for n, row in enumerate(("total", "upheld", "corrected", "other"))}
    for kind, first in (("review", 20), ("litigation", 40))
)


def read(layout: str, *blocks: Block) -> dict[str, object]:
    """Return what is read of reviews and lawsuits in a list that has `blocks`, each with the number of its first row."""
    line, begin, end, _ = LAYOUTS[layout]
    printed: list[str] = []
    for key, label, unit in STATISTICS_2014:
        if key == "review.total":
            printed += [
                line.format(*row)
                for heading, first in blocks
                for row in zip((heading, *ROWS), ["件"] * 4, range(first, first + 4), strict=True)
            ]
        elif not key.startswith(("review", "litigation")):
            printed.append(line.format(label, unit, NUMBERS[key]))
    title = "临江市白石镇人民政府2016年政府信息公开工作年度报告"
    page = "\n".join([title, "一、概述", "本镇依法公开信息。", begin + line.format("统计指标", "单位", "统计数"), *printed, end])
    (report,) = parse_source(Source(page.encode(), "a.html" if layout == "html" else "a.txt"))
    assert isinstance(report, Report)
    read = {key: report.value(LIST_2014 + key) for key in OF_REVIEWS | OF_LAWSUITS}
    return {key: value for key, value in read.items() if value is not None}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_are_of_the_block_that_they_stand_in(layout: str) -> None:
    assert read(layout, REVIEW, LAWSUITS) == OF_REVIEWS | OF_LAWSUITS
    swapped = read(layout, LAWSUITS, REVIEW)
    assert swapped.items() <= (OF_REVIEWS | OF_LAWSUITS).items()
    without = read(layout, LAWSUITS)
    assert without.items() <= OF_LAWSUITS.items()
    assert without["litigation.total"] == 40


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_of_a_further_block_are_of_neither(layout: str) -> None:
    found = read(layout, REVIEW, LAWSUITS, APPEALS)
    assert found.items() <= (OF_REVIEWS | OF_LAWSUITS).items()
    assert OF_REVIEWS.items() <= found.items()


@pytest.mark.parametrize("layout", ["spaces", "pipes", "html"])
def test_codes_of_four_digits_are_no_numbers(layout: str) -> None:
    row = {"spaces": "{0} {1} {2}", "pipes": "| {0} | {1} | {2} |", "html": ""}[layout]
    between = " | " if layout == "pipes" else "</td><td>" if layout == "html" else " "
    codes = {key: f"{label}{between}{1100 + n}" for n, (key, label, _) in enumerate(STATISTICS_2014, 1)}
    assert figures(layout, labels=codes, row=row) == {}


@pytest.mark.parametrize("head", ["代码统计数", "2015年2016年统计数", "局机关水政大队合计", "统计数代码", "统计数排名"])
def test_columns_that_are_run_together_are_no_number(head: str) -> None:
    assert figures(head=head, row="{0}{1}17{2}") == {}


@pytest.mark.parametrize("head", ["2016年统计数", "统计数", "2016年度数量"])
def test_a_column_that_is_run_together_with_its_label_is(head: str) -> None:
    assert figures(head=head, row="{0}{1}{2}") == NUMBERS
