"""Which form's columns stand above each row of table two? A page may print those of two forms, and word them in its own way."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise, permutations, zip_longest

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.heads.fewer_of_two import misplaced
from gongkai.indexer.tables.heads.more_of_two import ends_with_sum, names_more
from gongkai.indexer.tables.labels import PROACTIVE, column_words
from gongkai.indexer.tables.ownership.whose import year_of_title
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.mappings.form import Column, Row, Table
from gongkai.report import State

__all__ = ["by_own_heads", "in_order", "is_on_its_side", "without_unnamed"]

_OF_BOTH = {key: (row, PROACTIVE["2019"][key]) for key, row in PROACTIVE["2021"].items()}
_OF_FORMS = tuple((key, row) for rows in PROACTIVE.values() for key, row in rows.items())
_OWN_WORDS = {
    row: frozenset().union(*column_words(row)) - frozenset().union(*column_words(other)) - {"处理决定数量"}
    for rows in _OF_BOTH.values()
    for row, other in (rows, rows[::-1])
}
_COLUMNS = frozenset().union(*(words for rows in PROACTIVE.values() for row in rows.values() for words in column_words(row)))
# What a head says in whatever words, by form: 2021年制发数量, 现行有效件数(历史累计), 2020年项目数.
_OF_COUNTS = {"2021": expression("制发|废止|现行|有效|件数"), "2019": expression("本年新|新制作|新公开|对外|公开|总数")}
_DECIDED = {
    "2021": expression(r"^[^增减]{0,9}(?:处理|决定)[^增减]{0,10}$|收费|金额"),
    "2019": expression("项目数|上一?年|本年增|增.?减"),
}
# What the head of a column says at least, of which damage leaves half a word: a head in other words is another column's.
_NAMING = {
    "issued": expression("[制发作新印定出]"),
    "repealed": expression("[废止失]"),
    "in_force": expression("[现行有效存]"),
    "newly_produced": expression("[制发作新]"),
    "newly_published": expression("[公开新制作]"),
    "total_published": expression("[对外总]|公开|累计"),
    "decisions": expression("[处决定]|(?<!受)理"),
    "items_previous_year": expression("[上去一项目]"),
    "items_change": expression("[增减]|变化"),
    "projects": expression("[采购项目]"),
    "amount": expression("[金额元]"),
    "amount_wan_yuan": expression("[收费金额元]"),
}
# What the head of one column says, and that of no other of its row.
_SAYS = {
    "issued": expression("制[发定]|印发"),
    "repealed": expression("废止"),
    "in_force": expression("现行|有效"),
    "newly_produced": expression("制作"),
    "newly_published": expression("新公开"),
    "total_published": expression("公开总|总公开|对外"),
    "decisions": expression("处理|决定"),
    "items_previous_year": expression("[上去]一?年"),
    "items_change": expression("增.?减|变化"),
    "projects": expression("项目"),
    "amount": expression("金额"),
    "amount_wan_yuan": expression("金额"),
}
_MONEY = expression("金额|罚没|款|[百千]元|万|[百千]件")  # or counts in ten thousands
_OF_YEAR, _OF_OTHER_YEARS = expression(r"(20\d\d)(?=年|[)\]】])"), expression("累计|历年|去年|上一?年")
# What a head counts that no column of the form does: planned, refused, shares, parts of a year.
_OTHER_MEASURE = expression(
    "拟|计划|预算|应收|占比|比例|率|%|排名|人次|页数|受理|申请|不予|撤销|转发|修[改订]|失效|报备|审核|审查|半年|季度|月|期初|上年[底末]|年初|本届|[不未]公开|解读|节约|目标|完成"
    "|同比|环比|同期|流标|中标|合同(?!总?金额)|标段|人数|不含(?!税)|[所下]属|乡镇|全[省市县区州旗]|[百千亿美港]万?元|[百千]件"
)
_OTHER_OF = {
    "amount_wan_yuan": expression("减免金额|次数|项目(?!金额|统计)|[件笔条]数|标准|罚没|基金|税"),
    "items_previous_year": expression("本年|现有|上上|决定|^项目|前年|去年上|办件|历年|累计|上一?年.*上一?年"),
    "items_change": expression(
        "^本年(?:[增减]|减少|增加|新增)$|减[^增]{0,2}增|后|增幅|^(?:上|去|前|历)|(?<![较比与同])(?:上一?年|历年)[)]?$"
    ),
    "decisions": expression("公开[数条]"),
    "total_published": expression("制作总|^本年公开总|现行|(?<!含)上一?年|去年"),
    "newly_published": expression("废止"),
    "in_force": expression("(?<!含)上一?年|去年"),
    "projects": expression("上一?年|去年|累计|历年"),
    "amount": expression("上一?年|去年|累计|历年|[件次]数|[(][^()]*件"),
}
_OF_ANY_HEAD = "本年度新的数量总个件项目计共合单位万元统历史累截至底末月日份当今全有及其和情况为以上下含前指事办保留小"
_OWN_OF = {  # what a column's head says in other words
    "issued": "制定作出印发布台文",
    "repealed": "失效清理宣布文",
    "in_force": "存留继续文",
    "newly_produced": "制定作出印发布台文",
    "newly_published": "主动公开发布文",
    "total_published": "主动公开发布文",
    "decisions": "作出办理案行政许可处罚强制事",
    "items_previous_year": "去事现权力",
    "items_change": "变化比较幅减少增加调整用负表示如",
    "projects": "政府集中次批",
    "amount": "政府集中",
    "amount_wan_yuan": "行政事业性收缴入费用额",
}
_HAN, _FOREIGN = expression("[\u3400-\u9fff]"), 2  # characters of other words: one may be damaged
_COUNTED = expression("[件项个批笔条宗起次份家部]$")
_FORMS_OWN = expression(
    "(?:上一?年度?|20\\d\\d年度?)项目(?:数量|总数|数)?|(?:本年|历史)?累计(?=公开|对外|有效|现行)|[(]?历史累计[)]?"
)
_OF_ROW = expression("规章|规范性文件|行政(?:许可|处罚|强制)|事业性收费(?!金额)|对外管理|集中采购")
_OF_THIS_YEAR = {"issued", "repealed", "newly_produced", "newly_published", "decisions", "amount_wan_yuan"}
_APART = expression(r"[|\t\n]")
_CLEARER = 0.02  # how much more alike a head must be to another order of its columns
_HEAD, _LONG_HEAD = 160, 480  # characters that a head takes, on one line and on several
_FIRST_CELL = "信息内容"


def by_own_heads(table: Table, text: TableText, folded: str) -> Table:
    """Return table two with the columns that are printed above each row."""
    heads: dict[str, set[str]] = {}
    printed: dict[str, str] = {}
    above: set[str] = set()
    is_row = False
    for segment in text.segments:
        if segment.row and not segment.unknown:
            heads.setdefault(segment.row, above)
            printed.setdefault(segment.row, _printed_above(segment.label[0], folded))
        elif is_row and segment.row is None:
            above = set()
        is_row = segment.row is not None
        above.add(segment.word)
    own = {row.key: _form_of(row, heads.get(row.key, set())) or _worded_as(row, printed.get(row.key, "")) for row in table.rows}
    of_band = {row.band: own[row.key] for row in reversed(table.rows) if own[row.key]}  # the label below is lost, or has a note
    forms = {row.key: own[row.key] or of_band.get(row.band) for row in table.rows}
    return replace(table, rows=tuple(PROACTIVE.get(forms[row.key] or "", {}).get(row.key, row) for row in table.rows))


def in_order(row: Row, text: TableText, folded: str) -> bool:
    """Tell whether the words of a row's columns, where they are printed above it, come in the form's order."""
    first = next((i for i, s in enumerate(text.segments) if s.row == row.key and not s.unknown), None)
    if first is None:  # its label is damaged: the head above a row of the same columns is its own
        alike = {key for key, other in _OF_FORMS if other.columns == row.columns and other.band == row.band}
        first = next((i for i, s in enumerate(text.segments) if s.row in alike and not s.unknown), None)
    if first is None:
        return True
    head, below = _words_above(first, text)
    words = [next((i for i, word in enumerate(head) if word in wanted), None) for wanted in column_words(row)]
    printed = [place for place in words if place is not None]
    if printed != sorted(printed) or len(printed) == len(words):
        return printed == sorted(printed)
    if not _each_at_its_place(row, _raw_above(text.segments[below].label[0], folded, _LONG_HEAD)):
        return False
    return _is_nearest(row, _printed_above(text.segments[below].label[0], folded))


def is_on_its_side(text: TableText, folded: str) -> bool:
    """Tell whether numbers stand behind each of two words of a head: a column of the form is a row of the page."""
    return any(
        a.word != b.word and {a.word, b.word} <= _COLUMNS and all(_holds_number(s, folded) for s in (a, b))
        for a, b in pairwise(text.segments)
    )


def _holds_number(segment: Segment, folded: str) -> bool:
    return not (segment.row or segment.unknown) and any(map(str.isdigit, folded[segment.start : segment.end]))


def without_unnamed(row: Row, reading: Reading, text: TableText, folded: str) -> Reading:
    """Return a reading of a row of table two without the numbers of columns whose heads name something else."""
    first = next((i for i, s in enumerate(text.segments) if s.row == row.key and not s.unknown), None)
    head = _raw_above(text.segments[_words_above(first, text)[1]].label[0], folded) if first is not None else ""
    cells = [word for cell in _cells_of(head, len(row.columns)) if (word := squeeze_label(cell))]
    if not cells or len(reading.values) != len(row.columns):
        return reading
    is_glued = first is not None and reading.values[0].start == text.segments[first].label[1]
    if names_more(row, head) or (is_glued and ends_with_sum(head)):
        return replace(reading, values=tuple(v._replace(value=None, state=State.ILLEGIBLE) for v in reading.values))
    is_parted = len(cells) == len(row.columns)
    if is_parted:
        times = cells
    else:  # on several lines, or not parted: each column may speak of what only one of them is
        whole, when = "".join(cells), "".join(cell for cell in cells if not _OF_ROW.search(cell))
        cells = [whole if len(row.columns) == 1 else _MONEY.sub("元", whole)] * len(row.columns)
        times = [when] * len(row.columns)
    year = year_of_title(folded) if _OF_YEAR.search(head) else ""
    away = misplaced(row, head)
    values = tuple(
        value
        if column.key not in away
        and _names(column, cell)
        and _is_of_year(column, time, year)
        and (not is_parted or _counts_it(column, cell))
        and not (column.kind == "decimal" and value.value and _COUNTED.search(value.raw))
        else value._replace(value=None, state=State.ILLEGIBLE)
        for value, column, cell, time in zip(reading.values, row.columns, cells, times, strict=True)
    )
    return reading if values == reading.values else replace(reading, values=values)


def _names(column: Column, cell: str) -> bool:
    """Tell whether a cell of a head may name a column: by a word of it, and not money where cases are counted."""
    if column.kind != "decimal" and _MONEY.search(cell):
        return False
    naming = _NAMING.get(column.key)
    return naming is None or naming.search(cell) is not None


def _counts_it(column: Column, head: str) -> bool:
    """Tell whether the head of a column counts what the form's does: not 拟制发件数, 本年减免金额, 处理决定占比, 采购货物数量."""
    other = _OTHER_OF.get(column.key)
    if _OTHER_MEASURE.search(head) or (other is not None and other.search(head)):
        return False
    return len(set(_HAN.findall(head)) - _characters(column.key)) < _FOREIGN


