"""Numbers that sentences write in words, up to ninety-nine, are read as those in digits are; round and ordinal ones are none."""

from __future__ import annotations

import pytest
from made_up import SOUND, findings, report_text, told

ITEMS, RECEIVED, REVIEW = "proactive.items_published", "requests.received", "review.total"
NUMBERS = {"十一件": 11, "十二件": 12, "二十件": 20, "二十五件": 25, "九十九件": 99, "十二份": 12, "十件": 10, "两件": 2}
NONE_EXACT = [
    "二十余件",
    "几十件",
    "十几件",
    "十件以上",
    "十余件",
    "数十件",
    "二十多件",
    "二三十件",
    "十二三件",
    "十一二件",
    "近二十件",
    "约二十件",
    "二十件左右",
    "二十来件",
    "上百件",
    "一百二十件",
    "十二、十三件",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_in_words_is_read(number: str) -> None:
    assert told(requests=f"2014年收到政府信息公开申请{number}。")[RECEIVED] == NUMBERS[number]
    assert told(review=f"2014年因政府信息公开发生行政复议{number}。")[REVIEW] == NUMBERS[number]
    assert told(proactive=f"2014年我局主动公开政府信息{number[:-1]}条。")[ITEMS] == NUMBERS[number]


@pytest.mark.parametrize("number", NONE_EXACT)
def test_a_round_one_is_not(number: str) -> None:
    assert RECEIVED not in told(requests=f"2014年收到政府信息公开申请{number}。")
    assert ITEMS not in told(proactive=f"2014年我局主动公开政府信息{number.replace('件', '条')}。")


@pytest.mark.parametrize("number", [one for one in NUMBERS if one != "两件"])
def test_the_prose_contradicts_a_table_in_words(number: str) -> None:
    found = [one for one in findings(report_text(SOUND, {3: f"收到申请{number}。"})) if one.code == "T1"]
    assert [f"{NUMBERS[number]} 件" in one.message for one in found] == [True]
    assert number in found[0].message + str(found[0])


@pytest.mark.parametrize("number", [*NONE_EXACT, "两件"])
def test_a_round_one_or_the_table_s_own_does_not(number: str) -> None:
    assert "T1" not in [one.code for one in findings(report_text(SOUND, {3: f"收到申请{number}。"}))]


@pytest.mark.parametrize(
    "said",
    [
        "上半年收到政府信息公开申请十二件。",
        "2013年收到政府信息公开申请十二件。",
        "收到政府信息公开申请十二件，其中上年结转三件，本年收到九件。",
        "收到政府信息公开申请十二件，另收到网上申请十五件。",
        "根据《条例》第十二条收到政府信息公开申请。",
        "县教育局收到政府信息公开申请十二件。",
        "每月收到政府信息公开申请十二件。",
    ],
)
def test_what_is_of_another_time_or_body_stays_so_in_words(said: str) -> None:
    assert RECEIVED not in told(requests=said)


def test_articles_of_a_law_are_no_items() -> None:
    assert ITEMS not in told(proactive="主动公开政府信息十一、十二条规定的内容。")
    assert ITEMS not in told(proactive="按《条例》第十条、第十一条，主动公开政府信息第十二条所列内容。")
    assert told(requests="按《条例》第二十条，收到政府信息公开申请十二件，其中网络申请十一件。")[RECEIVED] == 12
    assert told(requests="未收到政府信息公开申请。").get(RECEIVED) == 0
    assert RECEIVED not in told(requests="未收到政府信息公开申请。\n网上收到申请十二件。")
