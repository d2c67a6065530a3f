"""What another body does as it is asked, 县卫生局按照要求,全年收到申请6件, is its own business: 按照…要求 is no demand on the agency."""

from __future__ import annotations

import pytest
from made_up import PUBLISHED, RECEIVED, told

TOLD = "2014年度共主动公开政府信息607条。"
CAME = "全年共收到政府信息公开申请6件。"
ITEMS, REQUESTS = (name.removeprefix("legacy.statistics_2014.") for name in (PUBLISHED, RECEIVED))
AS_ASKED = ["按照要求，", "严格按照要求，认真梳理，", "根据《条例》要求，", "按照县政府统一部署，", "依照县政府办通知，"]


@pytest.mark.parametrize("body", ["县卫生局", "各村", "下属事业单位"])
@pytest.mark.parametrize("asked", [*AS_ASKED, "对政府信息进行了梳理，"])
def test_what_others_do_as_they_are_asked_is_theirs(body: str, asked: str) -> None:
    assert told(proactive=body + asked + TOLD).get(ITEMS) is None
    assert told(requests=body + asked + CAME).get(REQUESTS) is None


@pytest.mark.parametrize("body", ["我局", "双桥县林业局", "县林业局", "局办公室", "各科室", "全局上下", ""])
@pytest.mark.parametrize("asked", AS_ASKED)
def test_what_the_agency_does_as_it_is_asked_is_its_own(body: str, asked: str) -> None:
    assert told(proactive=body + asked + TOLD).get(ITEMS) == 607
    assert told(requests=body + asked + CAME).get(REQUESTS) == 6


@pytest.mark.parametrize(
    "asked", ["县政府要求严格，", "县教育局检查指导，", "县政府高度重视，", "县政府对信息公开工作进行了部署，", "省厅通知，"]
)
def test_what_others_ask_of_the_agency_makes_nothing_theirs(asked: str) -> None:
    assert told(proactive=asked + TOLD).get(ITEMS) == 607
