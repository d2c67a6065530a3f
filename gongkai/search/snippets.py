"""Where does a document say it? Passages on the report's own characters, the same for every engine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gongkai.report import SECTIONS
from gongkai.search.excerpts import excerpt_of
from gongkai.search.near import near_pairs, text_of
from gongkai.search.query import AllOf, AnyOf, Near, Phrase, Tree, Words
from gongkai.search.results import Snippet
from gongkai.text import HAN, normalise, normalise_with_offsets

__all__ = ["Occurrence", "Wanted", "marks_in", "occurrences_of", "snippets_of", "wanted_of", "words_of"]

_WIDEST = 120  # characters from the first mark of a passage to its last
_SIDE = 20  # characters beside an occurrence that decide about its place among others
_RUN = rf"[{HAN}]+|[^\W{HAN}]+"
_EDGE = re.compile("[\\s\u00ad\u200b\u200c\u200d\u2060\ufeff]*$")

Wanted = tuple[Phrase | Near, ...]
"""What is marked: normalised phrases, alone or near each other, and the text fields they were looked for in (none: all)."""

Spot = tuple[int, int, str]
"""(start, end, phrase) in a normalised text."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A phrase where it stands in one section (or the title)."""

    section: str
    printed: tuple[str, str, str]  # what stands before it, itself, what follows: the report's own characters
    beside: tuple[str, str]  # what stands before and behind it, normalised


def wanted_of(tree: Tree) -> Wanted:
    """Return the phrases that a document found by the tree may hold; what is under Not is none."""
    return tuple(dict.fromkeys(_wanted(tree)))


def _wanted(tree: Tree) -> Iterator[Phrase | Near]:
    match tree:
        case Phrase(text, fields):
            if plain := normalise(text):
                yield Phrase(plain, fields)
        case Near():
            yield replace(tree, first=normalise(tree.first), second=normalise(tree.second))
        case Words(text, fields):
            yield from (Phrase(word, fields) for word in words_of(text))
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


def snippets_of(document: Mapping[str, Any], wanted: Wanted, context: int = 40) -> tuple[Snippet, ...]:
    """Return the best passage of each section that holds a phrase; of the title when no section does.

    `context`: characters on both sides of the marks.
    """
    found: list[Snippet] = []
    for key in SECTIONS:
        name = f"sections.{key}"
        found += _passage(key, text_of(document, name), _wanted_in(name, wanted), context)
    return tuple(found or _passage("title", text_of(document, "title"), _wanted_in("title", wanted), context))


def occurrences_of(document: Mapping[str, Any], wanted: Wanted, context: int) -> Iterator[Occurrence]:
    """Yield every place where the document's title and sections say a phrase, in the order of the page."""
    beside = max(context, _SIDE)
    for key in ("title", *SECTIONS):
        name = key if key == "title" else f"sections.{key}"
        text, chosen = text_of(document, name), _wanted_in(name, wanted)
        if not text or not (spots := _spots(normalise(text), chosen)):
            continue
        plain, offsets = normalise_with_offsets(text)
        for start, end, _ in spots:
            left, right = _printed(text, offsets, start, end)
            first = _printed(text, offsets, max(0, start - context), start)[0]
            last = _printed(text, offsets, end, min(len(plain), end + context))[1]
            yield Occurrence(
                key,
                (text[first:left], text[left:right], text[right : max(right, last)]),
                (plain[max(0, start - beside) : start], plain[end : end + beside]),
            )


def marks_in(text: str, field: str, wanted: Wanted) -> list[tuple[int, int]]:
    """Return where the text of that field holds what is wanted, on its own characters."""
    chosen = _wanted_in(field, wanted)
    if not chosen or not (spots := _spots(normalise(text), chosen)):
        return []
    _, offsets = normalise_with_offsets(text)
    return _joined([_printed(text, offsets, start, end) for start, end, _ in spots])


def count_of(document: Mapping[str, Any], wanted: Wanted) -> int:
    """Return how many occurrences `occurrences_of` yields."""
    count = 0
    for name in ("title", *(f"sections.{key}" for key in SECTIONS)):
        if text := text_of(document, name):
            count += len(_spots(normalise(text), _wanted_in(name, wanted)))
    return count


def _wanted_in(field: str, wanted: Wanted) -> list[Phrase | Near]:
    return [one for one in wanted if not one.fields or field in one.fields]


def _passage(section: str, text: str, wanted: Sequence[Phrase | Near], context: int) -> list[Snippet]:
    """Return the passage of the text with most of the phrases, or nothing when it holds none."""
    if not text or not wanted or (excerpt := excerpt_of(text, wanted, context)) is None:
        return []
    if excerpt == (0, len(text)) and not _spots(normalise(text), wanted):
        return []  # in a sixth of the time
    text = text[slice(*excerpt)]
    plain, offsets = normalise_with_offsets(text)
    spots = _best(_spots(plain, wanted))
    if not spots:
        return []
    first, last = max(0, spots[0][0] - context), min(len(plain), max(end for _, end, _ in spots) + context)
    start, end = _printed(text, offsets, first, last)
    marks = _joined([_printed(text, offsets, left, right) for left, right, _ in spots])
    return [Snippet(section, text[start:end], tuple((left - start, right - start) for left, right in marks))]


def _spots(plain: str, wanted: Sequence[Phrase | Near]) -> list[Spot]:
    """Return where the text holds what is wanted, in its order; occurrences of a phrase that overlap count once."""
    spots: set[Spot] = set()
    for one in wanted:
        if isinstance(one, Near):
            spots |= {(start, end, plain[start:end]) for start, end in near_pairs(plain, one)}
            continue
        at = plain.find(one.text)
        while at >= 0:
            end = at + len(one.text)
            spots.add((at, end, one.text))
            at = plain.find(one.text, end)
    return sorted(spots)


def _best(spots: Sequence[Spot]) -> Sequence[Spot]:
    """Return the spots of the passage with most different phrases, then most spots, then the first."""
    best: Sequence[Spot] = ()
    best_score = (0, 0)
    kinds = len({phrase for _, _, phrase in spots})
    right = 0
    for left, (start, _, _) in enumerate(spots):
        right = max(right, left + 1)
        while right < len(spots) and spots[right][1] - start <= _WIDEST:
            right += 1
        if (right - left) <= best_score[1] and best_score[0] == kinds:
            continue  # no passage has more of them
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
