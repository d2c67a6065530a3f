"""Which cells belong to which row, and how may they be read?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.doubts.doubts import (
    doubt_begun_below,
    doubt_counts,
    doubt_joined,
    doubt_others,
    doubt_row,
    doubt_splits,
    doubt_twins,
    doubt_wider,
    most_add_up,
)
from gongkai.indexer.tables.doubts.glued_rows import doubt_glued
from gongkai.indexer.tables.doubts.page_ends import doubt_last, doubt_lower
from gongkai.indexer.tables.doubts.short_rows import doubt_closed, doubt_narrow, doubt_shifted
from gongkai.indexer.tables.exact_rows import read_exact_rows
from gongkai.indexer.tables.habits import mark_rows, total_shown, without_serials
from gongkai.indexer.tables.heads.further_columns import prints_more
from gongkai.indexer.tables.heads.head_order import applicants_in_order
from gongkai.indexer.tables.heads.own_heads import in_order, is_on_its_side, without_unnamed
from gongkai.indexer.tables.labels import ROWS
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.filled_spans import by_filled_spans
from gongkai.indexer.tables.rows.padding import Padding
from gongkai.indexer.tables.rows.row_numbers import without_row_numbers
from gongkai.indexer.tables.rows.row_readings import lines_of, read_line, read_row
from gongkai.indexer.tables.rows.splits import cells_add_up
from gongkai.indexer.tables.rows.unnamed_rows import BAND_ROWS, ExtraRow, of_part, read_unnamed
from gongkai.indexer.tables.shapes.labels_first import (
    in_printed_order,
    labels_come_first,
    numbers_pile_up,
    stand_behind,
    stands_above_its_label,
)
from gongkai.indexer.tables.shapes.shapes import in_its_own_shape, on_its_side
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.indexer.tables.torn import (
    begins_with_numbers,
    is_torn,
    leave_lines_without_label,
    on_the_line_of_their_labels,
    widths,
)
from gongkai.indexer.tables.totals import doubt_closed_below, doubt_gaps
from gongkai.indexer.tables.wrapped import doubt_cut_ends
from gongkai.mappings.form import FORMS, OUTCOME_GROUPS, SUBTOTAL, Table
from gongkai.mappings.form_2014 import LIST_2014

__all__ = ["rows_to_readings"]

_CELLS = 7
_NUMBER = expression(r"(?<![^\s|])\d+(?![^\s|])")
_TABLE_ROWS = 5
_SUM_BANDS = {OUTCOME_GROUPS[key] for key in ("denied", "unavailable", "not_processed")}


def rows_to_readings(table: Table, text: TableText, folded: str, extra: list[ExtraRow]) -> dict[str, list[Reading]]:
    """Give each row its readings: by its label, or by the form's order where labels are lost and counts agree."""
    if table.key == "requests" and (turned := on_its_side(text, folded)):
        return turned
    if table.key == "requests" and (not _is_headed_in_order(text, folded) or stands_above_its_label(text.segments, folded)):
        return {}
    if not without_row_numbers(text, folded) or not (text.numbered or without_serials(text, folded)):
        return {}
    kinds: dict[str, list[str]] = {row.key: [column.kind for column in row.columns] for row in table.rows}
    if table.key == "requests":  # a page of 2019 may print table three of 2021 already, and the other way round
        kinds |= {row: ["count"] * 7 for row in (*(row.key for row in FORMS["2021"].tables[1].rows), SUBTOTAL)}
    order = [row for row in ROWS[table.key] if row in kinds]
    named = list(filter(text.rows.__contains__, order))
    mark_rows(text, kinds, folded)
    if table.key == "requests" and (exact := read_exact_rows(text, folded)):
        doubt_cut_ends(exact, folded)
        return exact
    if table.key == "requests" and (shaped := in_its_own_shape(text, folded)):
        return shaped
    if table.key in ("requests", "proactive") and labels_come_first(text.segments, folded):
        return in_printed_order(table, text, named, kinds, folded)
    _drop_sums(text.segments, folded)
    rows = _read_stretches(table, text, folded, named, kinds, extra)
    rows |= by_filled_spans(table, text, rows, folded) if table.key == "proactive" else {}
    text.drops_blanks = _drops_blanks(text, rows, kinds, folded)
    if table.key in ("requests", "proactive"):
        doubt_twins(text, rows, kinds, folded)
    if table.key == "requests" and not _doubt_requests(text, rows, folded):
        return {}
    doubt_last(text.segments, rows, folded)
    doubt_cut_ends(rows, folded)
    if table.key == "proactive":
        if (sure := _of_two(table, text, rows, folded)) is None:
            return {}
        rows = sure
    if table.key == "statistics" and stand_behind(text.segments, folded):
        return {}
    return rows or in_printed_order(table, text, named, kinds, folded)


