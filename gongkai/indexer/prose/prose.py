"""Which figures does a report without tables state in its prose? Before 2019 that is where most numbers stand.

Requests, items published, reviews and lawsuits, fees, staff, meetings and ways: each by its name in the list of 2014,
and only where all sentences that speak of it agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gongkai.indexer.dates.periods import is_of_no_year
from gongkai.indexer.fold import fold
from gongkai.indexer.prose.claimed import Kind, without_parts
from gongkai.indexer.prose.claims import find_claims, some_came
from gongkai.indexer.prose.in_words import with_digits
from gongkai.indexer.prose.local_tables import without_rows
from gongkai.indexer.prose.measures.answers import answers
from gongkai.indexer.prose.measures.capacity import capacity, staff
from gongkai.indexer.prose.measures.channels import published_by, requested_by
from gongkai.indexer.prose.measures.charges import charges
from gongkai.indexer.prose.measures.closings import closed
from gongkai.indexer.prose.measures.published import ITEMS, published
from gongkai.indexer.prose.measures.short_lists import printed_in_rows
from gongkai.indexer.prose.measures.stock_replies import stock_replies
from gongkai.indexer.prose.measures.ways_of_items import ways_of_items
from gongkai.indexer.prose.ownership.taken_back import without_taken_back
from gongkai.indexer.prose.ownership.told_elsewhere import counts_requests
from gongkai.indexer.prose.prose_sections import Prose
from gongkai.indexer.prose.sentences import Sentence
from gongkai.indexer.prose.told import Told, Topical, with_headings
from gongkai.indexer.sections.sections import Layout
from gongkai.indexer.tables.lists.old_lists import figures_of_the_year
from gongkai.mappings.form_2014 import LIST_2014
from gongkai.report import Figure, Number, State

__all__ = ["LAST_YEAR_OF_PROSE", "prose_figures"]

LAST_YEAR_OF_PROSE = 2018
_UNITS = "项|名|位|人|个|处|次|场|期|篇|万?元"
_NAMES = {
    Kind.RECEIVED: LIST_2014 + "requests.received",
    Kind.REVIEW: LIST_2014 + "review.total",
    Kind.LITIGATION: LIST_2014 + "litigation.total",
}


class _Place(NamedTuple):
    """Where a figure is told, what tells it, and its number as printed (empty: in words, or that there was none)."""

    start: int
    end: int
    basis: str
    printed: str


def prose_figures(text: str, layout: Layout, year: int, scope: str | None, agency: str | None = None) -> dict[str, Figure]:
    """Return the figures that the sections of a page without tables state, or a list of its own; `text` is the page's."""
    folded = fold(text)
    if is_of_no_year(folded):
        return {}
    found = _figures(text, text, layout, year, scope, agency)
    rows = printed_in_rows(folded) if found else {}
    found = {name: one for name, one in found.items() if name not in rows or one.value in rows[name]}
    if (sentences_only := without_rows(text, folded, year)) == text:
        return found
    # What the rows of a small table say as well is known of the sentences alone, and only where no row says otherwise.
    told = _figures(text, sentences_only, layout, year, scope, agency)
    return {name: one for name, one in told.items() if name in found and found[name].value == one.value}


def _figures(text: str, prose: str, layout: Layout, year: int, scope: str | None, agency: str | None) -> dict[str, Figure]:
    """Return the figures that the sections of `prose` state, as long as the page's `text`, and those of its list."""
    starts = {key: ranges[0][0] for key, ranges in layout.ranges.items()}
    sections = {key: fold(prose[ranges[0][0] : ranges[0][1]]) for key, ranges in layout.ranges.items()}
    read = Prose(sections, year, scope, agency)
    said = list(read.sentences())
    stated: dict[str, dict[Number, _Place]] = {}
    for name, value, section, start, end in _stated(read, said):
        place = _Place(starts[section] + start, starts[section] + end, "sentence", str(value))
        stated.setdefault(name, {}).setdefault(value, place)
    for one in _told(list(with_headings(said)), {name: set(values) for name, values in stated.items()}):
        place = _Place(starts[one.section] + one.start, starts[one.section] + one.end, "sentence", one.printed)
        stated.setdefault(one.name, {}).setdefault(one.value, place)
    for name, value, start, end in figures_of_the_year(text, year):
        stated.setdefault(name, {}).setdefault(value, _Place(start, end, "label", str(value)))
    return {name: _figure(name, text, *one) for name, values in stated.items() if len(values) == 1 for one in values.items()}


def _told(said: Sequence[Topical], known: Mapping[str, set[Number]]) -> list[Told]:
    """Return what the sentences tell of fees, staff, meetings and ways, given the figures `known` of the four."""
    return [
        *stock_replies(said, known),
        *charges(said),
        *staff(said),
        *capacity(said),
        *requested_by(said, known),
        *closed(said, known),
        *answers(said),
        *published_by(said, known),
        *ways_of_items(said, known),
    ]


def _stated(read: Prose, said: Sequence[tuple[Sentence, Sentence | None]]) -> Iterator[tuple[str, int, str, int, int]]:
    claims = list(find_claims(read))
    # 未收到申请 beside 其中网上申请3件: nobody knows how many
    unsure = any(one.kind is Kind.RECEIVED and not one.value for one in claims) and (
        some_came(read, asked=True)
        or any(
            counts_requests(with_digits("".join(read.folded[section].split())), of_requests=section == "requests")
            for section in ("overview", "requests")
        )
    )
    for claim in claims:
        if claim.kind in _NAMES and not (claim.handled or claim.included or (unsure and claim.kind is Kind.RECEIVED)):
            yield _NAMES[claim.kind], claim.value, claim.section, claim.start, claim.end
    of_sections = [one for one, _ in said if one.section in ("overview", "proactive")]
    for claim in without_taken_back(without_parts(published(of_sections)), read):
        yield LIST_2014 + "proactive.items_published", claim.value, claim.section, claim.start, claim.end


def _figure(name: str, text: str, value: Number, place: _Place) -> Figure:
    """Return the figure where its number is printed; a number in words, or that there was none, is the sentence."""
    start, end, basis, digits = place
    amount = re.escape(f"{int(digits):,}") if digits.isdigit() else re.escape(digits)
    printed = digits and re.search(
        rf"(?<![\d.,])(?:{amount}|{re.escape(digits)})(?=\s*(?:{ITEMS}|{_UNITS}))", fold(text[start:end])
    )
    if printed:
        start, end = start + printed.start(), start + printed.end()
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    return Figure(name, value, State.READ, raw.strip(), (start, start + len(raw.strip())), basis)
