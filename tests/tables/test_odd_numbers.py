"""Zeros printed as rings and letters, zeros before numbers, numbers in words are read where every sum holds."""

from __future__ import annotations

import re

import pytest
from made_up import ROWS
from test_applicants_heads import BODIES, KEYS, RIGHT, UNREAD, cells_of, columns, printed
from test_column_heads import as_text, grid

from gongkai.indexer.tables.rows.words_of_number import is_in_words, value_in_words
from gongkai.report import State

HEAD = [["申请人情况"], ["自然人", "法人或其他组织", "总计"], BODIES]
CELL = re.compile(r"(?<![^\s|])(\d+)(?![^\s|])")
SEPARATORS = [" | ", "\t", " ", "\n"]


def text_with(separator: str, cells: dict[str, str]) -> str:
    """Return a page whose cells of table three print some numbers otherwise, every other time where there are two ways."""
    rows = [cells_of(row.key) for row in ROWS]
    text = printed(HEAD, rows, separator)
    begin, end = text.index(BODIES[-1]), text.index("四、政府信息公开行政")
    return text[:begin] + CELL.sub(lambda m: cells.get(m[1], m[1]) if m.start() % 3 else m[1], text[begin:end]) + text[end:]


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    "cells", [{"0": "o"}, {"0": "O"}, {"0": "Ｏ"}, {"0": "〇"}, {"0": "00", "1": "01", "2": "02", "13": "13"}]
)
def test_odd_zeros_are_read_where_the_sums_hold(cells: dict[str, str], separator: str) -> None:
    assert columns(text_with(separator, cells)) == RIGHT


@pytest.mark.parametrize("mark", "、;·；")
def test_rows_printed_as_lists_are_read_where_the_sums_hold(mark: str) -> None:
    text = text_with(" | ", {})
    lists = re.sub(r" \| (\d+(?: \| \d+){6})$", lambda m: ":" + m[1].replace(" | ", mark), text, flags=re.MULTILINE)
    assert columns(lists) == RIGHT
    assert lists != text
    broken = lists.replace(f"{mark}13\n", f"{mark}14\n", 1)
    assert columns(broken)["total"] == UNREAD


@pytest.mark.parametrize("cells", [{"0": "o"}, {"0": "00", "1": "01"}])
def test_odd_zeros_are_no_numbers_where_a_sum_fails(cells: dict[str, str]) -> None:
    text = text_with(" | ", cells)
    broken = text.replace("| 13\n", "| 14\n", 1)
    assert broken != text
    found = columns(broken)
    odd = [key for key in KEYS for value, right in zip(found[key], RIGHT[key], strict=True) if value is None and right == 0]
    assert odd


def in_words(lines: list[list[str]]) -> list[list[str]]:
    words = {"0": "零", "1": "一", "2": "二", "3": "三", "13": "十三", "14": "十四", "11": "十一"}
    return [[words.get(cell, cell) for cell in line] for line in lines]


def test_numbers_in_words_are_read_in_certain_columns() -> None:
    lines = in_words(grid(list("0123456")))
    assert columns(as_text(lines)) == RIGHT
    lines[2][1] = "七"
    assert {key: found for key, found in columns(as_text(lines)).items() if found != UNREAD} == {}


@pytest.mark.parametrize(
    ("word", "number"), [("十", 10), ("二十八", 28), ("一百零五", 105), ("两百", 200), ("一十一", 11), ("零", 0)]
)
def test_a_number_in_words_is_what_it_says(word: str, number: int) -> None:
    assert value_in_words(word, 0, len(word)).value == number


@pytest.mark.parametrize("word", ["一百二", "一一", "百", "五十零", "一二三", "结"])
def test_a_number_in_short_is_none(word: str) -> None:
    assert value_in_words(word, 0, len(word)).state is State.ILLEGIBLE
    assert not is_in_words(word)
