"""What numbers does the page print? From labels, cell counts, row order and identities; never from position alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gongkai.indexer.cells import Reading, Value, read_cells, read_number
from gongkai.indexer.fold import Squeezed, squeeze_label
from gongkai.indexer.labels import ROWS, find_labels
from gongkai.indexer.solve import adds_up, choose, settle_leads
from gongkai.indexer.tables import ALIKE, Segment, TableText, find_table, resembles
from gongkai.mappings.form import FORMS, OUTCOME_GROUPS, Table
from gongkai.report import Figure, Number, State

__all__ = ["PageFigures", "read_figures"]

_DEPTH = {row.key: 0 if not row.group else 1 if row.key.count(".") == 1 else 2 for row in FORMS["2021"].tables[1].rows}
_TELLING = {  # words of table two that only one form has
    key: {squeeze_label(word) for row in FORMS[key].tables[0].rows for c in row.columns for word in (c.label, *c.spellings)}
    for key in ("2021", "2019")
}
_TELLING["2019"] |= {"其他对外管理服务事项", "政府集中采购"}
_SUBTOTAL = "requests.other.subtotal"
_DEPTH[_SUBTOTAL] = 1
# Rows that may stand without label behind a frame word.
_BAND_ROWS = {
    label: [row.key for row in FORMS["2021"].tables[1].rows if row.group == key] for key, label in OUTCOME_GROUPS.items()
}
_BAND_ROWS["本年度办理结果"] = ["requests.granted"]


@dataclass(slots=True)
class PageFigures:
    """The figures of a page and where the tables stand.

    `spans` are the ranges of the page's text that became figures and leave the sections; `tables` the range of
    each table that was found, by key.
    """

    form: str | None
    figures: dict[str, Figure]
    spans: list[tuple[int, int]] = field(default_factory=list)
    tables: dict[str, tuple[int, int]] = field(default_factory=dict)
    extra_rows: list[dict[str, object]] = field(default_factory=list)


def read_figures(page: Squeezed, folded: str) -> PageFigures:
    """Read the three tables of the official form; `folded` is the page's text, `page` the same squeezed."""
    labels = list(find_labels(page))
    found = {key: text for key in ROWS if (text := find_table(key, page, folded, labels))}
    form = _form(found)
    result = PageFigures(form, {})
    for table in FORMS[form or "2021"].tables:
        text = found.get(table.key)
        rows = _read_table(table, text, folded, result) if text else {}
        _fill(table, rows, text, folded, result)
        if text:
            result.tables[table.key] = (text.start, text.end)
    return result


def _form(found: dict[str, TableText]) -> str | None:
    """Tell the form by its labels, never by the year."""
    words = {word for table in found.values() for word in table.words}
    old, new = len(words & _TELLING["2019"]), len(words & _TELLING["2021"])
    if old != new:
        return "2019" if old > new else "2021"
    if not found:
        return None
    if "statistics" in found and not found.keys() & {"proactive", "requests"}:
        return "2014"
    segments = found["requests"].segments if "requests" in found else []
    split = any(s.row in ("requests.other.correction_overdue", "requests.other.fee_overdue") for s in segments)
    whole = any(s.row == _SUBTOTAL and s.end - s.start > 7 for s in segments)
    return "2019" if whole and not split else "2021"


def _read_table(table: Table, text: TableText, folded: str, result: PageFigures) -> dict[str, Reading]:
    if table.key == "review":
        return _read_review(text, folded)
    rows = _assign(table, text, folded, result)
    settle_leads(rows, _DEPTH if table.key == "requests" else {})
    if table.key == "requests":
        whole = _SUBTOTAL in rows and not any(row.startswith("requests.other.") and row != _SUBTOTAL for row in rows)
        form = FORMS["2019" if whole else "2021"]
        return choose(rows, [row.key for row in form.tables[1].rows])
    return {row: readings[0] for row, readings in rows.items() if len(readings) == 1}


