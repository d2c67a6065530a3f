"""Which fifteen numbers are table four's? Its labels are often cut: the count of cells decides."""

from __future__ import annotations

from itertools import islice, pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import value_of
from gongkai.indexer.tables.doubts.of_review import is_moved, lacks_sums_below_more_heads
from gongkai.indexer.tables.doubts.page_ends import ends_with_page
from gongkai.indexer.tables.habits import mark_padding
from gongkai.indexer.tables.heads.head_order import rulings_printed
from gongkai.indexer.tables.labels import ROWS, ruling_places
from gongkai.indexer.tables.rows.cells import Reading, read_cells
from gongkai.indexer.tables.rows.padding import Padding, behind_filler, only_closes
from gongkai.indexer.tables.rows.splits import blocks_hold, cells_add_up
from gongkai.indexer.tables.shapes.first_cell import is_first_unsure
from gongkai.indexer.tables.shapes.review_lines import lines_of_review
from gongkai.indexer.tables.solve import blocks_add_up, lost_a_cell, plausible_blocks
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.report import State

__all__ = ["ends_with_totals", "is_one_in_order", "read_review"]

_DIGIT, _WORD, _BREAK = expression(r"\d"), expression(r"\S+"), expression(r"\n")
_CELL_BEFORE = expression(r"\d|(?<![^\s|])(?:[-/—]|无)(?![^\s|])")  # none's label
_CELLS = 15
_CELL, _CELL_ENDS = expression(r"[^\s|]+"), expression(r"[|\t]")
_COUNTED = tuple(map(str, range(1, _CELLS + 1)))  # a row that counts the columns
_EMPTY = frozenset(("", "-", "/", "—", "无"))
_FEWEST = 2  # numbers of a row
_OTHER_ROWS = 3  # below the first
_OF_PAGE = 3  # cells that a page's foot fills at most: 2 / 9
_TOTAL_FIRST = expression(r"(?:总计|合计)[\s|]*结果维持")
_OF_RULINGS = expression("[维纠审]")  # characters that only rulings have
_RULINGS_APART = expression("结果维持|结果纠正|尚未审结")
_PLACES = list(range(5))  # of a block's rulings, the total last
# Below the head: more of its words, what rules it off; then the row, its cells enclosed, and nothing but such a rule below.
_BELOW_HEAD = expression(
    r"(?:(?:[结果维持纠正其他尚未审总计 \t|:-]*)\n)*(?P<row>[ \t]*\|(?:[ \t]*\d+[ \t]*\|){15}[ \t]*)(?:\n[-| \t]*)*(?:\n[^|\d]|$)"
)
_LONGEST = 2  # characters that tell an empty cell; a line of --- rules a head off


def read_review(text: TableText, folded: str, *, ruled: bool) -> dict[str, Reading]:
    """Fifteen cells behind the head, five a block; labels are often cut there, so the count decides."""
    if found := _fifteen(text, folded, ruled=ruled):
        return found
    if ruled:
        return {}
    if _has_totals_last(text, folded) and (found := _but_one(text, folded)):
        return found
    if text.segments and (cells := lines_of_review(folded, text.start, text.segments[-1].label[1])):
        return _blocks(Reading(cells)) if len(ruling_places(text.words)) == _CELLS else {}
    return _on_one_line(text, folded) or _below_rule(text, folded)


def is_one_in_order(text: TableText, folded: str) -> bool:
    """Tell whether the head names the rulings in the form's order and one row of numbers stands below it."""
    before = folded[folded.rfind("\n", 0, text.start) + 1 : text.start]
    return "行政诉讼" not in map(str.strip, _CELL_ENDS.split(before)) and _heads_in_order(text) and not _has_twin(text, folded)


def _heads_in_order(text: TableText) -> bool:
    """Tell whether the head, where all of it is printed, names the rulings in the form's order; a total may stand apart."""
    places = [place for place in ruling_places(text.words) if place != _PLACES[-1]]
    return len(places) != _CELLS - 3 or places == _PLACES[:-1] * 3


