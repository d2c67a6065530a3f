"""Numbers in two pieces, rows that lost a cell, columns that are gone: nothing is read that only looks like a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from made_up import ONE, ROWS, SOUND, TWO, read, report_text

from gongkai.report import Fault, Report

LICENSING, DOCUMENTS = "proactive.licensing.decisions", "proactive.normative_documents"
_REVIEW = re.compile(r"^\d+(?: \| \d+){14}$", re.MULTILINE)


def lines_of_cells(text: str) -> str:
    return re.sub(r" *\| *", "\n", text)


def blamed(report: Report) -> list[str]:
    return [finding.code for finding in report.findings if finding.fault is Fault.SOURCE_ERROR]


@pytest.mark.parametrize("separator", [" ", " | "])
def test_one_digit_twice_may_be_a_number_in_two_pieces(separator: str) -> None:
    text = report_text(SOUND).replace("行政许可 | 0", f"行政许可 | 2{separator}2")
    assert read(text).value(LICENSING) is None
    assert read(lines_of_cells(text)).value(LICENSING) is None


@pytest.mark.parametrize(("cells", "value"), [("2 | 2 | 2", 2), ("12 | 12 | 12", 12), ("0 | 0", 0), ("7 |", 7)])
def test_a_value_in_each_of_the_cells_it_spans_is_read(cells: str, value: int) -> None:
    assert read(report_text(SOUND).replace("行政许可 | 0", f"行政许可 | {cells}")).value(LICENSING) == value


def test_digits_with_spaces_on_a_line_of_their_own_are_no_row() -> None:
    text = lines_of_cells(report_text(SOUND)).replace("行政规范性文件\n0\n0\n0", "行政规范性文件\n2 6 1\n0\n0")
    report = read(text)
    assert {report.value(f"{DOCUMENTS}.{key}") for key in ("issued", "repealed", "in_force")} == {None}
    assert report.value("requests.received.total") == 2


def test_a_row_on_one_line_stands_above_the_pages_number() -> None:
    text = report_text(SOUND).replace("行政规范性文件 | 0 | 0 | 0", "行政规范性文件 2 6 1\n3")
    assert read(text.replace(" | ", " ")).value(f"{DOCUMENTS}.repealed") == 6


def test_a_number_that_goes_on_in_a_line_that_closes_its_cell_is_not_its_beginning() -> None:
    text = re.sub(r"(\d)$", r"\1 |", report_text(SOUND), flags=re.MULTILINE)
    assert read(text.replace("行政许可 | 0 |", "行政许可 | 2\n9|")).value(LICENSING) is None
    assert read(text.replace("行政许可 | 0 |", "行政许可 | 29 |")).value(LICENSING) == 29


# -- lines that were all cut at one length ------------------------------------------------------------------
BIG = [0, 174, 0, 0, 0, 0, 174]


def wrapped(text: str, width: int) -> str:
    def lines() -> Iterator[str]:
        for line in text.split("\n"):
            yield from (line[i : i + width] for i in range(0, len(line), width))

    return "\n".join(lines())


@pytest.mark.parametrize("width", range(30, 48))
def test_what_a_hard_line_break_left_of_a_number_is_none(width: int) -> None:
    cells = dict.fromkeys(("received", "granted", "processed"), BIG)
    text = report_text(cells, {1: "本局依法推进公开，细化目录，规范流程，回应关切，解读政策，" * 8}).replace(" | ", " ")
    report = read(wrapped(text, width))
    numbers = {report.value(name) for name in report.figures}
    assert numbers <= {None, 0, 174}
    assert blamed(report) == []


def test_rows_of_digits_alone_are_no_lines_that_were_cut() -> None:
    numbers = read(lines_of_cells(report_text(SOUND)))
    assert (numbers.value("requests.received.total"), numbers.value("requests.received.natural_person")) == (2, 2)


# -- a cell, a column that is gone --------------------------------------------------------------------------
def with_reviews(cells: str) -> str:
    return _REVIEW.sub(cells, report_text(SOUND))


def as_page(text: str) -> str:
    """Return the lines as tables of a web page."""
    rows = (
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.split(' | '))}</tr>"
        if "|" in line
        else f"</table><p>{line}</p><table>"
        for line in text.split("\n")
    )
    return f"<html><body><table>{''.join(rows)}</table></body></html>"


@pytest.mark.parametrize(
    "cells",
    ["0 | 1 | 0 | 1 | 0 | 0 | 22 | 15 | 37 | 0 | 0 | 0 | 0 | 0 | ", "0 | 0 | 0 | 3 | 0 | 0 | 0 | 2 | 2 | 0 | 0 | 0 | 0 | 0 | "],
)
def test_a_table_four_that_lost_a_cell_blames_nobody(cells: str) -> None:
    for report in (read(with_reviews(cells)), read(as_page(with_reviews(cells)), "page.html")):
        values = {report.value(name) for name in report.figures if name.startswith(("review.", "litigation"))}
        assert not values & {22, 37, 2, 3}
        assert blamed(report) == []


def test_a_table_four_without_its_last_total_is_read() -> None:
    report = read(as_page(with_reviews("0 | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 2 | 2 | 0 | 0 | 0 | 3 | ")), "page.html")
    assert (report.value("review.corrected"), report.value("litigation_direct.pending")) == (1, 2)
    assert report.value("litigation_after_review.total") is None


def without_column(cells: dict[str, list[int]], lost: int) -> dict[str, list[Any]]:
    keys = (row.key.removeprefix("requests.") for row in ROWS)
    return {key: [*(n for i, n in enumerate(cells.get(key, [0] * 7)) if i != lost), ""] for key in keys}


def test_totals_that_slipped_into_the_column_before_are_not_its_numbers() -> None:
    """The column 其他 is gone: what stands there now is never less than the sum of the others."""
    cells = {
        "received": [0, 9, 0, 0, 0, 5, 14],
        "granted": [0, 3, 0, 0, 0, 0, 3],
        "denied.state_secret": [0, 2, 0, 0, 0, 4, 6],
        "other.other": [0, 4, 0, 0, 0, 1, 5],
        "processed": [0, 9, 0, 0, 0, 5, 14],
    }
    report = read(report_text(without_column(cells, 5)))
    assert {report.value(f"requests.{key}.other") for key in cells} == {None}


def test_totals_left_empty_leave_the_other_columns() -> None:
    cells: dict[str, list[Any]] = {"received": [3, 1, 0, 0, 0, 0], "granted": [3, 1, 0, 0, 0, 0], "processed": [3, 1, 0, 0, 0, 0]}
    keys = [row.key.removeprefix("requests.") for row in ROWS]
    rows: dict[str, list[Any]] = {key: [*cells.get(key, [0] * 6), ""] for key in keys}
    report = read(report_text(rows))
    assert (report.value("requests.received.natural_person"), report.value("requests.received.total")) == (3, None)


HEAD = "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他"


def test_a_head_without_its_first_column_leaves_no_zeros_to_it() -> None:
    cells: dict[str, list[Any]] = {"received": [*TWO[1:], ""], "granted": [*TWO[1:], ""], "carried_over": [*ONE[1:], ""]}
    keys = [row.key.removeprefix("requests.") for row in ROWS]
    text = report_text({key: cells.get(key, [*[0] * 6, ""]) for key in keys})
    report = read(text.replace("自然人 | 法人或其他组织 | 总计", f"法人或其他组织 | 总计\n{HEAD}"))
    assert {report.value(f"requests.{key}.natural_person") for key in keys} == {None}


# -- tables whose lines or rows are apart ---------------------------------------------------------------------
def test_numbers_of_table_four_in_a_table_of_their_own() -> None:
    page = as_page(with_reviews("0 | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 2 | 2 | 0 | 0 | 0 | 3 | 3"))
    numbers = "<tr><td>0</td><td>1</td><td>0</td><td>0</td><td>1</td>"
    apart = page.replace(numbers, f"</table><table>{numbers}")
    assert apart.count("<table>") == page.count("<table>") + 1
    report = read(apart, "page.html")
    assert (report.value("review.corrected"), report.value("litigation_after_review.total")) == (1, 3)


def test_links_to_other_pages_are_no_cells_that_a_table_lost() -> None:
    page = as_page(with_reviews(" | ".join("0" * 12)))
    end = page.index("</table>", page.rindex("<td>0</td>"))
    links = f"{page[:end]}</table><table><tr><td>1</td><td>2</td><td>3</td></tr></table>{page[end + 8 :]}"
    assert read(links, "page.html").value("litigation_after_review.total") is None


def test_a_number_below_a_table_is_not_its() -> None:
    page = as_page(report_text(SOUND))
    text = page.replace("<p>四、政府信息公开行政复议", "<table><tr><td>7</td></tr></table><p>四、政府信息公开行政复议")
    assert read(text, "page.html").value("requests.carried_forward.total") == 0


def grid_lines(text: str) -> str:
    """Return rows as a program prints them that leaves an empty cell for each column a label spans, without spaces."""
    lines = []
    for line in text.split("\n"):
        cells = line.split(" | ")
        if len(cells) == 8:
            is_whole = cells[0][-2:] in ("数量", "办理")
            lead = [cells[0], "", ""] if is_whole else ["", "", cells[0]]
            line = f"|{'|'.join([*lead, *cells[1:]])}|"
        elif len(cells) > 1:
            line = f"|||{'|'.join(cells)}||||"
        lines.append(line)
    return "\n".join(lines)


def test_separators_without_spaces_mark_empty_cells_where_words_stand_behind_them() -> None:
    report = read(grid_lines(report_text(SOUND)))
    assert (report.value("requests.received.natural_person"), report.value("requests.processed.total")) == (2, 2)


def test_the_first_number_of_a_line_without_a_label_is_its_first_cell() -> None:
    """The label of (七)总计 is lost with its cells, and the line's end was filled up with empty ones."""
    cells = {key: [38, 0, 0, 0, 0, 0, 38] for key in ("received", "granted", "processed")}
    lines = []
    for line in report_text(cells).split("\n"):
        label, *numbers = line.split(" | ")
        if len(numbers) == 7:
            is_last = label.startswith("结转")
            line = "\t".join([label, *numbers, "", ""] if not is_last else [label, "", "", *numbers])
            line = line.removeprefix("总计\t") + "\t" if label == "总计" else line
        lines.append(line.replace(" | ", "\t"))
    report = read("\n".join(lines))
    assert report.value("requests.processed.natural_person") in (38, None)
    assert blamed(report) == []


