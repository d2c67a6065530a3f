"""Which rows of table three does the form's order tell, where the labels are lost or lie in pieces around the numbers?

Text taken out of a PDF prints the words of a cell on lines of their own, mixed with those of the cells beside it, or none.
Between the headings of the section and of the next one there are then just as many lines of seven numbers as the form has
rows; every row and every column adds up; and the words there are those of all its labels, each once, or none at all. That
the columns come in the form's order too is believed where no head is left.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import Squeezed, squeeze_label
from gongkai.indexer.numbers import value_of
from gongkai.indexer.sections.headings import official_headings
from gongkai.indexer.tables.ownership.notes_below import is_said_past_below
from gongkai.indexer.tables.ownership.over_tables import is_the_reports
from gongkai.indexer.tables.ownership.whose import year_of_title
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.solve import balances
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.mappings.form import APPLICANTS, FORMS, OUTCOME_GROUPS, Row
from gongkai.text import HAN

__all__ = ["requests_in_order"]

_KEY, _NEXT = "requests", "review"
_CELLS = len(APPLICANTS)
_FORMS = _, _OLDER = [FORMS[key].tables[1].rows for key in ("2021", "2019")]
_YEARS_OF_OLDER = ("2019", "2020")
_LINE = expression(r"[^\n]*")
_NUMERALS = rf"(?:\|[ \t]*)?(?<![^\s|])\d{{1,15}}(?:[ \t|]+\d{{1,15}}){{{_CELLS - 1}}}[ \t|]*"
_WORDS = r"[^\n\d]*?(?:\d[.、,)][^\n\d]*?)?"  # a label, or a piece of one, with its number
_PIECE = expression(_WORDS)
_RUN = expression(rf"(?P<words>{_WORDS})(?P<run>{_NUMERALS})")
_NUMBER = expression(r"\d+")
_ORDINAL = expression(r"\([一二三四五六七]\)|[一二三四](?=、)")
_HAN_CHAR = expression(f"[{HAN}]")
_OFF = 1  # characters of all labels that are lost, and that are none of theirs: a whole label has two at least
_SUPPORT = 0.5  # of a label's characters stand on the lines from the row above to the row below
_HEAD = ("自然", "商业", "科研", "社会", "法律", "其他")  # how the applicants begin, where narrow columns break their names
_APPLICANTS = "".join(column.label for column in APPLICANTS)
_ABOVE = (
    "本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和申请人情况法人或其他组织"  # what the form prints above the rows
)
_BESIDE = "".join((_ABOVE, "本年度办理结果区分处理的只计这一情形不计其他情形", *OUTCOME_GROUPS.values()))


def requests_in_order(page: Squeezed, folded: str, read: Mapping[str, Reading]) -> tuple[TableText, dict[str, Reading]] | None:
    """Return table three and its rows where the order of the form tells them; null where it does not, or says other than `read`."""
    found = [table for start, end in _sections(page, folded) if (table := _table(folded, start, end))]
    if len(found) != 1:
        return None
    text, rows = found[0]
    if any(row in rows and _numbers(reading) != _numbers(rows[row]) for row, reading in read.items()):
        return None
    return text, rows


def _sections(page: Squeezed, folded: str) -> Iterator[tuple[int, int]]:
    """Yield where the section of the table stands on the page: below its heading, above the line of the next."""
    for heading, following in pairwise(official_headings(page.text)):
        if (heading.lastgroup, following.lastgroup) == (_KEY, _NEXT):
            start = page.offset(heading.end() - 1) + 1
            yield start, max(start, folded.rfind("\n", start, page.offset(following.start())))


def _table(folded: str, start: int, end: int) -> tuple[TableText, dict[str, Reading]] | None:
    lines, runs = _without_sentences([line for line in _LINE.finditer(folded, start, end) if line[0].strip(" \t|")])
    rows = next((rows for rows in _FORMS if len(rows) == len(runs)), None)
    if rows is None or _is_of_other_columns([line[0] for line in lines[: min(runs)]]):
        return None
    words = [runs[place]["words"] if place in runs else line[0] for place, line in enumerate(lines)]
    is_told = (_is_its_year(rows, folded) and _has_no_words(words, list(runs))) or _has_all_labels(rows, words, list(runs))
    readings = {row.key: _reading(folded, found) for row, found in zip(rows, runs.values(), strict=True)}
    begin, last = lines[0].start(), lines[-1].end()
    if not is_told or not all(map(_PIECE.fullmatch, words)) or not balances(readings, list(readings)):
        return None
    if not is_the_reports(begin, last, folded) or is_said_past_below(last, folded):
        return None
    ends = {key: reading.values[-1].end for key, reading in readings.items()}
    segments = [Segment(key, reading.values[0].start, ends[key], (begin, begin)) for key, reading in readings.items()]
    return TableText(_KEY, begin, max(ends.values()), segments), readings


def _is_of_other_columns(head: Sequence[str]) -> bool:
    """Tell whether the head has a column more than the form, a 小计, one of which then is empty, or has them in another order."""
    return any(_names_bodies_first(line) or "小计" in line for line in head)


def _names_bodies_first(line: str) -> bool:
    """Tell whether a line of the head names the bodies before the persons: the columns of their kinds stand before that of these."""
    return 0 <= line.find("法人") < line.rfind("自然")  # an expression for it takes as long as the line is, squared


def _without_sentences(lines: Sequence[re.Match[str]]) -> tuple[Sequence[re.Match[str]], dict[int, re.Match[str]]]:
    """Return the lines between the sentences above and below a table, none of which prints a number but for rows, and its rows."""
    found = {place: run for place, line in enumerate(lines) if (run := _RUN.fullmatch(line.string, *line.span()))}
    if not found:
        return (), {}
    top = max((place + 1 for place in range(min(found)) if "。" in lines[place][0]), default=0)
    bottom = min((place for place in range(max(found), len(lines)) if "。" in lines[place][0]), default=len(lines))
    return lines[top:bottom], {place - top: run for place, run in found.items() if place < bottom}


def _reading(folded: str, found: re.Match[str]) -> Reading:
    cells = _NUMBER.finditer(folded, *found.span("run"))
    return Reading(tuple(value_of(folded, *cell.span(), "count") for cell in cells), ordered=True)


def _numbers(reading: Reading) -> list[object]:
    return [value.value for value in reading.values]


def _is_its_year(rows: Sequence[Row], folded: str) -> bool:
    """Tell whether rows without labels are as many as the form of the report's year has: the newer one may have lost two."""
    return (rows is _OLDER) == (year_of_title(folded) in _YEARS_OF_OLDER)


