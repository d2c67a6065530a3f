"""Rows of table three whose labels lie in pieces around the numbers, or are lost, are read by the form's order where all of it fits."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from made_up import ROWS

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Number, Report

_NUMBERS = {
    "requests.received": (5, 14, 0, 0, 3, 0, 22),
    "requests.carried_over": (1, 0, 0, 0, 3, 0, 4),
    "requests.granted": (0, 9, 0, 0, 3, 0, 12),
    "requests.denied.prohibited_by_law": (2, 0, 0, 0, 0, 0, 2),
    "requests.denied.enforcement_file": (0, 4, 0, 0, 1, 0, 5),
    "requests.unavailable.not_held": (3, 1, 0, 0, 0, 0, 4),
    "requests.processed": (5, 14, 0, 0, 4, 0, 23),
    "requests.carried_forward": (1, 0, 0, 0, 2, 0, 3),
}
_HEAD = [
    "(本列数据的 申请人情况",
    "勾稽关系为: 自然人 法人或其他组织 总计",
    "第一项加第二 商业企业 科研机构 社会公益组织 法律服务机构 其他",
]
_GROUPS = {  # beside which row the middle of a group's cell stands, in two pieces
    "requests.denied.third_party_rights": ("(三)不予公", "开"),
    "requests.unavailable.requires_creation": ("(四)无法提", "供"),
    "requests.not_processed.excessive_requests": ("(五)不予处", "理"),
    "requests.other.fee_overdue": ("(六)其他处", "理"),
}
_TOP = "某某县水利局2022年政府信息公开工作年度报告\n一、总体情况\n全年公开信息。\n三、收到和处理政府信息公开申请情况\n"
_END = "\n四、政府信息公开行政复议、行政诉讼情况\n本年度没有。\n五、存在的主要问题及改进情况\n公开内容有待丰富。\n"
Lines = list[str]


def _pieces(key: str, label: str, numbers: str) -> Lines:
    """Print a row as a program prints the cells of a PDF: the label in lines of six characters, the numbers beside the middle one."""
    printed = [label[at : at + 6] for at in range(0, len(label), 6)]
    middle = (len(printed) - 1) // 2
    before, behind = _GROUPS.get(key, ("", ""))
    printed[middle] = f"{before} {printed[middle]} {numbers}".strip()
    if behind and middle + 1 < len(printed):
        printed[middle + 1] = f"{behind} {printed[middle + 1]}"
    return printed


def _table(numbers: dict[str, tuple[int, ...]] = _NUMBERS) -> dict[str, Lines]:
    """Return the lines of each row."""
    rows = {}
    for row in ROWS:
        ordinal = f"{row.ordinal}." if row.ordinal.isdigit() else row.ordinal + ("" if row.ordinal.startswith("(") else "、")
        label = ordinal + max((row.label, *row.spellings[:1]), key=len) if "partially" in row.key else ordinal + row.label
        rows[row.key] = _pieces(row.key, label, " ".join(map(str, numbers.get(row.key, (0,) * 7))))
    return rows


def _page(rows: dict[str, Lines], head: Lines = _HEAD, above: Lines | None = None, below: Lines | None = None) -> str:
    lines = [line for row in rows.values() for line in row]
    return _TOP + "\n".join([*(above or []), *head, *lines, *(below or [])]) + _END


def _without_words(rows: dict[str, Lines]) -> dict[str, Lines]:
    return {key: [" ".join(line.split()[-7:]) for line in lines if line[-1:].isdigit()] for key, lines in rows.items()}


def _read(page: str) -> Report:
    (report,) = parse_source(Source(page.encode(), "page.txt"))
    assert isinstance(report, Report)
    return report


def _requests(report: Report) -> dict[str, tuple[Number | None, ...]]:
    return {row.key: tuple(report.value(name) for name in row.names) for row in ROWS}


_TWO = ("requests.denied.state_secret", "requests.not_processed.repeat_request")
_PRINTED = {row.key: _NUMBERS.get(row.key, (0,) * 7) for row in ROWS}
_FEES = ["第二十条第(八)项", "信息内容 本年收费金额(单位:万元)"]
_UNREAD = {row.key: (None,) * 7 for row in ROWS}


@pytest.mark.parametrize("page", [_page(_table()), _page(_without_words(_table()), []), _page(_without_words(_table()))])
def test_all_rows_are_read(page: str) -> None:
    report = _read(page)
    assert _requests(report) == _PRINTED
    figure = report.figures["requests.denied.enforcement_file.commercial_enterprise"]
    assert figure.basis == "order"
    assert figure.span is not None
    assert page[slice(*figure.span)] == "4"


@pytest.mark.parametrize("change", [_table, lambda: _without_words(_table())])
@pytest.mark.parametrize(
    "lost", ["requests.denied.state_secret", "requests.other.other", "requests.not_processed.repeat_request"]
)
def test_a_row_less_or_more_tells_nothing(change: object, lost: str) -> None:
    rows = change()  # type: ignore[operator]
    fewer = {key: lines for key, lines in rows.items() if key != lost}
    for page in (_page(fewer), _page(rows | {"own": ["4.其他 0 0 0 0 0 0 0"]})):
        values = _requests(_read(page))
        assert all(values[key] in (numbers, (None,) * 7) for key, numbers in _PRINTED.items())


def test_a_row_of_the_pages_own_in_place_of_one_tells_nothing() -> None:
    """Just as many lines of numbers, which add up; but the words are not the form's."""
    rows = _table()
    rows["requests.denied.state_secret"] = ["1.涉及个人", "隐私 0 0 0 0 0 0 0"]
    values = _requests(_read(_page(rows)))
    assert all(values[key] in (numbers, (None,) * 7) for key, numbers in _PRINTED.items() if "state_secret" not in key)
    assert values["requests.denied.state_secret"] == (None,) * 7


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("requests.received", "requests.carried_over"),
        ("requests.denied.prohibited_by_law", "requests.unavailable.unclear_after_correction"),
        ("requests.denied.enforcement_file", "requests.denied.administrative_inquiry"),
        ("requests.other.correction_overdue", "requests.other.fee_overdue"),
    ],
)
def test_labels_in_another_order_tell_nothing_by_the_forms(one: str, other: str) -> None:
    rows = _table()
    swapped = {(other if key == one else one if key == other else key): None for key in rows}
    values = _requests(_read(_page({key: rows[key] for key in swapped})))
    assert all(values[key] in (numbers, (None,) * 7) for key, numbers in _PRINTED.items())


