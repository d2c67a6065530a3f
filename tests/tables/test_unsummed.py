"""Where no sum tells, a number that may be another's is none: cut ones, the rows' own, those a cell late, a column's too many."""

from __future__ import annotations

import re

import pytest
from made_up import ROWS, SOUND, read, report_text
from renderers import CATALOGUE, draw

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form_2014 import STATISTICS_2014
from gongkai.report import Number, Report

ONE_CELL = ("licensing.decisions", "penalties.decisions", "compulsion.decisions", "fees.amount_wan_yuan")
DOCUMENTS = tuple(f"normative_documents.{key}" for key in ("issued", "repealed", "in_force"))
RULES = tuple(f"rules.{key}" for key in ("issued", "repealed", "in_force"))


def proactive(text: str, names: tuple[str, ...] = ONE_CELL) -> list[Number | None]:
    report = read(text)
    return [report.value(f"proactive.{name}") for name in names]


def filled(decisions: tuple[str, ...], separator: str = " ") -> str:
    """Return a report with what is printed behind the labels of one cell, its cells parted otherwise."""
    text = report_text(SOUND)
    for label, cell in zip(("行政许可", "行政处罚", "行政强制", "行政事业性收费"), decisions, strict=True):
        text = re.sub(f"^{label} \\| 0$", f"{label} | {cell}", text, count=1, flags=re.MULTILINE)
    return text.replace(" | ", separator)


# -- the rest of a number below ---------------------------------------------------------------------------
@pytest.mark.parametrize("separator", [" ", "\t", " | "])
def test_a_number_that_may_go_on_below_is_not_read(separator: str) -> None:
    assert proactive(filled(("2\n5", "61\n304", "7", "8"), separator)) == [None, None, 7, 8]


def test_the_last_cell_of_several_is_not_read_either() -> None:
    text = filled(("0", "0", "0", "0")).replace("行政规范性文件 0 0 0", "行政规范性文件 4 0 1\n7")
    assert proactive(text, DOCUMENTS) == [4, 0, None]


@pytest.mark.parametrize("below", ["— 3 —", "第3页", "3/9页", "2024年3月"])
def test_what_is_no_number_alone_below_cuts_none(below: str) -> None:
    assert proactive(filled((f"12\n{below}", "0\n5", "7", "8"))) == [12, 0, 7, 8]  # and no number begins with 0


# -- the rows' own numbers ----------------------------------------------------------------------------------
@pytest.mark.parametrize("separator", [" ", "\t", " | "])
@pytest.mark.parametrize("head", ["信息内容 | 本年处理决定数量", "信息内容 | 本年处理决定数量 | 行次"])
def test_the_number_of_a_row_is_not_read_in_its_empty_cell(separator: str, head: str) -> None:
    text = filled((" | 3", "88 | 4", " | 5", " | 6")).replace("信息内容 本年处理决定数量", head)
    found = proactive(re.sub(r" ?\| ?", separator, text))
    assert [found[0], *found[2:]] == [None] * 3
    assert found[1] in (None, 88)


def test_a_row_that_counts_as_many_cases_as_its_place_is_read() -> None:
    assert proactive(filled(("3", "17", "5", "0"))) == [3, 17, 5, 0]


def test_table_four_below_numbered_rows_is_read_where_it_adds_up() -> None:
    cells = " | ".join("0" * 15)
    head = "行政复议 | 行政诉讼"
    blank = report_text(SOUND).replace(head, f"{head} | 行次").replace(cells, " | ".join(["0"] * 14 + ["", "1"]))
    assert read(blank).value("litigation_after_review.total") is None
    whole = report_text({**SOUND, "review": [1, 0, 0, 0, 1]}).replace(head, f"{head} | 行次")
    assert read(whole).value("review.upheld") == 1


# -- a cell late ----------------------------------------------------------------------------------------------
def late(text: str) -> str:
    """Return the report with rows of several cells one cell late, their last cells lost."""
    return re.sub(r"^([^|\n]*[^|\d\n]) \| (\d+(?: \| \d+)+) \| \d+$", r"\1 |  | \2", text, flags=re.MULTILINE)