@cache
def _characters(key: str) -> frozenset[str]:
    """Return the characters that the head of a column may say in whatever words."""
    columns = (column for rows in PROACTIVE.values() for row in rows.values() for column in row.columns if column.key == key)
    words = "".join(word for column in columns for word in (column.label, *column.spellings))
    return frozenset(words + _OF_ANY_HEAD + _OWN_OF.get(key, ""))


def _is_of_year(column: Column, head: str, year: str) -> bool:
    """Tell whether a head speaks of the report's year, or of none: 2022年处理决定数量, 累计制发件数."""
    if column.key == "items_previous_year":
        return not year or not set(_OF_YEAR.findall(head)) - {year, str(int(year) - 1)}
    head = _FORMS_OWN.sub("", head)
    years = set(_OF_YEAR.findall(head))
    if years and year and year not in years:
        return False
    return column.key not in _OF_THIS_YEAR or _OF_OTHER_YEARS.search(head) is None


def _each_at_its_place(row: Row, head: str) -> bool:
    """Tell whether no cell of a row's head says in whatever words what another column counts: 增减 | 上年度项目数 | 处理数."""
    cells = _columns_of(head, len(row.columns))
    named = [{i for i, column in enumerate(row.columns) if _SAYS[column.key].search(cell)} for cell in cells]
    own = {i for i, places in enumerate(named) if i in places}  # 本年新制作数量 stands for 本年新公开数量 as well on many pages
    return all(len(places) != 1 or places <= {i, *own} for i, places in enumerate(named))


