"""How much does a piece of text resemble the label of a row? Labels are damaged, cut, or numbered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.labels import FRAME, QUALIFIED
from gongkai.mappings.form import FORMS
from gongkai.mappings.form_2014 import LIST_2014, SPELLINGS_2014, STATISTICS_2014

__all__ = ["ALIKE", "continues", "is_damaged_head", "is_within", "most_alike", "resembles"]

ALIKE = 0.66  # how much a damaged label must resemble the printed form's
_LABELS = {row.key: squeeze_label(row.label) for form in FORMS.values() for table in form.tables for row in table.rows}
_BRACKETED = {row.key: row.ordinal for row in FORMS["2021"].tables[1].rows if row.ordinal.startswith("(")}
_IS_QUALIFIED = expression(QUALIFIED.pattern.removesuffix("$"))
_HAN = expression("[\u4e00-\u9fff]")
_RECEIVED, _OTHER_TIME = (
    "requests.received",
    expression("上一?年|去年|前年|往年|次年|同期|历年|累计|半年|季|月份?(?=新收)"),
)
# The list of 2014 has rows of like words: what is damaged lacks characters or has broken ones, and none of its own.
_PRINTED_2014 = {
    LIST_2014 + key: [squeeze_label(word) for word in (label, *SPELLINGS_2014.get(key, ()))] for key, label, _ in STATISTICS_2014
}
_BROKEN = frozenset("?\ufffd\u25a1\u25a0")  # what copies have for a character that was lost
_SAY_NO_MORE, _UNIT = expression("[数量的了共其中]"), expression("(?:条|件|次|篇|个|人次?|万?元)$")


def continues(text: str, row: str | None) -> bool:
    """Tell whether damaged text is the rest of a row's label."""
    if row is None or (row.startswith("proactive.") and _begins_otherwise(text, _LABELS[row])):
        return False
    return _alike(text, _LABELS[row][-len(text) :]) >= ALIKE


def is_within(text: str, row: str) -> bool:
    """Tell whether text stands in a row's label word for word."""
    return text in _LABELS.get(row, "")


def resembles(text: str, row: str) -> float:
    """Return how alike a piece of text and a row's label are, from 0 to 1; the right numbering counts."""
    if _IS_QUALIFIED.match(text) and not _LABELS[row].startswith(text[:2]):
        return 0.0
    bare = re.sub(r"^[(\[]?[一二三四五六七八九十\d]{1,2}[)\]]?[、.,]?", "", text)
    if row == _RECEIVED and _OTHER_TIME.search(bare):
        return 0.0  # 上年收到… is no damaged 本年新收…
    if row in _PRINTED_2014 and all(_has_words_of_its_own(bare, label) for label in _PRINTED_2014[row]):
        return 0.0
    if len(bare) > 3 and _LABELS[row].startswith(bare):
        return 1.0  # the label goes on behind its numbers
    if _begins_otherwise(bare, _LABELS[row]) if row.startswith("proactive.") else _is_longer_in_front(bare, _LABELS[row]):
        return 0.0
    numbered = text.startswith(_BRACKETED.get(row, "-"))
    return _alike(bare, _LABELS[row]) + (0.2 if numbered else 0)


def most_alike(texts: Sequence[str], rivals: Sequence[str], rows: Sequence[str]) -> list[str]:
    """Return the rows whose label one of the texts may be, damaged, and no other text as much or rather."""
    alike = {row: max(resembles(text, row) for text in texts) for row in rows}
    others = set(rivals) - set(texts)
    closer = {row: max((resembles(rival, row) for rival in others), default=0) for row in rows}
    return [row for row, share in alike.items() if share >= ALIKE and share > closer[row]]


def is_damaged_head(line: str) -> bool:
    """Tell whether a line is a word of a table's head, few characters of which are lost: 法律?务机构."""
    if not any(mark in line for mark in _BROKEN):
        return False
    said = squeeze_label(line).strip("()")
    lost = sum(map(said.count, _BROKEN))
    if not lost or 2 * lost > len(said):
        return False  # a caption may have been ????
    return any(all(a in (b, *_BROKEN) for a, b in zip(said, word, strict=True)) for word in _heads().get(len(said), ()))


@cache
def _heads() -> dict[int, list[str]]:
    """Return the words of the tables' heads, by their length."""
    columns = (column for form in FORMS.values() for table in form.tables for row in table.rows for column in row.columns)
    words = {squeeze_label(word).strip("()") for column in columns for word in (column.label, *column.spellings)}
    words |= {squeeze_label(word).strip("()") for table in FRAME.values() for word in table}
    return {size: [word for word in words if len(word) == size] for size in set(map(len, words))}


def _begins_otherwise(text: str, label: str) -> bool:
    """Tell whether words stand before those of a row of table two, as a row of the page's own has them."""
    first = SequenceMatcher(None, text, label, autojunk=False).get_matching_blocks()[0].a
    return _HAN.search(text[:first].removeprefix("行政")) is not None


def _is_longer_in_front(text: str, label: str) -> bool:
    """Tell whether more words than a row's stand before what both share: 上年同期新收… is no damaged 本年新收…."""
    shared = SequenceMatcher(None, text, label, autojunk=False).find_longest_match()
    return len(_HAN.findall(text[: shared.a])) > shared.b + 1


def _has_words_of_its_own(text: str, label: str) -> bool:
    """Tell whether a text has legible words that a label lacks, or not its 不: 逾期办结数 is no damaged 延期办结数."""
    text = _UNIT.sub("", text)
    if "不" in label.partition("(")[0] and "不" not in text:
        return True
    blocks = SequenceMatcher(None, text, label, autojunk=False).get_opcodes()
    own = "".join(text[start:end] for kind, start, end, _, _ in blocks if kind in ("insert", "replace", "delete"))
    return _HAN.search(_SAY_NO_MORE.sub("", own)) is not None


def _alike(text: str, label: str) -> float:
    return SequenceMatcher(None, text, label, autojunk=False).ratio()