def _has_no_words(words: Sequence[str], runs: Sequence[int]) -> bool:
    """Tell whether a table prints no words but those of its head, or none."""
    head = squeeze_label("".join(words[: runs[0]]))
    if any(map(_HAN_CHAR.search, words[runs[0] :])) or (_characters(head) - _OF_HEAD).total() > _OFF:
        return False
    return not _HAN_CHAR.search(head) or _is_head(head)


def _is_head(words: str) -> bool:
    """Tell whether the head names the applicants in the form's order."""
    places = [words.rfind(word) for word in _HEAD]
    return -1 not in places and places == sorted(places)


def _has_all_labels(rows: Sequence[Row], words: Sequence[str], runs: Sequence[int]) -> bool:
    """Tell whether the words are those of all labels, each around its row, and of no other row."""
    printed, labels = _characters("".join(words)), ""
    starts, ends = [0, *(at + 1 for at in runs[:-1])], [*runs[1:], len(words)]
    for row, start, end in zip(rows, starts, ends, strict=True):
        around = _characters("".join(words[start:end]))
        label = max((row.label, *row.spellings), key=lambda spelling: (_share(spelling, around), len(spelling)))
        if _share(label, around) < _SUPPORT:
            return False
        labels += label
    due = _characters(labels + _APPLICANTS)
    is_whole = (due - printed).total() <= _OFF and (printed - due - _characters(_BESIDE)).total() <= _OFF
    return is_whole and _are_in_order(labels, "".join(words)) and _is_head(squeeze_label("".join(words[: runs[0]])))


def _are_in_order(labels: str, words: str) -> bool:
    """Tell whether the characters of the labels follow one another in the words, whatever stands between them."""
    printed, at, lost = "".join(_han(words)), 0, 0
    for char in _han(labels):
        place = printed.find(char, at)
        at, lost = (at, lost + 1) if place < 0 else (place + 1, lost)
    return lost <= _OFF


def _share(label: str, words: Counter[str]) -> float:
    own = _characters(label)
    return (own & words).total() / own.total()


def _characters(words: str) -> Counter[str]:
    """Return the Han characters of words, without the numbers of rows."""
    return Counter(_han(words))


def _han(words: str) -> list[str]:
    return _HAN_CHAR.findall(_ORDINAL.sub("", squeeze_label(words)))


_OF_HEAD = _characters(_ABOVE + _APPLICANTS)
