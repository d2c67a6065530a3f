"""A number with nothing but digits below it in its column is not whole: 198, and 3 in the line below, may be 1983."""

from __future__ import annotations

import io
import re

import docx
import pytest
from made_up import SOUND, report_text
from renderers import CATALOGUE, draw
from test_unsummed import DOCUMENTS, filled, proactive

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report

RULE = "+----------------+-----+"


def in_grid(rows: tuple[tuple[str, ...], ...]) -> str:
    """Return a report that prints the rows of one cell in a grid, each of its lines as (label, digits, label, digits…)."""
    text = report_text(SOUND)
    for label, *lines in rows:
        printed = [f"| {label} | {lines[0]} |", *(f"|        | {digits} |" for digits in lines[1:])]
        text = re.sub(f"^{label} \\|.*$", "\n".join([*printed, RULE]), text, count=1, flags=re.MULTILINE)
    return text


def test_digits_below_in_a_grid_leave_their_number_unread() -> None:
    text = in_grid((("行政许可", "781", "9"), ("行政处罚", "61"), ("行政强制", "270", ""), ("行政事业性收费", "228", ".44")))
    assert proactive(text) == [None, 61, 270, None]


def test_digits_below_one_of_several_cells_leave_that_one_unread() -> None:
    text = re.sub(
        r"^行政规范性文件 \|.*$", "行政规范 | 26 | 301 | 159 |\n性文件 | | 7 | |", report_text(SOUND), flags=re.MULTILINE
    )
    assert proactive(text.replace("行政规范 |", "行政规范性文件 |").replace("性文件 | |", " | |"), DOCUMENTS) == [26, None, 159]


@pytest.mark.parametrize("below", ["0 第二十条第(六)项", "9 行政处罚 4"])
def test_digits_that_begin_the_line_below_before_words_leave_it_unread(below: str) -> None:
    text = filled(("313", "0", "7", "8"))
    line = {"0": r"^第二十条第\(六\)项", "9": "^行政处罚 0$"}[below[0]]
    assert proactive(re.sub(line.replace("\\(", "[(（]").replace("\\)", "[)）]"), below, text, flags=re.MULTILINE))[0] is None


def test_numbers_of_rows_and_pages_cut_none() -> None:
    text = filled(("313", "61", "7", "8"))
    labels = ("规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费")
    counted = re.sub(f"^({'|'.join(labels)})", lambda m: f"{1 + labels.index(m[1])} {m[1]}", text, flags=re.MULTILINE)
    assert proactive(counted) == [313, 61, 7, 8]
    assert proactive(filled(("313\n— 2 —", "61", "7", "8"), " | ")) == [313, 61, 7, 8]


def test_a_space_within_a_cell_between_commas_leaves_the_row_unread() -> None:
    text = re.sub(r"^行政规范性文件 \|.*$", "行政规范性文件,3 1,30,1 27", report_text(SOUND), flags=re.MULTILINE)
    assert proactive(text, DOCUMENTS) == [None, None, None]


# -- merged cells that are printed twice --------------------------------------------------------------------
def of_2019(cells: str, head: str = "上一年项目数量 | 本年增/减 | 本年增/减") -> list[object]:
    rows = ["信息内容 | " + head + " |", f"行政事业性收费 | {cells} |"]
    text = report_text(SOUND)
    text = re.sub(r"信息内容[^\n]*\n行政事业性收费[^\n]*", "\n".join(rows), text)
    return proactive(text, ("fees.items_previous_year", "fees.items_change"))


def test_a_merged_cell_printed_twice_behind_an_empty_one_is_the_last_cell() -> None:
    assert of_2019(" | 4 | 4") == [None, 4]
    assert of_2019("7 | 4", "上一年项目数量 | 本年增/减") == [7, 4]


# -- numbers that Word counts -------------------------------------------------------------------------------
def test_the_number_of_a_list_is_not_joined_to_the_digits_of_a_cell() -> None:
    document = docx.Document()
    document.add_paragraph("甲市财政局2021年政府信息公开工作年度报告")
    table = document.add_table(rows=0, cols=2)
    for label, cell in (("第二十条第(五)项", ""), ("信息内容", "本年处理决定数量"), ("行政许可", "0"), ("第二十条第(六)项", ""),
                        ("信息内容", "本年处理决定数量"), ("行政处罚", "12"), ("行政强制", "5")):  # fmt: skip
        cells = table.add_row().cells
        cells[0].text = label
        cells[1].text = cell
        if label in ("行政许可", "行政处罚"):
            cells[1].paragraphs[0].style = "List Number"
    rest = report_text(SOUND)
    for line in rest[rest.index("三、") :].splitlines():
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    (report,) = parse_source(Source(file.getvalue(), "made-up.docx"))
    assert isinstance(report, Report)
    assert [report.value(f"proactive.{row}.decisions") for row in ("licensing", "penalties", "compulsion")] == [0, 12, 5]


