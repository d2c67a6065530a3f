"""How do the pages of a PDF become one text? Paragraphs and tables that cross a page break are joined."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.linear import LOST, CellText, PageText, join_runs
from gongkai.indexer.readers.pdf.furniture import without_furniture
from gongkai.indexer.readers.pdf.page import Item, SheetItems
from gongkai.indexer.readers.pdf.table import ORDINAL, TableCell, TablePiece
from gongkai.indexer.readers.pdf.words import Line
from gongkai.text import HAN

__all__ = ["flow"]

SNAP = 4.0  # points: column lines of two pieces no farther apart are one
FOOT = 20  # characters: a longer line is no foot
LEADING = 2.6  # em between the middles of two lines of a paragraph, at most

_HAN_CHAR = expression(f"[{HAN}]")
_SECTION = expression(r"[一二三四五六七八九十]{1,2}、")
_CONTINUED = expression(r"[（(]?(续表?|[续接]上[页表]|续前表|上接.{1,9})[一二三四\d]{0,2}[）)]?[:：]?")


def flow(pages: Sequence[SheetItems]) -> PageText:
    """Return the text of the pages in order; running feet come once, at the end."""
    shown, feet = without_furniture(pages)
    text = PageText()
    for block in _blocks(shown):
        if isinstance(block, TablePiece):
            text.table(_spanned(block))
        else:
            text.paragraph(_paragraph(block))
    for foot in feet:
        text.paragraph(foot)
    return text


def _blocks(pages: Sequence[Sequence[Item]]) -> list[list[Line] | TablePiece]:
    """Return paragraphs, each as its lines, and tables."""
    blocks: list[list[Line] | TablePiece] = []
    before = (0.0, 0.0)
    for items in map(_without_continued, pages):
        margins = _margins(items)
        for number, item in enumerate(items):
            last = blocks[-1] if blocks else None
            if isinstance(item, TablePiece):
                begun = _begun(blocks) if number == 0 else None
                if begun is not None and _continues(begun, item):
                    _join(begun, item)
                else:
                    blocks.append(item)
            elif isinstance(last, list) and _same_paragraph(last[-1], before, item, margins):
                last.append(item)
            else:
                blocks.append([item])
            before = margins
    return blocks


def _without_continued(items: Sequence[Item]) -> Sequence[Item]:
    """Return the items of a page without the word above a table that says it goes on (续表)."""
    match items:
        case [Line(text=text), TablePiece(), *_] if _CONTINUED.fullmatch(text):
            return items[1:]
    return items


def _begun(blocks: Sequence[list[Line] | TablePiece]) -> TablePiece | None:
    """Return the table at the foot of the page before; one short line, an odd foot, may stand below it."""
    for block in reversed(blocks[-2:]):
        if isinstance(block, TablePiece):
            return block
        if len(block) > 1 or len(block[0].text) > FOOT or ORDINAL.match(block[0].text):
            break
    return None


def _margins(items: Sequence[Item]) -> tuple[float, float]:
    """Return the left and the right edge of the text of a page."""
    lines = [item for item in items if isinstance(item, Line)]
    return min((line.x0 for line in lines), default=0.0), max((line.x1 for line in lines), default=0.0)


def _same_paragraph(above: Line, its: tuple[float, float], line: Line, margins: tuple[float, float]) -> bool:
    """Return whether a line goes on with the paragraph of the line above: that one is full, this not indented."""
    em = max(above.em, line.em)
    wrapped = its[1] - above.x1 < 1.5 * em and line.x0 - margins[0] < 0.8 * em
    alike = abs(above.em - line.em) < 0.25 * em and len(above.words) == len(line.words) == 1
    apart = line.top > above.top and line.middle - above.middle > LEADING * em
    return wrapped and alike and not apart and not _SECTION.match(line.text)


def _paragraph(lines: Sequence[Line]) -> str:
    return lines[0].text if len(lines) == 1 else join_runs(line.text for line in lines)


def _continues(above: TablePiece, below: TablePiece) -> bool:
    """Return whether a table at the head of a page goes on with the one at the foot of the page before."""
    if above.ruled != below.ruled or not above.rows or not below.rows:
        return False
    if not above.ruled:
        same = len(above.rows[-1]) == len(below.rows[0]) and len(above.columns) == len(below.columns)
        return same or any(_placed(row, above.columns) for row in below.rows)
    return _shift(above, below) is not None


def _shift(above: TablePiece, below: TablePiece) -> float | None:
    """Return how far a piece stands right of the piece before, when most of their column lines agree.

    Odd and even pages may have different margins; on either page the outermost line may be missing.
    """
    edges = [x for row in above.rows for cell in row for x in (cell.x0, cell.x1)]
    ours = {round(x) for row in below.rows for cell in row for x in (cell.x0, cell.x1)}
    for shift in (0.0, below.x0 - above.x0, below.x1 - above.x1):
        agreed = sum(any(abs(edge + shift - x) <= SNAP for edge in edges) for x in ours)
        if agreed * 4 > len(ours) * 3 and abs(below.x1 - above.x1 - shift) <= 2 * SNAP:
            return shift
    return None


def _join(above: TablePiece, below: TablePiece) -> None:
    """Append the rows of a piece to the piece before; a cell that the page break cut becomes one again."""
    del below.rows[: _heads_again(above, below)]
    if above.ruled:
        shift = _shift(above, below) or 0.0
        for row in below.rows:
            for cell in row:
                cell.x0, cell.x1 = cell.x0 - shift, cell.x1 - shift
        if below.rows:
            _mend(above, below)
    else:
        below.rows = [_placed(row, above.columns) or row for row in below.rows]
    above.rows += below.rows


def _heads_again(above: TablePiece, below: TablePiece) -> int:
    """Return how many rows of a table's head are printed again at the top of the next page: the same words, no numbers."""
    count = 0
    for first, again in zip(above.rows, below.rows, strict=False):
        words = [cell.text for cell in again]
        if words != [cell.text for cell in first] or not all(map(_HAN_CHAR.search, filter(None, words))):
            break
        count += 1
    return count if any(cell.text for row in below.rows[:count] for cell in row) else 0


