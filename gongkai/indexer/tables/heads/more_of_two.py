"""Does the head of a row of table two name a column more than the form? 信息内容 | 本年公开件数 | 本年制发件数 | 本年废止件数 | 现行有效件数.

Where one of the row's cells is empty, as many numbers are left as the form has columns: no count tells then whose they are.
"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.labels import PROACTIVE, ROW_NUMBERS, column_words
from gongkai.mappings.form import Row

__all__ = ["ends_with_sum", "names_more"]

_APART, _HAN = expression(r"[|\t\n]"), expression("[\u4e00-\u9fff]")
_SUM_LAST = expression(r"[合小总]计\s*$")
_NUMBER = expression(r"(?<![^\s|])[-+]?\d[\d.,]*(?![^\s|])")
_FEWEST, _LONGEST = 2, 14  # characters of a word
# What holds no numbers beside the form's, numbers the rows, or is said of the band or the unit.
_NO_COLUMN = expression("第二十条.*|.*单位.*|备注.*|说明.*|信息内容|" + "|".join(ROW_NUMBERS))
_ROWS = [row for rows in PROACTIVE.values() for row in rows.values()]
_OF_FORM = frozenset(word for row in _ROWS for words in column_words(row) for word in words) | frozenset(
    squeeze_label(label) for row in _ROWS for label in (row.label, *row.spellings)
)


def names_more(row: Row, head: str) -> bool:
    """Tell whether a head, the text from its first cell to the label below, names each column of a row, and another one."""
    number = _NUMBER.search(head)
    *lines, last = head[: number.start() if number else len(head)].split("\n")
    lines = [line for line in lines if line.strip()] or last.split()  # the last line begins with a label
    if number and (not last.strip() or "\n" not in head):
        lines = lines[:-1]  # of a row of the page's own, a cell a line or all on one: its label
    head = "\n".join(lines)
    cells = _APART.split(head) if _APART.search(head.strip(" \n")) else head.split()
    words = [word for cell in cells if (word := squeeze_label(cell))]
    is_whole = all(any(word in named for word in words) for named in column_words(row))
    return is_whole and any(map(_is_further, words))


def ends_with_sum(head: str) -> bool:
    """Tell whether a head ends with a sum: digits that run together below it may be of two columns, 行政许可172 of 17 and 2."""
    return _SUM_LAST.search(head) is not None


def _is_further(word: str) -> bool:
    """Tell whether a cell of a head is a whole word that is no column of the form's, nor a row's label."""
    is_word = len(_HAN.findall(word)) >= _FEWEST and len(word) <= _LONGEST
    return is_word and word not in _OF_FORM and not _NO_COLUMN.fullmatch(word)
