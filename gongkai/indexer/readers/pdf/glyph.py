"""What is a printed character, what a line of a page? Points from the sheet's upper left corner, y downward."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from gongkai.indexer.readers.pdf.visible.ink import CLEAR

__all__ = ["Box", "Glyph", "Rule"]


class Box(Protocol):
    """Something printed on a page."""

    @property
    def x0(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def bottom(self) -> float: ...


class Glyph(NamedTuple):
    """One printed character in its box, as wide as its advance."""

    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    ink: int = CLEAR  # else it is a digit that is not surely read
    piece: int = 0  # of a digit: which text of the file it is printed with

    @property
    def em(self) -> float:
        """Type size, close enough: fonts state boxes of 1.0 to 1.4 em."""
        return max((self.bottom - self.top) * 0.8, self.x1 - self.x0)


class Rule(NamedTuple):
    """One straight line, across or down."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def across(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 >= self.bottom - self.top
