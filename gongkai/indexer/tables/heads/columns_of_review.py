"""Whose are the columns of a table four whose head names its blocks or rulings in another order, or further columns?

Lawsuits first, totals first, a sum of all lawsuits beside, a row for each of several years, a small table for each block:
where each number certainly stands in one column, the words above it tell whose it is. Each block is named once, each of
its rulings once, and each adds up (F4). Else nothing is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from gongkai.indexer import page
from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import Squeezed, squeeze_label
from gongkai.indexer.numbers import Value, value_of
from gongkai.indexer.tables.labels import ROWS, Label, column_of, column_words
from gongkai.indexer.tables.lattice import Lattice, lattices_near, words_of
from gongkai.indexer.tables.ownership.over_tables import is_the_reports
from gongkai.indexer.tables.ownership.whose import year_of_title
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.splits import cells_add_up
from gongkai.indexer.tables.rows.words_of_number import is_in_words, value_in_words
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.mappings.form import FORMS
from gongkai.report import State

__all__ = ["heads_labels", "place_of_review", "read_review_by_column_heads"]

_BLOCKS = {squeeze_label(word): row.key for row in FORMS["2021"].tables[2].rows for word in (row.label, *row.spellings)} | {
    "行政复议情况": "review"
}
_REVIEW, _DIRECT, _AFTER = ROWS["review"]
_LAWSUITS = frozenset(("行政诉讼", "行政诉讼情况"))
_RULINGS = column_words(FORMS["2021"].tables[2].rows[0])
_TOTALS, _WIDTH = _RULINGS[-1], len(_RULINGS)
_PENDING = _WIDTH - 2  # which a table may leave out
_SUM = expression("(?:行政)?诉讼(?:案件)?(?:总计|合计|小计)|合计|总计|小计")
_ALL = "all"
_LABELS, _ROW = (
    expression("年度|年份|类[别型]|项目|指标|名称|申请人(?:类[别型])?"),
    expression("(?:总计|合计|[件案]?件?数量?|本年度?)?"),
)
_PART = expression("其中:?.*")
_YEAR = expression(r"(20\d\d)年?度?")
_FURTHEST = 1_000  # characters between the words of one table
_DIGIT = expression(r"\d")
_WHOLE = [list(range(_WIDTH)), [i for i in range(_WIDTH) if i != _PENDING]]
Column = tuple[str, int]
"""A block's key and the place of one of its rulings; of a sum of lawsuits the mark of all, of labels nothing."""


def read_review_by_column_heads(
    text: TableText, tables: Sequence[page.Table], folded: str
) -> tuple[TableText, dict[str, Reading]] | None:
    """Return table four and its blocks by the words above its columns; null where they leave a doubt."""
    found: dict[str, Reading] = {}
    start = text.start
    for lattice in lattices_near(text, tables, folded):
        blocks = _read(lattice, folded)
        if text.disputed or blocks is None or set(blocks) & set(found):
            return None
        if blocks:
            start = min(start, lattice[0][0][0])
        found |= blocks
    if set(found) != set(ROWS["review"]) or not is_the_reports(start, text.end, folded):
        return None
    segments = [Segment(row, found[row].values[0].start, found[row].values[-1].end, (start, start)) for row in ROWS["review"]]
    end = max(text.end, max(value.end for reading in found.values() for value in reading.values))
    return TableText("review", start, end, segments), {row: found[row] for row in ROWS["review"]}


def place_of_review(labels: Sequence[Label], squeezed: Squeezed) -> TableText | None:
    """Return where both kinds of lawsuits are named, of a page whose table four has its blocks in no order of the form."""
    spans = [squeezed.span(label.start, label.end) for label in labels if set(label.rows) & {_DIRECT, _AFTER}]
    named = {row for label in labels for row in label.rows}
    if not named.issuperset((_DIRECT, _AFTER)) or spans[-1][1] - spans[0][0] > _FURTHEST:
        return None
    return TableText("review", spans[0][0], spans[-1][1])


def heads_labels(word: str) -> bool:
    """Tell whether a word heads a column of labels or of years, or is such a label: the column holds no number of a case."""
    return _LABELS.fullmatch(word) is not None or (_ROW.fullmatch(word) is not None and not _SUM.fullmatch(word))


def _read(lattice: Lattice, folded: str) -> dict[str, Reading] | None:
    """Return the blocks that one table prints, none where it is none of table four's; null where it leaves a doubt."""
    words = words_of(lattice, folded)
    if not any(word in says for line in words for word in line for says in _RULINGS[:-1]):
        return {}
    first = next(
        (i for i, line in enumerate(words) if any(_DIGIT.search(word) or is_in_words(word) for word in _numbers(line))),
        len(words),
    )
    in_words = any(map(is_in_words, chain.from_iterable(words)))
    columns = _columns(words[:first], in_words=in_words)
    line = _row(words[first:], columns, folded) if columns else None
    if not columns or line is None:
        return None
    cells = lattice[first + line]
    if len({cells[c] for c, column in enumerate(columns) if column[0]}) < sum(bool(column[0]) for column in columns):
        return None
    told = value_in_words if in_words else partial(value_of, kind="count")
    values = {column: told(folded, *cell) for column, cell in zip(columns, cells, strict=True) if column[0]}
    if any(value.state not in (State.READ, State.BLANK) for value in values.values()) or _may_be_moved(list(values.values())):
        return None
    blocks = {row: _block(row, values) for row in dict.fromkeys(row for row, _ in values) if row != _ALL}
    is_sound = all(map(_holds, blocks.values())) and _sums_hold(values) and not any(_ends_with_sum(row, values) for row in blocks)
    return {row: Reading(block) for row, block in blocks.items()} if is_sound else None