def _columns_of(head: str, count: int) -> list[str]:
    """Return what the columns of a head say, whose cells may go on on the lines below; nothing where they are not so many."""
    lines = [line.split("|") for line in head.split("\n") if _HAN.search(line)]
    if any(sum(map(bool, map(str.strip, line))) == count for line in lines) and len(lines) > 1:
        columns = ["".join(cells) for cells in zip_longest(*map(reversed, lines), fillvalue="")][::-1]
    else:
        columns = _cells_of(head, count)
    said = [word for cell in columns if (word := squeeze_label(cell))]
    return said if len(said) == count else []


def _cells_of(head: str, count: int) -> list[str]:
    """Return what stands between the separators of a head; between its spaces where it has no others and that gives `count`."""
    spaced = head.split()
    return spaced if len(spaced) == count and not set(head.strip()) & set("|\t\n") else _APART.split(head)


def _is_nearest(row: Row, head: str) -> bool:
    """Tell whether no other order of a row's columns is more alike to its head, which says some of them in words of its own."""
    if not head or len(row.columns) == 1:
        return True
    labels = [squeeze_label(column.label) for column in row.columns]
    first, *others = (_alike(head, "".join(order)) for order in permutations(labels))
    return max(others) <= first + _CLEARER


def _alike(head: str, labels: str) -> float:
    return SequenceMatcher(None, head, labels, autojunk=False).ratio()