def _of_two(table: Table, text: TableText, rows: dict[str, list[Reading]], folded: str) -> dict[str, list[Reading]] | None:
    """Return the rows of table two that nothing makes doubtful; null where its shape leaves all of them in doubt."""
    doubt_lower(text.segments, rows, folded)
    doubt_joined(text, rows, folded)
    doubt_narrow(text, rows, folded)
    doubt_glued(text, rows, folded)
    if is_on_its_side(text, folded) or prints_more(text, folded) or numbers_pile_up(text.segments, folded):
        return None
    named_rows = (row for row in table.rows if row.key in rows and in_order(row, text, folded))
    return {row.key: [without_unnamed(row, found, text, folded) for found in rows[row.key]] for row in named_rows}


def _is_headed_in_order(text: TableText, folded: str) -> bool:
    """Tell whether the head of table three names the columns in the form's order; mark a table that names them otherwise, or more."""
    in_order = applicants_in_order(text, folded)
    text.misheaded = not in_order or prints_more(text, folded)
    return in_order


def _read_stretches(
    table: Table, text: TableText, folded: str, named: list[str], kinds: dict[str, list[str]], extra: list[ExtraRow]
) -> dict[str, list[Reading]]:
    """Read what stands between one named row and the next, of which only some is sure where labels are torn from their rows."""
    order = [row for row in ROWS[table.key] if row in kinds]
    cells = widths(table, text.segments, folded)
    rows: dict[str, list[Reading]] = {}
    before: str | None = None
    pending: list[Segment] = []
    above: Segment | None = None  # the last segment of the stretch before
    has_torn = False
    for segment in [*text.segments, None]:
        if segment is None or (segment.row in kinds and segment.row != before):
            following = segment.row if segment else None
            missing = _between(order, before, following, named)
            has_torn |= is_torn(before, missing, pending, above, cells, folded)
            if segment is not None and before is None and not missing:
                has_torn |= begins_with_numbers(segment, cells, folded)
            _read_stretch(before, missing, pending, kinds, folded, rows, extra)
            before, pending, above = following, [], pending[-1] if pending else above
        if segment is not None:
            pending.append(segment)
    if not has_torn:
        return rows
    leave_lines_without_label(text.segments, folded)
    return on_the_line_of_their_labels(rows, text.segments, folded)


def _doubt_requests(text: TableText, rows: dict[str, list[Reading]], folded: str) -> bool:
    """Drop the readings of table three that may rest on other columns' numbers; tell whether its last cells are totals."""
    named = set(rows)
    doubt_others(text.segments, rows, folded)
    doubt_begun_below(text.segments, rows, folded)
    text.twins |= named - set(rows)
    if not total_shown(text) and not most_add_up(rows):
        return False
    doubt_wider(text, rows, folded)
    doubt_closed(text, rows, folded)
    doubt_shifted(text, rows, folded)
    doubt_gaps(text, rows, folded)
    doubt_closed_below(rows, folded)
    doubt_counts(text, rows, folded)
    doubt_splits(text.segments, rows, folded, wider=prints_more(text, folded))
    if len(text.rows - {None}) < _TABLE_ROWS:
        _keep_sums(rows)
    return True


def _keep_sums(rows: dict[str, list[Reading]]) -> None:
    """Keep the rows that add up, where the page ends behind the first rows of table three: no other row bears witness."""
    for row, readings in rows.items():
        sure = (r for r in readings if not r.glued and (r.placed or all(v.raw for v in r.values)))
        rows[row] = [r for r in sure if cells_add_up(r.values)]


