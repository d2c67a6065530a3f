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


OWN_WAYS = [
    "结合工作实际，",
    "狠抓落实，",
    "多措并举，",
    "始终坚持公开原则，",
    "紧紧围绕中心工作，",
    "针对群众关心的问题，",
    "在县政府的统一部署下，",
    "以条例为依据，",
    "经过梳理，",
    "加大公开力度，",
    "也按要求，",
]
WITH_US = ["在我局指导下，", "参照我局做法，"]


@pytest.mark.parametrize("body", ["白石镇", "县中医院", "县实验小学", "县档案馆", "各村", "下属单位", "有关部门"])
@pytest.mark.parametrize("way", OWN_WAYS)
def test_a_town_a_school_or_a_hall_goes_its_own_way(body: str, way: str) -> None:
    assert told(proactive=body + way + TOLD).get(ITEMS) is None
    assert told(requests=body + way + CAME).get(REQUESTS) is None


@pytest.mark.parametrize("agency", ["双桥县白石镇人民政府", "双桥县中医院", "双桥县档案馆"])
@pytest.mark.parametrize("way", OWN_WAYS)
def test_so_does_the_one_that_reports(agency: str, way: str) -> None:
    name = agency.removesuffix("人民政府")
    for body in (name, name.removeprefix("双桥县")):
        assert told(agency, proactive=body + way + TOLD).get(ITEMS) == 607


@pytest.mark.parametrize("body", ["白石镇", "县卫生局"])
@pytest.mark.parametrize("way", WITH_US)
def test_who_is_led_by_the_agency_acts_for_itself(body: str, way: str) -> None:
    assert told(proactive=body + way + TOLD).get(ITEMS) is None


def test_where_something_is_done_makes_nothing_others() -> None:
    assert told(proactive="我局在县档案馆结合实际设查阅点，" + TOLD).get(ITEMS) == 607


@pytest.mark.parametrize("deed", ["高度重视，", "按照要求，", "结合实际，", "始终坚持公开原则，"])
@pytest.mark.parametrize(
    ("agency", "who", "is_its_own"),
    [
        ("双桥县白石镇人民政府", "镇党委、政府", True),
        ("双桥县白石镇人民政府", "白石镇党委政府", True),
        ("双桥县白石镇人民政府", "党委政府", True),
        ("双桥县白石镇人民政府", "杨湾镇党委政府", False),
        ("双桥县白石镇人民政府", "各镇党委政府", False),
        ("双桥县林业局", "镇党委、政府", False),
        ("双桥县第一中学", "学校党委", True),
        ("双桥县第一中学", "学校", True),
        ("双桥县教育局", "学校", False),
    ],
)
def test_who_leads_the_agency_does_what_is_its_own(agency: str, who: str, is_its_own: bool, deed: str) -> None:
    assert told(agency, proactive=who + deed + TOLD).get(ITEMS) == (607 if is_its_own else None)
