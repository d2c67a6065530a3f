"""Which readings may rest on a number that is none of the table's? A page's number, a chance split, another row's cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import NOTHING
from gongkai.indexer.tables.heads.further_columns import heads_more, more_numbers, prints_more
from gongkai.indexer.tables.labels import ROWS
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.splits import adds_up, cells_add_up
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.mappings.form import FORMS, OUTCOME_GROUPS, SUBTOTAL

__all__ = [
    "CELL",
    "doubt_begun_below",
    "doubt_counts",
    "doubt_joined",
    "doubt_order",
    "doubt_others",
    "doubt_row",
    "doubt_splits",
    "doubt_twins",
    "doubt_wider",
    "most_add_up",
]

_EMPTY_ROWS = 3
_PRINTED_ROWS = 4
_UNREAD_ROWS = 2
_CELLS = 7
_WIDE_ROWS = 3
_EMPTY_ROW = expression(r" *[|\t][^\n]*(?=\n)")  # cells on the label's line, some of them empty
_FEWEST = 3  # numbers that are a row's: others of its cells may be empty
_JOINED = {"、", "和", "及", "与", "以及"}
_NUMBERED_OTHERWISE = expression(r"(?<!\d)(?!3[.、])\d{1,2}[.、] *$")
_OTHER_ROWS = [row.key for row in FORMS["2021"].tables[1].rows if row.group == "other"]
_NOT_PROCESSED = next(row.key for row in FORMS["2021"].tables[1].rows if row.group == "not_processed")
_OF_PAGE = expression("页|(?:报告|年报)$")  # a page's number or its running head
_RUN = expression(rf"\d{{{_CELLS},}}")
_PART = expression(r" ?\(([^()|\t\n]{1,20})\)")  # behind a label
_SHARED, _TOTAL = ("其他", "其它", "总计", "合计", "小计"), "总计"  # words that more than one row, or the head, has
_ALONE = expression(r"[\s|]*[-+]?\d[\d,.]* *(?:[\n|\t]|$)")
CELL = expression(rf"(?<![^\s|])(?:[-+]?\d[^\s|]*|[-/]|{NOTHING})(?![^\s|])")
"""A number of a row, or what stands for none."""
_ORDINAL = expression(r"[\s|]*(\d{1,2})[.、]")
_GROUPS_ALIKE = ("requests.denied.", "requests.unavailable.")  # in all forms
_NUMBERED = {
    row: at for group in _GROUPS_ALIKE for at, row in enumerate((row for row in ROWS["requests"] if row.startswith(group)), 1)
}
_WORDS = expression("[\u3400-\u9fff]+")
_LABELS = {row.key: (row.label, below.label) for row, below in pairwise(FORMS["2021"].tables[1].rows)}
_BEGINS_ROW = expression(r"\n[\s|]*(?:\d{1,2}[.、]|[一二三四][、.]|[(][一二三四五六七八][)])")
# Numbers and marks; behind that many a page goes on with something else.
_CELLS_ALONE = expression(r"[\s|\d,./无-]{0,80}")
_CELL = expression(r"[^\s|]+")


def most_add_up(rows: dict[str, list[Reading]]) -> bool:
    """Tell whether the last cells are totals: most rows print seven, or enough have numbers and nearly all add up."""
    full = sum(1 for readings in rows.values() if readings and all(value.raw for value in readings[0].values))
    if full * 2 > len(rows):
        return True
    printed = [
        [v.value or 0 for v in r[0].values] for row, r in rows.items() if len(r) == 1 and any(v.value for v in r[0].values)
    ]
    return len(printed) >= _PRINTED_ROWS and sum(map(adds_up, printed)) * 10 >= len(printed) * 9


def doubt_splits(segments: Sequence[Segment], rows: dict[str, list[Reading]], folded: str, *, wider: bool) -> None:
    """Drop splits of digits run together where the page drops empty cells: seven digits may then be fewer cells.

    It does where a row has fewer digits than cells, or where several rows have none. `wider`: there are more columns.
    """
    if wider:
        for row, readings in rows.items():
            rows[row] = [r for r in readings if not r.glued and adds_up([v.value for v in r.values])]
        return
    glued = {row: readings for row, readings in rows.items() if any(reading.glued for reading in readings)}
    if not glued:
        return
    counts = [sum(c.isdigit() for c in folded[s.start : s.end]) for s in segments if s.row and not s.unknown]
    if any(0 < count < 7 for count in counts) or counts.count(0) >= _EMPTY_ROWS:
        rows |= {row: [] for row, readings in glued.items() if any(v.value for r in readings for v in r.values)}


def doubt_counts(text: TableText, rows: dict[str, list[Reading]], folded: str) -> None:
    """Where the page drops empty cells, or prints a number in two pieces, keep only the rows that add up.

    It does where several rows have numbers but not as many as cells, and none has an empty cell.
    """
    named = [s for s in text.segments if s.row and not s.unknown and any(c.isdigit() for c in folded[s.start : s.end])]
    numbers = {s.row: len(CELL.findall(folded, s.start, s.end)) for s in named}
    wide = sum(count > _CELLS for count in numbers.values())
    is_short = any(count < _CELLS for count in numbers.values())
    # A column more: seven numbers may lack one of the form's.
    if wide >= _WIDE_ROWS and (is_short or wide * 5 >= len(numbers) * 4):
        for row in rows:
            rows[row] = [r for r in rows[row] if numbers.get(row, 0) > _CELLS and not r.lead]
    unread = {s.row for s in named if not rows.get(s.row or "")}
    is_blank = any(not value.raw for readings in rows.values() for reading in readings for value in reading.values)
    if len(unread) >= _UNREAD_ROWS and not is_blank:
        text.drops_cells = True
        for row, readings in rows.items():
            rows[row] = [r for r in readings if r.glued or adds_up([v.value for v in r.values])]


def doubt_wider(text: TableText, rows: dict[str, list[Reading]], folded: str) -> None:
    """Where the head prints a column more, or none at all while most rows do not add up, keep only the rows that do.

    Where the column is one of numbers and another row prints them all, or it is a sum of others, seven numbers lack one.
    Rows of zeros alone do not tell their last from the total.
    """
    numbers = [[v.value or 0 for v in r[0].values] for r in rows.values() if len(r) == 1 and any(v.value for v in r[0].values)]
    is_bare = "自然人" not in text.words and sum(map(adds_up, numbers)) * 2 < len(numbers)
    if not is_bare and not prints_more(text, folded):
        return
    lacking = _lacking(text, rows, folded)
    for row, readings in rows.items():
        rows[row] = [r for r in readings if row not in lacking and cells_add_up(r.values)]
    has_numbers = any(value.value for readings in rows.values() for reading in readings for value in reading.values)
    if more_numbers(text, folded) and not has_numbers:
        rows.clear()


def _lacking(text: TableText, rows: Mapping[str, list[Reading]], folded: str) -> set[str | None]:
    """Return the rows that print no more numbers than the form where the table has more columns of numbers; if all do, those of zeros."""
    if not (kind := more_numbers(text, folded)):
        return set()
    counts = {s.row: len(CELL.findall(folded, s.start, s.end)) for s in text.segments if s.row and not s.unknown}
    few: set[str | None] = {row for row, count in counts.items() if count <= _CELLS}
    if kind == "小计" or len(few) < len(counts):
        return few
    if not heads_more(text, folded):
        return set()
    return {row for row in few if not any(v.value for r in rows.get(row or "", ()) for v in r.values)}


def doubt_row(row: str, after: Segment, rows: dict[str, list[Reading]]) -> None:
    """Drop a row whose cells may go on behind foreign text, a page number say, unless its sum holds."""
    whole = [r for r in rows[row] if len(r.values) == 7 and adds_up([v.value for v in r.values])]
    if whole != rows[row] and (len(rows[row][0].values) == 7 or _OF_PAGE.search(after.unknown) or len(after.unknown) < 3):
        rows[row] = []


def doubt_joined(text: TableText, rows: dict[str, list[Reading]], folded: str) -> None:
    """Drop the rows of table two that share one label, and one number: 行政处罚、行政强制."""
    for before, after in pairwise(text.segments):
        if before.row and after.row and folded[before.label[1] : after.label[0]].strip() in _JOINED:
            text.twins |= {before.row, after.row}
    rows |= {row: [] for row in text.twins.intersection(rows)}


def doubt_begun_below(segments: Sequence[Segment], rows: dict[str, list[Reading]], folded: str) -> None:
    """Drop a row whose numbers stand on a line that begins another: 1.属于 5 0 5⏎国家秘密⏎2.其他 0 4 4, the end of a wrapped label."""
    for row, readings in rows.items():
        ends = [segment.label[1] for segment in segments if segment.row == row and not segment.unknown]
        rows[row] = [one for one in readings if not _begins_another(row, ends, one.values[0].start, folded)]


def _begins_another(row: str, ends: Sequence[int], start: int, folded: str) -> bool:
    """Tell whether another row begins behind the row's label, by its number or its first words; without a label, before its cells."""
    behind = max((end for end in ends if end <= start), default=None)
    line = folded.rfind("\n", 0, start) + 1
    if behind is not None and _BEGINS_ROW.search(folded, behind, start):
        return True
    ordinal = _ORDINAL.match(folded, line, start) if behind is None else None
    if ordinal is not None and row in _NUMBERED and int(ordinal[1]) != _NUMBERED[row]:
        return True
    words = "".join(_WORDS.findall(folded[max(line, behind or 0) : start]))
    own, following = _LABELS.get(row, ("", ""))
    return words != "" and line >= (behind or 0) and following.startswith(words) and not own.endswith(words)


