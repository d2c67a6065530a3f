"""Is table four printed in parts: a table for each of its blocks, a line a block, a line a ruling, a list?

Each number then stands beside or below words that name it. It is read where the words of all three blocks and of all
five rulings frame just as many numbers, in one way only, and every block adds up (F4).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import Squeezed
from gongkai.indexer.numbers import Value, value_of
from gongkai.indexer.tables.labels import ROWS, Label, column_words
from gongkai.indexer.tables.ownership.over_tables import claim
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.splits import cells_add_up
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.mappings.form import FORMS
from gongkai.report import State

__all__ = ["review_in_parts"]

_BLOCKS = dict(zip(ROWS["review"], "abc", strict=True))
_RULINGS = {word: str(i) for i, words in enumerate(column_words(FORMS["2021"].tables[2].rows[0])) for word in words}
_TOKEN, _LONGEST = expression(r"[^\s|]+"), 30  # characters of a cell
_RULE = expression(r":?-{3,}:?")  # below a head in Markdown
_NOISE = expression(
    r"[()\[\]:;,.、。]*|[(\[]?[一二三四五六七八九十\d]{1,2}[)\]、.]+|[(]?(?:单位[:]?)?件[)]?|(?:案件|情况|数量|类[型别]|项目|结果|其中|的)*[:]?"
)
_HEADING = expression(r"(?:[(\[]?\d{1,2}[)\]、.])?[^\d。]{1,16}")  # above a part
_FIVE = "([0-4]{5})"
# The ways to print the table, in letters: a, b, c for the blocks, l for lawsuits, 0 to 4 for rulings, n for a number, y for a few
# words of another kind.
_EACH_BELOW = expression(rf"a{_FIVE}(n{{5}})[ly]*b[ly]*{_FIVE}(n{{5}})[ly]*c[ly]*{_FIVE}(n{{5}})(?!n)")
_LAWSUITS_BELOW = expression(rf"a{_FIVE}(n{{5}})[ly]*b[l]*c[l]*{_FIVE}{_FIVE}(n{{10}})(?!n)")
_OTHER_ORDER = expression(rf"a[l]*b[l]*c[l]*{_FIVE}{_FIVE}{_FIVE}(n{{15}})(?!n)")
_LISTED = expression(r"a((?:[0-4]n){5})[ly]*b[ly]*((?:[0-4]n){5})[ly]*c[ly]*((?:[0-4]n){5})(?!n)")
_A_LINE_EACH = expression(rf"{_FIVE}a(n{{5}})l*bl*(n{{5}})l*cl*(n{{5}})(?!n)")
_A_LINE_A_RULING = expression(r"al*bl*cl*((?:[0-4]nnn){5})(?!n)")


class _Item(NamedTuple):
    """A word of table four or a number, as one letter, and where it stands."""

    letter: str
    start: int
    end: int


def review_in_parts(page: Squeezed, folded: str, labels: Sequence[Label]) -> tuple[TableText, dict[str, Reading]] | None:
    """Return table four and the readings of its blocks where it is printed in parts, once; else null."""
    if not {"a", "b", "c"}.issubset(map(_letter, labels)):
        return None  # each way has all of them
    items = list(_items(page, folded, labels))
    printed = "".join(item.letter for item in items)
    found = []
    for pattern, order in _WAYS.items():
        for match in pattern.finditer(printed):
            places = None if _begins_with_lawsuits(match) else order(match)
            if places is not None and claim(start := items[match.start()].start, 0, folded) > 0:
                found.append((start, [value_of(folded, *items[at][1:], "count") for at in places]))
    if not found or len({tuple(value.value for value in values) for _, values in found}) > 1:
        return None
    start, values = found[0]
    blocks = {row: tuple(values[5 * i : 5 * i + 5]) for i, row in enumerate(ROWS["review"])}
    if not all(map(_holds, blocks.values())) or not any(value.value is not None for value in values):
        return None
    ends = {row: max(value.end for value in block) for row, block in blocks.items()}
    segments = [Segment(row, block[0].start, ends[row], (start, start)) for row, block in blocks.items()]
    return TableText("review", start, max(ends.values()), segments), {row: Reading(block) for row, block in blocks.items()}


def _begins_with_lawsuits(match: re.Match[str]) -> bool:
    """Tell whether 行政诉讼 stands before 行政复议 and nowhere in the table: the blocks are in another order.

    Right before the table it is the heading's: 四、政府信息公开行政复议、行政诉讼情况.
    """
    before = match.string[: match.start()]
    return match[0].startswith("a") and "l" not in match[0] and before.endswith("l") and not before.endswith("al")


def _holds(block: Sequence[Value]) -> bool:
    """Tell whether a block's cells are numbers or print none, and add up; one that prints a number prints its sum."""
    is_read = all(value.state in (State.READ, State.BLANK) for value in block)
    return is_read and cells_add_up(block) and (block[-1].value is not None or all(value.value is None for value in block))


