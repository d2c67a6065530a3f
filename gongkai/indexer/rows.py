"""Which cells belong to which row, and how may they be read?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gongkai.indexer.cells import Reading, Value, read_cells, read_number
from gongkai.indexer.labels import ROWS
from gongkai.indexer.solve import adds_up, balances, plausible_blocks
from gongkai.indexer.tables import ALIKE, Habit, Segment, TableText, resembles
from gongkai.mappings.form import APPLICANTS, FORMS, OUTCOME_GROUPS, Table
from gongkai.report import Number, State

__all__ = ["SUBTOTAL", "ExtraRow", "one_digit_each", "read_review", "rows_to_readings"]

_KINDS = tuple(column.label for column in APPLICANTS[1:-2])  # 其他 is too common a word
_EMPTY_ROWS = 3
_HEAD = 80  # characters before the first word of a table
_LAST_YEAR = re.compile("上年|上一年|去年|同期")
_LAST_NUMBER = re.compile(r"(?:^|(?<=[\s|]))(\d{1,3})[\s|]*$")
_DIGIT = re.compile(r"\d")
ExtraRow = dict[str, object]
SUBTOTAL = "requests.other.subtotal"
# Rows that may stand without label behind a frame word.
_BAND_ROWS = {
    label: [row.key for row in FORMS["2021"].tables[1].rows if row.group == key] for key, label in OUTCOME_GROUPS.items()
}
_BAND_ROWS["本年度办理结果"] = ["requests.granted"]


def rows_to_readings(table: Table, text: TableText, folded: str, extra: list[ExtraRow]) -> dict[str, list[Reading]]:
    """Give each row its readings: by its label, or by the form's order where labels are lost and counts agree."""
    if table.key == "requests" and not _columns_in_order(text):
        return {}
    if table.key == "statistics" and not _without_serials(text, folded):
        return {}
    kinds: dict[str, list[str]] = {row.key: [column.kind for column in row.columns] for row in table.rows}
    kinds.setdefault(SUBTOTAL, ["count"] * 7)
    order = [row for row in ROWS[table.key] if row in kinds]
    named = [row for row in order if any(s.row == row for s in text.segments)]
    rows: dict[str, list[Reading]] = {}
    _mark_habit(text.segments, kinds, folded)
    before: str | None = None
    pending: list[Segment] = []
    for segment in [*text.segments, None]:
        if segment is None or (segment.row in kinds and segment.row != before):
            following = segment.row if segment else None
            missing = _between(order, before, following, named)
            _read_stretch(before, missing, pending, kinds, folded, rows, extra)
            before, pending = following, []
        if segment is not None:
            pending.append(segment)
    if table.key == "requests":
        if not _total_shown(text) and not _most_add_up(rows):
            return {}
        _doubt_splits(text.segments, rows, folded)
        _doubt_last(text.segments, rows, folded)
    return rows or _in_printed_order(table, text, named, kinds, folded)


def _without_serials(text: TableText, folded: str) -> bool:
    """Take the numbers of a column 序号 off the ends of the rows before; false when another column cannot be told apart.

    With last year's numbers beside this year's, nothing tells which is which where a cell is empty.
    """
    first = next((s.label[0] for s in text.segments if s.row), text.start)
    head = folded[max(0, text.start - _HEAD) : first]
    if _LAST_YEAR.search(head):
        return False
    if "序号" not in head:
        return True
    ends = [(s, m) for s in text.segments[:-1] if (m := _LAST_NUMBER.search(folded, s.start, s.end))]
    serials = [int(m[1]) for _, m in ends]
    if any(b <= a for a, b in pairwise(serials)):
        return False
    for segment, number in ends:
        segment.end = number.start(1)
    return True


def _mark_habit(segments: Sequence[Segment], kinds: dict[str, list[str]], folded: str) -> None:
    """Tell the segments where most rows print their first number, and whether some numbers float between two labels."""
    below = inline = floating = 0
    for segment in segments:
        body = folded[segment.start : segment.end]
        if segment.row is None or segment.unknown or not (first := _DIGIT.search(body)):
            continue
        lines = [line.split() for line in body.split("\n")]
        below, inline = below + ("\n" in body[: first.start()]), inline + ("\n" not in body[: first.start()])
        floating += len(lines) > 1 and len(lines[0]) == len(lines[1]) == len(kinds.get(segment.row, ())) > 1
    habit = Habit.INLINE if inline > max(1, below) else Habit.BELOW if below > max(1, inline) else Habit.NONE
    for segment in segments:
        segment.habit = Habit.FLOATING if habit is Habit.INLINE and floating else habit


