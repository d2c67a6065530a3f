"""Fees for another service, of another year, of other bodies or given back are none for information."""

from __future__ import annotations

import pytest
from made_up import told

FEES = "fees_charged_wan_yuan"


@pytest.mark.parametrize(
    "behind",
    [
        "，用于产权档案利用",
        "，属测绘成果有偿服务",
        "，此款是2012年度的",
        "，已全部退还",
        "后，按规定退还给申请人",
        "。该项收入来自地籍资料利用",
    ],
)
def test_fees_of_something_else_are_none(behind: str) -> None:
    assert FEES not in told(fees=f"依申请公开全年收取检索费、复制费500元{behind}。")


@pytest.mark.parametrize(
    "behind",
    ["", "，用于支付邮寄成本", "，均为政府信息公开检索费用", "，全部上缴国库", "。此外无其他收费", "，属于依申请公开收费"],
)
def test_fees_for_information_stay(behind: str) -> None:
    assert float(told(fees=f"依申请公开全年收取检索费、复制费500元{behind}。")[FEES]) == 0.05


DENIALS = [
    "政府信息公开没有收费",
    "在办理依申请公开工作中，未向申请人收取费用",
    "对申请公开政府信息暂免收费",
    "依申请公开政府信息未收取任何费用",
]


@pytest.mark.parametrize("denial", DENIALS)
@pytest.mark.parametrize("body", ["县教育局", "下属单位", "例如县教育局", "局属种苗站", "各乡镇"])
def test_what_others_did_not_charge_is_none_of_the_report_s(body: str, denial: str) -> None:
    assert FEES not in told(fees=f"2014年，{body}{denial}。")
    assert FEES not in told(fees=f"2014年，{body}政府信息公开收取复制费500元。")


@pytest.mark.parametrize("denial", DENIALS)
@pytest.mark.parametrize("subject", ["", "我局", "本机关"])
def test_what_the_agency_did_not_charge_is_nothing(subject: str, denial: str) -> None:
    assert told(fees=f"2014年，{subject}{denial}。")[FEES] == 0


def test_fees_of_what_else_was_done_in_the_sentence_are_none() -> None:
    for said in (
        "办理行政许可77件，收取费用700元。",
        "我局办理护照77件，共收取费用700元。",
        "办理机动车年检收取费用300元。",
        "测绘成果提供77份，收取费用700元。",
        "复印材料未收取费用。",
    ):
        assert FEES not in told(fees=said), said
    assert FEES in told(fees="2014年，我局收取费用350元。")
    assert FEES in told(fees="办理依申请公开12件，收取费用350元。")
