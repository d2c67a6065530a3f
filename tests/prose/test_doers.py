"""Who is no office does nothing for the report: societies, staffs of events, papers, leaders, accounts of others."""

from __future__ import annotations

import time

import pytest

from gongkai.indexer.prose.ownership.doers import is_somebody_else

AGENCY = "丰泽县旅游局"


def _told(clause: str, behind: str = "", agency: str | None = AGENCY, scope: str = "agency") -> bool:
    return is_somebody_else(clause, behind, clause, scope, agency)


@pytest.mark.parametrize(
    "clause",
    [
        "登山协会",
        "古镇旅游联盟全年",
        "灯会组委会",
        "重点企业自行",
        "景区负责人",
        "县领导",
        "拆迁指挥部",
        "环保部",
        "《某某日报》",
        "申请人王某称",
        "省局通报",
        "县主流媒体",
    ],
)
def test_somebody_else_does_it(clause: str) -> None:
    assert _told(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "我局",
        "全年",
        "通过县主流媒体",
        "在县电视台",
        "组织企业",
        "会同登山协会",
        "局领导",
        "我局领导",
        "向媒体",
        "联合行业协会",
        "丰泽县旅游局",
        "",
    ],
)
def test_the_agency_does_it_itself_or_through_others(clause: str) -> None:
    assert not _told(clause)


def test_a_society_reports_of_itself() -> None:
    assert not _told("残疾人联合会", agency="丰泽县残疾人联合会")
    assert not _told("县领导", agency="丰泽县人民政府", scope="government_consolidated")


def test_accounts_of_places_are_no_bureaus() -> None:
    assert _told("丰泽发布", "政务微信")
    assert _told("平安丰泽", "政务微博")
    assert _told("华东旅游", "政务微信")
    assert not _told("平安丰泽", "政务微博", agency="丰泽县公安局")
    assert not _told("丰泽旅游", "政务微信")
    assert not _told("丰泽发布", "政务微信", agency="丰泽县人民政府", scope="government_consolidated")
    assert _told("丰泽发布", "政务微信", agency="湖滨新区管理委员会")
    assert not _told("湖滨发布", "政务微信", agency="湖滨新区管理委员会")
    assert not _told("及时发布", "政务微信")
    assert not _told("我局官方", "政务微信")


@pytest.mark.parametrize("words", ["协会", "申请人", "微博", "《", "法院判决", "领导", "平安", "\t"])
def test_doers_are_read_in_time(words: str) -> None:
    text = words * (20_000 // len(words))
    started = time.perf_counter()
    _told(text)
    assert time.perf_counter() - started < 1
