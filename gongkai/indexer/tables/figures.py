"""What numbers does the page print? From labels, cell counts, row order and identities; never from position alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from gongkai.indexer import page
from gongkai.indexer.fold import Squeezed, squeeze
from gongkai.indexer.tables.around_numbers import as_printed, with_whole_labels
from gongkai.indexer.tables.cell_figures import figures_of, spans_of
from gongkai.indexer.tables.doubts.left_out import doubt_blanks, doubt_ends
from gongkai.indexer.tables.doubts.of_review import lacks_sums_below_more_heads
from gongkai.indexer.tables.doubts.other_totals import without_other_total
from gongkai.indexer.tables.doubts.unsummed import doubt_unsummed
from gongkai.indexer.tables.exact_tables import ExactTable, is_exact_review, read_exactly
from gongkai.indexer.tables.grids import (
    lies_in,
    odd_words,
    ranges_of,
    read_by_head,
    review_cells,
    spaced_apart,
    wide_rows,
)
from gongkai.indexer.tables.habits import blocks_in_order
from gongkai.indexer.tables.heads.applicants import without_other_applicants
from gongkai.indexer.tables.heads.head_order import review_in_order
from gongkai.indexer.tables.heads.own_heads import by_own_heads
from gongkai.indexer.tables.labels import ROWS, find_labels
from gongkai.indexer.tables.lists.blocks_of_list import in_own_blocks
from gongkai.indexer.tables.lists.broken_numbers import without_broken_numbers
from gongkai.indexer.tables.lists.ends_of_list import without_cut_end, without_digits_apart
from gongkai.indexer.tables.lists.list_heads import counts_otherwise, without_remarks
from gongkai.indexer.tables.lists.ordinals_of_list import without_ordinals
from gongkai.indexer.tables.ownership.corrected import without_corrected, without_odd_ends
from gongkai.indexer.tables.ownership.rivals import table_of
from gongkai.indexer.tables.prepared import prepared
from gongkai.indexer.tables.rows.blank_cells import with_blank_cells
from gongkai.indexer.tables.rows.broken_spaces import read_with_whole_spaces
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.last_row import last_row_alone
from gongkai.indexer.tables.rows.masked import without_masked
from gongkai.indexer.tables.rows.row_numbers import is_led, without_heading_number
from gongkai.indexer.tables.rows.row_readings import one_digit_each, prints_zeros, without_short
from gongkai.indexer.tables.rows.rows import rows_to_readings
from gongkai.indexer.tables.rows.splits import cells_add_up
from gongkai.indexer.tables.rows.unnamed_rows import ExtraRow
from gongkai.indexer.tables.rows.whole_cells import without_merged, without_pieces
from gongkai.indexer.tables.shapes.by_heads import read_by_heads
from gongkai.indexer.tables.shapes.documents_apart import documents_apart
from gongkai.indexer.tables.shapes.lists_of_two import is_on_its_side
from gongkai.indexer.tables.shapes.other_shapes import of_fewer_columns, read_otherwise
from gongkai.indexer.tables.shapes.review_row import ends_with_totals, is_one_in_order, read_review
from gongkai.indexer.tables.solve import choose, settle_leads
from gongkai.indexer.tables.tables import TableText
from gongkai.indexer.tables.totals import doubt_totals, totals_alone
from gongkai.indexer.tables.which_form import form_of
from gongkai.mappings.form import FORMS, SUBTOTAL, Form, Table, names_of
from gongkai.report import Figure, State

__all__ = ["PageFigures", "read_figures"]

_DEPTH = {row.key: 0 if not row.group else 1 if row.key.count(".") == 1 else 2 for row in FORMS["2021"].tables[1].rows}
_KEYS = {key: set(rows) for key, rows in ROWS.items()}
_DEPTH[SUBTOTAL] = _DEPTH["requests.processed"] = 1


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
    extra_rows: list[ExtraRow] = field(default_factory=list)


def read_figures(squeezed: Squeezed, folded: str, ruled: Sequence[page.Table] = ()) -> PageFigures:
    """Read the form's tables: `folded` is the page's text, `squeezed` the same without spaces, `ruled` the tables of its markup."""
    folded, moved = (folded, []) if ruled else with_whole_labels(folded)
    result = read_with_whole_spaces(_read_tables, squeeze(folded) if moved else squeezed, folded, ruled)
    result.figures |= dict([*without_odd_ends(result.figures, folded), *without_corrected(result.figures, folded)])
    result.figures |= dict(without_masked(result.figures, folded))
    result.figures = as_printed(result.figures, moved) if moved else result.figures
    return result


def _read_tables(squeezed: Squeezed, folded: str, ruled: Sequence[page.Table]) -> PageFigures:
    if (marked := prepared(folded, ruled=bool(ruled))) != folded:
        folded, squeezed = marked, squeeze(marked)
    if exact := read_exactly(squeezed, folded, ruled):
        return _of_exact_tables(*exact)
    labels = list(find_labels(squeezed))
    found = {key: text for key in ROWS if (text := table_of(key, squeezed, folded, labels))}
    _stay_inside(found.values(), ranges_of(ruled, folded))
    form = form_of(found, folded)
    result = PageFigures(form, {})
    tables = FORMS[form or "2021"].tables
    if "proactive" in found and form != "2014":
        tables = (by_own_heads(tables[0], found["proactive"], folded), *tables[1:])
    read = {t.key: _read_table(t, found[t.key], folded, result.extra_rows, ruled) if t.key in found else {} for t in tables}
    read_by_heads(found, read, ruled, squeezed, folded, labels)
    if prints_zeros(read.get("requests", {})):
        read["proactive"] |= one_digit_each(found.get("proactive"), read["proactive"], tables[0], folded)
    if "requests" in found and found["requests"].drops_cells and not ruled:
        _drop_short(tables[0], found, read, folded)
    doubt_blanks(found, read, folded)
    doubt_ends(read, folded)
    doubt_unsummed(tables, found, read, folded, ruled=bool(ruled))
    read["requests"] = with_blank_cells(read.get("requests", {}), found.get("requests"), ruled, folded)
    tables = read_otherwise(tables, found, read, squeezed, folded, labels, ruled=bool(ruled))
    result.form = form or form_of(found, folded)
    for table in tables:
        text = found.get(table.key) if read[table.key] or _holds_digits(found.get(table.key), folded) else None
        result.figures |= figures_of(table, read[table.key], text, folded)
        if text:
            result.spans += spans_of(text, read[table.key], folded)
            result.tables[table.key] = (text.start, text.end)
    if "requests" in found:
        _read_columns_alone(found["requests"], read["requests"], folded, result, ruled=bool(ruled))
    result.figures |= {f.name: f for f in last_row_alone(labels, found, squeezed, folded)}
    result.figures |= {f.name: f for f in documents_apart(result.form, found, result.figures, folded)}
    result.figures |= {n: Figure(n, None, State.MISSING) for n in names_of(result.form or "2021") if n not in result.figures}
    return result


def _drop_short(proactive: Table, found: Mapping[str, TableText], read: dict[str, dict[str, Reading]], folded: str) -> None:
    """Leave unread what tables two and four may lack cells of, where table three's empty ones are not printed."""
    if "proactive" in found:
        read["proactive"] = without_short(proactive, read["proactive"], found["proactive"], folded)
    cells = folded[found["review"].start : found["review"].end] if "review" in found else ""
    if not set(cells) & set("|\t") and not all(r.glued or cells_add_up(r.values) for r in read["review"].values()):
        read["review"] = {}