def _in_printed_order(
    table: Table, text: TableText, named: list[str], kinds: dict[str, list[str]], folded: str
) -> dict[str, list[Reading]]:
    """Read a table whose labels all come first and whose numbers follow: exactly as many cells as the rows have."""
    filled = [s for s in text.segments if any(c.isdigit() for c in folded[s.start : s.end])]
    if "requests.other.other" in named:
        named = [row for row in named if row != SUBTOTAL]  # (六) heads its three rows
    whole = {row.key for row in table.rows}
    if len(filled) != 1 or set(named) not in (whole, {row.key for row in FORMS["2019"].tables[1].rows}):
        return {}
    expected = [kind for row in named for kind in kinds[row]]
    found = read_cells(folded, filled[0].start, filled[0].end, expected, "", lambda numbers: False)
    if len(found) != 1 or any(v.state not in (State.READ, State.BLANK) for v in found[0].values):
        return {}
    rows, at = {}, 0
    for row in named:
        rows[row] = Reading(found[0].values[at : at + len(kinds[row])])
        at += len(kinds[row])
    if table.key == "requests" and not balances(rows, named):
        return {}
    return {row: [reading] for row, reading in rows.items()}


def _head_words(text: TableText) -> tuple[str, ...]:
    first = next((s.word for s in text.segments if s.row), "")
    return text.words[: text.words.index(first)] if first in text.words else ()


def _total_shown(text: TableText) -> bool:
    """Tell whether the head prints 总计, or has lost other words as well."""
    head = _head_words(text)
    return "总计" in head or not {"自然人", *_KINDS} <= set(head)


def _most_add_up(rows: dict[str, list[Reading]]) -> bool:
    printed = [
        [v.value or 0 for v in r[0].values] for row, r in rows.items() if len(r) == 1 and any(v.value for v in r[0].values)
    ]
    return sum(map(adds_up, printed)) * 2 >= len(printed)


def _columns_in_order(text: TableText) -> bool:
    """Tell whether the head prints the applicants in the form's order: only then do seven cells say whose they are."""
    head = _head_words(text)
    places = [head.index(word) for word in _KINDS if word in head]
    person, total = (head.index(word) if word in head else None for word in ("自然人", "总计"))
    bodies = next((i for i, word in enumerate(head) if word.startswith("法人")), None)
    if person is not None and bodies is not None and bodies < person:
        return False
    in_order = [place for place in (person, *places) if place is not None]
    return in_order == sorted(in_order) and (person is None or total is None or person < total)


def _between(order: list[str], before: str | None, following: str | None, named: list[str]) -> list[str]:
    start = order.index(before) + 1 if before else 0
    stop = order.index(following) if following else len(order)
    return [row for row in order[start:stop] if row not in named and row != SUBTOTAL]


