"""Of a number from which some are taken out, which a check or a leader tells, or which is of one day, nobody knows what the year's is."""

from __future__ import annotations

import pytest
from made_up import told

RECEIVED, ITEMS = "requests.received", "proactive.items_published"
BEHIND = (
    "剔除重复后为9件|合并办理后为9件|已删除测试申请3件|其中测试件3件|其中3件为系统测试|其中误报3件|其中撤回3件不计入统计"
    "|3件未计入统计|其中重复2件、撤回3件不计入统计|均已答复，另有3件不计入统计"
)
NOT_BEHIND = (
    "其中3件合并答复|合并办理3件|其中3件涉及房屋测试报告|均未列入国家秘密|其中撤回3件"
    "|另有咨询30件不计入统计|咨询30件、信访2件未列入统计|另有30件咨询未计入统计|其中误投0件、误收0件"
)
BEFORE = "12日，我局|2014年第12期简报通报，|审计组调阅我局|检查组核查我局|人大代表视察时指出，我局|人大代表指出我局|并入我局的原县水保局"
NOT_BEFORE = (
    "2014年12月31日前，我局|截至12月31日，2014年我局|按照《工作通报》第3期要求，2014年|举办培训班2期，|我局核查后"
    "|2014年，人大代表指出的问题均已整改，|2014年，巡察组指出后我局及时整改，"
)


@pytest.mark.parametrize("behind", BEHIND.split("|"))
def test_those_that_count_are_fewer(behind: str) -> None:
    assert RECEIVED not in told(requests=f"2014年，收到政府信息公开申请12件，{behind}。")


@pytest.mark.parametrize("behind", NOT_BEHIND.split("|"))
def test_how_some_were_answered_takes_none_out(behind: str) -> None:
    assert told(requests=f"2014年，收到政府信息公开申请12件，{behind}。")[RECEIVED] == 12


@pytest.mark.parametrize("before", BEFORE.split("|"))
def test_what_others_looked_at_and_one_day_s_are_not_the_year_s(before: str) -> None:
    assert RECEIVED not in told(requests=f"{before}收到政府信息公开申请12件。")


@pytest.mark.parametrize("before", NOT_BEFORE.split("|"))
def test_the_year_s_are(before: str) -> None:
    assert told(requests=f"{before}收到政府信息公开申请12件。")[RECEIVED] == 12


def test_items_published_of_which_some_were_only_asked_for_are_null() -> None:
    assert ITEMS not in told(proactive="2014年，主动公开政府信息461条，其中依申请公开12条。")
    for behind in ("，依申请公开12条", "，其中依申请公开0条"):
        assert told(proactive=f"2014年，主动公开政府信息461条{behind}。")[ITEMS] == 461
