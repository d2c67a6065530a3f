"""How does a source become a report? Reads like a table of contents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from gongkai.indexer.agencies.metadata import Metadata, read_metadata
from gongkai.indexer.agencies.openings import Recall
from gongkai.indexer.checks import check_dates, check_encoding, check_figures, check_narrative, finding
from gongkai.indexer.contradictions import check_claims
from gongkai.indexer.dates.corrections import first_day_told, tells_that_it_corrects
from gongkai.indexer.dates.dates import year_in_title
from gongkai.indexer.dates.publication import UPDATE
from gongkai.indexer.expressions import keep_expressions
from gongkai.indexer.fold import fold, squeeze
from gongkai.indexer.gazetteer.jurisdiction import names_over_time
from gongkai.indexer.names.namesakes import is_of_several
from gongkai.indexer.page import Page, Source
from gongkai.indexer.prose.prose import LAST_YEAR_OF_PROSE, prose_figures
from gongkai.indexer.prose.prose_sections import Prose
from gongkai.indexer.prose.told_cells import printed_run, told_cells
from gongkai.indexer.readers import NoDocument, read_page
from gongkai.indexer.readers.mhtml import unwrapped
from gongkai.indexer.recognition.admission import why_no_report, why_silent
from gongkai.indexer.recognition.saved_pages import PART_OF_PAGE, is_beside_its_page
from gongkai.indexer.recognition.split import split_page, without_running_titles
from gongkai.indexer.sections.sections import Layout, find_sections
from gongkai.indexer.tables.figures import PageFigures, read_figures
from gongkai.mappings.agencies import agency_id
from gongkai.mappings.deadlines import is_early
from gongkai.mappings.too_late import CHANGED, CORRECTS, is_correction
from gongkai.report import SECTIONS, Finding, NotAReport, Report
from gongkai.text import normalise

__all__ = ["parse_source"]

_AROUND = " \t\r\n|"  # what may stand between a section's text and what is none of it

keep_expressions()  # all that the modules above compiled


def parse_source(source: Source, recall: Recall | None = None) -> list[Report | NotAReport]:
    """Return what the source holds; raise ParseError when it cannot be read.

    `recall` says what other reports of a host tell of its place (hosts.py).
    """
    source = unwrapped(source)
    try:
        page = read_page(source)
    except NoDocument:
        if is_beside_its_page(source.origin):
            return [NotAReport(source.origin, PART_OF_PAGE)]
        raise
    folded = fold(page.text)
    parts = split_page(page, folded)
    if len(parts) == 1:
        return [_parse_page(page, folded, source, recall)]
    named = ((part, replace(source, origin=f"{source.origin}#{n}")) for n, part in enumerate(parts, 1))
    return [_parse_page(part, fold(part.text), its_source, recall) for part, its_source in named]


def _parse_page(page: Page, folded: str, source: Source, recall: Recall | None) -> Report | NotAReport:
    whole, folded = folded, without_running_titles(folded)
    squeezed = squeeze(folded)
    figures = read_figures(squeezed, folded, page.tables)
    layout = find_sections(squeezed, folded, figures.tables)
    sections, plain = _section_texts((page.text, whole), layout, figures.spans)
    unread = "no_text_layer" in page.meta
    if not unread and (reason := why_silent(folded, figures, sections, source.content)):
        return NotAReport(source.origin, reason, says_nothing=True)
    if not unread and (reason := why_no_report(page, folded, layout, figures, sections, source.url)):
        return NotAReport(source.origin, reason)
    metadata = read_metadata(page, source, recall, whole)
    if metadata.year and metadata.year <= LAST_YEAR_OF_PROSE and not figures.tables:
        figures.figures |= prose_figures(page.text, layout, metadata.year, metadata.scope, metadata.agency)
    if run := printed_run(folded, figures.tables.get("proactive"), figures.figures):
        figures.figures |= told_cells(run, Prose(plain, metadata.year, metadata.scope, metadata.agency))
    first = _first_told(page, metadata, doubt := _doubt(page, metadata))
    return Report(
        source=source.origin,
        id=_digest(page, _title_apart(metadata), metadata.url or ""),
        title=metadata.title,
        agency=metadata.agency,
        year=metadata.year,
        published=metadata.published,
        url=metadata.url,
        form=figures.form,
        place=metadata.place,
        level=metadata.level,
        kind=metadata.kind,
        scope=metadata.scope,
        agency_id=_agency_id(metadata),
        of_several=_is_of_several(metadata),
        sections=sections,
        figures=figures.figures,
        extra_rows=tuple(figures.extra_rows),
        findings=tuple(_findings(page, figures, sections, plain, metadata, layout.headings, unread, doubt, first)),
        first_published=first,
        published_doubt=doubt,
        evidence=dict(metadata.evidence),
    )


def _agency_id(metadata: Metadata) -> str | None:
    place = metadata.place
    if metadata.agency is None:
        return None
    places = (place.province, place.city, place.county, place.town)
    return agency_id(metadata.agency, place.place_id, names_over_time(place.adcode, places))


def _is_of_several(metadata: Metadata) -> bool:
    unplaced = metadata.agency is not None and not metadata.place.adcode
    return unplaced and is_of_several(metadata.agency or "", metadata.level, metadata.kind)


def _section_texts(texts: Sequence[str], layout: Layout, spans: Iterable[tuple[int, int]]) -> list[dict[str, str]]:
    """Return the text of each section of the form, without what became figures, of the page as printed and as folded."""
    cuts, printed = sorted(spans), texts[0]
    pieces = {
        key: [piece for start, end in layout.ranges.get(key, []) for piece in _without(printed, start, end, cuts)]
        for key in SECTIONS
    }
    return [{key: "\n".join([text[at:end] for at, end in those]) for key, those in pieces.items()} for text in texts]


def _without(text: str, start: int, end: int, cuts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what is left of `[start, end)`, without white space and separators around it."""
    inside = [(low, high) for low, high in cuts if high > start and low < end]
    ends = [*(low for low, _ in inside), end]
    for begin, stop in zip([start, *(high for _, high in inside)], ends, strict=True):
        piece = text[begin : max(begin, stop)]
        if bare := piece.strip(_AROUND):
            first = begin + len(piece) - len(piece.lstrip(_AROUND))
            yield first, first + len(bare)


