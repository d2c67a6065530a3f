"""A list of 2014 whose rows are numbered: the number before a label is not the number of the row above, nor of one not printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_other_lists_of_2014 import TOWN

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.tables.lists.ordinals_of_list import ORDINALS
from gongkai.mappings.form_2014 import LIST_2014, STATISTICS_2014
from gongkai.report import Number, Report

Lead = Callable[[str, int], str]
KEYS = [key for key, _, _ in STATISTICS_2014]
HEADINGS = {"proactive.by_gazette": "（二）通过不同渠道和方式公开政府信息的情况", "response.hot_topics": "二、回应解读情况"}
HEADINGS |= {"requests.received": "三、依申请公开情况", "requests.closed": "", "complaints": "六、举报投诉数量情况"}
LEADS: dict[str, Lead] = {
    "serial": lambda _, at: str(at),
    "padded": lambda _, at: f"{at:02}",
    "ordinal": lambda key, _: ORDINALS.get(LIST_2014 + key, ""),
    "none": lambda *_: "",
}
SEPARATORS = {"tab": "\t", "pipe": " | ", "space": " ", "line": "\n"}


def read(lead: str, separator: str, numbers: dict[str, str], *, head: str = "序号") -> dict[str, Number]:
    """Return what is read of a list that prints the rows of `numbers` and no others; a cell without number is left empty."""
    between, printed = SEPARATORS[separator], []
    for at, key in enumerate(numbers, 1):
        _, label, unit = STATISTICS_2014[KEYS.index(key)]
        printed += [HEADINGS[key]] if HEADINGS.get(key) else []
        cells = [LEADS[lead](key, at), label, unit, numbers[key]]
        printed.append(between.join(cells if separator in ("tab", "pipe") else filter(None, cells)))
    heads = between.join(filter(None, (head if lead != "none" else "", "统计指标", "单位", "统计数")))
    title = f"{TOWN}2016年政府信息公开工作年度报告\n一、概述\n本镇依法公开信息。\n附件：政府信息公开情况统计表"
    (report,) = parse_source(Source("\n".join([title, heads, *printed, "审核人：王五"]).encode(), "a.txt"))
    assert isinstance(report, Report)
    return {key: value for key in KEYS if (value := report.value(LIST_2014 + key)) is not None}


@pytest.mark.parametrize("head", ["序号", "编号", ""])
@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_list_with_numbered_rows_is_read(lead: str, separator: str, head: str) -> None:
    numbers = {key: at * 37 % 101 for at, key in enumerate(KEYS, 1)}
    found = read(lead, separator, {key: str(number) for key, number in numbers.items()}, head=head)
    assert found.items() <= numbers.items()
    assert len(found) >= len(numbers) - 1  # of a number and one behind it, before a heading in words of its own, neither is taken


@given(
    lead=st.sampled_from(sorted(LEADS)),
    separator=st.sampled_from(sorted(SEPARATORS)),
    head=st.sampled_from(["序号", "编号", ""]),
    numbers=st.lists(st.integers(0, 60), min_size=len(KEYS), max_size=len(KEYS)),
    absent=st.sets(st.sampled_from(KEYS), max_size=12),
    empty=st.sets(st.sampled_from(KEYS), max_size=25),
)
@settings(max_examples=60, deadline=None)
def test_no_number_before_a_label_is_another_rows(
    lead: str, separator: str, head: str, numbers: list[int], absent: set[str], empty: set[str]
) -> None:
    own = dict(zip(KEYS, numbers, strict=True))
    printed = {key: "" if key in empty else str(number) for key, number in own.items() if key not in absent}
    found = read(lead, separator, printed, head=head)
    assert found.items() <= {key: own[key] for key, cell in printed.items() if cell}.items()
