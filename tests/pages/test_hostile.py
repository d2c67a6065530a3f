"""Hostile input: nothing crashes, hangs, or eats the machine; what cannot be read is said."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up import SOUND, report_text

from gongkai.errors import ParseError
from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form import FORMS
from gongkai.report import NotAReport, Report
from gongkai.sample.generate import write_sample

EXAMPLES = 50_000 if os.environ.get("GONGKAI_FUZZ") else 300  # of each kind: `make fuzz` reads 100,000
# A MB of a hostile page may take as long as this many ordinary reports, of 16 ms each; the slowest, 6,000 sentences each of which
# states a number, takes 70 to 110 of them.
ORDINARY = 150
WORDS = (
    "本年新收政府信息公开申请数量 上年结转政府信息公开申请数量 予以公开 部分公开 属于国家秘密 总计 结转下年度继续办理 其他 其他处理 规章 "
    "行政规范性文件 行政许可 行政处罚 第二十条第(一)项 信息内容 本年制发件数 行政复议 行政诉讼 未经复议直接起诉 复议后起诉 结果维持 "
    "一、总体情况 二、主动公开政府信息情况 五、存在的主要问题及改进情况 2024年政府信息公开工作年度报告 统计指标 收到申请数"
).split()
MARKS = [
    *"0123456789|\t\n -/.,、()（）。<>&;\u3000\u200b\x00\ufeff",
    "<td>",
    "</td>",
    "<tr>",
    "<table>",
    "<p>",
    "&#x",
    "\n\n",
    "|||",
    "件",
    "无",
]


def read(content: bytes) -> list[Report | NotAReport]:
    """Parse, and check what holds of every result."""
    try:
        results = parse_source(Source(content, "hostile"))
    except ParseError:
        return []
    for result in results:
        if isinstance(result, Report):
            for figure in result.figures.values():
                assert (figure.value is not None) == (figure.state in ("read", "inferred"))
    return results


@pytest.mark.fuzz
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_pages_of_the_forms_own_words(seed: int) -> None:
    random = Random(seed)
    pieces = random.choices([*WORDS, *MARKS, *MARKS], k=random.randint(1, 400))
    read("".join(pieces).encode(random.choice(["utf-8", "gb18030", "utf-16"]), "replace"))


@pytest.mark.fuzz
@settings(max_examples=EXAMPLES, deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes(content: bytes) -> None:
    read(content)


def _repeated(head: str, piece: str, times: int, tail: str = "") -> Callable[[], bytes]:
    return lambda: (head + piece * times + tail).encode()


TAB = "\t"
TWO = "二、主动公开政府信息情况\n第二十条第(一)项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
HOSTILE: dict[str, Callable[[], bytes]] = {
    "nested tags": _repeated("", "<div>", 200_000, "总体情况"),
    "nested tables": _repeated("", "<table><tr><td>", 20_000, "1"),
    "wide colspan": lambda: b"<table><tr><td colspan=1000000000>1</td><td rowspan=999999999>2</td></tr></table>",
    "many cells": _repeated("<table><tr><td>a</td>", "<td>0</td>", 150_000, "</tr></table>"),
    "laughs": lambda: (
        b'<!DOCTYPE l [<!ENTITY a "lol">'
        + b"".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">'.encode() for i in range(1, 10))
        + b"]><p>&a9;</p>"
    ),
    "one long line of digits": _repeated("本年新收政府信息公开申请数量", "1", 300_000),
    "one long run of spaces": _repeated("本年新收政府信息公开申请数量", " ", 500_000, "总计"),
    "labels without end": _repeated("", "予以公开 0 ", 20_000),
    "glued rows": _repeated("", "本年新收政府信息公开申请数量1111111111111 上年结转政府信息公开申请数量2222222222222\n", 300),
    "glued ones": lambda: "".join(
        f"{word}{'1' * 14}" for word in (*WORDS[:6], "属于三类内部事务信息", "重复申请", "结转下年度继续办理")
    ).encode(),
    "headings without end": _repeated("", "一、总体情况\n二、主动公开政府信息情况\n", 20_000),
    "pipes": _repeated("第二十条第(一)项\n信息内容\n本年制发件数\n规章 ", "|", 300_000),
    "pipes before a character": _repeated("第二十条第(一)项\n信息内容\n本年制发件数\n规章 ", "|", 300_000, "x"),
    "hidden in hidden": _repeated("<div style='display:none'>" * 1500, "一段文字。", 60_000),
    "a number without end": lambda: (
        "<table><tr><td>统计指标</td></tr>"
        + "".join(f"<tr><td>{row.label}</td><td>{'9' * 5000}</td></tr>" for row in FORMS["2014"].tables[0].rows)
    ).encode(),
    "entities": _repeated("<p>", "&nbsp;", 200_000, "</p>"),
    "parentheses": _repeated("规", "(a", 200_000),
    "titles": _repeated("", "2024年政府信息公开工作年度报告\n", 20_000),
    "a line of white space": _repeated("总体情况\n", "\t", 100_000, "\n申请"),
    "subsections of section one": _repeated("一、总体情况\n", "(二)主动公开政府信息情况\n", 20_000),
    "subsections with digits": _repeated("一、总体情况\n(一)机制\n", "2、主动公开政府信息情况\n", 20_000),
    "outcomes without end": _repeated("四、政府信息公开行政复议、行政诉讼情况\n", "有1件行政复议案件予以", 8_000),
    "each publishes": _repeated(
        "2012年政府信息公开工作年度报告\n二、主动公开政府信息情况\n", "全县各部门主动公开政府信息1条，", 6_000
    ),
    "periods without end": _repeated("一、总体情况\n", "统计期限为2022年1月1日至12月31日的", 8_000),
    "nothing of the kind": _repeated(
        "甲县民政局2012年政府信息公开工作年度报告\n三、依申请公开政府信息情况\n", "2012年，暂无依申请公开事项。\n", 6_000
    ),
    "sums of the year": _repeated(
        "甲县民政局2012年政府信息公开工作年度报告\n二、主动公开政府信息情况\n", "2012年，我局累计主动公开政府信息1条。\n", 6_000
    ),
    "all means": _repeated(
        "甲县民政局2012年政府信息公开工作年度报告\n二、主动公开政府信息情况\n",
        "2012年，通过公报、网站主动公开政府信息1条。\n",
        6_000,
    ),
    "as many ways": _repeated(
        "甲县民政局2012年政府信息公开工作年度报告\n二、主动公开政府信息情况\n", "2012年通过微博发布信息1条。\n", 6_000
    ),
    "as many courses": _repeated(
        "甲县民政局2012年政府信息公开工作年度报告\n一、概述\n", "2012年,举办政府信息公开培训班1期,专项经费5万元。\n", 4_000
    ),
    "an old list without end": _repeated(
        "甲县民政局2012年政府信息公开工作年度报告\n一、概述\n指标名称|计量单位|2012年度|历年累计|\n",
        "行政复议数|件|1|2|\n",
        6_000,
    ),
    "numbers of documents": _repeated("", "甲政办〔2013〕8号", 20_000, "政府信息公开工作年度报告"),
    "tabs behind a label": lambda: f"{TWO}行政许可{TAB * 40}第x\n行政处罚{TAB}0\n".encode(),
    "bars behind a label": _repeated(f"{TWO}行政许可", " |", 30_000, "第x\n行政处罚\t0\n"),
    "digits before a heading": lambda: (
        "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\t总计\n"
        + "".join(f"{word}\t0\t0\t0\t0\t0\t0\t0\n" for word in WORDS[:2])
        + f"部分公开(区分处理的，只计这一情形，不计其他情形) {'1' * 300}\n四、"
    ).encode(),
    "a total of no row without end": lambda: (
        report_text(SOUND).replace("申请人情况\n", "申请人情况\n" + "合计 | 镇 | 局\n" * 6_000).encode()
    ),
    "words that are explained": _repeated(TWO, "规章 指", 8_000),
    "many tables two": _repeated("", TWO + "规章\t1\t0\t3\n行政规范性文件\t1\t0\t3\n", 400),
    "corrections without end": _repeated("甲县民政局2021年政府信息公开工作年度报告\n一、总体情况\n", "应为1", 10_000),
    "corrections of a table": _repeated("甲县民政局2021年政府信息公开工作年度报告\n一、总体情况\n", "更正为1", 10_000),
    "denials without end": _repeated("三、收到和处理政府信息公开申请情况\n", "未发生行政复议、", 12_000),
}


def _processor_seconds(content: bytes) -> float:
    began = time.process_time()
    read(content)
    return time.process_time() - began


@pytest.fixture(scope="module")
def ordinary_report(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A made-up report as a page of HTML, 20-60 KB."""
    folder = tmp_path_factory.mktemp("sample")
    write_sample(20, folder, seed=1)
    return max((path.read_bytes() for path in folder.rglob("*.html")), key=len)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_takes_no_longer_than_ordinary_reports(name: str, ordinary_report: bytes) -> None:
    """Beside ordinary reports read in the same moment, so that a slow or busy machine slows down both sides."""
    content = HOSTILE[name]()
    gc.freeze()  # what other tests of this worker left behind is not walked again for each of the page's cells
    try:
        for _attempt in range(3):
            ordinary = min(_processor_seconds(ordinary_report) for _ in range(5))
            ratio = _processor_seconds(content) / ordinary
            if ratio < ORDINARY * max(1.0, len(content) / 1_000_000):
                return
    finally:
        gc.unfreeze()
    pytest.fail(f"{name}: as long as {ratio:.0f} ordinary reports")


def test_pictures_and_other_binaries_are_refused_with_the_way_out() -> None:
    for content in (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"\x00\x01\x02\x03" * 200):
        with pytest.raises(ParseError, match="text, HTML, PDF and Word"):
            parse_source(Source(content, "x"))
