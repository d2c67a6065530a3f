"""One zone by its names and places is one agency; a report whose place nobody knows accuses nobody of its name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from audit_reports import report
from command_line import answer, run
from test_audit_coverage import index_of
from test_doubtful_rosters import BAIYIN, judged

CITY = {"province": "江西省", "city": "上饶市", "county": None, "adcode": "361100"}
COUNTY = {"province": "江西省", "city": "上饶市", "county": "玉山县", "adcode": "361123"}
NOWHERE = {"province": None, "city": None, "county": None, "adcode": None, "level": None}
ZONE: dict[str, Any] = {"kind": "administrative_committee", "level": None}


@pytest.mark.parametrize(
    "line",
    [
        "上饶经济技术开发区",
        "上饶经开区",
        "上饶经开区管委会",
        "江西上饶经济技术开发区",
        "上饶市经济技术开发区管委会",
        "经开区管委会,361100",
    ],
)
@pytest.mark.parametrize("name", ["上饶经济技术开发区管理委员会", "江西上饶经济技术开发区管理委员会"])
def test_a_zone_of_a_city_by_all_its_names(tmp_path: Path, name: str, line: str) -> None:
    assert judged(tmp_path, [*BAIYIN, report(name, 2022, **ZONE, **CITY)], f"{line}\n")[0] == ["published"]


@pytest.mark.parametrize(
    "line",
    ["玉山高新区", "玉山高新技术产业园区管委会", "上饶市玉山高新区管委会", "玉山县高新区管委会", "江西玉山高新技术产业园区"],
)
@pytest.mark.parametrize(
    ("name", "place"),
    [("玉山高新区管理委员会", COUNTY), ("玉山高新技术产业园区管理委员会", CITY), ("江西玉山高新技术产业园区管理委员会", CITY)],
)
def test_a_zone_of_a_county_by_all_its_names(tmp_path: Path, name: str, place: dict[str, Any], line: str) -> None:
    assert judged(tmp_path, [*BAIYIN, report(name, 2022, **ZONE, **place)], f"{line}\n")[0] == ["published"]


def cells(tmp_path: Path, shelf: list[dict[str, Any]]) -> dict[tuple[str, int], str]:
    found = answer("coverage", "--index", index_of(tmp_path, shelf), "--year", "2021..2022")["cells"]
    return {(cell["agency"], cell["year"]): cell.get("reason") or cell["state"] for cell in found}


@pytest.mark.parametrize("line", ["邢东新区", "邢东新区管委会", "河北邢东新区", "邢东新区管委会,130000"])
def test_a_zone_that_one_report_places_is_judged_by_it_and_the_others_accuse_nobody(tmp_path: Path, line: str) -> None:
    hebei = {"province": "河北省", "city": None, "county": None, "adcode": "130000"}
    placed = report("河北邢东新区管理委员会", 2021, **{**ZONE, **hebei})
    shelf = [*BAIYIN, placed, report("邢东新区管理委员会", 2022, **{**ZONE, **NOWHERE})]
    (tmp_path / "roster.txt").write_text(f"邢台市教育局\n邢台市沙河市财政局\n{line}\n", encoding="utf-8")
    asked = ("coverage", "--of", tmp_path / "roster.txt", "--index", index_of(tmp_path, shelf), "--year", "2021..2023")
    found = answer(*asked)["cells"][-3:]
    assert [cell.get("reason") or cell["state"] for cell in found] == ["published", "unplaced_report", "missing"]


@pytest.mark.parametrize("name", ["浆水镇", "邢台县浆水镇", "信都区浆水镇人民政府", "邢台市邢台县浆水镇人民政府"])
def test_a_town_of_a_county_that_was_shared_out_is_one_line(tmp_path: Path, name: str) -> None:
    xingtai = {"province": "河北省", "city": "邢台市", "town": "浆水镇", "level": "township", "kind": "government"}
    old = report("邢台县浆水镇人民政府", 2019, county="邢台县", adcode="130521", **xingtai)
    now = report("信都区浆水镇人民政府", 2021, county="信都区", adcode="130503", **xingtai)
    index = index_of(tmp_path, [old, now])
    (tmp_path / "roster.txt").write_text(f"{name}\n", encoding="utf-8")
    for roster in (("--of", tmp_path / "roster.txt"), ()):
        found = answer("coverage", *roster, "--index", index, "--year", "2019..2021")["cells"]
        assert [cell["state"] for cell in found] == ["published", "missing", "published"]
    towns = answer("coverage", "--place", "信都区", "--level", "township", "--index", index, "--year", "2019..2021")["cells"]
    assert [cell["state"] for cell in towns if "浆水镇" in cell["agency"]] == ["published", "missing", "published"]


def test_a_county_that_was_shared_out_is_none_of_its_heirs(tmp_path: Path) -> None:
    xingtai = {"province": "河北省", "city": "邢台市"}
    old = report("邢台县财政局", 2019, county="邢台县", adcode="130521", **xingtai)
    now = report("信都区财政局", 2021, county="信都区", adcode="130503", **xingtai)
    assert len({agency for agency, _ in cells(tmp_path, [old, now])}) == 2


def test_a_zone_in_its_county_and_in_the_city_above_is_one_line(tmp_path: Path) -> None:
    shelf = [report("玉山高新区管委会", 2021, **ZONE, **COUNTY), report("玉山高新技术产业园区管委会", 2022, **ZONE, **CITY)]
    assert list(cells(tmp_path, shelf).values()) == ["published", "published"]
    other = report("上饶高新区管委会", 2022, **ZONE, **CITY)
    assert len(cells(tmp_path / "two", [shelf[0], other])) == 4


@pytest.mark.parametrize(
    ("name", "place", "parts"),
    [
        ("强湾镇人民政府", {"town": "强湾镇"}, {"kind": "government", "level": "township"}),
        ("上饶经济技术开发区管理委员会", CITY, ZONE),
        ("三清山风景名胜区管理委员会", CITY, ZONE),
    ],
)
def test_a_report_without_a_place_has_no_line_beside_its_namesake(
    tmp_path: Path, name: str, place: dict[str, Any], parts: dict[str, Any]
) -> None:
    nowhere = {**NOWHERE, "town": place.get("town")}
    shelf = [report(name, 2021, **{**parts, **place}), report(name, 2022, **{**parts, **nowhere})]
    assert cells(tmp_path, shelf) == {(name, 2021): "published", (name, 2022): "unplaced_report"}
    said = run("coverage", "--index", tmp_path / "index", "--year", "2022").stderr
    assert (
        f"1 reports tell no place, and may be those of the agencies of their name: years of these without another report are 无法判断: {name}."
        in said
    )
    assert len(cells(tmp_path / "alone", shelf[1:])) == 2


def test_a_bureau_without_a_place_is_that_of_nobody(tmp_path: Path) -> None:
    shelf = [report("白银区财政局", 2021), report("财政局", 2022, **NOWHERE)]
    assert cells(tmp_path, shelf)["白银区财政局", 2022] == "missing"


def test_a_town_of_a_roster_is_not_missing_for_a_report_without_a_place(tmp_path: Path) -> None:
    town = report("强湾镇人民政府", 2022, **{**NOWHERE, "town": "强湾镇", "kind": "government"})
    for number, line in enumerate(("白银区强湾镇人民政府", "强湾镇")):
        (tmp_path / str(number)).mkdir()
        assert judged(tmp_path / str(number), [*BAIYIN, town], f"白银区人民政府\n{line}\n")[0] != ["published", "missing"]


@pytest.mark.parametrize("line", ["上饶经济技术开发区,361100", "上饶经开区管委会,361100"])
def test_a_zone_of_a_roster_is_not_missing_for_a_report_without_a_place(tmp_path: Path, line: str) -> None:
    zone = report("上饶经济技术开发区管理委员会", 2022, **{**NOWHERE, **ZONE})
    assert judged(tmp_path, [*BAIYIN, zone], f"{line}\n")[0] == ["not_assessable"]


@pytest.mark.parametrize(
    "spellings",
    [
        "邢台市大曹庄管理区 大曹庄管委会 大曹庄管理区管理委员会 邢台市大曹庄管委会 邢台市大曹庄管理区管委会",
        "河北邢东新区 邢东新区管委会 河北邢东新区管理委员会 邢台市邢东新区管委会",
    ],
)
def test_an_area_is_one_with_its_committee(tmp_path: Path, spellings: str) -> None:
    place = {"province": "河北省", "city": "邢台市", "county": None, "adcode": "130500", "level": "prefectural"}
    for number, printed in enumerate(spellings.split()):
        shelf = [report(printed, 2022, **place), report("邢台市审计局", 2022, **place)]
        for at, line in enumerate(spellings.split()):
            found = judged(tmp_path / f"{number}-{at}", shelf, f"邢台市审计局\n{line}\n邢台市南和管理区\n")[0]
            assert found == ["published", "published", "missing"], (printed, line)