@pytest.mark.parametrize(
    "below", ["2023 年政府信息公开工作年度报告", "2024 年，我局将继续公开。", "1 表中数据为全年数据", "3 、其他"]
)
def test_a_line_that_begins_with_a_number_of_its_own_is_no_rest(below: str) -> None:
    text = filled(("313", "0", "7", "8"))
    assert proactive(re.sub("^行政事业性收费 8$", f"行政事业性收费 8\n{below}", text, flags=re.MULTILINE))[3] == 8


def test_a_total_alone_on_its_line_is_no_ordinal_of_the_label_below() -> None:
    row = [1, 0, 0, 0, 0, 3, 4]
    lines = report_text({**SOUND, "not_processed.published_material": row}).replace(" | ", "\n")
    text = re.sub(r"^(?:[（(]?[一二三四五六七][）)、]|\d\.)", "", lines, flags=re.MULTILINE)
    (report,) = parse_source(Source(text.encode(), "a.txt"))
    assert isinstance(report, Report)
    assert [report.value(f"requests.not_processed.published_material.{key}") for key in ("natural_person", "other", "total")] == [
        1,
        3,
        4,
    ]


def test_money_that_goes_on_below_in_a_cell_of_its_own_is_unread() -> None:
    text = report_text(SOUND).replace("行政事业性收费 | 0", "行政事业性收费 | 58190\n90元 | | 三、")
    assert proactive(text)[3] is None


def test_a_number_broken_within_its_cell_is_unread() -> None:
    text = re.sub(r"(?m)^(.*) \| (\d+)$", r"| \1 | \2 |", filled(("5784", "393", "39", "1203")))
    broken = re.sub(r"(行政许可|行政处罚|行政强制|行政事业性收费) \| (\d)(\d+)", r"\1 | \2<br>\3", text)
    assert proactive(text) == [5784, 393, 39, 1203]
    assert all(value in (None, whole) for value, whole in zip(proactive(broken), (5784, 393, 39, 1203), strict=True))
    assert proactive(re.sub(r"(?m)^(?!\|)(.*)$", r"| \1 |", broken)) == [None] * 4


def test_a_number_broken_in_a_page_run_together_is_unread() -> None:
    together = re.sub(r" \| |\n", "", filled(("4529", "1100", "65", "0")))
    assert proactive(together) == [4529, 1100, 65, 0]
    assert proactive(together.replace("4529", "4\n529")) == [None, 1100, 65, 0]


# -- below an empty line: paragraphs of one cell -----------------------------------------------------------
def closed(text: str) -> str:
    """Return a report whose rows end with a separator."""
    return re.sub(r"(?m)^(.* \| .*\d)$", r"\1 | ||", text)


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n\n"])
def test_what_goes_on_below_an_empty_line_is_unread(gap: str) -> None:
    text = closed(filled(("313", "61", "7", "8"), " | "))
    assert proactive(text) == [313, 61, 7, 8]
    assert proactive(text.replace("行政许可 | 313", f"行政许可 | 3{gap}13")) == [None, 61, 7, 8]
    documents = text.replace("行政规范性文件 | 0 | 0 | 0", f"行政规范性文件 | 26 | 301 | 1{gap}59")
    assert proactive(documents, DOCUMENTS) == [26, 301, None]
    assert proactive(filled((f"2{gap}5", "61", "7", "8"), " | ")) == [None, 61, 7, 8]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("fourth", ["0", "-", ""])
def test_a_total_that_goes_on_below_is_unread_beside_empty_cells_too(gap: str, fourth: str) -> None:
    row = f"重复申请 | 32 | 5 | 0 | {fourth} | 0 | 0 | "
    text = closed(re.sub(r"(?m)^重复申请 \|.*$", f"{row}37", report_text(SOUND)))
    names = ("natural_person", "commercial_enterprise", "total")

    def of_row(text: str) -> list[object]:
        (report,) = parse_source(Source(text.encode(), "a.txt"))
        assert isinstance(report, Report)
        return [report.value(f"requests.not_processed.repeat_request.{name}") for name in names]

    assert of_row(text) == [32, 5, 37]
    assert of_row(text.replace(f"{row}37", f"{row}3{gap}7")) == [32, 5, None]


def test_rows_parted_by_empty_lines_and_pages_numbers_below_them_cut_none() -> None:
    text = closed(filled(("313", "61", "7", "8"), " | "))
    assert proactive(text.replace("\n", "\n\n")) == [313, 61, 7, 8]
    assert proactive(text.replace("行政许可 | 313 | ||", "行政许可 | 313 | ||\n\n3\n")) == [313, 61, 7, 8]
    assert proactive(re.sub(r" \| (?:\|\|)?|\n", "\n\n", text)) == [313, 61, 7, 8]


def test_the_next_rows_number_below_an_empty_line_cuts_none_where_a_line_is_a_cell() -> None:
    facts, content = draw(CATALOGUE["lines_number_and_unit_columns_page_numbers"], 4100000, "2021")
    (report,) = parse_source(Source(content, "made-up.txt"))  # 80, an empty line, 5 and 行政强制
    assert isinstance(report, Report)
    assert report.value("proactive.penalties.decisions") == facts.figures["proactive.penalties.decisions"] == 80