def _title_apart(metadata: Metadata) -> str:
    """Return the title where the page's text does not print it."""
    return "" if metadata.evidence.get("title") == "text" else metadata.title or ""


def _digest(page: Page, title: str, url: str) -> str:
    """Identify the page by what it says and where it stands on the web, wherever its file lies.

    A title that stands only in the head of the page's markup is said too: bodies with nothing to report print the same text.
    """
    said = [normalise(page.text)]
    if (named := normalise(title)) not in said[0]:
        said.insert(0, named)
    return hashlib.sha256("\n".join([*said, url]).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _findings(
    page: Page,
    figures: PageFigures,
    sections: Mapping[str, str],
    plain: Mapping[str, str],
    metadata: Metadata,
    headings: int,
    unread: bool,
    doubt: str | None,
    first: str | None,
) -> Iterable[Finding]:
    if unread:
        yield finding("L5", "文件没有文字层，正文和表格都无法读取（数字缺失，不等于零）。")
        return
    yield from check_encoding(page.text)
    yield from check_figures(figures.form, figures.figures, figures.tables, page.text, metadata.year)
    if figures.tables:  # without one there is nothing that the prose may contradict
        prose = Prose(plain, metadata.year, metadata.scope, metadata.agency)
        yield from check_claims(prose, sections, figures.figures)
    told = list(check_narrative(metadata.year, sections, plain, headings, titled=year_in_title(metadata.title or "")))
    yield from told
    of_two = any(one.code == "D3" for one in told)
    agency = (metadata.level, metadata.kind, metadata.place.adcode)
    first = first or (None if is_correction(metadata.title) else "")
    yield from check_dates(metadata.year, metadata.published, agency, doubt=doubt, of_two_years=of_two, first=first)


def _first_told(page: Page, metadata: Metadata, doubt: str | None) -> str | None:
    """Return the first day that the text of a correction prints, null without one that is likely."""
    if doubt != CORRECTS:  # it goes over the whole text
        return None
    year, published = metadata.year, metadata.published or ""
    is_next = year is not None and published.startswith(str(year + 1))  # else 1月20日 may be of either year
    day = first_day_told(page.text, year if is_next else None)
    is_likely = day and year and not is_early(day, year) and day <= published
    return day if is_likely else None


def _doubt(page: Page, metadata: Metadata) -> str | None:
    """Return why the report may have been out before the day that its page tells."""
    if metadata.published is None:
        return None
    if is_correction(metadata.title) or tells_that_it_corrects(page.text):
        return CORRECTS
    return CHANGED if metadata.evidence.get("published") == UPDATE else None
