"""Totals of tables that leave out their empty cells: read where all sums hold, and only then."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form import FORMS
from gongkai.report import Report, State

_TABLE = FORMS["2021"].tables[1]
_HEAD = ("申请人情况", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
_GROUPS = {
    "denied": "（三）不予公开",
    "unavailable": "（四）无法提供",
    "not_processed": "（五）不予处理",
    "other": "（六）其他处理",
}
_ROWS: dict[str, tuple[int, ...]] = {  # 7 received, 2 carried over, 8 processed, 1 carried forward
    "received": (5, 2, 7),
    "carried_over": (2, 2),
    "granted": (3, 1, 4),
    "denied.internal_affairs": (1, 1),
    "unavailable.not_held": (1, 2, 3),
    "processed": (6, 2, 8),
    "carried_forward": (1, 1),
}


def _page(rows: dict[str, tuple[int, ...]], *, head: tuple[str, ...] = _HEAD, without: str = "", below: str = "") -> Report:
    lines = ["青石县民政局2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", *head]
    group = ""
    for row in _TABLE.rows:
        key = row.key.removeprefix("requests.")
        if row.group != group and (heading := _GROUPS.get(key.partition(".")[0])):
            lines.append(heading)
        group = row.group
        if key != without:
            mark = "." if row.ordinal.isdigit() else "、" if not row.ordinal.startswith("(") else ""
            lines.append(f"{row.ordinal}{mark}{row.label}")
        lines += map(str, rows.get(key, ()))
    lines += [below] if below else []
    lines += ["四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "没有发生。"]
    (report,) = parse_source(Source("\n".join(lines).encode(), "page.txt"))
    assert isinstance(report, Report)
    return report


def _numbers(report: Report) -> dict[str, object]:
    return {
        name.removeprefix("requests."): figure.value
        for name, figure in report.figures.items()
        if name.startswith("requests.") and figure.value is not None
    }


def test_the_last_numbers_are_totals_where_all_sums_hold() -> None:
    report = _page(_ROWS)
    assert _numbers(report) == {f"{row}.total": numbers[-1] for row, numbers in _ROWS.items()}
    figure = report.figures["requests.unavailable.not_held.total"]
    assert (figure.state, figure.raw, figure.basis) == (State.INFERRED, "3", "identity")


def test_the_page_s_number_behind_the_last_row_is_no_total() -> None:
    rows = _ROWS | {"processed": (7, 2, 9), "granted": (4, 1, 5)}
    del rows["carried_forward"]
    assert _numbers(_page(rows, below="12")) == {f"{row}.total": numbers[-1] for row, numbers in rows.items()}


@pytest.mark.parametrize(
    "changed",
    [
        {"granted": (3, 2, 4)},  # a row that does not add up
        {"granted": (4,)},  # a total left out, or all that is printed
        {"denied.internal_affairs": (2, 2)},  # the outcomes are more than were processed
        {"carried_over": (1, 1)},  # more was done than had come in
        {"carried_forward": (1, 1, 2)},  # the page's number, and by chance a sum
    ],
)
def test_no_total_is_read_where_a_sum_fails(changed: dict[str, tuple[int, ...]]) -> None:
    assert _numbers(_page(_ROWS | changed)) == {}


def test_no_total_is_read_where_every_row_prints_the_same_number_twice() -> None:
    """One natural person and one company asked, both were answered, the column of totals is empty."""
    assert _numbers(_page({"received": (1, 1), "granted": (1, 1), "processed": (1, 1)})) == {}
    rows = {"received": (3, 3), "granted": (2, 2), "unavailable.not_held": (1, 1), "processed": (3, 3)}
    assert _numbers(_page(rows)) == {f"{row}.total": numbers[-1] for row, numbers in rows.items()}


def test_no_total_is_read_where_a_label_is_lost() -> None:
    assert _numbers(_page(_ROWS, without="unavailable.not_held")) == {}


def test_no_total_is_read_where_the_head_prints_another_column() -> None:
    assert _numbers(_page(_ROWS, head=(*_HEAD, "小计"))) == {}
    assert _numbers(_page(_ROWS, head=tuple(word for word in _HEAD if word != "总计"))) == {}


_ALONE = {row.key.removeprefix("requests."): 0 for row in _TABLE.rows} | {
    "received": 17,
    "carried_over": 3,
    "granted": 9,
    "denied.internal_affairs": 2,
    "unavailable.not_held": 5,
    "processed": 16,
    "carried_forward": 4,
}


def _alone(
    numbers: dict[str, int], *, empty: int = 6, apart: bool = True, also: str = "", head: tuple[str, ...] = _HEAD
) -> Report:
    """Return the report of a table that fills one column, `empty` cells before it; a line of its own parts rows and head or not."""
    lines = ["青石县民政局2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", *head]
    group = ""
    for row in _TABLE.rows:
        key = row.key.removeprefix("requests.")
        if row.group != group and (heading := _GROUPS.get(key.partition(".")[0])):
            lines.append(heading)
        group = row.group
        mark = "." if row.ordinal.isdigit() else "、" if not row.ordinal.startswith("(") else ""
        lines += [f"{row.ordinal}{mark}{row.label}", *[""] * (empty + apart), str(numbers[key])]
        lines += ["3"] if key == also else []
        lines += [""] * apart
    lines += ["四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "没有发生。"]
    (report,) = parse_source(Source("\n".join(lines).encode(), "page.txt"))
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize("apart", [True, False])
def test_a_table_that_fills_its_totals_alone_is_read(apart: bool) -> None:
    report = _alone(_ALONE, apart=apart)
    assert {key: report.value(f"requests.{key}.total") for key in _ALONE} == _ALONE
    assert {name for name, figure in report.figures.items() if figure.value is not None} == {
        f"requests.{key}.total" for key in _ALONE
    }


@pytest.mark.parametrize("apart", [True, False])
def test_one_column_that_may_be_another_is_not(apart: bool) -> None:
    for report in (
        _alone(_ALONE, apart=apart, empty=5),
        _alone(_ALONE, apart=apart, empty=7),
        _alone(_ALONE | {"granted": 8}, apart=apart),  # no sum
        _alone(_ALONE | {"received": 18}, apart=apart),
        _alone(_ALONE, apart=apart, also="granted"),
        _alone(_ALONE, apart=apart, head=tuple(word for word in _HEAD if word != "总计")),
        _alone(dict.fromkeys(_ALONE, 0), apart=apart),  # nothing bears witness
    ):
        assert not any(report.value(f"requests.{key}.total") for key in _ALONE)
