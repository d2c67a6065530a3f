"""Of two tables the one is read whose caption names the report's year and no more: no part of it, no other body."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.tables.alike import is_damaged_head
from gongkai.report import Number, Report

OWN, OTHER = (3, 1, 0, 2, 6, 0, 4, 0, 0, 4, 1, 0, 0, 0, 1), (2, 2, 0, 1, 5, 0, 3, 0, 0, 3, 0, 0, 0, 0, 0)
RULINGS = " | ".join(("结果维持", "结果纠正", "其他结果", "尚未审结", "总计"))
PAGE = """青禾县水务局2022年政府信息公开工作年度报告
一、总体情况
全年运转正常。
四、政府信息公开行政复议、行政诉讼情况
{tables}
五、存在的主要问题及改进情况
无。
"""


def _table(cells: tuple[int, ...], caption: str) -> str:
    above = f"{caption}\n" if caption else ""
    return f"{above}行政复议 | 行政诉讼\n{RULINGS} | 未经复议直接起诉 | 复议后起诉\n{RULINGS} | {RULINGS}\n{' | '.join(map(str, cells))}"


def _read(*tables: str) -> list[Number | None]:
    return _figures(PAGE.format(tables="\n".join(tables)))


def _figures(page: str) -> list[Number | None]:
    (report,) = parse_source(Source(page.encode(), "a.txt"))
    assert isinstance(report, Report)
    names = ("review.", "litigation_direct.", "litigation_after_review.")
    return [figure.value for part in names for name, figure in report.figures.items() if name.startswith(part)]


PARTS = "第一季度|前三季度|上半年|1-6月|7-12月|中期|预计|目标|样表："
NOT_THE_YEARS = [*(f"2022年{part}" for part in PARTS.split("|")), "2021-2022年", "第四季度", "上年"]


@pytest.mark.parametrize("words", NOT_THE_YEARS)
def test_a_table_of_a_part_of_the_year_is_not_the_years(words: str) -> None:
    caption = f"{words}行政复议、行政诉讼情况"
    assert _read(_table(OWN, ""), _table(OTHER, caption)) in (list(OWN), [None] * 15)
    assert _read(_table(OTHER, caption), _table(OWN, "")) in (list(OWN), [None] * 15)
    assert _read(_table(OWN, "2022年行政复议、行政诉讼情况"), _table(OTHER, caption)) == list(OWN)


@pytest.mark.parametrize("words", ["综合执法大队", "局属事业单位", "全区", "灌溉服务中心"])
def test_a_caption_that_says_more_is_not_taken_before_a_table_without(words: str) -> None:
    caption = f"2022年{words}行政复议、行政诉讼情况"
    assert _read(_table(OWN, ""), _table(OTHER, caption)) in (list(OWN), [None] * 15)
    assert _read(_table(OTHER, caption), _table(OWN, "")) in (list(OWN), [None] * 15)


@pytest.mark.parametrize(
    "caption",
    ["2022年行政复议、行政诉讼情况", "青禾县水务局2022年度政府信息公开情况统计表", "2022年我局行政复议、诉讼情况表"],
)
def test_a_caption_of_the_year_and_the_body_is_the_reports(caption: str) -> None:
    assert _read(_table(OTHER, "2021年行政复议、行政诉讼情况"), _table(OWN, caption)) == list(OWN)
    assert _read(_table(OWN, caption)) == list(OWN)


def test_the_pages_title_is_no_caption_of_the_table_right_below_it() -> None:
    title, rest = PAGE.format(tables=_table(OWN, "")).split("\n", 1)
    for first in (title, f"{title}\n发布日期 | 2023-01-20"):
        assert _figures(f"{first}\n{_table(OTHER, '')}\n{rest}") == [None] * 15
        assert _figures(f"{first}\n{_table(OTHER, '2021年')}\n{rest}") == list(OWN)
        assert _figures(f"{first}\n{_table(OWN, '')}\n{rest}") == list(OWN)
    assert _figures(f"{title}\n{_table(OWN, '')}\n{rest.replace(_table(OWN, ''), '无。')}") == list(OWN)


SUBJECTS = ["工伤认定类", "房屋征收", "下属单位灌溉服务中心", "全年全部(含非信息公开类)", "其中:因行政处罚引起的", "其他非公开类"]


@pytest.mark.parametrize("words", SUBJECTS)
def test_a_table_of_a_subject_of_its_own_is_not_the_forms(words: str) -> None:
    caption = f"{words}行政复议、行政诉讼案件情况"
    assert _read(_table(OTHER, caption)) == [None] * 15
    assert _read(_table(OWN, ""), _table(OTHER, caption)) in (list(OWN), [None] * 15)


@pytest.mark.parametrize(
    "caption",
    [
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "本局政府信息公开类行政复议和行政应诉案件情况(单位:件)",
        "具体行政复议、诉讼情况统计如下表",
    ],
)
def test_a_caption_in_the_forms_words_keeps_its_table(caption: str) -> None:
    assert _read(_table(OWN, caption)) == list(OWN)


def test_a_caption_that_is_lost_whole_is_no_word_of_the_head() -> None:
    assert not is_damaged_head("?" * 4)
    assert is_damaged_head("法律?务机构")
