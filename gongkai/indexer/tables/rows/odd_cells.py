"""Where does a row end one of whose cells prints a number in words of its own? 政府集中采购 | 3 | 约52万元 |

The cell costs itself alone, where the line has just as many cells as the row, and those of table three add up with the
number in it: none is lost, none is the page's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.rows.splits import adds_up
from gongkai.mappings.form import FORMS

__all__ = ["behind_odd_cells", "in_all"]

_CELL = r"[ ]*+(?>(?:[^\s|第见附详注表年][^\n|\t第见附详注表年]{0,17}+)?)"  # possessive: a page of tabs must not take time
_ROW = expression(rf"[ ]*+[|\t](?P<cells>{_CELL}(?:[|\t]{_CELL}){{0,15}})(?P<end>[|\t \u200b]*+)(?=\n|\Z)")
# A number with words around it; before it no more than say that it is one.
_ODD = expression(
    r"(?:约|大约|近|共|共计|合计|总计|总数|计|超|超过|逾|净|[增减][加少]?|新增|上升|下降)?[:/]?"
    r"\d[\d,.]*+(?!大?类|项目)[^\d]{0,8}(?:\d[\d,.]*[^\d]{0,5})?"
)
_CLEAN = expression(r"[-+]?\d[\d,.]*|[-/]?")
_IN_ALL = expression(r"[ \t]*(?:共计?|合计|总计|计)(?=\d)")
_DIGITS = expression(r"\d[\d,]*")
_SUMMED = 7  # cells of a row that adds up
_COUNTS: dict[str, set[int]] = {}
for _form in FORMS.values():
    for _table in _form.tables:
        for _row in _table.rows:
            _COUNTS.setdefault(_row.key, set()).add(len(_row.columns))


def behind_odd_cells(row: str, folded: str, start: int, end: int) -> int | None:
    """Return where the row's line ends whose label ends at `start`; null where it has no odd cell, or other cells than the row's."""
    found = _ROW.match(folded, start, end)
    if found is None:
        return None
    cells = [cell.strip() for cell in re.split(r"[|\t]", found["cells"])]
    while cells and not cells[-1]:
        cells.pop()
    odd = [cell for cell in cells if not _CLEAN.fullmatch(cell)]
    if len(cells) not in _COUNTS[row] or not odd or not all(map(_ODD.fullmatch, odd)):
        return None
    is_sound = len(cells) < _SUMMED or adds_up([_number_in(cell) for cell in cells])
    return found.end("cells") if is_sound else None


def _number_in(cell: str) -> int:
    digits = _DIGITS.search(cell)
    return int(digits[0].replace(",", "")) if digits else 0


def in_all(folded: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the cells of a row of one number; where it is its only one, without words that say that it counts all: 共12, 合计12."""
    if len(spans) == 1 and (words := _IN_ALL.match(folded, *spans[0])):
        return [(words.end(), spans[0][1])]
    return list(spans)
