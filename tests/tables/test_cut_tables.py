"""What is read of tables that a page's end cuts off, whose head is broken, or beside which others leave out cells?"""

from __future__ import annotations

import pytest
from made_up import read
from renderers import CATALOGUE, differences, draw

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Number, Report

_TITLE = "青禾县水务局2022年政府信息公开工作年度报告\n一、总体情况\n全年运转正常。\n"
_THREE = """三、收到和处理政府信息公开申请情况
(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) | 申请人情况 | ||||||||
自然人 | 法人或其他组织 | 总计 | |||||||
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||
一、本年新收政府信息公开申请数量 | 4 | 1 | 0 | 0 | 0 | 0 | 5 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
"""
_FIRST_OF_TWO = """二、主动公开政府信息情况
第二十条第(一)项
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 0 | 0 | 0
行政规范性文件 | 2 | 0 | 5
"""
_FOUR = """四、政府信息公开行政复议、行政诉讼情况
行政复议 行政诉讼
未经复议直接起诉 复议后起诉
结 结 其 尚
结 结 其 尚 结 结 其 尚
果 果 他 未
总计 果 果 他 未 总 果 果 他 未 总
维 纠 结 审
维 纠 结 审 计 维 纠 结 审 计
持 正 果 结
持 正 果 结 持 正 果 结
{}
五、存在的主要问题及改进情况
人手不足。
"""


def _report(text: str) -> Report:
    (report,) = parse_source(Source(text.encode(), "a.txt"))
    assert isinstance(report, Report)
    return report


def _row(report: Report, row: str) -> list[Number | None]:
    return [figure.value for name, figure in report.figures.items() if name.rpartition(".")[0] == row]


def test_the_first_rows_of_a_table_are_read_where_the_page_ends() -> None:
    report = _report(_TITLE + _THREE + "三、本年度办理结果 | (一)予以公开 | 2 | 0 | 0")
    assert _row(report, "requests.received") == [4, 1, 0, 0, 0, 0, 5]
    assert _row(report, "requests.carried_over") == [0] * 7
    assert _row(report, "requests.granted") == [None] * 7


@pytest.mark.parametrize(
    ("end", "granted"),
    [("0 1 0 0 0 1 2", None), ("0 2 0 0 0 0 2", 2), ("1 1 0 0 0 120 122", 122)],  # 1 2 may be the first page of two
)
def test_the_last_numbers_of_a_page_that_is_cut_off_may_be_its_own(end: str, granted: int | None) -> None:
    page = (_THREE + f"三、本年度办理结果\n(一)予以公开 | {end.replace(' ', ' | ')}").replace(" | ", "\n").replace(" ||\n", "\n")
    report = _report(_TITLE + page.replace(" |", ""))
    assert _row(report, "requests.received") == [4, 1, 0, 0, 0, 0, 5]
    assert report.value("requests.granted.total") == granted


def test_so_are_those_of_table_two() -> None:
    page = "二、主动公开政府信息情况\n第二十条第(一)项 | |||\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章 | 0 | 1 | 4 |\n"
    report = _report(f"{_TITLE}{page}行政规范性文件 | 7 | 0 | 1")
    assert _row(report, "proactive.rules") == [0, 1, 4]
    assert _row(report, "proactive.normative_documents") == [None] * 3  # 1 may be what is left of 12
    converted = (page + "行政规范性文件 | 7 | 0 | 1").replace("信息", "資訊").replace("文件", "檔案")
    assert _row(_report(_TITLE + converted), "proactive.rules") == [0, 1, 4]  # as pages in traditional script have it
    assert not any(_row(_report(_TITLE + page.replace("信息内容", "资讯类别") + "行政规范性文件 | 7 | 0 |"), "proactive.rules"))


