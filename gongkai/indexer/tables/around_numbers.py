"""Which labels of tables two and three stand around their own numbers, as a program prints the cell of a PDF whose words take several lines?

7.属于行
0 1 0 0 0 0 1
政查询事项

They are joined where the words above and below make one label of the form, the numbers add up, all rows come in the form's
order, and nothing but labels and headings stands between the first and the last of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.labels import ROWS
from gongkai.indexer.tables.rows.splits import adds_up
from gongkai.mappings.form import FORMS, OUTCOME_GROUPS
from gongkai.report import Figure

__all__ = ["Moved", "as_printed", "with_whole_labels"]

_CELLS, _FEWEST, _MOST_LINES = 7, 2, 3
_RUN = expression(
    rf"(?P<words>(?:[^\n]*[^\s\d,.|],?|[ \t]*\d[.、])?)[ \t]*"
    rf"(?P<run>(?:\|[ \t]*)?(?<![^\s|])\d{{1,15}}(?:[ \t|]+\d{{1,15}}){{{_CELLS - 1}}})[ \t|]*"
)
_NUMBER = expression(r"\d+")
_GROUP = rf"\([三四五六]\)(?:{'|'.join(OUTCOME_GROUPS[key] for key in ('denied', 'unavailable', 'not_processed', 'other'))})"
_HEADINGS = expression(rf"(?:三、?)?(?:本年度办理结果)?(?:{_GROUP})?")
_ORDINAL = expression(rf"(?:{_HEADINGS.pattern}(?=\(|\d))?(?:[一二三四]、|\([一二三四五六七]\)|[1-9][.、,)])?")
_LABELS = {
    squeeze_label(word): row.key
    for key in ("2021", "2019")
    for row in FORMS[key].tables[1].rows
    for word in (row.label, *row.spellings)
}
_MOST_DOCUMENTS = 20  # such rows of a page: each is written into a copy of its text
_LONG = 5  # characters of a label of table two that columns break
_DOCUMENTS = {
    (word, len(row.columns))
    for key in ("2021", "2019")
    for row in FORMS[key].tables[0].rows
    for word in (row.label, *row.spellings)
    if len(word) >= _LONG
}
_ENDS = {label[at:] for label, _ in _DOCUMENTS for at in range(2, len(label))}
_CELL = r"[-+增减]?\d[\d,.]*"
_RUN_OF_DOCUMENTS = expression(rf"(?P<words>[^\n\d]*?)[ \t|]*(?P<run>(?<![^\s|]){_CELL}(?:[ \t|]+{_CELL}){{0,2}})[ \t|]*")
_SHORTER, _LONGER = "requests.other.other", "requests.denied.prohibited_by_law"  # 2.其他, and 法律行政法规禁止公开 below


@dataclass(frozen=True, slots=True)
class Moved:
    """Numbers that stand at `[start, end)` now, and `by` characters further up on the page."""

    start: int
    end: int
    by: int


@dataclass(frozen=True, slots=True)
class _Row:
    """A row's numbers on line `at`, its label in the lines from `first` to `last`."""

    key: str
    at: int
    first: int
    last: int

    @property
    def is_broken(self) -> bool:
        return self.last > self.at


def with_whole_labels(folded: str) -> tuple[str, list[Moved]]:
    """Return the text, of the same length, with the broken labels whole before their numbers, and which numbers were moved."""
    folded, moved = _with_whole_documents(folded)
    folded, more = _with_whole_requests(folded)
    return folded, moved + more


def _with_whole_documents(folded: str) -> tuple[str, list[Moved]]:
    """Join the long labels of table two, of which no row beside them has a piece."""
    lines = folded.split("\n")
    ends = (place for place, line in enumerate(lines) if line.strip(" \t|") in _ENDS)
    found = list(islice(filter(None, (_document(lines, place) for place in ends)), _MOST_DOCUMENTS))
    runs = {row.at: run for row, run in found}
    return _joined(folded, lines, runs, [row for row, _ in found]) if found else (folded, [])


def _document(lines: Sequence[str], last: int) -> tuple[_Row, re.Match[str]] | None:
    """Return the row whose label ends on that line, and its numbers, on one of the two lines above."""
    for at in range(last - 1, max(last - _MOST_LINES, -1), -1):
        if run := _RUN_OF_DOCUMENTS.fullmatch(lines[at]):
            cells = len(run["run"].replace("|", " ").split())
            for first in range(at, max(at - _MOST_LINES, -1), -1):
                words = "".join([*lines[first:at], run["words"], *lines[at + 1 : last + 1]])
                begins_above = first < at or run["words"].strip(" \t|")  # else the numbers are those of the row above
                if begins_above and (squeeze_label(words), cells) in _DOCUMENTS:
                    return _Row("", at, first, last), run
            return None
    return None


