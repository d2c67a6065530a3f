"""Where are the tables, and which stretch of the page belongs to which row?

Tables are found by their row labels, never by their markup: a chain of labels in printed order with little
other text between them. The same walk serves pipes, tabs, one cell a line, and pages run together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import Squeezed, squeeze_label
from gongkai.indexer.numbers import CHANGE, NOTHING, UNITS, without_unit
from gongkai.indexer.tables.alike import ALIKE, continues, resembles
from gongkai.indexer.tables.chains import PER_MISSING_ROW, apart, best_chain, chain_rows, own_row
from gongkai.indexer.tables.labels import ROWS, Label
from gongkai.indexer.tables.lists.broken_labels import behind_label
from gongkai.indexer.tables.rows.odd_cells import behind_odd_cells
from gongkai.indexer.tables.rows.padding import Padding
from gongkai.mappings.form import FORMS

__all__ = ["Habit", "Segment", "TableText", "find_table"]

_UNIT = f"(?:{UNITS})"
# What may stand in a cell: digits, signs, blank markers, units, the words of a signed change.
_VALUE = expression(
    rf"(?:[\d\s|.,+\-/\\:;()·~…￥¥%。、]++|(?<![^\s|])\*+(?![^\s|])|(?<=\d)[*\u2070-\u2079\u00b9\u00b2\u00b3\u2460-\u2473]+|(?:(?<=\d)|(?<=\d\()){_UNIT}(?![\u4e00-\u9fff]|\d+千)|(?<=\d){_UNIT}(?=[一二三四五六七八九十]+、)"
    rf"|(?<![\u4e00-\u9fff])(?:{NOTHING}|[增减][加少]?(?=\s*[\d|\t])|{CHANGE}(?=\s*\d[\d,]*[ \t]*(?:[|\t\n]|\Z|[ \t]\d)))(?![\u4e00-\u9fff]))*"
)
# Where unknown text ends: at a separator, before a value on a line or behind a space, or at a digit glued to it.
_CELL_END = expression(rf"[|\t]|\s+(?=[\d\-/+]|(?:{NOTHING})\s)|(?<=[\u4e00-\u9fff)])(?=\d)")
_LONGEST_NUMBERING = 12
_OPENING = "([ \n"  # what opens the next label; a tab or a bar is a cell's
_ORDINAL = expression(r"[ \n]*(?:[(\[]\s*)?(?:[一二三四五六七八九十]{1,2}|[\u2460-\u2473])\s*[)\]]?\s*[、.,:]?$")
_NUMBERING = expression(r"[(\[]?(?<!\d)\d\s*[.、:)\]]+$")
_BEGINS_LINE = expression(r"\n[ \t|]*(\d)[ \t|]*\Z")  # 2 申请人逾期…: a digit alone on the line of the next label
_CLOSING = expression(
    "[\u201d\"'\u2019\u300d\u300f)\\]\u3011*\u2070-\u2079\u00b9\u00b2\u00b3\u2460-\u2473]*"
)  # what closes a label and was squeezed out, a footnote's mark
# What may stand between the head of table three and its first row: the numbers of its columns, the row's own.
_COUNTED = expression(r"(?:甲|栏次|行次)?(?:(?:123)?4567(?:8910?)?|1234567|\d{1,2})(?:一|\(一\))?[、.,:)]?")
_MORE_OF_LABEL = expression(r"[\u201d\"]?(?:的?信息|的?情形|的)(?=[\s|])")  # 予以公开的, 属于国家秘密信息
_OF_HEADING = ("情况", "的情况")  # 四、行政复议、行政诉讼情况 stands above the table and is no word of its head
_LONG = {
    row.key: "".join(map(squeeze_label, (row.label, *row.spellings)))
    for form in FORMS.values()
    for table in form.tables
    for row in table.rows
}
_SPELLINGS = {
    row.key: [squeeze_label(spelling) for spelling in row.spellings]
    for form in FORMS.values()
    for table in form.tables
    for row in table.rows
}
_ORDINALS = {row.key: row.ordinal for row in FORMS["2021"].tables[1].rows if row.ordinal.isdigit()}
_OWN_NUMBER = {row: expression(rf"[(\[]?{digit}\s*[.、,:)\]]+$") for row, digit in _ORDINALS.items()}
_HEAD = "[结果维持纠正其他尚未审总计]"
_PIECES = expression(rf"[\s|]*{_HEAD}(?:[\s|]*{_HEAD})*")  # of table four's words: narrow columns print a character a line
_WITH_UNITS, _HEAD_SIZE = ("requests", "proactive"), 300  # characters that a head takes
_MOST_TWINS = 40  # prints of a label in the cells that it spans
_UNITS_HEAD = expression(r"(?<=[\s|])(?:计量)?单位(?=[\s|])")
_PRINTED_UNIT = r"[(]?(?:件|项|个|万元)[)]?(?=[\s|])"
_UNIT_CELL, _A_UNIT = expression(r"[)\u201d\"'\u2019\u300d\u300f\s|]*" + _PRINTED_UNIT), expression(r"[\s|]" + _PRINTED_UNIT)


class Habit(StrEnum):
    """Where the rows of a table print their first numbers."""

    NONE = "none"
    INLINE = "inline"  # on the line of the label
    FLOATING = "floating"  # so too, but some numbers stand on a line between two labels
    BELOW = "below"  # on a line behind the label's


@dataclass(slots=True)
class Segment:
    """The page's text `[start, end)` after a label, up to the next one.

    `row` is the row the label names; null after a frame word, or after text that is no word of the form, which is
    kept in `unknown`. `ordinal` is the number printed before the next label, if it may be glued to the values.
    """

    row: str | None
    start: int
    end: int
    label: tuple[int, int]
    unknown: str = ""
    ordinal: str = ""
    word: str = ""  # the word of the form before it
    habit: Habit = Habit.NONE  # of the table's rows
    usual: int = 0  # line breaks between their labels and their first numbers
    padding: Padding = Padding.UNKNOWN  # how the table's lines end
    part: frozenset[str] | None = None  # the rows of the part of table two that it stands in, where its heading is printed


@dataclass(slots=True)
class TableText:
    """A table on the page: its range in the page's text and its segments in printed order."""

    key: str
    start: int
    end: int
    segments: list[Segment] = field(default_factory=list)
    words: tuple[str, ...] = ()  # words of the form seen in it, for telling the forms apart
    drops_cells: bool = False  # the page leaves out cells that are empty, or parts numbers
    drops_blanks: bool = False  # it leaves out empty cells and fills the line up
    padding: Padding = Padding.UNKNOWN  # how its lines end
    may_drop: bool = False  # it fills lines up with what may be an empty cell
    exact: bool = False  # it is printed cell for cell as the form has it: table four in markup, table three with all its sums
    numbered: bool = False  # its rows' own numbers were taken off their cells
    labels_first: bool = False  # all its labels stand before all its numbers
    shaped: bool = False  # its rows have other cells than the form's
    twins: frozenset[str] = frozenset()  # rows that it prints twice with other numbers
    misheaded: bool = False  # its head names further columns than the form's, or these in another order
    disputed: bool = False  # there is another one, and the page does not say which of them is this year's

    @property
    def rows(self) -> set[str | None]:
        """Return the rows that its labels name; null stands for words of the frame."""
        return {segment.row for segment in self.segments}


