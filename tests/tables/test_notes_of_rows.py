"""A note in brackets behind a label of table three is none of its words: a mark, what the law says of it, not what makes it another row."""

from __future__ import annotations

import pytest
from made_up import ONE, ROWS, TWO, read, report_text
from renderers import CATALOGUE, differences, draw

from gongkai.indexer.tables.rows.notes_of_rows import without_notes_of_rows

LAYOUTS = [
    "html_clean",
    "html_divs",
    "html_cell_paragraphs",
    "text_cell_lines",
    "text_ragged_pipes",
    "text_tabs",
    "text_spaces",
    "glued_rows",
]
LABELS = {row.key.removeprefix("requests."): row.label for row in ROWS}
CELLS = {"received": [3, 0, 0, 0, 0, 0, 3], "granted": TWO, "denied.state_secret": ONE, "processed": [3, 0, 0, 0, 0, 0, 3]}


def noted(name: str, seed: int, form: str, notes: dict[str, str]) -> list[object]:
    """Return what a page of a layout loses, or has wrong, with notes behind labels of table three."""
    rendering = CATALOGUE[name]
    facts, content = draw(rendering, seed, form)
    text = content.decode()
    at = text.index("申请人情况")
    head, table = text[:at], text[at:]
    for label, note in notes.items():
        table = table.replace(label, label + note, 1)
    before, after = read(text, f"page{rendering.suffix}"), read(head + table, f"page{rendering.suffix}")
    lost = [n for n, figure in before.figures.items() if figure.value is not None and after.figures[n].value is None]
    return [*lost, *(d for d in differences(facts, after, rendering) if d.kind == "wrong")]


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("form", ["2021", "2019"])
@pytest.mark.parametrize(
    "notes",
    [
        {"予以公开": "（注1）", "属于国家秘密": "(注2)", "重复申请": "（见注3）"},
        {"予以公开": "[1]", "属于国家秘密": "【注2】", "本机关不掌握相关政府信息": "（详见附件1）"},
        {"属于国家秘密": "（注：含本级）", "结转下年度继续办理": "（含所属单位）", "本年新收政府信息公开申请数量": "（件）"},
        {"属于三类内部事务信息": "（人事管理、后勤管理、内部工作流程）", "属于国家秘密": "（《条例》第十四条）"},
        {"属于四类过程性信息": "（指讨论记录、过程稿、磋商信函、请示报告）", "不予公开": "（注1）", "自然人": "（注2）"},
        {"属于国家秘密": "\n（注：含本级）", "属于行政执法案卷": "（依据《条例》\n第16条）"},
        {"（一）予以公开": "（区分处理的，只计这一情形，不计其他情形）（注1）"},
    ],
)
def test_a_note_costs_no_row(name: str, form: str, notes: dict[str, str]) -> None:
    assert noted(name, 1, form, notes) == []


@pytest.mark.parametrize("separator", [" | ", "\t", "  "])
@pytest.mark.parametrize(
    "note",
    [
        "（仅本级）",
        "（不含涉密）",
        "（其中涉密3件）",
        "（2件为上年的）",
        "（2022年）",
        "（上年数）",
        "（本级）",
        "（含重复申请）",
        "（含部分公开）",
        "（估算）",
        "（网络、信函）",
        "（指当面申请）",
        "（教育局、卫健局）",
        "（按人统计）",
        "（即受理数）",
    ],
)
def test_what_may_make_another_row_of_it_leaves_it_unread(note: str, separator: str) -> None:
    row = f"\n{LABELS['denied.state_secret']}"
    text = report_text(CELLS)
    assert row in text
    report = read(text.replace(row, row + note).replace(" | ", separator), "page.txt")
    assert report.value("requests.denied.state_secret.total") is None
    assert report.value("requests.granted.total") == 2


@pytest.mark.parametrize("notes", [("（本级）", "（部门）"), ("（注1）", "（注2）"), ("", "（注1）"), ("（含所属单位）", "")])
def test_a_row_that_is_printed_twice_stays_unread(notes: tuple[str, str]) -> None:
    row = f"{LABELS['denied.state_secret']}{{}} | 0 | {{}} | 0 | 0 | 0 | 0 | {{}}"
    twice = "\n".join(row.format(note, number, number) for note, number in zip(notes, (1, 4), strict=True))
    text = report_text(CELLS).replace(f"{LABELS['denied.state_secret']} | 1 | 0 | 0 | 0 | 0 | 0 | 1", twice)
    assert text.count("属于国家秘密") == 2
    assert read(text, "page.txt").value("requests.denied.state_secret.total") is None


@pytest.mark.parametrize(
    "line",
    [
        "重复申请(1) | 0",  # may be the number of the next row
        "予以公开(注1)的信息5条",  # in a sentence
        "属于国家秘密 | (注1) | 0",  # a cell of its own
        "行政处罚(注1) | 0",  # not of table three
    ],
)
def test_what_stays(line: str) -> None:
    assert without_notes_of_rows(line) == line


def test_a_page_of_spaces_takes_no_time() -> None:
    assert without_notes_of_rows("予以公开" + " " * 200_000 + "x") != ""
    assert without_notes_of_rows("予以公开(" * 5_000).count("(") == 5_000
