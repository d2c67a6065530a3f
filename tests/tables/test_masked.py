"""Masked digits are no number; nor is one beside a second one that the page does not explain; a part that brackets name leaves the whole."""

from __future__ import annotations

import re

import pytest
from made_up import LIST_OF_2014, PUBLISHED, REVIEW, SOUND, TWO, read, report_text
from renderers import CATALOGUE, draw

from gongkai.indexer.tables.rows.masked import without_masked, without_parts
from gongkai.report import State

ROW = "行政许可 | 0"
NAME = "proactive.licensing.decisions"
MASKS = ["1***", "1**", "1*", "１＊", "2XX", "3?", "1●", "1■", "1**,***"]


@pytest.mark.parametrize("cell", MASKS)
def test_masked_digits_are_no_number(cell: str) -> None:
    figure = read(report_text(SOUND).replace(ROW, f"行政许可 | {cell}")).figures[NAME]
    assert (figure.value, figure.state) == (None, State.ILLEGIBLE)


@pytest.mark.parametrize("cell", ["1***", "1*", "0*", "2(1)", "2/1"])
def test_a_cell_of_table_three_that_is_masked_costs_no_other_number_of_a_web_page(cell: str) -> None:
    text = draw(CATALOGUE["html_clean"], 3, "2021")[1].decode()
    found = re.compile(r"(?<=<td>)\d+(?=</td>)").search(text, text.index("新收政府信息公开申请数量"))
    assert found
    before, after = read(text, "page.html"), read(text[: found.start()] + cell + text[found.end() :], "page.html")
    changed = {name: figure.value for name, figure in after.figures.items() if figure.value != before.figures[name].value}
    assert changed == {"requests.received.natural_person": None}


@pytest.mark.parametrize("note", ["*注：含修订的许可。", "* 含修订的许可。", "注：带*的数字含修订的许可。"])
def test_a_star_that_a_note_explains_is_a_mark(note: str) -> None:
    text = report_text(SOUND).replace(ROW, "行政许可 | 12*")
    assert read(text).value(NAME) is None
    assert read(f"{text}\n{note}").value(NAME) == 12
    assert read(f"{text}\n*{note.replace('*', '')}*").value(NAME) is None  # in italics


def test_two_stars_are_masked_beside_a_note_with_one() -> None:
    text = report_text(SOUND).replace(ROW, "行政许可 | 12**") + "\n*注：含修订的许可。"
    assert read(text).value(NAME) is None


@pytest.mark.parametrize(
    "cell", ["12(5)", "12（5）", "12 (5)", "0(5)", "12/5", "12；5", "12(上年5)", "12(其中不含5)", "4(其中5件)"]
)
def test_a_bare_second_number_leaves_the_cell_unread(cell: str) -> None:
    assert read(report_text(SOUND).replace(ROW, f"行政许可 | {cell}")).value(NAME) is None


@pytest.mark.parametrize("note", ["(其中5)", "（其中：5件）", "（其中网上5件）", "（含延续5件）", " （包括变更5）"])
def test_a_part_that_brackets_name_leaves_the_whole(note: str) -> None:
    report = read(report_text(SOUND).replace(ROW, f"行政许可 | 12{note}"))
    assert report.value(NAME) == 12
    text = report_text(SOUND).replace(
        " | ".join(map(str, TWO)), " | ".join([f"2{note.replace('5', '1')}", *map(str, TWO[1:])]), 1
    )
    assert read(text).figures["requests.received.natural_person"].value == 2


@pytest.mark.parametrize("note", ["(40%)", "（40.0%）", " (占20.55 %)", "（100%）"])
def test_a_share_in_percent_leaves_the_number(note: str) -> None:
    assert read(report_text(SOUND).replace(ROW, f"行政许可 | 12{note}")).value(NAME) == 12
    shares = [f"{number}{note}" for number in TWO]
    for row in (" | ".join(shares), " ".join(shares)):
        report = read(report_text(SOUND).replace(" | ".join(map(str, TWO)), row, 1))
        assert report.figures["requests.received.natural_person"].value == TWO[0]
        assert report.figures["requests.received.total"].value == sum(TWO[:-1])


@pytest.mark.parametrize("note", ["（其中40%）", "（140%）", "（40%、60%）", "（约40%）", "（40）%", "（-40%）"])
def test_what_may_be_no_share_leaves_the_cell_unread(note: str) -> None:
    assert read(report_text(SOUND).replace(ROW, f"行政许可 | 12{note}")).value(NAME) is None


@pytest.mark.parametrize(
    "note",
    [
        "（含上年结转5件）",
        "（其中2022年5件）",
        "（含5）",
        "（其中5件、3件）",
        "（其中约5件）",
        "（其中5%）",
        "（含同期5件）",
        "（其中计划5）",
        "（含预计5）",
        "（含县教育局5）",
        "（含其他县5）",
        "（其中增加5）",
    ],
)
def test_what_may_be_no_part_of_the_whole_leaves_it_unread(note: str) -> None:
    assert read(report_text(SOUND).replace(ROW, f"行政许可 | 12{note}")).value(NAME) is None


@pytest.mark.parametrize("cell", ["31**", "31（5）"])
def test_masked_numbers_of_a_list_of_2014_are_unread(cell: str) -> None:
    rows = LIST_OF_2014 | {"主动公开政府信息数": cell}
    lines = "\n".join(f"{label} | 条 | {number}" for label, number in rows.items())
    report = read(f"双桥县林业局2016年政府信息公开工作年度报告\n一、概述\n按规定办理。\n统计指标 | 单位 | 统计数\n{lines}\n")
    assert report.value(PUBLISHED) is None
    assert report.value(REVIEW) == LIST_OF_2014["行政复议数量"]


@pytest.mark.parametrize("piece", ["1*", "*", "1(", "1(1", "1(其中", "12(其中1) ", "* ", "\n*", "注*", "注 ", "1(1%)", "1 ( 1%"])
def test_many_of_them_take_no_time(piece: str) -> None:
    page = "行政许可 | " + piece * 10_000
    assert len(without_parts(page)) == len(page)
    assert dict(without_masked(read(report_text(SOUND)).figures, report_text(SOUND) + page)) == {}
