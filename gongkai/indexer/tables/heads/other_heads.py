"""Does the head of table three or four name other columns than the form's? 当面 | 网络 | 信函, 胜诉 | 败诉 | 撤诉, 民事诉讼."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise, takewhile

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.labels import FRAME, column_words
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form import FORMS

__all__ = ["names_other_columns"]

_APART, _HAN, _DIGIT = expression(r"[|\t]"), expression("[\u3400-\u9fff]"), expression(r"\d")
_BEFORE = 200  # characters above the first word of the table that is whole
_LONGEST = 12  # characters of a head's cell
_FEWEST = 3  # cells in other words
# Cells in the form's words beside them: with more, the others are columns of the page's own.
_MOST = {"requests": 2, "review": 10}
_OF_TABLES = expression(
    "其[他它]|[总合小]计|项目|指标|名称|[件数]数|数量|占比|比例|序号|备注|单位|类[别型]|[栏行]次|情况|数据|代码|内容|年|打印|关闭|分享|收藏|填报|审核|联系|电话|负责|日期|公民|公司|企业|[高院]校|社团|律师|媒体|个人|机构|团体|事业|居民"
)
_OTHER_CONTESTS = expression(
    "民事|刑事|公益诉讼|赔偿|信访|仲裁|全[省市州县区旗]|复议机关|作为被告|[所下]属|乡镇|(?:复议|诉讼)[(][^()]*[省市州县区旗镇乡](?:人民)?政府[)]|(?:复议|诉讼).*(?:占比|比例)"
)
_OTHER_LINE = expression(
    r"(?<![^\s|])\d[\d,.]*(?![^\s|])|。|^[| \t]*(?:[一二三四五六七八]、|第二十条)"
)  # of rows, of text, of a heading


def names_other_columns(table: TableText, folded: str) -> bool:
    """Tell whether most cells of the head of a table are words, and none of the form's nor pieces of them."""
    if table.key not in _MOST:
        return False
    cells = set(_head_cells(table, folded))
    if table.key == "review" and any(_OTHER_CONTESTS.search(cell) for cell in cells if not cell.endswith(("情况", "数据", "表"))):
        return True
    words = _own(table.key)
    other = {cell for cell in cells if not _OF_TABLES.search(cell) and not _is_piece(cell)}
    return len(other) >= _FEWEST and len(words & cells) <= _MOST[table.key]


def _is_piece(cell: str) -> bool:
    """Tell whether a cell may be what is left of the form's words: two characters of one, or none but its heads' characters."""
    pairs, characters = _printed()
    return any(a + b in pairs for a, b in pairwise(cell)) or characters.issuperset(cell)


def _head_cells(table: TableText, folded: str) -> Iterator[str]:
    """Yield what the cells between the rows or the text above and the first row say: two characters and more, without digits."""
    line = folded.rfind("\n", 0, table.start) + 1
    above, below = folded[max(0, line - _BEFORE) : line], folded[line : table.end + _BEFORE]
    for printed in (*_near(reversed(above.splitlines())), *_near(below.splitlines())):
        for cell in _APART.split(printed):
            word = squeeze_label(cell)
            if len(_HAN.findall(word)) > 1 and len(word) <= _LONGEST and not _DIGIT.search(word):
                yield word


def _near(lines: Iterable[str]) -> Iterator[str]:
    return takewhile(lambda line: not _OTHER_LINE.search(line), lines)


@cache
def _own(key: str) -> frozenset[str]:
    """Return the words of a table's columns."""
    table = next(table for table in FORMS["2021"].tables if table.key == key)
    return frozenset().union(*(named for row in table.rows for named in column_words(row)))


@cache
def _printed() -> tuple[frozenset[str], frozenset[str]]:
    """Return every two characters that stand side by side in the words of the forms, and the characters of the two heads."""
    rows = [row for key in ("2021", "2019") for table in FORMS[key].tables for row in table.rows]
    heads = [*_own("requests"), *_own("review"), *map(squeeze_label, (*FRAME["requests"], *FRAME["review"]))]
    words = [
        *heads,
        *(word for row in rows for named in column_words(row) for word in named),
        *(squeeze_label(row.label) for row in rows),
    ]
    return frozenset(a + b for word in words for a, b in pairwise(word)), frozenset("".join(heads))
