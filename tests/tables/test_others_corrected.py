"""Notes that correct 其他 alone, which is a row, a column of each row and an outcome: whose number was wrong nobody can tell."""

from __future__ import annotations

import time

import pytest
from made_up import SOUND, read, report_text

OTHERS = ("requests.other.other.total", "requests.other.other.other", "requests.received.other", "review.other")
KEPT = {"requests.received.total": 2, "requests.granted.natural_person": 2, "proactive.licensing.decisions": 0}
PAGE = report_text(SOUND)


@pytest.mark.parametrize("above", ["四、政府信息公开行政复议", "五、存在的主要问题"])
@pytest.mark.parametrize(
    "note",
    ["更正：其他应为3。", "勘误：表中“其他”应为3件", "注：其他一项应为3", "更正：“3.其他”原为0，应为3", "更正：其他处理应为3。"],
)
def test_what_is_named_others_is_not_read_where_a_note_corrects_it(note: str, above: str) -> None:
    found = read(PAGE.replace(above, f"{note}\n{above}", 1))
    assert [found.value(name) for name in OTHERS] == [None] * len(OTHERS)
    assert {name: found.value(name) for name in KEPT} == KEPT


@pytest.mark.parametrize(
    "note", ["注：其他行政机关应当配合。", "更正：其他应为正确。", "注：其他结果含撤诉1件。", "说明：其他3件均已办结。"]
)
def test_what_is_said_of_others_otherwise_corrects_nothing(note: str) -> None:
    found = read(PAGE.replace("五、存在的主要问题", f"{note}\n五、存在的主要问题", 1))
    assert found.value("requests.other.other.total") == 0


def test_long_notes_take_no_time() -> None:
    begins = time.monotonic()
    read(PAGE + "\n更正：应为3" + "其他" * 20_000 + "." * 20_000 + "注表" * 20_000)
    assert time.monotonic() - begins < 20