def _read_columns_alone(text: TableText, rows: Mapping[str, Reading], folded: str, result: PageFigures, *, ruled: bool) -> None:
    """Read the totals of a table three whose other numbers nobody can place, or the columns that one with fewer prints."""
    if not ruled:
        result.figures |= {figure.name: figure for figure in totals_alone(text, result.figures, folded)}
    if not rows and (fewer := of_fewer_columns(text, result.figures, folded)):
        result.figures |= fewer
        result.spans.append((text.start, text.end))


def _of_exact_tables(form: Form, tables: Mapping[str, ExactTable]) -> PageFigures:
    """Return the figures of tables printed exactly as the form has them."""
    result = PageFigures(form.key, {})
    for key in (table.key for table in form.tables):
        result.tables[key], values = tables[key]
        result.spans.append(result.tables[key])
        for name, (value, state, start, end, raw, _) in values.items():
            # made in two thirds of the time that Figure(…) takes
            result.figures[name] = tuple.__new__(Figure, (name, value, state, raw, (start, end), "label", ()))
    return result


def _stay_inside(tables: Iterable[TableText], ranges: Sequence[tuple[int, int]]) -> None:
    """Cut at its end what begins in a table of the page's markup: a number behind it is the page's."""
    for text in tables:
        for segment in text.segments:
            for start, end in ranges:
                if start <= segment.start <= end < segment.end:
                    segment.end = end
        text.end = max((segment.end for segment in text.segments), default=text.end)


