"""Which rows does a page print once more right above or below a table? Which of the two is the report's, nobody can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import Squeezed
from gongkai.indexer.tables.labels import ROWS, Label
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form import FORMS

__all__ = ["rows_right_outside"]

_FURTHEST = 12  # characters between two lines of one table that are none of its words: more are a caption
_NUMBERS = expression(r"(?:[ |\t\n]*[(]?(?:条|件|次|篇|个|人次|人|万元|元)[)]?(?=[ |\t\n]))?(?:[ |\t\n]+[-+]?\d[\d.,]*)+")
_NUMBER = expression(r"\d[\d.,]*")
_SHARED = 2  # characters of words that a head has as well: 总计
_TABLES = ("proactive", "requests", "statistics")


def rows_right_outside(
    table: TableText, folded: str, outside: tuple[Sequence[Label], Sequence[Label]], page: Squeezed
) -> frozenset[str]:
    """Return the rows of table two, three or the list that stand outside it as well with other numbers, nothing but its words between.

    `outside` are the labels above and below it, `page` is the text in which they stand.
    """
    if table.key not in _TABLES:
        return frozenset()
    named = {s.row: s.label[1] for s in reversed(table.segments) if s.row in _columns() and not s.unknown}
    own = {row: _numbers_behind(end, folded)[: _columns()[row]] for row, end in named.items() if row}
    again: set[str] = set()
    for labels, edge in ((reversed(outside[0]), table.start), (outside[1], table.end)):
        for row, numbers in _rows_on_from(edge, labels, table.key, folded, page):
            if row in own and numbers != own[row]:
                again.add(row)
    return frozenset(again)


def _rows_on_from(
    edge: int, labels: Iterable[Label], key: str, folded: str, page: Squeezed
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the rows with their numbers that go on from the edge of a table, as long as nothing but its words stands between."""
    for label in labels:
        start, end = page.span(label.start, label.end)
        between = folded[end:edge] if end <= edge else folded[edge:start]
        if key not in label.tables or "。" in between or len(_NUMBERS.sub("", between)) > _FURTHEST:
            return
        edge = start if end <= edge else end
        rows = [row for row in label.rows if row in ROWS[key]]
        row = rows[0] if len(rows) == 1 and (len(label.word) > _SHARED or key == "proactive") else None
        numbers = _numbers_behind(end, folded)
        if row and len(numbers) >= _columns()[row]:
            yield row, numbers[: _columns()[row]]


def _numbers_behind(start: int, folded: str) -> tuple[str, ...]:
    """Return the numbers that stand in cells of their own right behind a label."""
    found = _NUMBERS.match(folded, start)
    return tuple(_NUMBER.findall(found[0])) if found else ()


@cache
def _columns() -> dict[str, int]:
    """Return for each row how many numbers it has at least in any form."""
    found: dict[str, int] = {}
    for form in FORMS.values():
        for table in form.tables:
            for row in table.rows:
                found[row.key] = min(found.get(row.key, len(row.columns)), len(row.columns))
    return found