def find_table(key: str, page: Squeezed, folded: str, labels: Sequence[Label]) -> TableText | None:
    """Return the best chain of the table's rows, or null when the page has no such table."""
    chain = best_chain(key, page, labels)
    if not chain:
        return None
    last = chain[-1]
    head = _head(key, page, labels, chain)
    stop = last + 1
    while stop < len(labels) and _goes_on(key, page, labels[stop - 1], labels[stop]):
        stop += 1
    inside = labels[head : max(stop, last + 1)]
    places = [page.span(label.start, label.end) for label in inside]
    chosen = {labels[i].start: row for i, row in chain_rows(key, chain, labels)}
    limit = _end_of_values(page, folded, labels, stop)
    trailing = ROWS[key][ROWS[key].index(chosen[labels[last].start]) + 1 :]
    begin = len(folded[: places[0][0]].rstrip("(["))
    has_units = key in _WITH_UNITS and _has_units(folded, page.offset(labels[chain[0]].start))
    table = TableText(key, begin, 0, words=tuple(label.word for label in inside))
    for index, (label, (_, start)) in enumerate(zip(inside, places, strict=True)):
        following = inside[index + 1] if index + 1 < len(inside) else None
        end = places[index + 1][0] if following else limit
        row = chosen.get(label.start)
        if row is None and index and label.rows and label.word == inside[index - 1].word:
            row = _row_of_twin(inside, index, chosen)
        if row is None and index and (before := table.segments[-1]).row and _ends(before.row, label.word):
            row = before.row
        if row is None and (own := own_row(key, page, labels, chain[0], label)) and own not in chosen.values():
            row = chosen[label.start] = own
        if key == "statistics":
            start, end = behind_label(row, label.word, folded, start, end) or without_unit(folded, start, end)
        start = _behind_unit(folded, start, end) if has_units and row else start
        if key == "requests" and row and (more := _MORE_OF_LABEL.match(folded, start, end)):
            start = more.end()
        if key == "review" and (pieces := _PIECES.match(folded, start, end)):
            start = pieces.end()
        for segment in _segments(row, places[index], start, end, folded, following, trailing):
            segment.word = label.word
            table.segments.append(segment)
    table.end = max((s.end for s in table.segments), default=limit)
    return table


