"""A query without a roster chooses agencies, never which of their reports count: nobody is missing for what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest
from audit_reports import report
from command_line import answer, run
from test_audit_coverage import index_of

SHELF = [
    report("白银区住房和城乡建设局", 2021),
    report("白银区住建局", 2022, level=None),
    report("白银区住房和城乡建设局", 2023),
    report("白银区住房和城乡建设局", 2024, level="prefectural"),
    report("白银区财政局", 2021),
    report("平川区财政局", 2024, county="平川区", adcode="620403"),
]


@pytest.mark.parametrize(
    "asked",
    [("--agency", "白银区住房和城乡建设局"), ("--agency", "白银区住建局"), ("--level", "prefectural"), ("白银区住建局",)],
)
def test_all_reports_of_the_agencies_that_are_chosen_count(tmp_path: Path, asked: tuple[str, ...]) -> None:
    cells = answer("coverage", *asked, "--index", index_of(tmp_path, SHELF), "--year", "2021..2024")["cells"]
    assert {cell["agency"][:3] for cell in cells} == {"白银区"}
    assert [(cell["year"], cell["state"]) for cell in cells] == [(year, "published") for year in range(2021, 2025)]


def test_the_years_are_those_of_all_reports_of_the_agencies(tmp_path: Path) -> None:
    found = answer("coverage", "--agency", "白银区住建局", "--index", index_of(tmp_path, SHELF))
    assert (found["years"], found["counts"]["missing"]) == ([2021, 2022, 2023, 2024], 0)


def test_a_place_that_was_renamed_is_one(tmp_path: Path) -> None:
    xingtai = {"province": "河北省", "city": "邢台市"}
    shelf = [
        report("任县财政局", 2019, county="任县", adcode="130526", **xingtai),
        report("任泽区财政局", 2021, county="任泽区", adcode="130505", **xingtai),
    ]
    index = index_of(tmp_path, shelf)
    cells = answer("coverage", "--county", "任泽区", "--index", index, "--year", "2019..2021")["cells"]
    assert [cell["state"] for cell in cells] == ["published", "missing", "published"]


def test_an_agency_whose_reports_may_be_elsewhere_is_shown_where_they_are_found(tmp_path: Path) -> None:
    town = {"town": "双桥镇", "level": "township", "kind": "government"}
    nowhere = dict.fromkeys(("province", "city", "county", "town", "adcode"))
    shelf = [report("双桥镇人民政府", 2021, **town), report("双桥镇人民政府", 2022, **{**town, **nowhere, "level": None})]
    index = index_of(tmp_path, shelf)
    cells = answer("coverage", "--level", "township", "--index", index, "--year", "2021..2022")["cells"]
    assert [cell.get("reason") or cell["state"] for cell in cells] == ["published", "unplaced_report"]


def test_nothing_found_is_said(tmp_path: Path) -> None:
    index = index_of(tmp_path, [{**report("白银区教育局", 2021), "agency": None}])
    assert "tell no agency: they are in no line" in run("coverage", "--index", index, status=1).stderr


# -- of a roster --------------------------------------------------------------------------------------
def states(tmp_path: Path, *asked: str, roster: str, status: int = 0) -> tuple[dict[str, list[str]], str]:
    """Return agency → states of 2021 to 2024, and what standard error says."""
    (tmp_path / "roster.txt").write_text(roster, encoding="utf-8")
    index = index_of(tmp_path, SHELF)
    options = ("--index", index, "--of", str(tmp_path / "roster.txt"), "--year", "2021..2024")
    said = run("coverage", *asked, *options, status=status).stderr
    found: dict[str, list[str]] = {}
    for cell in answer("coverage", *asked, *options, status=status)["cells"]:
        found.setdefault(cell["agency"], []).append(cell["state"])
    return found, said


ROSTER = "白银区住建局\n白银区财政局\n白银区水务局\n平川区财政局\n平川区民政局\n"
ALL = ["published"] * 4
MISSING = ["missing"] * 4


@pytest.mark.parametrize("asked", [("--agency", "白银区住建局"), ("year:2022",), ("白银区住建局",)])
def test_a_query_beside_a_roster_accuses_nobody_whose_other_reports_it_does_not_find(
    tmp_path: Path, asked: tuple[str, ...]
) -> None:
    found, said = states(tmp_path, *asked, roster=ROSTER)
    assert found == {"白银区住建局": ALL, "白银区水务局": MISSING, "平川区民政局": MISSING}
    assert "chooses lines of the roster, 3 of 5: 1 that it finds a report of, and 2 without any report in the index." in said
    assert "Each is judged by all its reports" in said


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        (("--county", "白银区"), ["白银区住建局", "白银区财政局", "白银区水务局"]),
        (("--county", "平川区"), ["平川区财政局", "平川区民政局"]),
        (("--city", "白银市"), ROSTER.split()),
        (("--province", "甘肃省"), ROSTER.split()),
        (("--level", "prefectural"), ["白银区住建局"]),
        (("--county", "会宁县"), []),
    ],
)
def test_a_line_without_a_report_stays_where_its_name_tells_what_is_asked_for(
    tmp_path: Path, asked: tuple[str, ...], chosen: list[str]
) -> None:
    assert list(states(tmp_path, *asked, roster=ROSTER, status=0 if chosen else 1)[0]) == chosen


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        (("--county", "会宁县"), ["会宁县财政局"]),
        (("--county", "任县"), ["任泽区民政局"]),  # so it was called until 2020
        (("--county", "任泽区", "--county", "会宁县"), ["会宁县财政局", "任泽区民政局"]),
        (("--city", "北京市"), ["北京市东城区审计局"]),
        (("--city", "邢台市", "--county", "东城区"), []),
    ],
)
def test_a_place_without_any_report_chooses_its_own_lines(tmp_path: Path, asked: tuple[str, ...], chosen: list[str]) -> None:
    roster = "会宁县财政局\n任泽区民政局\n北京市东城区审计局\n白银区财政局\n白银区水务局\n"
    found, said = states(tmp_path, *asked, roster=roster, status=0 if chosen else 1)
    assert found == dict.fromkeys(chosen, MISSING)
    assert f"{len(chosen)} of 5: 0 that it finds a report of, and {len(chosen)} without any" in said


def test_without_a_query_nothing_is_said_of_one(tmp_path: Path) -> None:
    found, said = states(tmp_path, roster=ROSTER)
    assert len(found) == len(ROSTER.split())
    assert "chooses" not in said


def test_a_query_beside_the_governments_of_a_place_accuses_nobody(tmp_path: Path) -> None:
    government = {"kind": "government", "scope": "government_consolidated"}
    index = index_of(tmp_path, [report("白银区人民政府", 2021, **government), report("白银区人民政府", 2022, **government)])
    asked = ("--place", "白银市", "--level", "county", "--year", "2021..2022", "--index", index)
    cells = answer("coverage", "year:2022", *asked)["cells"]
    assert [cell["state"] for cell in cells if cell["adcode"] == "620402"] == ["published", "published"]
    assert {cell["state"] for cell in cells if cell["adcode"] != "620402"} == {"missing"}
