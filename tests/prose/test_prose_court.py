"""Lawsuits that somebody took to court."""

from __future__ import annotations

import pytest
from made_up import told

LAWSUITS = "litigation.total"


@pytest.mark.parametrize(
    "said",
    [
        "因政府信息公开，向法院提起行政诉讼2件。",
        "2014年，申请人就政府信息公开向法院提起行政诉讼2件。",
        "申请人对我局答复不服，向县法院提起行政诉讼2件。",
        "申请人对政府信息公开答复不服，向市林业局申请行政复议1件，向法院提起行政诉讼2件，均撤回。",
    ],
)
def test_lawsuits_that_those_who_asked_brought_are_read(said: str) -> None:
    assert told(review=said)[LAWSUITS] == 2


@pytest.mark.parametrize(
    "said",
    [
        "2014年，我局依法向法院提起行政诉讼2件。",
        "我局不服复议决定，向法院提起行政诉讼2件。",
        "2014年，申请人对县国土局答复不服，向法院提起行政诉讼2件。",
        "2014年，申请人拟向法院提起行政诉讼2件。",
        "2014年，申请人不服治安处罚向法院提起行政诉讼2件。",
        "2013年，申请人向法院提起行政诉讼2件。",
    ],
)
def test_lawsuits_of_others_or_against_others_are_not(said: str) -> None:
    assert LAWSUITS not in told(review=said)


@pytest.mark.parametrize("before", ["申请法院强制执行，", "2014年申请法院强制执行3件，", "案件移送法院，", "向法院申请执行，"])
def test_lawsuits_beside_what_the_agency_takes_to_court_may_be_its_own(before: str) -> None:
    assert LAWSUITS not in told(review=f"{before}行政诉讼2件。")
    assert told(review=f"{before}因政府信息公开引起行政诉讼2件。")[LAWSUITS] == 2
