"""Who, where and when: the gazetteer's loading, the resolver beside the parse of the same pages, and the memory both take."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.corpus import pages
from benchmarks.measuring import Row, best_of
from gongkai.indexer.agencies.metadata import read_metadata
from gongkai.indexer.gazetteer.gazetteer import Gazetteer, columns
from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.readers import read_page

__all__ = ["resolving"]

_PAGES = 60
_RESIDENT = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmRSS')))"
_IMPORTS = "import gongkai.indexer.parse as parse; from gongkai.indexer.page import Source\n"
_RESOLVED = "parse.parse_source(Source('白银区某镇人民政府2023年政府信息公开工作年度报告\\n一、总体情况\\n公开信息3条。'.encode(), 'a.txt'))\n"


def resolving() -> list[Row]:
    """Return the rows."""
    load, unpack = best_of(5, Gazetteer), best_of(5, lambda: columns("units.tsv.gz", 7))
    return [
        Row(
            "gazetteer loaded",
            f"{load * 1000:.0f} ms",
            "unpacking its file",
            f"{unpack * 1000:.0f} ms",
            load / unpack,
            "≤ 100 ms",
        ),
        _beside_parsing(),
        _memory(),
    ]


def _beside_parsing() -> Row:
    paths = sorted(pages(1_000).iterdir())[:_PAGES]
    sources = [Source(path.read_bytes(), path.name) for path in paths if path.suffix in (".html", ".txt")]
    read = [(read_page(source), source) for source in sources]
    ours = best_of(5, lambda: [read_metadata(page, source) for page, source in read]) / len(sources)
    whole = best_of(5, lambda: [parse_source(source) for source in sources]) / len(sources)
    what = f"agency, place and year of a page, {1 / ours:,.0f} a second a core"
    return Row(what, f"{ours * 1000:.1f} ms", "the whole parse of the page", f"{whole * 1000:.1f} ms", ours / whole, "≤ 0.4")


def _memory() -> Row:
    ours, bare = _resident(_IMPORTS + _RESOLVED), _resident(_IMPORTS)
    return Row("resident memory, a page resolved", f"{ours:.0f} MB", "imports alone", f"{bare:.0f} MB", ours / bare, "")


def _resident(code: str) -> float:
    process = subprocess.run([sys.executable, "-c", code + _RESIDENT], check=True, capture_output=True, text=True)
    return int(process.stdout) / 1024
