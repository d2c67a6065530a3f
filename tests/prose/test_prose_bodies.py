"""A number of another body, or of a part, is no figure of the report, wherever the body is named: in the clause, before, above."""

from __future__ import annotations

import pytest
from made_up import told

BUREAU, COUNTY, TOWN = "双桥县林业局", "双桥县人民政府", "双桥县杨湾镇人民政府"
STATED = {
    "proactive": "主动公开政府信息461条",
    "requests": "收到政府信息公开申请12件",
    "review": "因政府信息公开被提起行政诉讼2件",
    "fees": "未收取依申请公开费用",
    "capacity": "召开政府信息公开工作会议3次",
}
OTHERS = {
    BUREAU: "双桥县|县行政服务中心|杨湾林业站|杨湾镇林业站|我局杨湾分局|我局与县粮食局|县南水北调办|一些乡镇|县政府|林政大队|县粮食局|市林业局"
    "|林业设计院|林场管理处|县第一中学|县实验小学|林业测绘队|石口居委会|县政务公开办",
    TOWN: "镇综治办|镇财政所|镇派出所|镇便民服务中心|镇卫生院|中心校|镇计生办|镇综合文化站|司法所|七站八所|石口村|县林业局|县政府",
    COUNTY: "县行政服务中心|双桥工业园|我县公安局|县林业局|杨湾镇|市政府",
    "双桥县人民政府办公室": "信息科|秘书科|县政府|双桥县人民政府|县人民政府",
    "甲江市人民政府办公厅": "市政府|甲江市人民政府",
}
OWN = {
    BUREAU: "我局|县林业局|双桥县林业局|局机关|林业局办公室|局办公室|局信息公开办",
    TOWN: "我镇|镇政府|杨湾镇|杨湾镇人民政府|镇党政办",
    COUNTY: "我县|全县|双桥县|全县各级各部门",
    "双桥县疾病预防控制中心": "我中心|县疾控中心|中心",
    "双桥县公安局交通警察大队": "我大队|交警大队|县交警大队",
    "双桥县粮食局杨湾分局": "我分局|杨湾分局",
    "双桥经济开发区管理委员会": "管委会|开发区|我区",
    "双桥县人民政府办公室": "县政府办公室|县政府办|双桥县人民政府办公室|我办|本办",
    "双桥县人民政府（本级）": "县政府|双桥县人民政府",
}


def each(sentence: str, agency: str) -> set[str]:
    """Return the sections whose figure is read where the sentence, with the figure in it, is all that each says."""
    own = {"overview": "全县依法公开。" if agency == COUNTY else "依法公开。"}
    return {at for at, said in STATED.items() if told(agency, **own, **{at: sentence.replace("#", said)})}


@pytest.mark.parametrize(("agency", "bodies"), OTHERS.items())
def test_another_body_s_number_is_none_of_the_report_s(agency: str, bodies: str) -> None:
    for body in bodies.split("|"):
        assert not each(f"2014年，{body}#。", agency), body


@pytest.mark.parametrize(("agency", "bodies"), OWN.items())
def test_the_agency_s_own_number_is_read_by_whatever_name(agency: str, bodies: str) -> None:
    for body in bodies.split("|"):
        assert {"proactive", "requests"} <= each(f"2014年，{body}#。", agency), body


BEFORE = {
    COUNTY: (
        "县林业局加强制度建设，#。|县林业局加强制度建设；#。|2014年，县林业局加强制度建设。全年#。|县林业局制定制度3项，全年#。|如县林业局，#。"
        "|县林业局：#。|（一）县林业局。全年#。|（一）县林业局\n全年#。|以杨湾镇为例，全年#。|杨湾镇开展试点，全年#。|在县林业局，#。"
    ),
    BUREAU: (
        "林政大队加强制度建设，全年#。|林政大队：#。|（一）林政大队\n全年#。|兄弟县林业局加强公开，全年#。|县林政监察大队积极推进，全年#。"
        "|下属林政大队设立受理窗口。共#。|办公室：#。|林政科：#。|下属单位：#。"
    ),
}
NOT_BEFORE = {
    COUNTY: (
        "县委、县政府高度重视，全年#。|县政府办公室牵头抓总，全年#。|各乡镇、各部门认真落实，全年#。|县林业局加强公开，我县#。|建设美丽乡村，#。"
        "|县林业局加强公开。我县#。|特色小镇建设稳步推进，#。"
    ),
    BUREAU: (
        "县政府高度重视，全年#。|我局围绕中心、服务大局，#。|我局设立信息公开查阅中心，全年#。|办公室牵头，各科室配合，全年#。|报告中所列数据属实。#。"
        "|林政大队加强公开，我局#。|局领导高度重视，#。"
    ),
}


@pytest.mark.parametrize(("agency", "sentences"), BEFORE.items())
def test_whose_deeds_are_told_before_his_is_the_number(agency: str, sentences: str) -> None:
    for sentence in sentences.split("|"):
        assert not each(sentence, agency), sentence


@pytest.mark.parametrize(("agency", "sentences"), NOT_BEFORE.items())
def test_who_leads_or_is_spoken_of_before_takes_no_number(agency: str, sentences: str) -> None:
    for sentence in sentences.split("|"):
        assert {"proactive", "requests"} <= each(sentence, agency), sentence


@pytest.mark.parametrize(
    "said",
    [
        "县教育局主动公开政府信息99条，收到政府信息公开申请12件。",
        "例如县教育局公开信息99条，收到政府信息公开申请12件。",
        "县教育局举办培训班2期，收到政府信息公开申请12件。",
        "县教育局共公开政府信息99条，共收到政府信息公开申请12件。",
        "县教育局主动公开政府信息99条，全年共收到政府信息公开申请12件，均已答复。",
    ],
)
def test_what_another_bureau_did_goes_on_in_the_next_clause(said: str) -> None:
    assert "requests.received" not in told(requests=said)
    assert not told(proactive="如县教育局通过网站公开信息99条、微信公众号公开信息12条。")


@pytest.mark.parametrize(
    "said",
    [
        "我局主动公开政府信息99条，收到政府信息公开申请12件。",
        "县教育局举办培训班2期，我局收到政府信息公开申请12件。",
        "县教育局指导有力，收到政府信息公开申请12件。",
        "县教育局移交材料2件，收到政府信息公开申请12件。",
        "按照县教育局要求，共收到政府信息公开申请12件。",
    ],
)
def test_what_the_agency_received_is_read_behind_others(said: str) -> None:
    assert told(requests=said)["requests.received"] == 12


@pytest.mark.parametrize("who", ["全县公安系统", "全县县直部门", "全县县级各单位", "全县教育系统"])
def test_what_one_field_or_level_of_a_county_has_is_not_the_county_s(who: str) -> None:
    assert not told(COUNTY, proactive=f"2014年{who}主动公开政府信息461条。", requests=f"2014年{who}收到政府信息公开申请12件。")


def test_what_all_of_a_county_s_bodies_have_is_the_county_s() -> None:
    assert told(COUNTY, proactive="2014年全县政府系统主动公开政府信息461条。")["proactive.items_published"] == 461
    assert told(COUNTY, requests="2014年全县县直部门和各乡镇共收到政府信息公开申请12件。")["requests.received"] == 12


def test_what_the_others_have_beside_the_office_may_be_without_it() -> None:
    others = "2014年各乡镇、各部门共收到政府信息公开申请12件"
    assert "requests.received" not in told(COUNTY, requests=f"{others}，县政府办公室收到5件。")
    assert told(COUNTY, requests=f"{others}，其中县政府办公室收到5件。")["requests.received"] == 12
