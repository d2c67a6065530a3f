"""Table three with its columns in another order, or with further ones, is read by the words above them; a doubt reads nothing."""

from __future__ import annotations

import pytest
from made_up import ROWS
from test_applicants_heads import BODIES, KEYS, RIGHT, UNREAD, cells_of, columns, printed

ENCLOSED = "| {} |"
WORDS = {
    "past": "上年总计",
    "share": "占比",
    "remark": "备注",
    "year": "年份",
    **dict(zip("0123456", ["自然人", *BODIES, "总计"], strict=True)),
}
ORDERS = {
    "total first": ["6", "0", "1", "2", "3", "4", "5"],
    "total second": ["0", "6", "1", "2", "3", "4", "5"],
    "bodies first": ["1", "2", "3", "4", "5", "0", "6"],
    "other bodies": ["0", "2", "1", "5", "4", "3", "6"],
    "last year's first": ["past", "0", "1", "2", "3", "4", "5", "6"],
    "last year's last": ["0", "1", "2", "3", "4", "5", "6", "past"],
    "shares": ["0", "1", "2", "3", "4", "5", "6", "share"],
    "remarks": ["0", "1", "2", "3", "4", "5", "6", "remark"],
}
LISTED = ["total first", "total second", "last year's first", "last year's last", "shares"]
NOTHING = dict.fromkeys(KEYS, UNREAD)


def cell(row: str, column: str, at: int) -> str:
    if column.isdigit():
        return str(cells_of(row)[int(column)])
    return {"past": str(at % 4), "share": f"{at}%", "remark": "3" if at % 5 == 0 else "", "year": "2023"}[column]


def grid(order: list[str], head: list[str] | None = None) -> list[list[str]]:
    """Return the lines of a table whose cells all stand in columns: the first is the labels'."""
    bodies = [i for i, column in enumerate(order) if column in "12345"]
    words = head or [WORDS[column] for column in order]
    above = ["法人或其他组织" if i == bodies[0] else "" if i in bodies else word for i, word in enumerate(words)]
    below = [word if i in bodies else "" for i, word in enumerate(words)]
    rows = [[row.label, *(cell(row.key, column, at) for column in order)] for at, row in enumerate(ROWS)]
    return [["项目", *above], ["", *below], *rows]


def as_text(lines: list[list[str]], form: str = ENCLOSED) -> str:
    text = printed([], [[] for _ in ROWS], "")
    begin, end = text.index(ROWS[0].label), text.index("四、政府信息公开行政")
    return (
        text[:begin] + "\n".join(form.format(("\t" if form == "{}" else " | ").join(line)) for line in lines) + "\n" + text[end:]
    )


@pytest.mark.parametrize("form", [ENCLOSED, "{}"])
@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_columns_are_read_by_the_words_above_them(order: list[str], form: str) -> None:
    assert columns(as_text(grid(order), form)) == RIGHT


@pytest.mark.parametrize("word", ["上年", "去年同期", "2022年", "2021年度", "上年数"])
def test_a_year_before_the_reports_is_no_figure_of_it(word: str) -> None:
    order = ORDERS["last year's last"]
    assert columns(as_text(grid(order, [*(WORDS[column] for column in order[:-1]), word]))) == RIGHT


def test_a_column_of_the_reports_year_stands_before_the_labels() -> None:
    lines = [["年份" if i == 0 else "", *line] if i < 2 else ["2023", *line] for i, line in enumerate(grid(list("0123456")))]
    assert columns(as_text(lines)) == RIGHT
    past = [[word.replace("2023", "2022") for word in line] for line in lines]
    assert columns(as_text(past))["total"] in (UNREAD, RIGHT["total"])


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
@pytest.mark.parametrize(
    "words", [["科研机构", "科研机构"], ["科研机构", ""], ["总计", "上年自然人"], ["社会公益组织", "新闻媒体"]]
)
def test_a_head_that_names_a_column_twice_or_not_at_all_gives_nothing_to_another(order: list[str], words: list[str]) -> None:
    head = [WORDS[column] for column in order]
    at = head.index(words[0])
    head[at - 1 if words[0] == words[1] else at] = words[1]
    found = columns(as_text(grid(order, head)))
    assert all(value in (None, expected) for key in KEYS for value, expected in zip(found[key], RIGHT[key], strict=True))