# -- tables two and three: rows ------------------------------------------------------------------------------
def _assign(table: Table, text: TableText, folded: str, result: PageFigures) -> dict[str, list[Reading]]:
    """Give each row its readings: by its label, or by the form's order where labels are lost and counts agree."""
    kinds: dict[str, list[str]] = {row.key: [column.kind for column in row.columns] for row in table.rows}
    kinds.setdefault(_SUBTOTAL, ["count"] * 7)
    order = [row for row in ROWS[table.key] if row in kinds]
    named = [row for row in order if any(s.row == row for s in text.segments)]
    rows: dict[str, list[Reading]] = {}
    before: str | None = None
    pending: list[Segment] = []
    for segment in [*text.segments, None]:
        if segment is None or (segment.row in kinds and segment.row != before):
            following = segment.row if segment else None
            missing = _between(order, before, following, named)
            _read_stretch(before, missing, pending, kinds, folded, rows, result)
            before, pending = following, []
        if segment is not None:
            pending.append(segment)
    return rows


def _between(order: list[str], before: str | None, following: str | None, named: list[str]) -> list[str]:
    start = order.index(before) + 1 if before else 0
    stop = order.index(following) if following else len(order)
    return [row for row in order[start:stop] if row not in named and row != _SUBTOTAL]


def _read_stretch(
    row: str | None,
    missing: list[str],
    segments: list[Segment],
    kinds: dict[str, list[str]],
    folded: str,
    rows: dict[str, list[Reading]],
    result: PageFigures,
) -> None:
    """Read the segments between two named rows: the row's own cells, then those of rows whose labels are lost."""
    filled = [s for s in segments if any(c.isdigit() for c in folded[s.start : s.end])]
    own = [s for s in segments if s.row == row and not s.unknown]
    if row is not None and own:
        with_digits = [s for s in own if s in filled]
        segment = with_digits[0] if with_digits else own[-1]
        if missing and segment in filled and _read_lines(row, missing, segment, kinds, folded, rows):
            filled.remove(segment)
            missing = []
        else:
            rows[row] = _readings(segment, kinds[row], folded)
            if segment in filled:
                filled.remove(segment)
            if (row == _SUBTOTAL and not any(r.values for r in rows[row])) or not rows[row]:
                del rows[row]
    for segment in filled:
        if segment.row == row and row is not None and not segment.unknown:
            continue
        _read_unnamed(segment, missing, kinds, folded, rows, result)


def _readings(segment: Segment, kinds: Sequence[str], folded: str) -> list[Reading]:
    def fits(numbers: Sequence[Number | None]) -> bool:
        return adds_up(numbers) if len(kinds) == 7 else False

    found = read_cells(folded, segment.start, segment.end, kinds, segment.ordinal, fits)
    if not found and len(kinds) in (2, 3):
        found = _one_digit_each(segment, kinds, folded)
    return found


def _one_digit_each(segment: Segment, kinds: Sequence[str], folded: str) -> list[Reading]:
    """As many digits as cells, all zero: no other split leaves out a leading zero."""
    raw = folded[segment.start : segment.end]
    at = segment.start + len(raw) - len(raw.lstrip())
    if raw.strip() != "0" * len(kinds):
        return []
    return [Reading(tuple(Value(0, State.READ, at + i, at + i + 1, "0") for i in range(len(kinds))), glued=True)]


def _read_lines(
    row: str, missing: list[str], segment: Segment, kinds: dict[str, list[str]], folded: str, rows: dict[str, list[Reading]]
) -> bool:
    """Read several rows under one label, a line each, when there are exactly as many lines as rows."""
    names = [row, *missing]
    if row == _SUBTOTAL:
        names = missing
    lines = _lines(segment, folded)
    if len(lines) != len(names) or len(lines) < 2 or len({len(kinds[name]) for name in names}) > 1:
        return False
    for name, line in zip(names, lines, strict=True):
        rows[name] = _line_readings(line, kinds[name], folded)
    return True


def _lines(segment: Segment, folded: str) -> list[Segment]:
    lines, at = [], segment.start
    for line in folded[segment.start : segment.end].splitlines(keepends=True):
        if any(c.isdigit() for c in line):
            lines.append(Segment(None, at, at + len(line), segment.label))
        at += len(line)
    return lines


