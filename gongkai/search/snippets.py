"""Where does a document say it? Passages on the report's own characters, the same for every engine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gongkai.report import SECTIONS
from gongkai.search.query import AllOf, AnyOf, Phrase, Tree, Words
from gongkai.search.results import Snippet
from gongkai.text import HAN, normalise, normalise_with_offsets

__all__ = ["Wanted", "snippets_of", "wanted_of", "words_of"]

CONTEXT = 40  # characters shown on both sides of the marks
_WIDEST = 120  # characters from the first mark of a passage to its last
_RUN = rf"[{HAN}]+|[^\W{HAN}]+"
_EDGE = re.compile("[\\s\u00ad\u200b\u200c\u200d\u2060\ufeff]*$")

Wanted = tuple[tuple[str, tuple[str, ...]], ...]
"""(normalised phrase, text fields it was looked for in; none: all)."""


def wanted_of(tree: Tree) -> Wanted:
    """Return the phrases that a document found by the tree may hold; what is under Not is none."""
    return tuple(dict.fromkeys((text, fields) for text, fields in _wanted(tree) if text))


def _wanted(tree: Tree) -> Iterator[tuple[str, tuple[str, ...]]]:
    match tree:
        case Phrase(text, fields):
            yield normalise(text), fields
        case Words(text, fields):
            yield from ((word, fields) for word in words_of(text))
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _wanted(part)
        case _:
            return


def words_of(text: str) -> list[str]:
    """Return what stands for words without a dictionary: Latin words, and the pairs of each run of Han."""
    words: dict[str, None] = {}
    runs = (run for part in text.split() for run in re.findall(_RUN, normalise(part)))  # normalising joins Han
    for run in runs:
        is_long = len(run) > 2 and re.match(f"[{HAN}]", run)
        for word in [run[i : i + 2] for i in range(len(run) - 1)] if is_long else [run]:
            words[word] = None
    return list(words)


def snippets_of(document: Mapping[str, Any], wanted: Wanted) -> tuple[Snippet, ...]:
    """Return the best passage of each section that holds a phrase; of the title when no section does."""
    found: list[Snippet] = []
    sections = document.get("sections") or {}
    for key in SECTIONS:
        found += _passage(key, sections.get(key) or "", _phrases_in(f"sections.{key}", wanted))
    return tuple(found or _passage("title", document.get("title") or "", _phrases_in("title", wanted)))


def _phrases_in(field: str, wanted: Wanted) -> list[str]:
    return [phrase for phrase, fields in wanted if not fields or field in fields]


def _passage(section: str, text: str, phrases: Sequence[str]) -> list[Snippet]:
    """Return the passage of the text with most of the phrases, or nothing when it holds none."""
    if not text or not phrases:
        return []
    plain = normalise(text)
    phrases = [phrase for phrase in phrases if phrase in plain]
    if not phrases:
        return []
    plain, offsets = normalise_with_offsets(text)
    spots = _best(sorted(_spots(plain, phrases)))
    if not spots:
        return []
    first, last = max(0, spots[0][0] - CONTEXT), min(len(plain), max(end for _, end, _ in spots) + CONTEXT)
    start, end = _printed(text, offsets, first, last)
    marks = _joined([_printed(text, offsets, left, right) for left, right, _ in spots])
    return [Snippet(section, text[start:end], tuple((left - start, right - start) for left, right in marks))]


def _spots(plain: str, phrases: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    for phrase in phrases:
        at = plain.find(phrase)
        while at >= 0:
            yield at, at + len(phrase), phrase
            at = plain.find(phrase, at + len(phrase))


def _best(spots: Sequence[tuple[int, int, str]]) -> Sequence[tuple[int, int, str]]:
    """Return the spots of the passage with most different phrases, then most spots, then the first."""
    best: Sequence[tuple[int, int, str]] = ()
    best_score = (0, 0)
    right = 0
    for left, (start, _, _) in enumerate(spots):
        right = max(right, left + 1)
        while right < len(spots) and spots[right][1] - start <= _WIDEST:
            right += 1
        if (right - left) <= best_score[1] and best_score[0] == 1:
            continue
        passage = spots[left:right]
        score = (len({phrase for _, _, phrase in passage}), len(passage))
        if score > best_score:
            best, best_score = passage, score
    return best


def _printed(text: str, offsets: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return where the normalised characters `[start, end)` were printed, white space at the end aside."""
    while end < len(offsets) - 1 and offsets[end] == offsets[end - 1]:
        end += 1  # one printed character became several: all of it is marked
    left, right = offsets[start], offsets[end]
    edge = _EDGE.search(text, left, right)
    return left, edge.start() if edge else right


def _joined(marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