# -- rows of the markup that are cut where a page ends --------------------------------------------------------
REPEATED = "requests.not_processed.repeat_request."
WHOLE = [1407, 0, 3, 0, 12, 0, 1422]


def in_markup(label: str, *rows: str) -> Report:
    """Return a report of markup that prints these lines of cells, or lines, in the place of the row so labelled."""
    lines = re.sub(rf"(?m)^{label} \|.*$", "\n".join(rows), report_text(SOUND)).split("\n")
    page, is_table = "", False
    for line in lines:
        if (" | " in line) is not is_table:
            is_table = not is_table
            page += "<table>" if is_table else "</table>"
        page += f"<tr><td>{line.replace(' | ', '</td><td>')}</td></tr>" if is_table else f"<p>{line}</p>"
    (report,) = parse_source(Source(page.encode(), "a.html"))
    assert isinstance(report, Report)
    return report


def repeated(report: Report) -> list[object]:
    return [figure.value for name, figure in report.figures.items() if name.startswith(REPEATED)]


@pytest.mark.parametrize("foot", [[], ["— 4 —"]])
def test_digits_in_a_row_without_a_label_leave_those_above_them_unread(foot: list[str]) -> None:
    cut = "重复申请 | 140 | 0 | 3 | 0 | 1 | 0 | 142", *foot, " | 7 |  |  |  | 2 |  | 2"
    assert repeated(in_markup("重复申请", f"重复申请 | {' | '.join(map(str, WHOLE))}")) == WHOLE
    assert repeated(in_markup("重复申请", *cut)) == [None, 0, 3, 0, None, 0, None]
    both = "重复申请 | 50 | 0 | 0 | 0 | 0 | 0 | 50", *foot, " | 7 |  |  |  |  |  | 7"
    assert repeated(in_markup("重复申请", *both)) == [None, 0, 0, 0, 0, 0, None]
    every = "重复申请 | 1 | 1 | 1 | 1 | 1 | 1 | 11", *foot, " | 9 | 9 | 9 | 9 | 9 | 9 | 4"
    assert repeated(in_markup("重复申请", *every)) == [None] * 7


@pytest.mark.parametrize(("head", "rest"), [("2.重复", "申请"), ("2.", "重复申请")])
def test_digits_beside_either_half_of_a_label_leave_their_numbers_unread(head: str, rest: str) -> None:
    cut = in_markup("重复申请", f"{head} | 140 | 0 | 3 | 0 | 1 | 0 | 142", f"{rest} | 7 |  |  |  | 2 |  | 2")
    for cells in (cut, in_markup("重复申请", " | 140 | 0 | 3 | 0 | 1 | 0 | 142", "重复申请 | 7 |  |  |  | 2 |  | 2")):
        assert all(value in (None, whole) for value, whole in zip(repeated(cells), WHOLE, strict=True))
    whole = " | ".join(map(str, WHOLE))
    assert repeated(in_markup("重复申请", f"{head} |  |  |  |  |  |  | ", f"{rest} | {whole}")) == WHOLE
    assert repeated(in_markup("重复申请", f"{head} | {whole}", f"{rest} |  |  |  |  |  |  | ")) in (WHOLE, [None] * 7)


@pytest.mark.parametrize(
    "below",
    [" | 1 | 0 | 0 | 0 | 0 | 0 | 1", " |  |  |  |  |  |  | ", " | - | - | - | - | - | - | -", "其中网络 | 7 |  |  |  |  |  | 7"],
)
def test_a_row_of_its_own_below_cuts_none(below: str) -> None:
    assert repeated(in_markup("重复申请", f"重复申请 | {' | '.join(map(str, WHOLE))}", below)) == WHOLE


def test_numbers_of_table_two_with_digits_in_a_row_below_are_unread() -> None:
    names = [f"proactive.{row}.decisions" for row in ("licensing", "penalties")]
    assert list(map(in_markup("行政许可", "行政许可 | 1234").value, names)) == [1234, 0]
    assert list(map(in_markup("行政许可", "行政许可 | 123", " | 4").value, names)) == [None, 0]
    assert list(map(in_markup("行政许可", "行政许可 | 123", " | ").value, names)) == [123, 0]


def test_numbers_of_table_two_below_the_first_half_of_a_label_are_unread() -> None:
    documents = [f"proactive.normative_documents.{column}" for column in ("issued", "repealed", "in_force")]
    for above, read in (("行政 | 3 | 8 | ", [None, None, 27]), ("行政 | 3 |  | 3", [None, 0, None])):
        assert list(map(in_markup("行政规范性文件", above, "规范性文件 | 27 | 0 | 27").value, documents)) == read
    assert list(map(in_markup("行政规范性文件", "行政规范性文件 | 27 | 0 | 27").value, documents)) == [27, 0, 27]
