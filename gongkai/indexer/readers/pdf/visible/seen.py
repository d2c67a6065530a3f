"""Which digits of a PDF page does nobody see, or read as struck out? Beside a number they would make it longer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import median_high

from gongkai.indexer.readers.linear import LOST
from gongkai.indexer.readers.pdf.glyph import Box, Glyph, Rule
from gongkai.indexer.readers.pdf.visible.ink import CLEAR, FAINT

__all__ = ["without_unseen"]

NEAR = 0.6  # em: digits nearer than that are one number's
HIGH, LOW = 0.35, 0.72  # of a character's height, from its top: a line between strikes it
COVERED = 0.6  # of its width
TINY = 0.3  # of the height of most characters of a page: nobody reads a digit so low
TOUCH = 1.5  # points: lines so near meet
OVER = 0.5  # em that a line which strikes characters is longer than they are, on either side


def without_unseen(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> tuple[list[Glyph], list[Rule]]:
    """Return the glyphs without digits that are struck or unseen; the rules without those that strike.

    Without ruling a blank is known by its neighbours only: there unseen digits that stand alone are kept, as unknown ones.
    """
    struck, strokes = _struck(glyphs, rules)
    kept = [glyph for number, glyph in enumerate(glyphs) if number not in struck]
    heights = [glyph.bottom - glyph.top for glyph in kept if glyph.char.isalnum()]
    least = TINY * median_high(heights) if heights else 0.0
    hidden = [glyph for glyph in kept if glyph.ink == FAINT or (glyph.bottom - glyph.top < least and glyph.char.isdigit())]
    unseen = set(map(id, hidden))
    if hidden and not rules:
        unseen = _beside(hidden, [g for g in kept if g.ink == CLEAR and g.char.isdigit() and id(g) not in unseen])
    kept = [glyph for glyph in kept if id(glyph) not in unseen]
    doubtful = {id(glyph) for glyph in (*hidden, *kept) if glyph.ink != CLEAR} | set(map(id, hidden))
    kept = [glyph._replace(char=LOST) if id(glyph) in doubtful else glyph for glyph in kept]
    return kept, [rule for number, rule in enumerate(rules) if number not in strokes]


def _beside(hidden: Sequence[Glyph], seen: Sequence[Glyph]) -> set[int]:
    """Return the ids of unseen digits that stand right beside seen ones, or beside such unseen ones."""
    waiting, reached, lost = list(hidden), list(seen), set[int]()
    while reached:
        found = [glyph for glyph in waiting if any(_touch(glyph, other) for other in reached)]
        lost |= set(map(id, found))
        waiting = [glyph for glyph in waiting if id(glyph) not in lost]
        reached = found
    return lost


def _touch(one: Box, other: Box) -> bool:
    high = min(one.bottom - one.top, other.bottom - other.top)
    is_level = min(one.bottom, other.bottom) - max(one.top, other.top) > high / 2
    return is_level and max(one.x0, other.x0) - min(one.x1, other.x1) < NEAR * high


def _struck(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> tuple[set[int], set[int]]:
    """Return the places of the digits that a line strikes, and those of such lines: they end with the characters.

    One between two lines down the page is the table's: text that stands off its rows is crossed by many.
    """
    down = sorted((rule for rule in rules if rule.bottom - rule.top > rule.x1 - rule.x0), key=_left)
    by_height = sorted(((g.top + g.bottom) / 2, number) for number, g in enumerate(glyphs))
    middles = [middle for middle, _ in by_height]
    highest = max((g.bottom - g.top for g in glyphs), default=0.0)
    struck, strokes = set[int](), set[int]()
    for place, rule in enumerate(rules):
        if rule.bottom - rule.top > rule.x1 - rule.x0:
            continue
        level = (rule.top + rule.bottom) / 2
        near = by_height[bisect_left(middles, level - highest / 2) : bisect_right(middles, level + highest / 2)]
        under = [number for _, number in near if _is_under(glyphs[number], rule, level)]
        if not any(glyphs[number].char.isdigit() for number in under):
            continue
        em = max(glyphs[number].bottom - glyphs[number].top for number in under)
        left, right = min(glyphs[number].x0 for number in under), max(glyphs[number].x1 for number in under)
        is_own = left - OVER * em <= rule.x0 and rule.x1 <= right + OVER * em
        if is_own and not all(_ends_at(x, level, down) for x in (rule.x0, rule.x1)):
            struck |= {number for number in under if glyphs[number].char.isdigit()}
            strokes.add(place)
    return struck, strokes


def _ends_at(x: float, level: float, down: Sequence[Rule]) -> bool:
    """Return whether a line down the page, of those from the left, passes a point."""
    near = down[bisect_left(down, x - TOUCH, key=_left) : bisect_right(down, x + TOUCH, key=_left)]
    return any(rule.top - TOUCH <= level <= rule.bottom + TOUCH for rule in near)


def _left(rule: Rule) -> float:
    return rule.x0


def _is_under(glyph: Box, rule: Box, level: float) -> bool:
    high, wide = glyph.bottom - glyph.top, glyph.x1 - glyph.x0
    covered = min(glyph.x1, rule.x1) - max(glyph.x0, rule.x0)
    return glyph.top + HIGH * high <= level <= glyph.top + LOW * high and covered >= COVERED * wide > 0
