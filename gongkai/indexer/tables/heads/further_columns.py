"""Does a table print columns that the form does not have? 小计, 备注, 上年数, 农民: no count of cells tells then whose they are.

What the head says tells it, or how many cells its line of applicants has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.habits import head_of
from gongkai.indexer.tables.heads.head_order import (
    BODIES,
    LONG_HEAD,
    PERSON,
    TOTAL,
    UNKNOWN,
    applicant_of,
    lines_of_head,
    words_of_heads,
)
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form import APPLICANTS

__all__ = ["heads_more", "more_numbers", "prints_more"]

_MORE_COLUMNS = expression("小计|备注|同比|(?:上年|上一年|去年)(?:度?数|总计|同期|合计)")
_OTHER_YEAR = expression(r"上年(?!结转)|上一年|去年|20\d\d年|占比|比例")
_NOTE = expression(r"^[(*]*(?:注|说明|备注)\d?[:.、][^|\t\n]{4,}$", re.MULTILINE)
_NUMBER = expression(r"(?<![^\s|])\d+(?![^\s|])")
_ALONE = expression(r"[\u4e00-\u9fff]{2,8}")
_OF_COLUMN = expression(r"[\u4e00-\u9fff].*[\u4e00-\u9fff]|20\d\d年")
_OF_A_YEAR = expression("20\\d\\d年度?(?:数据?|总计|合计)?|(?:上年|上一年|去年)度?(?:同期)?(?:数据?|总计|合计)?|同比")
_MOST = 5  # applicants on one line, besides the persons
_OWN = "小计"


def prints_more(text: TableText, folded: str) -> bool:
    """Tell whether a table prints a column more, a 小计: no count of cells tells then whose they are."""
    head = _own_head(text, folded)
    between = head.partition("申请人情况")[2]
    return bool(_MORE_COLUMNS.search(head) or _OTHER_YEAR.search(between)) or _names_more(text, folded)


def more_numbers(text: TableText, folded: str) -> str:
    """Return the head of a column of numbers that the form does not have; none where it is one of remarks."""
    if _names_more(text, folded) or any(map(_is_before_total, _lines_of_applicants(text, folded))):
        return _OWN
    found = _MORE_COLUMNS.search(_own_head(text, folded))
    return found[0] if found and found[0] != "备注" else ""


def _own_head(text: TableText, folded: str) -> str:
    """Return the head of a table without the notes above it, 备注:1件为2022年12月收到, nor rows of the page's own: 上年同期新收."""
    lines = _NOTE.sub("", head_of(text, folded)).split("\n")
    return "\n".join(line for line in lines if APPLICANTS[0].label in line or len(_NUMBER.findall(line)) < len(APPLICANTS))


def _is_before_total(line: str) -> bool:
    """Tell whether a line of applicants names a column more of numbers before the form's last."""
    found = _MORE_COLUMNS.search(line)
    return found is not None and found[0] != "备注" and APPLICANTS[-1].label in line[found.end() :]


def _names_more(text: TableText, folded: str) -> bool:
    """Tell whether table three's head names more columns from the persons on than the form has."""
    return text.key == "requests" and _columns_headed(text, folded) > len(APPLICANTS)


def heads_more(text: TableText, folded: str) -> bool:
    """Tell whether the line that heads the columns of table three names one of numbers that the form does not have."""
    found = [word for line in _lines_of_applicants(text, folded) for word in _MORE_COLUMNS.findall(line)]
    return any(word != "备注" for word in found) or _names_more(text, folded)


def _lines_of_applicants(text: TableText, folded: str) -> list[str]:
    """Return the lines that name the persons; words that stand alone on theirs are one."""
    lines = [line.strip(" |\t") for line in _own_head(text, folded).split("\n")]
    alone = [line for line in lines if _ALONE.fullmatch(line)]
    return [line for line in (*lines, " ".join(alone)) if APPLICANTS[0].label in line]


def _columns_headed(text: TableText, folded: str) -> int:
    """Return how many columns the head names from the persons on, where it names most applicants: in cells of one line, or a cell a line."""
    first = next((s.label[0] for s in text.segments if s.row and not s.unknown), text.start)
    lines = list(lines_of_head("requests", max(0, first - LONG_HEAD), first, folded))
    alone = [line[0] for line in lines if len(line) == 1]
    runs = [(alone, True), *((words, any(map(str.isdigit, words))) for words in lines)]
    return max(_columns_from_persons(words, ends_with_total=ends) for words, ends in runs)


def _columns_from_persons(words: Sequence[str], *, ends_with_total: bool) -> int:
    """Return how many columns words name from the persons on, but for the bodies' heading; what is part of a word of the form is none.

    Behind the total a row may begin, in whatever words.
    """
    cells = [(applicant_of(word), word) for word in words]
    told = [
        (place, word)
        for place, word in cells
        if place != BODIES
        and (place is not None or (_OF_COLUMN.search(word) and not any(word in whole for whole in words_of_heads())))
    ]
    columns = [cell for i, cell in enumerate(told) if i == 0 or not _is_one_column(told[i - 1], cell)]
    places = [place for place, _ in columns]
    is_told = PERSON in places and len({place for place in places if place is not None and place > PERSON}) >= _MOST
    last = len(places) - places[::-1].index(TOTAL) if ends_with_total and TOTAL in places else len(places)
    last += sum(1 for _ in takewhile(lambda cell: _OF_A_YEAR.fullmatch(cell[1]), columns[last:]))  # 总计⏎2022年
    return last + places[::-1].index(PERSON) + 1 - len(places) if is_told else 0  # a head over several lines names them again


def _is_one_column(before: tuple[int | None, str], cell: tuple[int | None, str]) -> bool:
    """Tell whether two words name one column: halves of a name, or the same word again. 合计 beside 总计 is a column of its own."""
    return before == cell or (before[0] == cell[0] and cell[0] not in (None, UNKNOWN, TOTAL))
