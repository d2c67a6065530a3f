"""一年来 is the report's year where a clause begins with it or its year goes before; 条例实施一年来 is another's, 十一年来 are eleven."""

from __future__ import annotations

import pytest
from made_up import SOUND, codes, report_text, told

ITEMS, RECEIVED, COURSES = "proactive.items_published", "requests.received", "training.courses"
OTHERS = (
    "《条例》实施一年来，我局|自条例实施一年来，|成立一年来，|网站开通一年来，|挂牌一年来，|上线一年来，|运行一年来，|在过去的一年来，|我局成立一年来，"
    "|条例实施一年以来，|近一年来，|一年多来，|条例实施一年多的时间里，|十一年来，|二十一年来，|十一年间，|十一个年头，"
)
OWN = "一年来，我局|2014年一年来，|2014年，一年来我局|（一）一年来，|2014年条例实施顺利，一年来，我局"


@pytest.mark.parametrize("span", OTHERS.split("|"))
def test_a_year_that_began_with_something_is_not_the_report_s(span: str) -> None:
    found = told(
        proactive=f"{span}主动公开政府信息52条。",
        requests=f"{span}收到政府信息公开申请12件。",
        capacity=f"{span}举办政府信息公开培训班2期。",
    )
    assert not {ITEMS, RECEIVED, COURSES} & found.keys()
    assert "T1" not in codes(report_text(SOUND, {3: f"{span}收到政府信息公开申请12件。"}))


@pytest.mark.parametrize("span", OWN.split("|"))
def test_the_year_itself_is(span: str) -> None:
    found = told(
        proactive=f"{span}主动公开政府信息52条。",
        requests=f"{span}收到政府信息公开申请12件。",
        capacity=f"{span}举办政府信息公开培训班2期。",
    )
    assert (found.get(ITEMS), found.get(RECEIVED), found.get(COURSES)) == (52, 12, 2)
    assert "T1" in codes(report_text(SOUND, {3: f"{span.replace('2014', '2023')}收到政府信息公开申请12件。"}))


def test_such_a_year_goes_on_behind_the_sentence_that_it_begins() -> None:
    assert RECEIVED not in told(requests="条例实施一年来，我局高度重视。共收到政府信息公开申请12件。")
    assert told(requests="一年来，我局高度重视。共收到政府信息公开申请12件。")[RECEIVED] == 12
    assert told(requests="条例实施一年来，我局高度重视。2014年共收到政府信息公开申请12件。")[RECEIVED] == 12
