"""An agency whose name has the word of a way in it, 邮政管理局, 互联网信息办公室, is told by its name: that is no way."""

from __future__ import annotations

import pytest
from made_up import HEADINGS, PUBLISHED, RECEIVED, read

POSTAL, NET, TRADE = "临江市邮政管理局", "临江市互联网信息办公室", "临江市公共资源交易平台管理办公室"


def value(agency: str, section: str, sentence: str, name: str) -> object:
    found = read(f"{agency}2014年政府信息公开工作年度报告\n一、概述\n我单位认真执行条例。\n{HEADINGS[section]}\n{sentence}")
    return found.value(name)


@pytest.mark.parametrize("agency", [POSTAL, NET, TRADE, "青水省临江市邮政管理局"])
@pytest.mark.parametrize(
    ("section", "said", "name", "number"),
    [
        ("requests", "2014年，{}收到政府信息公开申请12件。", RECEIVED, 12),
        ("requests", "2014年度{}共受理政府信息公开申请12件，均已答复。", RECEIVED, 12),
        ("requests", "2014年，{}未收到政府信息公开申请。", RECEIVED, 0),
        ("requests", "2014年{}未收到依申请公开申请。", RECEIVED, 0),
        ("proactive", "2014年，{}主动公开政府信息397条。", PUBLISHED, 397),
    ],
)
def test_its_own_name_is_no_way(agency: str, section: str, said: str, name: str, number: int) -> None:
    assert value(agency, section, said.format(agency), name) == number
    short = agency.rpartition("市")[2]
    assert value(agency, section, said.format(f"市{short}"), name) == number


@pytest.mark.parametrize("agency", [POSTAL, NET, TRADE])
@pytest.mark.parametrize(
    "said",
    [
        "2014年，{}网站收到政府信息公开申请12件。",
        "2014年，{}通过邮政收到政府信息公开申请12件。",
        "2014年，{}网络平台收到政府信息公开申请12件。",
        "2014年，{}去年同期收到政府信息公开申请12件。",
        "2014年，{}系统收到政府信息公开申请12件。",
        "2014年，临江市农业局收到政府信息公开申请12件。",
        "2014年，通过邮政未收到政府信息公开申请。",
    ],
)
def test_ways_beside_the_name_are_ways(agency: str, said: str) -> None:
    assert value(agency, "requests", said.format(agency), RECEIVED) is None


@pytest.mark.parametrize(
    "said", ["2014年，临江市邮政管理局收到政府信息公开申请12件。", "2014年，柳河市邮政管理局未收到政府信息公开申请。"]
)
def test_another_body_of_the_kind_is_another(said: str) -> None:
    assert value("临江市农业局", "requests", said, RECEIVED) is None
    assert value("青水省邮政管理局", "requests", said, RECEIVED) is None


@pytest.mark.parametrize("said", ["临江市互联网信息办公室网站主动公开政府信息397条。", "其中，通过平台主动公开政府信息397条。"])
def test_items_of_one_way_are_not_all(said: str) -> None:
    assert value(NET, "proactive", f"2014年，{said}", PUBLISHED) is None