@pytest.mark.parametrize("apart", [" | ", "\t", "  ", "\n", ""])
@pytest.mark.parametrize(
    ("end", "penalties"),
    [
        ("19", None),  # the beginning of 192, perhaps
        ("19\n", None),
        ("19 \n\n", None),
        ("0\n", 0),  # no count begins so
        ("19件\n", 19),  # nor goes one on behind its unit
        ("19\n行政强制 | 0\n", 19),
        ("19\n行政强制 | 0\n五、存在的主要问题及改进情况\n人手不足。\n", 19),
    ],
)
def test_the_line_break_at_a_files_end_closes_no_number(apart: str, end: str, penalties: int | None) -> None:
    page = f"{_FIRST_OF_TWO}第二十条第(五)项\n信息内容 | 本年处理决定数量\n行政许可 | 31\n"
    page += f"第二十条第(六)项\n信息内容 | 本年处理决定数量\n行政处罚 | {end}"
    report = _report(_TITLE + page.replace(" | ", apart))
    assert report.value("proactive.licensing.decisions") == 31
    assert report.value("proactive.penalties.decisions") == penalties


def test_a_bar_at_a_files_end_closes_one() -> None:
    page = f"{_FIRST_OF_TWO}第二十条第(五)项\n信息内容 | 本年处理决定数量\n行政许可 | 31\n".replace("\n", " |\n")
    assert _report(_TITLE + page).value("proactive.licensing.decisions") == 31


@pytest.mark.parametrize(
    "text",
    [
        _THREE.replace("| 4 | 1 | 0 | 0 | 0 | 0 | 5 |", "| 4 | 1 | 0 | 0 | 0 | 0 | 9 |"),  # the sum alone bears witness
        _THREE.replace("自然人 | 法人或其他组织 | 总计 |", "个人 | 单位 | 全部 |"),
        _THREE + "全年申请均已按时办结。" * 12,  # the page goes on without the other rows
    ],
)
def test_other_few_rows_are_none(text: str) -> None:
    assert not any(_row(_report(_TITLE + text), "requests.received"))


def test_a_head_of_single_characters_is_table_fours() -> None:
    report = _report(_TITLE + _FOUR.format("3 1 0 0 4 2 0 0 0 2 0 1 0 0 1"))
    assert _row(report, "review") == [3, 1, 0, 0, 4]
    assert _row(report, "litigation_direct") == [2, 0, 0, 0, 2]
    assert _row(report, "litigation_after_review") == [0, 1, 0, 0, 1]


@pytest.mark.parametrize("numbers", ["3 1 0 0 4 2 0 0 0 2 0 1 0 0", "3 1 0 0 4 2 0 0 0 2 0 1 0 0\n9", "12", "3 4 2 2 1 1"])
def test_other_numbers_below_such_a_head_are_no_row(numbers: str) -> None:
    assert not any(_row(_report(_TITLE + _FOUR.format(numbers)), "review"))


def test_a_head_without_end_is_read_at_once() -> None:
    assert _row(_report(_TITLE + _FOUR.format("结果维持纠正" * 9999)), "review") == [None] * 5


@pytest.mark.parametrize("total", ["1\n", ""], ids=["whole", "total lost"])
def test_a_number_farther_off_than_the_cells_is_the_pages(total: str) -> None:
    """A page's number below an empty line is no total, and does not cost those that stand above it."""
    numbers = "5 0 1 0 6 2 2 0 0 4 0 0 1 0".replace(" ", "\n")
    report = _report(_TITLE + _FOUR.format(f"{numbers}\n{total}\n8"))
    assert _row(report, "review") == ([5, 0, 1, 0, 6] if total else [None] * 5)


@pytest.mark.parametrize(("printed", "change"), [("增加5", 5), ("减少2", -2), ("增7", 7), ("增", None)])
def test_a_change_in_words_is_one(printed: str, change: int | None) -> None:
    page = (
        f"{_TITLE}二、主动公开政府信息情况\n第二十条第(五)项 | |||\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n"
        f"行政许可 | 31 | {printed} | 208 |\n其他对外管理服务事项 | 6 | 0 | 12 |\n第二十条第(六)项 | |||\n"
        "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政处罚 | 9 | 0 | 44 |\n行政强制 | 2 | 0 | 3 |\n"
    )
    assert _row(_report(page), "proactive.licensing") == [31, change, 208]


