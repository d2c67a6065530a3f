"""A number to which the words behind or the next sentence add is no number of all; what they count else leaves it as it is."""

from __future__ import annotations

import pytest
from made_up import told

REQUESTS, REVIEWS, ITEMS = "requests.received", "review.total", "proactive.items_published"


@pytest.mark.parametrize(
    "said",
    [
        "我局收到依申请公开信件4件、电子邮件3件。",
        "我局收到政府信息公开申请书4件、政府信息公开网上申请3件。",
        "我局收到政府信息公开申请表4份，网上申请3件。",
        "我局收到4件政府信息公开申请、3件网上申请。",
        "我局收到依申请公开事项4件，另有信函申请3件。",
        "我局收到政府信息公开申请4条，后又收到3条。",
        "我局收到政府信息公开申请4件又3件。",
        "我局收到政府信息公开申请4件（林地3件、水利1件），11月又收到3件。",
        "我局收到政府信息公开申请4件，口头申请3件已当场答复。",
        "我局共收到政府信息公开申请4件。此外，收到网上申请3件。",
        "我局共收到政府信息公开申请4件。另收到信函申请3件。",
        "我局共收到政府信息公开申请4件。\n另外，收到信函申请3件。",
        "我局未收到政府信息公开申请。另收到网上申请3件。",
        "我局收到政府信息公开申请4件。通过网上平台收到申请3件。",
        "我局收到政府信息公开申请4件。同时，收到电话申请3件。",
        "我局收到政府信息公开申请4件。除上述外，收到3件。",
    ],
)
def test_how_many_came_is_open_where_more_are_told(said: str) -> None:
    assert REQUESTS not in told(requests=said)


@pytest.mark.parametrize(
    "said",
    [
        "我局收到政府信息公开申请7件，网上申请4件、信函申请3件。",
        "我局收到政府信息公开申请7件，其中网上4件，另有信函3件。",
        "我局收到政府信息公开申请7件，已答复4件，另有3件正在办理。",
        "我局收到政府信息公开申请7件（林地4件、水利3件），已答复5件，另有2件正在办理。",
        "我局收到政府信息公开申请7件，另有咨询3件。",
        "我局收到政府信息公开申请7件，电话咨询3件。",
        "我局收到政府信息公开申请7件。另外，接待来访3件。",
        "我局收到政府信息公开申请7件。此外，主动公开政府信息30条。",
        "我局收到政府信息公开申请7件，当面答复3件。",
        "我局收到政府信息公开申请7件，全部为网上申请7件。",
        "我局收到政府信息公开申请7件。另外，召开会议3次。",
        "我局收到政府信息公开申请7件。网站公开信息30条。",
        "我局收到政府信息公开申请7件。网上申请4件，信函申请3件。",
    ],
)
def test_parts_and_what_is_counted_else_leave_the_number_as_it_is(said: str) -> None:
    assert told(requests=said)[REQUESTS] == 7


@pytest.mark.parametrize(
    "said",
    [
        "因政府信息公开引起行政复议4件，另有3件正在审理。",
        "因政府信息公开引起行政复议4件。11月又发生3件。",
        "未发生因政府信息公开引起的行政复议。另有行政复议3件已撤回。",
        "因政府信息公开被申请行政复议4件，县林业局3件。",
    ],
)
def test_reviews_are_open_where_more_are_told(said: str) -> None:
    assert REVIEWS not in told(review=said)


@pytest.mark.parametrize(
    "said",
    [
        "因政府信息公开引起行政复议4件，维持1件，另有3件正在审理。",
        "因政府信息公开引起行政复议4件，另有行政诉讼3件。",
        "因政府信息公开引起行政复议4件。此外，信访3件。",
        "因政府信息公开引起行政复议4件、行政诉讼1件，申请人又提起行政诉讼1件。",
    ],
)
def test_reviews_beside_lawsuits_and_parts_are_read(said: str) -> None:
    assert told(review=said)[REVIEWS] == 4


def test_a_lawsuit_that_was_brought_again_is_in_doubt() -> None:
    assert "litigation.total" not in told(review="因政府信息公开引起行政复议4件、行政诉讼1件，申请人又提起行政诉讼1件。")


@pytest.mark.parametrize(
    "said",
    [
        "2014年，我局主动公开政府信息200条，另通过微信公开政府信息30条。",
        "2014年，我局主动公开政府信息200条。此外，通过局网站公开政府信息30条。",
        "2014年，我局主动公开政府信息200条，今年又公开30条。",
        "2014年末主动公开政府信息200条。",
        "2014年第二批主动公开政府信息200条。",
        "2014年，我局主动公开政府信息200条，其中全文电子化达100%，本年度新增的主动公开信息30条。",
    ],
)
def test_items_are_open_where_more_are_told(said: str) -> None:
    assert ITEMS not in told(proactive=said)


@pytest.mark.parametrize(
    "said",
    [
        "2014年，我局主动公开政府信息200条，另制定制度3件。",
        "2014年，我局主动公开政府信息200条。另外，举办培训3期。",
        "2014年，我局主动公开政府信息200条，网站公开160条，另有40条通过微信公开。",
    ],
)
def test_what_else_was_done_adds_no_items(said: str) -> None:
    assert told(proactive=said)[ITEMS] == 200


def test_a_channel_is_open_only_where_more_of_its_own_are_told() -> None:
    more = "2014年，政务微信公开信息50条，另有{by}公开信息20条。"
    assert "proactive.by_wechat" not in told(proactive=more.format(by="服务号"))
    assert told(proactive=more.format(by="政务微博"))["proactive.by_wechat"] == 50


@pytest.mark.parametrize(
    ("section", "said", "more", "name"),
    [
        ("overview", "我局确定2名工作人员负责政府信息公开工作", "，另有3名兼职人员。", "capacity.staff"),
        ("overview", "我局配备了2名兼职工作人员负责政府信息公开工作", "，其中1名已于9月调离。", "capacity.staff_part_time"),
        ("overview", "我局设立了2个政府信息公开查阅点", "，撤并1个。", "capacity.reading_points"),
        ("overview", "发布政策解读稿件12篇", "，另发布图解3篇。", "response.policy_interpretations"),
        ("fees", "2014年依申请公开收取费用120元", "。另收取邮寄费15元。", "fees_charged_wan_yuan"),
    ],
)
def test_staff_texts_and_fees_are_open_where_more_are_told(section: str, said: str, more: str, name: str) -> None:
    assert name in told(**{section: said + "。"})
    assert name not in told(**{section: said + more})
