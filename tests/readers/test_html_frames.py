"""Is a table read that a page holds in a frame of its own? As on the page itself; what frames elsewhere hold is not."""

from __future__ import annotations

import re
from html import escape

import pytest
from renderers import EXACT_LAYOUTS, draw, score

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.readers.html.reader import read_html

LAYOUT = next(rendering for rendering in EXACT_LAYOUTS if rendering.name == "html_clean")
TABLE = "<table><tr><td>予以公开</td><td>24<b class=x>7</b></td><td>6</td></tr></table>"


def text(markup: str) -> str:
    return read_html(Source(f"<html><body><p>前</p>{markup}<p>后</p></body></html>".encode(), "a.html")).text


def frame(content: str, said: str = "") -> str:
    return f'<iframe {said} srcdoc="{escape(content)}"></iframe>'


@pytest.mark.parametrize("parts", ["(?s)<table.*?</table>", "(?s)<h2>二、主动公开.*(?=<h2>五、)"])
def test_tables_in_frames_are_read(parts: str) -> None:
    for seed in range(1, 7):
        facts, content = draw(LAYOUT, seed)
        page = re.sub(parts, lambda part: frame(part[0]), content.decode())
        (report,) = parse_source(Source(page.encode(), "a.html"))
        found = score(facts, report)
        assert (found.wrong, found.missed) == (0, 0)


def test_a_frame_has_its_sheets_and_its_own_look() -> None:
    assert text(frame(f"<head><style>.x{{display:none}}</style></head><body>表{TABLE}")) == "前\n表\n予以公开 | 24 | 6\n后\n"
    for said in ("hidden", "style='display:none'", "width=0 height=0"):
        assert text(frame(TABLE, said)) == "前\n后\n"


@pytest.mark.parametrize("markup", ["<iframe src='b.html'>24</iframe>", "<iframe srcdoc=''>24</iframe>", frame(frame(TABLE))])
def test_other_frames_hold_nothing(markup: str) -> None:
    assert text(markup) == "前\n后\n"
