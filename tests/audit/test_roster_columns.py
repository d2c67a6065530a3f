"""Rosters as spreadsheets have them: merged cells, columns that nobody knows, headings that are near those known."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from audit_reports import report
from command_line import answer, run
from test_audit_coverage import index_of

from gongkai.audit.rosters.file import read_roster
from gongkai.errors import GongkaiError
from gongkai.indexer.gazetteer.jurisdiction import lasting_code

HUINING = {"county": "会宁县", "adcode": "620422"}
SHELF = [
    report("白银区财政局", 2022),
    report("白银区教育局", 2022),
    report("会宁县财政局", 2022, **HUINING),
]


def judged(tmp_path: Path, rows: list[str]) -> tuple[list[str], str]:
    tmp_path.mkdir(exist_ok=True)
    path = tmp_path / "roster.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    options = ("coverage", "--of", path, "--index", index_of(tmp_path, SHELF), "--year", "2022")
    cells = answer(*options)["cells"]
    return [cell["state"] for cell in cells], run(*options, status=None).stderr


@pytest.mark.parametrize(
    "rows",
    [
        ["区县,单位", "白银区,财政局", ",教育局", "会宁县,财政局", ",教育局"],
        ["市,区县,单位", "白银市,白银区,财政局", ",,教育局", ",会宁县,财政局", ",,教育局"],
        ["上级单位,单位", "白银区人民政府,财政局", ",教育局", "会宁县人民政府,财政局", ",教育局"],
    ],
)
def test_blank_cells_of_merged_ones_are_those_above(tmp_path: Path, rows: list[str]) -> None:
    states, said = judged(tmp_path, rows)
    assert states == ["published", "published", "published", "not_assessable"]  # whose 教育局 has no report
    assert re.search(r"blank cells of [23] lines are taken for merged with those above \(places, parents\)", said)


@pytest.mark.parametrize(
    ("rows", "parents"),
    [
        (["甲局,甲县人民政府", "乙局,", "丙局,"], ["甲县人民政府"] * 3),
        (
            ["甲局,甲县人民政府", "乙局,甲县人民政府", "丙局,"],
            ["甲县人民政府"] * 2 + [None],
        ),  # that says the same twice is not merged
        (
            ["甲县人民政府,", "甲局,甲县人民政府", "乙局,", "乙县人民政府,", "丙局,乙县人民政府"],
            [None, *["甲县人民政府"] * 2, None, "乙县人民政府"],
        ),
    ],
)
def test_parents_of_merged_cells(tmp_path: Path, rows: list[str], parents: list[str | None]) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("\n".join(["agency,parent", *rows]), encoding="utf-8")
    assert [one.parent for one in read_roster(path, lasting_code)] == parents


def test_a_blank_county_beside_its_city_is_none(tmp_path: Path) -> None:
    rows = ["市,区县,单位", "白银市,白银区,财政局", "白银市,,财政局"]
    states, said = judged(tmp_path, rows)
    assert states == ["published", "missing"]
    assert "taken for merged" not in said  # 白银市 stands twice


@pytest.mark.parametrize("name", ["单位全称", "机构名称", "报告单位", "单位名称（全称）", "机关\n名称"])
def test_headings_of_agencies(tmp_path: Path, name: str) -> None:
    states, said = judged(
        tmp_path, [f'序号,"{name}",类别,联系电话,备注', "1,白银区财政局,政府部门,0943,", "2,白银区审计局,,,新设"]
    )
    assert states == ["published", "missing"]
    assert "line 1: columns that are not read: 类别、联系电话; those known are the like of " in said.replace("line 2", "line 1")
    assert not judged(tmp_path / "none", ["序号,单位,备注", "1,白银区财政局,x"])[1]


def test_headings_that_nobody_knows_are_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("公开义务人,类别\n白银区财政局,政府部门\n", encoding="utf-8")
    with pytest.raises(
        GongkaiError, match=re.escape("line 1: none of these columns is known as that of the agencies: call it 机关.")
    ):
        read_roster(path, lasting_code)


@pytest.mark.parametrize(("year", "meant"), [("24", "2024"), ("22..24", "2022..2024"), ("9", "2009")])
@pytest.mark.parametrize("command", ["coverage", "search", "trend"])
def test_a_year_of_two_digits_is_asked_back(tmp_path: Path, command: str, year: str, meant: str) -> None:
    said = run(command, "--index", index_of(tmp_path, SHELF), "--year", year, status=2).stderr
    assert f"“{year}” is no year: write {meant}." in said


def test_a_history_as_csv_has_what_each_version_changed(tmp_path: Path) -> None:
    name = "requests.received.total"
    parts: dict[str, Any] = {"figures": {name: 3}, "published": "2023-06-01"}
    first, second = report("白银区财政局", 2022, figures={name: 2}), report("白银区财政局", 2022, 2, **parts)
    shown = run("show", second["id"], "--history", "--format", "csv", "--index", index_of(tmp_path, [first, second])).stdout
    rows = [row.split(",") for row in shown.removeprefix("\ufeff").splitlines()]
    assert rows[0][-3:] == ["项目", "原为", "改为"]
    assert [(row[0], *row[-2:]) for row in rows[1:]] == [
        (second["id"], "2023-01-15", "2023-06-01"),
        (second["id"], "2", "3"),
        (first["id"], "", ""),
    ]
