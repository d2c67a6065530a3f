"""Which form's columns stand above each row of table two? A page may print those of two forms, and word them in its own way."""

from __future__ import annotations

import re
from dataclasses import replace

from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.labels import column_words
from gongkai.indexer.tables import TableText
from gongkai.mappings.form import FORMS, Row, Table

__all__ = ["by_own_heads"]

_PROACTIVE = {key: {row.key: row for row in FORMS[key].tables[0].rows} for key in ("2021", "2019")}
_OF_BOTH = {key: (row, _PROACTIVE["2019"][key]) for key, row in _PROACTIVE["2021"].items()}
_OWN_WORDS = {
    row: frozenset().union(*column_words(row)) - frozenset().union(*column_words(other)) - {"处理决定数量"}
    for rows in _OF_BOTH.values()
    for row, other in (rows, rows[::-1])
}
# What a head says in whatever words, by form: 2021年制发数量, 现行有效件数(历史累计), 2020年项目数.
_COUNTED = {"2021": re.compile("制发|废止|现行有效"), "2019": re.compile("新制作|新公开|对外公开|公开总数")}
_DECIDED = {
    "2021": re.compile(r"^[^增减]{0,9}处理决定数[^增减]{0,9}$|收费金额"),
    "2019": re.compile("项目数|上一?年|本年增|增.?减"),
}
_HEAD = 160  # characters that a head takes
_FIRST_CELL = "信息内容"


def by_own_heads(table: Table, text: TableText, folded: str) -> Table:
    """Return table two with the columns that are printed above each row."""
    heads: dict[str, set[str]] = {}
    printed: dict[str, str] = {}
    above: set[str] = set()
    is_row = False
    for segment in text.segments:
        if segment.row and not segment.unknown:
            heads.setdefault(segment.row, above)
            printed.setdefault(segment.row, folded[max(0, segment.label[0] - _HEAD) : segment.label[0]])
        elif is_row and segment.row is None:
            above = set()
        is_row = segment.row is not None
        above.add(segment.word)
    own = {row.key: _form_of(row, heads.get(row.key, set())) or _worded_as(row, printed.get(row.key, "")) for row in table.rows}
    of_band = {row.band: own[row.key] for row in reversed(table.rows) if own[row.key]}  # the label below is lost, or has a note
    forms = {row.key: own[row.key] or of_band.get(row.band) for row in table.rows}
    return replace(table, rows=tuple(_PROACTIVE.get(forms[row.key] or "", {}).get(row.key, row) for row in table.rows))


def _form_of(row: Row, head: set[str]) -> str | None:
    """Return the form whose columns alone the head of a row names."""
    named = [key for key, rows in _PROACTIVE.items() if row.key in _OF_BOTH and head & _OWN_WORDS[rows[row.key]]]
    return named[0] if len(named) == 1 else None


def _worded_as(row: Row, above: str) -> str | None:
    """Return the form whose columns alone the text of a row's head speaks of, in words of its own."""
    _, found, head = above.rpartition(_FIRST_CELL)
    if not found or row.key not in _OF_BOTH:
        return None
    kinds = _COUNTED if len(_PROACTIVE["2021"][row.key].columns) > 1 else _DECIDED
    said = [key for key, words in kinds.items() if words.search(squeeze_label(head))]
    return said[0] if len(said) == 1 else None