def _mend_labels(rows: Sequence[list[TableCell]]) -> None:
    """Put labels over several rows together whose lines stand beside different rows of a table without ruling.

    Each of these rows has a label of its own behind the line, and no other label of the column is between the lines.
    """
    begun: list[TableCell] = []
    for row in rows:
        for cell, own in list(pairwise(row)):
            if not ORDINAL.match(own.text):
                break
            if ORDINAL.match(cell.text):
                begun = [*(label for label in begun if abs(label.x0 - cell.x0) > SNAP), cell]
            elif _HAN_CHAR.search(cell.text) and (upper := next((label for label in begun if _in_line(label, cell)), None)):
                upper.text = join_runs((upper.text, cell.text))
                row.remove(cell)
        if row and ORDINAL.match(row[0].text) and not any(row[0] is label for label in begun):
            begun = [label for label in begun if abs(label.x0 - row[0].x0) > SNAP]


def _in_line(one: TableCell, other: TableCell) -> bool:
    """Return whether two cells stand in one column without ruling: their left edges or their middles agree."""
    return abs(one.x0 - other.x0) <= SNAP or abs(one.x0 + one.x1 - other.x0 - other.x1) <= 2 * SNAP


def _placed(row: Sequence[TableCell], columns: Sequence[tuple[float, float]]) -> list[TableCell] | None:
    """Return a row without ruling in the columns of the page before: one blank there all down this page keeps its place.

    None when there are no such columns, or a value stands in none or in two of them.
    """
    values = [cell for cell in row if columns and cell.x1 > columns[0][0]]
    homes = [[i for i, (low, high) in enumerate(columns) if cell.x0 < high and low < cell.x1] for cell in values]
    if not values or any(len(home) != 1 or _HAN_CHAR.search(c.text) for c, home in zip(values, homes, strict=True)):
        return None
    at = {home[0]: cell for cell, home in zip(values, homes, strict=True)}
    if len(at) < len(values):
        return None
    labels = [cell for cell in row if cell.x1 <= columns[0][0]]
    return labels + [at.get(i) or TableCell("", low, high) for i, (low, high) in enumerate(columns)]


def _mend(above: TablePiece, below: TablePiece) -> None:
    """Put the cells together that the page break cut: labels over several rows, and the rest of a row."""
    first = below.rows[0]
    _drop_sliver(above, first)
    pairs = _pairs(above, first)
    labelled = max((cell.x0 for cell in first if _HAN_CHAR.search(cell.text)), default=-1.0)
    going_on = [(upper, lower) for upper, lower in pairs if lower.x0 < labelled and _goes_on(upper, lower)]
    for upper, lower in going_on:
        upper.text, upper.rowspan = join_runs((upper.text, lower.text)), upper.rowspan + lower.rowspan
        first.remove(lower)
    others = [pair for pair in pairs if pair not in going_on]
    alone = [cell for cell in first if not any(cell is lower for _, lower in others)]
    whole = bool(others) and all(not cell.text and cell.x0 < labelled for cell in alone)
    if whole and (_label_cut(others) or _value_cut(others)):
        for upper, lower in others:
            numeral = upper.text.isdigit() and lower.text.isdigit()
            upper.text = upper.text + lower.text if numeral else join_runs((upper.text, lower.text))
            upper.rowspan += lower.rowspan - 1
        for upper, _ in going_on:
            upper.rowspan -= 1
        _delete_first(below, alone)
    elif _number_cut(others):
        for upper, lower in others:
            upper.text, lower.text = (LOST, LOST) if upper.text and lower.text else (upper.text, lower.text)


