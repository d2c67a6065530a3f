"""What the sentence above a table announces, or a note beside it says, of whose and of which time its numbers are."""

from __future__ import annotations

import pytest
from made_up import SOUND, TWO, read, report_text

ABOVE, BELOW = "三、收到和处理政府信息公开申请情况\n", "四、政府信息公开行政复议"
OTHERS = (
    "其中：局属单位情况如下。|上一年情况如下。|上年度同期数据如下。|县公安局情况如下。|各乡镇情况如下。|代管单位情况如下：|驻地单位："
    "|系统内情况如下：|同期情况如下。|五年来情况如下。|下半年情况如下。|截至6月情况如下。|2022年情况如下。|本局依法公开。上一年情况如下。"
    "|下表为填表样式。|（空表）|下表为系统汇总数。|以下为各镇合计。|下表数据为累计数。|下表为1-6月数据。|注：上年数据。"
)
OWN = (
    "2023年情况如下。|本年情况如下。|我局情况如下：|具体情况如下表：|全局情况如下。|临江市蔬菜局情况如下。|收到和处理政府信息公开申请情况如下："
    "|下表含下属单位。|下表为1-12月数据。|办理情况如下。|我局及局属单位情况如下。"
)


def received(text: str) -> object:
    """Return how many requests the table of a report tells."""
    return read(text).figures["requests.received.total"].value


@pytest.mark.parametrize("said", OTHERS.split("|"))
def test_a_table_that_is_announced_as_others_is_not_read(said: str) -> None:
    assert received(report_text(SOUND).replace(ABOVE, f"{ABOVE}{said}\n")) is None


@pytest.mark.parametrize("said", OWN.split("|"))
def test_a_table_that_is_announced_as_the_report_s_is_read(said: str) -> None:
    assert received(report_text(SOUND).replace(ABOVE, f"{ABOVE}{said}\n")) == TWO[-1]


@pytest.mark.parametrize("said", ["注：本表数据为累计。", "注：表中数据为1-11月。", "注：表中数据为系统汇总。"])
def test_a_note_below_says_of_which_time_or_whole_a_table_is(said: str) -> None:
    assert received(report_text(SOUND).replace(BELOW, f"{said}\n{BELOW}", 1)) is None


@pytest.mark.parametrize("said", ["注：表中数据为1-12月。", "注：本表含下属单位。", "注：全年共收到2件。"])
def test_a_note_below_that_says_no_such_thing_leaves_a_table(said: str) -> None:
    assert received(report_text(SOUND).replace(BELOW, f"{said}\n{BELOW}", 1)) == TWO[-1]
