"""Labels of table three in words of the page's own: 三、办理结果, 一、本年度新收申请数量. What they head is read as before."""

from __future__ import annotations

import pytest
from made_up import SOUND, TWO, read, report_text
from renderers import CATALOGUE, Score, draw, score

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source

LAYOUTS = ["html_clean", "text_ragged_pipes", "text_cell_lines", "text_tabs", "text_spaces", "page_one_line"]
BAND, RECEIVED = "本年度办理结果", "本年新收政府信息公开申请数量"


def counted(layout: str, seed: int, before: str = "", after: str = "") -> Score:
    """Read a page, one of its labels in other words, and count its cells."""
    facts, content = draw(CATALOGUE[layout], seed, "2021")
    text = content.decode()
    (report,) = parse_source(
        Source(text.replace(before, after, 1).encode() if before else content, layout + CATALOGUE[layout].suffix)
    )
    return score(facts, report)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "band", ["本年度处理结果", "办理结果", "本年办理结果", "本年度答复结果", "本度办理结果", "本年度?理结果"]
)
def test_a_band_in_other_words_leaves_the_table_whole(layout: str, band: str) -> None:
    for seed in range(3):
        assert counted(layout, seed, BAND, band) == counted(layout, seed)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "label", ["本年度新收政府信息公开申请数量", "本年收到政府信息公开申请数量", "本年新收申请数量", "新收政府信息公开申请数量"]
)
def test_a_first_row_in_other_words_behind_the_head_is_read(layout: str, label: str) -> None:
    for seed in range(3):
        assert counted(layout, seed, RECEIVED, label) == counted(layout, seed)


@pytest.mark.parametrize("label", ["上年同期收到申请数量", "去年收到政府信息公开申请数量", "累计收到政府信息公开申请数量"])
def test_a_row_of_another_time_is_not_the_first_one(label: str) -> None:
    text = report_text(SOUND)
    row = next(line for line in text.splitlines() if line.startswith(RECEIVED))
    report = read(text.replace(row, f"{label} | {' | '.join(map(str, TWO))}"))
    assert report.value("requests.received.total") is None
    assert report.value("requests.processed.total") == 2


def test_the_head_of_table_four_ends_table_three() -> None:
    """Its words stand several in a row: none of them is a heading within table three."""
    text = report_text(SOUND)
    start, end = text.index("上年结转政府"), text.index("四、政府信息公开行政复议")
    report = read(text[:start] + text[end:])
    assert {report.value(f"requests.{key}.total") for key in ("carried_over", "granted", "processed")} == {None}
