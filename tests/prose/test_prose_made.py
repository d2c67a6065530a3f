"""Items published, told as those of all that was made or obtained in the year."""

from __future__ import annotations

import pytest
from made_up import told

ITEMS = "proactive.items_published"


@pytest.mark.parametrize(
    "said",
    [
        "2014年共制作、获取政府信息60条，其中主动公开29条；受理政府信息公开申请2条。",
        "2014年，我局制作政府信息60件，其中主动公开29件。",
        "2014年度，我局制作政府信息60件（其中主动公开29件）。",
        "截至2014年底，信息公开工作运行正常，全年共制作、获取政府信息60条，其中主动公开信息29条。",
    ],
)
def test_what_was_published_of_all_that_was_made_is_read(said: str) -> None:
    assert told(proactive=said)[ITEMS] == 29


@pytest.mark.parametrize(
    "said",
    [
        "截至2014年底，共制作、获取政府信息60条，其中主动公开信息29条。",
        "制作政府信息60件，其中主动公开29条。",
        "2013年制作政府信息60件，其中主动公开29条。",
        "2014年上半年制作政府信息60件，其中主动公开29条。",
        "2014年各股室制作政府信息60件，其中主动公开29条。",
        "县林业站2014年制作政府信息60件，其中主动公开29条。",
        "2014年计划制作政府信息60件，其中主动公开29条。",
        "2014年制作政府信息20件，其中主动公开29条。",
        "2014年制作政府信息60件，其中主动公开规范性文件29件。",
        "2014年制作政府信息60件，其中主动公开29条以上。",
        "2014年制作政府信息60件，其中主动公开29条。网站公开信息40条。",
        "2014年制作政府信息60件，其中主动公开29条，其中新增3条。",
        "2014年制作政府信息60件，其中主动公开29件，依申请公开31件。",  # how papers are marked, perhaps
        "2014年共制作、获取政府信息60条，其中主动公开29条，不予公开31条。",
    ],
)
def test_what_is_of_another_time_body_or_sort_is_not(said: str) -> None:
    assert ITEMS not in told(proactive=said)
