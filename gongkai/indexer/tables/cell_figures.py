"""How do readings become figures? A cell that was read has its value; one that was not says why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.labels import ROWS
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form import SUBTOTAL, Table
from gongkai.report import Figure, Number, State

__all__ = ["figures_of", "spans_of"]

_MOST_RULED_OUT = 5  # other values of a cell that are told
_PRINTED = expression(r"[\d百千万]|[一二三四五六七八九]十")
_DIGIT = expression(r"\d")
_REQUESTS = frozenset(ROWS["requests"])
_SPLIT = ("requests.other.correction_overdue", "requests.other.fee_overdue")  # rows of (六) that only the form of 2021 has


def figures_of(table: Table, rows: Mapping[str, Reading], text: TableText | None, folded: str) -> dict[str, Figure]:
    """Return the figures of a table by name; cells without a reading are illegible where digits stand, else missing."""
    names = {row.key: list(row.names) for row in table.rows}
    is_split = table.key == "requests" and text is not None and not text.rows.isdisjoint(_SPLIT)
    if (
        SUBTOTAL in rows
        and SUBTOTAL not in names
        and not is_split
        and not any(row in rows for row in names if row.startswith("requests.other."))
    ):
        names[SUBTOTAL] = [f"requests.other.subtotal.{c.key}" for c in table.rows[0].columns]
    is_split &= any(row in rows for row in _SPLIT)  # 其他 alone may be what is left of 其他处理
    for row in (row for row in rows if is_split and row in _REQUESTS - {SUBTOTAL} and row not in names):
        names[row] = [f"{row}.{c.key}" for c in table.rows[0].columns]
    seen = {s.row for s in text.segments if s.end - s.start > 1} if text else set()
    if is_split and text and not any(s.row == SUBTOTAL and _DIGIT.search(folded, s.start, s.end) for s in text.segments):
        seen.discard(SUBTOTAL)  # (六) heads its three rows and has no cells of its own
    figures: dict[str, Figure] = {}
    for key, cells in names.items():
        reading = rows.get(key)
        if reading is None:
            state = State.ILLEGIBLE if key in seen else State.MISSING
            figures |= {name: Figure(name, None, state) for name in cells}
        elif text and _prints_what_is_blank(text, key, reading, folded):
            figures |= {name: Figure(name, None, State.ILLEGIBLE) for name in cells}
        else:
            figures |= _figures(cells, reading)
    return figures


def _prints_what_is_blank(text: TableText, row: str, reading: Reading, folded: str) -> bool:
    """Tell whether a number stands on the line of a row's label whose cells were all taken for empty: 1537(不含撤销3件), 三百."""
    if any(value.state is not State.BLANK or value.raw for value in reading.values):
        return False
    for place, segment in enumerate(text.segments):
        if segment.row == row:
            labels = (other.label[0] for other in text.segments[place + 1 :] if not other.unknown)
            until = next((start for start in labels if start >= segment.label[1]), text.end)
            if _PRINTED.search(folded[segment.label[1] : until].partition("\n")[0]):
                return True
    return False


def spans_of(text: TableText, rows: Mapping[str, Reading], folded: str) -> list[tuple[int, int]]:
    """Return the ranges of the table that became figures: a row that could not be read stays in the section's text."""
    spans, at = [], text.start
    for segment in text.segments:
        unread = segment.unknown or (segment.row is not None and text.key != "review" and segment.row not in rows)
        if unread and any(c.isdigit() for c in folded[segment.start : segment.end]):
            spans.append((at, segment.label[0]))
            at = segment.end
    spans.append((at, text.end))
    if text.key == "review" and not rows:
        return []
    return [(start, end) for start, end in spans if start < end]


def _figures(names: Sequence[str], reading: Reading) -> dict[str, Figure]:
    many = reading.glued and any(len(v.raw) > 1 for v in reading.values)
    basis = "identity" if many else "count" if reading.glued else "order" if reading.ordered else "label"
    figures = {}
    for column, (name, v) in enumerate(zip(names, reading.values, strict=False)):
        state = State.READ if v.state is State.INFERRED and not many else v.state
        ruled_out = _ruled_out(column, reading) if reading.others else ()
        figures[name] = Figure(name, v.value, state, v.raw, (v.start, v.end), basis, ruled_out)
    return figures


def _ruled_out(column: int, reading: Reading) -> tuple[Number, ...]:
    value = reading.values[column].value
    others = dict.fromkeys(other.values[column].value for other in reading.others)
    return tuple(number for number in others if number is not None and number != value)[:_MOST_RULED_OUT]
