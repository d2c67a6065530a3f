"""Where do copies print the first part of table two that a tool took for a table of its own? Below the others, with its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import value_of
from gongkai.indexer.tables.labels import PROACTIVE
from gongkai.indexer.tables.ownership.over_tables import claim
from gongkai.indexer.tables.tables import TableText
from gongkai.report import Figure, State

__all__ = ["documents_apart"]

_ROWS = [row for row in PROACTIVE["2021"].values() if len(row.columns) > 1]
_NAMES = [name for row in _ROWS for name in row.names]
_BREAK = r"[ \t]*(?:\||\t)[ \t]*"
_OPEN, _CLOSE = r"^[ \t]*(?:\|[ \t]*)?", r"[ \t]*\|?[ \t]*"
_CELLS = rf"{_BREAK}(\d{{1,6}})" * 3
_RULE = r"(?:[ \t]*\|(?:[ \t]*-{3,}[ \t]*\|)+[ \t]*\n)?"
_HEAD = "".join(_BREAK + re.escape(column.label) for column in _ROWS[0].columns)
_HEADINGS = expression(
    r"表[二2]|(?:二、)?主动公开政府信息情况|第二十条第[(][一五六八][)]项|[|:#-]"
)  # and nothing else may stand between
_PART = expression(
    rf"{_OPEN}信息内容{_HEAD}{_CLOSE}\n{_RULE}{_OPEN}规章{_CELLS}{_CLOSE}\n{_RULE}{_OPEN}(?:行政)?规范性文件{_CELLS}{_CLOSE}$",
    re.MULTILINE,
)


def documents_apart(
    form: str | None, found: Mapping[str, TableText], figures: Mapping[str, Figure], folded: str
) -> Iterator[Figure]:
    """Yield the figures of 规章 and 行政规范性文件 where one table of the page, of these rows alone, prints them cell for cell.

    It stands right behind the rows of table two, which name neither, and says of no other year or body.
    """
    text = found.get("proactive") if form == "2021" else None
    if text is None or text.disputed or text.rows & {row.key for row in _ROWS}:
        return
    parts = list(_PART.finditer(folded))
    if len(parts) != 1:
        return
    part = parts[0]
    start, end = part.start(), min(text.end, part.start())
    is_next = not folded[start : text.end].strip(" \t\n|") and not _HEADINGS.sub("", folded[end:start]).strip()
    if not is_next or claim(start, end, folded) == 0 or any((f := figures.get(name)) and f.value is not None for name in _NAMES):
        return
    for name, group in zip(_NAMES, range(1, len(_NAMES) + 1), strict=True):
        v = value_of(folded, *part.span(group), "count")
        if v.state is State.READ:
            yield Figure(name, v.value, v.state, v.raw, (v.start, v.end), "label")
