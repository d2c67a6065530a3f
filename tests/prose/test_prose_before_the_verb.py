"""What stands right before the deed takes its number, whatever it counts: 演练中, 超过, 连续三年, 由县政府; so does a number that sets it right."""

from __future__ import annotations

import pytest
from made_up import told

STATED = {
    "proactive": "主动公开政府信息461条",
    "requests": "收到政府信息公开申请461件",
    "review": "因政府信息公开被申请行政复议461件",
    "capacity": "召开政府信息公开工作会议461次",
}
LAWSUITS = "因政府信息公开被提起行政诉讼461件"


@pytest.mark.parametrize("before", ["演练中", "超过", "不到", "由县政府", "由县政府办公室", "连续三年", "受县政府委托", "约"])
def test_numbers_of_drills_bounds_and_others_are_null(before: str) -> None:
    for section, said in STATED.items():
        assert 461 not in told(**{section: f"2014年，{before}{said}。"}).values(), said
    assert 461 not in told(review=f"2014年，{before}{LAWSUITS}。").values()


@pytest.mark.parametrize("before", ["我局", "我局共", "由县林业局", "双桥县林业局", ""])
def test_the_agency_s_own_are_read(before: str) -> None:
    for section, said in STATED.items():
        assert 461 in told(**{section: f"2014年，{before}{said}。"}).values(), said
    assert 461 in told(review=f"2014年，{before}{LAWSUITS}。").values()


def test_a_number_that_ought_to_be_another_is_null() -> None:
    for section, said in STATED.items():
        assert 461 not in told(**{section: f"2014年，{said}，应为460。"}).values(), said
        assert 461 in told(**{section: f"2014年，{said}，均按规定办理。"}).values(), said


def test_meetings_of_an_office_are_its_own() -> None:
    said = "2014年，由县政府办公室召开政府信息公开工作会议3次。"
    assert told("双桥县人民政府办公室", capacity=said)["training.meetings"] == 3