def _line_readings(line: Segment, kinds: Sequence[str], folded: str) -> list[Reading]:
    """Read a line without label; a lost label may have left a `0` before the cells."""
    found = _readings(line, kinds, folded)
    raw = folded[line.start : line.end].strip()
    if raw.isdecimal() and len(raw) > len(kinds) and raw[0] == "0":
        at = folded.index(raw, line.start)
        found = found + _readings(Segment(None, at + 1, line.end, line.label), kinds, folded)
    return found


def _read_unnamed(
    segment: Segment,
    missing: list[str],
    kinds: dict[str, list[str]],
    folded: str,
    rows: dict[str, list[Reading]],
    result: PageFigures,
) -> None:
    """Read cells behind a frame word or behind text that is no word of the form."""
    lines = _lines(segment, folded)
    if segment.word in _BAND_ROWS and not segment.unknown:
        missing = [row for row in missing if row in _BAND_ROWS[segment.word]]
    if segment.unknown:
        match = [name for name in missing if resembles(segment.unknown, name) >= ALIKE]
        if len(match) == 1 and match[0] not in rows:
            rows[match[0]] = _readings(segment, kinds[match[0]], folded)
            return
    elif missing and len(lines) == len(missing):
        for name, line in zip(missing, lines, strict=True):
            rows[name] = _line_readings(line, kinds[name], folded)
        return
    if segment.unknown and len(segment.unknown) > 1:
        values = [read_number(token, "decimal")[0] for token in folded[segment.start : segment.end].replace("|", " ").split()]
        label = folded[slice(*segment.label)].strip(" |\n\t")
        result.extra_rows.append({"label": label, "values": [v for v in values if v is not None]})


# -- table four -----------------------------------------------------------------------------------------------
def _read_review(text: TableText, folded: str) -> dict[str, Reading]:
    """Fifteen cells behind the head, five a block; labels are often cut there, so the count decides."""
    names = ROWS["review"]
    filled = [s for s in text.segments if any(c.isdigit() for c in folded[s.start : s.end])]
    readings = [r for s in filled[-1:] for r in read_cells(folded, s.start, s.end, ["count"] * 15, "", adds_up)]
    if len(readings) > 1 and not any(r.glued for r in readings):
        readings = [r for r in readings if all(adds_up([v.value for v in r.values[i : i + 5]]) for i in (0, 5, 10))]
    if len(readings) != 1:
        return {}
    reading = readings[0]
    return {name: Reading(reading.values[5 * i : 5 * i + 5], reading.glued) for i, name in enumerate(names)}


# -- figures --------------------------------------------------------------------------------------------------
def _fill(table: Table, rows: dict[str, Reading], text: TableText | None, folded: str, result: PageFigures) -> None:
    """Turn readings into figures; cells without one are illegible where digits stand, else missing."""
    names = {row.key: list(row.names) for row in table.rows}
    if _SUBTOTAL in rows and _SUBTOTAL not in names:
        names[_SUBTOTAL] = [f"requests.other.subtotal.{c.key}" for c in table.rows[0].columns]
    seen = {s.row for s in text.segments if s.end - s.start > 1} if text else set()
    for key, cells in names.items():
        reading = rows.get(key)
        for i, name in enumerate(cells):
            if reading is None:
                state = State.ILLEGIBLE if key in seen else State.MISSING
                result.figures[name] = Figure(name, None, state)
            else:
                result.figures[name] = _figure(name, reading.values[i], reading)
    if text:
        result.spans += _read_spans(text, rows, folded)


def _read_spans(text: TableText, rows: dict[str, Reading], folded: str) -> list[tuple[int, int]]:
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


def _figure(name: str, value: Value, reading: Reading) -> Figure:
    many = reading.glued and any(len(v.raw) > 1 for v in reading.values)
    state = value.state
    if state is State.INFERRED and not many:
        state = State.READ
    basis = "identity" if many else "count" if reading.glued else "label"
    return Figure(name, value.value, state, value.raw, (value.start, value.end), basis)
