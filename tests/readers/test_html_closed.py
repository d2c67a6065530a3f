"""Is a table read that a page shows only once somebody opens it? Not beside one of its kind that is seen; where it is the only one."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import pytest
from renderers import EXACT_LAYOUTS, draw, score

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.readers.html.reader import read_html

LAYOUT = next(rendering for rendering in EXACT_LAYOUTS if rendering.name == "html_clean")
CLOSED = [
    "<details><summary>另表</summary>{}</details>",
    "<dialog>{}</dialog>",
    "<template>{}</template>",
]


def others(tables: str, seed: int) -> str:
    """Return tables with other numbers."""
    chance = Random(seed)
    return re.sub(r">(\d+)<", lambda number: f">{int(number[1]) + chance.randint(1, 60)}<", tables)


def counts(change: Callable[[str, int], str]) -> tuple[int, int]:
    """Return how many numbers are wrong and missed in pages whose sections two to four are changed so."""
    wrong = missed = 0
    for seed in range(1, 7):
        facts, content = draw(LAYOUT, seed)
        page = content.decode()
        begin, end = page.index("<h2>二、主动公开"), page.index("<h2>五、")
        (report,) = parse_source(Source((page[:begin] + change(page[begin:end], seed) + page[end:]).encode(), "a.html"))
        found = score(facts, report)
        wrong, missed = wrong + found.wrong, missed + found.missed
    return wrong, missed


@pytest.mark.parametrize("closed", CLOSED)
def test_closed_tables_beside_those_that_are_seen_give_no_number(closed: str) -> None:
    assert counts(lambda tables, seed: closed.format(others(tables, seed)) + tables) == (0, 0)
    assert counts(lambda tables, seed: tables + closed.format(others(tables, seed))) == (0, 0)


@pytest.mark.parametrize("closed", CLOSED[:2])
def test_closed_tables_that_are_the_only_ones_are_read(closed: str) -> None:
    assert counts(lambda tables, _: closed.format(tables)) == (0, 0)
    assert counts(lambda tables, _: re.sub("(?s)<table.*?</table>", lambda table: closed.format(table[0]), tables)) == (0, 0)


def test_what_is_open_counts_as_what_is_seen() -> None:
    wrong, missed = counts(lambda tables, seed: f"<details open>{others(tables, seed)}</details>{tables}")
    assert (wrong, missed > 0) == (0, True)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>正文</p><details><summary>说明</summary>收到申请12件。</details>", "正文\n说明\n收到申请12件。\n"),
        ("<p>正文</p><dialog>收到申请12件。</dialog>", "正文\n"),
        ("<p>正文</p><dialog open>收到申请12件。</dialog>", "正文\n收到申请12件。\n"),
        ("<dialog>一、总体情况</dialog><p>正文</p>", "一、总体情况\n正文\n"),
    ],
)
def test_sentences_of_a_dialog_are_closed_and_those_of_details_are_not(markup: str, text: str) -> None:
    assert read_html(Source(f"<body>{markup}</body>".encode(), "a.html")).text == text
