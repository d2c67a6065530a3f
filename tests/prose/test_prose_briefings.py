"""Briefings that were held to answer questions: one, not that of others, of plans or of another year."""

from __future__ import annotations

import pytest
from made_up import told

BRIEFINGS = "response.press_conferences"


@pytest.mark.parametrize(
    "said",
    [
        "全年通过举办新闻发布会回应解读3次，发布政策解读稿件1篇。",
        "2014年，我局举办新闻发布会回应解读3次。",
        "通过召开新闻发布会3次，回应群众关切。",
    ],
)
def test_briefings_that_answered_are_counted(said: str) -> None:
    assert told(proactive=said)[BRIEFINGS] == 3


@pytest.mark.parametrize(
    "said",
    [
        "全年通过举办新闻发布会、在线访谈回应解读3次。",
        "2013年通过举办新闻发布会回应解读3次。",
        "县财政局通过举办新闻发布会回应解读3次。",
        "计划举办新闻发布会回应解读3次。",
        "上半年举办新闻发布会回应解读3次。",
        "举办新闻发布会回应解读3次以上。",
        "举办新闻发布会回应解读3次，另举办新闻发布会2次。",
    ],
)
def test_briefings_of_others_or_of_several_means_are_not(said: str) -> None:
    assert BRIEFINGS not in told(proactive=said)


def test_briefings_by_the_words_of_the_list() -> None:
    assert told(overview="参加或举办新闻发布会21次。")["response.press_conferences"] == 21
    for said in ("县政府参加或举办新闻发布会21次。", "拟参加或举办新闻发布会21次。", "参加或举办新闻发布会约21次。"):
        assert "response.press_conferences" not in told(overview=said), said
