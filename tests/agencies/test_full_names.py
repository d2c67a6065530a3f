"""Is a department's name printed in a longer spelling? What the page states is only worked out where one may stand."""

from __future__ import annotations

import pytest

from gongkai.indexer.agencies.full_names import spelled_longer
from gongkai.indexer.agencies.openings import Opening
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.names import read_name

_HEAD = "丹阳市文广新局2014年政府信息公开年度报告\n2014年,我局认真落实上级部署,公开工作有序进行。\n"
_FULL = "丹阳市文化广电新闻出版局"


@pytest.mark.parametrize(
    ("tail", "meta"),
    [
        (f"{_FULL}\n2015年1月20日", {}),
        (f"丹阳市文广新局 {_FULL}\n2015年1月20日", {}),
        ("", {"source": _FULL}),
    ],
)
def test_a_longer_spelling_is_found_wherever_it_is_stated(tail: str, meta: dict[str, str]) -> None:
    opening = Opening(_HEAD, _HEAD, tail, None, meta, None)
    assert spelled_longer(read_name("丹阳市文广新局", 2014, gazetteer()), opening, 2014).text == _FULL


def test_nothing_is_worked_out_for_a_page_that_prints_no_name_like_it() -> None:
    head = _HEAD.replace("文广新局", "审计局")
    opening = Opening(head, head, "丹阳市审计局\n2015年1月20日", None, {"source": "丹阳市审计局"}, None)
    name = read_name("丹阳市审计局", 2014, gazetteer())
    assert spelled_longer(name, opening, 2014) is name
    assert "stated" not in vars(opening)
