"""Laws of reading: what a layout keeps is read as it was; what it loses is null, never another number.

`GONGKAI_EXAMPLES` sets how many random reports each layout prints.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from renderers import EXACT_LAYOUTS, LOSSY_LAYOUTS, Rendering, differences, draw

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source

EXAMPLES = int(os.environ.get("GONGKAI_EXAMPLES", "60"))
# A seed has no smaller seed that fails for the same reason: nothing to shrink, nothing worth to keep.
drawn = settings(max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate])


def _differences(rendering: Rendering, seed: int) -> list[object]:
    facts, content = draw(rendering, seed)
    reports = parse_source(Source(content, rendering.name + rendering.suffix))
    assert len(reports) == 1
    return list(differences(facts, reports[0], rendering))[:5]


@pytest.mark.parametrize("rendering", EXACT_LAYOUTS, ids=lambda rendering: rendering.name)
@given(seed=st.integers(0, 2**32))
@drawn
def test_what_a_layout_keeps_is_read_as_it_was_printed(rendering: Rendering, seed: int) -> None:
    assert _differences(rendering, seed) == []


@pytest.mark.parametrize("rendering", LOSSY_LAYOUTS, ids=lambda rendering: rendering.name)
@given(seed=st.integers(0, 2**32))
@drawn
def test_what_a_layout_loses_is_null_never_another_number(rendering: Rendering, seed: int) -> None:
    assert _differences(rendering, seed) == []
