"""A number that is counted up to a month before the year's end, or for which another paper is final, is none of the year's."""

from __future__ import annotations

import pytest
from made_up import told

ITEMS = "proactive.items_published"


@pytest.mark.parametrize(
    "behind", ["数据截至2014年10月底", "数据统计截至11月30日", "最终数据以统计表为准", "数据以附表为准", "统计截至10月"]
)
def test_it_is_not_read(behind: str) -> None:
    assert ITEMS not in told(proactive=f"2014年，主动公开政府信息461条，{behind}。")


@pytest.mark.parametrize("behind", ["数据截至2014年12月底", "数据统计截至12月31日", "以公开为准则", "公开时间以签发之日为准"])
def test_numbers_of_the_whole_year_are(behind: str) -> None:
    assert told(proactive=f"2014年，主动公开政府信息461条，{behind}。")[ITEMS] == 461
