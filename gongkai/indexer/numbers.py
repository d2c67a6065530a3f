"""What number does one cell print? Thousands separators, full-width digits, units glued on, blank markers, footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from gongkai.indexer.expressions import expression
from gongkai.report import Number, State

__all__ = [
    "CELL",
    "CHANGE",
    "COUNTERS",
    "NOTHING",
    "NUMERALS",
    "UNITS",
    "Value",
    "is_before_dash",
    "read_number",
    "value_of",
    "with_marks",
    "with_zeros",
    "without_unit",
]

_FOOTNOTE = expression(r" ?[*※†‡]+$|[*\u2070-\u2079\u00b9\u00b2\u00b3\u2460-\u2473]+$|\(?注\d?\)?$")
NOTHING = "未增未减|[没未]有?变化|没有|未发生|未开展|未统计|未涉及|不涉及|不适用|不变|持平|暂无|无(?:变化|增减|此项|数据)?|零"
"""Words that stand in a cell without a number."""
_BLANK = expression(rf"(?:[-*/\\~…·%;:、,.()。\s]|{NOTHING})*")
CELL = expression(r"(?<![^\s|])\d[\d,.]*(?![^\s|])")
"""A number that stands alone in its cell."""
COUNTERS = "件宗起例条份"
"""The counters of requests, reviews and items."""
UNITS = "万元整?|万|元整?|[批件项条人场]次|[件项个批笔条宗起次份家部例]"
# In the list of 2014 the unit, or a colon, stands between label and number (收到申请数(件):15), or behind it what no other table counts.
_UNIT_CELL = expression(r"[\s|]*[(]?(?:单位:?)?(?:条|件|次|篇|个|人次|人|万元|元)[)]?:?(?=[\s|\d]|$)|\s*:")
# The numbering of the row below may stand behind it still: 41人\n1.
_PEOPLE = expression(
    r"[\s|]*(\d[\d,.]*)(?:人次?|篇)[\s|;,。]*(?:\n\s*[(\[]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)\].、]+\s*)?$"
)
_DASH = expression(rf"[-/\\~…]+|{NOTHING}")
_UNIT = expression(rf"\(?({UNITS})\)?\s*$")
_LONGEST = 15  # digits: no agency counts that far, and engines hold no more of them exactly
NUMERALS = {numeral: n for n, numeral in enumerate("零一二三四五六七八九十")} | {"两": 2}
"""Numbers as sentences write small ones."""
CHANGE = "(?:[-+↑↓]|净?[增减][加少]?|新增|上升|下降)"
"""What stands before a number that says how much more or less."""
_IS_LESS = expression("[-↓]|净?减|下降")
_NUMBER = expression(rf"(?P<sign>{CHANGE}?)\s*(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<decimals>\.\d+)?")
_ROUND = expression(r"(?<![^\s|])[〇○](?=[ \t]*(?:[|\t\n]|[\d〇○]|$))")
_ZERO = expression(r"(?<![^\s|])0(?![^\s|])")
_MARK = expression(
    r"(?<=\d)(?:\[(?P<cited>\d{1,2})\]|[\[(]注(?P<note>\d{0,2})[\])]|\((?:详?见|参见)(?:附[表件录注]|备注|下[表文])[一二三四五\d]{0,2}\))(?=[\s|]|$)"
)
_NOTE_LINE = expression(r"^[ \t|]*(?:注[:]?)?\[(\d{1,2})\][ :]*(?=[\u4e00-\u9fff]{2})", re.MULTILINE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TABLE = 20  # cells: fewer may be marks


class Value(NamedTuple):  # a page has 250: made in a third of the time that a frozen dataclass takes
    """One cell as read: `[start, end)` in the page's text."""

    value: Number | None
    state: State
    start: int
    end: int
    raw: str = ""
    unit: str = ""


@lru_cache(maxsize=1 << 12)  # a page has 300 cells to read and ten different numbers
def read_number(raw: str, kind: str) -> tuple[Number | None, State, str]:
    """Return value, state and unit of one cell; `kind` is count, signed or decimal."""
    text = raw.strip().strip("\u200b")
    if text.isascii() and text.isdigit() and (text[0] != "0" or text == "0") and len(text) <= _LONGEST:
        return int(text), State.READ, ""  # nearly every cell
    marked, text = text, _FOOTNOTE.sub("", text)
    if not text and marked and not _BLANK.fullmatch(marked):
        return None, State.ILLEGIBLE, ""  # nothing but raised digits: whether they are a number nobody can tell
    if not text or _BLANK.fullmatch(text):
        return None, State.BLANK, ""
    unit = ""
    if found := _UNIT.search(text):
        unit, text = found.group(1), text[: found.start()].strip()
        if (kind == "decimal") != (unit[0] in "万元") and text != "0":
            return None, State.ILLEGIBLE, unit  # money where cases are counted, cases where money is
    number = _NUMBER.fullmatch(text)
    if number is None or (number["sign"] and kind != "signed"):
        return None, State.ILLEGIBLE, unit
    digits = number["digits"].replace(",", "")
    if (len(digits) > 1 and digits[0] == "0") or len(digits) > _LONGEST:
        return None, State.ILLEGIBLE, unit
    if number["decimals"]:
        exact = Decimal(digits + number["decimals"])
        if kind != "decimal" and exact != exact.to_integral_value():
            return None, State.ILLEGIBLE, unit
        value: Number = exact if kind == "decimal" else int(exact)
    else:
        value = int(digits)
    return (-value if _IS_LESS.match(number["sign"]) else value), State.READ, unit


def value_of(text: str, start: int, end: int, kind: str) -> Value:
    """Read the one cell at `[start, end)`; `kind` is count, signed or decimal."""
    raw = text[start:end]
    bare = raw.strip()
    value, state, unit = read_number(bare, kind)
    if len(bare) < len(raw):
        start = start + raw.find(bare) if bare else end
    return tuple.__new__(Value, (value, state, start, start + len(bare), bare, unit))  # in two thirds of the time of Value(…)


def is_before_dash(text: str, cells: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a number stands first and a dash behind it, without a separator: it may be the page's, the dash the cell."""
    dashes = [_DASH.fullmatch(text, start, end) is not None for start, end in cells]
    return any(dashes) and not dashes[0]


def with_marks(folded: str) -> str:
    """Return a page's text with the marks of notes behind its numbers as raised digits: 12(注1), 12(见附表1), and 12[1] where a line is note [1]."""
    if "[" not in folded and "(注" not in folded and "见" not in folded:
        return folded
    notes = {line[1] for line in _NOTE_LINE.finditer(folded)}

    def raised(mark: re.Match[str]) -> str:
        if mark["cited"] and mark["cited"] not in notes:
            return mark[0]
        return ((mark["cited"] or mark["note"] or "").translate(_RAISED) or "*").ljust(len(mark[0]))

    return _MARK.sub(raised, folded)


def with_zeros(folded: str) -> str:
    """Return a page's text with the zeros of its tables as digits, where all of them are printed 〇 or ○."""
    if ("〇" in folded or "○" in folded) and not _ZERO.search(folded) and len(_ROUND.findall(folded)) >= _TABLE:
        return _ROUND.sub("0", folded)
    return folded


def without_unit(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch behind a label of the list of 2014 without the cell of its unit, a colon, or a unit that only the list has."""
    if before := _UNIT_CELL.match(folded, start, end):
        start = before.end()
    behind = _PEOPLE.match(folded, start, end)
    return start, behind.end(1) if behind else end
