"""Whose label is it? Label text of a table without ruling, broken over lines, goes to the row that it stands beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gongkai.indexer.readers.linear import join_runs
from gongkai.indexer.readers.pdf_table import ORDINAL
from gongkai.indexer.readers.pdf_words import Line, Word

__all__ = ["Block", "Row", "find_blocks"]

PITCH = 1.7  # em between the middles of two lines of one label
REACH = 0.4  # em by which the middle of a row may lie above or below its label


@dataclass(slots=True)
class Block:
    """A label: the words of one label column under one another. `own` when no other label stands right of it."""

    words: list[Word]
    em: float
    own: bool = False
    on_row: bool = False

    @property
    def word(self) -> Word:
        """The label as one word."""
        text = join_runs(word.text for word in self.words)
        first, last = self.words[0], self.words[-1]
        return Word(text, min(w.x0 for w in self.words), first.top, max(w.x1 for w in self.words), last.bottom)


@dataclass(slots=True)
class Row:
    """A row: the line with its values, and its labels."""

    line: Line
    values: list[Word]
    labels: list[Block] = field(default_factory=list)


def find_blocks(lines: Sequence[Line], rows: Sequence[Row], left: float) -> list[Block]:
    """Give the labels left of `left` to the rows and return those that belong to none.

    Of two labels in one label column that stand beside one row only the nearer is the row's: a number must not get
    another row's label.
    """
    loose: list[Block] = []
    for block in _blocks(lines, {id(row.line) for row in rows}, left):
        word = block.word
        middle, reach = (word.top + word.bottom) / 2, REACH * block.em
        beside = [row for row in rows if word.top - reach < row.line.middle < word.bottom + reach]
        if beside:
            min(beside, key=lambda row: abs(row.line.middle - middle)).labels.append(block)
        else:
            loose.append(block)
    for row in rows:
        loose += _rivals(row)
    return loose


def _rivals(row: Row) -> list[Block]:
    """Take the labels off a row that have a nearer one above or below them, and return them."""
    kept: list[Block] = []
    for block in sorted(row.labels, key=lambda block: abs(block.word.middle - row.line.middle)):
        word = block.word
        if not any(word.x0 < other.word.x1 and other.word.x0 < word.x1 for other in kept):
            kept.append(block)
    lost = [block for block in row.labels if block not in kept]
    row.labels = kept
    return lost


def _blocks(lines: Sequence[Line], on_rows: set[int], left: float) -> list[Block]:
    """Return the labels: words under one another, close, of which only the first begins with an ordinal."""
    blocks: list[Block] = []
    for line in lines:
        words = [part for part in line.parts if part.x1 <= left]
        for word in words:
            new = Block([word], line.em, own=word is words[-1], on_row=id(line) in on_rows)
            above = next((block for block in reversed(blocks) if _goes_on(block, new)), None)
            if above is None:
                blocks.append(new)
            else:
                above.words.append(word)
                above.own, above.on_row = above.own or new.own, above.on_row or new.on_row
    return blocks


def _goes_on(above: Block, new: Block) -> bool:
    """Return whether a word goes on with a label: right below it, and not the label of another row."""
    last, word = above.words[-1], new.words[0]
    below = 0 < word.middle - last.middle < PITCH * max(above.em, new.em)
    aligned = abs(word.x0 - last.x0) < 0.6 * new.em or abs(word.x0 + word.x1 - last.x0 - last.x1) < new.em
    rivals = above.own and new.own and above.on_row and new.on_row
    return below and aligned and not rivals and not ORDINAL.match(word.text)