# -- another table, its labels lost -------------------------------------------------------------------------
_ROW = re.compile(r"^[^|\n]+(?= \| \d+(?: \| \d+){6}$)", re.MULTILINE)


@pytest.mark.parametrize("order", [0, 1])
def test_the_table_that_kept_its_labels_may_be_last_years(order: int) -> None:
    whole = report_text(dict.fromkeys(("received", "granted", "processed"), BIG))
    start, end = whole.index("申请人情况"), whole.index("四、政府信息公开行政复议")
    rows = "\n".join(_ROW.sub("", line) for line in report_text(SOUND).split("\n") if _ROW.match(line))
    labelled = "附：上年数据\n" + whole[start:end]
    both = [labelled, rows + "\n"] if order else [rows + "\n", labelled]
    report = read(whole[:start] + "\n".join(both) + whole[end:])
    assert {report.value(name) for name in report.figures if name.startswith("requests.")} == {None}


def test_four_rows_without_labels_above_a_table_leave_the_others() -> None:
    lines = report_text(SOUND).split("\n")
    first = next(i for i, line in enumerate(lines) if line.startswith("本年新收"))
    lines[first : first + 4] = [_ROW.sub("", line) for line in lines[first : first + 4]]
    report = read("\n".join(lines))
    assert (report.value("requests.processed.total"), report.value("requests.denied.state_secret.total")) == (2, 0)


