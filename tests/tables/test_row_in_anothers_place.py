"""A row's cells stay its own where it stands in another row's place: 1.属于国家秘密 above 二、上年结转, 一、本年新收 lost."""

from __future__ import annotations

import pytest
from renderers import CATALOGUE, differences, draw

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report

LABELS = ["1.属于国家秘密", "3.危及", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "2.重复申请"]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("name", ["text_tabs", "text_ragged_pipes"])
@pytest.mark.parametrize("seed", range(4))
def test_a_row_in_anothers_place_gives_it_no_numbers(name: str, label: str, seed: int) -> None:
    rendering = CATALOGUE[name]
    facts, content = draw(rendering, seed, "2021")
    lines = content.decode().split("\n")
    received = next(i for i, line in enumerate(lines) if "本年新收政府信息公开申请数量" in line and any(map(str.isdigit, line)))
    other = next(i for i, line in enumerate(lines) if label in line)
    cells = lines[other][lines[other].index(label) :]
    moved = [*lines[:received], cells, *(line for i, line in enumerate(lines[received + 1 :], received + 1) if i != other)]
    (report,) = parse_source(Source("\n".join(moved).encode(), "page.txt"))
    assert isinstance(report, Report)
    assert [d for d in differences(facts, report, rendering) if d.kind == "wrong"] == []
    assert report.figures["requests.received.total"].value is None
