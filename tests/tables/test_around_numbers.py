"""Labels of table three that stand around their own numbers are joined where they can be no other's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.indexer.documents import to_document
from gongkai.indexer.fold import fold
from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.tables.around_numbers import as_printed, with_whole_labels
from gongkai.report import Number, Report

_ROWS = {
    "一、本年新收政府信息公开申请数量": (5, 14, 0, 0, 3, 0, 22),
    "二、上年结转政府信息公开申请数量": (1, 0, 0, 0, 3, 0, 4),
    "(一)予以公开": (0, 0, 0, 0, 3, 0, 3),
    "(二)部分公开(区分处理的,只计这一情形,不计其他情形)": (0, 1, 0, 0, 0, 0, 1),
    "1.属于国家秘密": (0, 0, 0, 0, 0, 0, 0),
    "2.其他法律行政法规禁止公开": (2, 0, 0, 0, 0, 0, 2),
    "3.危及“三安全一稳定”": (0, 0, 0, 0, 1, 0, 1),
    "4.保护第三方合法权益": (1, 0, 0, 0, 0, 0, 1),
    "5.属于三类内部事务信息": (0, 4, 0, 0, 0, 0, 4),
}
_HEADINGS = {"(一)予以公开": "三、本年度办理结果", "1.属于国家秘密": "(三)不予公开"}
_NAMES = ("received", "carried_over", "granted", "partially_granted", "denied.state_secret", "denied.prohibited_by_law")
_NAMES += ("denied.security_or_stability", "denied.third_party_rights", "denied.internal_affairs")
_TOP = """某某县水利局2022年政府信息公开工作年度报告
一、总体情况
全年公开信息。
三、收到和处理政府信息公开申请情况
(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) 申请人情况
自然人 法人或其他组织 总计
商业企业 科研机构 社会公益组织 法律服务机构 其他
"""
_END = "\n五、存在的主要问题及改进情况\n公开内容有待丰富。\n"
Lines = list[str]


def _around(label: str, numbers: str) -> Lines:
    half = len(label) // 2
    return [label[:half], numbers, label[half:]] if len(label) > 9 else [f"{label} {numbers}"]


def _beside(label: str, numbers: str) -> Lines:
    half = len(label) // 2
    return [f"{label[:half]} {numbers}", label[half:]] if len(label) > 9 else [f"{label} {numbers}"]


def _in_the_middle(label: str, numbers: str) -> Lines:
    third = len(label) // 3
    return [label[:third], f"{label[third : 2 * third]} {numbers}", label[2 * third :]]


def page(layout: object = _around, rows: dict[str, tuple[int, ...]] = _ROWS) -> Lines:
    lines: Lines = []
    for label, cells in rows.items():
        lines += [_HEADINGS[label]] if label in _HEADINGS else []
        lines += layout(label, " ".join(map(str, cells)))  # type: ignore[operator]
    return lines


def read(lines: Lines) -> Report:
    (report,) = parse_source(Source((_TOP + "\n".join(lines) + _END).encode(), "page.txt"))
    assert isinstance(report, Report)
    return report


def values(lines: Lines) -> list[list[Number | None]]:
    figures = read(lines).figures
    return [[f.value for name, f in figures.items() if name.rpartition(".")[0] == f"requests.{row}"] for row in _NAMES]


def _behind_ordinal(label: str, numbers: str) -> Lines:
    cut = label.find(")") + 1 if label[0] == "(" else 2
    return [f"{label[:cut]} {numbers}", label[cut:]]


def _between_bars(label: str, numbers: str) -> Lines:
    return [f"{label[:4]} | {numbers.replace(' ', ' | ')}", label[4:]]


@pytest.mark.parametrize("layout", [_around, _beside, _in_the_middle, _behind_ordinal, _between_bars])
def test_labels_around_their_numbers_are_joined(layout: object) -> None:
    assert values(page(layout)) == [list(cells) for cells in _ROWS.values()]


@given(cuts=st.lists(st.integers(2, 30), min_size=len(_ROWS), max_size=len(_ROWS)), separator=st.sampled_from([" ", " | ", "\t"]))
@settings(max_examples=25, deadline=None)
def test_labels_that_go_on_below_their_numbers_are_joined_wherever_they_are_cut(cuts: list[int], separator: str) -> None:
    left = iter(cuts)

    def cut(label: str, numbers: str) -> Lines:
        at = min(next(left), len(label))
        return list(filter(None, [f"{label[:at]} {numbers}".replace(" ", separator), label[at:]]))

    for read_row, cells in zip(values(page(cut)), _ROWS.values(), strict=False):
        assert read_row in (list(cells), [None] * 7)


def test_figures_keep_the_place_where_the_page_prints_them() -> None:
    report = read(page())
    text = fold(_TOP + "\n".join(page()) + _END)
    explained = to_document(report, explain=True)["explain"]["figures"]["requests.received.commercial_enterprise"]
    start, end = explained["span"]
    assert explained["raw"] == text[start:end] == "14"
    assert text[start - 2 : end + 2] == "5 14 0"
    assert as_printed({}, []) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2 0 0 0 0 0 2", "2 0 0 0 0 0 3"),  # it does not add up
        ("2 0 0 0 0 0 2", "2 0 0 0 0 2"),  # a cell is lost
        ("2 0 0 0 0 0 2", "2 0 0 0 0 0 2\n4 0 0 0 0 0 4"),  # a row of another label
        ("0 0 0 0 1 0 1\n", ""),  # a row of numbers is lost
        ("政法规禁止公开", "政法规禁止公开的其他"),
        ("政法规禁止公开", ""),
        ("政法规禁止公开", "政法规禁止公开\n9.其他情形"),
        ("(三)不予公开", "7"),  # may be the page's number, or a cell
        ("(三)不予公开", "下属单位情况"),
    ],
)
def test_what_may_be_another_rows_leaves_all_labels_as_they_are(old: str, new: str) -> None:
    printed = "\n".join(page())
    assert old in printed
    text = fold(_TOP + printed.replace(old, new, 1) + _END)
    joined, moved = with_whole_labels(text)
    assert (joined, moved) == (text, [])
    found = values(printed.replace(old, new, 1).split("\n"))
    assert all(row in (list(cells), [None] * 7) for row, cells in zip(found, _ROWS.values(), strict=True))


def test_rows_in_another_order_than_the_forms_are_not_joined() -> None:
    labels = list(_ROWS)
    labels[5], labels[7] = labels[7], labels[5]
    text = fold(_TOP + "\n".join(page(rows={label: _ROWS[label] for label in labels})) + _END)
    assert with_whole_labels(text) == (text, [])
