"""A word before table four's fifteen numbers that only heads their row costs none of them; one that makes it another row leaves them unread."""

from __future__ import annotations

import re
import time

import pytest
from made_up import SOUND, read, report_text

from gongkai.indexer.tables.shapes.head_of_review_row import without_head_of_row

NAMES = [
    f"{block}.{ruling}"
    for block in ("review", "litigation_direct", "litigation_after_review")
    for ruling in ("upheld", "corrected", "other", "pending", "total")
]
NUMBERS = [2, 1, 0, 0, 3, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1]
ROW = " | ".join(map(str, NUMBERS))
SEPARATORS = [" | ", "\n", "\t", "  ", " |\n"]
_CELLS = {"review": NUMBERS[:5], "litigation_direct": NUMBERS[5:10], "litigation_after_review": NUMBERS[10:]}


def values(head: str, separator: str, row: str = ROW, below: str = "") -> list[object]:
    text = report_text(SOUND | _CELLS, head="临江市蔬菜局2023年政府信息公开工作年度报告")
    assert text.count(f"\n{ROW}\n") == 1
    text = text.replace(f"\n{ROW}\n", f"\n{head} | {row}\n{below}")
    report = read(text.replace(" | ", separator), "page.txt")
    return [report.value(name) for name in NAMES]


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    "head",
    [
        "数量",
        "件数",
        "案件数量（件）",
        "本机关",
        "本单位",
        "本局",
        "合计",
        "2023年",
        "本年度",
        "临江市蔬菜局",
        "数量（单位：件）",
        "情况",
    ],
)
def test_the_head_of_the_row_costs_nothing(head: str, separator: str) -> None:
    assert values(head, separator) == NUMBERS


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    "head",
    ["上年", "2022年", "其中", "下属单位", "乡镇", "本镇", "累计", "占比", "市农业局", "临江市", "结案数", "撤销", "1", "一"],
)
def test_a_head_that_makes_another_row_of_it_leaves_it_unread(head: str, separator: str) -> None:
    assert values(head, separator) == [None] * len(NAMES)


@pytest.mark.parametrize("separator", [" | ", "\t"])
def test_empty_cells_stay_empty(separator: str) -> None:
    row = ROW.replace("2 | 1 | 0 | 0 | 3", "2 | 1 |  |  | 3")
    plain = read(report_text(SOUND | _CELLS).replace(ROW, row).replace(" | ", separator), "page.txt")
    assert values("数量", separator, row) == [plain.value(name) for name in NAMES]


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("head", ["数量", "本机关"])
@pytest.mark.parametrize("row", [ROW[:-4], ROW + " | 4"])
def test_other_counts_of_cells_stay_unread(head: str, row: str, separator: str) -> None:
    assert values(head, separator, row) == [None] * len(NAMES)


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    "names", [("本机关", "下属单位"), ("数量", "占比"), ("本年", "累计"), ("数量", "其中"), ("2023年", "2023年"), ("数量", "")]
)
def test_one_of_two_rows_stays_unread(names: tuple[str, str], separator: str) -> None:
    first, second = names
    below = f"{second} | {re.sub('1', '4', ROW)}\n".removeprefix(" | ")
    assert values(first, separator, below=below) == [None] * len(NAMES)


def test_empty_cells_with_wide_spaces_take_little_time() -> None:
    began = time.process_time()
    without_head_of_row("行政复议\n" + ("数量 |" + "    |" * 14 + "x\n") * 20)  # each line could be read in 5^14 ways
    assert time.process_time() - began < 1
