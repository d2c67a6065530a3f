"""This year's table and last year's, side by side or stacked: captions of years are believed where each surely is one table's."""

from __future__ import annotations

import time

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.tables.ownership.twin_captions import _CAPTIONS, _GLUED, _ROW
from gongkai.report import Number, Report

OWN, OTHER = (3, 1, 0, 2, 6, 0, 4, 0, 0, 4, 1, 0, 0, 0, 1), (2, 2, 0, 1, 5, 0, 3, 0, 0, 3, 0, 0, 0, 0, 0)
NONE: list[Number | None] = [None] * 15
RULINGS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
PAGE = (
    "<html><body><h1>青禾县水务局2022年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>全年运转正常。</p><p>{heading}</p>"
    "{tables}<p>五、存在的主要问题</p><p>无。</p></body></html>"
)
HEADING = "四、政府信息公开行政复议、行政诉讼情况"
YEARS = [
    ("2022年", "2021年"),
    ("本年度", "上年度"),
    ("2022年度数据", "2021年度数据"),
    ("(今年)", "(去年)"),
    ("2022年", "上年同期"),
]


def _row(cells: tuple[object, ...]) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _table(cells: tuple[int, ...]) -> str:
    head = "<tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>"
    head += "".join(f"<td rowspan=2>{word}</td>" for word in RULINGS)
    head += "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>"
    return f"<table>{head}{_row(RULINGS * 2)}{_row(cells)}</table>"


def _read(*parts: str | tuple[int, ...], heading: str = HEADING) -> list[Number | None]:
    tables = "".join(_table(part) if isinstance(part, tuple) else f"<p>{part}</p>" for part in parts)
    (report,) = parse_source(Source(PAGE.format(tables=tables, heading=heading).encode(), "a.html"))
    assert isinstance(report, Report)
    names = ("review.", "litigation_direct.", "litigation_after_review.")
    return [figure.value for part in names for name, figure in report.figures.items() if name.startswith(part)]


@pytest.mark.parametrize(("this", "last"), YEARS)
def test_captions_of_both_years_above_both_tables_are_nobodys(this: str, last: str) -> None:
    for first, second in ((this, last), (last, this)):
        for captions in ([f"{first}&nbsp;&nbsp;&nbsp;&nbsp;{second}"], [first + second], [first, second]):
            assert _read(*captions, OWN, OTHER) == _read(*captions, OTHER, OWN) == NONE
            assert _read(*captions, OWN, OWN) == list(OWN) or last == "上年同期"
        assert _read(OWN, f"{first} {second}", OTHER) == _read(OTHER, first, second, OWN) == NONE


@pytest.mark.parametrize(("this", "last"), YEARS)
def test_captions_above_one_table_each_tell(this: str, last: str) -> None:
    assert _read(this, OWN, last, OTHER) == _read(last, OTHER, this, OWN) == list(OWN)
    assert _read(this, OWN, OTHER, last) in (list(OWN), NONE)
    assert _read(last, OTHER, OWN, this) in (list(OWN), NONE)


@pytest.mark.parametrize(("this", "last"), YEARS)
def test_captions_below_one_table_each_tell_between_two_headings(this: str, last: str) -> None:
    assert _read(OWN, this, OTHER, last) == _read(OTHER, last, OWN, this) == list(OWN)
    assert _read("相关数据一览", OTHER, last, OWN, this) == NONE
    # What stands above all may be a caption of all.
    assert _read(this, OTHER, last, OWN, this) == _read(last, OTHER, last, OWN, this) == NONE


@pytest.mark.parametrize(("this", "last"), YEARS)
def test_a_caption_of_one_of_two_tables_is_believed_where_no_other_table_may_be_its(this: str, last: str) -> None:
    assert _read(last, OTHER, OWN) == _read(last, OWN, OTHER) == NONE
    assert _read(OTHER, this, OWN) == _read(OWN, this, OTHER) == NONE
    assert _read(OWN, last, OTHER) in (list(OWN), NONE)
    assert _read(this, OWN, OTHER) in (list(OWN), NONE)


def test_three_years_are_read_where_each_has_its_caption() -> None:
    third = (1, 1, 0, 1, 3, 0, 2, 0, 0, 2, 0, 0, 0, 0, 0)
    assert _read("2022年", OWN, "2021年", OTHER, "2020年", third) == list(OWN)
    assert _read("2020年", third, "2021年", OTHER, "2022年", OWN) == list(OWN)
    assert _read(OTHER, "2021年", OWN, "2022年", third, "2020年") == list(OWN)
    assert _read("2022年 2021年 2020年", OWN, OTHER, third) == NONE
    assert _read("2020年", "2021年", "2022年", third, OTHER, OWN) == NONE


