"""That nothing was charged, in words beside other words; what denies an exemption or a breach says nothing of charges."""

from __future__ import annotations

import pytest
from made_up import told

NONE = (
    "本年度无针对政府信息公开事务的行政诉讼，未存在政府信息公开收费及减免情况"
    "|我局无依申请公开信息情况，未发生依申请公开信息收费和费用减免情况|本年度我局没有因政府信息公开而产生的收费，也未产生减免情况"
    "|公民、法人和其他组织在我局获取政府公开信息时，从未进行收费"
    "|全年未涉及政府信息公开的收费及减免情况|我局依申请公开收费为0|2014年未涉及到依申请公开收费情况"
    "|2014年度没有关于信息公开的收费及减免情况"
)
ELSE = (
    "没有诉讼，未收取诉讼费|未发生费用减免情况|未进行收费减免|从未进行乱收费|未进行违规收费|上年度无诉讼，未收取费用|未因诉讼而收费"
    "|全年未涉及收费减免情况|未涉及诉讼收费|2013年未涉及政府信息公开收费情况|未涉及违规收费|2件申请未涉及收费|网上申请未涉及收费|上半年依申请公开收费为0"
    "|2013年依申请公开收费为0|依申请公开收费为0.5万元|依申请公开收费为05项|除邮寄费外，未涉及收费|依申请公开乱收费为0"
    "|2014年没有关于信息公开的违规收费|2014年没有关于信息公开收费的投诉|2013年度没有关于信息公开的收费及减免情况"
)


@pytest.mark.parametrize("said", NONE.split("|"))
def test_that_nothing_was_charged_is_read_beside_other_words(said: str) -> None:
    assert told(fees=f"{said}。")["fees_charged_wan_yuan"] == 0


@pytest.mark.parametrize("said", ELSE.split("|"))
def test_what_denies_something_else_says_nothing_of_charges(said: str) -> None:
    assert "fees_charged_wan_yuan" not in told(fees=f"{said}。")


def test_no_act_of_charging_is_none_charged() -> None:
    assert told(fees="我局政府信息公开未发生收费行为。")["fees_charged_wan_yuan"] == 0
    for said in (
        "我局政府信息公开未发生违规收费行为。",
        "我局政府信息公开未发生乱收费行为。",
        "县教育局政府信息公开未发生收费行为。",
    ):
        assert not told(fees=said), said