def doubt_others(segments: Sequence[Segment], rows: dict[str, list[Reading]], folded: str) -> None:
    """Drop the row 其他 of (六) where the page has a row of its own by that name: (八)其他."""
    *before, other = _OTHER_ROWS
    numbered = (_NUMBERED_OTHERWISE.search(folded, max(0, s.label[0] - 9), s.label[0]) for s in segments if s.row == other)
    if any(numbered):
        rows.pop(other, None)  # 9.其他情形
    earlier = ROWS["requests"][: ROWS["requests"].index(SUBTOTAL)]
    place = next((i for i, s in enumerate(segments) if s.row == other), len(segments))
    if any(s.row in earlier for s in segments[place:]):
        rows.pop(other, None)  # 8.其他情形 below another heading
    above = segments[:place]
    last = next((s.row for s in reversed(above) if s.row), None)
    is_headed = any(s.word == OUTCOME_GROUPS["other"] for s in above)
    if not is_headed and last in earlier[: earlier.index(_NOT_PROCESSED)]:
        rows.pop(other, None)  # 其他情形 below another heading, where the labels of the rows behind it are damaged
    named = (i for i, s in enumerate(segments) if s.row in before)
    begin = max(named, default=len(segments))
    end = next((i for i, s in enumerate(segments) if s.row == "requests.processed"), len(segments))
    others = [s for s in segments[begin + 1 : end] if s.word == "其他" and not s.unknown]
    cells = [folded[s.start : s.end] for s in others]
    if sum(bool(body.strip(" |\t\n")) or max(map(body.count, "|\t")) >= _CELLS for body in cells) > 1:
        rows.pop(other, None)


