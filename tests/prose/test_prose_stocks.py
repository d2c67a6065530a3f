"""A number of which the year brought a part is a stock and no figure of the year; one that is compared or told apart by kind is."""

from __future__ import annotations

import pytest
from made_up import told

ITEMS, RECEIVED, REVIEWS = "proactive.items_published", "requests.received", "review.total"
STOCKS = (
    "，其中今年新增{n}|，本年新增{n}|，当年更新{n}|，比上年末增加{n}|，较年初增加{n}|（含往年{m}）|，比2013年底增加{n}|（其中本年新增{n}）|，其中新增{n}"
    "|，年内新增{n}|，今年以来新增{n}|，当年新公开{n}|，比去年底多{n}|，与上年底相比净增{n}|；今年新增{n}|。其中，今年新增{n}|，往年{m}|，累计数"
    "|，分别为2013年{m}、2014年{n}|，年平均{n}|，其中规范性文件2件，今年新增{n}"
)
OF_THE_YEAR = (
    "，比上年增加{n}|，同比增加{n}|，较2013年增长{n}|，其中新增规范性文件3件|，其中涉及财政{n}|，上年为{m}|（2013年为{m}）|，较上年净增{n}"
    "|。其中，涉及财政{n}|；今年新增公开栏目3个|，今年新增公开栏目3个|，历年累计234条|，其中更新30条"
)


def three(behind: str) -> dict[str, object]:
    """Return what a report tells whose three numbers have the words behind them."""
    return told(
        proactive=f"2014年，我局主动公开政府信息461条{behind.format(n='60条', m='401条')}。",
        requests=f"我局收到政府信息公开申请12件{behind.format(n='5件', m='7件')}。",
        review=f"我局被申请行政复议4件{behind.format(n='1件', m='3件')}。",
    )


@pytest.mark.parametrize("behind", STOCKS.split("|"))
def test_what_there_was_at_the_end_of_the_year_is_none_of_its_figures(behind: str) -> None:
    found = three(behind)
    assert (found.get(ITEMS), found.get(RECEIVED), found.get(REVIEWS)) == (None, None, None)


@pytest.mark.parametrize("behind", OF_THE_YEAR.split("|"))
def test_what_is_compared_with_last_year_or_told_apart_by_kind_is_read(behind: str) -> None:
    found = three(behind)
    assert (found[ITEMS], found[RECEIVED], found[REVIEWS]) == (461, 12, 4)


def test_of_what_last_year_left_and_this_year_brought_the_new_is_read() -> None:
    assert told(requests="我局收到政府信息公开申请12件，其中上年结转2件，本年新收10件。")[RECEIVED] == 10


@pytest.mark.parametrize(
    "said",
    [
        "2014年，我局新收到政府信息公开申请12件，办理14件（含上年度结转申请3件，另有1件顺延到下年度）。",
        "2014年，我局新收政府信息公开申请12件，上年结转2件。",
        "2013年结转政府信息公开申请2件，2014年新收到政府信息公开申请12件。",
    ],
)
def test_what_is_told_to_be_new_is_the_year_s_beside_what_last_year_left(said: str) -> None:
    assert told(requests=said)[RECEIVED] == 12


@pytest.mark.parametrize(
    "said",
    [
        "2013年，我局新收到政府信息公开申请12件，上年结转2件。",
        "2014年上半年新收到政府信息公开申请12件，上年结转2件。",
        "2014年，我局12月新收到政府信息公开申请12件，上年结转2件。",
        "2014年，我局通过网上新收到政府信息公开申请12件，上年结转2件。",
        "2014年，各乡镇新收到政府信息公开申请12件，上年结转2件。",
        "2014年，县政府新收到政府信息公开申请12件，上年结转2件。",
        "2014年，我局重新收到政府信息公开申请12件，上年结转2件。",
        "2014年，我局协助县政府新收到政府信息公开申请12件，上年结转2件。",
        "截至11月，我局新收到政府信息公开申请12件，上年结转2件。",
        "2014年，我局因拆迁新收到政府信息公开申请12件，上年结转2件。",
        "2014年，其余新收到政府信息公开申请12件，上年结转2件。",
        "2014年，我局因拆迁本年新收政府信息公开申请12件，上年结转2件。",
        "截至11月，我局本年新收政府信息公开申请12件，上年结转2件。",
        "2014年上半年，我局本年新收政府信息公开申请12件，上年结转2件。",
    ],
)
def test_what_is_new_of_a_part_or_of_others_is_not(said: str) -> None:
    assert RECEIVED not in told(requests=said)


def test_a_number_that_is_all_new_is_no_stock() -> None:
    assert told(proactive="2014年主动公开政府信息461条，其中本年新增461条。")[ITEMS] == 461
