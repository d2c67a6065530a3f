"""A place that a page names in passing, as it visits, learns from or helps it, tells nothing of where its own body sits."""

from __future__ import annotations

import time

import pytest
from test_who_and_where import where
from test_who_reports import read

PAGE = (
    "{}2021年政府信息公开工作年度报告\n一、总体情况\n2021年,我局公开12条。{}\n二、主动公开政府信息情况\n三、收到和处理申请情况\n"
)


@pytest.mark.parametrize(
    ("agency", "said"),
    [
        ("城关区财政局", "我局组织干部赴拉萨市开展对口支援。"),
        ("城关区财政局", "对口支援西藏拉萨。"),
        ("和平区教育局", "组织干部前往沈阳市学习。"),
        ("和平区教育局", "组织人员到沈阳考察学习政务公开工作。"),
        ("和平区教育局", "组织人员赴上海,沈阳市考察。"),
        ("和平区教育局", "同沈阳市教育局结对共建。"),
        ("和平区教育局", "选派干部到沈阳市锻炼。"),
        ("和平区教育局", "沈阳市教育局莅临指导。"),
        ("朝阳区财政局", "学习长春市先进做法。"),
        ("鼓楼区财政局", "赴福州市调研。"),
        ("鼓楼区财政局", "与福州市财政局签订合作协议。"),
        ("鼓楼区财政局", "收到来自福州市的来信1件。"),
        ("永定区财政局", "赴张家界市、永州市考察。"),
        ("海州区财政局", "我区隶属阜新。我局与连云港市多次联系,连云港市回复。"),  # of two cities
        ("海州区财政局", "阜新市发来1件。连云港市发来2件,连云港市答复。"),
        ("新华区财政局", "参观沧州市政务大厅。"),
        ("新华区财政局", "走访沧州市籍企业家。"),
        ("新华区财政局", "沧州市财政局来我局学习考察。"),
        ("新华区财政局", "转自沧州市日报。"),
        ("市中区财政局", "邀请乐山市专家授课。"),
        ("市中区财政局", "对标济南市查找不足,对标济南市整改。"),
    ],
)
def test_a_place_in_passing_does_not_choose_between_namesakes(agency: str, said: str) -> None:
    assert where(read(PAGE.format(agency, said))) == ""


@pytest.mark.parametrize("said", ["我局驻沈阳市和平区文化路7号。", "同时在沈阳市政府网站公开。", "落实到科室,沈阳市组织学习。"])
def test_what_is_ones_own_is_not_in_passing(said: str) -> None:
    assert where(read(PAGE.format("和平区教育局", said))) == "辽宁省/沈阳市/和平区"


@pytest.mark.parametrize(
    ("agency", "said", "place"),
    [
        ("城关区财政局", "我局落实拉萨市委、拉萨市政府部署。", "西藏自治区/拉萨市/城关区"),
        ("和平区教育局", "根据沈阳市人民政府办公室的通知编制。", "辽宁省/沈阳市/和平区"),
        ("和平区教育局", "地址:沈阳市和平区一路1号。赴天津市考察。", "辽宁省/沈阳市/和平区"),
        ("朝阳区财政局", "学习贯彻长春市政府信息公开工作会议精神。", "吉林省/长春市/朝阳区"),
        ("鼓楼区财政局", "公众可到福州市鼓楼区财政局查阅。", "福建省/福州市/鼓楼区"),
        ("海州区财政局", "连云港市人民政府办公室考核我局。赴阜新市考察。", "江苏省/连云港市/海州区"),
        ("海州区财政局", "连云港市政府通报阜新市的1件,连云港市督办。", "江苏省/连云港市/海州区"),
        ("永定区财政局", "联系电话:0744-8888888。赴龙岩市考察。", "湖南省/张家界市/永定区"),
        ("新华区财政局", "本区位于沧州。", "河北省/沧州市/新华区"),
        ("新华区财政局", "借鉴外地经验,在沧州市人民政府门户网站公开。", "河北省/沧州市/新华区"),
        ("新华区财政局", "学习《沧州市政府信息公开办法》。", "河北省/沧州市/新华区"),
    ],
)
def test_the_city_of_its_own_does(agency: str, said: str, place: str) -> None:
    assert where(read(PAGE.format(agency, said))) == place


@pytest.mark.parametrize("words", ["到", "赴", "与沈阳市", "学习", "援", "沈阳市", "沈阳市等地", "邀请、", "来自沈阳市"])
def test_words_of_visits_take_time_by_their_number(words: str) -> None:
    began = time.perf_counter()
    read(PAGE.format("和平区教育局", words * 10_000))
    assert time.perf_counter() - began < 10
