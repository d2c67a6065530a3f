"""Reviews that the agency decides, cases of last year, some that have ended, a case told where none was: no number of the year's."""

from __future__ import annotations

import pytest
from made_up import told

REVIEWS, LAWSUITS, RECEIVED = "review.total", "litigation.total", "requests.received"


@pytest.mark.parametrize(
    "said",
    [
        "2014年，我局收到行政复议申请45件。",
        "2014年，共收到行政复议申请45件，受理40件，审结38件。",
        "2014年，我局收到不服县直部门政府信息公开答复的行政复议申请6件。",
    ],
)
def test_reviews_that_the_agency_is_asked_to_decide_are_not_its_own(said: str) -> None:
    assert REVIEWS not in told(review=said)


@pytest.mark.parametrize(
    "said",
    [
        "2014年，我局收到针对我局的行政复议申请2件。",
        "2014年，我局因政府信息公开被申请行政复议2件。",
        "2014年，收到政府信息公开行政复议申请2件。",
        "2014年，发生行政复议2件，均维持。",
    ],
)
def test_reviews_of_what_the_agency_answered_are_read(said: str) -> None:
    assert told(review=said)[REVIEWS] == 2


def test_none_that_came_is_none() -> None:
    assert told(review="2014年，我局收到行政复议申请0件。")[REVIEWS] == 0


@pytest.mark.parametrize(
    "behind",
    [
        "（含上年结转1件）",
        "（其中2件为上年度案件）",
        "，均系2013年立案",
        "，其中2013年结转1件",
        "（含2013年转入的1件）",
        "，包括去年遗留1件",
    ],
)
@pytest.mark.parametrize("kind", [REVIEWS, LAWSUITS])
def test_a_number_that_holds_last_years_cases_is_not_the_years(kind: str, behind: str) -> None:
    said = f"2014年行政{'复议' if kind == REVIEWS else '诉讼'}2件{behind}。"
    assert kind not in told(review=said)


@pytest.mark.parametrize("behind", ["，均系2014年立案", "（其中1件为2014年受理）", "，均维持", ""])
def test_a_number_that_is_all_of_the_years_is_read(behind: str) -> None:
    assert told(review=f"2014年行政复议2件{behind}。")[REVIEWS] == 2


@pytest.mark.parametrize(
    "said",
    [
        "2014年，行政复议2件、行政诉讼1件尚未审结。",
        "2014年，行政复议2件、行政诉讼1件已审结。",
        "截至2014年底，有2件行政复议、1件行政诉讼未审结。",
    ],
)
def test_what_is_told_of_two_together_is_told_of_each(said: str) -> None:
    assert not {REVIEWS, LAWSUITS} & set(told(review=said))


@pytest.mark.parametrize("behind", ["。", "均已审结。", "，均已审结。"])
def test_two_together_that_are_all_are_read(behind: str) -> None:
    figures = told(review=f"2014年，发生行政复议2件、行政诉讼1件{behind}")
    assert figures[REVIEWS] == 2


@pytest.mark.parametrize(
    ("section", "none", "case", "kind"),
    [
        ("requests", "我局未收到政府信息公开申请。", "5月，张某申请公开征地批文，已按规定答复。", RECEIVED),
        ("requests", "我局未收到政府信息公开申请。", "有2名申请人通过县政府网站提出申请，均由我局答复。", RECEIVED),
        ("review", "我局未发生行政复议。", "申请人李某不服答复提起行政复议，已维持。", REVIEWS),
        ("review", "我局未发生行政诉讼。", "2014年8月，王某诉我局政府信息公开一案，法院驳回起诉。", LAWSUITS),
    ],
)
def test_none_is_not_believed_where_a_case_is_told(section: str, none: str, case: str, kind: str) -> None:
    assert told(**{section: f"2014年，{none}"})[kind] == 0
    assert kind not in told(**{section: f"2014年，{none}{case}"})


@pytest.mark.parametrize("rule", ["申请人对答复不服的，可以依法提起行政复议。", "申请人可以通过网站提出申请。"])
def test_a_rule_is_no_case(rule: str) -> None:
    figures = told(requests=f"2014年，我局未收到政府信息公开申请。{rule}", review=f"2014年，我局未发生行政复议。{rule}")
    assert (figures[RECEIVED], figures[REVIEWS]) == (0, 0)


@pytest.mark.parametrize(
    "said",
    ["2014年新增行政复议2件", "2014年新收行政复议2件", "可能发生行政复议2件", "未发生行政复议，除1件外", "无行政复议（除1件外）"],
)
def test_reviews_that_came_new_may_come_or_are_excepted_are_not_all(said: str) -> None:
    assert REVIEWS not in told(review=f"{said}。")


def test_reviews_that_happened_new_are_the_year_s() -> None:
    assert told(review="2014年新发生行政复议2件。")[REVIEWS] == 2
    assert told(review="除日常工作外，未发生行政复议。")[REVIEWS] == 0