@pytest.mark.parametrize("row", [0, 2, 23])
@pytest.mark.parametrize("lost", [1, 3, 7])
def test_a_row_that_lost_a_cell_leaves_the_table_unread(row: int, lost: int) -> None:
    lines = grid(ORDERS["total first"])
    del lines[2 + row][lost]
    assert columns(as_text(lines)) == NOTHING
    lines[2 + row].append("")
    found = columns(as_text(lines))
    assert all(value in (None, expected) for key in KEYS for value, expected in zip(found[key], RIGHT[key], strict=True))


def test_a_table_that_does_not_add_up_is_not_read() -> None:
    lines = grid(ORDERS["bodies first"])
    lines[4][1] = "9"
    assert columns(as_text(lines)) == NOTHING


@pytest.mark.parametrize("separator", [" | ", "\t", " ", "\n"])
@pytest.mark.parametrize("name", LISTED)
def test_a_head_without_columns_is_read_where_no_other_order_holds(name: str, separator: str) -> None:
    order = ORDERS[name]
    head = [[WORDS[column] if column != "1" else "法人或其他组织" for column in order if column not in "2345"], BODIES]
    rows = [[cell(row.key, column, at) for column in order] for at, row in enumerate(ROWS)]
    text = printed([["申请人情况"], *head], [[0] * 7] * len(ROWS), separator)
    for row, cells in zip(ROWS, rows, strict=True):
        text = text.replace(separator.join([row.label, *["0"] * 7]), separator.join([row.label, *cells]), 1)
    assert columns(text) == RIGHT


@pytest.mark.parametrize("separator", [" ", "\n"])
def test_a_head_without_columns_tells_nothing_where_another_order_holds_as_well(separator: str) -> None:
    head = [["申请人情况"], ["总计", "自然人", "法人或其他组织"], BODIES]
    for one in ([2, 0, 0, 0, 0, 0, 2], [0, 0, 0, 0, 0, 2, 2]):
        rows = [one if row.key.endswith(("received", "granted", "processed")) else [0] * 7 for row in ROWS]
        assert columns(printed(head, rows, separator)) == NOTHING


@pytest.mark.parametrize("form", [ENCLOSED, "{}"])
def test_a_table_on_its_side_is_read_by_the_words_of_its_lines(form: str) -> None:
    groups = {"denied": "(三)不予公开/", "unavailable": "(四)无法提供/", "not_processed": "(五)不予处理/"}
    lines = [["申请人", *(WORDS[column] for column in "0123456")]]
    lines += [
        [groups.get(row.key.split(".")[1], "") + row.label, *(cell(row.key, column, at) for column in "0123456")]
        for at, row in enumerate(ROWS)
    ]
    turned = [list(line) for line in zip(*lines, strict=True)]
    assert columns(as_text(turned, form)) == RIGHT
    turned[2][5] = "7"
    assert columns(as_text(turned, form)) == NOTHING


@pytest.mark.parametrize("lost", [0, 24, 60, 174])
def test_lists_of_each_applicants_numbers_below_all_labels_are_read(lost: int) -> None:
    labels = [("(六)其他处理1." if row.key.endswith("correction_overdue") else "") + row.label for row in ROWS]
    numbers = [[WORDS[column], *(cell(row.key, column, 0) for row in ROWS)] for column in "0123456"]
    lines = [*labels, *(line for column in numbers for line in column)]
    text = as_text([[line] for line in lines], "{}")
    assert columns(text) == RIGHT
    places = [i for i, line in enumerate(lines) if line.isdigit()]
    del lines[places[lost]]
    assert columns(as_text([[line] for line in lines], "{}")) == NOTHING


@pytest.mark.parametrize("caption", ["二、下属单位情况", "2022年度情况表"])
@pytest.mark.parametrize("name", ["last year's last", "total first"])
def test_a_table_of_others_or_of_another_year_is_not_the_reports(name: str, caption: str) -> None:
    text = as_text(grid(ORDERS[name], [*("2022年" if column == "past" else WORDS[column] for column in ORDERS[name])]))
    assert columns(text) == RIGHT
    assert columns(text.replace("申请人情况\n", f"{caption}\n", 1)) == NOTHING


def test_of_two_tables_without_captions_neither_is_read() -> None:
    lines = grid(ORDERS["total first"])
    others = grid(ORDERS["last year's first"])
    others[2][2], others[2][-1], others[4][2], others[4][-1] = "7", "14", "4", "8"
    assert columns(as_text([*lines, ["以下为另一张表"], *others])) == NOTHING