def doubt_twins(text: TableText, rows: dict[str, list[Reading]], kinds: Mapping[str, Sequence[str]], folded: str) -> None:
    """Drop a row whose label the table prints twice with a row's numbers each time, but not the same ones: 2021年 规章, 规章.

    So too where each print says in brackets which part of the row it is: 行政处罚(一般程序), 行政处罚(简易程序).
    """
    cells = {s.word: len(kinds[s.row]) for s in text.segments if s.row is not None and s.row in kinds}
    printed: dict[str, set[tuple[str, ...]]] = {}
    parts: dict[str, set[str]] = {}
    for segment in text.segments:
        if text.key == "proactive" and not segment.unknown and (part := _PART.match(folded, segment.label[1])):
            parts.setdefault(segment.word, set()).add(part[1])
        wide = cells.get(segment.word, _CELLS)
        numbers = tuple(CELL.findall(folded, segment.start, segment.end)) or _run_together(segment, folded)
        cells_are_empty = text.key == "proactive" and _EMPTY_ROW.match(folded, segment.start, segment.end + 3) is not None
        is_row = len(numbers) >= min(wide, _FEWEST) or cells_are_empty
        is_row = is_row and (wide > 1 or _stands_alone(segment, folded))
        is_shared = segment.word in _SHARED and not (
            segment.word == _TOTAL and len(numbers) >= _CELLS and _is_seventh(segment, folded)
        )
        if not segment.unknown and not is_shared and is_row:
            printed.setdefault(segment.word, set()).add(numbers[:wide])
    apart = {word for prints in (printed, parts) for word, found in prints.items() if len(found) > 1}
    apart |= set(_right_below(text, folded)) if text.key == "proactive" else set()
    twins = {s.row for s in text.segments if s.row is not None and not s.unknown and s.word in apart}
    text.twins |= twins
    rows |= {row: [] for row in text.twins.intersection(rows)}


def _right_below(text: TableText, folded: str) -> Iterator[str]:
    """Yield the labels of rows that stand once more right behind their own cells, with others: 行政强制 0 行政强制 7."""
    known = [segment for segment in text.segments if not segment.unknown]
    for above, below in pairwise(known):
        if (
            above.word == below.word
            and (above.row or below.row)
            and (cells := _CELLS_ALONE.fullmatch(folded, above.label[1], below.label[0]))
        ):
            first = _CELL.findall(cells[0])
            again = _CELLS_ALONE.match(folded, below.label[1])
            if first and again and _CELL.findall(again[0])[: len(first)] != first:
                yield below.word


def _run_together(segment: Segment, folded: str) -> tuple[str, ...]:
    """Return the digits right behind a label where they are a row's run together, without one that may number the next label."""
    run = _RUN.match(folded, segment.start, segment.end)
    return tuple(run[0][:-1] if len(run[0]) > _CELLS else run[0]) if run else ()


def _is_seventh(segment: Segment, folded: str) -> bool:
    """Tell the row (七)总计 from the column 总计."""
    return segment.row == "requests.processed" or folded[: segment.label[0]].rstrip(" )").endswith("七")


def _stands_alone(segment: Segment, folded: str) -> bool:
    """Tell whether a label begins its line or cell and nothing but a number follows it: no 说明:行政事业性收费2.1万元为工本费."""
    start = segment.label[0]
    while start and folded[start - 1] == " ":
        start -= 1
    return folded[start - 1 : start] in ("", "\n", "|", "\t") and _ALONE.match(folded, segment.start, segment.end + 1) is not None


def doubt_order(found: dict[str, TableText], read: dict[str, dict[str, Reading]]) -> None:
    """Drop a table two whose labels all come first unless table three shows that the numbers follow row by row: it has no sums."""
    if "proactive" in found and found["proactive"].labels_first:
        requests = read.get("requests", {}) if "requests" in found and found["requests"].labels_first else {}
        if not any(value.value for reading in requests.values() for value in reading.values):
            read["proactive"] = {}
