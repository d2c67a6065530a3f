"""The list of 2014 in tables of markup: which rows are its own, and which cells are empty."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form_2014 import STATISTICS_2014
from gongkai.report import Number, Report, State

LIST = "legacy.statistics_2014."
NUMBERS = {key: n * 7 % 31 + 1 for n, (key, _, _) in enumerate(STATISTICS_2014)}
# The rows that the list prints as parts of the row above, and the numbering of some others.
PARTS = (
    "proactive.normative_documents_published",
    "response.press_conferences_by_head",
    "requests.answered.denied.state_secret",
    "capacity.staff_full_time",
)
NUMBERED = {"proactive.by_gazette": "1.", "proactive.by_website": "2.", "proactive.by_weibo": "3.", "proactive.by_wechat": "4."}
NUMBERED |= {"proactive.by_other": "5.", "proactive.items_published": "（一）", "proactive.normative_documents_issued": "（二）"}
UNITS = pytest.mark.parametrize("units", [True, False], ids=["units", "no units"])


def _report(part: str = "其中：", *, units: bool, empty: tuple[str, ...] = (), mark: str = "", row: str = "") -> Report:
    """Return the report of a page with the list; `part` opens PARTS, `mark` stands in `empty`, `row` is one more row."""
    rows = ["<tr><td>统计指标</td><td>单位</td><td>统计数</td></tr>" if units else "<tr><td>统计指标</td><td>统计数</td></tr>"]
    for key, label, unit in STATISTICS_2014:
        number = mark if key in empty else NUMBERS[key]
        opening = part if key in PARTS else NUMBERED.get(key, "")
        rows.append(f"<tr><td>{opening}{label}</td>{f'<td>{unit}</td>' if units else ''}<td>{number}</td></tr>")
        if key == "proactive.normative_documents_issued":
            rows.append(row)
    title = "甲县民政局2015年政府信息公开工作年度报告"
    page = f"<html><body><h1>{title}</h1><p>一、概述</p><p>本局依法公开信息。</p><table>{''.join(rows)}</table></body></html>"
    [report] = parse_source(Source(page.encode(), "page.html"))
    assert isinstance(report, Report)
    return report


@UNITS
@pytest.mark.parametrize("part", ["其中：", "其中:", "其中", "　　其中：", "&nbsp;&nbsp;其中:", "其中： "])
def test_a_part_of_the_row_above_is_a_row(part: str, units: bool) -> None:
    report = _report(part, units=units)
    assert report.form == "2014"
    assert {key: report.figures[LIST + key].value for key in NUMBERS} == NUMBERS
    assert report.extra_rows == ()


@UNITS
@pytest.mark.parametrize("opening", ["部门", "其他", "上级"])
def test_a_row_that_another_word_qualifies_is_not_the_lists(opening: str, units: bool) -> None:
    extra = f"<tr><td>{opening}主动公开规范性文件数</td>{'<td>条</td>' if units else ''}<td>99</td></tr>"
    report = _report(units=units, row=extra)
    assert report.figures[LIST + "proactive.normative_documents_published"].value in (
        NUMBERS["proactive.normative_documents_published"],
        None,
    )


@UNITS
@pytest.mark.parametrize("mark", ["", "&nbsp;", "-", "—", "/", "　"])
def test_an_empty_cell_is_blank_and_moves_no_number(mark: str, units: bool) -> None:
    empty = ("proactive.by_other", "requests.answered.denied.state_secret", "training.trainees")
    report = _report(units=units, empty=empty, mark=mark)
    expected = {key: None if key in empty else number for key, number in NUMBERS.items()}
    assert {key: report.figures[LIST + key].value for key in NUMBERS} == expected
    assert {report.figures[LIST + key].state for key in empty} == {State.BLANK}


@pytest.mark.parametrize("row", ["{number} {unit} {label}", "{number}\n{label}", "{number}{unit}\n{label}"])
def test_numbers_before_their_labels_are_not_those_of_the_rows_above(row: str) -> None:
    rows = [
        row.format(number=NUMBERS[key], unit=unit, label=NUMBERED.get(key, "") + label) for key, label, unit in STATISTICS_2014
    ]
    head = (
        "甲县民政局2015年政府信息公开工作年度报告\n一、概述\n本局依法公开信息。\n附表\n政府信息公开情况统计表\n一、主动公开情况\n"
    )
    [report] = parse_source(Source((head + "\n".join(rows)).encode(), "page.txt"))
    assert isinstance(report, Report)
    assert [key for key, number in NUMBERS.items() if report.value(LIST + key) not in (None, number)] == []


@pytest.mark.parametrize(
    "row", ["{label}（{unit}）：{number}", "{label}：{number}{unit}", "{label}: {number}", "{label}({unit}) {number}"]
)
def test_a_colon_parts_label_and_number(row: str) -> None:
    for numbering in (NUMBERED, dict.fromkeys(NUMBERS, "3."), dict.fromkeys(NUMBERS, "（二）"), dict.fromkeys(NUMBERS, "四、")):
        rows = [
            row.format(label=numbering.get(key, "") + label, unit=unit, number=NUMBERS[key])
            for key, label, unit in STATISTICS_2014
        ]
        assert _of_lines(rows) == NUMBERS


def _of_lines(rows: list[str]) -> dict[str, Number | None]:
    """Return what is read of a list printed in lines of text."""
    head = (
        "甲县民政局2015年政府信息公开工作年度报告\n一、概述\n本局依法公开信息。\n附表\n政府信息公开情况统计表\n一、主动公开情况\n"
    )
    [report] = parse_source(Source((head + "\n".join(rows)).encode(), "page.txt"))
    assert isinstance(report, Report)
    return {key: report.value(LIST + key) for key in NUMBERS}


def test_more_or_less_so_many_people_is_no_number() -> None:
    said = {"篇": "篇以上", "人": "人左右", "人次": "人次和5人次"}
    rows = [f"{n}.{label}:{NUMBERS[key]}{said.get(unit, unit)}" for n, (key, label, unit) in enumerate(STATISTICS_2014, 1)]
    expected = {key: None if unit in said else NUMBERS[key] for key, _, unit in STATISTICS_2014}
    assert _of_lines(rows) == expected


BROKEN = {
    "proactive.items_published": "主动公开政府信息数（不同\n{cell}\n渠道和方式公开相同信息计1条）",
    "capacity.staff_full_time": "专职人员数（不包括政府\n{cell}\n公报及政府网站工作人员数）",
    "capacity.budget_wan_yuan": "政府信息公开专项经费（不包括用于政府公报\n{cell}\n编辑管理及政府网站建设维护等方面的经费）",
}


@pytest.mark.parametrize("cell", ["{unit} {number}", "{number}", "{unit} | {number} |", "  {unit}  {number}"])
def test_a_label_is_broken_around_its_number(cell: str) -> None:
    def rows(broken: dict[str, str]) -> list[str]:
        return [
            broken.get(key, f"{label} {{cell}}").format(cell=cell.format(unit=unit, number=NUMBERS[key]))
            for key, label, unit in STATISTICS_2014
        ]

    assert _of_lines(rows(BROKEN)) == NUMBERS
    # The rest of another label, or a number more: nobody can tell whose the number is.
    for damage in (("渠道和方式", "公报和方式"), ("计1条）", "计1条）\n40"), ("\n{cell}", "\n{cell}\n7")):
        found = _of_lines(rows({key: text.replace(*damage) for key, text in BROKEN.items()}))
        assert [key for key, number in NUMBERS.items() if found[key] not in (None, number)] == []
        assert found["proactive.items_published"] is None


@pytest.mark.parametrize("cell", ["{unit} {number}", "{unit} |", "{unit}", ""])
def test_the_number_in_a_labels_note_is_not_that_of_its_empty_cell(cell: str) -> None:
    notes = {
        "proactive.items_published": "（不同渠道和方式公开\n相同信息计1条）",
        "response.hot_topics": "（不同方式回应同一热点或舆情计1次）",
    }
    expected = dict(NUMBERS) if "number" in cell else NUMBERS | dict.fromkeys(notes)
    rows = [f"{label} | {unit} | {NUMBERS[key]}" for key, label, unit in STATISTICS_2014]
    for n, (key, label, unit) in enumerate(STATISTICS_2014):
        if key in notes:
            rows[n] = f"{label}\n{cell.format(unit=unit, number=NUMBERS[key])}\n{notes[key]}"
    assert _of_lines(rows) == expected
    # The number below the note is read.
    below = [f"{row} | {NUMBERS[key]}" if key in notes else row for row, (key, _, _) in zip(rows, STATISTICS_2014, strict=True)]
    assert "number" in cell or _of_lines(below) == NUMBERS
