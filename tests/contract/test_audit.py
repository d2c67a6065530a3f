"""The contract is enough for audits: the same coverage, comparisons and shares on every engine."""

from __future__ import annotations

from datetime import date

from audit_reports import as_printed, report

from contract.documents import incoming
from gongkai.audit.coverage import coverage, publications
from gongkai.audit.lateness import first_told, told_apart, versions_in
from gongkai.audit.rosters.roster import from_corpus
from gongkai.audit.rows import rows_in, rows_of
from gongkai.audit.trend import trends
from gongkai.audit.years import FIGURES, across_years
from gongkai.mappings.ratios import RATIOS
from gongkai.search.engine import Engine
from gongkai.search.query import Query

RATIO = RATIOS["not_held_share"]
FORWARD, OVER, FEES = "requests.carried_forward.total", "requests.carried_over.total", "proactive.fees.amount_wan_yuan"
D2 = {"code": "D2", "message": "逾期。", "figures": [], "evidence": "", "fault": "source_error"}
DOCUMENTS = [
    report("白银区财政局", 2021, figures={FORWARD: 1, RATIO.above[0]: 10, RATIO.below[0]: 40, FEES: 0.5}),
    report("区财政局", 2022, figures={OVER: 2, RATIO.above[0]: 10, RATIO.below[0]: 30, FEES: 120.25}, published="2023-02-03"),
    report("白银区水利局", 2021, figures={FORWARD: 0, RATIO.above[0]: 3}),
    report("白银区水利局", 2022, figures={OVER: 0}),
    report("白银区水利局", 2022, 2, figures={OVER: 0, FORWARD: 0}, published="2023-05-01", findings=[D2]),
]


def test_an_audit_says_the_same_on_every_engine(engine: Engine) -> None:
    engine.write([incoming(document) for document in DOCUMENTS])
    rows = list(rows_in(engine, Query(), as_printed, FIGURES))
    current = [document for document in DOCUMENTS if document is not DOCUMENTS[3]]
    assert sorted(rows, key=lambda row: row.id) == sorted(rows_of(current, as_printed, FIGURES), key=lambda row: row.id)
    found, tallies = across_years(rows)
    assert sorted((one.code, one.row.agency) for one in found) == [("Y1", "区财政局"), ("Y4", "区财政局")]
    assert (tallies["Y1"].assessed, tallies["Y1"].not_assessable) == (2, 12)
    days = publications(engine, (row.report_key for row in rows))
    assert list(days.values()) == [["2023-05-01", "2023-01-15"]]
    grid = coverage(from_corpus(rows), (2021, 2022, 2023), days, today=date(2024, 6, 1))
    assert {(line.expected.agency, year): cell.state.value for line, year, cell in grid.cells() if year != 2023} == {
        ("白银区水利局", 2021): "published",
        ("白银区水利局", 2022): "republished",
        ("区财政局", 2021): "published",
        ("区财政局", 2022): "late",
    }
    assert grid.counts()["missing"] == 2
    [excused] = [
        finding for document in told_apart(versions_in(engine), engine.export(Query())) for finding in document["findings"]
    ]
    assert excused["fault"] == "undecided"
    [trend] = trends(engine, Query(), None, RATIO).rows
    cells = [(year, cell.value, cell.above, cell.below, cell.reports, cell.missing) for year, cell in trend.points.items()]
    assert cells == [(2021, 0.25, 10, 40, 1, 1), (2022, 0.3333, 10, 30, 1, 1)]


def test_every_engine_keeps_the_first_day_that_a_correction_tells(engine: Engine) -> None:
    told = DOCUMENTS[4] | {"first_published": "2023-01-20"}
    engine.write([incoming(document) for document in (DOCUMENTS[3], told)])
    assert (engine.get(told["id"]) or {})["first_published"] == "2023-01-20"
    assert first_told(versions_in(engine)(told["report_key"])) == "2023-01-20"
    assert first_told([DOCUMENTS[3], DOCUMENTS[3] | {"first_published": "soon"}]) is None
