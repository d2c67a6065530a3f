"""Requests in a year's prose: twelve 项, none in other words, and what 全镇 has in a town's own report."""

from __future__ import annotations

import pytest
from made_up import LITIGATION, RECEIVED, REVIEW, read
from test_prose import report

from gongkai.report import Report

TOWN, HOSPITAL = "青河县柳树镇人民政府", "青河县柳树镇卫生院"

NONE = [
    ("requests", "2012年，我局无依申请公开政府信息和不予公开政府信息的情况。"),
    ("requests", "本年度未收到查阅主动公开以外信息的申请。"),
    ("requests", "2012年，政府信息公开依申请办理事项为零。"),
    ("requests", "目前，暂无依申请公开事项。"),
    ("requests", "我局2012年度依申请受理信息公开申请：无。"),
    ("requests", "2012年没有发生依申请信息公开事件。"),
    ("requests", "本年度没有申请公开政府信息和不予公开政府信息的情况。"),
    ("requests", "2012年我局没有申请公开政府信息的情况。"),
    ("requests", "2012年，我局没有收到申请人要求公开政府信息的情况。"),
    ("requests", "2012年度，我局未发生政府信息公开申请，因而没有收费。"),
    ("requests", "二、政府依申请公开政府信息和不予公开信息情况 2012年，政府信息公开依申请办理事项为零。"),
    ("proactive", "由于公开得早，2012年没有发生依申请信息公开事件。"),
    ("requests", "2012年度，没有单位或个人向我局提出申请信息公开事项。"),
    ("requests", "2012年度，没有公民、法人或者其他组织向我局提出政府信息公开申请。"),
    ("requests", "2012年，我局未发生针对本部门有关政府信息公开事务的依申请公开情况。"),
    ("requests", "我局2012年度未收到政府信息公开正式申请。"),
]


@pytest.mark.parametrize(("section", "sentence"), NONE)
def test_none_came_in_other_words(section: str, sentence: str) -> None:
    assert report({section: sentence}).value(RECEIVED) == 0
    found = report({section: sentence, "requests": (sentence if section == "requests" else "") + "另收到网上申请2件。"})
    assert found.value(RECEIVED) is None


def test_requests_are_counted_in_items() -> None:
    for sentence, value in (
        ("2012年，我局接到16项依申请公开政府信息申请，均按时答复。", 16),
        ("2012年，我局受理政府信息公开申请3项。", 3),
        ("2012年，我局收到2宗正式提交的政府信息公开申请。", 2),
        ("2012年，我局收到政府信息公开的正式申请2件。", 2),
        ("2012年，我局收到信息公开咨询9件，其中政府信息公开正式申请2件。", None),
        ("2012年，我局未收到政府信息公开正式申请，收到口头申请2件。", None),
        ("2012年，我局窗口未收到政府信息公开正式申请。", None),
        ("2012年接到依申请公开申请12项次。", None),
        ("2012年收到申请公开政府信息12项内容。", None),
        ("2012年，我局接到12项以上依申请公开政府信息申请。", None),
        ("2012年，我局接到12项依申请公开政府信息申请的投诉。", None),
        ("2012年，我局接到12项咨询和依申请公开政府信息申请。", None),
        ("2012年，我局受理行政许可申请12项。", None),
        ("2011年，我局接到12项依申请公开政府信息申请。", None),
        ("我局窗口接到12项依申请公开政府信息申请。", None),
        ("我局接到12项依申请公开政府信息申请，受理政府信息公开申请10项。", None),
    ):
        figure = report({"requests": sentence}).figures.get(RECEIVED)
        assert (figure and figure.value) == value
        assert figure is None or figure.raw == str(value)


