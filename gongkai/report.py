"""What does one report hold? The types that the whole house shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

__all__ = [
    "SECTIONS",
    "Document",
    "Fault",
    "Figure",
    "Finding",
    "NotAReport",
    "Number",
    "Place",
    "Prepare",
    "Report",
    "State",
]

Number = int | Decimal
Document = Mapping[str, Any]
"""A report as JSON has it: a line of `parse`."""
Prepare = Callable[[Document, bytes | None], tuple[Document, object]]
"""What worker processes do of an engine's writing, given a document and its page: what is left of the document, and what was made of it."""

SECTIONS: dict[str, str] = {
    "preamble": "前言",
    "overview": "总体情况",
    "proactive": "主动公开政府信息情况",
    "requests": "收到和处理政府信息公开申请情况",
    "review": "行政复议、行政诉讼情况",
    "problems": "存在的主要问题及改进情况",
    "other": "其他需要报告的事项",
}
"""Section keys in the order of the official form, with their Chinese names (forms.md §2)."""


class State(StrEnum):
    """How a figure came to its value; all but the first two have no value."""

    READ = "read"
    INFERRED = "inferred"  # printed digits whose split or place only the identities decide
    BLANK = "blank"  # the cell is there and empty, or holds -, /, — or 无
    MISSING = "missing"  # the row or the table is not on the page
    ILLEGIBLE = "illegible"  # digits are there, but no single reading of them holds


class Fault(StrEnum):
    """Who is likelier wrong when a finding is raised."""

    SOURCE_ERROR = "source_error"
    PARSER_SUSPECT = "parser_suspect"
    UNDECIDED = "undecided"


class Figure(NamedTuple):  # a report has 250: made in a third of the time that a frozen dataclass takes
    """One number of the official form.

    `span` is the half-open range of characters in the page's text where it was printed; `raw` is
    that text. `value` is null in the states blank, missing and illegible, never zero. `ruled_out` are the other
    values that the same characters allow, and that identities or neighbouring rows excluded.
    """

    name: str
    value: Number | None
    state: State
    raw: str = ""
    span: tuple[int, int] | None = None
    basis: str = ""  # label | count | order | identity | sentence: what backs the reading
    ruled_out: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement about a report: an identity that fails, a contradiction, a lost table."""

    code: str
    message: str
    figures: tuple[str, ...] = ()
    evidence: str = ""
    fault: Fault = Fault.UNDECIDED


@dataclass(frozen=True, slots=True)
class Place:
    """Where an agency sits, as of the report's year; every part is null when unknown.

    `adcode` has six digits, GB/T 2260; `adcode_now` are the codes of the same place today, several when it was split;
    `place_id` is the code that joins a place over the years, whatever it was called.
    """

    province: str | None = None
    city: str | None = None
    county: str | None = None
    town: str | None = None
    zone: str | None = None
    adcode: str | None = None
    adcode_now: tuple[str, ...] = ()
    place_id: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One annual report, read."""

    source: str
    id: str
    title: str | None = None
    agency: str | None = None
    year: int | None = None
    published: str | None = None  # ISO date
    url: str | None = None
    form: str | None = None  # "2021", "2019", "2014"
    place: Place = field(default_factory=Place)
    level: str | None = None
    kind: str | None = None
    scope: str | None = None  # "agency", "government_consolidated"
    agency_id: str | None = None  # place, town and the agency's name, all its spellings alike
    of_several: bool = False  # its place is unknown, and agencies of several are called so
    sections: dict[str, str] = field(default_factory=dict)  # SECTIONS key → text
    figures: dict[str, Figure] = field(default_factory=dict)
    extra_rows: tuple[dict[str, object], ...] = ()
    findings: tuple[Finding, ...] = ()
    first_published: str | None = None  # the day on which the text of a correction says that the report was first out
    published_doubt: str | None = None  # why it may have been out before: "date", the page was changed then; "first", it corrects
    evidence: dict[str, str] = field(default_factory=dict)  # metadata field → what it rests on

    @property
    def report_key(self) -> str | None:
        """Place, agency (all its spellings alike), scope and year; null when agency or year is unknown, or `of_several`."""
        if self.agency_id is None or self.year is None or self.of_several:
            return None
        return "/".join((self.place.adcode or "-", self.agency_id.partition("/")[2], self.scope or "-", str(self.year)))

    def value(self, name: str) -> Number | None:
        """Return the figure's value, or null when it has none."""
        figure = self.figures.get(name)
        return figure.value if figure else None


@dataclass(frozen=True, slots=True)
class NotAReport:
    """A page that is no annual report, and why; `says_nothing` when it tells nothing of what lay at its address before."""

    source: str
    reason: str
    says_nothing: bool = False  # the server failed, or the crawler
