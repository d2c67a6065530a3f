"""What is a page? The one shape that every medium is read into.

A page is one linear text. Table rows are lines, their cells are separated by ` | ` (an empty cell leaves
two separators side by side, a spanned cell is printed once); everything after the readers works on
offsets into that text. `tables` holds the same cells as grids, spans unrolled on demand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

__all__ = ["DATE_META", "PARSER_VERSION", "TITLE_META", "Block", "Cell", "Page", "Source", "Table"]

PARSER_VERSION = "26"
"""Raised whenever the same page may give another report: pages read by an older one are read again. Here, and not
where pages are read, because who brings in lines of `parse` has no use for the half second that the parser takes to load."""

TITLE_META = ("articletitle", "title", "og:title", "headline")
DATE_META = (
    "pubdate", "publishdate", "article:published_time", "datepublished", "publish_date", "pub_date", "publishtime",
    "firstpublishedtime", "others", "createdate", "date", "dc.date", "datecreated",
)  # fmt: skip
"""Metadata that say what the page's article is called and when it was published, the surest first."""

_EMPTY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes and where they came from. `origin` is a path, or `archive!member`."""

    content: bytes
    origin: str
    url: str | None = None
    title: str | None = None
    media_type: str | None = None  # "text/html", "text/plain", "application/pdf", …; null: found by content

    @property
    def sha256(self) -> str:
        """Digest of the bytes."""
        return hashlib.sha256(self.content).hexdigest()


class Block(NamedTuple):
    """A stretch `[start, end)` of the page's text: a paragraph, a heading, or a table."""

    start: int
    end: int
    kind: str = "paragraph"  # paragraph | heading | table


class Cell(NamedTuple):  # a page has 300: made in a third of the time that a frozen dataclass takes
    """A table cell at `[start, end)` of the page's text."""

    start: int
    end: int
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A data table: rows of cells as written in the source."""

    rows: tuple[tuple[Cell, ...], ...]

    @property
    def span(self) -> tuple[int, int] | None:
        """Where its cells begin and end in the page's text; null when it has none."""
        filled = [row for row in self.rows if row]
        return (filled[0][0].start, filled[-1][-1].end) if filled else None

    def grid(self) -> list[list[Cell | None]]:
        """Return the rectangular grid, spans unrolled; null where no cell reaches."""
        grid: list[dict[int, Cell]] = [{} for _ in self.rows]
        for r, row in enumerate(self.rows):
            c = 0
            for cell in row:
                while c in grid[r]:
                    c += 1
                for below in range(r, min(r + cell.rowspan, len(self.rows))):
                    for right in range(c, c + cell.colspan):
                        grid[below].setdefault(right, cell)
                c += cell.colspan
        width = max((max(row, default=-1) for row in grid), default=-1) + 1
        return [[row.get(c) for c in range(width)] for row in grid]


@dataclass(frozen=True, slots=True)
class Page:
    """A source, read. `meta` holds name → content pairs that the medium states about itself."""

    text: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    title: str | None = None
    url: str | None = None
    meta: Mapping[str, str] = field(default_factory=lambda: _EMPTY)
