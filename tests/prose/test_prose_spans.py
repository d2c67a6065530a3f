"""A number of several years, in whatever words the span is told, is no figure of the year; the year's own span is read."""

from __future__ import annotations

import pytest
from made_up import told

ITEMS, RECEIVED, REVIEWS, COURSES = "proactive.items_published", "requests.received", "review.total", "training.courses"
SPANS = (
    "两年多来，|四年多来，|三年多，|十余年来，|5年多来，|四个年头，|四年多的时间里，|两个年度，|从条例实施到现在，|条例实施四年多以来，"
    "|自《条例》颁布实施之日起至2014年12月31日，|自条例实施至2014年12月底，|从2008年5月到2014年底，|自信息公开开展到目前，"
)


@pytest.mark.parametrize("span", SPANS.split("|"))
def test_what_several_years_brought_is_no_figure_of_the_year(span: str) -> None:
    found = told(
        proactive=f"{span}主动公开政府信息461条。",
        requests=f"{span}收到政府信息公开申请12件。",
        review=f"{span}发生行政复议2件。",
        capacity=f"{span}举办政府信息公开培训班7次。",
    )
    assert not {ITEMS, RECEIVED, REVIEWS, COURSES} & found.keys()


@pytest.mark.parametrize(
    "span",
    "自2014年1月1日起至2014年12月31日，|自1月1日至12月31日，|从年初到年底，|从1月到12月，|2014年1月1日至12月31日，".split("|"),
)
def test_what_the_year_brought_from_its_first_day_on_is_read(span: str) -> None:
    assert told(proactive=f"{span}主动公开政府信息461条。")[ITEMS] == 461
    assert told(requests=f"{span}收到政府信息公开申请12件。")[RECEIVED] == 12


@pytest.mark.parametrize(
    "before",
    [
        "条例实施四年来，我局高度重视。",
        "回顾几年来的工作，我局依法办理。",
        "去年，我局开通网上受理。",
        "（一）条例实施四年多来的情况\n",
    ],
)
def test_a_span_or_a_year_goes_on_behind_the_sentence_or_the_heading_that_names_it(before: str) -> None:
    assert RECEIVED not in told(requests=f"{before}共收到政府信息公开申请12件。")
    assert told(requests=f"{before}2014年共收到政府信息公开申请12件。")[RECEIVED] == 12


@pytest.mark.parametrize("before", ["我局高度重视依申请公开。", "去年工作的经验得到运用。", "（一）收到和处理申请的情况\n"])
def test_a_sentence_or_heading_of_no_other_time_leaves_the_number(before: str) -> None:
    assert told(requests=f"{before}共收到政府信息公开申请12件。")[RECEIVED] == 12


@pytest.mark.parametrize("when", ["2014年以前", "2014年之前", "2014年前", "2014年以后", "2014年之后，", "到2014年后，"])
def test_what_was_before_or_after_the_year_is_not_of_it(when: str) -> None:
    assert "requests.received" not in told(requests=f"{when}未收到政府信息公开申请。")
    assert "requests.received" not in told(requests=f"{when}我局收到政府信息公开申请12件。")
    assert "proactive.items_published" not in told(proactive=f"{when}我局主动公开政府信息12条。")
    assert "review.total" not in told(review=f"{when}未发生行政复议、行政诉讼。")


@pytest.mark.parametrize("when", ["2014年12月31日前，", "2014年12月31日以前，", "2013年以前公开8条，2014年", "2014年度，"])
def test_what_was_until_the_end_of_the_year_is_of_it(when: str) -> None:
    assert told(proactive=f"{when}我局主动公开政府信息12条。")["proactive.items_published"] == 12


@pytest.mark.parametrize("lead", ["年度累计", "全年累计", "共", "先后", ""])
@pytest.mark.parametrize(
    "own",
    ["，当年主动公开政府信息10条", "，其中2014年度主动公开政府信息10条", "。其中今年10条", "，其中当年10条", "（本年10条）"],
)
def test_a_number_beside_the_year_s_own_is_no_figure_of_the_year(lead: str, own: str) -> None:
    assert told(proactive=f"{lead}主动公开政府信息52条{own}。").get(ITEMS) != 52


@pytest.mark.parametrize("own", ["，当年收到政府信息公开申请10件", "，其中2014年度收到政府信息公开申请10件", "。其中2014年10件"])
def test_requests_beside_the_year_s_own_are_no_figure_of_the_year(own: str) -> None:
    assert told(requests=f"共收到政府信息公开申请52件{own}。").get(RECEIVED) != 52


@pytest.mark.parametrize("own", ["，当年办结50件", "，其中网上申请52件", "。其中当面申请52件", "，本年办结率100%"])
def test_what_became_of_them_in_the_year_is_no_share(own: str) -> None:
    assert told(requests=f"共收到政府信息公开申请52件{own}。")[RECEIVED] == 52


@pytest.mark.parametrize("lead", ["年度累计", "共", ""])
@pytest.mark.parametrize("between", "，；、。")
@pytest.mark.parametrize(
    "own", ["2014年主动公开政府信息10条", "2014年主动公开10条", "当年主动公开政府信息10条", "其中今年新增公开10条"]
)
def test_a_number_without_a_year_beside_the_year_s_own_is_no_figure_of_the_year(lead: str, between: str, own: str) -> None:
    assert told(proactive=f"{lead}主动公开政府信息52条{between}{own}。").get(ITEMS) in (None, 10)


@pytest.mark.parametrize("lead", ["全年", "2014年", "2014年，我局共"])
@pytest.mark.parametrize(
    "some",
    [
        "。其中当年财政信息10条",
        "。其中本年度规范性文件10条",
        "。其中今年政策法规类10条",
        "，今年主动公开规划计划类10条",
        "，2013年主动公开40条",
        "。2013年主动公开40条",
    ],
)
def test_what_of_a_field_the_year_brought_or_another_year_leaves_the_year_s_number(lead: str, some: str) -> None:
    assert told(proactive=f"{lead}主动公开政府信息52条{some}。")[ITEMS] == 52


def test_a_way_of_requests_and_what_was_carried_over_leave_the_year_s_number() -> None:
    assert told(requests="2014年收到政府信息公开申请5件。其中当年网上申请3件。")[RECEIVED] == 5
    assert told(review="2014年发生行政复议2件，其中当年发生1件，上年结转1件。")[REVIEWS] == 2