def test_a_separator_between_rows_on_one_line_is_no_cell() -> None:
    """The column 其他 is lost, and the page run together: six zeros and two separators."""
    rows = without_column({}, 5)
    text = report_text({key: cells[:-1] for key, cells in rows.items()})
    closed = re.sub(r"^(.+ \| .+)$", r"| \1 |", text, flags=re.MULTILINE)
    report = read(closed.replace("\n", " "))
    assert {report.value(name) for name in report.figures if name.startswith("requests.")} == {None}


def test_rows_of_seven_cells_on_one_line_are_read() -> None:
    closed = re.sub(r"^(.+ \| .+)$", r"| \1 |", report_text(SOUND), flags=re.MULTILINE)
    assert read(closed.replace("\n", " ")).value("requests.processed.total") == 2


def test_cells_behind_the_labels_of_a_whole_group_are_no_rows() -> None:
    """A converter ran the paragraphs of cells together: three labels in one cell, three numbers in each behind it."""
    text = report_text(SOUND)
    start, end = text.index("本机关不掌握"), text.index("信访举报投诉类申请")
    labels = [line.split(" | ")[0] for line in text[start:end].splitlines()]
    glued = (
        "".join(f"{number}.{label}" for number, label in enumerate(labels, 1))
        + " | 000 | 6805 | 000 | 107234 | 000 | 372 | 7875111\n"
    )
    whole = text[:start] + glued + text[end:]
    for report in (read(whole), read(whole.replace(" | ", " "))):
        assert {report.value(name) for name in report.figures if name.startswith("requests.unavailable.")} == {None}
        assert (report.value("requests.received.total"), report.value("requests.denied.state_secret.total")) == (2, 0)


