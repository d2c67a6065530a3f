"""Which tables that were not read whole are read by what their heads say of their columns?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gongkai.indexer import page
from gongkai.indexer.fold import Squeezed
from gongkai.indexer.tables.heads.column_heads import read_by_column_heads
from gongkai.indexer.tables.heads.columns_of_review import place_of_review, read_review_by_column_heads
from gongkai.indexer.tables.heads.listed_heads import read_by_listed_heads
from gongkai.indexer.tables.labels import ROWS, Label
from gongkai.indexer.tables.ownership.over_tables import claim
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import TableText

__all__ = ["read_by_heads"]

_LABELS = ("上年结转政府信息公开申请数量", "结转下年度继续办理")
_ITS_YEAR = 2  # what a caption claims that names the report's year
_ROWS = frozenset(ROWS["requests"])


def read_by_heads(
    found: dict[str, TableText],
    read: dict[str, dict[str, Reading]],
    tables: Sequence[page.Table],
    squeezed: Squeezed,
    folded: str,
    labels: Sequence[Label],
) -> None:
    """Read what was not read by rows in the form's order by the words above the columns, where nothing that was read is against it."""
    if (
        "requests" in read
        and "requests" in found
        and (rows := _requests(found["requests"], read["requests"], tables, squeezed, folded))
    ):
        read["requests"] = rows
    if read.get("review", True):
        return
    text = found.get("review") or place_of_review(labels, squeezed)
    if text and (by_heads := read_review_by_column_heads(text, tables, folded)):
        found["review"], read["review"] = by_heads


def _requests(
    text: TableText, read: Mapping[str, Reading], tables: Sequence[page.Table], squeezed: Squeezed, folded: str
) -> dict[str, Reading]:
    """Return the rows of a table three of which not all were read; none where its head does not tell its columns."""
    if text.exact or all(read.get(row) for row in _ROWS.intersection(row for row in text.rows if row)):
        return {}
    if _has_another(text, squeezed) and claim(text.start, 0, folded) < _ITS_YEAR:
        return {}
    rows = read_by_column_heads(text, tables, folded) or ({} if tables else read_by_listed_heads(text, folded))
    agrees = all(
        row in rows and all(v.value in (None, w.value) for v, w in zip(reading.values, rows[row].values, strict=True))
        for row, reading in read.items()
    )
    return rows if agrees else {}


def _has_another(text: TableText, squeezed: Squeezed) -> bool:
    """Tell whether rows of a table three stand elsewhere on the page as well; a year that heads a column is no caption of either."""
    outside = squeezed.text[: squeezed.at(text.start)] + squeezed.text[squeezed.at(text.end) :]
    return all(label in outside for label in _LABELS)
