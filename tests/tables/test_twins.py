"""What is read where a table prints a row twice, or its columns in another order? Nothing of them: whose the numbers are is unclear."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Number, Report

_RULINGS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
_CELLS = (3, 1, 0, 2, 6, 0, 4, 0, 0, 4, 1, 0, 0, 0, 1)
_OTHERS = (2, 2, 0, 1, 5, 0, 3, 0, 0, 3, 0, 0, 0, 0, 0)


def _row(cells: tuple[object, ...], label: str = "") -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in ((label, *cells) if label else cells)) + "</tr>"


def _review(*rows: str, rulings: tuple[str, ...] = _RULINGS) -> str:
    head = "<tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>"
    head += "".join(f"<td rowspan=2>{word}</td>" for word in rulings)
    head += "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>"
    return f"<table>{head}{_row(rulings * 2)}{''.join(rows)}</table>"


def _figures(tables: str, part: str) -> list[Number | None]:
    title = "<h1>青禾县水务局2022年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>全年运转正常。</p>"
    (report,) = parse_source(Source(f"<html><body>{title}{tables}<p>五、存在的主要问题</p></body></html>".encode(), "a.html"))
    assert isinstance(report, Report)
    return [figure.value for name, figure in report.figures.items() if name.startswith(part)]


def _of_review(*rows: str, rulings: tuple[str, ...] = _RULINGS) -> list[Number | None]:
    table = "<p>四、政府信息公开行政复议、行政诉讼情况</p>" + _review(*rows, rulings=rulings)
    return [value for part in ("review.", "litigation_direct.", "litigation_after_review.") for value in _figures(table, part)]


@pytest.mark.parametrize("label", ["", "上年数", "合计", "总计", "其他"])
def test_two_rows_of_table_four_are_none(label: str) -> None:
    assert _of_review(_row(_OTHERS, label), _row(_CELLS)) == [None] * 15
    assert _of_review(_row(_CELLS), _row(_OTHERS, label)) == [None] * 15


def test_a_second_row_may_have_empty_cells() -> None:
    assert _of_review(_row(("", 2, *_OTHERS[2:])), _row(_CELLS)) == [None] * 15


def test_one_row_is_read_below_the_numbers_of_its_columns_too() -> None:
    assert _of_review(_row(_CELLS)) == list(_CELLS)
    assert _of_review(_row(tuple(range(1, 16))), _row(_CELLS)) == list(_CELLS)
    assert _of_review(_row(_CELLS), _row(_CELLS)) == list(_CELLS)


@pytest.mark.parametrize("places", [(1, 0, 2, 3, 4), (0, 2, 1, 3, 4), (4, 0, 1, 2, 3), (0, 1, 4, 2, 3)])
def test_rulings_in_another_order_are_read_by_their_own_words(places: tuple[int, ...]) -> None:
    cells = tuple(_CELLS[block + place] for block in (0, 5, 10) for place in places)
    assert _of_review(_row(cells), rulings=tuple(_RULINGS[place] for place in places)) == list(_CELLS)


def _rules(*rows: str) -> list[Number | None]:
    head = "<tr><td colspan=4>第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
    table = f"<p>二、主动公开政府信息情况</p><table>{head}{''.join(rows)}{_row((7, 0, 9), '行政规范性文件')}</table>"
    return _figures(table, "proactive.rules")


def test_a_row_of_table_two_that_is_printed_twice_is_not_read() -> None:
    assert _rules(_row((2, 0, 5), "规章")) == [2, 0, 5]
    assert _rules(_row((2, 0, 5), "规章"), _row((2, 0, 5), "规章")) == [2, 0, 5]
    assert _rules(_row((1, 0, 4), "规章"), _row((2, 0, 5), "规章")) == [None] * 3
    assert _rules(_row((1, 0, 4), "上年：规章"), _row((2, 0, 5), "规章")) == [None] * 3
    assert _rules(_row((2, 0, 5), "规章"), _row((1, 0, 4), "规章（上年）")) == [2, 0, 5]
    assert _rules(_row((1, 0, 4), "规章（上年）"), _row((2, 0, 5), "规章")) in ([2, 0, 5], [None] * 3)
    assert _rules(_row(("", "", ""), "规章"), _row((1, 0, 4), "上年：规章")) == [None] * 3
    assert _rules(_row((1, 0, 4), "上年规章")) == [None] * 3
    assert _rules(_row(("", "", ""), "规章"), _row((1, 0, 4), "规章")) == [None] * 3
    assert _rules(_row(("", 0, 5), "规章"), _row((1, 0, 4), "规章")) == [None] * 3


@pytest.mark.parametrize(
    ("cells", "read"), [((2, 3, 5), [2, 3, 5]), (("", 3, 5), [None, 3, 5]), ((2, 3, ""), [None] * 3), ((3, 5), [None] * 3)]
)
def test_an_empty_label_is_no_cell_of_its_row(cells: tuple[object, ...], read: list[int | None]) -> None:
    """Where the row's last cell is empty too, or left out, its numbers could stand one column late."""
    made, kept = (
        _row(("本年新制作数量", "本年新公开数量", "对外公开总数量"), "信息内容"),
        ("上一年项目数量", "本年增/减", "处理决定数量"),
    )
    rows = f"<tr><td>第二十条第（一）项</td></tr>{made}{_row((0, 1, 4), '规章')}{_row((0, '', 0), '规范性文件')}"
    rows += f"<tr><td>第二十条第（五）项</td></tr>{_row(kept, '信息内容')}{_row(('', *cells))}{_row((15, '', 31), '其他对外管理服务事项')}"
    rows += (
        f"<tr><td>第二十条第（六）项</td></tr>{_row(kept, '信息内容')}{_row((0, -1, 2), '行政处罚')}{_row((0, 0, 9), '行政强制')}"
    )
    assert _figures(f"<p>二、主动公开政府信息情况</p><table>{rows}</table>", "proactive.licensing") == read