def _has_totals_last(text: TableText, folded: str) -> bool:
    """Tell whether the head prints no total before the other rulings; where a damaged word parts it, what is printed tells."""
    places = ruling_places(text.words)
    if len(places) != _CELLS:
        places = rulings_printed(text, folded) or places
    if len(places) == _CELLS:
        return places[: len(_PLACES)] == _PLACES  # in the blocks below it may be merged: 总计 总计
    first = _TOTAL_FIRST.search(folded, text.start, text.end)
    return first is None or _OF_RULINGS.search(folded, text.start, first.start()) is not None


def ends_with_totals(text: TableText, rows: dict[str, Reading], folded: str) -> bool:
    """Tell whether each block ends with its sum, where the head prints the totals elsewhere than at the blocks' ends."""
    return _has_totals_last(text, folded) or all(
        cells_add_up(reading.values) and not _begins_with_total(reading) for reading in rows.values()
    )


def _begins_with_total(reading: Reading) -> bool:
    """Tell whether the first number may be the sum of the others as well: 1 0 0 0 1."""
    total, *others = [value.value or 0 for value in reading.values]
    return total > 0 and total == sum(others)


def _has_twin(text: TableText, folded: str) -> bool:
    """Tell whether another line of fifteen numbers stands below the head: last year's, another body's. 1 2 3 … only counts columns."""
    last = next((s for s in reversed(text.segments) if _DIGIT.search(folded, s.start, s.end)), None)
    if last is None:
        return False
    above = folded.rfind("\n", 0, folded.rfind("\n", 0, last.start))  # a label may stand before the row's cells
    below = [at.start() for at in islice(_BREAK.finditer(folded, last.end), _OTHER_ROWS)]
    lines = [_numbers_of(folded[a:b]) for a, b in _lines(folded, max(0, above), max([last.end, *below]))]
    numbers = {line for line in lines if line} - {_COUNTED}
    return len(numbers) > 1


def _fifteen(text: TableText, folded: str, *, ruled: bool) -> dict[str, Reading]:
    mark_padding(text, folded)
    filled = [s for s in text.segments if any(c.isdigit() for c in folded[s.start : s.end])]
    readings = [] if filled or ruled else _nothing_printed(text, folded)
    begin = len(folded)
    for segment in reversed(filled):  # behind the table a sentence may say 行政复议2件
        line = folded.find("\n", segment.start, segment.end)
        own_line = line >= 0 and not any(c.isdigit() for c in folded[segment.start : line])
        begin = behind_filler(folded, line + 1, text.padding) if own_line else segment.start
        opened = text.padding is Padding.UNKNOWN or not only_closes(folded, begin - 1)
        bare = own_line and (
            ruled or not (opened and folded[begin:].lstrip(" ").startswith("|"))
        )  # else a separator opens the line
        begin = _behind_count(folded, begin, segment.end) if own_line else begin
        first = _DIGIT.search(folded, begin, segment.end)
        stop = folded.find("\n", first.start(), segment.end) if first else -1
        is_one_line = stop >= 0 and max(map(folded[begin:stop].count, "|\t")) >= 14  # what stands below is the page's
        ends = stop if is_one_line else segment.end
        readings = read_cells(folded, begin, ends, ["count"] * _CELLS, "", bare=bare, padding=text.padding)
        if not readings and own_line and not bare and text.padding is Padding.LINES:  # no separator opens a row there
            found = read_cells(folded, begin, ends, ["count"] * _CELLS, "", bare=True, padding=text.padding)
            readings = [r for r in found if _told_by_sums(r)]
        if readings:
            break
    if len(readings) > 1 and not any(r.glued for r in readings):
        whole = [r for r in readings if blocks_add_up([v.value for v in r.values])]
        readings = whole or [r for r in readings if _told_by_sums(r)]
    if len(readings) != 1 or not ((ruled and readings[0].values[0].raw) or plausible_blocks(readings[0])):
        return {}
    if not ruled and any(is_doubtful(folded, readings[0]) for is_doubtful in (_ends_with_page, _one_stands_closer, _is_above)):
        return {}
    reading = readings[0]
    if lost_a_cell(reading) or _CELL_BEFORE.search(folded, begin, reading.values[0].start):  # a cell before the first: sixteen
        return {}
    if lacks_sums_below_more_heads(text, reading, folded) or (not ruled and is_moved(reading, folded)):
        return {}
    if not ruled and is_first_unsure(reading, folded, filled[-1].start if filled else begin):
        return {}
    return {} if _counts_columns(reading) else _blocks(reading)


