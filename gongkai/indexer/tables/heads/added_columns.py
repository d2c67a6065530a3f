"""Which column at the right of a table did the page add? 备注, 同比, 较上年增减: its head names it, and it holds no figure of the form.

Such a column is taken out of the text before its tables are read. Which cell of a row is its own is told by the head's place
in table two, by the sums of the seven cells before it in table three, of the fifteen in table four; else it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.rows.splits import blocks_hold

__all__ = ["CellLine", "cell_lines", "without_added_columns", "words_add_up"]

_PAST = "(?:上一?年|去年|20\\d\\d年)度?(?:同期)?(?:数据?)?"
_CHANGE = r"(?:增[长幅减]|变化|变动|升降|/)*(?:减少?|下降)?(?:情况|数量?|[比幅]?[率度例值])?(?:\(?[%±件]\)?)?"
_ADDED = expression(
    r"(?:备注|说明)(?:栏|情况)?(?:\([^()\d]{0,12}\))?"
    rf"|(?:同比|环比|[较比]{_PAST}|[与同和]{_PAST}相?比){_CHANGE}|增[长减]?[幅率](?:\(?%\)?)?"
    r"|(?:上一?年|去年)度?(?:(?:同期|总计|合计)?数据?|同期|总计|合计|情况)"
)
# One of their words in the last cell of a line that says anything; the first in a cell is enough, which may have thousands of them.
# Each alternative begins with a character, not with one of several: such an expression is found in a fifth of the time.
_MAY_BE = expression(
    r"(?:备注|说明|同比|环比|较|比|与(?:上|去|20)|同(?:上|去|20)|和(?:上|去|20)|增幅|增[长减]率|上年|一年|去年)[^|\t\n]*+"
    r"(?P<last>(?>(?:[|\t][^|\t\n\w]*+)*)$)?",
    re.M,
)
_NUMBER, _SIGNED = expression(r"\d+"), expression(r"(?:[+-]|[增减][长加少]?)?\d[\d,.]*(?:万?元|[件项个条次宗起])?")
_MARK = expression(r"[-/\\—〇○无]?")
_FIRST_CELL, _BAND = "信息内容", "第二十条"
_REQUESTS, _REVIEW, _BLOCK, _MOST = 7, 15, 5, 10  # cells of a row, of a block of table four, most of its row
_HEADS = {
    _REQUESTS: frozenset({"申请人情况", "自然人", "法人或其他组织"}),
    _REVIEW: frozenset({"行政复议", "行政诉讼", "结果维持"}),
}
_RULER = expression(r"[\s|:-]*")
Span = tuple[int, int]


class CellLine(NamedTuple):
    """A line of several cells: what each says, and where it begins and ends."""

    words: list[str]
    spans: list[Span]

    @property
    def last(self) -> int:
        """Return the place of the last cell that says anything; -1 where none does."""
        return max((at for at, word in enumerate(self.words) if word), default=-1)

    def cell(self, at: int) -> Span:
        """Return where a cell stands, with the separator before it."""
        return self.spans[at - 1][1], self.spans[at][1]


def without_added_columns(folded: str) -> str:
    """Return the text with spaces in place of the added columns."""
    if not any(word["last"] is not None and _is_behind_a_cell(word) for word in _MAY_BE.finditer(folded)):
        return folded
    lines = list(cell_lines(folded))
    pieces, done = [], 0
    for start, end in sorted(_added(lines)):
        pieces += [folded[done:start], " " * (end - start)]
        done = end
    return "".join([*pieces, folded[done:]])


def _is_behind_a_cell(word: re.Match[str]) -> bool:
    above = word.string.rfind("\n", 0, word.start()) + 1
    return any(word.string.find(mark, above, word.start()) >= 0 for mark in "|\t")


def cell_lines(folded: str) -> Iterator[CellLine | None]:
    """Yield the lines of several cells, and nothing for each of text; without the rulers and the empty lines between them."""
    begins = 0
    for line in folded.split("\n"):
        if not _RULER.fullmatch(line):
            ends = [at for at, character in enumerate(line) if character in "|\t"]
            spans = [(begins + a, begins + b) for a, b in zip([0, *(at + 1 for at in ends)], [*ends, len(line)], strict=True)]
            yield CellLine([squeeze_label(folded[start:end]) for start, end in spans], spans) if ends else None
        begins += len(line) + 1


def _added(lines: Sequence[CellLine | None]) -> set[Span]:
    """Return where the cells of the added columns stand, with their heads."""
    found: set[Span] = set()
    sure = True  # of table two: all its rows or none
    of_two: set[Span] = set()
    for at, line in enumerate(lines):
        if line is None or (last := line.last) < 1 or not _ADDED.fullmatch(line.words[last]):
            continue
        below = [each for each in takewhile(lambda each: each is not None, lines[at + 1 :]) if each is not None]
        if _FIRST_CELL in line.words[:2]:
            cells = _below(line, below)
            sure, of_two = sure and cells is not None, of_two | set(cells or ())
            continue
        if any(map(_NUMBER.fullmatch, line.words)):
            continue
        size = next((size for size, heads in _HEADS.items() if heads & set(line.words)), 0)
        found |= set(_behind(line, size, below) if size else ())
    return found | of_two if sure else found


def _below(head: CellLine, below: Sequence[CellLine]) -> list[Span] | None:
    """Return the cells of table two that stand below the last word of a head; null where a row's place in it is not sure."""
    last = head.last
    cells = [head.cell(last)]
    for line in below:
        words = line.words
        if _FIRST_CELL in words[:2]:
            break
        if any(word.startswith(_BAND) for word in words[:2]):
            continue
        label = next((at for at, word in enumerate(words) if word), 0)
        if (
            len(words) != len(head.words)
            or not all(_SIGNED.fullmatch(w) or _MARK.fullmatch(w) for w in words[label + 1 : last])
            or any(words[last + 1 :])
        ):
            return None
        cells.append(line.cell(last))
    return cells


def _behind(head: CellLine, size: int, below: Sequence[CellLine]) -> list[Span]:
    """Return the cells behind the rows' sums, with their head; where numbers do not add up none, of table four the whole row.

    A row of table four that lost a cell has the form's number of cells with the one of the added column.
    """
    cells = [head.cell(head.last)]
    for line in below:
        first = next((at for at, word in enumerate(line.words) if _NUMBER.fullmatch(word)), len(line.words))
        row = line.words[first : first + size]
        if len(row) < size and not any(map(_NUMBER.fullmatch, row)):
            continue  # of the head
        if len(row) < size or not words_add_up(row) or any(line.words[first + size + 1 :]):
            is_row = size == _REVIEW and sum(_NUMBER.fullmatch(word) is not None for word in line.words) >= _MOST
            return [(line.spans[0][0], line.spans[-1][1])] if is_row else []
        if first + size < len(line.words):
            cells.append(line.cell(first + size))
        elif first and not line.words[first - 1]:
            return []  # its first cell may be empty, and the last of those the added column's
    return cells if len(cells) > 1 else []


def words_add_up(row: Sequence[str]) -> bool:
    """Tell whether a row's cells are numbers whose last is the sum of the others, in table four one block after the other."""
    if not all(_NUMBER.fullmatch(word) or _MARK.fullmatch(word) for word in row):
        return False
    numbers = [int(word) if word.isdecimal() else 0 for word in row]
    step = _BLOCK if len(row) == _REVIEW else len(row)
    return blocks_hold(numbers, step)
