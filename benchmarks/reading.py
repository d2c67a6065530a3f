"""Page to report, beside a bare lxml parse of the same bytes."""

from __future__ import annotations

from pathlib import Path

import lxml.html

from benchmarks.corpus import pages
from benchmarks.measuring import Row, best_of
from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source

__all__ = ["reading"]

_SMALLEST, _LARGEST = 50_000, 120_000  # bytes of a real page
_PAGES = 40


def reading() -> list[Row]:
    """Return the rows."""
    folder = pages(1_000)
    html = [path for path in sorted(folder.glob("*.html")) if _SMALLEST <= path.stat().st_size <= _LARGEST][:_PAGES]
    text = sorted(folder.glob("*.txt"))[:_PAGES]
    contents = [path.read_bytes() for path in html]
    bare = best_of(3, lambda: [lxml.html.document_fromstring(content) for content in contents]) / len(html)
    ours, plain = _parse(html), _parse(text)
    size = sum(map(len, contents)) / len(contents) / 1000
    return [
        Row(f"HTML page of {size:.0f} KB to report", _ms(ours), "bare lxml parse", _ms(bare), ours / bare, "≤ 10"),
        Row("text page to report", _ms(plain), "HTML page to report", _ms(ours), plain / ours, "≤ 1"),
    ]


def _parse(paths: list[Path]) -> float:
    sources = [Source(path.read_bytes(), path.name) for path in paths]
    parse_source(sources[0])  # loads the gazetteer
    return best_of(3, lambda: [parse_source(source) for source in sources]) / len(sources)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