def _drop_sliver(above: TablePiece, first: Sequence[TableCell]) -> None:
    """Drop the empty strip that a row leaves at the foot of a page where none of its lines had room."""
    rest = [cell for cell in first if cell.text]
    if len(above.rows) < 2 or any(c.text or c.rowspan > 1 for c in above.rows[-1]) or len(above.rows[-1]) >= len(above.rows[-2]):
        return
    if len(rest) == 0 or any(ORDINAL.match(cell.text) or not _HAN_CHAR.search(cell.text) for cell in rest):
        return
    del above.rows[-1]
    for index, row in enumerate(above.rows):
        for cell in row:
            cell.rowspan = min(cell.rowspan, len(above.rows) - index)


def _delete_first(below: TablePiece, alone: Sequence[TableCell]) -> None:
    """Delete the first row; empty cells over several rows that nothing above goes on with begin in the next one."""
    del below.rows[0]
    for cell in alone:
        cell.rowspan -= 1
    if below.rows:
        below.rows[0] = sorted([*(cell for cell in alone if cell.rowspan), *below.rows[0]], key=lambda cell: cell.x0)


def _pairs(above: TablePiece, first: Sequence[TableCell]) -> list[tuple[TableCell, TableCell]]:
    """Return the cells that end at the page break with the cells of the next page right below them."""
    count = len(above.rows)
    open_cells = [c for index, row in enumerate(above.rows) for c in row if index + c.rowspan >= count]
    return [
        (upper, lower)
        for lower in first
        for upper in open_cells
        if abs(upper.x0 - lower.x0) <= SNAP and abs(upper.x1 - lower.x1) <= SNAP
    ]


def _goes_on(upper: TableCell, lower: TableCell) -> bool:
    """Return whether a label over several rows, cut by the page break, goes on in the cell below it."""
    spans = upper.rowspan > 1 or lower.rowspan > 1
    return spans and bool(_HAN_CHAR.search(upper.text)) and not ORDINAL.match(lower.text) and not lower.text.isdigit()


def _label_cut(pairs: Sequence[tuple[TableCell, TableCell]]) -> bool:
    """Return whether the page break cut through one row: its label goes on, and only one half has the values."""
    labels = [(u, w) for u, w in pairs if _HAN_CHAR.search(u.text) and _HAN_CHAR.search(w.text)]
    values = [(u, w) for u, w in pairs if (u, w) not in labels]
    cut = bool(labels) and all(u.full and not ORDINAL.match(w.text) for u, w in labels)
    return cut and bool(values) and (not any(u.text for u, _ in values) or not any(w.text for _, w in values))


def _value_cut(pairs: Sequence[tuple[TableCell, TableCell]]) -> bool:
    """Return whether the page break cut through the values of one row: no label below, and digits go on from full lines."""
    labels = [(u, w) for u, w in pairs if _HAN_CHAR.search(u.text)]
    values = [(u, w) for u, w in pairs if not _HAN_CHAR.search(u.text)]
    unlabelled = bool(labels) and not any(w.text for _, w in labels)
    going_on = [(u, w) for u, w in values if w.text]
    return unlabelled and bool(going_on) and all(w.text.isdigit() and (u.full or not u.text) for u, w in going_on)


def _number_cut(pairs: Sequence[tuple[TableCell, TableCell]]) -> bool:
    """Return whether the page break cut numbers of a row whose label stands below it: 19 fills its line above, 733 below is no number."""
    both = [(u, w) for u, w in pairs if u.text and w.text]
    named = any(_HAN_CHAR.search(w.text) for _, w in pairs) and not any(_HAN_CHAR.search(u.text) for u, _ in pairs)
    return named and bool(both) and all(u.text.isdigit() and u.full and w.text.isdigit() for u, w in both)


def _spanned(table: TablePiece) -> list[list[CellText]]:
    """Return the rows with column spans: how many of the table's columns each cell covers."""
    if not table.ruled:
        _mend_labels(table.rows)
        return [[CellText(cell.text) for cell in row] for row in table.rows]
    edges: list[float] = []
    for x in sorted(cell.x0 for row in table.rows for cell in row):
        if not edges or x - edges[-1] > SNAP:
            edges.append(x)
    return [
        [CellText(c.text, c.rowspan, max(1, sum(c.x0 - SNAP <= x < c.x1 - SNAP for x in edges))) for c in row]
        for row in table.rows
    ]
