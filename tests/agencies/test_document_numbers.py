"""A sentence that cites a document by its number is no title, and the number's year is not the report's."""

from __future__ import annotations

import pytest
from made_up import read

from gongkai.indexer.dates.dates import year_in_title
from gongkai.indexer.dates.document_numbers import after_number

BODY = (
    "内容如下:\n一、基本情况\n我局设有热线。\n二、主动公开政府信息情况\n我局2013年主动公开政府信息36条。\n"
    "三、依申请公开政府信息情况\n2013年度未收到政府信息公开申请。\n"
)
WORDS = "政府信息公开工作年度报告"
HEADINGS = (f"2013年柳河县粮食局\n{WORDS}", f"2013年柳河县粮食局{WORDS}", f"柳河县粮食局2013年度{WORDS}")
CITING = (
    "《关于做好2013年度年报编制工作的通知》(柳政办明电{}19号)编制本年度柳河县粮食局",
    "《通知》(柳政办{}19号)要求编制2013年度柳河县粮食局",
    "《通知》(柳政办{}19号)要求,编制2013年度柳河县粮食局",
    "柳政办{}19号文件要求编制本年度柳河县粮食局",
    "柳政办{}19号编制2013年度柳河县粮食局",
    "文件要求编制本年度柳河县粮食局",
)


@pytest.mark.parametrize("year", ["〔2014〕", "[2014]", "(2014)", "（2014）", "【2014】", "2014年第"])
@pytest.mark.parametrize("citing", CITING)
def test_a_heading_wins_over_a_sentence_that_cites_a_number(year: str, citing: str) -> None:
    sentence = f"根据柳河县人民政府办公室{citing.format(year)}{WORDS},{BODY}"
    for heading in HEADINGS:
        found = read(f"{heading}\n{sentence}")
        assert (found.title, found.year, found.agency) == (heading.replace("\n", ""), 2013, "柳河县粮食局")
    alone = read(sentence)
    assert alone.title is None
    assert alone.year == 2013
    assert alone.agency in (None, "柳河县粮食局")


def test_a_number_before_a_title_on_its_line_is_none_of_its_words() -> None:
    for number in ("柳政办〔2014〕3号", "(柳政办〔2014〕3号)", "柳政办〔2014〕3号 ", "柳政办[2014]3号\n"):
        for heading in (f"柳河县粮食局2013年{WORDS}", f"柳河县粮食局{WORDS}"):
            found = read(f"{number}{heading}\n{BODY}")
            assert (found.title, found.year, found.agency) == (heading, 2013, "柳河县粮食局")


def test_only_a_number_s_year_is_no_report_s() -> None:
    assert year_in_title("柳河县政府信息公开年报(2013)") == 2013
    assert year_in_title("柳河县政府信息公开年报(2013年度)") == 2013
    assert year_in_title("柳政发〔2014〕3号柳河县政府信息公开年报") is None
    assert year_in_title("柳政发〔2014〕3号柳河县2013年政府信息公开年报") == 2013


def test_a_number_in_a_sentence_above_says_nothing_of_a_title() -> None:
    for above in ("意见箱根据《通知》(国办发[2007]54号)的要求设立,欢迎来信。\n", "柳政办〔2014〕3号\n各单位:现予公布。\n"):
        assert after_number(above + "柳河县") == above + "柳河县"