def test_a_page_whose_rows_all_begin_one_cell_late_is_not_read() -> None:
    text = report_text({**SOUND, "received": [2, 0, 1, 0, 0, 0, 3], "processed": [2, 0, 1, 0, 0, 0, 3]})
    text = text.replace("行政规范性文件 | 0 | 0 | 0", "行政规范性文件 | 4 | 1 | 60").replace("行政许可 | 0", "行政许可 | 9")
    assert proactive(text, DOCUMENTS) == [4, 1, 60]
    assert proactive(late(text), (*RULES, *DOCUMENTS, "licensing.decisions")) == [None] * 6 + [9]
    assert {read(late(text)).value(f"requests.received.{key}") for key in ("commercial_enterprise", "total")} == {None}


def test_first_cells_that_are_empty_in_table_two_alone_are_empty() -> None:
    text = report_text(SOUND).replace("规章 | 0 | 0 | 0", "规章 |  | 0 | 3")
    text = text.replace("行政规范性文件 | 0 | 0 | 0", "行政规范性文件 |  | 1 | 60")
    assert proactive(text, (*RULES, *DOCUMENTS)) == [None, 0, 3, None, 1, 60]


def test_a_table_four_one_cell_late_is_read_only_where_it_adds_up() -> None:
    text, cells = report_text(SOUND).replace(" | ", "\t"), "\t".join("0" * 15)
    numbers = ["0", "0", "0", "0", "0", "3", "0", "4", "0", "7", "0", "1", "0", "0", "1"]
    names = ("litigation_direct.upheld", "litigation_direct.corrected", "litigation_direct.total")
    late = read(text.replace(cells, "\t".join(["", *numbers[:-1]])))
    assert [late.value(name) for name in names] == [None] * 3
    whole = read(text.replace(cells, "\t".join(["", *numbers[1:]])))
    assert [whole.value(name) for name in names] == [3, 0, 7]


# -- numbers of other columns and rows ------------------------------------------------------------------------
def test_one_number_is_nobodys_where_most_rows_print_two() -> None:
    assert proactive(filled(("31 20", "5 16", "44 2", "7"))) == [None] * 4
    assert proactive(filled(("31 20", "5", "44", "7"))) == [None, 5, 44, 7]


def test_numbers_behind_the_last_of_many_labels_are_not_that_rows() -> None:
    labels = [row.label for row in ROWS]
    text = report_text(SOUND)
    for row in ROWS:
        text = re.sub(rf"^{re.escape(row.label)} \| [\d |]+$", row.label, text, flags=re.MULTILINE)
    first = f"{labels[-1]}\n" + "\n".join("2 0 0 0 0 0 2 有撤回".split())
    assert read(text.replace(labels[-1], first)).value("requests.carried_forward.total") is None
    assert read(report_text({**SOUND, "carried_forward": [1] + [0] * 5 + [1]})).value("requests.carried_forward.total") == 1


def test_the_order_of_columns_holds_for_a_row_whose_label_is_damaged() -> None:
    head = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数"
    text = report_text(SOUND).replace("行政规范性文件 | 0 | 0 | 0", "规范性 | 5 | 1 | 60")
    turned = text.replace(head, "信息内容 | 现行有效件数 | 本年制发件数 | 本年废止件数")
    assert proactive(turned, DOCUMENTS) == [None] * 3
    assert proactive(text, DOCUMENTS) == [5, 1, 60]


def test_a_total_that_stands_before_the_last_kind_is_no_last_column() -> None:
    kinds = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    text = report_text({**SOUND, "received": [2, 0, 0, 0, 0, 1, 3], "processed": [2, 0, 0, 0, 0, 1, 3]})
    names = ("requests.received.other", "requests.received.total")
    for head, expected in (
        (kinds, [1, 3]),
        ([*kinds[:5], "总计", "其他"], [None, None]),
        ([*kinds[:3], "总计", *kinds[3:6]], [None] * 2),
    ):
        report = read(text.replace("自然人 | 法人或其他组织 | 总计", " | ".join(head)))
        assert [report.value(name) for name in names] == expected