def _has_units(folded: str, first: int) -> bool:
    """Tell whether the head above a table's first row has a column of units, which stand between labels and numbers."""
    return _UNITS_HEAD.search(folded, max(0, first - _HEAD_SIZE), first) is not None


def _behind_unit(folded: str, start: int, end: int) -> int:
    """Return where the cell ends that holds a row's unit; the end of all its cells where others stand before it."""
    unit = _UNIT_CELL.match(folded, start, end)
    return unit.end() if unit else end if _A_UNIT.search(folded, start, end) else start


def _goes_on(key: str, page: Squeezed, last: Label, following: Label) -> bool:
    """Tell whether the table goes on behind its last row label: the label again, or the rest of table four's head."""
    if key == "review":
        is_near = following.gap <= 2 or _PIECES.fullmatch(page.text, last.end, following.start)
        return key in following.tables and bool(is_near) and not apart(page, last, following)
    return following.word == last.word and following.gap == 0


def _ends(row: str, word: str) -> bool:
    """Tell whether a word is the end of a row's long label, whose middle is damaged: 不计其他情形."""
    return len(word) >= 4 and any(spelling.rstrip(")").endswith(word) for spelling in _SPELLINGS[row])


def _row_of_twin(inside: Sequence[Label], index: int, chosen: dict[int, str]) -> str | None:
    """A label printed again in the cells it spans names the same row as its first print."""
    twins = takewhile(lambda label: label.word == inside[index].word, reversed(inside[max(0, index - _MOST_TWINS) : index]))
    return next((row for label in twins if (row := chosen.get(label.start)) is not None), None)


def _head(key: str, page: Squeezed, labels: Sequence[Label], chain: list[int]) -> int:
    """Return the index of the first word of the table's head; a first row whose label is damaged may stand between."""
    head = first = chain[0]
    lost = ROWS[key].index(next(chain_rows(key, chain, labels))[1])
    if key == "requests" and head and key in labels[head - 1].tables and labels[head - 1].word != labels[head].word:
        head -= _COUNTED.fullmatch(page.text, labels[head - 1].end, labels[head].start) is not None
    while head and key in labels[head - 1].tables:
        if key == "review" and page.text.startswith(_OF_HEADING, labels[head - 1].end):
            break
        if labels[head].gap > (4 + PER_MISSING_ROW * lost if head == first else 4):
            break
        if (head == first and lost) or (key == "proactive" and labels[head - 1].word == labels[first].word):
            head -= 1  # the first row may be printed twice
            continue
        if apart(page, labels[head - 1], labels[head]) and "第二十条" not in labels[head - 1].word:
            break
        if key in labels[head - 1].tables and labels[head - 1].rows and not labels[head - 1].tables - {key} and key != "requests":
            break  # a row label cannot head its own table: that is a mention in the text before
        head -= 1
    return head