@pytest.mark.parametrize("form", ["2021", "2019"])
def test_a_table_two_that_prints_every_cell_is_read_beside_one_that_leaves_cells_out(form: str) -> None:
    rendering = CATALOGUE["lines_unprinted"]
    for seed in range(8):
        facts, content = draw(rendering, seed, form)
        (report,) = parse_source(Source(content, "a.txt"))
        missed = {d.name for d in differences(facts, report, rendering)}
        assert not missed
        assert isinstance(report, Report)
        assert all(report.value(cell.name) == facts.figures[cell.name] for cell in facts.form.tables[0].cells())


@pytest.mark.parametrize(("label", "read"), [("", [None] * 3), ("行政规范性文件 |\n", [0, 0, 0])])
def test_a_row_is_not_filled_up_from_the_row_whose_label_is_lost(label: str, read: list[int | None]) -> None:
    """Empty cells are left out, so that a line of the next row may stand where this one printed nothing."""
    rows = (
        "信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n规章 |\n0 |\n0 |\n0 |\n"
        + label
        + ("2 |\n" * 3 if label else "")
    )
    head = "信息内容 |\n本年处理决定数量 |\n"
    sixth = f"第二十条第(六)项 |\n{head}0 |\n行政强制 |\n3 |\n"
    page = f"二、主动公开政府信息情况\n第二十条第(一)项 |\n{rows}第二十条第(五)项 |\n{head}行政许可 |\n{sixth}"
    assert _row(_report(_TITLE + page + _lines_of_three()), "proactive.rules") == read


def _lines_of_three() -> str:
    cells = [cell.strip() for line in _THREE.split("\n")[1:] for cell in line.split("|") if cell.strip()]
    return _THREE.split("\n")[0] + "\n" + "".join(f"{cell} |\n" for cell in cells[:-1])  # one is empty


_LAST, _REVIEWED = "四、结转下年度继续办理 {}\n", _FOUR.format("3 1 0 0 4 2 0 0 0 2 0 1 0 0 1")


def test_the_last_row_of_table_three_is_read_where_the_page_begins_with_it() -> None:
    for cells in ("2 0 1 0 0 0 3", "| 2 | 0 | 1 | 0 | 0 | 0 | 3 |", "\n2\n0\n1\n0\n0\n0\n3"):
        report = _report(_TITLE + _LAST.format(cells) + _REVIEWED)
        assert _row(report, "requests.carried_forward") == [2, 0, 1, 0, 0, 0, 3]
        assert _row(report, "review") == [3, 1, 0, 0, 4]


@pytest.mark.parametrize(
    "page",
    [
        _LAST.format("2 0 1 0 0 0 4") + _REVIEWED,  # no sum
        _LAST.format("2 0 1 0 0 3") + _REVIEWED,  # a cell is lost
        _LAST.format("2010003") + _REVIEWED,
        _LAST.format("2 0 1 0 0 0 3 9") + _REVIEWED,
        _LAST.format("2 0 1 0 0 0 3"),  # nothing tells that it is of a table
        _REVIEWED + _LAST.format("2 0 1 0 0 0 3"),
        "结转下年度继续办理的申请共3件。\n" + _REVIEWED,
        "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n" + _LAST.format("2 0 1 0 0 0 3") + _REVIEWED,  # a table of other rows
        _LAST.format("2 0 1 0 0 0 3") + _LAST.format("1 0 1 0 0 0 2") + _REVIEWED,
    ],
)
def test_other_numbers_behind_its_label_are_not(page: str) -> None:
    assert not any(_row(_report(_TITLE + page), "requests.carried_forward"))


