"""How many items each way brought, where all ways add up to all items; a way left over, or one of two, leaves them null."""

from __future__ import annotations

import pytest
from made_up import told

SITE, WEIBO, WECHAT, OTHER = (f"proactive.by_{way}" for way in ("website", "weibo", "wechat", "other"))


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        (
            "我局主动公开政府信息90条。通过政府网站公开政府信息50条，政务微博公开30条，微信公开政府信息10条。",
            {SITE: 50, WEIBO: 30, WECHAT: 10},
        ),
        (
            "2014年，我局主动公开政府信息共计90条，其中政府网站公开50条、政务微信公开30条、其他方式公开10条。",
            {SITE: 50, WECHAT: 30, OTHER: 10},
        ),
        ("我关主动公开政府信息90条，其中：通过门户网站公开各类信息共50条，通过微博微信发布信息40条。", {SITE: 50}),
        ("主动公开政府信息90条，其中在政府网站公开50条，公开栏公开40条。", {SITE: 50}),
    ],
)
def test_ways_that_add_up_are_read(said: str, numbers: dict[str, int]) -> None:
    figures = told(proactive=said)
    assert {name: value for name, value in figures.items() if name.startswith("proactive.by_")} == numbers


NOT_READ = (
    "主动公开政府信息90条，其中在网站公开50条，公开栏公开30条。|主动公开政府信息90条，其中在网站公开50条，公开栏公开40条。另在网站公开通知20条。"
    "|2013年主动公开政府信息90条，其中在网站公开50条，公开栏公开40条。|主动公开政府信息90条，其中在网站专栏公开50条，其余40条在公开栏公开。"
    "|主动公开政府信息90条，其中政策类50条，规划类40条。|主动公开政府信息90条，其中网站和微信公开50条，公开栏公开40条。|主动公开政府信息90条，其中网站公开50条，网站公开40条。"
    "|上半年主动公开政府信息90条，其中在网站公开50条，公开栏公开40条。|主动公开政府信息90条，其中在网站分别公开50条，公开栏公开40条。|主动公开政府信息90条，其中在新华网站公开50条，公开栏公开40条。"
    "|主动公开政府信息90条，其中2013年网站公开50条，今年微信公开40条。|主动公开政府信息90条，网站阅读量50条，微信粉丝40条。|主动公开政府信息90条，其中省政府网站50条，公开栏40条。"
    "|主动公开政府信息90条，其中网站教育类50条，微信财政类40条。|主动公开政府信息90条，其中计划网站公开50条，县公安局微信40条。"
)


@pytest.mark.parametrize("said", NOT_READ.split("|"))
def test_ways_that_leave_some_over_or_are_of_two_are_null(said: str) -> None:
    assert not [name for name in told(proactive=f"{said}") if name.startswith("proactive.by_")]


@pytest.mark.parametrize("agency", ["双桥县人民政府", "双桥县林业局"])
def test_the_site_of_another_place_brings_none_of_the_agency_s(agency: str) -> None:
    for site, read in (
        ("青山县", False),
        ("青山县人民", False),
        ("临江市青山县", False),
        ("双桥县", True),
        ("县", True),
        ("市", True),
    ):
        found = told(agency, proactive=f"通过{site}政府网站主动公开政府信息52条。")
        assert (SITE in found) is read, site
        found = told(agency, proactive=f"通过{site}政府网站、公开栏主动公开政府信息52条。")
        assert ("proactive.items_published" in found) is read, site


def test_the_site_of_a_town_s_county_is_read() -> None:
    assert told("双桥县杨湾镇人民政府", proactive="通过双桥县政府网站主动公开政府信息52条。")[SITE] == 52
