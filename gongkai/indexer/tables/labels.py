"""Which words of the form stand where on a page? One automaton over all labels of all tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import ahocorasick

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import Squeezed, squeeze_label
from gongkai.mappings.form import FORMS, OUTCOME_GROUPS, SUBTOTAL, Row

__all__ = [
    "FRAME",
    "OTHERS",
    "QUALIFIED",
    "ROWS",
    "ROW_NUMBERS",
    "RULINGS",
    "Label",
    "column_of",
    "column_words",
    "find_labels",
    "rows_named",
    "rows_told_of",
    "ruling_places",
    "rulings_in_order",
]

ROW_NUMBERS = ("行次", "序号", "栏次", "编号")
"""Heads of a column that numbers the rows of a table."""
# Everything the tables print besides row labels: it frames the rows and carries no number itself.
FRAME: dict[str, tuple[str, ...]] = {
    "proactive": (
        *(f"第二十条第({n})项" for n in "一二三四五六七八九"),
        *(f"第二十条第{n}项" for n in "一五六八九"),
        *(f"第二十条({n})项" for n in "一五六八九"),
        "信息内容",
        "单位:万元",
        "(单位:万元)",
    ),
    "requests": (
        "本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和",
        "申请人情况",
        "法人或其他组织",
        "法人和其他组织",
        "法人或其它组织",
        "法人及其他组织",
        "本年度办理结果",
        "本年度办理结",
        "年度办理结果",  # torn from 三、本 above
        "(区分处理的,只计这一情形,不计其他情形)",
        *(label for key, label in OUTCOME_GROUPS.items() if key in ("denied", "unavailable", "not_processed")),
    ),
    "statistics": (
        "统计指标",
        "统计数",
        "主动公开情况",
        "通过不同渠道和方式公开政府信息的情况",
        "回应解读情况",
        "通过不同渠道和方式回应解读的情况",
        "依申请公开情况",
        "机构建设和保障经费情况",
        "政府信息公开会议和培训情况",
    ),
    "review": ("行政诉讼", "结果", "其他", "尚未", "审结", "纠正", "维持", "未经复议", "直接起诉", "复议后"),
}


class Label(NamedTuple):  # a page has 100: made in a third of the time that a frozen dataclass takes
    """A word of the form at `[start, end)` of the squeezed page.

    `rows` are the keys of the rows it may name, `tables` the tables that it may frame or head; `gap` counts the
    characters since the label before that are neither values nor numbering.
    """

    start: int
    end: int
    word: str
    rows: tuple[str, ...]
    tables: frozenset[str]
    gap: int


@dataclass(slots=True)
class _Meaning:
    rows: list[str]
    tables: set[str]


def _row_order() -> dict[str, tuple[str, ...]]:
    """Return the rows of each table in printed order, those of both forms merged."""
    new, old = FORMS["2021"], FORMS["2019"]
    proactive = ("rules", "normative_documents", "licensing", "other_services", "penalties", "compulsion", "fees", "procurement")
    requests = [row.key for row in new.tables[1].rows]
    requests.insert(requests.index("requests.other.correction_overdue"), SUBTOTAL)
    return {
        "proactive": tuple(f"proactive.{key}" for key in proactive),
        "requests": tuple(requests),
        "review": tuple(row.key for row in old.tables[2].rows),
        "statistics": tuple(row.key for row in FORMS["2014"].tables[0].rows),
    }


ROWS = _row_order()
_STATISTICS = frozenset(ROWS["statistics"])
# What makes another row of a row's label: 部门规范性文件, 其中:政府规范性文件, 其他行政许可.
QUALIFIED = expression(
    r"(?:其他|其它|其中:?|拟|部门|政府|党[政委组办]|联合|本级|[省市县区镇乡]级|国家|上级|重大|一般|简易|当场|较大|非|公共|涉企|内部|转发|备案)"
    r"(?:行政)?$"
)
# The same with a character damaged: ?他行政许可.
_DAMAGED = expression("(?:X[他它门府]|(?:其中?|部|(?<!行)政)X)(?:行政)?$".replace("X", "[?\ufffd\u25a1\u25a0]"))
_LONGEST_QUALIFIER = 8
_TAIL, _WORDS_BEFORE = 2, expression(r"[\u3400-\u9fff]{2,}$")
# Before a label of the list of 2014, whose own labels pages word in many ways.
_OTHERS_BEFORE = expression(
    "(?:上年度?|去年|历年|累计|乡镇|部门|县直|[省市县区]直|应|拟|[不未非]|非信息公开|减免|废止|修订|有效|转发)$"
)
# All that may stand right before a label of that list: its numbering, the unit of the row before, who and when.
_OWN_WORDS = expression(
    r"(?:条|件|次|篇|个|人次?|万?元)?[一二三四五六七八九十]{0,2}(?:其中|其|本年度?|当年|全年|共|总|各类|各项|[我本](?:局|县|市|区|镇|乡|机关|单位|部门|级)|被|提起|发生)*"
)
_ENDS_OF_HEADINGS = {"情况", "内容", "数量", "如下", "年度"}
_LAST_WORDS = expression(r"[\u3400-\u9fff]+$")
_OF_REQUESTS = expression("(?:因|针对|涉及)?(?:政府)?信息公开(?:工作|申请)?(?:引发|引起|提起)?的?")
_SAY_NO_MORE = {
    "当年",
    "今年",
    "全年",
    "年内",
    "本期",
    "一年",
    "作出",
    "做出",
    "实施",
    "办理",
    "收取",
    "征收",
    "制发",
}  # 当年新收, 作出行政许可
_OF_WHICH = expression("其中:?$")  # in the list of 2014 it opens a row's own label: 其中:主动公开规范性文件数
_WORDS = expression(r"[A-Za-z\u3400-\u9fff\ufffd]+")


def _variants(word: str) -> set[str]:
    """Return a label with and without its marks, and as pages converted to traditional script word it."""
    words = {word, word.replace("、", ""), word.replace("、", ",")}
    return words | set(map(_converted, words))


def _converted(word: str) -> str:
    """Return a word as pages converted from traditional script have it."""
    return word.replace("信息", "资讯").replace("文件", "档案")


@cache
def _automaton() -> ahocorasick.Automaton:
    meanings: dict[str, _Meaning] = {}
    plain: dict[str, str] = {}  # words of the frame are told by what they say, as long either way

    def learn(word: str, table: str, row: str | None = None) -> None:
        meaning = meanings.setdefault(squeeze_label(word), _Meaning([], set()))
        meaning.tables.add(table)
        if row and row not in meaning.rows:
            meaning.rows.append(row)

    for form in FORMS.values():
        for table in form.tables:
            for row in table.rows:
                for word in (row.label, *row.spellings):
                    for variant in _variants(word):
                        learn(variant, table.key, row.key)
                for column in row.columns:
                    for word in (column.label, *column.spellings):
                        learn(word, table.key)
    for table_key, words in FRAME.items():
        for word in words:
            learn(word, table_key)
            learn(_converted(word), table_key)
            plain[squeeze_label(_converted(word))] = squeeze_label(word)
    automaton = ahocorasick.Automaton()
    for word, meaning in meanings.items():
        automaton.add_word(word, (plain.get(word, word), tuple(meaning.rows), frozenset(meaning.tables)))
    automaton.make_automaton()
    return automaton


def rows_named(word: str) -> tuple[str, ...]:
    """Return the keys of the rows that a word of the form, squeezed, may name; none for words of the frame and of heads alone."""
    meaning: tuple[str, tuple[str, ...], frozenset[str]] | None = _automaton().get(word, None)
    return meaning[1] if meaning else ()


@cache
def column_words(row: Row) -> tuple[frozenset[str], ...]:
    """Return for each column of a row the words that its head may say, squeezed."""
    return tuple(frozenset(squeeze_label(word) for word in (column.label, *column.spellings)) for column in row.columns)


def column_of(word: str, columns: Sequence[frozenset[str]]) -> int | None:
    """Return which of the columns a word of the head names, of what `column_words` gives; null: none of them."""
    return next((place for place, words in enumerate(columns) if word in words), None)


PROACTIVE = {key: {row.key: row for row in FORMS[key].tables[0].rows} for key in ("2021", "2019")}
"""Form → row → what the form says of it, of table two."""
OTHERS = ("其他", "其它")
"""A word of the head and of a row, which begins rows of the page's own as well."""
RULINGS = frozenset().union(*column_words(FORMS["2021"].tables[2].rows[0]))
"""Words of table four's head, which prints five of them three times."""
_PLACES = {word: place for place, words in enumerate(column_words(FORMS["2021"].tables[2].rows[0])) for word in words}
_LAST, _BLOCKS = 4, 3