def test_a_row_right_below_another_without_cells_is_read() -> None:
    text = report_text(SOUND)
    row = next(line for line in text.split("\n") if line.startswith("本机关不掌握"))
    report = read(text.replace(row, row.split(" | ")[0]))
    assert report.value("requests.unavailable.requires_creation.total") == 0


@pytest.mark.parametrize("rows_below", [1, 2])
def test_a_heading_of_rows_that_lost_their_labels_is_no_subtotal(rows_below: int) -> None:
    zeros = " | 0" * 7
    text = report_text(SOUND)
    start, end = text.index("申请人无正当理由"), text.index("总计 | 2")
    lines = [f"（六）其他处理{zeros}", *[zeros.removeprefix(" ")] * rows_below]
    report = read(text[:start] + "\n".join(lines) + "\n" + text[end:])
    assert {report.value(name) for name in report.figures if ".subtotal." in name} <= {None}
    assert report.value("requests.processed.total") == 2


@pytest.mark.parametrize(("year", "value"), [("2022", None), ("2023", 174)])
def test_a_caption_on_a_page_run_together_says_whose_the_table_is(year: str, value: int | None) -> None:
    """The table that follows is damaged; only the caption tells that the first one is not the report's."""
    whole = report_text(dict.fromkeys(("received", "granted", "processed"), BIG))
    start, end = whole.index("申请人情况"), whole.index("四、政府信息公开行政复议")
    damaged = [line for number, line in enumerate(whole[start:end].splitlines()) if number % 4]
    page = f"{whole[:start]}{year}年数据{whole[start:end]}其他{''.join(damaged)}{whole[end:]}"
    assert read(re.sub(r"[\s|]+", "", page.replace("\n", ""))).value("requests.received.commercial_enterprise") in (value, None)
    assert read(re.sub(r"[\s|]+", " ", page)).value("requests.received.commercial_enterprise") == value


def test_a_heading_beside_each_of_its_rows_is_no_subtotal() -> None:
    text = report_text(SOUND)
    start, end = text.index("申请人无正当理由"), text.index("总计 | 2")
    row = "本年度办理结果 | （六）其他处理" + " | 0" * 7 + "\n"
    report = read(text[:start] + row * 3 + text[end:])
    assert {report.value(name) for name in report.figures if ".subtotal." in name} <= {None}


def test_digits_run_together_below_another_years_caption_are_not_this_years() -> None:
    """Last year's table two is whole, this year's above it lost its labels; all their rows are run together."""
    text = re.sub(r"(?<=\d) \| (?=\d)| \| ", "", report_text(SOUND))
    start, end = text.index("第二十条第(一)项"), text.index("三、收到")
    table = text[start:end]
    damaged = re.sub("^(?:规章|行政许可|行政处罚|行政强制)(?=\\d)", "", table, flags=re.MULTILINE)
    report = read(f"{text[:start]}{damaged}2022年数据\n{table.replace('规章000', '规章012')}{text[end:]}")
    assert not {report.value(f"proactive.rules.{key}") for key in ("repealed", "in_force")} & {1, 2}


@pytest.mark.parametrize("below", ["0", "0 |", "| 0"])
def test_a_total_that_goes_on_in_the_line_below_is_not_its_beginning(below: str) -> None:
    row = "本年新收政府信息公开申请数量 | 20 | 30 | 0 | 0 | 0 | 0 |"
    text = re.sub(r"本年新收政府信息公开申请数量 \|[^\n]*", f"{row} 5\n{below}", report_text(SOUND))
    assert (read(text).value("requests.received.total"), read(text).value("requests.received.natural_person")) in [
        (None, 20),
        (50, 20),
    ]
    page = text.replace(f" 5\n{below}", f" 51\n{below}")  # the page's number below a total that is wrong
    assert read(page).value("requests.received.total") == 51


