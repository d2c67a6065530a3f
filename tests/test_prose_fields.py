"""The items of a field, which a heading or a clause before names, are not all that were published; those of open information are."""

from __future__ import annotations

import pytest
from test_prose_doubts import told

ITEMS = "proactive.items_published"
FRAMES = (
    "（二）{}信息公开\n主动公开政府信息20条。|（二）{}信息公开。全年主动公开政府信息20条。|{}信息公开情况：主动公开政府信息20条。"
    "|推进{}信息公开，全年主动公开政府信息20条。|{}领域。主动公开政府信息20条。|加大{}信息公开力度，主动公开政府信息20条。"
)


@pytest.mark.parametrize("field", "财政预决算 “三公”经费 教育 食品药品安全 网站 行政处罚 重点领域 扶贫".split())
@pytest.mark.parametrize("frame", FRAMES.split("|"))
def test_the_items_of_a_field_are_not_all(frame: str, field: str) -> None:
    assert ITEMS not in told(proactive=frame.format(field))


def test_the_items_of_a_field_behind_its_name_and_a_colon_are_not_all() -> None:
    assert ITEMS not in told(proactive="财政预决算：主动公开政府信息20条。")
    assert told(proactive="具体情况如下：主动公开政府信息20条。")[ITEMS] == 20


@pytest.mark.parametrize(
    "before",
    [
        "（一）主动公开政府信息情况\n",
        "（一）推进政务公开。",
        "稳步推进政府信息公开，",
        "确保信息及时准确公开，",
        "做到应公开尽公开，",
        "双桥县林业局政府信息公开情况：",
        "公开重点领域，",
        "推进教育信息公开，我局共",
        "（二）财政信息公开\n（三）主动公开情况\n",
    ],
)
def test_all_items_are_read_under_the_words_of_open_information_itself(before: str) -> None:
    assert told(proactive=f"{before}主动公开政府信息20条。")[ITEMS] == 20
