"""The items of a field, which a heading or a clause before names, are not all that were published; those of open information are."""

from __future__ import annotations

import pytest
from made_up import told

ITEMS = "proactive.items_published"
FRAMES = (
    "（二）{}信息公开\n主动公开政府信息20条。|（二）{}信息公开。全年主动公开政府信息20条。|{}信息公开情况：主动公开政府信息20条。"
    "|推进{}信息公开，全年主动公开政府信息20条。|{}领域。主动公开政府信息20条。|加大{}信息公开力度，主动公开政府信息20条。"
)


@pytest.mark.parametrize("field", "财政预决算 “三公”经费 教育 食品药品安全 网站 行政处罚 重点领域 扶贫".split())
@pytest.mark.parametrize("frame", FRAMES.split("|"))
def test_the_items_of_a_field_are_not_all(frame: str, field: str) -> None:
    assert ITEMS not in told(proactive=frame.format(field))


def test_the_items_of_a_field_behind_its_name_and_a_colon_are_not_all() -> None:
    assert ITEMS not in told(proactive="财政预决算：主动公开政府信息20条。")
    assert told(proactive="具体情况如下：主动公开政府信息20条。")[ITEMS] == 20


@pytest.mark.parametrize(
    "before",
    [
        "（一）主动公开政府信息情况\n",
        "（一）推进政务公开。",
        "稳步推进政府信息公开，",
        "确保信息及时准确公开，",
        "做到应公开尽公开，",
        "双桥县林业局政府信息公开情况：",
        "公开重点领域，",
        "推进教育信息公开，我局共",
        "（二）财政信息公开\n（三）主动公开情况\n",
        "（一）林业信息公开情况\n",
        "做好林业信息公开工作，",
    ],
)
def test_all_items_are_read_under_the_words_of_open_information_itself(before: str) -> None:
    assert told(proactive=f"{before}主动公开政府信息20条。")[ITEMS] == 20


@pytest.mark.parametrize(
    "lead", "围绕脱贫攻坚， 及时公开财政资金信息， 重点公开预决算， 一是行政许可。 紧紧围绕食品安全，全年".split()
)
def test_the_items_behind_a_field_are_all_only_where_no_other_number_is_told(lead: str) -> None:
    assert ITEMS not in told(proactive=f"我局通过网站公开信息320条。\n{lead}主动公开政府信息20条。")
    assert told(proactive=f"{lead}主动公开政府信息20条。")[ITEMS] == 20


@pytest.mark.parametrize("heading", ["主动公开数据", "主动公开数量", "主动公开数据情况"])
def test_a_heading_of_numbers_names_no_field(heading: str) -> None:
    said = "{}\n2014年主动公开政府信息数57条。重点领域公开政府信息数9条。"
    assert told(proactive=said.format(heading))[ITEMS] == 57
    for field in ("主动公开教育信息", "重点公开数据资源"):
        assert ITEMS not in told(proactive=said.format(field))


def test_the_items_under_a_field_s_name_are_not_all() -> None:
    assert ITEMS not in told(proactive="在财政预决算方面。全年主动公开政府信息20条。")
    assert told(proactive="主动公开方面。全年主动公开政府信息20条。")[ITEMS] == 20


@pytest.mark.parametrize("lead", ["教育领域：", "围绕脱贫攻坚，", "（三）财政信息公开\n"])
def test_briefings_and_interpretations_of_a_field_are_not_all(lead: str) -> None:
    assert not told(overview=f"{lead}发布政策解读稿件12篇，举办新闻发布会2次。")
    assert len(told(overview="（三）解读回应情况\n发布政策解读稿件12篇，举办新闻发布会2次。")) == 2


@pytest.mark.parametrize("topic", "（一）征地拆迁类 （一）征地拆迁 （一）县本级 教育类。 一是公民申请。 企业。".split())
def test_the_requests_of_a_topic_are_not_all(topic: str) -> None:
    between = "" if topic.endswith("。") else "\n"
    assert not told(requests=f"{topic}{between}收到政府信息公开申请12件。")


@pytest.mark.parametrize("topic", "（一）二审 （一）征地拆迁 （一）县政府作为复议机关".split())
def test_the_lawsuits_of_a_topic_are_not_all(topic: str) -> None:
    assert not told(review=f"{topic}\n行政复议3件，行政诉讼2件。")


@pytest.mark.parametrize(
    "heading", "（一）申请情况 （一）收到申请数量 （一）总体情况 （一）依申请公开 1.各类申请 （一）咨询服务".split()
)
def test_all_requests_are_read_under_a_heading_of_requests_themselves(heading: str) -> None:
    assert told(requests=f"{heading}\n收到政府信息公开申请12件。") == {"requests.received": 12}
    assert told(review=f"{heading}\n行政复议3件，行政诉讼2件。") == {"review.total": 3, "litigation.total": 2}
