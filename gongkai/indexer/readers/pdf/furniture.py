"""Which lines of a PDF belong to the paper and not to the text? Page numbers, running heads and feet.

A page number stands at the upper or lower edge; without decoration (`- 3 -`, `3 / 6`) it must count with the
pages. A line printed at the same height on most pages is a running one: it is kept once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.pdf.page import Item, SheetItems
from gongkai.indexer.readers.pdf.words import Line

__all__ = ["without_furniture"]

EDGE = 0.14  # of the height: the strip at each edge in which bare page numbers and running lines stand
REPEATED = 0.6  # of the pages, and three at least: a line on so many is a running one

_DASH = r"[-—–―─·•~～]"
_DECORATED = expression(
    rf"{_DASH}{{1,4}}\s?\d{{1,4}}\s?{_DASH}{{0,4}}|\d{{1,4}}\s?{_DASH}{{1,4}}|\d{{1,4}}\s?[/／]\s?\d{{1,4}}"
    r"|第?\s?\d{1,4}\s?页?[/／,，|\s]{0,3}共\s?\d{1,4}\s?页|第\s?[\d一二三四五六七八九十]{1,4}\s?页"
    r"|page\s?\d{1,4}(\s?(of|/)\s?\d{1,4})?",
    re.IGNORECASE,
)
_BARE = expression(r"\d{1,4}")
_DIGITS = expression(r"\d+")

_Key = tuple[str, int]


def without_furniture(pages: Sequence[SheetItems]) -> tuple[list[list[Item]], list[str]]:
    """Return the items of each page that are text, and the running feet, each once."""
    offset = _offset(pages)
    running = _running(pages)
    seen: set[_Key] = set()
    feet: list[str] = []
    shown: list[list[Item]] = []
    for index, page in enumerate(pages):
        kept: list[Item] = []
        for item, edge in _with_edges(page):
            if edge and isinstance(item, Line):
                if _is_number(item, page, index, offset):
                    continue
                key = _key(item)
                if key in running and _at_edge(item, page):
                    again, foot = key in seen, item.middle > page.height / 2
                    seen.add(key)
                    feet += [item.text] if foot and not again else []
                    if again or foot:
                        continue
            kept.append(item)
        shown.append(kept)
    return shown, feet


def _with_edges(page: SheetItems) -> list[tuple[Item, bool]]:
    """Return the items of a page; true marks the two first and the two last, when they are lines."""
    last = len(page.items) - 1
    return [(item, index < 2 or index > last - 2) for index, item in enumerate(page.items)]


def _is_number(line: Line, page: SheetItems, index: int, offset: int | None) -> bool:
    text = line.text.strip()
    if _DECORATED.fullmatch(text):
        return True
    return bool(_BARE.fullmatch(text)) and _at_edge(line, page) and int(text) - index == offset


def _at_edge(line: Line, page: SheetItems) -> bool:
    return line.middle < EDGE * page.height or line.middle > (1 - EDGE) * page.height


def _offset(pages: Sequence[SheetItems]) -> int | None:
    """Return by how much bare page numbers run ahead of the pages; None when they do not count with them."""
    found: Counter[int] = Counter()
    for index, page in enumerate(pages):
        lines = [item for item, edge in _with_edges(page) if edge and isinstance(item, Line)]
        found.update({int(ln.text) - index for ln in lines if _BARE.fullmatch(ln.text) and _at_edge(ln, page)})
    if not found:
        return None
    offset, count = found.most_common(1)[0]
    return offset if offset == 1 or 1 < count > len(pages) / 2 else None


def _running(pages: Sequence[SheetItems]) -> set[_Key]:
    """Return the keys of lines that stand at one height on most pages."""
    found: Counter[_Key] = Counter()
    for page in pages:
        lines = [item for item, edge in _with_edges(page) if edge and isinstance(item, Line)]
        found.update({_key(line) for line in lines if _at_edge(line, page)})
    least = max(3, REPEATED * len(pages))
    return {key for key, count in found.items() if count >= least}


def _key(line: Line) -> _Key:
    """Return what is the same on every page: the text but for its numbers, and its height."""
    return _DIGITS.sub("#", line.text), round(line.middle / 6)
