"""Does a broken space stand before a number in its cell: ? 12, \ufffd 0? A copy lost the character, the cell kept its number.

What is broken may have been a sign or a word as well (- 5, 约 12): such a number is read only where its row adds up with it (F3, F4).
Table two has no sums; there it stays unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from gongkai.indexer import page
from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import Squeezed, squeeze
from gongkai.indexer.tables.rows.odd_digits import SUMMED, Figures, read_with_plain_digits
from gongkai.report import Figure, State

__all__ = ["read_with_whole_spaces"]

# The cell, or the line, holds nothing else; where spaces part the cells ? may be one of them.
_BROKEN = expression(r"[?\ufffd]++ +(?=\d[\d,]*+ *(?:[|\t\n]|\Z))")
_BEFORE = expression(r"(?:[|\t\n]|\A) *\Z")
_FURTHEST = 12  # characters


def read_with_whole_spaces(
    read: Callable[[Squeezed, str, Sequence[page.Table]], Figures],
    squeezed: Squeezed,
    folded: str,
    tables: Sequence[page.Table],
) -> Figures:
    """Return what is read of a page whose broken spaces are whole; numbers behind one that no sum tells stay unread."""
    mended = _BROKEN.sub(_whole, folded) if "?" in folded or "\ufffd" in folded else folded
    if mended == folded:
        return read_with_plain_digits(read, squeezed, folded, tables)
    found = read_with_plain_digits(read, squeeze(mended), mended, tables)
    odd = {name for name, figure in found.figures.items() if _is_behind(figure, folded, mended)}
    found.figures |= {name: Figure(name, None, State.ILLEGIBLE) for name in _untold(odd, found.figures)}
    return found


def _whole(broken: re.Match[str]) -> str:
    before = broken.string[max(0, broken.start() - _FURTHEST) : broken.start()]
    return " " * len(broken[0]) if _BEFORE.search(before) else broken[0]


def _is_behind(figure: Figure, folded: str, mended: str) -> bool:
    """Tell whether a number stands behind a space that was broken."""
    if figure.span is None:
        return False
    cell = slice(max(0, figure.span[0] - _FURTHEST), figure.span[0])
    return folded[cell] != mended[cell] and bool(re.search(r"[?\ufffd]+ +\Z", folded[cell]))


def _untold(odd: set[str], figures: Mapping[str, Figure]) -> Iterator[str]:
    """Yield the numbers behind broken spaces whose row has no sum, or does not add up."""
    for row in {name.rpartition(".")[0] for name in odd}:
        cells = {name: figure for name, figure in figures.items() if name.rpartition(".")[0] == row}
        total = cells.pop(f"{row}.total", None)
        is_whole = all(figure.state in (State.READ, State.BLANK) for figure in cells.values())
        holds = is_whole and total is not None and total.value == sum(figure.value or 0 for figure in cells.values())
        if not (row + ".").startswith(SUMMED) or not holds:
            yield from (name for name in odd if name.rpartition(".")[0] == row)