OTHERS = [
    "2012年，我局无不予公开政府信息的情况。",
    "2012年，我局无依申请公开政府信息不予公开的情况。",
    "2012年，我局无依申请公开政府信息收费情况。",
    "2012年，没有发生依申请公开政府信息逾期答复的事件。",
    "2012年没有发生依申请信息公开纠纷事件。",
    "2012年未发生政府信息公开申请逾期情况。",
    "2012年未发生政府信息公开申请行政复议。",
    "2012年未发生信息公开申请和咨询投诉不办的情况。",
    "没有发生依申请信息公开事件被媒体曝光的情况。",
    "暂无依申请公开收费事项。",
    "暂无依申请公开事项的收费标准。",
    "网上暂无依申请公开事项。",
    "2012年没有网上申请公开政府信息的情况。",
    "2012年没有重复申请公开政府信息的情况。",
    "2012年没有申请公开政府信息被拒绝的情况。",
    "各科室没有申请公开政府信息的情况。",
    "2012年，我局没有收到企业要求公开政府信息的情况。",
    "上半年暂无依申请公开事项。",
    "2012年，各科室暂无依申请公开事项。",
    "除信函外，2012年暂无依申请公开事项。",
    "我局收到3件。暂无依申请公开事项。",
    "依申请公开收费为零。",
    "政府信息公开依申请办理逾期事项为零。",
    "应做到依申请办理事项为零差错。",
    "2011年，政府信息公开依申请办理事项为零。",
    "信函申请：无。",
    "受理信息公开申请行政复议：无。",
    "受理信息公开申请：无偿提供。",
    "未收到查看主动公开以外信息的网上申请。",
    "各科室没有收到过相关申请。",
    "对要求更正政府信息的，及时处理。未收到相关申请。",
    "对3位申请人作了答复。对不属于公开范围的，没有收到此类申请。",
    "没有收到过相关申请行政复议。",
    "通过来访未收到要求公开其它信息的申请。",
    "通过来访未收到查看主动公开以外信息的申请。",
]


@pytest.mark.parametrize("sentence", OTHERS)
def test_what_else_there_was_none_of_is_no_request(sentence: str) -> None:
    assert report({"requests": sentence}).value(RECEIVED) is None


def of_town(sentence: str, agency: str = TOWN) -> Report:
    return read(
        f"{agency}2012年政府信息公开工作年度报告\n一、概述\n有序推进。\n三、依申请公开政府信息情况\n{sentence}\n五、存在的问题\n不足。"
    )


def test_what_a_whole_town_has_is_a_town_s_own_number() -> None:
    denied = "2012年，全镇未发生一起因政府信息公开申请行政复议、提起行政诉讼的事项。"
    assert [of_town(denied).value(name) for name in (REVIEW, LITIGATION)] == [0, 0]
    assert [of_town(denied, HOSPITAL).value(name) for name in (REVIEW, LITIGATION)] == [None, None]
    received = "2012年，全镇收到政府信息公开申请4件。"
    assert of_town(received).value(RECEIVED) == 4
    assert of_town(received, HOSPITAL).value(RECEIVED) is None
    for others in ("全县", "全镇各村", "全镇所有部门", "全镇企业", "全镇22个村", "全镇共有3个村"):
        assert of_town(denied.replace("全镇", others)).value(REVIEW) is None
        assert of_town(received.replace("全镇", others)).value(RECEIVED) is None
    assert of_town(denied.replace("政府信息公开", "土地征收")).value(REVIEW) is None


@pytest.mark.parametrize(
    ("agency", "own", "others"),
    [
        ("青河县人民政府", "全县", ("全市", "全省", "全镇", "全乡")),
        ("青河市人民政府", "全市", ("全县", "全省", "全镇")),
        ("临江市青河区人民政府", "全区", ("全市", "全县", "全镇")),
        ("青河自治州人民政府", "全州", ("全省", "全县")),
    ],
)
def test_what_a_place_of_another_level_has_is_not_this_one_s(agency: str, own: str, others: tuple[str, ...]) -> None:
    received, denied = "2012年，{}收到政府信息公开申请4件。", "2012年，{}未发生因政府信息公开申请行政复议、提起行政诉讼的事项。"
    assert of_town(received.format(own), agency).value(RECEIVED) == 4
    assert of_town(denied.format(own), agency).value(REVIEW) == 0
    for other in others:
        assert of_town(received.format(other), agency).value(RECEIVED) is None
        assert of_town(denied.format(other), agency).value(REVIEW) is None
    told = f"根据{others[0]}统一部署，2012年{own}收到政府信息公开申请4件。"
    assert of_town(told, agency).value(RECEIVED) == 4


@pytest.mark.parametrize(
    "said",
    [
        "2012年度，没有单位向我局提出政府信息公开申请。",
        "上半年没有单位或个人向我局提出政府信息公开申请。",
        "2012年，没有公民、法人或者其他组织通过网络向我局提出政府信息公开申请。",
        "没有群众或个人向县教育局提出政府信息公开申请。",
        "2012年，没有法人、其他组织向我局提出政府信息公开申请。",
        "2012年，没有群众和个人向我局提出政府信息公开申请。",
        "2012年，我镇各村未收到申请。",
        "2012年，我局各站所无申请。",
        "2012年，未发生针对县教育局有关政府信息公开事务的依申请公开情况。",
    ],
)
def test_none_of_one_sort_of_one_way_or_of_others_is_not_none_at_all(said: str) -> None:
    assert report({"requests": said}).value(RECEIVED) is None
