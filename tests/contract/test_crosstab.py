"""Tables held against an independent count over the exported JSON lines, exactly, on every engine."""

from __future__ import annotations

import json
import random
import statistics
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from contract.conftest import ENGINES
from contract.documents import incoming
from contract.random_corpus import DECIMAL, document, tree
from gongkai.errors import BadQuery
from gongkai.mappings.ratios import RATIOS
from gongkai.search.crosstab import Crosstab, Table, crosstab
from gongkai.search.engine import Engine
from gongkai.search.query import AllOf, Phrase, Query
from gongkai.search.render import dumps

RECEIVED = "requests.received.total"
APPLICANTS = (
    "natural_person commercial_enterprise research_institution social_organization legal_service_organization other total".split()
)
DENIED = (
    "state_secret prohibited_by_law security_or_stability third_party_rights internal_affairs deliberative_process "
    "enforcement_file administrative_inquiry"
).split()
LEAVES = [
    *("granted", "partially_granted"),
    *(f"denied.{name}" for name in DENIED),
    *(f"unavailable.{name}" for name in ("not_held", "requires_creation", "unclear_after_correction")),
    *(f"not_processed.{name}" for name in ("petition_or_complaint", "repeat_request", "published_material")),
    *(f"not_processed.{name}" for name in ("excessive_requests", "confirm_or_reissue")),
    *(f"other.{name}" for name in ("correction_overdue", "fee_overdue", "other")),
]
SECTIONS = "preamble overview proactive requests review problems other".split()
SHOWS = ("value", "mean", "min", "max", "median", "share_of_row", "share_of_column", "share_of_all")


def made_up(number: int) -> dict[str, Any]:
    """Return a report of the form of 2019 or 2021 with most figures of a few rows of table three."""
    chance = random.Random(f"crosstab {number}")
    report = document(chance, f"crosstab {number}")
    is_old = chance.random() < 0.4
    rows = ["received", *chance.sample(LEAVES[:18], 5), "processed", "denied.state_secret"]
    rows += ["other.subtotal"] if is_old else ["other.other"]
    figures = {
        f"requests.{row}.{who}": chance.choice((0, 1, 3, 40)) for row in rows for who in APPLICANTS if chance.random() < 0.8
    }
    report["form"] = "2019" if is_old else "2021"
    report["figures"] = report["figures"] | figures
    return report


@pytest.fixture(params=sorted(ENGINES), scope="module")
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine that holds 120 made-up reports, only to be read from."""
    for engine in ENGINES[request.param](tmp_path_factory.mktemp("library")):
        engine.write([incoming(made_up(number)) for number in range(120)])
        yield engine


# -- the independent count: plain loops over the exported lines ---------------------------------------
def exported(engine: Engine, query: Query) -> list[dict[str, Any]]:
    return [json.loads(dumps(line), parse_float=Decimal) for line in engine.export(query)]


def keys_of(line: dict[str, Any], axis: str) -> list[Any]:
    if axis in ("finding", "fault"):
        name = {"finding": "code", "fault": "fault"}[axis]
        return sorted({finding[name] for finding in line["findings"]}) or [None]
    return [line[axis]]


def group_rows(group: str) -> list[str]:
    leaves = [leaf for leaf in LEAVES if leaf.split(".")[0] == group]
    return [*leaves, "other.subtotal"] if group == "other" else leaves


def choices(axis: str) -> list[str]:
    groups = ["granted", "partially_granted", "denied", "unavailable", "not_processed", "other"]
    return {"outcome": LEAVES, "outcome_group": groups, "applicant": APPLICANTS}[axis]


def printed(line: dict[str, Any], axes: tuple[str, ...], point: dict[str, Any], measure: str | None) -> list[Any]:
    """Return the figures of the report that count at the point of table three's axes."""
    who = point.get("applicant", "total")
    if "outcome" in axes:
        names = [f"requests.{leaf}.{who}" for leaf in ([point["outcome"]] if "outcome" in point else LEAVES)]
    elif "outcome_group" in axes:
        groups = [point["outcome_group"]] if "outcome_group" in point else choices("outcome_group")
        names = [f"requests.{row}.{who}" for group in groups for row in group_rows(group)]
    elif "applicant" in axes:
        names = [f"{(measure or RECEIVED).rpartition('.')[0]}.{who}"]
    else:
        names = [str(measure)]
    return [line["figures"][name] for name in names if line["figures"].get(name) is not None]


