"""Is a table read that a page prints as a list of terms, <dl>? Where every term has numbers, told apart alike in all rows or by a head."""

from __future__ import annotations

import re
from random import Random

import pytest
from renderers import EXACT_LAYOUTS, draw, score

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.readers.html.reader import read_html

LAYOUT = next(rendering for rendering in EXACT_LAYOUTS if rendering.name == "html_clean")
HEADS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def rows_of(table: str) -> list[tuple[str, list[str]]]:
    """Return labels and numbers of a table three of HTML."""
    rows = [re.findall("<td[^>]*>([^<]*)</td>", row) for row in re.findall("(?s)<tr>.*?</tr>", table)[3:]]
    return [(row[-8], row[-7:]) for row in rows]


def scored(seed: int, *, apart: bool = True, mix: bool = False, cut: bool = False) -> tuple[int, int]:
    """Return how many numbers come out wrong and missed where table three is a list."""
    facts, content = draw(LAYOUT, seed)
    page, chance = content.decode(), Random(seed)
    (table,) = (table for table in re.findall("(?s)<table.*?</table>", page) if "本年新收" in table)
    lists = []
    for label, numbers in rows_of(table):
        cells = [f"<dd>{head}：{number}</dd>" for head, number in zip(HEADS, numbers, strict=True)]
        cells = chance.sample(cells, 7) if mix else cells[: chance.randint(2, 7)] if cut else cells
        lists.append(f"<dt>{label}</dt>{''.join(cells)}")
    said = "".join(f"<dl>{part}</dl>" for part in lists) if apart else f"<dl>{''.join(lists)}</dl>"
    (report,) = parse_source(Source(page.replace(table, said).encode(), "a.html"))
    found = score(facts, report)
    return found.wrong, found.missed


@pytest.mark.parametrize("apart", [True, False])
def test_a_list_whose_cells_say_what_they_count_is_a_table(apart: bool) -> None:
    assert [scored(seed, apart=apart) for seed in (1, 5, 6, 7)] == [(0, 0)] * 4


@pytest.mark.parametrize("said", [{"mix": True}, {"cut": True}])
def test_one_whose_rows_say_otherwise_gives_no_wrong_number(said: dict[str, bool]) -> None:
    assert all(wrong == 0 and missed > 0 for wrong, missed in (scored(seed, **said) for seed in range(1, 7)))


def text(markup: str) -> str:
    return read_html(Source(f"<body>{markup}</body>".encode(), "a.html")).text


TERMS = "".join(f"<dt>第{n}项</dt><dd>1{at}</dd>" for at, n in enumerate("一二三"))


@pytest.mark.parametrize(
    "markup",
    [
        f"<dl>{TERMS}</dl>",
        f"<dl><div>{TERMS[:30]}{TERMS[30:]}</div></dl>",
        "".join(f"<dl>{term}</dl>\n" for term in TERMS.replace("<dt>", "#<dt>").split("#")[1:]),
        f"<dl>{TERMS.replace('</dd>', '件</dd>')}</dl>",
    ],
)
def test_terms_with_numbers_are_rows(markup: str) -> None:
    assert text(markup).replace("件", "") == "第一项 | 10\n第二项 | 11\n第三项 | 12\n"


@pytest.mark.parametrize(
    "markup",
    [
        "<dl><dt>发布日期</dt><dd>2022-01-18</dd><dt>索引号</dt><dd>11-22</dd><dt>来源</dt><dd>水务局</dd></dl>",
        f"<dl>{TERMS.replace('<dd>12</dd>', '<dd>收到<p>12</p></dd>')}</dl>",
        f"<dl>{TERMS.replace('<dd>12</dd>', '')}</dl>",
        f"<dl><dd>9</dd>{TERMS}</dl>",
        f"<dl>{TERMS}<span>9</span></dl>",
    ],
)
def test_other_lists_are_lines(markup: str) -> None:
    assert " | " not in text(markup)
