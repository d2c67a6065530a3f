"""Copies in Big5 have another word for information: it is that word in the words of open information, and nowhere else."""

from __future__ import annotations

import pytest
from made_up import told

from gongkai.indexer.prose.prose_lines import with_information

ITEMS, RECEIVED, PART_TIME = "proactive.items_published", "requests.received", "capacity.staff_part_time"


@pytest.mark.parametrize(
    ("name", "section", "said"),
    [
        (ITEMS, "proactive", "2014年，我局共主動公開政府資訊52條，全文電子化率達100%。"),
        (ITEMS, "proactive", "我局共主动公开政府资讯52条。"),
        (RECEIVED, "requests", "2014年我局受理依申請公開政府資訊52件。"),
        (RECEIVED, "requests", "2014年我局收到政府資訊公開申請52件。"),
        (PART_TIME, "overview", "我局專門配備了52名兼職工作人員，設立了1個專門的資訊申請受理點。"),
    ],
)
def test_the_other_word_is_information(name: str, section: str, said: str) -> None:
    assert told(**{section: said})[name] == 52


@pytest.mark.parametrize(
    "said",
    [
        "2013年，我局共主動公開政府資訊52條。",
        "我局資訊中心公開52條。",
        "我局公開文化資訊52條。",
        "各科室共主動公開政府資訊52條。",
        "我局主動公開政府資訊約52條。",
    ],
)
def test_other_news_other_years_and_parts_are_not_read(said: str) -> None:
    assert ITEMS not in told(proactive=said)


def test_what_may_be_something_else_stays_and_offsets_too() -> None:
    for same in ("公开文化资讯、警务资讯和旅游資訊", "資訊中心，资讯公司", "通过今日资讯网发布20条资讯"):
        assert with_information(same) == same
    assert with_information("政府資訊、主動公開的資訊、资讯公开") == "政府信息、主動公開的信息、信息公开"
