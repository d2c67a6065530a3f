"""A copy that lost a row's worth of lines from the middle of a row on leaves one full row of two: it is nobody's where its sum shows it."""

from __future__ import annotations

import re

import pytest
from renderers import CATALOGUE, differences, draw

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report

PAIRS = [
    ("重复申请", "要求提供公开出版物"),
    ("属于行政执法案卷", "属于行政查询事项"),
    ("属于国家秘密", "其他法律行政法规禁止公开"),
]
CELL = re.compile(r"[\s|]*\d[\d,]*[\s|]*")


def _cells_of(label: str, lines: list[str]) -> list[int]:
    """Return the numbers of the lines that hold the seven cells behind a label."""
    at = next(i for i, line in enumerate(lines) if label in line)
    return [i for i in range(at + 1, len(lines)) if CELL.fullmatch(lines[i])][:7]


@pytest.mark.parametrize(("upper", "lower"), PAIRS)
@pytest.mark.parametrize("kept", [1, 3, 5])
@pytest.mark.parametrize("seed", range(8))
def test_a_row_of_two_is_unread_where_its_sum_is_wrong(upper: str, lower: str, kept: int, seed: int) -> None:
    rendering = CATALOGUE["text_cell_lines"]
    facts, content = draw(rendering, seed, "2021")
    lines = content.decode().split("\n")
    above, below = _cells_of(upper, lines), _cells_of(lower, lines)
    cells = [int(lines[i].strip()) for i in (*above[:kept], *below[kept:])]
    lost = "\n".join(lines[: above[kept - 1] + 1] + lines[below[kept] :])
    (report,) = parse_source(Source(lost.encode(), "page.txt"))
    assert isinstance(report, Report)
    wrong = [d for d in differences(facts, report, rendering) if d.kind == "wrong"]
    assert wrong == [] or sum(cells[:-1]) == cells[-1]


def test_a_row_that_the_agency_added_up_wrong_is_read() -> None:
    _, content = draw(CATALOGUE["text_cell_lines"], 3, "2021")
    lines = content.decode().split("\n")
    last = _cells_of("重复申请", lines)[-1]
    lines[last] = lines[last].replace(lines[last].strip(), "77")
    (report,) = parse_source(Source("\n".join(lines).encode(), "page.txt"))
    assert isinstance(report, Report)
    assert report.figures["requests.not_processed.repeat_request.total"].value == 77