def _left_out() -> str:
    """Return a table three like that."""
    rows = [
        "申请人情况",
        "自然人 法人或其他组织 总计",
        "商业企业 科研机构 社会公益组织 法律服务机构 其他",
        "本年新收政府信息公开申请数量 7 1 8",
    ]
    rows += ["上年结转政府信息公开申请数量 2 2", "三、本年度办理结果 (一)予以公开 1 1"]
    lines = (f"{cell} |\n" for row in rows for cell in [*row.split(), "|" * (8 - len(row.split()))])
    return "三、收到和处理政府信息公开申请情况\n" + "".join(lines)


def _padded(rows: dict[str, str]) -> str:
    """Return a table two of 2019, a cell a line, whose empty cells are left out and whose lines are filled up."""
    printed = ["第二十条第(一)项", "信息内容 本年新制作数量 本年新公开数量 对外公开总数量", "规章 0 0 0", "规范性文件 2 1 7"]
    change = "信息内容 上一年项目数量 本年增/减"
    printed += ["第二十条第(五)项", f"{change} 处理决定数量", "行政许可 37 减3 1125", "其他对外管理服务事项"]
    printed += ["第二十条第(六)项", f"{change} 处理决定数量", "行政处罚 4 0 6", "行政强制 0 0 0"]
    printed += ["第二十条第(八)项", change, "行政事业性收费 0 0", "第二十条第(九)项", "信息内容 采购项目数量 采购总金额"]
    lines: list[str] = []
    for row in (*printed, "政府集中采购 3 52"):
        cells = rows.get(row.split()[0], row).split()
        lines += [*(f"{cell} |" for cell in cells), "|" * (5 - len(cells))]
    return "二、主动公开政府信息情况\n" + "\n".join(line for line in lines if line) + "\n"


def test_rows_of_table_two_that_lack_no_cell_are_read_beside_one_that_leaves_cells_out() -> None:
    report = _report(_TITLE + _padded({}) + _left_out())
    assert _row(report, "proactive.licensing") == [37, -3, 1125]
    assert _row(report, "proactive.penalties") == [4, 0, 6]
    assert _row(report, "proactive.procurement") == [3, 52]
    assert _row(report, "proactive.other_services") == [None, None, None]


@pytest.mark.parametrize(
    "rows",
    [
        {"行政许可": "行政许可 37 1125"},  # a cell is left out
        {"其他对外管理服务事项": "其它服务 1 2 3"},  # another row's label
        {"其他对外管理服务事项": "37 减3 1125", "行政许可": "行政许可"},  # the label of the row is lost, or of its numbers
    ],
)
def test_rows_that_may_lack_one_are_not(rows: dict[str, str]) -> None:
    report = _report(_TITLE + _padded(rows) + _left_out())
    assert _row(report, "proactive.licensing") == [None, None, None]


def test_a_row_that_is_not_filled_up_may_end_with_the_pages_number() -> None:
    report = _report(_TITLE + _padded({}).replace("1125 |\n|\n", "1125 |\n") + _left_out())
    assert _row(report, "proactive.licensing") == [None, None, None]


@pytest.mark.parametrize("comma", [" , ", " 、 ", " ; "])
@pytest.mark.parametrize("numbers", ["0 0 0", "1 0 2"])
def test_separators_of_a_row_that_the_page_s_end_cuts_are_no_empty_cells(comma: str, numbers: str) -> None:
    head = "申请人情况,,,,,,|,自然人,法人或其他组织,,,,,总计|,,商业企业,科研机构,社会公益组织,法律服务机构,其他,"
    rows = f"{head}|一、本年新收政府信息公开申请数量,0,0,0,0,0,0,0|二、上年结转政府信息公开申请数量,0,0,0,0,0,0,0|三、本年度办理结果,（一）予以公开,"
    text = rows.replace(",", comma).replace("|", "\n") + comma.join(numbers.split()) + comma
    report = read(f"双桥县林业局2021年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n{text}")
    assert not [name for name, figure in report.figures.items() if ".granted." in name and figure.value is not None]