@pytest.mark.parametrize(
    "page",
    [
        _page(_without_words(_table(_NUMBERS | {"requests.granted": (0, 8, 0, 0, 3, 0, 11)}))),  # does not add up
        _page(_without_words(_table()), ["自然人 商业企业 科研机构 社会公益组织 其他 法律服务机构 总计"]),
        _page(_without_words(_table()), ["2021年情况"]),
        _page(_without_words(_table()), [*_HEAD, *(row.label for row in ROWS if row.key != "requests.denied.state_secret")]),
        _page(_without_words(_table())).replace("2022年政府", "2020年政府"),
        _page(_without_words(_table()), ["下属单位情况如下:"]),
        _page(_without_words(_table()), below=["以上为下属事业单位数据。"]),
        _page(_without_words(_table())).replace("四、政府信息公开行政复议、行政诉讼情况\n", ""),  # no end of the section
        _page(
            {key: lines for key, lines in _without_words(_table()).items() if key not in _TWO}
        ),  # as many as in the form of 2019
        _page(_without_words(_table() | {f"{key} again": lines for key, lines in _table().items()})),
    ],
)
def test_what_does_not_fit_is_not_read(page: str) -> None:
    assert _requests(_read(page)) == _UNREAD


@pytest.mark.parametrize(
    ("lines", "documents", "fees"),
    [
        (["行政规范 7 1 30", "性文件"], (7, 1, 30), None),
        (["行政规范", "7 1 30", "性文件"], (7, 1, 30), None),
        (["行政规范性文 7 1 30", "件", *_FEES, "行政事", "业性收 2.5", "费"], (7, 1, 30), 2.5),
        (["行政规范 7 1", "性文件"], (None, None, None), None),
        (["规章", "2 0 5", "行政规范性", "文件", "7 1 30"], (7, 1, 30), None),
        (["行政规范 7 1 30", "性材料"], (None, None, None), None),
    ],
)
def test_a_label_of_table_two_around_its_numbers(lines: Lines, documents: tuple[int | None, ...], fees: float | None) -> None:
    table = ["二、主动公开政府信息情况", "第二十条第(一)项", "信息内容 本年制发件数 本年废止件数 现行有效件数", "规章 0 0 0"]
    report = _read(_TOP.partition("三、")[0] + "\n".join([*table, *lines]) + _END)
    names = [f"proactive.normative_documents.{column}" for column in ("issued", "repealed", "in_force")]
    assert tuple(report.value(name) for name in names) == documents
    assert report.value("proactive.fees.amount_wan_yuan") == fees


@pytest.mark.parametrize(
    ("line", "is_read"),
    [
        ("勾稽关系为: 自然人 法人或其他组织 总计", True),
        ("勾稽关系为: 法人或其他组织 自然人 总计", False),
        ("勾稽关系为: 法人或其他组织 | 自然人 | 总计", False),
        ("勾稽关系为: 法人或其他组 自然 总计", False),
        ("法人或其他组织\n勾稽关系为: 自然人 总计", True),  # the middle of a higher cell, printed above those beside it
    ],
)
@pytest.mark.parametrize("change", [lambda rows: rows, _without_words], ids=["labels", "no labels"])
def test_bodies_that_stand_before_the_persons_are_not_the_forms_order(
    line: str, *, is_read: bool, change: Callable[[dict[str, Lines]], dict[str, Lines]]
) -> None:
    head = [_HEAD[0], line, _HEAD[2]]
    found = _requests(_read(_page(change(_table()), head)))
    assert found == (_PRINTED if is_read else dict.fromkeys(_PRINTED, (None,) * 7))


def test_nor_are_they_where_each_row_has_its_label() -> None:
    """What the reader of the table refuses for its head, nobody else reads."""
    rows = {row.key: [f"{row.ordinal}、{row.label} " + " ".join(map(str, _PRINTED[row.key]))] for row in ROWS}
    assert _requests(_read(_page(rows)))["requests.received"] == _PRINTED["requests.received"]
    found = _requests(_read(_page(rows, [_HEAD[0], "法人或其他组织 自然人 总计", _HEAD[2]])))
    assert set(found.values()) == {(None,) * 7}


@pytest.mark.parametrize(("head", "total"), [("其他", 0), ("其他 小计", None)])
def test_seven_zeros_below_eight_columns_lack_one(head: str, total: int | None) -> None:
    rows = {row.key: [f"{row.ordinal}、{row.label} " + "0 " * 7] for row in ROWS}
    found = _requests(_read(_page(rows, [*_HEAD[:2], f"{_HEAD[2].removesuffix('其他')}{head}"])))
    assert {numbers[-1] for numbers in found.values()} == {total}


def test_a_line_of_one_word_in_the_head_takes_no_time() -> None:
    started = time.process_time()
    _read(_page(_table(), [*_HEAD[:2], "法人" * 60_000, _HEAD[2]]))
    assert time.process_time() - started < 5
