"""Lists of 2014 whose numbers a line break cuts, that print a column more below a head that is lost, or the numbers first."""

from __future__ import annotations

import time

import pytest
from made_up import read
from test_list_of_2014 import LIST, NUMBERS

from gongkai.mappings.form_2014 import STATISTICS_2014
from gongkai.report import Number

HEAD = "甲县民政局2015年政府信息公开工作年度报告\n一、概述\n本局依法公开信息。\n附件：统计表\n"
HEADINGS = {"proactive.items_published": "一、主动公开情况", "response.hot_topics": "二、回应解读情况"}
HEADINGS |= {"requests.received": "三、依申请公开情况", "capacity.units": "八、机构建设和保障经费情况"}
LARGE = {key: 17 * n + 1012 for n, key in enumerate(NUMBERS)}


def figures(list_: str) -> dict[str, Number]:
    """Return what is read of a list, without what it leaves unread."""
    report = read(HEAD + list_ + "\n审核人：王五")
    return {key: value for key in NUMBERS if (value := report.value(LIST + key)) is not None}


def rows(order: str, numbers: dict[str, int] = LARGE, **printed: str) -> list[str]:
    """Return the rows of a list, in that order of label, unit and number, its headings above them."""
    lines = []
    for key, label, unit in STATISTICS_2014:
        lines += [HEADINGS[key]] if key in HEADINGS else []
        number = printed.get(key.replace(".", "_"), str(numbers[key]))
        lines.append(order.format(label=label, unit=unit, number=number))
    return lines


@pytest.mark.parametrize("width", [21, 26, 33, 47, 60])
@pytest.mark.parametrize("order", ["{label} {unit} {number}", "{label} | {unit} | {number} |", "{label}\t{unit}\t{number}"])
def test_numbers_that_the_edge_of_a_wrapped_page_cuts_are_not_read(order: str, width: int) -> None:
    text = " ".join(["统计指标 单位 统计数", *rows(order)])
    found = figures("\n".join(text[at : at + width] for at in range(0, len(text), width)))
    assert found.items() <= LARGE.items()
    assert len(found) > len(LARGE) // 2


@pytest.mark.parametrize("cut", ["10⏎12", "101⏎2", "1,⏎012", "1⏎,012", "1, 012", "1 ,012", "10 \n 12"])
@pytest.mark.parametrize("between", [" ", " | ", "\t"])
def test_a_number_that_goes_on_below_is_not_read(between: str, cut: str) -> None:
    order = between.join(("{label}", "{unit}", "{number}"))
    found = figures("\n".join(rows(order, requests_received=cut.replace("⏎", "\n"))))
    assert "requests.received" not in found
    assert found.items() <= LARGE.items()
    assert len(found) > len(LARGE) - 4


@pytest.mark.parametrize(
    "order", ["{label} {unit} {number} 77", "{label} | {unit} | {number} | 77", "{label}\t{unit}\t77\t{number}"]
)
def test_a_number_alone_where_other_rows_print_two_may_be_the_other_column_s(order: str) -> None:
    blank = dict.fromkeys(("requests_received", "proactive_by_website", "training_courses"), "")
    assert not figures("\n".join(rows(order, **blank)))


@pytest.mark.parametrize("last", ["", "1404"])
@pytest.mark.parametrize("first", ["", "1012"])
@pytest.mark.parametrize(
    "order", ["{number}\n{unit}\n{label}", "{number} |\n{unit} |\n{label} |\n|", "{number} {label} {unit}", "{number}\n{label}"]
)
@pytest.mark.parametrize("join", ["\n", " "])
def test_a_list_that_prints_its_numbers_first_is_not_read(order: str, join: str, first: str, last: str) -> None:
    found = figures(join.join(rows(order, proactive_items_published=first, training_trainees=last)))
    assert found.items() <= LARGE.items()


@pytest.mark.parametrize("order", ["{label} | {unit} | {number}", "{label} | {unit} | {number} | 备注"])
@pytest.mark.parametrize("key", ["requests.received", "capacity.units", "training.courses"])
def test_a_row_printed_again_without_its_number_is_not_read(key: str, order: str) -> None:
    lines = rows(order)
    at = next(n for n, line in enumerate(lines) if f" {LARGE[key]}" in line)
    lines.insert(at, lines[at].replace(str(LARGE[key]), ""))
    found = figures("\n".join(lines))
    assert key not in found
    assert len(found) > len(LARGE) - 3


def test_long_runs_of_what_is_looked_at_take_no_time() -> None:
    begins = time.monotonic()
    figures("\n".join([*rows("{label} {unit} {number}"), "1\n" * 10_000, "1 | " * 10_000, "条 " * 10_000, "(一)" * 10_000]))
    assert time.monotonic() - begins < 20


@pytest.mark.parametrize("order", ["{number}{unit} {unit} {label}", "{number}{unit} {label}", "{number} {unit} {label}"])
def test_numbers_with_their_units_before_labels_are_not_the_rows_aboves(order: str) -> None:
    assert not figures("\n".join(["统计数 单位 统计指标", *rows(order)]))


def test_numbers_with_their_units_behind_labels_are_read() -> None:
    assert figures("\n".join(["统计指标 单位 统计数", *rows("{label} {unit} {number}{unit}")])) == LARGE


@pytest.mark.parametrize("page", ["2", "3"])
def test_the_pages_number_among_labels_that_all_stand_before_the_numbers_is_no_rows(page: str) -> None:
    labels = [label for _, label, _ in STATISTICS_2014]
    numbers = [str(number) for number in LARGE.values()]
    assert not figures("\n".join(["统计指标", *labels[:20], page, *labels[20:], *numbers]))
