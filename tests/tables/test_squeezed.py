"""Where in the page does each character of its squeezed text stand? Laws that hold for any text."""

from __future__ import annotations

from bisect import bisect_left

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.indexer.fold import Squeezed, squeeze

_TEXTS = st.text("政府ab0 |\t\n\u3000“#", max_size=20)
_FURTHEST = 24


def _offsets(page: Squeezed) -> list[int]:
    return [page.offset(index) for index in range(len(page.text))]


@settings(deadline=None)
@given(_TEXTS)
def test_each_character_leads_back_to_the_page(text: str) -> None:
    page = squeeze(text)
    offsets = _offsets(page)
    assert [text[at] for at in offsets] == list(page.text)
    assert offsets == [at for at, character in enumerate(text) if character in "政府ab0"]
    assert [page.at(at) for at in range(_FURTHEST)] == [bisect_left(offsets, at) for at in range(_FURTHEST)]


@settings(deadline=None)
@given(_TEXTS)
def test_a_run_begins_where_the_page_has_something_between(text: str) -> None:
    page = squeeze(text)
    offsets = _offsets(page)
    begins = [index for index, at in enumerate(offsets) if index == 0 or at - offsets[index - 1] > 1]
    assert [page.run(index) for index in range(len(offsets))] == [
        max(begin for begin in begins if begin <= index) for index in range(len(offsets))
    ]


@settings(deadline=None)
@given(_TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_a_part_is_of_the_same_page(text: str, one: int, other: int) -> None:
    page = squeeze(text)
    start, end = sorted((min(one, len(page.text)), min(other, len(page.text))))
    part = page.part(start, end)
    assert part.text == page.text[start:end]
    assert _offsets(part) == _offsets(page)[start:end]