def _counts_columns(reading: Reading) -> bool:
    """Tell a row that only numbers the columns, empty cells and labels aside, 1 2 3 … 15, or links to pages behind a number."""
    printed = [int(value.raw) for value in reading.values if value.raw.isdecimal()]  # 01 as well
    return len(printed) > _CELLS // 2 and printed[1:] == list(range(2, len(printed) + 1))


def _numbers_of(line: str) -> tuple[str, ...]:
    """Return what a row of fifteen cells prints, a label before it left out; nothing for any other line."""
    mark = next((mark for mark in "|\t" if mark in line), None)
    cells = [cell.strip() for cell in line.split(mark)] if mark else line.split()
    while len(cells) > _CELLS and not cells[-1]:
        cells.pop()
    row = cells[-_CELLS:]
    is_row = len(cells) in (_CELLS, _CELLS + 1) and all(cell.isdigit() or cell in _EMPTY for cell in row)
    return tuple(row) if is_row and sum(map(str.isdigit, row)) >= _FEWEST else ()


def _behind_count(folded: str, start: int, end: int) -> int:
    """Return where the row's line begins, below one that counts the columns, 1 2 3 … 15, and above which nothing stands."""
    line = folded.find("\n", start, end)
    is_count = line >= 0 and tuple(_WORD.findall(folded[start:line].replace("|", " "))) == _COUNTED
    return line + 1 if is_count and _DIGIT.search(folded, line, end) else start


def _blocks(reading: Reading) -> dict[str, Reading]:
    blocks = (reading.values[at : at + 5] for at in (0, 5, 10))
    return {
        name: Reading(block, reading.glued, open_end=reading.open_end) for name, block in zip(ROWS["review"], blocks, strict=True)
    }


def _ends_with_page(folded: str, reading: Reading) -> bool:
    return ends_with_page(folded, reading.values, 5)


def _is_above(folded: str, reading: Reading) -> bool:
    """Tell whether one to three cells stand on a line above the others, all on one, and the cells do not add up: the page's, 2 / 9."""
    breaks = ["\n" in folded[a.end : b.start] for a, b in pairwise(reading.values)]
    return breaks.count(True) == 1 and breaks.index(True) < _OF_PAGE and not _told_by_sums(reading)


def _one_stands_closer(folded: str, reading: Reading) -> bool:
    """Tell whether numbers stand on neighbouring lines where the others do not, in a table that does not keep F4.

    One of them may be the page's, while a cell is empty.
    """
    printed = [v for v in reading.values if v.raw]
    breaks = [folded.count("\n", a.end, b.start) for a, b in pairwise(printed)]
    is_usual = sum(count > 1 for count in breaks) * 2 > len(breaks)
    return is_usual and 1 in breaks and not blocks_add_up([v.value or 0 for v in reading.values])


def _told_by_sums(reading: Reading) -> bool:
    """Tell whether a table four with empty cells has numbers, and each block of them ends with their sum."""
    numbers = [value.value for value in reading.values]
    return any(numbers) and blocks_hold(numbers, 5)