def ruling_places(words: Iterable[str]) -> list[int]:
    """Return for each word of table four's head that names a ruling its place in a block, from 0; the total's is the last."""
    return [place for word in words if (place := _PLACES.get(word)) is not None]


def rulings_in_order(words: Iterable[str]) -> bool:
    """Tell whether the words of table four's head are in the form's order, some of which may be damaged."""
    order = ruling_places(words)
    if [place for place in order if place != _LAST] == [*range(_LAST)] * _BLOCKS:
        return True  # where the totals stand, above their columns or merged, the sums must tell
    if any(after < before and after > (before == _LAST) for before, after in pairwise(order)):
        return False
    runs = 1 + sum(after <= before for before, after in pairwise(order))
    if runs > _BLOCKS and runs * (_LAST + 1) != len(order):
        return False  # a head that is printed again is whole
    return not order or order[0] < _LAST or order[-1] == _LAST


@cache
def _tails() -> frozenset[str]:
    """Return how the words of the form end, which on a page run together stand before a label."""
    return frozenset(word[-_TAIL:] for word in _automaton()) | _ENDS_OF_HEADINGS | _SAY_NO_MORE


def _joined(page: Squeezed, start: int) -> str:
    """Return the characters that stand right before a label, up to a break."""
    return page.text[max(page.run(start), start - _LONGEST_QUALIFIER) : start]


