"""Which number does a cell write in words: 二十八, 一百零五, 零?"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.numbers import NUMERALS, Value, value_of
from gongkai.report import State

__all__ = ["is_in_words", "value_in_words"]

_WORDS = expression("[零〇一二三四五六七八九两十百千]{1,8}")
_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_SIZES = {name: size for size, name in _PLACES if name}


def value_in_words(folded: str, start: int, end: int) -> Value:
    """Read the one cell at `[start, end)`, whose number may be written in words."""
    value = value_of(folded, start, end, "count")
    number = _number(squeeze_label(value.raw))
    return value if number is None else value._replace(value=number, state=State.READ)


def is_in_words(word: str) -> bool:
    """Tell whether a cell writes a number in words that is not nothing."""
    return bool(_number(word))


def _number(word: str) -> int | None:
    """Return the number that a word writes in full; null for one in short: 一百二 may be 120."""
    if not _WORDS.fullmatch(word):
        return None
    total, last = 0, 0
    for character in word:
        if size := _SIZES.get(character):
            total, last = total + (last or 1) * size, 0
        else:
            last = NUMERALS.get(character, 0)
    said, number = word.replace("两", "二").replace("〇", "零"), total + last
    return (
        number if said == _written(number) or (said[0] == "一" and 10 <= number < 20 and said[1:] == _written(number)) else None
    )


def _written(number: int) -> str:
    """Return how a number below ten thousand is written in words."""
    words, gap = "", False
    for size, name in _PLACES:
        digit = number // size % 10
        words += f"{'零' if gap and words else ''}{_DIGITS[digit]}{name}" if digit else ""
        gap = not digit
    return words.removeprefix("一") if 10 <= number < 20 else words or "零"
