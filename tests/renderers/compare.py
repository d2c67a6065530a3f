"""How does a report that was read differ from the facts that were printed?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.report import Report
from gongkai.sample.facts import Facts
from gongkai.text import normalise, normalise_all

from .rendering import Promise, Rendering

__all__ = ["Difference", "Score", "differences", "score"]

_SENTENCE = re.compile(r"[^。；\n]+")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that came out otherwise; `kind` is wrong, missed, metadata, section or no report."""

    kind: str
    name: str
    expected: object
    got: object


@dataclass(slots=True)
class Score:
    """How many cells came out right, wrong and missed; the same for cells that do not print zero."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    nonzero_right: int = 0
    nonzero_wrong: int = 0
    nonzero_missed: int = 0

    def add(self, other: Score) -> None:
        """Add the counts of another report."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def score(facts: Facts, report: object) -> Score:
    """Count the cells. A null where nothing was printed is right, a number there is wrong."""
    counts = Score()
    for name, expected in facts.figures.items():
        got = report.value(name) if isinstance(report, Report) else None
        verdict = "right" if got == expected else "missed" if got is None else "wrong"
        setattr(counts, verdict, getattr(counts, verdict) + 1)
        if expected != 0:
            setattr(counts, f"nonzero_{verdict}", getattr(counts, f"nonzero_{verdict}") + 1)
    return counts


def differences(facts: Facts, report: object, rendering: Rendering) -> Iterator[Difference]:
    """Yield what breaks the promises of the rendering, wrong numbers first."""
    if not isinstance(report, Report):
        yield Difference("no report", "", facts.title, getattr(report, "reason", report))
        return
    yield from _figures(facts, report, rendering)
    expected = {
        "title": facts.title,
        "agency": facts.agency.name,
        "year": facts.year,
        "published": facts.published.isoformat(),
    }
    for name in sorted(rendering.metadata):
        got = getattr(report, name)
        if (normalise(got or "") if name == "title" else got) != expected[name]:
            yield Difference("metadata", name, expected[name], got)
    yield from _sections(facts, report, rendering)


def _figures(facts: Facts, report: Report, rendering: Rendering) -> Iterator[Difference]:
    foreign = sorted(name for name, figure in report.figures.items() if figure.value is not None and name not in facts.figures)
    for name in foreign:
        yield Difference("wrong", name, None, report.value(name))
    missed = []
    for name, expected in facts.figures.items():
        got = report.value(name)
        if got is not None and got != expected and not (expected is None and _is_its_sum(name, got, facts)):
            yield Difference("wrong", name, expected, got)
        elif got != expected:
            state = report.figures[name].state.value if name in report.figures else "absent"
            missed.append(Difference("missed", name, expected, state))
    if rendering.promise is Promise.EXACT:
        yield from missed


def _is_its_sum(name: str, got: object, facts: Facts) -> bool:
    """Tell whether a total that was left empty is read as the sum of its row: a page's number may stand there and be just that."""
    row, _, column = name.rpartition(".")
    cells = [value for other, value in facts.figures.items() if other.rpartition(".")[0] == row and other != name]
    return column == "total" and None not in cells and got == sum(value for value in cells if value is not None)


def _sections(facts: Facts, report: Report, rendering: Rendering) -> Iterator[Difference]:
    if rendering.folded:
        return
    printed = [(section, sentence) for section, text in facts.sections.items() for sentence in _SENTENCE.findall(text)]
    normal = normalise_all([*report.sections.values(), *(sentence for _, sentence in printed)])
    texts = dict(zip(report.sections, normal, strict=False))
    if not rendering.sections:
        texts = dict.fromkeys(facts.prose, "\n".join(texts.values()))
    for (section, sentence), plain in zip(printed, normal[len(report.sections) :], strict=True):
        if plain not in texts.get(section, ""):
            yield Difference("section", section, sentence, [key for key, other in texts.items() if plain in other])