# -- letters ------------------------------------------------------------------------------------------------
def _items(page: Squeezed, folded: str, labels: Sequence[Label]) -> Iterator[_Item]:
    for label, following in pairwise([*labels, None]):
        if label is None:
            return
        start, end = page.span(label.start, label.end)
        yield _Item(_letter(label), start, end)
        yield from _between(folded, end, page.offset(following.start) if following else len(folded))


def _letter(label: Label) -> str:
    if "review" not in label.tables:
        return "x"
    block = next((_BLOCKS[row] for row in label.rows if row in _BLOCKS), "")
    return block or _RULINGS.get(label.word) or ("l" if label.word == "行政诉讼" else "x")


def _between(folded: str, start: int, end: int) -> Iterator[_Item]:
    """Yield the numbers between two words of the form, and the text that is neither a number nor beside the point."""
    for token in _TOKEN.finditer(folded, start, end):
        raw = token[0].strip(":;,。")
        if len(raw) > _LONGEST:
            yield _Item("x", *token.span())
            continue
        at = token.start() + token[0].find(raw)
        if _RULE.fullmatch(token[0]) or (not any(map(str.isdigit, raw.rstrip(").、"))) and _NOISE.fullmatch(token[0])):
            if token[0].strip("-") == "" and not _RULE.fullmatch(token[0]):
                yield _Item("n", *token.span())
            continue
        if value_of(folded, at, at + len(raw), "count").state in (State.READ, State.BLANK):
            yield _Item("n", at, at + len(raw))
        else:
            yield _Item("y" if _HEADING.fullmatch(token[0]) else "x", *token.span())


# -- orders -------------------------------------------------------------------------------------------------
Places = list[int]


def _in_form(rulings: Sequence[str], places: Sequence[int]) -> Places | None:
    """Return the places in the form's order of rulings; null where one is printed twice."""
    return [places[rulings.index(i)] for i in "01234"] if len(set(rulings)) == len(rulings) else None


def _joined(blocks: Sequence[Places | None]) -> Places | None:
    return None if None in blocks else [at for block in blocks if block is not None for at in block]


def _of(match: re.Match[str], heads: Sequence[int], numbers: Sequence[int]) -> Places | None:
    """Return the places of numbers that stand in as many groups as their heads, or in fewer that several heads share."""
    places = [at for group in numbers for at in range(*match.span(group))]
    return _joined([_in_form(match[head], places[5 * i : 5 * i + 5]) for i, head in enumerate(heads)])


def _listed(match: re.Match[str]) -> Places | None:
    spans = [match.span(group) for group in (1, 2, 3)]
    return _joined([_in_form(match.string[a:b:2], range(a + 1, b, 2)) for a, b in spans])


def _by_ruling(match: re.Match[str]) -> Places | None:
    a, b = match.span(1)
    return _joined([_in_form(match.string[a:b:4], range(a + 1 + i, b, 4)) for i in range(3)])


_WAYS: dict[re.Pattern[str], Callable[[re.Match[str]], Places | None]] = {
    _EACH_BELOW: lambda match: _of(match, (1, 3, 5), (2, 4, 6)),
    _LAWSUITS_BELOW: lambda match: _of(match, (1, 3, 4), (2, 5)),
    _OTHER_ORDER: lambda match: _of(match, (1, 2, 3), (4,)),
    _A_LINE_EACH: lambda match: _of(match, (1, 1, 1), (2, 3, 4)),
    _LISTED: _listed,
    _A_LINE_A_RULING: _by_ruling,
}