def _read_stretch(
    row: str | None,
    missing: list[str],
    segments: list[Segment],
    kinds: dict[str, list[str]],
    folded: str,
    rows: dict[str, list[Reading]],
    extra: list[ExtraRow],
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
            if (row == SUBTOTAL and not any(r.values for r in rows[row])) or not rows[row]:
                del rows[row]
    for segment in filled:
        if segment.row is not None and not segment.unknown:
            continue  # the row's own, printed twice, or a row of another form
        if not _read_unnamed(segment, missing, kinds, folded, rows, extra) and row in rows:
            _doubt(row, segment, rows)


def _doubt(row: str, after: Segment, rows: dict[str, list[Reading]]) -> None:
    """Drop a row whose cells may go on behind foreign text, a page number say, unless its sum holds."""
    whole = [r for r in rows[row] if len(r.values) == 7 and adds_up([v.value for v in r.values])]
    if whole != rows[row] and (len(rows[row][0].values) == 7 or "页" in after.unknown or len(after.unknown) < 3):
        rows[row] = []


def _doubt_splits(segments: Sequence[Segment], rows: dict[str, list[Reading]], folded: str) -> None:
    """Drop splits of digits run together where the page drops empty cells: seven digits may then be fewer cells.

    It does where a row has fewer digits than cells, or where several rows have none.
    """
    counts = [sum(c.isdigit() for c in folded[s.start : s.end]) for s in segments if s.row and not s.unknown]
    if any(0 < count < 7 for count in counts) or counts.count(0) >= _EMPTY_ROWS:
        for row, readings in rows.items():
            if any(reading.glued for reading in readings):
                rows[row] = [] if any(v.value for r in readings for v in r.values) else readings


def _doubt_last(segments: Sequence[Segment], rows: dict[str, list[Reading]], folded: str) -> None:
    """Drop the table's last row where each number has a line of its own and the last may be the page's."""
    last = next((s for s in reversed(segments) if s.row in rows), None)
    if last is None or last.row is None or len(rows[last.row]) != 1:
        return
    if _ends_with_page(folded, rows[last.row][0].values, 7):
        rows[last.row] = []


def _ends_with_page(folded: str, values: Sequence[Value], size: int) -> bool:
    """Tell whether cells on lines of their own add up without the last, if an empty one was lost among the others."""
    between = folded[values[0].end : values[-1].start]
    numbers = [v.value for v in values]
    if between.count("\n") < len(values) - 1 or set(between) & set("|\t") or _adds_up_by(numbers, size):
        return False
    return any(_adds_up_by([*numbers[:i], 0, *numbers[i:-1]], size) for i in range(len(numbers)))


def _adds_up_by(numbers: Sequence[Number | None], size: int) -> bool:
    return all(adds_up(numbers[i : i + size]) for i in range(0, len(numbers), size))


def _readings(segment: Segment, kinds: Sequence[str], folded: str) -> list[Reading]:
    def fits(numbers: Sequence[Number | None]) -> bool:
        return adds_up(numbers) if len(kinds) == 7 else False

    found = read_cells(folded, segment.start, segment.end, kinds, segment.ordinal, fits, habit=segment.habit)
    if not found and len(kinds) in (2, 3):
        found = _zeros(segment, kinds, folded)
    return found


def _zeros(segment: Segment, kinds: Sequence[str], folded: str) -> list[Reading]:
    """As many digits as cells, all zero: no other split leaves out a leading zero."""
    raw = folded[segment.start : segment.end]
    return [_digit_cells(segment, raw)] if raw.strip() == "0" * len(kinds) else []


def _digit_cells(segment: Segment, raw: str) -> Reading:
    at = segment.start + len(raw) - len(raw.lstrip())
    return Reading(tuple(Value(int(d), State.INFERRED, at + i, at + i + 1, d) for i, d in enumerate(raw.strip())), glued=True)


def one_digit_each(text: TableText | None, read: dict[str, Reading], table: Table, folded: str) -> dict[str, Reading]:
    """Read rows of run-together digits that have as many digits as cells, on a page that leaves no cell empty."""
    found: dict[str, Reading] = {}
    for row in table.rows:
        segments = [s for s in text.segments if s.row == row.key and not s.unknown] if text and row.key not in read else []
        raws = [(s, raw) for s in segments if (raw := folded[s.start : s.end]).strip()]
        if (
            len(raws) == 1
            and len(row.columns) > 1
            and raws[0][1].strip().isdecimal()
            and len(raws[0][1].strip()) == len(row.columns)
        ):
            found[row.key] = _digit_cells(*raws[0])
    return found


def _read_lines(
    row: str, missing: list[str], segment: Segment, kinds: dict[str, list[str]], folded: str, rows: dict[str, list[Reading]]
) -> bool:
    """Read several rows under one label, a line each, when there are exactly as many lines as rows."""
    names = [row, *missing]
    if row == SUBTOTAL:
        names = missing
    lines = _lines(segment, folded)
    cells = {len(kinds[name]) for name in names}
    printed = [line for line in folded[segment.start : segment.end].splitlines() if line.strip(" |\t")]
    if len(lines) != len(names) or len(lines) < 2 or len(printed) != len(lines) or len(cells) > 1:
        return False
    if any(len(line.strip()) < min(cells) for line in printed):
        return False  # a cell a line
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
    extra: list[ExtraRow],
) -> bool:
    """Read cells behind a frame word or behind text that is no word of the form; tell whether they are a row's."""
    lines = _lines(segment, folded)
    if segment.word in _BAND_ROWS and not segment.unknown:
        missing = [row for row in missing if row in _BAND_ROWS[segment.word]]
    if segment.unknown:
        match = [name for name in missing if resembles(segment.unknown, name) >= ALIKE]
        if len(match) == 1 and match[0] not in rows:
            rows[match[0]] = _readings(segment, kinds[match[0]], folded)
            return True
    elif missing and len(lines) == len(missing):
        for name, line in zip(missing, lines, strict=True):
            rows[name] = _line_readings(line, kinds[name], folded)
        return True
    if segment.unknown and len(segment.unknown) > 1:
        values = [read_number(token, "decimal")[0] for token in folded[segment.start : segment.end].replace("|", " ").split()]
        label = folded[slice(*segment.label)].strip(" |\n\t")
        extra.append({"label": label, "values": [v for v in values if v is not None]})
    return False


def read_review(text: TableText, folded: str, *, ruled: bool) -> dict[str, Reading]:
    """Fifteen cells behind the head, five a block; labels are often cut there, so the count decides."""
    names = ROWS["review"]
    filled = [s for s in text.segments if any(c.isdigit() for c in folded[s.start : s.end])]
    readings: list[Reading] = []
    for segment in reversed(filled):  # behind the table a sentence may say 行政复议2件
        line = folded.find("\n", segment.start, segment.end)
        own_line = line >= 0 and not any(c.isdigit() for c in folded[segment.start : line])
        begin = line + 1 if own_line else segment.start
        bare = own_line and (ruled or not folded[begin:].lstrip(" ").startswith("|"))  # else the line opens with a separator
        readings = read_cells(folded, begin, segment.end, ["count"] * 15, "", adds_up, bare=bare)
        if readings:
            break
    if len(readings) > 1 and not any(r.glued for r in readings):
        readings = [r for r in readings if all(adds_up([v.value for v in r.values[i : i + 5]]) for i in (0, 5, 10))]
    if len(readings) != 1 or not (ruled or plausible_blocks(readings[0])):
        return {}
    if not ruled and _ends_with_page(folded, readings[0].values, 5):
        return {}
    reading = readings[0]
    return {name: Reading(reading.values[5 * i : 5 * i + 5], reading.glued) for i, name in enumerate(names)}