def _drop_sums(segments: Sequence[Segment], folded: str) -> None:
    """Take the numbers away from the groups' headings where they are the groups' own sums: their first rows have numbers too."""
    for before, after in pairwise(segments):
        is_own = (
            before.word in _SUM_BANDS and after.row in BAND_ROWS[before.word][:1] and before.row is None and not before.unknown
        )
        if is_own and _counts(before, folded) and _counts(after, folded):
            break
    else:
        return
    for segment in segments:
        if segment.word in _SUM_BANDS and segment.row is None and not segment.unknown:
            segment.end = segment.start


def _drops_blanks(text: TableText, rows: dict[str, list[Reading]], kinds: dict[str, list[str]], folded: str) -> bool:
    """Tell whether a table whose separators close cells has rows with numbers that were not read: cells are left out."""
    return text.padding is not Padding.UNKNOWN and any(
        s.row in kinds and len(kinds[s.row]) > 1 and not s.unknown and not rows.get(s.row) and _counts(s, folded)
        for s in text.segments
    )


def _counts(segment: Segment, folded: str) -> int:
    return sum(c.isdigit() for c in folded[segment.start : segment.end])


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
        is_blank = folded.count("|", own[0].start, own[0].end) >= len(kinds[row]) > 1  # its label again is another row's
        segment = with_digits[0] if with_digits and not is_blank else own[0] if is_blank else own[-1]
        below = of_part(missing, segment) if not row.startswith(LIST_2014) else []  # a list has no sums
        if below and segment in filled and _read_lines(row, below, segment, kinds, folded, rows):
            filled.remove(segment)
            missing = [name for name in missing if name not in below]
        else:
            # A number behind an empty cell, where a label is lost below, is the next row's.
            first = [*folded[segment.start : segment.end].split("|", 2), "0", "0"][1]
            is_next = missing and len(kinds[row]) == 1 and not first.strip()
            rows[row] = [] if is_next else read_row(segment, kinds[row], folded)
            if segment in filled:
                filled.remove(segment)
            is_heading = row == SUBTOTAL and (any(s.word == segment.word for s in filled) or _has_rows_below(segment, folded))
            if is_heading or (row == SUBTOTAL and not any(r.values for r in rows[row])) or not rows[row]:
                del rows[row]
    for segment in sorted(filled, key=lambda segment: not segment.unknown):  # a damaged label tells more than a frame word
        if segment.row is not None and not segment.unknown:
            continue  # the row's own, printed twice, or a row of another form
        rivals = [other for other in filled if other.unknown and other is not segment]
        if not read_unnamed(segment, rivals, missing, kinds, folded, rows, extra) and row in rows:
            doubt_row(row, segment, rows)


def _has_rows_below(segment: Segment, folded: str) -> bool:
    """Tell whether lines of as many cells as a row's stand below the one behind a label: it heads rows that lost theirs."""
    spans = [(line.start, line.end) for line in lines_of(segment, folded)]
    return sum(max(len(_NUMBER.findall(folded, *span)), folded.count("|", *span)) >= _CELLS for span in spans) > 1


def _read_lines(
    row: str, missing: list[str], segment: Segment, kinds: dict[str, list[str]], folded: str, rows: dict[str, list[Reading]]
) -> bool:
    """Read several rows under one label, a line each, when there are exactly as many lines as rows."""
    names = [row, *missing]
    if row == SUBTOTAL:
        names = missing
    lines = lines_of(segment, folded)
    cells = {len(kinds[name]) for name in names}
    printed = [line for line in folded[segment.start : segment.end].splitlines() if line.strip(" |\t")]
    if len(lines) != len(names) or len(lines) < 2 or len(printed) != len(lines) or len(cells) > 1:
        return False
    if any(len("".join(line.replace("|", " ").split())) < min(cells) for line in printed):
        return False  # a cell a line
    for name, line in zip(names, lines, strict=True):
        rows[name] = read_line(line, kinds[name], folded)
    return True
