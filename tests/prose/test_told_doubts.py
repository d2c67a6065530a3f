"""What the prose, a note or a part of another body tells is no figure of the report."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report

TITLE = "青禾县水务局2015年政府信息公开工作年度报告\n本报告中所列数据的统计期限自2015年1月1日至2015年12月31日。\n"


def told(*, overview: str = "", proactive: str = "", requests: str = "", fees: str = "") -> dict[str, object]:
    text = (
        f"一、概述\n{overview}\n二、主动公开政府信息情况\n{proactive}\n三、依申请公开政府信息情况\n{requests}\n"
        f"四、政府信息公开的收费及减免情况\n{fees}\n五、存在的问题\n不足。"
    )
    (report,) = parse_source(Source((TITLE + text).encode(), "a.txt"))
    assert isinstance(report, Report)
    return {name.rpartition("2014.")[2]: f.value for name, f in report.figures.items() if f.value is not None}


@pytest.mark.parametrize(
    "said",
    [
        "3月召开政府信息公开工作会议1次。9月召开政府信息公开工作会议1次。",  # two, or one told twice
        "派人参加市里召开政府信息公开工作会议2次。",
        "已建成政府信息查阅室1个,今年又建成政府信息查阅室2个。",
    ],
)
def test_what_is_told_twice_or_of_others_is_no_number_of_meetings(said: str) -> None:
    assert not {"training.meetings", "capacity.reading_points"} & told(overview=said).keys()


@pytest.mark.parametrize(
    "said",
    [
        "2015年未发生依申请公开费用减免事项。",
        "2015年政府信息公开减免收费金额0元。",
        "2015年未收取检索、复制、邮寄费用。7月起收取复印成本费。",
        "2015年收取检索费用120元。另收邮寄费80元。",
    ],
)
def test_an_exemption_or_a_sum_of_some_is_no_charge(said: str) -> None:
    assert "fees_charged_wan_yuan" not in told(fees=said)


def test_ways_of_answers_and_accounts_of_others_are_none_of_the_reports() -> None:
    found = told(requests="2015年共收到政府信息公开申请10件。通过网站公开7件,现场公开3件。")
    assert not [name for name in found if "channel" in name]
    assert "proactive.by_wechat" not in told(proactive="2015年主动公开政府信息90条。通过青禾日报微信发布信息63条。")


def test_items_of_two_fields_are_not_those_of_one() -> None:
    fields = "(一)财政信息公开。2015年我局公开政府信息30条。\n(二)人事信息公开。2015年我局公开政府信息30条。"
    assert "proactive.items_published" not in told(proactive=fields)


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("为此，专门配备了2名工作人员，设立了1个专门的信息申请受理点。", {"capacity.staff": 2}),
        ("指定了专门科室，明确了1名人员负责政府信息公开工作。", {"capacity.staff": 1}),
        (
            "政府信息公开工作主要由2名全职工作人员和3名兼职工作人员负责承办。",
            {"capacity.staff_full_time": 2, "capacity.staff_part_time": 3},
        ),
        ("成立政府信息公开领导小组，设置公开查阅点一处。", {"capacity.reading_points": 1}),
    ],
)
def test_who_and_what_there_is_for_it_is_read(said: str, figures: dict[str, int]) -> None:
    assert told(overview=said) == figures


@pytest.mark.parametrize(
    "said",
    [
        "配备了2名工作人员，设立了2个专门的信息申请受理点。",
        "明确了1名人员负责政府信息公开工作，每个股室明确1名人员负责政府信息公开工作。",
        "明确了1名人员负责政府信息公开工作，2名人员负责信息审核。",
        "明确了1名人员负责政府信息公开工作。各部门共有专职人员2名、兼职人员3名。",
        "各股室明确了1名人员负责政府信息公开工作。",
        "明确了1名分管领导、1名人员负责政府信息公开工作。",
        "政府网站工作主要由2名全职工作人员和3名兼职工作人员负责承办。",
        "政府信息公开工作由2名全职工作人员负责保密审查。",
        "政府信息公开领导小组要求乡镇设置公开查阅点一处。",
    ],
)
def test_some_people_and_places_are_not_all(said: str) -> None:
    assert told(overview=said) == {}


@pytest.mark.parametrize(
    "said",
    [
        "2015年，依申请公开不收取任何费用，没有收费项目。",
        "办理主动公开及依申请公开政府信息均未向申请人收取任何费用。",
        "2015年，我局未对公众提出依申请公开收取任何费用。",
    ],
)
def test_that_nothing_was_charged_is_told_in_many_ways(said: str) -> None:
    assert told(fees=said)["fees_charged_wan_yuan"] == 0


@pytest.mark.parametrize(
    "said",
    [
        "按规定，2015年依申请公开不收取任何费用。",
        "依申请公开不收取任何费用。",
        "今后，依申请公开不收取任何费用。",
        "2015年起，依申请公开不收取任何费用。",
        "2015年，对低保户依申请公开不收取任何费用。",
        "2015年，主动公开政府信息不收取任何费用。",
        "2015年，依申请公开不收取任何费用，收取复印费12元。",
    ],
)
def test_a_rule_and_what_is_free_for_some_deny_no_fees(said: str) -> None:
    assert "fees_charged_wan_yuan" not in told(fees=said)