@pytest.mark.parametrize(("rules", "expected"), [("000", [5, 6, 0]), ("00", [None] * 3)])
def test_a_digit_is_no_cell_each_where_another_row_has_an_empty_one(rules: str, expected: list[int | None]) -> None:
    text = (
        report_text(SOUND).replace("规章 | 0 | 0 | 0", f"规章{rules}").replace("行政规范性文件 | 0 | 0 | 0", "行政规范性文件560")
    )
    assert proactive(re.sub(r"(?<=\d) \| (?=\d)", "", re.sub(r" \| (?=\d)", "", text)), DOCUMENTS) == expected


def test_a_head_that_stands_above_damaged_labels_still_tells_the_order() -> None:
    head = "自然人 | 法人或其他组织 | 总计"
    text = report_text({**SOUND, "granted": [0, 0, 0, 0, 0, 2, 2], "processed": [0, 0, 0, 0, 0, 2, 2]})
    text = text.replace(head, f"{head}\n商业企业 | 科研机构 | 社□公益组织 | 法律服务机构 | 其他")
    damages = (("本年新收", "一?本年新收"), ("上年结转", "二、上年�转"), ("予以公开", "三、�年度办理结果 | （一）□以公开"))
    for label, damaged in damages:
        text = text.replace(f"\n{label}", f"\n{damaged}")
    text = text.replace(" | ", "\t").replace("政府信息公开申请数量\t2\t0\t0\t0\t0\t0", "政府信息公开申请数量\t0\t0\t0\t0\t0\t2")
    assert read(text).value("requests.processed.other") == 2
    turned = text.replace(head.replace(" | ", "\t"), "法人或其他组织\t自然人\t总计")
    assert read(turned).value("requests.processed.other") is None
    # Over two rows of the head it stands higher, set in the middle: above, not before it.
    above = text.replace(head.replace(" | ", "\t"), "法人或其他组织\n自然人\t总计")
    assert read(above).value("requests.processed.other") == 2


def test_numbers_behind_all_labels_are_not_dealt_where_the_labels_stand_in_another_order() -> None:
    cells = {row.key.removeprefix("requests."): [0] * 7 for row in ROWS} | SOUND
    text = report_text(SOUND)
    for row in ROWS:
        text = re.sub(rf"^{re.escape(row.label)} \| [\d |]+$", row.label, text, flags=re.MULTILINE)
    numbers = "\n".join(str(n) for row in cells.values() for n in row)
    text = text.replace(ROWS[-1].label, f"{ROWS[-1].label}\n{numbers}")
    assert read(text).value("requests.granted.total") == 2
    first, second = "属于国家秘密", "重复申请"
    turned = text.replace(first, "\0").replace(second, first).replace("\0", second)
    assert read(turned).value("requests.granted.total") is None


