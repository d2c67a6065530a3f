"""Do a page's tables print zeros as letters or rings beside digits, zeros before numbers, rows as lists: o, 〇, 03, 4、3、0、0、0、1、8?

Such a cell is no number for sure: it is read only where the page prints many, and where with them every sum of tables
three and four holds (F1–F4). Else the page is read as it is printed. Table two has no sums.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from gongkai.indexer import page
from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import Squeezed, squeeze
from gongkai.mappings.form import FORMS
from gongkai.report import Figure, State

__all__ = ["SUMMED", "Figures", "read_with_plain_digits"]

_FEWEST = 20  # cells: fewer may be marks
# Expressions that begin with what they look for are several times faster than those that look back first.
_RINGS = "〇○oO"
_RING = expression(rf"[{_RINGS}](?<![^\s|].)(?![^\s|])")
_LEADING = expression(r"0(?<![^\s|]0)0*(?=\d(?:\d{0,4})(?![^\s|]))")
_SEVEN = expression(
    r":?(?<![\d,、;·])\d{1,7}([、;·,])(?:\d{1,7}\1){5}\d{1,7}(?![\d,、;·])"
)  # numbers of a row: 4、3、0、0、0、1、8
_LISTED = expression(r"[、;·,]\d{1,7}[、;·,]\d")  # stands in each, and is found sooner
_BETWEEN = expression("[:、;·,]")
_MARKS, _MARKS_OF_ROW = "、;·,", 6
_ZERO = expression(r"0(?<![^\s|]0)(?![^\s|])")
_BEFORE = 3  # characters before a number: its zeros
SUMMED = ("requests.", "review.", "litigation_")
"""How the figures of the tables that have sums begin."""


class _Read(Protocol):
    form: str | None
    figures: dict[str, Figure]


Figures = TypeVar("Figures", bound=_Read)


def read_with_plain_digits(
    read: Callable[[Squeezed, str, Sequence[page.Table]], Figures],
    squeezed: Squeezed,
    folded: str,
    tables: Sequence[page.Table],
) -> Figures:
    """Return what is read of a page, with its odd zeros as plain ones where they make every sum hold."""
    if (plain := _plain(folded)) != folded:
        found = read(squeeze(plain), plain, tables)
        odd = {name for name, figure in found.figures.items() if _is_odd(figure, folded, plain)}
        if _all_hold(found.form, found.figures, odd):
            unsummed = {name for name in odd if not name.startswith(SUMMED)}  # in table two they may be marks
            found.figures |= {name: Figure(name, None, State.ILLEGIBLE) for name in unsummed}
            return found
    return read(squeezed, folded, tables)


def _plain(folded: str) -> str:
    """Return the text with its rings and lists in plain digits, and without zeros before digits, in as many characters."""
    plain = folded
    if "0" not in folded:
        return folded
    listed = sum(map(plain.count, _MARKS)) >= _FEWEST * _MARKS_OF_ROW  # so many lists have no fewer marks
    if listed and _LISTED.search(plain) and len(_SEVEN.findall(plain)) >= _FEWEST:
        plain = _SEVEN.sub(lambda row: _BETWEEN.sub(" ", row[0]), plain)
    if sum(map(folded.count, _RINGS)) >= _FEWEST and _ZERO.search(folded) and len(_RING.findall(folded)) >= _FEWEST:
        plain = _RING.sub("0", plain)
    if len(_LEADING.findall(plain)) >= _FEWEST:
        plain = _LEADING.sub(lambda zeros: " " * len(zeros[0]), plain)
    return plain


def _is_odd(figure: Figure, folded: str, plain: str) -> bool:
    """Tell whether a number was printed otherwise."""
    if figure.span is None:
        return False
    cell = slice(max(0, figure.span[0] - _BEFORE), figure.span[1])
    return folded[cell] != plain[cell]


def _all_hold(form: str | None, figures: Mapping[str, Figure], odd: set[str]) -> bool:
    """Tell whether tables three and four were read whole, with some of the odd cells, and every sum of them holds."""
    if form not in ("2021", "2019"):
        return False
    told = {name: figure for name, figure in figures.items() if name.startswith(SUMMED)}
    if not odd & set(told) or any(figure.state not in (State.READ, State.BLANK) for figure in told.values()):
        return False
    numbers = {name: figure.value or 0 for name, figure in told.items()}
    return all(
        sum(numbers.get(name, 0) for name in identity.left) == sum(numbers.get(name, 0) for name in identity.right)
        for identity in FORMS[form].identities
    )
