"""Are the tables printed exactly as the form has them? Then there is nothing to solve.

A table of the page's markup whose every cell is the form's word or a number, row for row in the form's order, and whose
sums hold, has one reading. Most clean web pages print all three so; they are read in a quarter of the time that the solver
takes (2.1 ms of 8.7). The solver then gives the same figures, which is a law of the tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise

from gongkai.indexer import page
from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import Squeezed, squeeze_label
from gongkai.indexer.numbers import Value, value_of
from gongkai.indexer.tables.labels import FRAME, ROWS, column_words, find_labels, rows_told_of
from gongkai.indexer.tables.ownership.beside import says_otherwise
from gongkai.indexer.tables.ownership.over_tables import claim
from gongkai.indexer.tables.ownership.rivals import ENOUGH
from gongkai.mappings.form import APPLICANTS, FORMS, OUTCOME_GROUPS, Form, Row, Table
from gongkai.report import State

__all__ = ["RESULTS", "ExactTable", "is_exact_review", "is_row", "read_exact_requests", "read_exactly", "without_ordinal"]

ExactTable = tuple[tuple[int, int], dict[str, Value]]
"""Where the cells of a table begin and end, and the value of each figure."""

_ORDINAL = expression(r"[(\[]?[一二三四五六七八\d][)\]、.,:]*")
RESULTS = "本年度办理结果"
_BODIES = frozenset(word for word in FRAME["requests"] if word.startswith("法人"))
_TOP = frozenset(FRAME["requests"]) - _BODIES
_HEADED = "信息内容"
_TOLD = (State.READ, State.BLANK)
_RULINGS = 5  # columns of each of the three groups of table four


def read_exactly(squeezed: Squeezed, folded: str, ruled: Sequence[page.Table]) -> tuple[Form, dict[str, ExactTable]] | None:
    """Return the form and its three tables by key; null where one is printed otherwise, twice, or does not add up."""
    if len(ruled) < len(FORMS["2021"].tables):
        return None
    for form in (FORMS["2021"], FORMS["2019"]):
        if found := _tables(form, ruled, folded):
            spans = [span for span, _ in found.values()]
            # This year's may stand damaged beside it.
            past = any(claim(start, 0, folded) == 0 or says_otherwise(start, end, folded) for start, end in spans)
            return (form, found) if not past and _adds_up(form, found) and not _has_rival(form, squeezed, spans) else None
    return None


def _tables(form: Form, ruled: Sequence[page.Table], folded: str) -> dict[str, ExactTable] | None:
    """Return each table of the form; null where one is absent, printed otherwise, or twice."""
    found: dict[str, ExactTable] = {}
    for printed in ruled:
        key = next((key for key, start in _STARTS.items() if _begins(printed, folded, start)), None)
        if key is None:
            continue
        table = next(table for table in form.tables if table.key == key)
        values = _READERS[key](table, printed, folded)
        if values is None or key in found or (span := printed.span) is None:
            return None
        found[key] = span, values
    return found if len(found) == len(form.tables) else None


# -- one table ----------------------------------------------------------------------------------------------
_STARTS = {"proactive": "第二十条", "requests": "本列数据", "review": "行政复议"}


def _begins(table: page.Table, folded: str, start: str) -> bool:
    first = next(chain.from_iterable(table.rows), None)
    return first is not None and _word(first, folded).lstrip("(").startswith(start)


def _word(cell: page.Cell, folded: str) -> str:
    return squeeze_label(folded[cell.start : cell.end])


@cache
def _words(row: Row) -> frozenset[str]:
    return frozenset(squeeze_label(word) for word in (row.label, *row.spellings))


def is_row(row: Row, word: str) -> bool:
    words = _words(row)
    return word in words or without_ordinal(word) in words


@lru_cache(maxsize=1 << 12)  # the labels of the form stand on every page
def without_ordinal(label: str) -> str:
    """Return a label without the number before it."""
    return _ORDINAL.sub("", label, count=1)


def _values(row: Row, cells: Sequence[page.Cell], folded: str) -> dict[str, Value] | None:
    """Return the row's figures; null unless each cell holds one number or nothing."""
    if len(cells) != len(row.columns):
        return None
    read: dict[str, Value] = {}
    for name, column, cell in zip(row.names, row.columns, cells, strict=True):
        value = value_of(folded, cell.start, cell.end, column.kind)
        if cell.rowspan > 1 or value.state not in _TOLD:
            return None
        read[name] = value
    return read


def _proactive(table: Table, printed: page.Table, folded: str) -> dict[str, Value] | None:
    """Read table two: each row stands below a head of its own columns."""
    found: dict[str, Value] = {}
    head: list[str] = []
    rows = iter(table.rows)
    for cells in printed.rows:
        word = _word(cells[0], folded) if cells else ""
        if len(cells) == 1 and word in FRAME["proactive"]:
            head = []
        elif word == _HEADED:
            head = [_word(cell, folded) for cell in cells[1:]]
        else:
            row = next(rows, None)
            if row is None or not is_row(row, word) or not _names(row, head):
                return None
            if (values := _values(row, cells[1:], folded)) is None:
                return None
            found |= values
    return found if next(rows, None) is None else None


