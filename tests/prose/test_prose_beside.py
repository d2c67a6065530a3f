"""One of several numbers, what one way brought, what is brought against another: none is the report's; all of it is read."""

from __future__ import annotations

import pytest
from made_up import told

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
        (BUREAU, {"requests": "因拆迁收到政府信息公开申请12件。"}),
        (BUREAU, {"review": "行政复议2件，行政诉讼1件，主要是土地征收。"}),
    ],
)
def test_one_of_several_numbers_or_one_against_another_is_not_the_report_s(agency: str, said: dict[str, str]) -> None:
    assert not told(agency, **said)


def test_a_number_that_others_stand_beside_is_read_where_it_is_of_all() -> None:
    assert told(proactive="我局主动公开政府信息320条，其中局机关260条，下属单位60条。")["proactive.items_published"] == 320
    assert told(review="对我局提起行政诉讼2件。")["litigation.total"] == 2
    assert told(requests="我局受理政府信息公开申请10件，另有2件上年结转。")["requests.received"] == 10


TOLD_OTHERWISE = (
    "requests=收到政府信息公开申请20件（仅统计网上）|requests=收到政府信息公开申请20件（不含网上）|requests=收到政府信息公开申请20件，统计时间截至11月30日"
    "|proactive=主动公开政府信息320条（不含微博微信）|requests=受理政府信息公开申请50件，不予受理8件"
    "|requests=受理政府信息公开申请50件，有8件因材料不全未受理|review=行政复议12件（政府信息公开类3件），行政诉讼5件（政府信息公开类1件）"
    "|review=行政复议12件，政府信息公开类占3件|review=全年行政复议案件12件，25%为政府信息公开|review=行政诉讼5件，主要为土地征收"
    "|review=行政诉讼5件（征地类4件、信息公开类1件）|requests=教育类：收到政府信息公开申请20件|review=作为复议机关，行政复议3件"
    "|requests=收到政府信息公开申请31件——2013年数据|requests=收到政府信息公开申请31件【2013年】"
    "|requests=收到政府信息公开申请31件。（2013年）|requests=附：上年度数据。收到政府信息公开申请31件|requests=至此，收到政府信息公开申请31件"
    "|requests=●县国土局：收到政府信息公开申请31件|requests=经审查受理政府信息公开申请31件|requests=正式受理政府信息公开申请31件"
    "|requests=我局因拆迁收到政府信息公开申请31件|review=信访复议3件，行政诉讼2件|review=未发生由乡镇引起的政府信息公开行政复议、行政诉讼"
)
READ = (
    "requests=收到政府信息公开申请20件。（2014年）|requests=经统计，我局受理政府信息公开申请20件|review=信访3件，行政诉讼5件"
    "|requests=收到政府信息公开申请20件（含网上5件）|requests=收到政府信息公开申请20件，统计时间截至12月31日|requests=收到政府信息公开申请20件，不予受理8件"
    "|review=因政府信息公开引发行政诉讼5件，均已审结|review=政府信息公开类行政诉讼5件"
)


@pytest.mark.parametrize("said", TOLD_OTHERWISE.split("|"))
def test_what_stands_behind_a_number_tells_that_it_is_of_some_or_of_all_topics(said: str) -> None:
    section, _, sentence = said.partition("=")
    assert not told(**{section: f"{sentence}。"})


@pytest.mark.parametrize("said", READ.split("|"))
def test_what_stands_behind_a_number_may_leave_it_what_it_is(said: str) -> None:
    section, _, sentence = said.partition("=")
    assert set(told(**{section: f"{sentence}。"}).values()) & {5, 20}


@pytest.mark.parametrize("verb", "抽查 检查 考核 纠正 移交 拥有 超额 剩余 其余 英文版 视频 目录中 维护 录入 首次 再次".split())
def test_items_that_were_checked_kept_or_left_are_not_those_published(verb: str) -> None:
    assert not told(proactive=f"2014年，我局{verb}主动公开政府信息461条。")
    assert told(proactive="2014年，我局及时梳理并主动公开政府信息461条。")["proactive.items_published"] == 461


@pytest.mark.parametrize(
    "who", "我局协办 我局承办 我局出席 我局列席 我局邀请 我局取消 我局推迟 我局原定 我局帮助乡镇 县里 市里".split()
)
def test_meetings_that_others_hold_or_that_were_not_held_are_none_of_the_agency_s(who: str) -> None:
    assert not told(capacity=f"2014年，{who}召开政府信息公开工作会议3次。")


@pytest.mark.parametrize("how", "协助县政府 代县政府 帮助乡镇 其余 剩余 应 拟".split())
def test_requests_that_came_to_others_or_are_left_are_not_all(how: str) -> None:
    assert not told(requests=f"2014年，我局{how}收到政府信息公开申请12件。")
    assert told(requests="2014年，我局对应收到政府信息公开申请12件。")["requests.received"] == 12


@pytest.mark.parametrize("who", "法人 其他组织 自然人 法人和其他组织".split())
def test_none_from_some_applicants_is_not_none_at_all(who: str) -> None:
    assert "requests.received" not in told(requests=f"2014年，我局未收到{who}提出的政府信息公开申请。")
    assert told(requests="2014年，我局未收到公民、法人或者其他组织提出的政府信息公开申请。")["requests.received"] == 0


def test_why_requests_came_does_not_part_them() -> None:
    for said in ("因工作需要收到政府信息公开申请12件。", "因群众关心征地收到政府信息公开申请12件。"):
        assert told(requests=f"2014年我局{said}")["requests.received"] == 12


@pytest.mark.parametrize(
    "beside",
    ["全年我局收到政府信息公开申请4\n17  83件", "收到政府信息公开申请数为\n8  3907件", "收到政府信息公开申请 | 12\n4132件"],
)
@pytest.mark.parametrize("lead", ["我局高度重视此项工作，严格按照条例规定办理，", "我局"])
def test_a_number_that_stands_apart_on_its_line_is_not_joined_to_the_sentence_s(lead: str, beside: str) -> None:
    assert not told(requests=f"{lead}{beside}，均按程序办理。")


@pytest.mark.parametrize("gap", ["  ", " | ", "   | "])
def test_two_numbers_apart_on_one_line_are_no_number(gap: str) -> None:
    assert not told(requests=f"全年我局收到政府信息公开申请4{gap}83件，均按程序办理。")


def test_a_number_that_a_line_s_end_breaks_is_read() -> None:
    said = "我局高度重视此项工作，严格按照条例规定办理，全年我局收到政府信息公开申请4\n83件，均按程序办理。"
    assert told(requests=said)["requests.received"] == 483
    assert told(requests=said.replace("4\n8", "\n48"))["requests.received"] == 483
    assert told(requests=said.replace("4\n8", "  48"))["requests.received"] == 483
