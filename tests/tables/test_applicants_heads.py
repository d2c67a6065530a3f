"""Table three under other heads than the form's: a sum of the bodies, applicants of the page's own, a head on fewer lines."""

from __future__ import annotations

import pytest
from made_up import ROWS, SOUND, report_text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form import APPLICANTS
from gongkai.report import Number, Report

CELLS = {
    "received": [6, 3, 0, 1, 2, 1],
    "carried_over": [1, 0, 0, 0, 0, 0],
    "granted": [3, 2, 0, 0, 1, 1],
    "denied.state_secret": [2, 0, 0, 1, 1, 0],
    "processed": [5, 2, 0, 1, 2, 1],
    "carried_forward": [2, 1, 0, 0, 0, 0],
}
BODIES = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
KEYS = [column.key for column in APPLICANTS]
SEPARATORS = [" | ", "\t", " ", "\n"]


def cells_of(key: str) -> list[int]:
    parts = CELLS.get(key.removeprefix("requests."), [0] * 6)
    return [*parts, sum(parts)]


def with_sum(cells: list[int], at: int) -> list[int]:
    return [*cells[:at], sum(cells[1:6]), *cells[at:]]


def printed(head: list[list[str]], rows: list[list[int]], separator: str) -> str:
    text = report_text(SOUND)
    lines = [*head, *([row.label, *map(str, cells)] for row, cells in zip(ROWS, rows, strict=True))]
    table = "\n".join(map(separator.join, lines))
    return text[: text.index("自然人")] + table + "\n" + text[text.index("四、政府信息公开行政") :]


def columns(text: str) -> dict[str, list[Number | None]]:
    (report,) = parse_source(Source(text.encode(), "made-up.txt"))
    assert isinstance(report, Report)
    return {key: [report.figures[f"{row.key}.{key}"].value for row in ROWS] for key in KEYS}


RIGHT = {key: [cells_of(row.key)[at] for row in ROWS] for at, key in enumerate(KEYS)}
UNREAD: list[None] = [None] * len(ROWS)


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    "head",
    [
        [["自然人", "法人或其他组织", "总计"]],
        [["自然人", *BODIES, "总计"]],
        [["自然人", "法人", "总计"], BODIES],
        [["自然人", "法人或其他组织", "总 计"], ["商业 企业", "科研机构", "社会公益组织", "法律服务机构", "其 他"]],
        [["自然人", "法人", "其他组织", "总计"], BODIES],
        [["自然人", *(f"法人或其他组织({body})" for body in BODIES), "总计"]],
        [["自然人", "企业", "高校及科研院所", "社会团体", "律师事务所", "其他组织", "总计"]],
    ],
)
def test_a_head_in_other_words_heads_the_same_columns(head: list[list[str]], separator: str) -> None:
    assert columns(printed(head, [cells_of(row.key) for row in ROWS], separator)) == RIGHT


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    ("own", "word"),
    [("research_institution", "事业单位"), ("social_organization", "新闻媒体"), ("legal_service_organization", "行政机关")],
)
def test_applicants_of_the_pages_own_are_none_of_the_forms(own: str, word: str, separator: str) -> None:
    names = [word if KEYS[1:6][i] == own else body for i, body in enumerate(BODIES)]
    for head in ([["自然人", *names, "总计"]], [["自然人", "法人或其他组织", "总计"], names]):
        text = printed(head, [cells_of(row.key) for row in ROWS], separator)
        for first in ("", "一、"):
            assert columns(text.replace(ROWS[0].label, first + ROWS[0].label)) == {**RIGHT, own: UNREAD}


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    ("head", "at"),
    [
        ([["自然人", "法人或其他组织", "总计"], ["小计", *BODIES]], 1),
        ([["自然人", "法人或其他组织", "总计"], [*BODIES, "小计"]], 6),
        ([["自然人", "法人或其他组织", *BODIES, "总计"]], 1),
    ],
)
def test_the_sum_of_the_bodies_beside_them_is_no_column_of_the_form(head: list[list[str]], at: int, separator: str) -> None:
    rows = [with_sum(cells_of(row.key), at) for row in ROWS]
    assert columns(printed(head, rows, separator)) == RIGHT


HEAD_WITH_SUM = [["自然人", "法人或其他组织", "总计"], ["小计", *BODIES]]


@pytest.mark.parametrize(
    ("head", "at"),
    [
        (HEAD_WITH_SUM, 3),  # no place of a sum
        ([["自然人", "法人或其他组织", "总计"], ["小计", *BODIES[:1:-1], *BODIES[:2]]], 1),  # another order
        ([["自然人", "法人或其他组织", "总计"], ["小计", *BODIES[1:]]], 1),  # a column that has no word
    ],
)
def test_a_sum_that_leaves_doubt_leaves_the_table_unread(head: list[list[str]], at: int) -> None:
    rows = [with_sum(cells_of(row.key), at) for row in ROWS]
    assert columns(printed(head, rows, " | ")) == dict.fromkeys(KEYS, UNREAD)


def test_a_column_of_other_applicants_is_no_sum() -> None:
    rows = [[*cells_of(row.key)[:6], 1, cells_of(row.key)[6] + 1] for row in ROWS]
    found = columns(printed([["自然人", *BODIES, "媒体", "总计"]], rows, " | "))
    assert found == dict.fromkeys(KEYS, UNREAD)


@pytest.mark.parametrize("separator", [" | ", "\t", " "])
@pytest.mark.parametrize("torn", ["三、本\n年度办\n理结果", "（四）无三、本法提供\n年度办\n理结果"])
@pytest.mark.parametrize("place", range(3, 22))
def test_the_band_of_results_torn_between_rows_costs_no_row(place: int, torn: str, separator: str) -> None:
    text = printed([["自然人", *BODIES, "总计"]], [cells_of(row.key) for row in ROWS], separator)
    label = f"\n{ROWS[place].label}{separator}"
    assert text.count(label) == 1
    assert columns(text.replace(label, f"\n{torn}{label}")) == RIGHT


def test_pieces_of_the_forms_words_are_no_other_applicants() -> None:
    text = printed([["自然人", *BODIES, "总计"]], [cells_of(row.key) for row in ROWS], "\t")
    glued = "自然人法人或其他组织总计商业企业科研机构社会公益 组织 法律服务 机构 其他"
    assert columns(text.replace("\t".join(["自然人", *BODIES, "总计"]), glued)) == RIGHT


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    ("head", "at"),
    [
        ([["总计", "自然人", "法人或其他组织"], BODIES], 0),
        ([["自然人", "总计", "法人或其他组织"], BODIES], 1),
        ([["总计", "自然人", *["法人或其他组织"] * 5], ["总计", "自然人", *BODIES]], 0),
        ([["总计", "自然人", "法人或其他组织"], ["本列数据的勾稽关系为" * 20, "（一列）" * 9]], 0),
    ],
)
def test_a_total_that_stands_before_the_bodies_puts_nobodys_number_in_another_column(
    head: list[list[str]], at: int, separator: str
) -> None:
    cells = [cells_of(row.key) for row in ROWS]
    cells[3] = [0, 0, 0, 0, 0, 1, 1]  # 1 0 0 0 0 0 1 holds in either order
    rows = [[*parts[:at], total, *parts[at:]] for *parts, total in cells]
    right = {key: [row[column] for row in cells] for column, key in enumerate(KEYS)}
    for key, found in columns(printed(head, rows, separator)).items():
        assert all(value in (None, expected) for value, expected in zip(found, right[key], strict=True))
