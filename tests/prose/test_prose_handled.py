"""What is done with items that are open already publishes none: 更新, 梳理, 迁移主动公开政府信息520条."""

from __future__ import annotations

import pytest
from made_up import told

ITEMS = "proactive.items_published"


@pytest.mark.parametrize(
    "deed", "更新 及时更新 补充更新 规范整改 梳理 全面梳理 迁移 修订 校对 排查 汇总 调整 恢复 更新、 更新发布".split()
)
def test_it_is_no_number_of_items_published(deed: str) -> None:
    assert ITEMS not in told(proactive=f"2014年，我局{deed}主动公开政府信息520条。")


@pytest.mark.parametrize("deed", ["全面梳理并", "精准梳理、", "认真梳理，", "完善制度，", "依法规范", "同步", "整改后，", ""])
def test_beside_it_the_items_published_are_read(deed: str) -> None:
    assert told(proactive=f"2014年，我局{deed}主动公开政府信息520条。")[ITEMS] == 520


def test_items_updated_stand_beside_items_published() -> None:
    assert told(proactive="2014年，更新信息461条，主动公开政府信息300条。")[ITEMS] == 300
