"""What is a table on one sheet, ruled or not, before the pages are joined?"""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.indexer.expressions import expression

__all__ = ["ORDINAL", "TableCell", "TablePiece"]

ORDINAL = expression(r"[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|第")
"""How a label begins that stands for itself."""


@dataclass(slots=True)
class TableCell:
    """A cell between `x0` and `x1`; `full` when its last line leaves no room for another character."""

    text: str
    x0: float
    x1: float
    rowspan: int = 1
    full: bool = False


@dataclass(slots=True)
class TablePiece:
    """The part of a table that stands on one sheet."""

    rows: list[list[TableCell]]
    x0: float
    x1: float
    top: float
    bottom: float
    ruled: bool = True
    columns: tuple[tuple[float, float], ...] = ()  # of a wide table without ruling: where its values stand
