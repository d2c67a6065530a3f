"""What no agency is called: the words that copies on foreign hosts put in the place of its name."""

from __future__ import annotations

import pytest
from labelled_openings import read


@pytest.mark.parametrize("words", ["中文网", "官网中文网", "图书馆VIP", "某某平台"])
def test_the_words_of_a_site_are_no_agency(words: str) -> None:
    assert read(f"{words}2016年政府信息公开工作年度报告\n一、概述\n2016年,{words}认真贯彻条例,公开信息20条。").agency is None


def test_a_company_called_after_its_net_is_one() -> None:
    assert read("国家电网2016年政府信息公开工作年度报告\n一、概述\n2016年公开信息20条。").agency in (None, "国家电网")
