"""Which of two rows of table four is the report's year's? 本年度 | 15 numbers, 上年度 | 15 numbers: the other one is taken out.

Their labels say which is which. The report's has all of the form's cells, and adds up: else it is taken out as well.
"""

from __future__ import annotations

from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.heads.added_columns import CellLine, cell_lines, without_added_columns, words_add_up
from gongkai.indexer.tables.ownership.whose import year_of_title

__all__ = ["forms_own", "without_other_years"]

_CELLS, _MOST, _HEAD, _ABOVE = 15, 8, "结果维持", 4
_OWN = expression(r"本年度?(?:数据?|情况)?|今年|本期|本年度?合计")
_PAST = expression(r"(?:上一?年|去年)度?(?:同期)?(?:数据?|情况)?|(?:上年)?同期数?")
_YEAR = expression(r"(20\d\d)年?度?(?:数据?|情况)?")
_MAY_BE = expression(r"(?:本年|今年|本期|上年|上一年|去年|20\d\d)[^\n\d|]{0,6}[|\t][ \t|]*\d+[ \t]*[|\t]")


def forms_own(folded: str) -> str:
    """Return the text without the columns that the page added and without other years' row of table four."""
    return without_other_years(without_added_columns(folded))


def without_other_years(folded: str) -> str:
    """Return the text with spaces in place of the other year's row of table four and of the label of the report's."""
    if not _MAY_BE.search(folded):
        return folded
    lines = list(cell_lines(folded))
    year = year_of_title(folded)
    pairs = [
        (at, upper, lower)
        for at, (upper, lower) in enumerate(pairwise(lines))
        if upper and lower and _counts(upper) and _counts(lower) and {_says(upper, year), _says(lower, year)} == {True, False}
    ]
    heads = [line for at, *_ in pairs for line in lines[max(0, at - _ABOVE) : at] if line and _HEAD in line.words]
    if len(pairs) != 1 or not heads:
        return folded
    _, *rows = pairs[0]
    own, other = sorted(rows, key=lambda line: not _says(line, year))
    label = next(at for at, word in enumerate(own.words) if word)
    taken = own.spans[label] if _is_row(own) else _whole(own)
    for start, end in (_whole(other), taken):
        folded = folded[:start] + " " * (end - start) + folded[end:]
    return folded


def _whole(line: CellLine) -> tuple[int, int]:
    return line.spans[0][0], line.spans[-1][1]


def _counts(line: CellLine) -> bool:
    """Tell whether most cells that a row of table four has are numbers."""
    return sum(map(str.isdecimal, line.words)) >= _MOST


def _is_row(line: CellLine) -> bool:
    """Tell whether a line is a label and the fifteen cells of table four, whose blocks add up."""
    first = next((at for at, word in enumerate(line.words) if word), 0)
    cells = line.words[first + 1 : first + 1 + _CELLS]
    is_whole = len(cells) == _CELLS and all(cells) and not any(line.words[first + 1 + _CELLS :])
    return is_whole and words_add_up(cells)


def _says(line: CellLine, year: str) -> bool | None:
    """Tell whether a row is the report's year's, or the year's before; nothing where its label does not say."""
    label = next(filter(None, line.words))
    if named := _YEAR.fullmatch(label):
        return named[1] == year if year and int(named[1]) <= int(year) else None
    return True if _OWN.fullmatch(label) else False if _PAST.fullmatch(label) else None