def _holds_digits(text: TableText | None, folded: str) -> bool:
    """Tell whether a row of the table holds a number, read or not: else its words are a mention in the text."""
    return text is not None and any(s.row and any(c.isdigit() for c in folded[s.start : s.end]) for s in text.segments)


def _read_table(
    table: Table, text: TableText, folded: str, extra: list[ExtraRow], ruled: Sequence[page.Table]
) -> dict[str, Reading]:
    if text.disputed or not _is_in_order(table, text, folded):
        return {}
    without_heading_number(text, folded)
    marked = any(lies_in(text, table) for table in ruled)
    if table.key == "review":
        return _read_review(text, folded, ruled, marked=marked)
    rows = rows_to_readings(table, text, folded, extra)
    possible = {row: tuple(readings) for row, readings in rows.items()}
    marked = marked and not text.shaped
    wide, unsure = wide_rows(table, text, ruled, folded) if marked and table.key != "statistics" else (set(), set())
    if marked and (wide or any(s.unknown or (s.row in _KEYS[table.key] and not rows.get(s.row)) for s in text.segments)):
        headed = {row: r for row, r in read_by_head(table, text, ruled, folded).items() if row not in text.twins}
        rows = {row: readings for row, readings in rows.items() if row not in headed or not odd_words(headed[row])}
        words = [word for reading in headed.values() for word in odd_words(reading)]
        extra[:] = [own for own in extra if not any(word.startswith(str(own["label"])) for word in words)]
        rows = {row: [] if row in unsure else readings for row, readings in rows.items()}
        rows |= {row: [reading] for row, reading in headed.items() if row in wide or not rows.get(row)}
    settle_leads(rows, _DEPTH if table.key == "requests" else {}, ruled=marked)
    if table.key == "requests":
        whole = SUBTOTAL in rows and not any(row.startswith("requests.other.") and row != SUBTOTAL for row in rows)
        form = FORMS["2019" if whole else "2021"]
        chosen = doubt_totals(choose(rows, [row.key for row in form.tables[1].rows]))
        chosen = without_other_total(without_other_applicants(chosen, text, folded), text, folded)
    else:
        chosen = {row: readings[0] for row, readings in rows.items() if len(readings) == 1}
        if table.key == "statistics":
            chosen = without_ordinals(without_broken_numbers(in_own_blocks(chosen, text, folded), text, folded), text, folded)
            chosen = without_remarks(chosen, text, folded)
            chosen = chosen if marked else without_cut_end(without_digits_apart(chosen, text, folded), text, folded)
    unbroken = without_merged(without_pieces(chosen, ruled, folded), ruled, folded)
    return {row: _beside(reading, possible.get(row, ())) for row, reading in unbroken.items()}


def _is_in_order(table: Table, text: TableText, folded: str) -> bool:
    """Tell whether a table prints its columns as the form does, where only their order tells them."""
    if table.key == "review":
        return blocks_in_order(text) and is_one_in_order(text, folded) and review_in_order(text, folded)
    if table.key == "statistics":
        return not counts_otherwise(text, folded)
    return table.key != "proactive" or not is_on_its_side(text, folded)


def _read_review(text: TableText, folded: str, ruled: Sequence[page.Table], *, marked: bool) -> dict[str, Reading]:
    review = {} if marked and spaced_apart(text, ruled, folded) else read_review(text, folded, ruled=marked)
    found = None if review or not marked else review_cells(text, ruled, folded)
    if found and not lacks_sums_below_more_heads(text, found, folded):
        text.end = max(text.end, found.values[-1].end)
        text.exact = any(lies_in(text, table) and is_exact_review(table, folded) for table in ruled)
        review = {row: Reading(found.values[5 * i : 5 * i + 5]) for i, row in enumerate(ROWS["review"])}
    return review if ends_with_totals(text, review, folded) and not is_led(text, review, folded) else {}


def _beside(reading: Reading, possible: tuple[Reading, ...]) -> Reading:
    others = tuple(other for other in possible if other != reading)
    return replace(reading, others=others) if others else reading
