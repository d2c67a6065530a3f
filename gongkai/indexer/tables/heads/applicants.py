"""Which columns of table three are headed by applicants of the page's own? Their numbers are none of the form's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.labels import FRAME, column_words
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form import APPLICANTS, FORMS
from gongkai.report import State

__all__ = ["without_other_applicants"]

_PERSON, _TOTALS = "自然人", frozenset({"总计", "合计"})
_HEAD = 200  # characters that a head takes
_BODIES = expression("|".join(sorted((re.escape(word) for word in FRAME["requests"] if "法人" in word), key=len, reverse=True)))
_BETWEEN_CELLS, _BETWEEN_WORDS = expression(r"[|\t\n]+"), expression(r"\s+")
_NUMBERING = "一、1.() \t|"  # of the first row
_HAN = expression("[\u4e00-\u9fff]")
_PLAIN = expression("[\u4e00-\u9fff]{2,}")  # a word without damage
# What the head of a column says at least, in whatever words: 律师事务所, 高校及科研院所. 新闻媒体 is no social organization.
_NAMING = tuple(map(expression, ("[企商]|公司", "[科研学]|院[校所]", "[益社团]|组织|协会", "[律法]", "[其他它]")))
_FORMS = frozenset().union(*column_words(FORMS["2021"].tables[1].rows[0]))  # in another order they tell whose the columns are
_FIRST = 1  # column of those


def without_other_applicants(rows: Mapping[str, Reading], text: TableText, folded: str) -> dict[str, Reading]:
    """Return the rows without the numbers of columns that are headed by other applicants than the form's."""
    others = _other_columns(text, folded)
    return {row: _without(reading, others) for row, reading in rows.items()} if others else dict(rows)


def _other_columns(text: TableText, folded: str) -> set[int]:
    """Return the columns whose words in the head are whole, one for each column, and say something else."""
    first = next((s.label[0] for s in text.segments if s.row and not s.unknown), text.start)
    _, found, head = folded[max(text.start - _HEAD, first - _HEAD, 0) : first].rpartition(_PERSON)
    words = _words(head.rstrip(_NUMBERING)) if found else []
    if len(words) != len(_NAMING):
        return set()
    said = enumerate(zip(words, _NAMING, strict=True))
    return {_FIRST + i for i, (word, naming) in said if _is_other(word) and not naming.search(word)}


def _is_other(word: str) -> bool:
    """Tell whether a word is none of the form's, nor a piece of one that a space parts: 社会公益 组织."""
    return _PLAIN.fullmatch(word) is not None and not any(word in whole for whole in _FORMS)


def _words(head: str) -> Sequence[str]:
    """Return the words of a head between those of people and of the rows, but for the bodies' heading and the total."""
    between = _BETWEEN_CELLS if set(head) & set("|\t") else _BETWEEN_WORDS
    cells = (_BODIES.sub("", squeeze_label(cell)) for cell in between.split(head))
    return [cell for cell in cells if _HAN.search(cell) and cell not in _TOTALS]


def _without(reading: Reading, columns: set[int]) -> Reading:
    if len(reading.values) != len(APPLICANTS):
        return reading
    values = enumerate(reading.values)
    return replace(reading, values=tuple(v._replace(value=None, state=State.ILLEGIBLE) if i in columns else v for i, v in values))
