"""Which cells of a table stand in which column? Of markup, or of lines whose separators stand in columns.

Where every line has as many cells as the head, a number stands below the words of its own column, whatever their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from gongkai.indexer import page
from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.tables import TableText

__all__ = ["Lattice", "Place", "lattices", "lattices_near", "words_of"]

Place = tuple[int, int]
"""Where a cell begins and ends in the page's text."""
Lattice = list[list[Place]]
"""The cells of a table, line by line, as many in each: one that spans columns or lines stands in each of them."""

_MOST_CELLS = 4_000
_LINES_ABOVE = 6  # of a head that begin with words unknown to the form
_LINES_BELOW = 30  # of a table on its side, whose rows are named above its numbers
_RULE = expression(r"[\s|:-]*-[\s|:-]*")  # below a head in Markdown
_FEWEST = 7  # cells of a line
_LINE, _DIGIT = expression(r"[^\n]*\n?"), expression(r"\d")
_AROUND = 600  # characters


def lattices(text: TableText, tables: Sequence[page.Table], folded: str) -> Iterator[Lattice]:
    """Yield the tables of the page's markup that share text with a table of the form; of a page without markup its lines."""
    for table in tables:
        span = table.span
        if span is not None and span[0] < text.end and text.start < span[1]:
            yield from _of_markup(table)
    if not tables:
        yield from _of_lines(text, folded)


def lattices_near(text: TableText, tables: Sequence[page.Table], folded: str) -> Iterator[Lattice]:
    """Yield the tables of the page's markup around a table of the form, which it may be parted into; of a page without any its lines."""
    low, high = max(0, text.start - _AROUND), text.end + _AROUND
    for table in tables:
        span = table.span
        if span is not None and span[0] < high and low < span[1]:
            yield from _of_markup(table)
    if not tables:
        yield from _runs(folded, folded.rfind("\n", 0, low) + 1, high)


def words_of(lattice: Sequence[Sequence[Place]], folded: str) -> list[list[str]]:
    """Return what the cells say."""
    return [[squeeze_label(folded[a:b]) for a, b in line] for line in lattice]


def _of_markup(table: page.Table) -> Iterator[Lattice]:
    """Yield the grid of a table that has a cell at each of its places."""
    cells = [cell for row in table.rows for cell in row]
    if len(cells) > _MOST_CELLS or sum(cell.colspan * cell.rowspan for cell in cells) > 2 * _MOST_CELLS:
        return
    grid = table.grid()
    whole = [[(cell.start, cell.end) for cell in line if cell] for line in grid]
    if all(len(line) == len(grid[0]) for line in whole):
        yield whole


def _of_lines(text: TableText, folded: str) -> Iterator[Lattice]:
    """Yield the lines of a table whose cells are parted by bars or tabs, where each has as many of them."""
    start = folded.rfind("\n", 0, text.start) + 1
    mark = next((mark for mark in "|\t" if mark in folded[start : text.end]), None)
    if mark is None:
        return
    for _ in range(_LINES_ABOVE):
        above = folded.rfind("\n", 0, max(0, start - 1)) + 1
        if start == 0 or mark not in folded[above : start - 1]:
            break
        start = above
    end = _end_of_line(folded, max(start, text.end - 1))
    for _ in range(_LINES_BELOW):
        below = _end_of_line(folded, end + 1)
        if mark not in folded[end + 1 : below]:
            break
        end = below
    lines = [cells for cells in _cells(folded, start, end, mark) if cells]
    width = Counter(map(len, lines)).most_common(1)[0][0] if lines else 0
    while lines and len(lines[0]) == 1 != width:  # a caption
        del lines[0]
    while lines and len(lines[-1]) != width:  # text below
        lines.pop()
    if width >= _FEWEST and all(len(line) == width for line in lines):
        yield lines


def _runs(folded: str, start: int, end: int) -> Iterator[Lattice]:
    """Yield the lines of each stretch that have as many cells, parted by bars or tabs; one without digits below numbers heads another."""
    run: Lattice = []
    is_head = True
    for line in (*_LINE.finditer(folded, start, end), None):
        mark = next((mark for mark in "|\t" if line and mark in line[0]), "")
        cells = list(_of_line(line[0], line.start(), mark)) if line and mark and not _RULE.fullmatch(line[0]) else []
        if line and mark and not cells:
            continue  # it rules off a head
        was_head, is_head = is_head, not (line and _DIGIT.search(line[0]))
        if run and (len(cells) != len(run[0]) or (is_head and not was_head)):
            yield run
            run = []
        run += [cells] if cells else []


def _end_of_line(folded: str, at: int) -> int:
    end = folded.find("\n", at)
    return end if end >= 0 else len(folded)


def _cells(folded: str, start: int, end: int, mark: str) -> Iterator[list[Place]]:
    """Yield where the cells of each line stand; none for a line that rules off a head, or is empty."""
    while start <= end:
        stop = folded.find("\n", start, end)
        stop = stop if stop >= 0 else end
        line = folded[start:stop]
        if line.strip() and not _RULE.fullmatch(line):
            yield list(_of_line(line, start, mark))
        start = stop + 1


def _of_line(line: str, start: int, mark: str) -> Iterator[Place]:
    first, last = 0, len(line)
    if mark == "|":  # it encloses the line, or only parts its cells
        bare = line.strip()
        first = line.index("|") + 1 if bare.startswith("|") else 0
        last = line.rindex("|") if bare.endswith("|") else len(line)
    while first <= last:
        stop = line.find(mark, first, last)
        stop = stop if stop >= 0 else last
        yield start + first, start + stop
        first = stop + 1
