"""A row of the page's own below table three's first row, as long as its label: each keeps its own numbers."""

from __future__ import annotations

import pytest
from made_up import SOUND, TWO, read, report_text

RECEIVED = "本年新收政府信息公开申请数量"
OWN = [5, 4, 3, 2, 1, 0, 15]
LONG = [
    "一、上半年新收政府信息公开申请数量",
    "一、局机关新收政府信息公开申请数量",
    "(一)各乡镇新收政府信息公开申请数量",
    "其中:本年新收政府信息公开补正申请数量",
    "本年新收政府信息公开投诉举报的数量",
    "本年通过网络渠道收到的政府信息公开申请",
]
SHORT = ["上年新收政府信息公开申请数量", "其中:网络申请", "本年撤回数量"]
SEPARATORS = [" | ", "\t", " ", "\n"]


def page(label: str, separator: str, *, above: bool = False) -> str:
    """Print the own row below the form's first one, or above it."""
    first, own = f"{RECEIVED} | {' | '.join(map(str, TWO))}", f"{label} | {' | '.join(map(str, OWN))}"
    text = report_text(SOUND)
    assert first in text
    return text.replace(first, f"{own}\n{first}" if above else f"{first}\n{own}").replace(" | ", separator)


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("label", [*LONG, *SHORT])
def test_the_first_row_keeps_its_numbers(label: str, separator: str) -> None:
    report = read(page(label, separator))
    found = [report.value(f"requests.received.{key}") for key in ("natural_person", "other", "total")]
    if separator == "\n" and label.startswith("(一)"):
        assert found == [None] * 3  # among lines of one cell it begins the table anew
        return
    assert found == [2, 0, 2]
    assert report.value("requests.carried_over.total") == 0
    assert report.value("requests.granted.total") == 2


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("label", [*LONG, *SHORT])
def test_an_own_row_above_it_takes_nothing(label: str, separator: str) -> None:
    assert read(page(label, separator, above=True)).value("requests.received.total") in (None, 2)


@pytest.mark.parametrize(
    "label", ["一、上半年新收政府信息公开申请数量", "一、前年新收政府信息公开申请数量", "一、本季新收政府信息公开申请数量"]
)
def test_a_row_of_another_time_in_its_place_is_not_it(label: str) -> None:
    text = report_text({**SOUND, "received": OWN})
    assert read(text.replace(RECEIVED, label)).value("requests.received.total") is None
    assert read(text).value("requests.received.total") == OWN[-1]


@pytest.mark.parametrize("label", ["结转次年度继续办理", "三、结转至次年度继续办理", "四、结转次年度继续办理"])
def test_the_next_year_of_the_last_row_is_the_forms(label: str) -> None:
    text = report_text(SOUND)
    assert "结转下年度继续办理" in text
    carried = read(text).value("requests.carried_forward.total")
    assert read(text.replace("结转下年度继续办理", label)).value("requests.carried_forward.total") == carried


def test_a_month_is_not() -> None:
    text = report_text(SOUND).replace(RECEIVED, "12月份新收政府信息公开申请数量")
    assert read(text).value("requests.received.total") is None


def test_a_damaged_label_is_still_the_first_rows() -> None:
    assert read(report_text(SOUND).replace(RECEIVED, "一、本年新收政府信息公开申清数里")).value("requests.received.total") == 2


@pytest.mark.parametrize("said", [f"{RECEIVED}2件,均已办结。", f"一、{RECEIVED}5 件", f"{RECEIVED}5"])
def test_a_sentence_above_a_table_that_lost_its_first_row_is_none(said: str) -> None:
    text = report_text(SOUND, {3: said}).replace(f"\n{RECEIVED} | {' | '.join(map(str, TWO))}", "")
    assert read(text).value("requests.received.total") is None
