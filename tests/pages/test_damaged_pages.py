"""A page whose encoding is damaged, or whose table three is cut off, says so; one odd sign, or a table that is whole, is no damage."""

from __future__ import annotations

import random

import pytest
from made_up import ROWS, SOUND, codes, findings, report_text

from gongkai.report import Fault

PROSE = dict.fromkeys((1, 3, 4, 5), "本局认真落实条例要求，及时公开各类信息，回应群众关切，做好解读。" * 8)
TEXT = report_text(SOUND, PROSE)


def damaged(lost: int) -> str:
    """Return the report with so many characters of its sentences lost."""
    places = [place for place, char in enumerate(TEXT) if char in "认真落实条例要求群众关切做好"]
    gone = set(random.Random(lost).sample(places, lost))
    return "".join("\ufffd" if place in gone else char for place, char in enumerate(TEXT))


@pytest.mark.parametrize(("lost", "told"), [(0, False), (1, False), (9, False), (30, True), (150, True)])
def test_lost_characters_are_told_where_they_are_many(lost: int, told: bool) -> None:
    assert ("L6" in codes(damaged(lost))) == told


def test_the_finding_says_how_many_characters_were_lost() -> None:
    (found,) = (one for one in findings(damaged(40)) if one.code == "L6")
    assert ("40 处" in found.message, found.fault, "\ufffd" in found.evidence) == (True, Fault.UNDECIDED, True)


def test_some_lost_characters_of_a_long_page_are_none() -> None:
    assert "L6" not in codes(damaged(12) + "\n附件：" + "相关材料另行公布。" * 600)


@pytest.mark.parametrize("first", range(4, len(ROWS) - 1))
def test_a_table_three_that_is_cut_off_is_told(first: int) -> None:
    start = TEXT.index(f"\n{ROWS[first].label} |", TEXT.index("三、收到"))
    (found,) = (one for one in findings(TEXT[:start]) if one.code == "L7")
    assert f"其后 {len(ROWS) - first} 行" in found.message
    assert set(found.figures) == {name for row in ROWS[first:] for name in row.names}


def test_a_whole_table_and_none_are_not_cut_off() -> None:
    start = TEXT.index("申请人情况")
    end = TEXT.index("四、政府信息公开行政复议")
    assert [codes(text) for text in (TEXT, TEXT[:start] + TEXT[end:])] == [[], ["L3"]]
    row = next(row for row in ROWS if row.key.endswith("not_held"))
    line = TEXT.index(row.label)
    assert "L7" not in codes(TEXT[:line] + TEXT[TEXT.index("\n", line) + 1 :])
