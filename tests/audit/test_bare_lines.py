"""A line of a roster that names no place is that of the place under which it stands, never the only namesake's elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_doubtful_rosters import BAIYIN, judged


@pytest.mark.parametrize(
    ("roster", "states"),
    [
        ("白银区人民政府\n财政局\n", ["published", "published"]),
        ("会宁县人民政府\n财政局\n", ["missing", "not_assessable"]),
        ("会宁县财政局\n财政局\n", ["missing", "not_assessable"]),
        ("白银市人民政府\n财政局\n", ["missing", "not_assessable"]),
        ("一、白银区\n财政局\n二、会宁县\n财政局\n", ["published", "published", "missing", "not_assessable"]),
        ("白银区人民政府\n会宁县人民政府\n财政局\n", ["published", "missing", "published"]),  # none of two heads what follows
        ("单位名称,上级单位\n财政局,会宁县人民政府\n", ["not_assessable"]),
        ("单位名称,上级单位\n财政局,白银区人民政府\n财政局,会宁县人民政府\n", ["published", "not_assessable"]),
        ("机关,所属地区\n财政局,会宁县\n财政局,白银区\n", ["missing", "published"]),
        ("财政局\n", ["published"]),  # the roster names no place, and there is one of that name
        ("白银区财政局\n白银区财政局\n", ["published"]),
    ],
)
def test_a_bare_name_is_of_its_place_on_the_roster(tmp_path: Path, roster: str, states: list[str]) -> None:
    found, said = judged(tmp_path, BAIYIN, roster)
    assert found == states
    if "not_assessable" in states:
        assert "“财政局” names no place, and there are reports of " in said
        assert "白银区财政局 alone: write its place in full, or add the adcode (无法判断)" in said
