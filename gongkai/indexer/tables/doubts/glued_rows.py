"""Which rows of table two have cells that run together, while a lost label or a doubled head leaves open how many there are?"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import Segment, TableText

__all__ = ["doubt_glued"]

_PENALTIES, _COMPULSION = "proactive.penalties", "proactive.compulsion"
_OF_BANDS = ("proactive.licensing", "proactive.other_services", _PENALTIES, _COMPULSION)
_RUN = expression(r"-?\d[-\d]+")
_HEAD = expression(r"信息内容(?P<columns>(?:上一年|本年|项目|数量|增/?减|处理|决定|[/\s])+)")
_TWICE = expression(r"(?:(?:本年)?处理决定数量){2}")  # of this year and the last


def doubt_glued(text: TableText, rows: dict[str, list[Reading]], folded: str) -> None:
    """Drop what may be two cells: 行政处罚128242 without 行政强制, 行政处罚259259 below 本年处理决定数量本年处理决定数量."""
    for segment in text.segments:
        row = segment.row
        if row not in _OF_BANDS or row not in rows or not _runs_together(segment, folded):
            continue
        lost = row == _PENALTIES and _COMPULSION not in text.rows
        if lost or _TWICE.search(_columns_above(segment, folded)):
            rows[row] = []


def _runs_together(segment: Segment, folded: str) -> bool:
    """Tell whether digits stand right behind a label, and nothing else: 行政处罚128242第二十条."""
    return _RUN.fullmatch(folded[segment.label[1] : segment.end].rstrip()) is not None


def _columns_above(segment: Segment, folded: str) -> str:
    """Return the words of the last head above a row."""
    heads = list(_HEAD.finditer(folded, max(0, segment.label[0] - 200), segment.label[0]))
    return "".join(heads[-1]["columns"].split()) if heads else ""
