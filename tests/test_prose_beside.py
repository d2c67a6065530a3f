"""One of several numbers, what one way brought, what is brought against another: none is the report's; all of it is read."""

from __future__ import annotations

import pytest
from test_prose_doubts import told

BUREAU, TOWN = "双桥县林业局", "双桥县杨湾镇人民政府"


@pytest.mark.parametrize("way", ["12345热线", "局长信箱", "局网站", "政府信息公开网", "网站后台"])
def test_what_one_way_brought_or_did_not_is_not_of_all(way: str) -> None:
    assert not told(requests=f"{way}收到政府信息公开申请12件。")
    assert not told(requests=f"{way}未收到政府信息公开申请。")
    assert told(requests=f"我局开通{way}，收到政府信息公开申请12件。")["requests.received"] == 12


@pytest.mark.parametrize(
    ("agency", "said"),
    [
        (BUREAU, {"proactive": "局机关主动公开政府信息260条，下属单位主动公开政府信息60条。"}),
        (TOWN, {"requests": "镇党政办收到政府信息公开申请2件，镇国土所收到政府信息公开申请2件。"}),
        (BUREAU, {"proactive": "主动公开政府信息最多的科室是办公室，共主动公开政府信息310条。"}),
        (TOWN, {"review": "我镇石口村村民因政府信息公开对县政府提起行政诉讼2件。"}),
        (BUREAU, {"requests": "我局受理政府信息公开申请10件，另有2件未予受理。"}),
    ],
)
def test_one_of_several_numbers_or_one_against_another_is_not_the_report_s(agency: str, said: dict[str, str]) -> None:
    assert not told(agency, **said)


def test_a_number_that_others_stand_beside_is_read_where_it_is_of_all() -> None:
    assert told(proactive="我局主动公开政府信息320条，其中局机关260条，下属单位60条。")["proactive.items_published"] == 320
    assert told(review="对我局提起行政诉讼2件。")["litigation.total"] == 2
    assert told(requests="我局受理政府信息公开申请10件，另有2件上年结转。")["requests.received"] == 10
