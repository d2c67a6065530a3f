"""Which form do a page's tables follow? Told by their labels, never by the year."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form import FORMS, SUBTOTAL

__all__ = ["form_of"]

_DECISIONS = ("proactive.licensing", "proactive.penalties", "proactive.compulsion")
_NUMBER = expression(r"[-+]?\d[\d,.]*")
_TELLING = {  # words of table two that only one form has
    key: {squeeze_label(word) for row in FORMS[key].tables[0].rows for c in row.columns for word in (c.label, *c.spellings)}
    for key in ("2021", "2019")
}
_TELLING["2019"] |= {"其他对外管理服务事项", "政府集中采购"}
_TELLING["2019"] -= {"处理决定数量"}  # what is left of 本年处理决定数量 when its first character is damaged


def form_of(found: dict[str, TableText], folded: str) -> str | None:
    """Tell the form by its labels, never by the year."""
    words = {word for table in found.values() for word in table.words}
    old, new = len(words & _TELLING["2019"]), len(words & _TELLING["2021"])
    if old != new and not (new < old + 2 and _prints_threes(found, folded)):
        return "2019" if old > new else "2021"
    if not found:
        return None
    if _prints_threes(found, folded):
        return "2019"
    if "statistics" in found and not found.keys() & {"proactive", "requests"}:
        return "2014"
    segments = found["requests"].segments if "requests" in found else []
    split = any(s.row in ("requests.other.correction_overdue", "requests.other.fee_overdue") for s in segments)
    whole = any(s.row == SUBTOTAL and s.end - s.start > 7 for s in segments)
    return "2019" if whole and not split else "2021"


def _prints_threes(found: dict[str, TableText], folded: str) -> bool:
    """Tell whether the decisions stand behind last year's items and their change: three numbers, where 2021 has one."""
    segments = found["proactive"].segments if "proactive" in found else []
    lines = [folded[s.start : s.end].strip().split("\n")[0] for s in segments if s.row in _DECISIONS and not s.unknown]
    numbers = [_NUMBER.findall(line) for line in lines]
    if any(len(row) == 3 and len(set(row)) == 1 and row[0] != "0" for row in numbers):
        return False  # one number, printed in each of the three cells that it spans
    return sum(len(row) == 3 for row in numbers) >= 2
