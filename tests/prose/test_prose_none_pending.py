"""None that is pending takes no number away: 行政诉讼1件，在审行政诉讼0件; how many requests there were, in sums: 申请总数为12件."""

from __future__ import annotations

import pytest
from made_up import told

RECEIVED, REVIEW, LITIGATION = "requests.received", "review.total", "litigation.total"


@pytest.mark.parametrize(
    ("said", "reviews", "lawsuits"),
    [
        ("行政复议0件，行政诉讼1件，在审行政诉讼0件", 0, 1),
        ("行政复议3件，在审行政诉讼0件，全年行政诉讼2件", 3, 2),
        ("行政复议2件，未审结行政复议0件，行政诉讼0件", 2, 0),
        ("行政复议2件，在审行政诉讼0件", 2, None),
        ("行政诉讼2件，在审行政诉讼1件", None, None),
        ("审结行政诉讼2件，在审行政诉讼0件", None, None),
        ("在审行政诉讼0件", None, None),
    ],
)
def test_none_pending_beside_others(said: str, reviews: int | None, lawsuits: int | None) -> None:
    figures = told(review=f"2014年，{said}。")
    assert (figures.get(REVIEW), figures.get(LITIGATION)) == (reviews, lawsuits)


@pytest.mark.parametrize(
    "said",
    [
        "2014年度我局政府信息公开申请总数为12件，其中网上申请8件，信函申请4件",
        "我局2014年依申请公开政府信息受理数为12件",
        "2014年，政府信息公开申请数量为12件",
        "政府信息公开申请数量：12件",
    ],
)
def test_the_sum_of_requests_is_read(said: str) -> None:
    assert told(requests=f"{said}。")[RECEIVED] == 12


@pytest.mark.parametrize(
    "said",
    [
        "2014年，全县政府信息公开申请数量为12件",
        "2013年，政府信息公开申请数量为12件",
        "2014年，依申请公开政府信息数为12条",
        "2014年，网上政府信息公开申请数量为12件",
        "2014年，政府信息公开申请答复数为12件",
        "2014年，县教育局政府信息公开申请数量为12件",
        "其中政府信息公开申请数量为12件",
        "2014年，政府信息公开申请数量为12件左右",
        "上半年，政府信息公开申请数量为12件",
        "我局下属单位政府信息公开申请数量为12件",
    ],
)
def test_a_sum_of_some_of_another_year_or_of_others_is_not(said: str) -> None:
    assert RECEIVED not in told(requests=f"{said}。")
