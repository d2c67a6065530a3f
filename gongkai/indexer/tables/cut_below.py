"""Which numbers go on in the line below? In a narrow column 1983 is printed as 198, and 3 below it: 198 is no number of the page.

Where a row is a line, a line below it that holds nothing but digits is no row's own: its digits are the ends of the numbers
above them, or nobody can tell whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from unicodedata import east_asian_width

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.numbers import Value
from gongkai.indexer.tables.alike import is_within
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.splits import cells_add_up
from gongkai.indexer.tables.tables import TableText
from gongkai.indexer.tables.totals import unread_total
from gongkai.report import State

__all__ = ["doubt_cut_below", "review_is_cut"]

_UNSUMMED = 3  # cells of a row at most that no sum closes
_PIECE = expression(r"[.,]?\d[\d.,]*(?:元|万元)?")
_REST_ALONE = expression(r"[\s|.,\d元万]*\d[\s|.,\d元万]*")
_LABEL_FIRST = expression(r"[\s|]*(?:[^\s|\d]+[\s|]+){1,3}")  # the rest of a label that is as narrow
_BEGINS = expression(r"行政|规|其他|政府|第二十|信息|[(一二三四五六七]|\d+[.、]\D")  # of another row, of a head
_DECIMALS = expression(r"[ \t]*\.\d{1,6}(?:万?元)?[ \t]*")
_MONEY = expression(r"[ \t]*[.,]?\d[\d.,]*万?元[ \t]*\|")  # 90元 | before the next row's label
_CLOSES = expression(r"[ \t]*[.,]?\d[\d.,]*[ \t]*\|[ \t]*(?:\||三、|第二十条|\n|$)")  # 5<br>784 |, folded: 784 is no first cell
_GLUED_ON = expression(r"\d+(?=第二十条|信息内容|三、)")  # 行政许可4⏎529第二十条
_BROKEN = expression(r"[ \t]*<br ?/?>[ \t]*[.,]?\d")
_NEXT = expression(r"[^\n]*\n(?:[ \t]*\n)*([^\n]*)")
_LEFT = expression(
    r"([.,]?\d+(?:[.,]\d+)*(?:元|万元)?)[ \t]+(?!收到和处理|[年月日、]|表中)(?=[^\s\d|.,])"
)  # of a page run together, cut at any length


def doubt_cut_below(rows: dict[str, Reading], text: TableText, folded: str, pages: Sequence[str]) -> None:
    """Leave unread what may go on below, in rows that do not add up or have several such numbers; `pages`: those of the page's foot."""
    own = {s.label[0] for s in text.segments if s.row and not s.unknown}
    serials = {at: str(number) for number, at in enumerate(sorted(own), 1)}
    for row, reading in list(rows.items()):
        if reading.glued:
            continue
        cut = [v for v in reading.values if v.value and _goes_on(v, reading.values, row, folded, pages, serials)]
        if len(reading.values) > _UNSUMMED:
            # 258 | 258, and 9 | 9 below them; a total alone is told by the sum: the page's number stands below it as well.
            if cut and cut != [reading.values[-1]] and (len(cut) > 1 or not cells_add_up(reading.values)):
                del rows[row]
            elif cut and not cells_add_up(reading.values) and _LEFT.match(_below(folded, cut[-1].end)[1]):
                rows[row] = unread_total(reading)
        elif cut:
            unread = tuple(v._replace(value=None, state=State.ILLEGIBLE) if v in cut else v for v in reading.values)
            rows[row] = Reading(unread, reading.glued, placed=reading.placed, open_end=reading.open_end, others=reading.others)


def _goes_on(value: Value, row: Sequence[Value], key: str, folded: str, pages: Sequence[str], serials: Mapping[int, str]) -> bool:
    """Tell whether digits stand below a number, in its column, on a line that holds nothing else."""
    if _BROKEN.match(folded, value.end):
        return True
    begins, ends = folded.rfind("\n", 0, value.start) + 1, folded.find("\n", value.end)
    if ends < 0 or not folded[begins : value.start].strip(" |\t"):
        return False  # a cell a line
    line, (start, below) = folded[begins:ends], _below(folded, ends)
    is_last = not folded[value.end : ends].strip(" ")
    if is_last and _GLUED_ON.match(below):
        return True
    left = _LEFT.match(below) if is_last else None
    if left and left[1] not in pages and not _is_own(left, folded, (begins, ends), start, serials, len(row)):
        return True
    if _DECIMALS.fullmatch(below) or (is_last and (_MONEY.match(below) or ("|" in line and _CLOSES.match(below)))):
        return True
    if _BEGINS.match(below.strip(" |\t")) or not _holds_rests(below, key) or below.strip() in pages:
        return False
    if any(start <= at < start + len(below) for at in serials):
        return False  # another row
    pieces = list(_PIECE.finditer(below))
    if len(pieces) == len(row) > _UNSUMMED and not cells_add_up(row):
        return cells_add_up([v._replace(value=_joined(v, piece[0])) for v, piece in zip(row, pieces, strict=True)])
    if len(pieces) >= len(row) > 1 or any(v.raw and start <= v.start < start + len(below) for v in row):
        return False  # a row that lost its label, or this one's other cells
    place = value.start - begins, value.end - begins
    return any(_is_below(line, place, below, piece.span()) for piece in pieces)


def _joined(value: Value, piece: str) -> int | None:
    digits = value.raw + piece
    return int(digits) if digits.isdecimal() else None


def _below(folded: str, at: int) -> tuple[int, str]:
    """Return where the next line that is not empty begins, and that line: paragraphs of one cell may be parted by an empty one."""
    found = _NEXT.match(folded, at)
    return (found.start(1), found[1]) if found else (len(folded), "")


def _is_own(left: re.Match[str], folded: str, line: tuple[int, int], start: int, serials: Mapping[int, str], cells: int) -> bool:
    """Tell whether a number before the words of the line below is its row's own: it counts the labels, or the lines."""
    label = start + left.end()
    above = _LEFT.match(folded, *line)
    counts = above is not None and above[1].isdecimal() and left[1] == str(int(above[1]) + 1)
    return counts or serials.get(label) == left[1] or (cells > _UNSUMMED and label in serials)  # 2 其他法律行政法规禁止公开


def _holds_rests(line: str, row: str) -> bool:
    """Tell whether a line holds nothing but digits, and the rest of the row's label before its separators."""
    label = _LABEL_FIRST.match(line) if "|" in line else None
    if label and not is_within(squeeze_label(label[0].replace("|", " ").split()[-1]), row):
        return False
    return _REST_ALONE.fullmatch(line, label.end() if label else 0) is not None


def _is_below(line: str, place: tuple[int, int], below: str, piece: tuple[int, int]) -> bool:
    """Tell whether a piece stands in the column of a number: behind as many separators, or below its digits."""
    if "|" in line or "\t" in line:
        mark = "|" if "|" in line else "\t"
        is_alike = line.count(mark) == below.count(mark)
        return is_alike and line.count(mark, 0, place[0]) == below.count(mark, 0, piece[0]) > 0
    (a, b), (c, d) = (tuple(map(_wide, (text[: span[0]], text[: span[1]]))) for text, span in ((line, place), (below, piece)))
    return c < b and a < d


def _wide(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def review_is_cut(rows: dict[str, Reading], folded: str, pages: Sequence[str]) -> bool:
    """Tell whether a number of a table four that does not add up may go on below."""
    if all(cells_add_up(reading.values) for reading in rows.values()):
        return False
    cells = [value for reading in rows.values() for value in reading.values]
    return any(v.value and _goes_on(v, cells, "", folded, pages, {}) for v in cells)
