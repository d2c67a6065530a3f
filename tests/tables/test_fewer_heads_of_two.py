"""Table two whose head names a column fewer than the form, before separators that make up for it."""

from __future__ import annotations

import pytest
from made_up import read

TITLE = "临江市水务局{}年政府信息公开工作年度报告\n一、总体情况\n本局依法公开。\n二、主动公开政府信息情况\n第二十条第(一)项 |\n"
RULES, PAPERS = "proactive.rules.", "proactive.normative_documents."
NEW = ("newly_produced", "newly_published", "total_published")
NOW = ("issued", "repealed", "in_force")


def numbers(head: str, rules: str, papers: str, *, year: int = 2022) -> dict[str, int | None]:
    found = read(f"{TITLE.format(year)}信息内容 {head}\n规章 {rules}\n行政规范性文件 {papers}\n")
    return {
        name: found.value(name) for keys in (RULES, PAPERS) for key in (NOW if year > 2020 else NEW) for name in (keys + key,)
    }


@pytest.mark.parametrize("end", ["| |", "| | |", "||"])
@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("| 本年废止件数 | 现行有效件数 ", {"repealed": 0, "in_force": 1}),
        ("| 本年制发件数 | 现行有效件数 ", {"issued": 0, "in_force": 1}),
        ("| 本年新公开数量 | 对外公开总数量 ", {"newly_published": 0, "total_published": 1}),
        ("| 本年新制作数量 | 对外公开总数量 ", {"newly_produced": 0, "total_published": 1}),
    ],
)
def test_a_number_is_read_below_its_own_head_only(head: str, named: dict[str, int], end: str) -> None:
    read_as = numbers(head + end, f"| 2 | 9 {end}", f"| 6 | 33 {end}", year=2020 if "公开" in head else 2022)
    for name, value in read_as.items():
        rows = (2, 9) if name.startswith(RULES) else (6, 33)
        key = name.rpartition(".")[2]
        assert value is None or (key in named and value == rows[named[key]]), name


@pytest.mark.parametrize(
    ("head", "end"), [("| 本年制发件数 | 本年废止件数 | 现行有效件数 |", "|"), ("| 本年制发件数 | 本年废止件数 | | |", "| |")]
)
def test_columns_at_their_places_are_read(head: str, end: str) -> None:
    found = numbers(head, f"| 2 | 1 | 9 {end}", f"| 6 | 4 | 33 {end}")
    assert [found[PAPERS + key] for key in NOW[:2]] == [6, 4]
    assert [found[RULES + key] for key in NOW[:2]] == [2, 1]
    if "现行" in head:
        assert (found[RULES + "in_force"], found[PAPERS + "in_force"]) == (9, 33)


def test_an_empty_place_before_the_columns_keeps_them_apart() -> None:
    found = numbers("| | 本年新公开数量 | 对外公开总数量 |", "| | 2 | 9 |", "| | 6 | 33 |", year=2020)
    assert [found[PAPERS + key] for key in NEW] == [None, 6, 33]


def test_a_whole_head_before_more_separators_is_read() -> None:
    found = numbers("| 本年制发件数 | 本年废止件数 | 现行有效件数 | |", "| 0 | 0 | 0 | |", "| 6 | 4 | 33 | |")
    assert [found[PAPERS + key] for key in NOW] == [6, 4, 33]
