"""Does each number of a list of 2014 stand before its label, where the head that would say so is lost: 12 件 (一)收到申请数?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.lists.lines_of_list import are_serials
from gongkai.indexer.tables.lists.ordinals_of_list import ORDINALS
from gongkai.indexer.tables.tables import Segment, TableText

__all__ = ["numbers_lead"]

_NEAR = 60  # characters before a label
_LEAD = expression(
    r"(?<![\d.,年月(])(?P<number>\d[\d,]*)(?:\.\d+)?(?![\d.、)年月日])[\s|]*(?:[(]?(?:条|件|次|篇|个|人次?|万元)[)]?[\s|]*){0,2}"
    r"(?:[(\[]?[一二三四五六七八九十\d]{1,2}[)\]、.]+[\s|]*)?(?:其中:?[\s|]*)?\Z"
)
_FEWEST, _MOST = 2, 0.5  # headings above a number


def numbers_lead(text: TableText, folded: str) -> bool:
    """Tell whether the first row has a number before it and the last none behind, or headings have the numbers of the rows below."""
    rows = [segment for segment in text.segments if segment.row and not segment.unknown]
    leads = [lead for segment in rows if (lead := _lead(segment, folded))]
    if not leads or are_serials([lead["number"] for lead in leads]):
        return False
    last = folded[rows[-1].label[1] : rows[-1].end]
    return (_lead(rows[0], folded) is not None and not any(map(str.isdigit, last))) or _stand_below_headings(
        text.segments, folded
    )


def _stand_below_headings(segments: Sequence[Segment], folded: str) -> bool:
    known = [segment for segment in segments if not segment.unknown]
    headings = [(a, b) for a, b in pairwise(known) if a.row is None and b.row]
    led = [lead for a, b in headings if (lead := _lead(b, folded)) and lead.start() >= a.label[1]]
    return len(led) >= max(_FEWEST, _MOST * len(headings))


def _lead(segment: Segment, folded: str) -> re.Match[str] | None:
    start = segment.label[0]
    found = _LEAD.search(folded, max(0, start - _NEAR), start)
    return None if found is None or found["number"] == ORDINALS.get(segment.row or "") else found
