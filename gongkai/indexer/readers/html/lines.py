"""Which row of a web table holds several rows, each cell a line of every one? A table typed as columns, or pasted as one row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from gongkai.indexer.expressions import expression

__all__ = ["BREAK", "FEWEST_CELLS", "FEWEST_LINES", "PARAGRAPH", "lines_of_row"]

BREAK, PARAGRAPH = "\u2028", "\u2029"
"""What stands in a cell's text for a line break and for the end of a paragraph; white space to all that reads on."""

FEWEST_LINES, FEWEST_CELLS = 3, 4
_FEWEST_COLUMNS = 3  # with numbers
_NUMBER = expression(r"[-+]?\d[\d.,]*")


def lines_of_row(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the lines that a row's cells have, each as a row of its own; none unless all cells have as many of them."""
    if len(texts) < FEWEST_CELLS or not any(
        text.count(BREAK) >= FEWEST_LINES - 1 or text.count(PARAGRAPH) >= 2 * FEWEST_LINES for text in texts
    ):
        return []
    cells = [_lines(text) for text in texts]
    most = max(map(len, cells))
    for lines in takewhile(lambda lines: len(lines) == 1 and not _NUMBER.fullmatch(lines[0]), cells):
        lines += [""] * (most - 1)  # the label of a group stands beside the first of its rows
    counts = {len(lines) for lines in cells}
    columns = sum(any(map(_NUMBER.fullmatch, lines)) for lines in cells)
    if len(counts) != 1 or counts.pop() < FEWEST_LINES or columns < _FEWEST_COLUMNS:
        return []
    return list(zip(*cells, strict=True))


def _lines(text: str) -> list[str]:
    """Return the lines of a cell; what paragraphs leave between them is none."""
    if BREAK in text:
        return [line.strip() for line in text.replace(PARAGRAPH, "").split(BREAK)]
    parts = [part.strip() for part in text.split(PARAGRAPH)]
    return [part for part in parts if part] if any(parts[::2]) else parts[1::2]  # each paragraph stands between two marks
