"""Page to report, beside a bare lxml parse of the same bytes and beside trafilatura's extraction of their text."""

from __future__ import annotations

import cProfile
import pstats
from pathlib import Path

import lxml.html
import trafilatura

from benchmarks.corpus import pages
from benchmarks.measuring import Row, side_by_side
from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.workers import spare_collections

__all__ = ["reading"]

_SMALLEST, _LARGEST = 50_000, 120_000  # bytes of a real page
_PAGES = 40
_STEPS = 20  # pages that are profiled
_STEP_FUNCTIONS = {
    "bytes to page": ("__init__.py", "read_page"),
    "folding": ("fold.py", "fold"),
    "squeezing": ("fold.py", "squeeze"),
    "figures": ("figures.py", "read_figures"),
    "sections": ("sections.py", "find_sections"),
    "metadata": ("metadata.py", "read_metadata"),
    "id": ("parse.py", "_digest"),
    "findings": ("parse.py", "_findings"),
}


def reading() -> list[Row]:
    """Return the rows."""
    folder = pages(1_000)
    html = [path for path in sorted(folder.glob("*.html")) if _SMALLEST <= path.stat().st_size <= _LARGEST][:_PAGES]
    text = sorted(folder.glob("*.txt"))[: len(html)]
    html = html[: len(text)]  # as many of both
    contents = [path.read_bytes() for path in html]
    texts = [content.decode("utf-8", "replace") for content in contents]
    sources, plain_sources = ([Source(path.read_bytes(), path.name) for path in paths] for paths in (html, text))
    parse_source(sources[0])  # loads the gazetteer
    spare_collections()  # as each worker of `index` and `parse` does
    bare, ours, plain, extraction = side_by_side(
        3,
        len(html),
        lambda n: lxml.html.document_fromstring(contents[n]),
        lambda n: parse_source(sources[n]),
        lambda n: parse_source(plain_sources[n]),
        lambda n: trafilatura.extract(texts[n]),
    )
    size = sum(map(len, contents)) / len(contents) / 1000
    rows = [
        Row(f"HTML page of {size:.0f} KB to report", _ms(ours), "bare lxml parse", _ms(bare), ours / bare, "≤ 8"),
        Row("the same", _ms(ours), "trafilatura", _ms(extraction), ours / extraction, "≤ 0.5"),
        Row("text page to report", _ms(plain), "HTML page to report", _ms(ours), plain / ours, "≤ 1"),
    ]
    return [*rows, *_steps(html[:_STEPS])]


def _steps(paths: list[Path]) -> list[Row]:
    """Return what share of the time each step takes, by the functions that `parse.py` calls."""
    sources = [Source(path.read_bytes(), path.name) for path in paths]
    profile = cProfile.Profile()
    profile.runcall(lambda: [parse_source(source) for source in sources])
    stats = {(Path(file).name, name): cumulative for (file, _, name), (_, _, _, cumulative, _) in _entries(profile).items()}
    whole = stats["parse.py", "parse_source"]
    return [Row(f"of it: {what}", f"{stats[step] / whole:.0%}", "", "", None, "") for what, step in _STEP_FUNCTIONS.items()]


def _entries(profile: cProfile.Profile) -> dict[tuple[str, int, str], tuple[int, int, float, float, object]]:
    return pstats.Stats(profile).stats  # type: ignore[attr-defined, no-any-return]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
