"""Towns that were raised from 乡 to 镇, or are called without their people: one line, unless both published on one year."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from audit_reports import report
from command_line import answer
from test_audit_coverage import PLACES, index_of

from gongkai.audit.towns import towns_named_twice
from gongkai.mappings.agencies import agency_id
from gongkai.mappings.towns import plain_town, town_stem

HUINING = {"county": "会宁县", "adcode": "620422", "level": "township", "kind": "government"}


def town(name: str, year: int) -> dict[str, Any]:
    return report(f"会宁县{name}人民政府", year, town=name, **HUINING)


@pytest.mark.parametrize("arguments", [(), ("--place", "会宁县", "--level", "township")])
@pytest.mark.parametrize("printed", ["新添堡乡", "新添堡回族乡", "新添堡镇"])
def test_a_town_that_was_raised_is_one_line(tmp_path: Path, arguments: tuple[str, ...], printed: str) -> None:
    shelf = [town("新添堡乡", 2014), town("新添堡回族乡", 2015), town(printed, 2016)]
    options = ("--index", index_of(tmp_path, shelf), "--year", "2014..2016")
    cells = [cell for cell in answer("coverage", *arguments, *options)["cells"] if "新添堡" in cell["agency"]]
    assert [cell["state"] for cell in cells] == ["published"] * 3


def test_towns_of_which_the_gazetteer_knows_two_are_two(tmp_path: Path) -> None:
    about: dict[str, Any] = {"province": "河南省", "city": "新乡市", "county": "封丘县", "adcode": "410727"}
    about |= {"level": "township", "kind": "government"}
    shelf = [report(f"{name}人民政府", year, town=name, **about) for name, year in (("城关乡", 2021), ("城关镇", 2022))]
    cells = answer("coverage", "--index", index_of(tmp_path, shelf), "--year", "2021..2022")["cells"]
    assert {(cell["agency"][:3], cell["year"]): cell["state"] for cell in cells} == {
        ("城关乡", 2021): "published",
        ("城关乡", 2022): "missing",
        ("城关镇", 2021): "missing",
        ("城关镇", 2022): "published",
    }


def street(name: str, year: int) -> dict[str, Any]:
    return report(f"会宁县{name}办事处", year, town=name, **{**HUINING, "kind": "subdistrict_office"})


@pytest.mark.parametrize("roster", [None, "会宁县双桥镇人民政府\n", "会宁县双桥街道办事处\n"])
def test_a_town_that_became_a_street_is_one_line(tmp_path: Path, roster: str | None) -> None:
    shelf = [town("双桥乡", 2014), town("双桥镇", 2015), street("双桥街道", 2016)]
    path = tmp_path / "roster.txt"
    path.write_text(roster or "", encoding="utf-8")
    options = ("--of", path) if roster else ()
    cells = answer("coverage", *options, "--index", index_of(tmp_path, shelf), "--year", "2014..2017")["cells"]
    assert [cell["state"] for cell in cells] == [*["published"] * 3, "missing"]


@pytest.mark.parametrize(
    "shelf",
    [
        [town("双桥镇", 2014), street("双桥街道", 2016), town("双桥镇", 2017)],
        [town("双桥镇", 2016), street("双桥街道", 2014)],
        [town("双桥镇", 2016), street("双桥街道", 2016)],
    ],
)
def test_a_street_beside_its_town_is_another(tmp_path: Path, shelf: list[dict[str, Any]]) -> None:
    cells = answer("coverage", "--index", index_of(tmp_path, shelf), "--year", "2016")["cells"]
    assert len({cell["agency_id"] for cell in cells}) == 2
    towns = towns_named_twice([("620422", "双桥镇"), ("620422", "双桥街道"), ("620422", "甲街道")])
    assert towns == {("620422", "双桥街道")}


def test_two_towns_that_published_on_one_year_stay_two(tmp_path: Path) -> None:
    shelf = [town("双桥乡", 2014), town("双桥镇", 2016), town("双桥乡", 2016), town("白草塬镇", 2016)]
    cells = answer("coverage", "--index", index_of(tmp_path, shelf), "--year", "2014,2016")["cells"]
    states = {(cell["agency"], cell["year"]): cell["state"] for cell in cells}
    assert states["会宁县双桥镇人民政府", 2014] == "missing"
    assert states["会宁县双桥乡人民政府", 2016] == "published"


def test_a_roster_may_name_a_town_as_it_is_called_today(tmp_path: Path) -> None:
    index = index_of(tmp_path, [town("双桥乡", 2014), report("会宁县财政局", 2014, county="会宁县", adcode="620422")])
    roster = tmp_path / "roster.txt"
    for text, states in (
        ("会宁县双桥镇人民政府\n", ["published"]),
        ("会宁县双桥乡人民政府\n会宁县双桥镇人民政府\n", ["published", "missing"]),  # there are both
        ("白银区双桥镇人民政府\n", ["missing"]),
    ):
        roster.write_text(text, encoding="utf-8")
        cells = answer("coverage", "--of", roster, "--index", index, "--year", "2014")["cells"]
        assert [cell["state"] for cell in cells] == states


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("新添堡回族乡", "新添堡乡"),
        ("三家子满族蒙古族乡", "三家子乡"),
        ("双河鄂温克民族乡", "双河乡"),
        ("三源浦朝鲜族镇", "三源浦镇"),
        ("东乡族自治县", "东乡族自治县"),
        ("甲县回族乡", "甲县回族乡"),
        ("内蒙古乡村振兴局", "内蒙古乡村振兴局"),
    ],
)
def test_a_town_without_its_people(name: str, plain: str) -> None:
    assert plain_town(name) == plain
    assert town_stem("回" * 10_000 + "族" * 10_000 + "乡")


def test_a_town_and_its_people_have_one_id() -> None:
    ids = {
        agency_id(f"{prefix}{printed}人民政府", "620402", (*PLACES[:3], placed))
        for prefix in ("", "白银区")
        for printed in ("新添堡乡", "新添堡回族乡")
        for placed in ("新添堡乡", "新添堡回族乡")
    }
    assert ids == {"620402/新添堡乡/人民政府"}


def test_a_name_of_nothing_but_peoples_is_read_at_once() -> None:
    names = "甲" + "回族" * 10_000
    begun = perf_counter()
    assert plain_town(names) == names
    assert plain_town(f"{names}乡") == "甲乡"
    assert perf_counter() - begun < 1


@pytest.mark.parametrize("name", ["北胡街道办事处", "北胡街道", "北胡办事处"])
def test_a_subdistrict_by_all_its_names_is_one_where_no_page_tells_its_town(name: str) -> None:
    places = ("河北省", "邢台市", "信都区", None)
    assert agency_id(name, "130503", places) == "130503/北胡街道/街道办事处"
    assert agency_id("甲市驻北京办事处", "130503", places).startswith("130503/-/")
