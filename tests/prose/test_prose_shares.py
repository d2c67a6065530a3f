"""A number that holds what is another body's, last year's or of another sort is not the report's; one told apart by its own parts is."""

from __future__ import annotations

import pytest
from made_up import codes, report_text, told

ITEMS, RECEIVED, REVIEWS = "proactive.items_published", "requests.received", "review.total"
OF_OTHERS = (
    "（含下属单位3{u}）|（其中下属单位3{u}）|，其中林场3{u}|，包括县公安局3{u}|（含上年3{u}）|，其中上年度3{u}|（包括去年3{u}）"
)
OWN = (
    "，其中涉及财政3{u}|，其中局机关3{u}、林场5{u}|（含办公室3{u}）|，其中林政股3{u}、财务股5{u}|（上年3{u}）|，其中企业3{u}"
    "|，其中单位3{u}"
)


def three(behind: str) -> tuple[object, object, object]:
    """Return three numbers of a report whose sentences go on with the words `behind` them."""
    found = told(
        proactive=f"2014年主动公开政府信息8条{behind.format(u='条')}。",
        requests=f"2014年收到政府信息公开申请8件{behind.format(u='件')}。",
        review=f"2014年发生行政复议8件{behind.format(u='件')}。",
    )
    return found.get(ITEMS), found.get(RECEIVED), found.get(REVIEWS)


@pytest.mark.parametrize("behind", OF_OTHERS.split("|"))
def test_a_number_that_holds_another_s_or_last_year_s_is_not_read(behind: str) -> None:
    assert three(behind) == (None, None, None)


@pytest.mark.parametrize("behind", OWN.split("|"))
def test_a_number_told_apart_by_its_own_parts_is_read(behind: str) -> None:
    assert three(behind) == (8, 8, 8)


def test_what_a_bureau_says_is_its_own_is_read_with_those_below() -> None:
    assert told(proactive="我局主动公开政府信息52条，其中下属单位30条。")[ITEMS] == 52
    whole = told("双桥县人民政府", proactive="2014年全县主动公开政府信息520条，其中县公安局100条。")
    assert whole[ITEMS] == 520


@pytest.mark.parametrize("behind", ["（含咨询3件）", "，含建议提案3件", "，其中咨询3件", "（含信访2件）", "，均不属于信息公开"])
def test_a_number_that_holds_things_of_another_sort_is_none_of_requests(behind: str) -> None:
    assert RECEIVED not in told(requests=f"2014年收到申请8件{behind}。")


@pytest.mark.parametrize("behind", ["，咨询3件", "，其中信访举报投诉类3件", "，其中申请财政信息3件"])
def test_requests_of_a_sort_are_requests(behind: str) -> None:
    assert told(requests=f"2014年收到申请8件{behind}。")[RECEIVED] == 8


@pytest.mark.parametrize("behind", ["（含下属单位3件）", "（含上年3件）", "（含咨询3件）"])
def test_what_holds_more_than_the_table_contradicts_it_not(behind: str) -> None:
    assert "T1" not in codes(report_text({}, {3: f"收到政府信息公开申请8件{behind}。"}))
    assert "T1" in codes(report_text({}, {3: "收到政府信息公开申请8件。"}))
