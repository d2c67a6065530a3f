"""A note beside a table empties it where it gives the whole table to another year or body, not where it tells of single cases."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.tables.ownership.notes_of_cases import without_cases
from gongkai.report import Number, Report

CELLS = (13, 1, 0, 12, 26, 0, 14, 0, 0, 14, 11, 0, 0, 0, 11)
RULINGS = " | ".join(("结果维持", "结果纠正", "其他结果", "尚未审结", "总计"))
PAGE = """青禾县水务局2022年政府信息公开工作年度报告
一、总体情况
全年运转正常。
四、政府信息公开行政复议、行政诉讼情况
{above}行政复议 | 行政诉讼
{rulings} | 未经复议直接起诉 | 复议后起诉
{rulings} | {rulings}
{cells}
{below}五、存在的主要问题及改进情况
无。
"""
NULL: list[Number | None] = [None] * 15


def _read(note: str, where: str) -> list[Number | None]:
    notes = {"above": "", "below": "", where: f"{note}\n"}
    page = PAGE.format(rulings=RULINGS, cells=" | ".join(map(str, CELLS)), **notes)
    (report,) = parse_source(Source(page.encode(), "a.txt"))
    assert isinstance(report, Report)
    names = ("review.", "litigation_direct.", "litigation_after_review.")
    return [figure.value for part in names for name, figure in report.figures.items() if name.startswith(part)]


OF_CASES = [
    "注：2021年收到4件",
    "注：2021年结转的3件已于本年办结。",
    "注：1.2021年结转的1件已办结。",
    "注：上年数据有更正。",
    "注：数据较上年有所增加。",
    "注：上年结转2件为2021年12月收到的申请。",
    "注：2021年12月20日收到的2件计入上年结转。",
    "注：其中1件为2021年度未办结的复议案件。",
    "注：部分数据与2021年统计口径不同。",
    "说明：本年申请数量较2021年明显增加。",
    "注：规范性文件清理以2021年公布的目录为准。",
    "注：收费标准依据2021年印发的文件执行。",
    "注：因2021年机构改革，原划转事项不再统计",
    "注：以上数据包含2021年结转的申请2件。",
    "注：本表中上年结转2件均为2021年第四季度收到。",
    "（注：2022年收到的申请中有1件转2023年办理）",
    "（备注：2件系2021年结转）",
    "填报说明：上年结转数取自2021年度报告",
    "表中数据截至2022年12月31日",
]
OF_THE_TABLE = [
    "以上为2021年数据",
    "（2021年数据）",
    "本表为上年度统计数",
    "上表为2021年数据（供对比）",
    "注：此表为2021年度情况，2022年数据另行公布",
    "注：以上数字为前年情况",
    "注：以上为2021年收到的申请办理情况，共4件",
    "注：本年未收到申请，上列4件为2021年收到",
    "注：2021年数据含上年结转2件",
    "注：2021年收到13件",  # a number of the table
    "注：截至2021年底结转2件",
    "注：均为2021年收到和办理的申请",
    "注：以上数据来自2021年年度报告",
    "注：2021年",
]


@pytest.mark.parametrize("where", ["above", "below"])
@pytest.mark.parametrize("note", OF_CASES)
def test_a_note_of_single_cases_leaves_the_table(note: str, where: str) -> None:
    assert _read(note, where) == list(CELLS)


@pytest.mark.parametrize("where", ["above", "below"])
@pytest.mark.parametrize("note", OF_THE_TABLE)
def test_a_note_that_gives_the_table_to_another_year_empties_it(note: str, where: str) -> None:
    assert _read(note, where) == NULL


def test_the_number_of_a_note_may_stand_in_cells_that_run_together() -> None:
    note = "注:2021年收到4件"
    assert "2021" not in without_cases(note, "三 | 14 | 5")
    assert without_cases(note, "100200414") == note


def test_a_long_note_is_read_in_little_time() -> None:
    for words in ("2021年收到", "1件为2021年", "上年结转", "较2021年", "(", "*", "注", "2021年12月"):
        without_cases("注:" + words * 4_000, "1 2 3")