def _names(row: Row, head: Sequence[str]) -> bool:
    words = column_words(row)
    return len(head) == len(words) and all(word in named for word, named in zip(head, words, strict=True))


def _requests(table: Table, printed: page.Table, folded: str) -> dict[str, Value] | None:
    """Read table three: the head names the applicants in the form's order, each row ends with their seven numbers."""
    width = len(APPLICANTS)
    rows = iter(table.rows)
    found: dict[str, Value] = {}
    head: list[str] = []
    for cells in printed.rows:
        labels = [_word(cell, folded) for cell in cells[: max(0, len(cells) - width)]]
        if not labels and not found:
            head += (_word(cell, folded) for cell in cells)
            continue
        row = next(rows, None)
        if row is None or not labels or not is_row(row, labels[-1]):
            return None
        if any(without_ordinal(label) not in (OUTCOME_GROUPS.get(row.group), RESULTS) for label in labels[:-1]):
            return None
        if any(cell.colspan > 1 for cell in cells[-width:]) or (values := _values(row, cells[-width:], folded)) is None:
            return None
        found |= values
    return found if next(rows, None) is None and _are_applicants(head) else None


def read_exact_requests(printed: page.Table, folded: str) -> tuple[Form, dict[str, Value]] | None:
    """Return table three, with the form that has its rows, of markup that prints it exactly as the form does, whether it adds up or not."""
    for form in (FORMS["2021"], FORMS["2019"]):
        if values := _requests(form.tables[1], printed, folded):
            return form, values
    return None


def _are_applicants(head: Sequence[str]) -> bool:
    """Tell whether the words of the head are the form's: 自然人, 法人或其他组织, 总计 and below the five kinds of the second."""
    person, *bodies, total = column_words(FORMS["2021"].tables[1].rows[0])
    expected = (person, _BODIES, total, *bodies)
    columns = [word for word in head if word.strip("()") not in _TOP]
    return len(columns) == len(expected) and all(word in named for word, named in zip(columns, expected, strict=True))


def _review(table: Table, printed: page.Table, folded: str) -> dict[str, Value] | None:
    """Read table four: one row of fifteen numbers below its heads."""
    *heads, cells = printed.rows
    words = [_word(cell, folded) for row in heads for cell in row]
    if not any(_is_head(table, words, split) for split in (0, _RULINGS)) or any(cell.colspan > 1 for cell in cells):
        return None
    if len(cells) != sum(len(row.columns) for row in table.rows):
        return None
    found: dict[str, Value] = {}
    for i, row in enumerate(table.rows):
        if (values := _values(row, cells[i * _RULINGS : (i + 1) * _RULINGS], folded)) is None:
            return None
        found |= values
    return found


def is_exact_review(printed: page.Table, folded: str) -> bool:
    """Tell whether a table of the page's markup is table four as the form prints it, whether it adds up or not."""
    return len(printed.rows) > 1 and _review(FORMS["2021"].tables[2], printed, folded) is not None


def _is_head(table: Table, words: Sequence[str], split: int) -> bool:
    """Tell whether the words are table four's, `split` of the rulings being printed before the kinds of lawsuits."""
    review, direct, after = map(_words, table.rows)
    rulings = column_words(table.rows[0])
    expected = [review, {"行政诉讼"}, *rulings[:split], direct, after, *(rulings * 3)[split:]]
    return len(words) == len(expected) and all(word in named for word, named in zip(words, expected, strict=True))


_READERS = {"proactive": _proactive, "requests": _requests, "review": _review}


# -- all of them --------------------------------------------------------------------------------------------
def _adds_up(form: Form, found: dict[str, ExactTable]) -> bool:
    numbers = {name: value.value or 0 for _, values in found.values() for name, value in values.items()}
    return all(
        sum(map(numbers.__getitem__, identity.left)) == sum(map(numbers.__getitem__, identity.right))
        for identity in form.identities
    )


def _has_rival(form: Form, squeezed: Squeezed, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the page names enough rows outside the tables for another one, which may be last year's."""
    bounds = sorted((squeezed.at(start), squeezed.at(end)) for start, end in spans)
    outside = [(start, end) for (_, start), (end, _) in pairwise([(0, 0), *bounds, (len(squeezed.text), 0)])]

    def has_enough(named: set[str]) -> bool:
        return any(len(named.intersection(ROWS[table.key])) >= ENOUGH * len(table.rows) for table in form.tables)

    if not has_enough({row for start, end in outside for row in rows_told_of(squeezed.text[start:end])}):
        return False  # without a look at what stands beside each label
    parts = (squeezed.part(start, end) for start, end in outside)
    return has_enough({row for part in parts for label in find_labels(part, with_gaps=False) for row in label.rows})