def _words_above(first: int, text: TableText) -> tuple[list[str], int]:
    """Return the words of the head that stands above a row, and the segment of the first row below that head."""
    last = next((i for i in range(first - 1, -1, -1) if text.segments[i].row is None and not text.segments[i].unknown), 0)
    below = next(i for i in range(last, first + 1) if text.segments[i].row)
    above = next((i for i in range(last, -1, -1) if text.segments[i].row), -1)
    return [s.word for s in text.segments[above + 1 : below] if not s.unknown], below


def _printed_above(label: int, folded: str) -> str:
    """Return what is printed between the first cell of a head and a label below it, squeezed; nothing without that cell."""
    return squeeze_label(_raw_above(label, folded))


def _raw_above(label: int, folded: str, size: int = _HEAD) -> str:
    _, found, head = folded[max(0, label - size) : label].replace("资讯", "信息").rpartition(_FIRST_CELL)
    return head if found else ""


def _form_of(row: Row, head: set[str]) -> str | None:
    """Return the form whose columns alone the head of a row names."""
    named = [key for key, rows in PROACTIVE.items() if row.key in _OF_BOTH and head & _OWN_WORDS[rows[row.key]]]
    return named[0] if len(named) == 1 else None


def _worded_as(row: Row, above: str) -> str | None:
    """Return the form whose columns alone the text of a row's head speaks of, in words of its own."""
    if not above or row.key not in _OF_BOTH:
        return None
    kinds = _OF_COUNTS if len(PROACTIVE["2021"][row.key].columns) > 1 else _DECIDED
    said = [key for key, words in kinds.items() if words.search(above)]
    return said[0] if len(said) == 1 else None
