"""How is a table printed? On a terminal, in a pipe, as JSON, as CSV."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TextIO

__all__ = ["BOM", "Sheet", "csv_text", "dumps", "one_line", "plain", "print_sheet", "shaded", "write_csv"]

BOM = "\ufeff"  # without it Excel in China reads UTF-8 as GBK
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_MARKS = "·░▒▓█"
_FORMULA = re.compile("[=+\\-@\t\r\n＝＋－＠]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under headings.

    `numeric` columns stand to the right, `wide` ones give way on a narrow terminal, `whole` ones never do, and the column
    `below` stands beneath its row there, over the whole width.
    """

    headings: tuple[str, ...]
    rows: Sequence[Sequence[object]]
    numeric: frozenset[int] = frozenset()
    wide: frozenset[int] = frozenset()
    whole: frozenset[int] = frozenset()
    below: int | None = None
    title: str = ""
    foot: str = ""  # one sentence; on a terminal only
    shades: Mapping[tuple[int, int], float] = field(default_factory=dict)  # (row, column) → 0 to 1: how dark a cell is


def one_line(text: str) -> str:
    """Return the text on one line, without what steers a terminal."""
    return _CONTROL.sub(" ", text).strip()


def plain(value: object) -> str:
    """Return a cell's text: null is empty, a list is joined."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "、".join(plain(item) for item in value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def print_sheet(sheet: Sheet, out: TextIO | None = None) -> None:
    """Print a table: fitted and aligned on a terminal, tabs between whole cells in a pipe."""
    out = out or sys.stdout
    if out.isatty():
        from gongkai.search.render_terminal import print_table

        print_table(sheet, out)
        return
    if sheet.title:
        out.write(f"{sheet.title}\n")
    for number, row in enumerate((sheet.headings, *sheet.rows), -1):
        cells = (shaded(plain(cell), sheet.shades.get((number, place))) for place, cell in enumerate(row))
        out.write("\t".join(map(one_line, cells)) + "\n")


def shaded(text: str, shade: float | None) -> str:
    """Return a cell's text with a mark of how dark it is."""
    return text if shade is None else f"{text} {_MARKS[min(int(shade * len(_MARKS)), len(_MARKS) - 1)]}"


def dumps(value: object, *, indent: int | None = None) -> str:
    """Return JSON as it is printed: Chinese as Chinese, decimals as numbers."""
    return json.dumps(value, ensure_ascii=False, indent=indent, default=_jsonable)


def _jsonable(value: object) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON")


def csv_text(value: object) -> str:
    """Return a cell for a spreadsheet; text that would be run as a formula is marked as text."""
    text = plain(value).replace("\0", "")
    return f"'{text}" if isinstance(value, str | list | tuple) and _FORMULA.match(text) else text


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[object]], out: TextIO) -> None:
    """Write a table that Excel opens right, row by row."""
    out.write(BOM)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(_cells(rows))


def _cells(rows: Iterable[Sequence[object]]) -> Iterator[list[str]]:
    for row in rows:
        yield [csv_text(cell) for cell in row]
