"""A branch of which one page tells the district, and another the city alone, is one agency: it is missing in none of the years of either."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from audit_reports import report
from command_line import answer
from test_audit_coverage import index_of

CITY: dict[str, Any] = {"province": "河北省", "city": "邢台市", "county": None, "adcode": "130500", "level": "prefectural"}
XIANGDU = {**CITY, "county": "襄都区", "adcode": "130502", "level": "county"}
XINDU = {**CITY, "county": "信都区", "adcode": "130503", "level": "county"}
COUNTY = {**CITY, "county": "邢台县", "adcode": "130521", "level": "county"}
YEARS = {2021: CITY, 2022: XIANGDU}


def lines_of(folder: Path, reports: list[dict[str, Any]], *options: str | Path) -> list[list[str]]:
    """Return the states of 2021 and 2022 of each agency."""
    cells = answer("coverage", *options, "--index", index_of(folder, reports), "--year", "2021..2022")["cells"]
    return [[cell["state"] for cell in cells[at : at + 2]] for at in range(0, len(cells), 2)]


@pytest.mark.parametrize(
    ("in_city", "in_district", "place", "count"),
    [
        ("邢台市公安局襄都分局", "邢台市公安局襄都分局", XIANGDU, 1),
        ("市公安局襄都区分局", "邢台市公安局襄都分局", XIANGDU, 1),
        ("邢台市公安局襄都分局", "襄都区公安分局", XIANGDU, 1),
        ("邢台市公安局桥东分局", "邢台市公安局桥东分局", XIANGDU, 1),  # as the district was called
        ("邢台市公安局襄都分局", "邢台市公安局信都分局", XINDU, 2),
        ("邢台市生态环境局襄都分局", "邢台市公安局襄都分局", XIANGDU, 2),
        ("邢台市公安局邢台分局", "邢台县公安分局", COUNTY, 2),  # the city's own
        ("邢台市公安局", "邢台市公安局襄都分局", XIANGDU, 2),
    ],
)
def test_a_branch_whose_district_one_page_tells(tmp_path: Path, in_city: str, in_district: str, place: Any, count: int) -> None:
    found = lines_of(tmp_path, [report(in_city, 2021, **CITY), report(in_district, 2022, **place)])
    assert len(found) == count
    assert found == [["published"] * 2] or "published" in found[0]


@pytest.mark.parametrize("line", ["邢台市公安局襄都分局", "邢台市公安局襄都区分局", "襄都区公安分局", "市公安局襄都分局"])
def test_a_rosters_line_has_the_reports_of_both_places(tmp_path: Path, line: str) -> None:
    (tmp_path / "roster.txt").write_text(f"{line}\n", encoding="utf-8")
    reports = [report("邢台市公安局襄都分局", year, **place) for year, place in YEARS.items()]
    assert lines_of(tmp_path, reports, "--of", tmp_path / "roster.txt") == [["published"] * 2]