def _but_one(text: TableText, folded: str) -> dict[str, Reading]:
    """Return the fifteen of sixteen numbers that add up, the other, on a line of its own, being the page's."""
    last = _last_filled(text, folded)
    cells = [m.span() for m in _CELL.finditer(folded, last.start, last.end)] if last else []
    if len(cells) != _CELLS + 1:
        return {}
    values = [value_of(folded, *cell, "count") for cell in cells]
    if any(v.state is not State.READ or not v.raw.isdigit() for v in values):
        return {}
    fitting = {}
    for i, (start, end) in enumerate(cells):
        others = (*values[:i], *values[i + 1 :])
        is_alone = folded[max(0, start - 9) : start].rstrip(" ").endswith("\n") and folded[end : end + 9].lstrip(" ").startswith(
            "\n"
        )
        if is_alone and blocks_add_up([v.value for v in others]):
            fitting[tuple(v.value for v in others)] = others
    if len(fitting) != 1:
        return {}
    (found,) = fitting.values()
    return _blocks(Reading(found))


def _last_filled(text: TableText, folded: str) -> Segment | None:
    return next((s for s in reversed(text.segments) if _DIGIT.search(folded, s.start, s.end)), None)


def _on_one_line(text: TableText, folded: str) -> dict[str, Reading]:
    """Return the fifteen cells of the last line with numbers, below the page's, where separators tell them and they add up.

    Some may be empty, but not the last: a line may be filled up behind cells of which the empty ones were lost.
    """
    last = _last_filled(text, folded)
    lines = [line for line in _lines(folded, last.start, last.end) if _DIGIT.search(folded, *line)] if last else []
    cells = _cells(folded, *lines[-1]) if len(lines) > 1 else []
    values = tuple(value_of(folded, *cell, "count") for cell in cells)
    if len(values) != _CELLS or not values[-1].raw or any(v.state not in (State.READ, State.BLANK) for v in values):
        return {}
    reading = Reading(values)
    return _blocks(reading) if _told_by_sums(reading) and plausible_blocks(reading) else {}


def _below_rule(text: TableText, folded: str) -> dict[str, Reading]:
    """Return the fifteen numbers of the one row between separators below the head or a line of ---, that add up."""
    last = text.segments[-1].label[0]
    found = _BELOW_HEAD.match(folded, folded.rfind("\n", 0, last) + 1)
    cells = _cells(folded, *found.span("row")) if found else []
    reading = Reading(tuple(value_of(folded, *cell, "count") for cell in cells))
    if not found or len(cells) != _CELLS or not _told_by_sums(reading):
        return {}
    if _RULINGS_APART.search(folded, 0, text.start) or _RULINGS_APART.search(folded, found.end()):
        return {}  # another table four, of another body
    text.end = max(text.end, found.end("row"))
    return _blocks(reading)


def _nothing_printed(text: TableText, folded: str) -> list[Reading]:
    """Return fifteen empty cells where a head that is printed whole has just as many below it: on one line, or marked each."""
    if len(ruling_places(text.words)) < _CELLS:
        return []
    last = text.segments[-1]
    for start, end in _lines(folded, last.start, last.end):
        cells = _cells(folded, start, end) or [token.span() for token in _WORD.finditer(folded, start, last.end)]
        values = tuple(value_of(folded, *cell, "count") for cell in cells)
        if len(values) == _CELLS and all(v.state is State.BLANK and len(v.raw) <= _LONGEST for v in values):
            return [Reading(values)]
    return []


def _lines(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the lines below the one on which `start` stands."""
    breaks = [at.start() for at in _BREAK.finditer(folded, start, end)]
    return [(a + 1, b) for a, b in pairwise([*breaks, end])]


def _cells(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the cells of a line that separators part, or enclose; none without."""
    mark = next((mark for mark in "|\t" if mark in folded[start:end]), None)
    if mark is None:
        return []
    cuts = [i for i in range(start, end) if folded[i] == mark]
    opens, closes = not folded[start : cuts[0]].strip(), not folded[cuts[-1] + 1 : end].strip()
    if len(cuts) == _CELLS + 1 and opens and closes:
        edges = cuts
    elif len(cuts) == _CELLS and opens != closes:
        edges = [*cuts, end] if opens else [start - 1, *cuts]
    else:
        edges = [start - 1, *cuts, end]
    return [(a + 1, b) for a, b in pairwise(edges)]
