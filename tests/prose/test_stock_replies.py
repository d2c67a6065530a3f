"""A heading of requests, of fees, of reviews and lawsuits, and a reply of a word or two behind it or below: there was none."""

from __future__ import annotations

import pytest
from made_up import told

REVIEW, LITIGATION, RECEIVED, FEES = "review.total", "litigation.total", "requests.received", "fees_charged_wan_yuan"


@pytest.mark.parametrize("reply", ["没有。", "无", "无。", "2014年，我局没有。", "本年度暂无。", "均无此类情况。", "未发生。"])
def test_a_reply_below_a_heading_says_that_there_was_none(reply: str) -> None:
    assert told(review=reply).items() >= {REVIEW: 0, LITIGATION: 0}.items()
    assert told(requests=reply)[RECEIVED] == 0
    assert told(requests=f"按规定办理。\n四、政府信息公开收费及减免情况\n{reply}")[FEES] == 0


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({REVIEW, LITIGATION}, "（四）因政府信息公开申请行政复议、提起行政诉讼的情况：没有。"),
        ({REVIEW, LITIGATION}, "4、信息公开行政复议和行政诉讼情况：无"),
        ({RECEIVED}, "（二）依申请公开政府信息情况：没有。"),
        ({RECEIVED}, "（一）受理申请的数量\n没有收到过相关申请。"),
        ({RECEIVED}, "（二）依申请公开的情况：没有收到任何公民申请公开政府信息的请求。"),
        ({FEES}, "（三）政府信息公开的收费及减免情况：无。"),
        ({FEES}, "4、政府信息公开的收费情况及减免情况：无"),
    ],
)
def test_one_of_several_on_a_line_is_read(names: set[str], said: str) -> None:
    found = told(proactive=f"我局按规定公开。\n{said}")
    assert {name: found.get(name) for name in names} == dict.fromkeys(names, 0)


@pytest.mark.parametrize(
    "reply",
    [
        "2013年没有。",
        "2013年，我局没有。",
        "我市没有。",
        "没有超期的。",
        "无障碍。",
        "上半年没有。",
        "各科室没有。",
        "没有，详见附件。",
        "没有二审。",
        "没有？",
        "无法统计。",
        "县公安局没有。",
    ],
)
def test_a_reply_of_something_else_says_nothing(reply: str) -> None:
    assert not {REVIEW, LITIGATION, RECEIVED} & told(review=reply, requests=reply).keys()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (REVIEW, {"review": "没有。", "overview": "我局发生行政复议案件（信息公开类）2件。"}),
        (LITIGATION, {"review": "无。", "overview": "全年行政诉讼数量达3件，比上年增加。"}),
        (RECEIVED, {"requests": "没有。", "overview": "网上申请2件。"}),
        (RECEIVED, {"requests": "（一）不予公开的情况\n没有。"}),
        (RECEIVED, {"requests": "（一）行政复议申请的数量\n没有收到过相关申请。"}),
        (RECEIVED, {"requests": "（一）减免申请情况\n没有收到过相关申请。"}),
        (RECEIVED, {"requests": "依申请公开政府信息情况\n详见附件。\n没有。"}),
        (REVIEW, {"review": "投诉情况：没有。"}),
        (REVIEW, {"review": "按规定办理。\n没有。"}),
        (FEES, {"requests": "收费标准情况：没有。"}),
        (FEES, {"requests": "减免情况：没有。"}),
        (FEES, {"requests": "收费及减免情况：没有。", "overview": "收取复印费12元。"}),
    ],
)
def test_what_is_told_besides_or_under_another_heading_goes_before(name: str, said: dict[str, str]) -> None:
    assert told(**said).get(name) is None