@pytest.mark.parametrize(
    ("cells", "value"), [("5 | 0 | 0 | 0 | 0 | 0 | 0 | 5", 0), ("11 | 0000011", None), ("11 | 00 | 00 | 011", None)]
)
def test_a_first_number_glued_to_its_label_is_none_of_the_cells_behind(cells: str, value: int | None) -> None:
    line = next(line for line in report_text(SOUND).splitlines() if "重复申请" in line)
    text = report_text(SOUND).replace(line, line.split(" |")[0] + cells)
    assert read(text).value("requests.not_processed.repeat_request.natural_person") == value


# -- more numbers than cells -----------------------------------------------------------------------------------
ROW = "重复申请"


def with_row(printed: str, closed: str = "") -> Report:
    """Read a report whose row 重复申请 prints this behind its label; `closed` ends each line of a table."""
    text = re.sub(rf"^{ROW} \|.*$", f"{ROW} | {printed}", report_text(SOUND), flags=re.MULTILINE)
    return read(re.sub(r"( \| .*\d)$", rf"\1{closed}", text, flags=re.MULTILINE))


def test_a_number_beside_a_cell_of_its_own_line_makes_the_row_too_long() -> None:
    lines = [f"{ROW} |", "1 |", "10 | 0 |", *["0 |"] * 4, "1 | |", ""]
    text = re.sub(r" \| ", " |\n", report_text(SOUND))
    start = text.index(ROW)
    report = read(text[:start] + "\n".join(lines) + text[text.index("要求提供公开出版物") :])
    assert {report.value(f"requests.not_processed.repeat_request.{key}") for key in ("commercial_enterprise", "total")} == {None}
    assert report.value("requests.not_processed.published_material.total") == 0


def test_a_last_cell_of_two_lines_holds_no_number() -> None:
    report = with_row("0 | 0 | 0 | 0 | 0 | 0 | 23\n0 | ||", " |")
    assert report.value("requests.not_processed.repeat_request.total") is None
    assert report.value("requests.not_processed.published_material.total") == 0


@pytest.mark.parametrize(("below", "total"), [("5", None), ("7", 23)])
def test_a_total_above_a_line_that_holds_the_sum_of_its_row_is_not_read(below: str, total: int | None) -> None:
    assert with_row(f"5 | 0 | 0 | 0 | 0 | 0 | 23\n{below}").value("requests.not_processed.repeat_request.total") == total


@pytest.mark.parametrize(
    ("printed", "value"),
    [("242\n52.311082三、收到", None), ("24252\n.3三、收到", None), ("242\n三、收到", 242), ("0\n3三、收到", 0)],
)
def test_a_fee_that_goes_on_before_the_next_heading_is_not_its_beginning(printed: str, value: int | None) -> None:
    text = report_text(SOUND).replace("行政事业性收费 | 0\n三、收到", f"行政事业性收费{printed}").replace(" | ", "")
    assert read(text).value("proactive.fees.amount_wan_yuan") == value


@pytest.mark.parametrize(("cell", "value"), [("1\n100", None), ("128\n2", None), ("452\n9?", None), ("12\n", 12)])
def test_a_number_that_goes_on_before_the_next_label_is_not_its_beginning(cell: str, value: int | None) -> None:
    text = report_text(SOUND).replace("行政处罚 | 0\n行政强制", f"行政处罚{cell}行政强制").replace(" | ", "")
    assert read(text).value("proactive.penalties.decisions") == value


def test_the_last_digit_of_a_total_may_stand_before_the_next_label() -> None:
    lines = report_text({"denied.state_secret": [127, 127, 0, 127, 0, 0, 381]}).replace(" | ", " ")
    text = re.sub(r"127 0 127 0 0 381\n\W*\d?\W*", "127 0 127 0 0 38\n1", lines)
    row = "requests.denied.state_secret"
    assert text != lines
    assert read(text).value(f"{row}.total") in (None, 381)
    assert read(lines).value(f"{row}.total") == 381
