"""Rosters that name an office, or a town, by both names that it had by turns: neither is missing in the years of the other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from audit_reports import report
from command_line import run
from test_audit_coverage import index_of

PLACE: dict[str, Any] = {"province": "安徽省", "city": "宣城市", "county": "旌德县", "adcode": "341825"}


def listed(folder: Path, shelf: dict[str, str], *options: str) -> tuple[dict[str, str], str]:
    """Return agency → a letter each year from 2020 to 2023, of its reports in the years told (2020 2021), and what is said beside."""
    folder.mkdir(exist_ok=True)
    (folder / "roster.txt").write_text("".join(f"旌德县{name}\n" for name in shelf), encoding="utf-8")
    reports = [
        report(f"旌德县{name}", int(year), **PLACE, town=name[:-4] if name.endswith(("人民政府", "街道办事处")) else None)
        for name, years in shelf.items()
        for year in years.split()
    ]
    options = ("--of", str(folder / "roster.txt"), "--year", "2020..2023", "--format", "json", *options)
    result = run("coverage", "--index", index_of(folder, reports), *options)
    letters = {"published": "P", "missing": "M", "not_assessable": "?"}
    found: dict[str, str] = {}
    for cell in json.loads(result.stdout)["cells"]:
        name = cell["agency"].removeprefix("旌德县")
        found[name] = found.get(name, "") + letters[cell["state"]]
        assert cell.get("reason") == ("other_name" if cell["state"] == "not_assessable" else None)
    return found, result.stderr


@pytest.mark.parametrize(
    ("shelf", "states"),
    [
        ({"行政审批局": "2020 2021", "数据和政务服务局": "2022 2023"}, ["PP??", "??PP"]),
        ({"发改局": "2020 2022", "发展和改革委员会": "2021"}, ["P?PM", "?P?M"]),
        ({"自然资源局": "2020", "自规局": "2021", "教育局": "2022"}, ["P?MM", "?PMM", "MMPM"]),
        ({"城市管理局": "2020", "城管委": "2021", "综合行政执法局": "2022"}, ["P??M", "?P?M", "??PM"]),
        ({"行政审批局": "2020 2021", "数据和政务服务局": "2021 2022"}, ["PPMM", "MPPM"]),  # two that published on one year
        ({"行政审批局": "2020 2021", "数据和政务服务局": ""}, ["PPMM", "MMMM"]),  # nothing shows that it is one
        ({"财政局": "2020", "税务局": "2021"}, ["PMMM", "MPMM"]),
    ],
)
def test_an_office_by_both_names_is_missing_in_no_year_of_the_other(
    tmp_path: Path, shelf: dict[str, str], states: list[str]
) -> None:
    found, said = listed(tmp_path, shelf)
    assert list(found.values()) == states
    assert said.count("may be the agency of line ") == sum("?" in line for line in states)


def test_the_lines_of_one_office_name_each_other(tmp_path: Path) -> None:
    shelf = {"行政审批局": "2020 2021", "数据和政务服务局": "2022 2023"}
    _, said = listed(tmp_path, shelf)
    assert "line 1: “旌德县行政审批局” may be the agency of line 2 (“旌德县数据和政务服务局”) by another name" in said
    words = run("coverage", "--of", tmp_path / "roster.txt", "--index", tmp_path / "index", "--format", "csv").stdout
    assert words.count("两者可能是先后改名的同一机关") == 4


@pytest.mark.parametrize(
    ("shelf", "states"),
    [
        ({"蔡家桥镇人民政府": "2022 2023", "蔡家桥乡人民政府": "2020 2021"}, ["??PP", "PP??"]),
        ({"蔡家桥镇人民政府": "2021 2023", "蔡家桥乡人民政府": "2020 2021"}, ["MPMP", "PPMM"]),
        ({"蔡家桥镇人民政府": "2022 2023", "俞村镇人民政府": "2020 2021"}, ["MMPP", "PPMM"]),
    ],
)
def test_so_with_towns(tmp_path: Path, shelf: dict[str, str], states: list[str]) -> None:
    found, _ = listed(tmp_path, shelf)
    assert list(found.values()) == states
