"""Words that look like another's, another time's or another sort's, and leave the number what it is; beside each what they look like."""

from __future__ import annotations

import pytest
from made_up import told

REQUESTS = "收到政府信息公开申请12件"
KEPT = [
    f"{REQUESTS}，其中法规股受理5件",
    f"{REQUESTS}，其中市场监管股受理5件",
    f"申请人需提供身份证复印件，全年共{REQUESTS}",
    f"明确由行政审批股负责受理，全年共{REQUESTS}",
    f"按行政许可标准办理，全年共{REQUESTS}",
    f"按财政年度编制预算，全年共{REQUESTS}",
    f"公开了2014财政年度部门预算，全年共{REQUESTS}",
    "我局政府信息公开查阅点共收到政府信息公开申请12件",
    "设立查阅点共收到政府信息公开申请12件",
    "全年共接待受理政府信息公开申请12件",
    f"据台账反映，全年共{REQUESTS}",
    f"截至报告统计日12月31日，{REQUESTS}",
    f"截至年报填报日，我局{REQUESTS}",
    f"截至报告日，2014年共{REQUESTS}",
    f"{REQUESTS}，不包括电话咨询",
    f"{REQUESTS}，不含咨询、信访",
    f"{REQUESTS}，无重复统计",
]
LEFT = [
    f"{REQUESTS}，其中县国土资源股受理3件",
    f"{REQUESTS}，其中镇综合科受理3件",
    f"{REQUESTS}，其中开发区综合科受理3件",
    "办理采伐许可，收到申请12件",
    "开展房屋登记，收到申请12件",
    f"2014财政年度共{REQUESTS}",
    "县图书馆查阅点共收到政府信息公开申请12件",
    "全年待受理政府信息公开申请12件",
    f"据县政府通报，全年共{REQUESTS}",
    f"截至本报告发布之日，共{REQUESTS}",
    f"{REQUESTS}，不含县公安局收到的3件",
    f"{REQUESTS}，含重复登记3件",
]


@pytest.mark.parametrize("sentence", KEPT)
def test_a_number_is_kept(sentence: str) -> None:
    assert told(requests=f"{sentence}。").get("requests.received") == 12


@pytest.mark.parametrize("sentence", LEFT)
def test_what_it_looks_like_is_left(sentence: str) -> None:
    assert told(requests=f"{sentence}。").get("requests.received") is None


@pytest.mark.parametrize(
    "sentence", ["按照承诺主动公开政府信息52条", "我局按承诺主动公开政府信息52条", "推行服务承诺，主动公开政府信息52条"]
)
def test_what_was_promised_was_done(sentence: str) -> None:
    assert list(told(proactive=f"{sentence}。").values()) == [52]


def test_what_is_but_promised_is_none() -> None:
    assert told(proactive="我局承诺主动公开政府信息52条。") == {}


@pytest.mark.parametrize(
    ("agency", "sentence", "found"),
    [
        ("内蒙古林业厅", f"我区林业厅{REQUESTS}", 12),
        ("双桥教育局", f"我县教育局{REQUESTS}", 12),
        ("双桥县市场监督管理局", f"我县市场监督管理局{REQUESTS}", 12),
        ("临江市双桥区林业局", f"我市林业局{REQUESTS}", None),
        ("双桥县林业局", f"我市林业局{REQUESTS}", None),
    ],
)
def test_ones_own_place(agency: str, sentence: str, found: int | None) -> None:
    assert told(agency=agency, requests=f"{sentence}。").get("requests.received") == found
