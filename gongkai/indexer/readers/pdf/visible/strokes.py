"""What do strokes beside and through the digits of a PDF page mean? A short one before a number is its minus, a slanted one strikes it.

Left out, the minus drawn as a line made 28 of -28. Whether a slanted line crosses a number out, or is the cell's own, nobody can tell.
Lines through the middle of digits: seen.py.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from gongkai.indexer.readers.pdf.glyph import Box, Glyph, Rule
from gongkai.indexer.readers.pdf.rules import Point, Segment
from gongkai.indexer.readers.pdf.visible.seen import HIGH, LOW

__all__ = ["crossed", "with_minuses"]

SHORT, LONG = 0.15, 1.1  # of a digit's height: how long a minus is
BACK, BEFORE = 0.2, 0.6  # of a digit's height between a minus and its number
LEVEL = 0.5  # points: pieces of one dotted line are no farther apart
DOTS = 1.5  # of a digit's height: a piece of a dotted line is nearer to the next one
MAX_SHORT = 500  # of a page: with more of them it is a drawing
MAX_TESTS = 300_000  # of a slanted line and a digit; with more of them no digit of the page is surely whole
STEEP = 0.14  # a line less steep is one of a page that is a little askew
EDGE, TOP, FOOT = 0.15, 0.2, 0.8  # of a digit's width and height: a line through what is between crosses it


def with_minuses(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> tuple[list[tuple[Rule, Glyph]], set[int]]:
    """Return the strokes that are minuses, each with the digit behind it, and their places among the rules."""
    highest = max((glyph.bottom - glyph.top for glyph in glyphs if glyph.char.isdecimal()), default=0.0)
    across = [(place, rule) for place, rule in enumerate(rules) if rule.bottom - rule.top < rule.x1 - rule.x0]
    short = [(place, rule) for place, rule in across if rule.x1 - rule.x0 <= LONG * highest]
    if not 0 < len(short) <= MAX_SHORT:
        return [], set()
    down = [rule for rule in rules if rule.bottom - rule.top >= rule.x1 - rule.x0]
    by_height = sorted((_middle(glyph), number) for number, glyph in enumerate(glyphs))
    middles = [middle for middle, _ in by_height]
    found: dict[int, tuple[Rule, Glyph]] = {}
    for place, rule in short:
        level = _middle(rule)
        near = by_height[bisect_left(middles, level - highest / 2) : bisect_right(middles, level + highest / 2)]
        line = [glyphs[number] for _, number in near]
        digit = next((glyph for glyph in line if glyph.char.isdecimal() and _is_before(rule, glyph)), None)
        if not digit or any(_overlap(rule, glyph) for glyph in line) or any(_touches(rule, other) for other in down):
            continue
        if not any(at != place and _goes_on(rule, other, DOTS * highest) for at, other in across):
            found[place] = rule, digit
    return list(found.values()), set(found)


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


def _is_before(rule: Box, digit: Box) -> bool:
    """Return whether a stroke stands right before a digit, at the height of a minus, and is as long as one."""
    high = digit.bottom - digit.top
    level = digit.top + HIGH * high <= _middle(rule) <= digit.top + LOW * high
    return level and SHORT * high <= rule.x1 - rule.x0 <= LONG * high and -BACK * high <= digit.x0 - rule.x1 <= BEFORE * high


def _overlap(rule: Box, glyph: Box) -> bool:
    """Return whether a stroke stands over or under a character and not beside it."""
    return min(rule.x1, glyph.x1) - max(rule.x0, glyph.x0) > 0.5 * (rule.x1 - rule.x0)


def _touches(rule: Box, upright: Box) -> bool:
    """Return whether a stroke ends at an upright line: it is a piece of the table's own."""
    beside = min(rule.x1, upright.x1) - max(rule.x0, upright.x0) > -LEVEL
    return beside and upright.top <= _middle(rule) <= upright.bottom


def _goes_on(rule: Box, other: Box, reach: float) -> bool:
    """Return whether two strokes are pieces of one line, or the same one."""
    apart = max(rule.x0, other.x0) - min(rule.x1, other.x1)
    return abs(_middle(rule) - _middle(other)) < LEVEL and apart < reach


def crossed(glyphs: Sequence[Glyph], slanted: Sequence[Segment]) -> set[int]:
    """Return the places of the digits that a slanted line crosses; all of a page with too many of both to tell."""
    steep = [(one, other) for one, other in slanted if abs(other[1] - one[1]) >= STEEP * abs(other[0] - one[0])]
    if not 0 < len(steep) <= MAX_SHORT:
        return set()
    by_height = sorted((_middle(glyph), number) for number, glyph in enumerate(glyphs) if glyph.char.isdecimal())
    middles = [middle for middle, _ in by_height]
    found: set[int] = set()
    budget = MAX_TESTS
    for one, other in steep:
        low, high = sorted((one[1], other[1]))
        first, last = bisect_left(middles, low), bisect_right(middles, high)
        budget -= last - first
        if budget < 0:
            return found | {number for _, number in by_height}
        found |= {number for _, number in by_height[first:last] if _crosses(one, other, glyphs[number])}
    return found


def _crosses(one: Point, other: Point, digit: Box) -> bool:
    """Return whether a line runs through the inner part of a digit's box."""
    wide, high = digit.x1 - digit.x0, digit.bottom - digit.top
    begin, end = 0.0, 1.0  # the part of the line that is inside
    for at, to, low, most in (
        (one[0], other[0], digit.x0 + EDGE * wide, digit.x1 - EDGE * wide),
        (one[1], other[1], digit.top + TOP * high, digit.top + FOOT * high),
    ):
        first, last = sorted(((low - at) / (to - at), (most - at) / (to - at)))
        begin, end = max(begin, first), min(end, last)
    return begin < end