@pytest.mark.parametrize(("cells", "expected"), [(15, 1), (14, None)])
def test_a_label_is_no_cell_of_table_four(cells: int, expected: int | None) -> None:
    rulings = "".join(f"<td>{word}</td>" for word in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计"))
    suits = "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td>"
    first = rulings.replace("<td>", "<td rowspan=2>")
    head = f"<tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>{first}{suits}</tr><tr>{rulings * 2}</tr>"
    row = "".join(f"<td>{cell}</td>" for cell in ["1", "", "2", "", "3", *[""] * 10][:cells])
    table = f"<table>{head}<tr><td>件数</td>{row}</tr></table>"
    page = f"<h1>临江市蔬菜局2023年政府信息公开工作年度报告</h1><p>四、政府信息公开行政复议、行政诉讼情况</p>{table}<p>五、存在的主要问题</p>"
    (report,) = parse_source(Source(page.encode(), "made-up.html"))
    assert isinstance(report, Report)
    assert report.value("review.upheld") == expected
    assert report.value("review.corrected") is None


# -- what must stay -------------------------------------------------------------------------------------------
def test_the_numbers_of_pages_below_cut_no_number() -> None:
    text = filled(("12", "61\n2", "7", "8")).replace("一、总体情况", "1\n一、总体情况") + "\n3\n"
    assert proactive(text) == [12, 61, 7, 8]
    assert proactive(text.replace("\n3\n", "\n9\n")) == [12, None, 7, 8]  # they do not count up


def test_one_number_on_the_line_of_the_last_label_is_its_own() -> None:
    text = re.sub(
        r"^((?:规章|行政规范性文件|行政许可|行政处罚|行政强制) \|)[\d |]+$", r"\1", report_text(SOUND), flags=re.MULTILINE
    )
    assert proactive(text.replace("行政事业性收费 | 0", "行政事业性收费 | 12.07"))[-1] is not None


def test_rows_that_begin_with_empty_cells_and_add_up_begin_no_cell_late() -> None:
    text = (
        report_text(SOUND)
        .replace("行政规范性文件 | 0 | 0 | 0", "行政规范性文件 |  |  | 5")
        .replace("规章 | 0 | 0 | 0", "规章 |  |  | ")
    )
    rows = re.sub(r"^((?:[^|\n]*[^|\d\n]) \|) \d+ \|((?: \d+ \|){5} \d+)$", r"\1  |\2", text, flags=re.MULTILINE)
    firms = re.sub(r"\| 2 \| 0 \| 0 \| 0 \| 0 \| 0 \| 2$", "| 0 | 2 | 0 | 0 | 0 | 0 | 2", rows, flags=re.MULTILINE)
    assert proactive(firms, DOCUMENTS)[-1] == 5


def test_a_list_of_2014_with_numbered_rows_is_read() -> None:
    counts = {key: number * 7 % 31 + 1 for number, (key, _, _) in enumerate(STATISTICS_2014)}
    rows = (f"{number}\n{label}\n{unit}\n{counts[key]}\n" for number, (key, label, unit) in enumerate(STATISTICS_2014, 1))
    title = "青禾县财政局2016年政府信息公开工作年度报告\n一、概述\n2016年，我局依法公开信息。\n政府信息公开情况统计表\n"
    report = read(title + "序号\n统计指标\n单位\n统计数\n" + "".join(rows))
    assert {key: report.value(f"legacy.statistics_2014.{key}") for key in counts} == counts


# -- table four of a web page ------------------------------------------------------------------------------
RULINGS = ("upheld", "corrected", "other", "pending", "total")
FOUR = [f"{row}.{key}" for row in ("review", "litigation_direct", "litigation_after_review") for key in RULINGS]


def with_row_of_four(cells: list[int | None], head: str = "结果维持") -> list[Number | None]:
    """Return what is read of table four where a web page prints these cells, and this head above the first of them."""
    page = draw(CATALOGUE["html_clean"], 5, "2021")[1].decode()
    start = page.rindex("<tr", 0, page.rindex("</table>"))
    row = "".join(f"<td>{'' if cell is None else cell}</td>" for cell in cells)
    four = page.index("结果维持")
    page = page[:four] + page[four:start].replace("结果维持", head, 1) + f"<tr>{row}</tr>" + page[page.rindex("</table>") :]
    (report,) = parse_source(Source(page.encode(), "made-up.html"))
    assert isinstance(report, Report)
    return [report.figures[name].value for name in FOUR]


@pytest.mark.parametrize(
    "cells",
    [
        [None, 3, None, None, 5, *[None] * 10],
        [None, 3, 0, 0, 5, *[0] * 10],
        [None, 2, 0, 1, 4, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0],
        [None, 2, 1, 0, 3, None, 1, None, None, 4, *[None] * 5],
    ],
)
def test_a_row_of_table_four_that_does_not_add_up_is_read_where_each_cell_stands_below_its_word(cells: list[int | None]) -> None:
    assert with_row_of_four(cells) == cells
    assert with_row_of_four(cells, "维持原判") == [None] * 15  # a word that is not the form's: what stands where?


@pytest.mark.parametrize(
    "cells",
    [
        [None, 1, 0, 2, 0, 3, *[0] * 9],
        [None, 1, 0, 2, 0, 3, 4, 0, 0, 0, 4, 0, 0, 0, 0],
        [None, *[0] * 5, 1, 0, 0, 0, 1, *[0] * 4],
    ],
)
def test_a_row_of_table_four_that_adds_up_one_cell_earlier_is_not_read(cells: list[int | None]) -> None:
    assert with_row_of_four(cells) == [None] * 15
