"""A year of an account is no calendar year, even where both have one number."""

from __future__ import annotations

import pytest
from made_up import SOUND, codes, report_text, told

ITEMS, RECEIVED, REVIEW = "proactive.items_published", "requests.received", "review.total"
SAID = {
    "proactive": (ITEMS, "主动公开政府信息52条。", 52),
    "requests": (RECEIVED, "收到政府信息公开申请5件。", 5),
    "review": (REVIEW, "因政府信息公开发生行政复议3件。", 3),
}


@pytest.mark.parametrize("section", SAID)
@pytest.mark.parametrize(
    "when",
    [
        "2014财政年度",
        "2014年财政年度",
        "2014财政年度，我局",
        "2014财年",
        "本财政年度",
        "财政年度内共",
        "2014年度会计年度",
        "2014考核年度我局",
    ],
)
def test_what_a_fiscal_year_brought_is_not_the_year_s(section: str, when: str) -> None:
    name, said, _ = SAID[section]
    assert name not in told(**{section: when + said})


@pytest.mark.parametrize("section", SAID)
@pytest.mark.parametrize(
    "when",
    ["2014年度", "财政局2014年度", "公开财政年度预算，2014年", "按照财政年度报告要求，", "本年度", "2014年度财政工作有序，我局"],
)
def test_what_the_year_brought_is(section: str, when: str) -> None:
    name, said, value = SAID[section]
    assert told("双桥县财政局", **{section: when + said})[name] == value


def test_what_stands_behind_or_below_a_fiscal_year_is_that_one_s() -> None:
    assert RECEIVED not in told(requests="收到政府信息公开申请5件（2014财政年度）。")
    assert RECEIVED not in told(requests="2014财政年度，我局加强办理。收到政府信息公开申请5件。")
    assert RECEIVED not in told(requests="（一）2014财政年度情况\n收到政府信息公开申请5件。")
    assert told(requests="2014财政年度，我局加强办理。2014年收到政府信息公开申请5件。")[RECEIVED] == 5


def test_nor_does_it_contradict_a_table() -> None:
    assert "T1" in codes(report_text(SOUND, {3: "2023年度收到政府信息公开申请5件。"}))
    assert "T1" not in codes(report_text(SOUND, {3: "2023财政年度收到政府信息公开申请5件。"}))