def points(line: dict[str, Any], axes: tuple[str, ...]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [{}]
    for axis in axes:
        keys = choices(axis) if axis in ("outcome", "outcome_group", "applicant") else keys_of(line, axis)
        found = [{**point, axis: key} for point in found for key in keys]
    return found


def counted(lines: list[dict[str, Any]], asked: Crosstab, axes: tuple[str, ...]) -> dict[tuple[Any, ...], dict[str, Any]]:
    """Return keys → value, reports, missing, mean, min, max, median."""
    values: dict[tuple[Any, ...], list[Any]] = {}
    for line in lines:
        for point in points(line, axes):
            here = values.setdefault(tuple(point[axis] for axis in axes), [])
            if asked.measure is None and not {"outcome", "outcome_group", "applicant"} & set(asked.axes):
                here.append(1)
            else:
                parts = printed(line, asked.axes, point, None if asked.measure is None else str(asked.measure))
                here.append(sum(parts) if parts else None)
    found = {}
    for keys, all_values in values.items():
        known = [value for value in all_values if value is not None]
        found[keys] = {"value": sum(known) if known else None, "reports": len(known), "missing": len(all_values) - len(known)}
        found[keys] |= {
            "mean": round(float(sum(known)) / len(known), 6) if known else None,
            "min": min(known, default=None),
            "max": max(known, default=None),
            "median": statistics.median(map(Decimal, known)) if known else None,
        }
    return found


def share(part: Any, whole: Any) -> float | None:
    return round(float(part) / float(whole), 4) if part is not None and whole else None


def hold_against(engine: Engine, query: Query, asked: Crosstab) -> Table:
    """Compare every cell, every total and every share with the count over the exported lines."""
    table = crosstab(engine, query, asked)
    lines = exported(engine, query)
    depth = len(asked.rows)
    by_row = counted(lines, asked, asked.rows)
    by_column = counted(lines, asked, asked.axes[depth:])
    total = counted(lines, asked, ())
    whole = total.get((), {}).get("value")
    expected = counted(lines, asked, asked.axes)
    assert {cell.keys for cell in table.cells} == expected.keys()
    parts = [(table.cells, expected)]
    if asked.totals:
        parts += [(table.row_totals, by_row if asked.columns else {}), (table.column_totals, by_column if asked.columns else {})]
        assert table.total is not None
        parts += [([table.total], total)] if lines else []
    for cells, wanted in parts:
        assert len(cells) == len(wanted)
        for cell in cells:
            found = wanted[cell.keys]
            assert (cell.value, cell.reports, cell.missing) == (found["value"], found["reports"], found["missing"]), cell
            for name in asked.shows:
                if not name.startswith("share"):
                    assert cell.show(name) == found[name], (name, cell)
    for cell in table.cells:
        row = by_row[cell.keys[:depth]]["value"]
        column = by_column[cell.keys[depth:]]["value"] if asked.columns else whole
        shares = {"share_of_row": row, "share_of_column": column, "share_of_all": whole}
        for name in set(asked.shows) & shares.keys():
            assert cell.show(name) == share(cell.value, shares[name]), (name, cell)
    return table


@pytest.mark.parametrize(
    ("rows", "columns", "measure"),
    [
        (("province",), None, None),
        (("province", "level"), "year", None),
        (("province",), "year", RECEIVED),
        (("agency", "finding"), "fault", RECEIVED),
        (("level",), "year", DECIMAL),
        (("outcome",), "year", None),
        (("outcome", "applicant"), "year", None),
        (("outcome_group",), "applicant", None),
        (("outcome_group", "applicant"), "finding", None),
        (("province",), "outcome_group", None),
        (("year", "outcome"), "applicant", None),
        (("applicant",), "year", None),
        (("applicant",), None, "requests.processed.total"),
    ],
)
def test_a_table_is_what_the_exported_lines_say(
    library: Engine, rows: tuple[str, ...], columns: str | None, measure: str | None
) -> None:
    is_count = measure is None and not {"outcome", "outcome_group", "applicant"} & {*rows, columns}
    shows = tuple(name for name in SHOWS if not is_count or name == "value" or name.startswith("share"))
    table = hold_against(library, Query(), Crosstab(rows, columns, measure, shows, totals=True))
    assert any(cell.value for cell in table.cells)


def test_outcomes_by_applicant_and_year_in_one_table(library: Engine) -> None:
    table = hold_against(library, Query(), Crosstab(("outcome", "applicant"), "year"))
    years = {line["year"] for line in exported(library, Query())}
    assert len(table.cells) == 21 * 7 * len(years)
    assert [cell.keys[0] for cell in table.cells[:: 7 * len(years)]] == LEAVES  # in printed order


def test_random_queries_and_tables(library: Engine) -> None:
    chance = random.Random("tables")
    texts = [text for line in exported(library, Query()) for text in line["sections"].values()]
    for _ in range(25):
        axes = chance.sample(
            ["province", "year", "level", "finding", chance.choice(["outcome", "outcome_group"]), "applicant"], 3
        )
        size = chance.choice((1, 2))
        measure = None if {"outcome", "outcome_group"} & set(axes) else RECEIVED
        asked = Crosstab(tuple(axes[:size]), chance.choice((None, axes[2])), measure, chance.choice((SHOWS, ("value",))), True)
        if measure is None and not {"outcome", "outcome_group", "applicant"} & set(asked.axes):
            continue
        hold_against(library, Query(tree(chance, texts)), asked)


def test_sections_are_an_axis(shelf: Engine) -> None:
    said = crosstab(shelf, Query(Phrase("三审")), Crosstab(("section",), "province", None, ("value",), True))
    assert [(cell.keys, cell.value) for cell in said.cells] == [
        (("overview", "甘肃省"), 2),
        (("proactive", "重庆市"), 1),
        (("problems", "甘肃省"), 1),
    ]
    assert said.total is not None
    assert (said.total.value, [cell.value for cell in said.row_totals]) == (4, [2, 1, 1])  # one says it in its title only
    there = crosstab(shelf, Query(), Crosstab(("section",), None, None))
    assert {cell.keys[0]: cell.value for cell in there.cells} == {
        "preamble": 1,
        "overview": 3,
        "proactive": 1,
        "requests": 1,
        "problems": 3,
        "other": 1,
    }
    inside = crosstab(shelf, Query(Phrase("三审", ("sections.overview",))), Crosstab(("section",), None, RECEIVED))
    assert [(cell.keys, cell.value, cell.reports) for cell in inside.cells] == [(("overview",), 10, 2)]


def test_a_share_of_the_form_by_three_axes(library: Engine) -> None:
    ratio = RATIOS["natural_person_share"]
    table = crosstab(library, Query(), Crosstab(("level", "province"), "year", ratio, ("value", "missing"), totals=True))
    names = ("requests.received.natural_person", "requests.received.total")
    found: dict[tuple[Any, ...], list[Any]] = {}
    for line in exported(library, Query()):
        figures = [line["figures"].get(name) for name in names]
        cell = found.setdefault((line["level"], line["province"], line["year"]), [0, 0, 0, 0])
        if None in figures:
            cell[3] += 1
        else:
            cell[0], cell[1], cell[2] = cell[0] + figures[0], cell[1] + figures[1], cell[2] + 1
    assert {cell.keys: [cell.above, cell.below, cell.reports, cell.missing] for cell in table.cells} == found
    for cell in table.cells:
        assert cell.value == (None if (cell.below or 0) < 30 else share(cell.above, cell.below))
    assert table.total is not None
    assert table.total.reports == sum(cell[2] for cell in found.values())


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        (Crosstab(("provnice",)), "province"),
        (Crosstab(("outcome",), "outcome_group"), "once"),
        (Crosstab(("year", "year")), "once"),
        (Crosstab(("outcome",), None, RECEIVED), "leave out the measure"),
        (Crosstab(("applicant",), None, "review.total"), "review.total"),
        (Crosstab(("year",), None, None, ("median",)), "median"),
        (Crosstab(("applicant",), None, RATIOS["granted_share"]), "granted_share"),
        (Crosstab(("year",), None, RATIOS["granted_share"], ("mean",)), "mean"),
    ],
)
def test_a_broken_table_is_an_error(shelf: Engine, asked: Crosstab, part: str) -> None:
    with pytest.raises(BadQuery, match=part):
        crosstab(shelf, Query(AllOf()), asked)