def _with_whole_requests(folded: str) -> tuple[str, list[Moved]]:
    lines = folded.split("\n")
    ends = ((at, line) for at, line in enumerate(lines) if line.rstrip(" \t|")[-1:].isdecimal())  # few do: the expression is slow
    runs = [(at, found) for at, line in ends if (found := _RUN.fullmatch(line))]
    if sum(_key(found["words"]) is None for _, found in runs) < _FEWEST:
        return folded, []
    rows = _rows(lines, dict(runs))
    broken = [i for i, row in enumerate(rows) if row and row.is_broken]
    if len(broken) < _FEWEST:
        return folded, []
    inside = rows[broken[0] : broken[-1] + 1]
    whole = [row for row in rows if row]
    if len(inside) != len([row for row in inside if row]) or not _is_in_order(whole) or not _is_unbroken(whole, lines):
        return folded, []
    return _joined(folded, lines, dict(runs), [row for row in whole if row.is_broken])


def _rows(lines: Sequence[str], runs: dict[int, re.Match[str]]) -> list[_Row | None]:
    """Return for each line of seven numbers the row whose label stands on it and around it; null where none does, or several may."""
    return [_row(lines, runs, at) for at in runs]


def _row(lines: Sequence[str], runs: dict[int, re.Match[str]], at: int) -> _Row | None:
    found = []
    for above in range(_MOST_LINES):
        if any(at - n in runs for n in range(1, above + 1)) or above > at:
            break
        for below in range(_MOST_LINES):
            if (at + below in runs and below) or at + below >= len(lines):
                break
            words = [*lines[at - above : at], runs[at]["words"], *lines[at + 1 : at + 1 + below]]
            if key := _key("".join(words)):
                found.append(_Row(key, at, at - above, at + below))
    if _LONGER in {row.key for row in found}:
        found = [row for row in found if row.key != _SHORTER]
    if len({row.key for row in found}) != 1:
        return None
    if any(row.is_broken for row in found) and not adds_up([int(number) for number in _NUMBER.findall(runs[at]["run"])]):
        return None
    return max(found, key=lambda row: (row.last - row.first, row.first))


def _key(words: str) -> str | None:
    """Return the row whose whole label the words are."""
    label = squeeze_label(words)
    return _LABELS.get(label[_ORDINAL.match(label).end() :])  # type: ignore[union-attr]


def _is_in_order(rows: Sequence[_Row]) -> bool:
    places = [ROWS["requests"].index(row.key) for row in rows]
    return all(before < after for before, after in pairwise(places))


def _is_unbroken(rows: Sequence[_Row], lines: Sequence[str]) -> bool:
    """Tell whether nothing but headings stands between the labels of neighbouring rows, one of which is broken."""
    return all(
        before.last < after.first
        and _HEADINGS.fullmatch(squeeze_label("".join(lines[before.last + 1 : after.first]))) is not None
        for before, after in pairwise(rows)
        if before.is_broken or after.is_broken
    )


def _joined(folded: str, lines: Sequence[str], runs: dict[int, re.Match[str]], rows: Iterable[_Row]) -> tuple[str, list[Moved]]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    text, moved = folded, []
    for row in rows:
        found = runs[row.at]
        begin, end = starts[row.first], starts[row.last + 1] - 1
        words = [*lines[row.first : row.at], found["words"], *lines[row.at + 1 : row.last + 1]]
        label = " ".join(filter(None, map(str.strip, words)))
        block = label + " " * (end - begin - len(label) - len(found["run"])) + found["run"]
        text = text[:begin] + block + text[end:]
        now = end - len(found["run"])
        moved.append(Moved(now, end, now - starts[row.at] - found.start("run")))
    return text, moved


def as_printed(figures: dict[str, Figure], moved: Sequence[Moved]) -> dict[str, Figure]:
    """Return the figures with the ranges where the page prints them."""
    return {name: _as_printed(figure, moved) for name, figure in figures.items()}


def _as_printed(figure: Figure, moved: Sequence[Moved]) -> Figure:
    if figure.span is None:
        return figure
    start, end = figure.span
    by = next((place.by for place in moved if place.start <= start and end <= place.end), 0)
    return figure._replace(span=(start - by, end - by))
