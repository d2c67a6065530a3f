"""Events that were answered and talks, by the words of the list of 2014."""

from __future__ import annotations

import pytest
from made_up import told

MICRO, OTHERWISE = "response.weibo_wechat_responses", "response.other_responses"
TALKS = "response.online_interviews"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("通过微博微信回应事件0次，通过新闻媒体等其他方式回应事件3次。", (0, 3)),
        ("微博、微信回应事件数2次。", (2, None)),
        ("2014年，其他方式回应事件总数4次。", (None, 4)),
        ("微博回应事件2次。", (None, None)),  # by one of both
        ("通过门户网站等其他方式回应事件3次。", (None, None)),
        ("各乡镇通过微博微信回应事件2次。", (None, None)),
        ("2013年通过微博微信回应事件2次。", (None, None)),
        ("微博微信回应事件20余次。", (None, None)),
        ("通过微博微信回应事件2次。下半年又通过微博微信回应事件1次。", (None, None)),
    ],
)
def test_events_that_were_answered(sentence: str, expected: tuple[int | None, int | None]) -> None:
    found = told(proactive=sentence)
    assert (found.get(MICRO), found.get(OTHERWISE)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("组织政府网站在线访谈2次。", 2),
        ("组织各乡镇开展在线访谈2次。", None),
        ("组织观看在线访谈2次。", None),
    ],
)
def test_talks_that_were_organised(sentence: str, expected: int | None) -> None:
    assert told(proactive=sentence).get(TALKS) == expected
