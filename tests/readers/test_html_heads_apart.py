"""Is a table read whose head is a table of its own, as programs print it that keep the head in sight? Where nothing stands between."""

from __future__ import annotations

import re

import pytest
from renderers import EXACT_LAYOUTS, draw, score

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.readers.html.reader import read_html

LAYOUT = next(rendering for rendering in EXACT_LAYOUTS if rendering.name == "html_clean")
HEADS = 3  # rows of the heads of tables three and four


def head_apart(table: str, *, between: str = "", gutter: str = "", again: bool = False) -> str:
    """Return a table of HTML as two, in the elements that a known program puts around them; `again`: also for columns that stay."""
    rows = re.findall("(?s)<tr>.*?</tr>", table)
    head = re.sub("<td([^>]*)>([^<]*)</td>", r"<th\1><div class=cell>\2</div></th>", "".join(rows[:HEADS]))
    body = re.sub("<td([^>]*)>([^<]*)</td>", r"<td\1><div class=cell>\2</div></td>", "".join(rows[HEADS:]))
    if gutter:
        head = head.replace("</tr>", f"{gutter}</tr>", 1)
    parts = [("header", f"<thead>{head}</thead>"), ("body", f"<tbody>{body}</tbody>")]
    both = [f'<div class="el-table__{part}-wrapper"><table class="el-table__{part}">{held}</table></div>' for part, held in parts]
    fixed = f'<div class="el-table__fixed">{"".join(both)}</div>' if again else ""
    return f'<div class="el-table"><div class="hidden-columns"></div>{between.join(both)}{fixed}</div>'


@pytest.mark.parametrize(
    "said", [{}, {"gutter": "<th class='gutter' style='width:0'></th>"}, {"again": True}], ids=["plain", "gutter", "again"]
)
def test_a_head_in_a_table_of_its_own_is_that_of_the_table_below(said: dict[str, object]) -> None:
    for seed in range(1, 9):
        facts, content = draw(LAYOUT, seed)
        page = content.decode()
        for table in re.findall("(?s)<table.*?</table>", page)[1:]:
            page = page.replace(table, head_apart(table, **said))  # type: ignore[arg-type]
        (report,) = parse_source(Source(page.encode(), "a.html"))
        found = score(facts, report)
        assert (found.wrong, found.missed) == (0, 0)


def tables(markup: str) -> list[int]:
    """Return how many rows the tables of a page have."""
    return [len(table.rows) for table in read_html(Source(f"<body>{markup}</body>".encode(), "a.html")).tables]


HEAD, BODY = "<table><tr><th>结果</th><th>件数</th></tr></table>", "<table><tr><td>予以公开</td><td>24</td></tr></table>"


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        (f"{HEAD}{BODY}", [2]),
        (f"<div><div>{HEAD}</div><p> </p></div><div>{BODY}</div>", [2]),
        (f"<div>{HEAD}<p>去年</p></div><div>{BODY}</div>", [1, 1]),
        (f"<div>{HEAD}</div>去年<div>{BODY}</div>", [1, 1]),
        (f"{HEAD}<div><p>去年</p>{BODY}</div>", [1, 1]),
        (f"{HEAD}{BODY.replace('</tr>', '<td>6</td></tr>')}", [1, 1]),
        (f"{HEAD.replace('件数', '24')}{BODY}", [1, 1]),
        (f"{HEAD}{BODY.replace('<td>予以公开</td>', '<th>予以公开</th>')}", [1, 1]),
        (f"{BODY}{BODY}", [1, 1]),
        (f"{HEAD}{HEAD}{BODY}", [1, 2]),
    ],
)
def test_only_a_head_right_above_a_body_as_wide_is_its_own(markup: str, rows: list[int]) -> None:
    assert tables(markup) == rows