def test_captions_in_whole_words_count_as_years_do() -> None:
    this, last = (f"青禾县水务局{year}年行政复议、行政诉讼情况表" for year in (2022, 2021))
    assert _read(this, last, OWN, OTHER) == _read(last, this, OTHER, OWN) == NONE
    assert _read(this, OWN, last, OTHER) == _read(last, OTHER, this, OWN) == list(OWN)


@pytest.mark.parametrize("annex", ["附件:2022年下属单位统计表", "附件1:2022年上半年统计表", "附件:2021年统计表"])
def test_the_caption_of_an_annex_is_that_of_no_table_above_it(annex: str) -> None:
    assert _read(OWN, annex, OTHER) == list(OWN)


def test_a_heading_with_the_year_is_no_second_caption() -> None:
    heading = f"四、2022年{HEADING[2:]}"
    assert _read("2022年", OWN, "2021年", OTHER, heading=heading) == list(OWN)
    assert _read("2021年", OTHER, "2022年", OWN, heading=heading) == list(OWN)


@pytest.mark.parametrize("text", [" ", "\t", "|", "1", "2022", "2022年", "2022年 ", "上年", "同期", "情况", "(一)"])
def test_long_lines_take_no_time(text: str) -> None:
    line = "2022年" + text * (20_000 // len(text)) + "x"
    began = time.perf_counter()
    _CAPTIONS.fullmatch(line)
    _GLUED.search(line)
    _ROW.search(line)
    assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize(("this", "last"), YEARS)
def test_captions_of_two_years_above_a_table_alone_are_nobodys(this: str, last: str) -> None:
    assert _read(f"{last}&nbsp;&nbsp;{this}", OTHER) == _read(f"{this}&nbsp;&nbsp;{last}", OTHER) == NONE
    assert _read(last, this, OTHER) == _read(this, last, OTHER) == NONE


ROWS = """一、本年新收政府信息公开申请数量 | {0} | 0 | 0 | 0 | 0 | 0 | {0}
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0
三、本年度办理结果 | (一)予以公开 | {0} | 0 | 0 | 0 | 0 | 0 | {0}
(二)部分公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0
(三)不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0
2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0
3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0
4.保护第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 | 0
5.属于三类内部事务信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0
6.属于四类过程性信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0
7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0
8.属于行政查询事项 | 0 | 0 | 0 | 0 | 0 | 0 | 0
(四)无法提供 | 1.本机关不掌握相关政府信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0
2.没有现成信息需要另行制作 | 0 | 0 | 0 | 0 | 0 | 0 | 0
3.补正后申请内容仍不明确 | 0 | 0 | 0 | 0 | 0 | 0 | 0
(五)不予处理 | 1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0
2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0
3.要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0
4.无正当理由大量反复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0
5.要求行政机关确认或重新出具已获取信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0
(六)其他处理 | 3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0
(七)总计 | {0} | 0 | 0 | 0 | 0 | 0 | {0}
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0"""


def _of_requests(*parts: str | int) -> Number | None:
    title = "青禾县水务局2022年政府信息公开工作年度报告\n一、总体情况\n全年运转正常。\n三、收到和处理政府信息公开申请情况\n"
    head = (
        "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) | 申请人情况\n自然人 | 法人或其他组织 | 总计\n"
        "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他\n"
    )
    text = "\n".join(head + ROWS.format(part) if isinstance(part, int) else part for part in parts)
    (report,) = parse_source(Source(f"{title}{text}\n五、存在的主要问题\n无。\n".encode(), "a.txt"))
    assert isinstance(report, Report)
    return report.figures["requests.received.total"].value


def test_the_last_row_of_table_three_is_no_heading() -> None:
    assert _of_requests(7, "2022年", 9, "2021年") == _of_requests(9, "2021年", 7, "2022年") == 7
    assert _of_requests("2022年", 7, "2021年", 9) == _of_requests("2021年", 9, "2022年", 7) == 7
    for captions in ("2022年\t2021年", "2022年 | 2021年", "2021年 2022年", "2021年\n2022年", "2022年2021年"):
        assert _of_requests(captions, 7, 9) is None
        assert _of_requests(captions, 9, 7) is None
