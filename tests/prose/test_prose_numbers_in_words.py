"""Numbers that sentences write in words, up to ninety-nine, are read as those in digits are; round and ordinal ones are none."""

from __future__ import annotations

import pytest
from made_up import SOUND, codes, findings, report_text, told

from gongkai.indexer.prose.in_words import with_digits

ITEMS, RECEIVED, REVIEW = "proactive.items_published", "requests.received", "review.total"
NUMBERS = {
    "十一件": 11,
    "十二件": 12,
    "二十件": 20,
    "二十五件": 25,
    "九十九件": 99,
    "十二份": 12,
    "十件": 10,
    "两件": 2,
    "九件": 9,
    "一件": 1,
}
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
    "三五件",
    "两三件",
    "九件以上",
    "约九件",
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


@pytest.mark.parametrize("whole", ["十二件", "九件"])
@pytest.mark.parametrize(
    "rest",
    [
        "（含咨询三件）",
        "（含咨询一件）",
        "，实际为八件",
        "，经更正为八件",
        "，其中县公安局受理三件",
        "，其中五件为政府信息公开申请",
        "、八件",
        "，另收到网上申请一件",
        "，其中上年结转三件，本年收到六件",
    ],
)
def test_what_takes_a_number_back_does_so_in_words(whole: str, rest: str) -> None:
    assert RECEIVED not in told(requests=f"收到政府信息公开申请{whole}{rest}。")
    assert "T1" not in codes(report_text(SOUND, {3: f"收到政府信息公开申请{whole}{rest}。"}))


@pytest.mark.parametrize(
    "rest", ["，其中网上申请三件", "，其中网上三件，信函六件", "，均已答复", "，办结九件", "（其中当面申请一件）"]
)
def test_what_does_not_leaves_it(rest: str) -> None:
    assert told(requests=f"收到政府信息公开申请九件{rest}。")[RECEIVED] == 9


@pytest.mark.parametrize("refused", ["不予受理一件", "未受理三件", "不予受理十一件"])
def test_what_was_taken_beside_what_was_refused_is_not_all(refused: str) -> None:
    assert RECEIVED not in told(requests=f"受理政府信息公开申请十二件，{refused}。")
    assert told(requests="受理政府信息公开申请十二件，没有一件不予受理。")[RECEIVED] == 12


def test_other_measures_hear_what_takes_their_number_back_too() -> None:
    assert RECEIVED not in told(requests="共收到申请十二件，其中林权三件。")
    assert REVIEW not in told(review="发生行政复议十二件，其中2013年三件。")
    assert REVIEW not in told(review="全年发生行政复议十二件、十三件。")
    assert told(review="全年发生行政复议十二件、行政诉讼三件。")[REVIEW] == 12
    assert ITEMS not in told(proactive="主动公开政府信息五十二条，其中2013年补发两条。")
    assert ITEMS not in told(proactive="主动公开政府信息十二条、十五条、十八条。")
    assert ITEMS not in told(proactive="通过网站、公开栏主动公开政府信息五十二条、三十条。")


@pytest.mark.parametrize("quotes", ["“”", '""', "‘’"])
def test_a_number_in_quotes_is_a_paper_s_name(quotes: str) -> None:
    name = "二十条".join(quotes)
    assert ITEMS not in told(proactive=f"主动公开政府信息{name}。")
    assert told(proactive=f"主动公开政府信息{'二十'.join(quotes)}条。")[ITEMS] == 20


@pytest.mark.parametrize("none", ["没有发生一起", "未发生一起", "没有一件", "未发生一件"])
def test_one_of_none_stays_none(none: str) -> None:
    assert told(review=f"2014年{none}因政府信息公开申请行政复议、提起行政诉讼的案件。").get(REVIEW, 0) == 0


SAID = {
    "申请一件": "申请1件",
    "复议一起": "复议1起",
    "到十二件": "到12件",
    "网上三件": "网上3件",
    "网上十件": "网上10件",
    "其余十件": "其余10件",
    "十二件、九件": "12件、9件",
    "不予受理一件": "不予受理1件",
    "第一件": "",
    "第九条": "",
    "第九条、十条、第十二条": "",
    "每一件": "",
    "没有一件": "",
    "与市局一起受理": "",
    "周五起": "",
    "一条龙": "",
    "两条主线": "",
    "两条线": "",
    "三个条例": "",
    "一次性": "",
    "三条措施": "",
    "三份之一": "",
    "二条例": "",
    "一百零二件": "",
    "三至五件": "",
    "三、五件": "",
    "上十件": "",
    "二〇一四件": "",
}


@pytest.mark.parametrize("said", SAID)
def test_what_counts_something_becomes_digits(said: str) -> None:
    assert with_digits(said) == (SAID[said] or said)


@pytest.mark.parametrize("paper", ["《主动公开政府信息20条》", "《主动公开政府信息20条规定》", "主动公开政府信息“20条”措施"])
def test_digits_that_end_a_paper_s_name_count_nothing(paper: str) -> None:
    assert not told(proactive=f"2014年，制定{paper}。")
    assert told(proactive=f"2014年，制定{paper}，主动公开政府信息461条。")["proactive.items_published"] == 461


def test_a_number_in_quotes_counts_and_so_does_the_year_in_a_paper_s_name() -> None:
    assert told(proactive="2014年，主动公开政府信息“461条”。")["proactive.items_published"] == 461
    assert not told(proactive="按照《2013年政府信息公开工作要点》，2013年主动公开政府信息461条。")
