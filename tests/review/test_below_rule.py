"""Table four below a torn head: its one row is enclosed by separators, ruled off by lines of ---, a note may stand above it."""

from __future__ import annotations

import pytest
from made_up import SOUND, report_text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Number, Report

NAMES = [
    f"{row}.{key}"
    for row in ("review", "litigation_direct", "litigation_after_review")
    for key in ("upheld", "corrected", "other", "pending", "total")
]
TORN = "行政复议行政诉讼\n未经复议直接起诉复议后起诉\n结果结果其他尚未\n总计\n总计总计\n维持纠正结果审结维持纠正结果审结"
WORDS = "| 维持 | 纠正 | 结果 | 审结 | 结果 | 结果 | 其他 | 尚未 | 结果 | 结果 | 其他 | 尚未 |"
NOTE = "注：行政复议、行政诉讼数量包括以前年度未结案件。"
ROWS = [
    [3, 0, 1, 0, 4, 0, 0, 0, 2, 2, 5, 1, 0, 0, 6],
    [0, 0, 0, 0, 0, 12, 1, 0, 0, 13, 0, 0, 0, 0, 0],
    [140, 6, 22, 31, 199, 3, 0, 0, 0, 3, 1, 1, 1, 1, 4],
]


def rule(cells: int) -> str:
    return "|" + "---|" * cells


def row(numbers: list[int]) -> str:
    return f"| {' | '.join(map(str, numbers))} |"


def read(printed: str) -> list[Number | None]:
    text = report_text(SOUND)
    start, end = text.index("行政复议 | 行政诉讼"), text.index("五、存在的主要问题")
    (report,) = parse_source(Source(f"{text[:start]}{printed}\n{text[end:]}".encode(), "made-up.txt"))
    assert isinstance(report, Report)
    return [report.figures[name].value for name in NAMES]


@pytest.mark.parametrize("numbers", ROWS)
@pytest.mark.parametrize("words", [[], [WORDS, rule(12)], [WORDS]])
@pytest.mark.parametrize("below", [[], [rule(15)], [rule(15), ""]])
def test_the_row_below_a_torn_head_is_read(numbers: list[int], words: list[str], below: list[str]) -> None:
    assert read("\n".join([TORN, *words, row(numbers), *below])) == numbers
    # A note may say that they are last year's, or those of others.
    assert read("\n".join([TORN, NOTE, *words, row(numbers), *below])) == [None] * len(numbers)


@pytest.mark.parametrize(
    "below",
    [
        [row([3, 0, 1, 0, 5, *[0] * 10]), rule(15)],  # does not add up
        [row(ROWS[0][:-1]), rule(14)],
        [row([0, *ROWS[0]]), rule(16)],
        [row(ROWS[0]), rule(15), row(ROWS[1])],
        ["上年情况", row(ROWS[0]), rule(15)],
        ["全市各部门案件汇总如下。", row(ROWS[0]), rule(15)],
    ],
)
def test_a_row_that_leaves_doubt_is_not_read(below: list[str]) -> None:
    assert read("\n".join([TORN, NOTE, WORDS, rule(12), *below])) == [None] * 15
