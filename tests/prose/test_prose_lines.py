"""Is prose the same, however often and by whom it was read before?"""

from __future__ import annotations

import pytest

from gongkai.indexer.fold import fold
from gongkai.indexer.prose.ownership.year_words import with_plain_years
from gongkai.indexer.prose.prose_lines import whole_lines
from gongkai.indexer.prose.prose_sections import Prose

_SECTIONS = {
    "overview": fold(
        "（一）2013年工作打算\n主动公开政府信息90条。\n2012年，我局开展检查。\n收到政府信息公开申请8件。其中，今年新增2件。"
    ),
    "requests": fold("（一）征地拆迁类\n收到申请3件。我局共收到申请5件；2012年全部办结。"),
}


@pytest.mark.parametrize("only_on_topic", [False, True])
def test_reading_it_once_more_says_the_same(only_on_topic: bool) -> None:
    alone = list(Prose(_SECTIONS, 2012, "agency", "甲县民政局").sentences(only_on_topic=only_on_topic))
    prose = Prose(_SECTIONS, 2012, "agency", "甲县民政局")
    others = list(prose.sentences(only_on_topic=not only_on_topic))
    assert list(prose.sentences(only_on_topic=only_on_topic)) == alone
    assert alone != others


def test_a_sentence_off_the_topic_ends_what_is_set_for_those_who_read_it() -> None:
    prose = Prose(_SECTIONS, 2012, "agency", "甲县民政局")
    apart = {
        only: {one.text: one.apart for one, _ in prose.sentences(only_on_topic=only)}["收到政府信息公开申请8件"]
        for only in (False, True)
    }
    assert apart == {False: False, True: True}


@pytest.mark.parametrize("gap", ["  ", "\t\t", " | ", "|"])
def test_numbers_that_stand_apart_are_no_one_number(gap: str) -> None:
    text = f"收到申请4{gap}83件"
    whole = whole_lines(text)
    assert len(whole) == len(text)
    assert "\ufffd" in whole


@pytest.mark.parametrize(
    ("printed", "plain"), [("2012年", "2012年"), ("二〇一二年", "2012年"), ("2O12年", "2012年"), ("201二年", "2012年")]
)
def test_years_in_other_spellings(printed: str, plain: str) -> None:
    assert with_plain_years(f"{printed}收到申请2件") == f"{plain}收到申请2件"