def _received(heads: tuple[str, ...], *counts: str) -> list[Number | None]:
    kinds = (
        "<tr>"
        + "".join(f"<td>{word}</td>" for word in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"))
        + "</tr>"
    )
    head = "<tr><td rowspan=3 colspan=3></td><td colspan=7>申请人情况</td></tr>"
    head += (
        "<tr>"
        + "".join(f"<td colspan=5>{word}</td>" if "法人" in word else f"<td rowspan=2>{word}</td>" for word in heads)
        + "</tr>"
    )
    rows = "".join(
        f"<tr><td colspan=3>{label}</td>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
        for label, cells in (
            ("一、本年新收政府信息公开申请数量", (4, 1, 0, 0, 0, 0, 5)),
            ("二、上年结转政府信息公开申请数量", (1, 0, 0, 0, 0, 0, 1)),
            ("（一）予以公开", (5, 1, 0, 0, 0, 0, 6)),
            ("1.属于国家秘密", (0,) * 7),
            ("（七）总计", (5, 1, 0, 0, 0, 0, 6)),
            ("四、结转下年度继续办理", (0,) * 7),
        )
    )
    table = f"<p>三、收到和处理政府信息公开申请情况</p><table>{head}{kinds}{''.join(counts)}{rows}</table>"
    return _figures(table, "requests.received")


@pytest.mark.parametrize("columns", ["", _row((1, 2, 3, 4, 5, 6, 7), "甲")])
def test_columns_that_are_counted_are_still_those_of_the_head(columns: str) -> None:
    assert _received(("自然人", "法人或其他组织", "总计"), columns) == [4, 1, 0, 0, 0, 0, 5]
    assert _received(("法人或其他组织", "自然人", "总计"), columns) == [0, 4, 1, 0, 0, 0, 5]  # by their own head


def test_a_block_that_adds_up_both_ways_is_not_read_below_totals_that_come_first() -> None:
    places = (4, 0, 1, 2, 3)
    assert _of_review(_row((1, 0, 0, 0, 1) * 3), rulings=tuple(_RULINGS[place] for place in places)) == [None] * 15


def _below_merged_totals(cells: tuple[object, ...]) -> list[Number | None]:
    """Return what is read of a table four whose totals are merged with the row of the lawsuits' names."""
    head = "<tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>"
    head += "".join(f"<td rowspan=2>{word}</td>" for word in _RULINGS)
    for lawsuit in ("未经复议直接起诉", "复议后起诉"):
        head += f"<td colspan=4>{lawsuit}</td><td rowspan=2>总计</td>"
    table = f"<p>四、政府信息公开行政复议、行政诉讼情况</p><table>{head}</tr>{_row(_RULINGS[:-1] * 2)}{_row(cells)}</table>"
    return [value for part in ("review.", "litigation_direct.", "litigation_after_review.") for value in _figures(table, part)]


def test_totals_may_be_merged_with_the_row_above() -> None:
    assert _below_merged_totals(_CELLS) == list(_CELLS)
    assert _below_merged_totals((45, 0, 0, 0, 45, *_CELLS[5:])) == [45, 0, 0, 0, 45, *_CELLS[5:]]


@pytest.mark.parametrize("note", ["说明：行政强制 2 件由乡镇办理。", "注：行政强制 2 件均已办结。"])
def test_a_note_that_says_the_label_again_prints_no_row_again(note: str) -> None:
    head = "<tr><td>第二十条第（五）项</td></tr><tr><td>信息内容</td><td>本年处理决定数量</td></tr>"
    more = "<tr><td>第二十条第（六）项</td></tr><tr><td>信息内容</td><td>本年处理决定数量</td></tr>"
    rows = f"{_row((31,), '行政许可')}{more}{_row((45,), '行政处罚')}{_row((6,), '行政强制')}"
    table = f"<p>二、主动公开政府信息情况</p><table>{head}{rows}</table>"
    assert _figures(f"{table}<p>{note}</p>", "proactive.compulsion") == [6]
    again = f"<p>二、主动公开政府信息情况</p><table>{head}{rows}{_row((9,), '行政强制')}</table>"
    assert _figures(again, "proactive.compulsion") == [None]


def _of_two(label: str, first: str, second: str) -> list[Number | None]:
    """Return the figures of table two whose row of this label is printed twice, each time with a part of it in brackets."""
    head = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
    rows = {
        "规章": (3, 1, 40),
        "行政规范性文件": (5, 2, 66),
        "行政许可": (17,),
        "行政处罚": (61,),
        "行政强制": (27,),
        "行政事业性收费": (147,),
    }
    printed = ""
    for number, (row, cells) in enumerate(rows.items()):
        article = {0: "一", 2: "五", 3: "六", 5: "八"}.get(number)
        heads = head if number < 2 else ("信息内容", "本年处理决定数量" if number < 5 else "本年收费金额（单位：万元）")
        printed += f"<tr><td colspan=4>第二十条第（{article}）项</td></tr>{_row(heads)}" if article else ""
        parts = [f"{row}（{part}）" for part in (first, second)] if row == label else [row]
        printed += "".join(_row(tuple(cell + nth for cell in cells), part) for nth, part in enumerate(parts))
    return _figures(f"<p>二、主动公开政府信息情况</p><table>{printed}</table>", "proactive.")


@pytest.mark.parametrize(
    ("label", "parts", "unread"),
    [
        ("规章", ("省", "市"), [0, 1, 2]),
        ("行政规范性文件", ("政府", "部门"), [3, 4, 5]),
        ("行政处罚", ("一般程序", "简易程序"), [7]),
        ("行政事业性收费", ("甲费", "乙费"), [9]),
        ("行政事业性收费", ("不动产登记费", "耕地开垦费用"), [9]),
    ],
)
def test_a_row_printed_in_two_parts_is_not_one_of_them(label: str, parts: tuple[str, str], unread: list[int]) -> None:
    whole: list[Number | None] = [3, 1, 40, 5, 2, 66, 17, 61, 27, 147]
    assert _of_two(label, *parts) == [None if place in unread else value for place, value in enumerate(whole)]