def _names_another_row(row: str, joined: str, own: str) -> bool:
    """Tell whether words make a row's label another row's: those `joined` to it, `own` behind the label before: 建设类行政许可."""
    table = row.partition(".")[0]
    if table != "requests" and _is_qualified(row, joined):
        return True
    if row in _STATISTICS:
        return _OTHERS_BEFORE.search(own) is not None or _is_longer(row, own)
    if table not in ("requests", "proactive"):
        return False
    words = _WORDS_BEFORE.search(own)
    of_which = table == "requests" and _OF_WHICH.search(own) is not None
    return of_which or (words is not None and words[0][-_TAIL:] not in _tails())


def _is_longer(row: str, own: str) -> bool:
    """Tell whether a label of the list of 2014 is but the end of a longer one: 县公安局收到申请数, 信函、传真申请数."""
    words = _LAST_WORDS.search(own.rstrip("、,:;.("))
    if words is None or words[0][-_TAIL:] in _ENDS_OF_HEADINGS:
        return False
    said = _OF_REQUESTS.sub("", words[0]) if ".review." in row or ".litigation." in row else words[0]
    return _OWN_WORDS.fullmatch(said) is None


def _is_qualified(row: str, before: str) -> bool:
    """Tell whether what stands right before a row's label makes it another row's."""
    if row in _STATISTICS:
        return QUALIFIED.search(before) is not None and not _OF_WHICH.search(before)
    return (QUALIFIED.search(before) or _DAMAGED.search(before)) is not None


def rows_told_of(text: str) -> set[str]:
    """Return the keys of the rows that squeezed text may name, among them all of those whose labels `find_labels` finds in it."""
    return {row for _, (_, rows, _) in _automaton().iter_long(text) for row in rows}


def find_labels(page: Squeezed, *, with_gaps: bool = True) -> Iterator[Label]:
    """Yield the longest words of the form, left to right, none overlapping; `gap` is 0 for who does not ask for it."""
    before, passed = 0, 0  # passed: characters of rows of the page's own, which part nothing
    for end, (word, rows, tables) in _automaton().iter_long(page.text):
        start = end + 1 - len(word)
        joined = _joined(page, start) if rows else ""
        own = joined[before - start :] if before < start else ""
        if rows and _names_another_row(rows[0], joined, own):
            passed += end + 1 - start + len(own)
            continue
        between = page.text[before:start] if with_gaps else ""
        alien = sum(map(len, _WORDS.findall(between))) if between and not between.isdecimal() else 0  # numbers, most often
        before = end + 1
        yield Label(start, before, word, rows, tables, max(0, alien - passed - 2))
        passed = 0
