"""Tables that are not printed as tables of the form are: each number stands beside the words that name it."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report

TITLE = "青禾县水利局2023年政府信息公开工作年度报告\n一、总体情况\n2023年，我局认真落实条例。\n"
HEADING = "四、政府信息公开行政复议、行政诉讼情况\n"
END = "五、存在的主要问题及改进情况\n公开的内容还不够丰富。\n六、其他需要报告的事项\n无其他事项。\n"
RULINGS = "结果维持 结果纠正 其他结果 尚未审结 总计"
NAMES = ("review", "litigation_direct", "litigation_after_review")
KEYS = ("upheld", "corrected", "other", "pending", "total")
BLOCKS = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
NUMBERS = ((4, 1, 2, 0, 7), (0, 3, 0, 1, 4), (11, 0, 0, 0, 11))


def figures(text: str) -> dict[str, object]:
    """Return the numbers that are read of a page with this text."""
    (report,) = parse_source(Source((TITLE + text + END).encode(), "a.txt"))
    assert isinstance(report, Report)
    return {name: figure.value for name, figure in report.figures.items() if figure.value is not None}


def review(numbers: tuple[tuple[int, ...], ...] = NUMBERS) -> dict[str, object]:
    return {f"{name}.{key}": n for name, row in zip(NAMES, numbers, strict=True) for key, n in zip(KEYS, row, strict=True)}


def cells(*numbers: int) -> str:
    return " ".join(map(str, numbers))


def in_three(numbers: tuple[tuple[int, ...], ...] = NUMBERS) -> str:
    return "".join(f"{block}\n{RULINGS}\n{cells(*row)}\n" for block, row in zip(BLOCKS, numbers, strict=True))


LISTED = "".join(
    f"{block}\n" + "".join(f"{word}：{n}件\n" for word, n in zip(RULINGS.split(), row, strict=True))
    for block, row in zip(BLOCKS, NUMBERS, strict=True)
)


@pytest.mark.parametrize(
    "printed",
    [
        in_three(),
        in_three().replace(" ", " | "),
        in_three().replace("行政诉讼（未", "（二）行政诉讼案件情况\n（未"),
        LISTED,
        LISTED.replace("：", " "),
        f"类别 {RULINGS}\n" + "".join(f"{b} {cells(*row)}\n" for b, row in zip(BLOCKS, NUMBERS, strict=True)),
        "类别 {} {} {}\n".format(*BLOCKS)
        + "".join(f"{w} {cells(*column)}\n" for w, column in zip(RULINGS.split(), zip(*NUMBERS, strict=True), strict=True)),
        f"行政复议\n{RULINGS}\n4 1 2 0 7\n行政诉讼\n未经复议直接起诉 复议后起诉\n{RULINGS} {RULINGS}\n0 3 0 1 4 11 0 0 0 11\n",
        "行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n"
        + 3 * "总计 结果维持 结果纠正 其他结果 尚未审结\n"
        + "7 4 1 2 0 4 0 3 0 1 11 11 0 0 0\n",
    ],
)
def test_table_four_in_parts_is_read(printed: str) -> None:
    assert figures(HEADING + printed) == review()


@pytest.mark.parametrize(
    "printed",
    [
        in_three(((4, 1, 2, 0, 9), *NUMBERS[1:])),  # a total that is no sum may be another table's number
        in_three() + in_three(((1, 0, 0, 0, 1), *NUMBERS[1:])),  # of two such tables nobody knows which is this year's
        in_three().replace("0 3 0 1 4", "3 1 4"),  # empty cells were left out
        in_three().replace("0 3 0 1 4", "0 3 0 1 4\n3"),  # the page's number, or a cell
        in_three().replace("结果纠正", "", 1),
        in_three().replace("结果纠正", "结果维持", 1),
        LISTED.replace("尚未审结：1件\n", ""),
        # Rulings in another order, below a word that is damaged: position no longer tells whose the numbers are.
        "行政复议 行政诉讼\n未经复议直接起诉 ?议后起诉\n"
        + 3 * "总计 结果维持 结果纠正 其他结果 尚未审结\n"
        + "7 4 1 2 0 4 0 3 0 1 11 11 0 0 0\n",
        "行政复议 行政诉讼\n未经复议直接起诉 ?议后起诉\n"
        + 3 * "结果纠正 结果维持 其他结果 尚未审结 总计\n"
        + "1 4 2 0 7 3 0 0 1 4 0 11 0 0 11\n",
    ],
)
def test_a_part_that_leaves_doubt_leaves_table_four_unread(printed: str) -> None:
    assert figures(HEADING + printed) == {}


def test_of_two_years_in_parts_the_captions_tell_which_is_the_reports() -> None:
    last_year = in_three(((1, 0, 0, 0, 1), (0, 0, 0, 0, 0), (0, 0, 0, 2, 2)))
    assert figures(f"{HEADING}2022年情况\n{last_year}2023年情况\n{in_three()}") == review()