def _may_be_moved(values: Sequence[Value]) -> bool:
    """Tell whether the first or the last cell of a row alone is empty: the others may stand one column beside their own."""
    return any(value.raw for value in values) and not (values[0].raw and values[-1].raw)


def _ends_with_sum(row: str, values: Mapping[Column, Value]) -> bool:
    """Tell whether a block whose total is not printed last ends with the sum of its other numbers as well: 1 0 0 0 1."""
    printed = [(at, int(value.value or 0)) for (of, at), value in values.items() if of == row]
    place, last = printed[-1]
    return place != _WIDTH - 1 and last > 0 and 2 * last == sum(number for _, number in printed)


def _block(row: str, values: Mapping[Column, Value]) -> tuple[Value, ...]:
    """Return the numbers of a block in the form's order; what is pending is missing where no column is headed so."""
    *_, end = (value.end for (of, _), value in values.items() if of == row)
    return tuple(values.get((row, i), Value(None, State.MISSING, end, end)) for i in range(_WIDTH))


def _numbers(line: Sequence[str]) -> list[str]:
    return [word for word in line if not _YEAR.fullmatch(word)]


def _holds(block: Sequence[Value]) -> bool:
    """Tell whether a block ends with its sum, which is printed where any of its numbers is."""
    return cells_add_up(block) and (block[-1].value is not None or all(value.value is None for value in block))


def _sums_hold(values: Mapping[Column, Value]) -> bool:
    """Tell whether a sum of lawsuits beside the blocks is theirs."""
    totals = {row: int(value.value or 0) for (row, at), value in values.items() if at == _WIDTH - 1 and row != _ALL}
    return all(
        value.value is not None and int(value.value) in (totals.get(_DIRECT, 0) + totals.get(_AFTER, 0), sum(totals.values()))
        for (row, _), value in values.items()
        if row == _ALL
    )


# -- the head -------------------------------------------------------------------------------------------------
def _columns(head: Sequence[Sequence[str]], *, in_words: bool) -> list[Column]:
    """Return what each column holds; nothing where a word is unclear, a ruling lacks or stands twice, or a block's are parted."""
    if not head:
        return []
    spread = [list(_spread(line)) for line in head]
    columns = [_column([line[c] for line in spread]) for c in range(len(head[0]))]
    known = [column for column in columns if column is not None]
    blocks = list(dict.fromkeys(row for row, _ in known if row not in ("", _ALL)))
    if len(known) < len(columns) or sum(row == _ALL for row, _ in known) > 1:
        return []
    for row in blocks:
        places = [c for c, column in enumerate(known) if column[0] == row]
        rulings = sorted(known[c][1] for c in places)
        if rulings not in _WHOLE or places[-1] - places[0] != len(rulings) - 1:
            return []
    is_forms = [column for column in known if column[0]] == [(row, i) for row in ROWS["review"] for i in range(_WIDTH)]
    return [] if is_forms and len(known) == _WIDTH * len(ROWS["review"]) and not in_words else known


def _spread(line: Sequence[str]) -> Iterator[str]:
    """Yield the words of a line of the head, the name of a block over the empty cells right of it as well, which it spans."""
    over, left = "", 0
    for word in line:
        if word:
            over, left = (word, _WIDTH if word in _BLOCKS else len(line)) if word in _BLOCKS or word in _LAWSUITS else ("", 0)
        left -= 1
        yield word or (over if left >= 0 else "")


def _column(printed: Sequence[str]) -> Column | None:
    """Return what a column holds, of the words above it; null where they are unclear."""
    words = list(dict.fromkeys(word for word in printed if word))
    blocks = [_BLOCKS[word] for word in words if word in _BLOCKS]
    others = [word for word in words if word not in _BLOCKS and word not in _LAWSUITS]
    is_of_lawsuits = bool(_LAWSUITS.intersection(words))
    if len(others) > 1 or len(blocks) > 1 or (blocks == [_REVIEW] and is_of_lawsuits):
        return None
    word = others[0] if others else ""
    if not blocks:
        if _SUM.fullmatch(word):
            return _ALL, _WIDTH - 1
        return ("", 0) if not is_of_lawsuits and (not word or _LABELS.fullmatch(word)) else None
    place = column_of(word, _RULINGS)
    return None if place is None else (blocks[0], place)


# -- the row --------------------------------------------------------------------------------------------------
def _row(words: Sequence[Sequence[str]], columns: Sequence[Column], folded: str) -> int | None:
    """Return which line is the report's: the only one, that of its year, or that of the total where the others tell parts of it."""
    said = {
        at: "".join(dict.fromkeys(word for word, column in zip(line, columns, strict=True) if not column[0] and word))
        for at, line in enumerate(words)
        if any(word for word, column in zip(line, columns, strict=True) if column[0])
    }
    if len(said) == 1:
        ((at, label),) = said.items()
        is_year = _YEAR.fullmatch(label)
        return at if _ROW.fullmatch(label) or (is_year and is_year[1] == year_of_title(folded)) else None
    years = {at: year[1] for at, label in said.items() if (year := _YEAR.fullmatch(label))}
    if len(years) == len(said) == len(set(years.values())):
        return next((at for at, year in years.items() if year == year_of_title(folded)), None)
    totals = [at for at, label in said.items() if label in _TOTALS]
    parts = [at for at, label in said.items() if _PART.fullmatch(label)]
    return totals[0] if len(totals) == 1 and len(parts) == len(said) - 1 else None
