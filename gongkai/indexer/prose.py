"""Which figures does a report without tables state in its prose? Before 2019 that is where most numbers stand.

Only four, each by its name in the list of 2014, and only where all sentences that speak of it agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gongkai.indexer.claims import find_claims
from gongkai.indexer.fold import fold
from gongkai.indexer.old_lists import figures_of_the_year
from gongkai.indexer.published import ITEMS, published
from gongkai.indexer.sections import Layout
from gongkai.indexer.sentences import Kind, sentences, without_parts
from gongkai.mappings.form_2014 import LIST_2014
from gongkai.report import Figure, Number, State

__all__ = ["LAST_YEAR_OF_PROSE", "prose_figures"]

LAST_YEAR_OF_PROSE = 2018
_NAMES = {
    Kind.RECEIVED: LIST_2014 + "requests.received",
    Kind.REVIEW: LIST_2014 + "review.total",
    Kind.LITIGATION: LIST_2014 + "litigation.total",
}


def prose_figures(text: str, layout: Layout, year: int, scope: str | None, agency: str | None = None) -> dict[str, Figure]:
    """Return the figures that the sections of a page without tables state, or a list of its own; `text` is the page's."""
    starts = {key: ranges[0][0] for key, ranges in layout.ranges.items()}
    sections = {key: text[ranges[0][0] : ranges[0][1]] for key, ranges in layout.ranges.items()}
    stated: dict[str, dict[int, tuple[int, int, str]]] = {}
    for name, value, section, start, end in _stated(sections, year, scope, agency):
        stated.setdefault(name, {}).setdefault(value, (starts[section] + start, starts[section] + end, "sentence"))
    for name, value, start, end in figures_of_the_year(text, year):
        stated.setdefault(name, {}).setdefault(value, (start, end, "label"))
    return {name: _figure(name, text, *one) for name, values in stated.items() if len(values) == 1 for one in values.items()}


def _stated(
    sections: Mapping[str, str], year: int, scope: str | None, agency: str | None
) -> Iterator[tuple[str, int, str, int, int]]:
    for claim in find_claims(sections, year, scope, agency):
        if claim.kind in _NAMES and not claim.handled and not claim.included:
            yield _NAMES[claim.kind], claim.value, claim.section, claim.start, claim.end
    of_sections = [one for one, _ in sentences(sections, year, scope, agency) if one.section in ("overview", "proactive")]
    for claim in without_parts(published(of_sections)):
        yield LIST_2014 + "proactive.items_published", claim.value, claim.section, claim.start, claim.end


def _figure(name: str, text: str, value: Number, place: tuple[int, int, str]) -> Figure:
    """Return the figure where its number is printed; a number in words, or that there was none, is the sentence."""
    start, end, basis = place
    printed = re.compile(rf"(?<![\d.,]){value:,}(?=\s*(?:{ITEMS}|项))|(?<![\d.,]){value}(?=\s*(?:{ITEMS}|项))").search(
        fold(text[start:end])
    )
    if printed:
        start, end = start + printed.start(), start + printed.end()
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    return Figure(name, value, State.READ, raw.strip(), (start, start + len(raw.strip())), basis)