def _end_of_values(page: Squeezed, folded: str, labels: Sequence[Label], stop: int) -> int:
    """Return where the last row's values end at the latest: the next word of the form, or the page's end."""
    return page.offset(labels[stop].start) if stop < len(labels) else len(folded)


def _segments(
    row: str | None, label: tuple[int, int], start: int, end: int, folded: str, following: Label | None, trailing: Sequence[str]
) -> Iterator[Segment]:
    """Cut the text between two labels into values and text that is no word of the form.

    Behind the last label, text counts only where it resembles one of the `trailing` rows still to come.
    """
    ordinal = ""
    if following is not None:
        end, ordinal = _without_numbering(folded, start, end, following)
    else:
        end = start + len(folded[start:end].rstrip(_OPENING))
    long_label = _LONG.get(row or "", "")
    unknown = ""
    at = _CLOSING.match(folded, start, end).end()  # type: ignore[union-attr]
    opening = at
    while at <= end:
        value = _VALUE.match(folded, at, end)
        stop = value.end() if value else at
        if stop < end and row and at == opening and (odd := behind_odd_cells(row, folded, at, end)):
            stop = _VALUE.match(folded, odd, end).end()  # type: ignore[union-attr]
        if stop < end:  # other text follows
            stop = _before_glued_year(folded, at, stop)
        if stop > at or not unknown:
            yield Segment(row if not unknown else None, at, stop, label, unknown, ordinal if stop >= end else "")
        if stop >= end:
            return
        at, text = _other_text(folded, stop, end)
        if not unknown and (text in long_label or (stop == opening and continues(text, row))):
            continue  # the label goes on behind a break, or a mark closes it
        unknown = text or unknown
        label = (stop, at)
        if following is None and not any(resembles(text, row) >= ALIKE for row in trailing):
            return  # behind the last row the section goes on


def _before_glued_year(folded: str, start: int, stop: int) -> int:
    """A number glued to the text behind it (2025年, 5.) belongs to that text, unless a heading begins there."""
    stop = start + len(folded[start:stop].rstrip(_OPENING))
    if re.match(r"\s*(?:[一二三四五六七八九十]{1,2}[、.,]|[(\[][一二三四五六七八九十]{1,2}[)\]])", folded[stop : stop + 9]):
        return stop
    tail = re.search(r"\d[\d.,、()]*$", folded[start:stop])
    return start + tail.start() if tail and not folded[stop : stop + 1].isspace() else stop


def _other_text(folded: str, start: int, end: int) -> tuple[int, str]:
    """Return the end of a stretch of text and the stretch, squeezed: it ends where a cell of values begins."""
    found = _CELL_END.search(folded, start + 1, end)
    stop = found.start() if found else end
    return stop, squeeze_label(folded[start:stop])


def _without_numbering(folded: str, start: int, end: int, following: Label) -> tuple[int, str]:
    """Take the numbering of the next label (`(三)`, `三、`, `2.`) off the end; return the end and a digit left glued."""
    glued = next((_ORDINALS[row] for row in following.rows if row in _ORDINALS), "")
    if glued and (begun := _BEGINS_LINE.search(folded, start, end)) and begun[1] == glued:
        return begun.start(1), ""
    bare = start + len(folded[start:end].rstrip("|([ \t\n"))  # the numbering may stand in a cell of its own
    if folded[bare - 1].isdecimal():  # of a number, nearly always: no numbering ends with one
        return start + len(folded[start:end].rstrip(_OPENING)), glued
    window = max(start, bare - _LONGEST_NUMBERING)
    digit = next(
        (m for row in following.rows if row in _OWN_NUMBER and (m := _OWN_NUMBER[row].search(folded, window, bare))), None
    )
    if found := digit or _ORDINAL.search(folded, window, bare) or _NUMBERING.search(folded, window, bare):
        return found.start(), ""
    return start + len(folded[start:end].rstrip(_OPENING)), glued
