"""How many items were published nobody knows where some are said to be copied or told twice: 461条（含转载300条）."""

from __future__ import annotations

import pytest
from made_up import told

ITEMS, WEIBO = "proactive.items_published", "proactive.by_weibo"
HOLDS = (
    "（含转载300条）|（包括转载300条）|，其中转载上级信息300条|，其中政策类30条，转载300条|，其中原创161条，转载300条|（含转发）"
)
HOLDS_NONE = (
    "（不含转载）|（不包括转载300条）|，未包含转载300条|，其中不含转载信息|，其中被某新闻网转载30条|，未出现重复发布情况"
    "|，其中政务微博发布20条，转发80次|，其中微信发布20条，转发、点赞80余次"
)


@pytest.mark.parametrize("behind", HOLDS.split("|"))
def test_a_number_that_holds_copies_is_null(behind: str) -> None:
    assert ITEMS not in told(proactive=f"2014年，主动公开政府信息461条{behind}。")


@pytest.mark.parametrize("behind", HOLDS_NONE.split("|"))
def test_a_number_without_them_is_read(behind: str) -> None:
    assert told(proactive=f"2014年，主动公开政府信息461条{behind}。")[ITEMS] == 461


def test_so_is_one_that_holds_repeated_ones() -> None:
    assert ITEMS not in told(proactive="2014年，主动公开政府信息461条（含重复发布120条）。")
    for behind in ("，其中转发上级文件30条", "（已剔除重复发布）"):
        assert told(proactive=f"2014年，主动公开政府信息461条{behind}。")[ITEMS] == 461


def test_so_is_what_one_way_brought() -> None:
    assert WEIBO not in told(proactive="2014年，通过政务微博公开政府信息120条（含转发60条）。")
    assert told(proactive="2014年，通过政务微博公开政府信息120条（不含转发）。")[WEIBO] == 120


def test_requests_are_no_items() -> None:
    assert told(requests="2014年，收到政府信息公开申请12件（含转载书1件）。")["requests.received"] == 12
