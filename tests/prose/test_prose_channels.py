"""How many items one way brought, in more words; several ways, parts, other bodies and other times leave it null."""

from __future__ import annotations

import pytest
from made_up import told

SITE, WEIBO, WECHAT = "proactive.by_website", "proactive.by_weibo", "proactive.by_wechat"


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("2014年，我局通过门户网站公开各类信息46条。", {SITE: 46}),
        ("2014年度通过局门户网站主动公开政府信息2252件。", {SITE: 2252}),
        ("全年我局在政府网主动公开各类信息共计59条。", {SITE: 59}),
        ("我局在政府网站上共公开285条信息，在微信公众平台上公开116条信息。", {SITE: 285, WECHAT: 116}),
        (
            "2014年度共新增主动公开政府信息226条，其中通过政府网站公开政府信息数131条，通过微信公众号公开95条。",
            {SITE: 131, WECHAT: 95},
        ),
        ("2014年我局主动公开政务信息694条，政府网站公开70条，政务微博公开238条。", {SITE: 70, WEIBO: 238}),
        ("2014年度新增主动公开政府信息607条，其中机构信息0条，政务微博公开政府信息条数42条。", {WEIBO: 42}),
        ("全年通过县政府门户网站主动公开政府信息30条，涵盖财政收支。", {SITE: 30}),
        ("通过“数字双桥”林业局网站公开政府信息74条，通过政务微博公开政府信息56条。", {SITE: 74, WEIBO: 56}),
        ("2014年，我局通过林业局门户网站主动公开政府信息74条。", {SITE: 74}),
    ],
)
def test_what_one_way_brought_is_read(said: str, numbers: dict[str, int]) -> None:
    figures = told(proactive=said)
    assert {name: figures.get(name) for name in numbers} == numbers


NOT_READ = (
    "通过厅门户网站公开信息12条|通过县政府门户网站公开信息12条|通过门户网站、公开栏公开信息12条|通过门户网站和微信公开信息12条|财政信息公开：通过门户网站公开信息12条"
    "|围绕扶贫，通过门户网站公开信息12条|通过门户网站公开信息12余条|门户网站公开70条，微博公开20条|县水务局通过门户网站公开信息12条|上半年通过门户网站公开信息12条"
    "|通过门户网站公开信息12条，通过局网站公开信息20条|截至目前，通过门户网站公开信息12条|在门户网站公开12条信息公告|新增通过门户网站公开信息12条|2013年我局通过门户网站公开信息12条"
    "|我局指导乡镇通过门户网站公开信息12条|2014年我县通过门户网站公开信息12条|我局通过门户网站公开信息12条（上半年）|我局累计通过门户网站公开信息12条|政府网络公开信息12条|其中财政类微信公开信息12条|2014年，我县政府网站公开信息12条"
    "|县政府门户网站主动公开政府信息12条|通过县政府门户网站主动公开政府信息12条，通过局网站主动公开政府信息20条|2013年通过县政府门户网站主动公开政府信息12条"
    "|通过县财政局网站公开政府信息12条|通过数字双桥水务局网站公开政府信息12条|通过各局网站公开政府信息12条|各乡镇通过县政府门户网站主动公开政府信息12条"
    "|通过县林业局网站和微信公开政府信息12条|截至目前通过县林业局网站公开政府信息12条|通过县林业局网站公开林业执法信息12条|我县通过县政府门户网站主动公开政府信息12条"
)


@pytest.mark.parametrize("said", NOT_READ.split("|"))
def test_what_several_ways_a_part_or_others_brought_is_null(said: str) -> None:
    assert not {SITE, WEIBO, WECHAT} & set(told(proactive=f"{said}。"))
