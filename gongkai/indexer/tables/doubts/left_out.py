"""Which rows may rest on cells that the page leaves out, or end with a number that is the page's? They are dropped."""

from __future__ import annotations

from itertools import pairwise

from gongkai.indexer.tables.doubts.doubts import doubt_order
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import TableText

__all__ = ["doubt_blanks", "doubt_ends"]

_LICENSING = "proactive.licensing"
_BELOW = {  # rows under one head, in 2021 licences stand alone
    "proactive.rules": "proactive.normative_documents",
    _LICENSING: "proactive.other_services",
    "proactive.penalties": "proactive.compulsion",
}


def doubt_blanks(found: dict[str, TableText], read: dict[str, dict[str, Reading]], folded: str) -> None:
    """Drop rows of tables two and four whose last, empty cell may be a separator that fills the line up.

    Unless the page prints an empty cell before a number elsewhere, and leaves none out. Table three is wider than its rows.
    """
    doubt_order(found, read)
    drops = any(text.drops_blanks for text in found.values())
    readings = [r.values for rows in read.values() for r in rows.values() if r.placed]
    keeps = any(not a.raw and a.start == a.end and b.raw for values in readings for a, b in pairwise(values))
    if "requests" in found and found["requests"].drops_blanks:
        read["requests"] = {row: r for row, r in read["requests"].items() if not r.placed or r.values[-1].raw}
    if drops and "proactive" in read and "proactive" in found:
        read["proactive"] = {row: r for row, r in read["proactive"].items() if not _ends_outside(r, folded)}
        for row, below in _BELOW.items():  # its cells may be left out, and the numbers those of the lost label below
            if below not in found["proactive"].rows and not (row == _LICENSING and _is_single(read["proactive"].get(row))):
                read["proactive"].pop(row, None)
    for key in ("proactive", "review"):
        if key in found and found[key].may_drop and (drops or not keeps):
            rows = read[key]
            sure = {row: r for row, r in rows.items() if not r.open_end}
            read[key] = sure if key == "proactive" or len(sure) == len(rows) else {}


def doubt_ends(read: dict[str, dict[str, Reading]], folded: str) -> None:
    """Drop what ends with a number that no separator closes, where the end of another table is closed: it is the page's."""
    last = {key: max((r.values[-1].end, row) for row, r in rows.items())[1] for key, rows in read.items() if rows}
    is_open = [key for key, row in last.items() if _ends_outside(read[key][row], folded)]
    if is_open and any(_is_closed(read[key][row], folded) for key, row in last.items()):
        for key in is_open:
            read[key] = {} if key == "review" else {row: r for row, r in read[key].items() if row != last[key]}


def _is_single(reading: Reading | None) -> bool:
    return reading is not None and len(reading.values) == 1


def _is_closed(reading: Reading, folded: str) -> bool:
    return folded[(end := reading.values[-1].end) : end + 3].lstrip().startswith("|")


def _ends_outside(reading: Reading, folded: str) -> bool:
    """Tell whether the last of separated cells, each on its line, is closed by no separator: it may be the page's number."""
    before, last = reading.values[-2:] if len(reading.values) > 1 else (None, reading.values[-1])
    between = folded[before.end : last.start] if before else ""
    return "|" in between and "\n" in between and not _is_closed(reading, folded)
