"""The labels of all rows of a group may be lost, their cells a line each: read where they are as many as the group's."""

from __future__ import annotations

import pytest
from renderers import CATALOGUE, Score, differences, draw, score

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report

SEEDS = range(12)
LAYOUTS = ["lines", "closed_lines", "filled_lines", "between_pipes"]


def _read(content: str) -> Report:
    (report,) = parse_source(Source(content.encode(), "page.txt"))
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize("name", LAYOUTS)
def test_groups_without_labels_are_read(name: str) -> None:
    counts = Score()
    for seed in SEEDS:
        facts, content = draw(CATALOGUE[f"{name}_group_labels_lost"], seed)
        counts.add(score(facts, _read(content.decode())))
    assert counts.wrong == 0
    assert counts.right > 0.8 * (counts.right + counts.missed)


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_group_without_labels_that_lacks_a_cell_is_not_read(name: str, seed: int) -> None:
    rendering = CATALOGUE[f"{name}_group_labels_lost"]
    facts, content = draw(rendering, seed)
    before, heading, after = content.decode().partition("（三）不予公开")
    lines = after.split("\n")
    number = next(i for i, line in enumerate(lines) if line.strip(" |").isdigit())
    report = _read(before + heading + "\n".join(lines[:number] + lines[number + 1 :]))
    assert [d for d in differences(facts, report, rendering) if d.kind == "wrong"] == []
