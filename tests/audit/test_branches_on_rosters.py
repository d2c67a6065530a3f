"""Branches of a city's bureau in its districts, as rosters write them: with the city, without it, with the name that the district had before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from audit_reports import report
from test_doubtful_rosters import WHOLE, judged

from gongkai.indexer.agencies.told_by_name import told_by_name
from gongkai.mappings.agencies import body_of

XINGTAI: dict[str, Any] = {"province": "河北省", "city": "邢台市", "county": None, "adcode": "130500", "level": "prefectural"}
RENZE = {**XINGTAI, "county": "任泽区", "adcode": "130505", "level": "county"}
XIANGDU = {**XINGTAI, "county": "襄都区", "adcode": "130502", "level": "county"}
CITY = [report("邢台市人民政府", 2022, **{**XINGTAI, **WHOLE}), report("邢台市生态环境局", 2022, **XINGTAI)]
POLICE = report("邢台市公安局襄都分局", 2022, **XIANGDU)
UNPLACED = report("邢台市公安局襄都分局", 2022, **XINGTAI)  # of which only the city is known


@pytest.mark.parametrize(
    "line",
    [
        "邢台市生态环境局任县分局",
        "邢台市生态环境局任泽区分局",
        "邢台市生态环境局任泽分局",
        "任县生态环境分局",
        "邢台市任县生态环境分局",
        "市生态环境局任县分局",
        "生态环境局任泽区分局",
        "生态环境局任泽分局",
    ],
)
def test_a_branch_is_found_by_each_name_of_its_district(tmp_path: Path, line: str) -> None:
    branch = report("邢台市生态环境局任泽区分局", 2022, **RENZE)
    roster = f"邢台市人民政府\n{line}\n邢台市生态环境局\n"
    assert judged(tmp_path / "1", [*CITY, branch], roster)[0] == ["published"] * 3
    absent = "missing" if line.startswith(("邢台市", "任县")) else "not_assessable"
    assert judged(tmp_path / "2", CITY, roster)[0] == ["published", absent, "published"]  # never by the city's reports


@pytest.mark.parametrize(
    ("name", "place", "body"),
    [
        ("邢台市生态环境局任县分局", "130505", "生态环境分局"),
        ("邢台市公安局桥东分局", "130502", "公安分局"),
        ("杭州市公安局下城区分局", "330103", "公安分局"),
        ("邢台市生态环境局", "130500", "生态环境局"),
        ("邢台市公安局开发区分局", "130500", "公安局开发区分局"),
        ("邢台市公安局任命分局", "130500", "公安局任命分局"),
        ("邢台市公安局下城分局", "130500", "公安局下城分局"),
    ],
)
def test_a_branch_tells_the_district_that_there_is_no_more(name: str, place: str, body: str) -> None:
    told = told_by_name(name)
    assert (told.place_id, told.agency_id) == (place, f"{place}/-/{body}")


def test_a_branch_is_called_after_its_district_and_no_other_place() -> None:
    places = ("河北省", "邢台市", "任县", "任泽区", None)
    assert {body_of(f"邢台市生态环境局{of}分局", places) for of in ("任县", "任泽", "任泽区")} == {"生态环境分局"}
    for of in ("邢台", "邢台市", "河北", "沙河"):
        assert body_of(f"邢台市公安局{of}分局", places) == f"公安局{of}分局"
    shangrao = ("江西省", "上饶市", "上饶县", "广信区", None)  # 上饶分局 may be the city's
    bodies = [body_of(f"上饶市公安局{of}分局", shangrao) for of in ("上饶县", "广信", "上饶")]
    assert bodies == ["公安分局", "公安分局", "公安局上饶分局"]
    region = ("新疆维吾尔自治区", "哈密地区", "伊州区", None)
    assert body_of("公安局哈密分局", region) == "公安局哈密分局"


@pytest.mark.parametrize("reported", [POLICE, UNPLACED, report("襄都区公安分局", 2022, **XIANGDU)])
@pytest.mark.parametrize("line", ["市公安局襄都分局", "公安局襄都分局", "市公安局襄都区分局", "邢台市公安局襄都分局,130500"])
def test_a_branch_without_its_city_is_that_of_the_rosters(tmp_path: Path, reported: dict[str, Any], line: str) -> None:
    found, said = judged(tmp_path, [*CITY, reported], f"邢台市人民政府\n{line}\n")
    assert (found, said) == (["published"] * 2, "")


@pytest.mark.parametrize("line", ["市公安局襄都分局", "公安局襄都分局"])
def test_a_branch_on_a_roster_that_tells_no_place_is_the_only_one_of_its_name(tmp_path: Path, line: str) -> None:
    assert judged(tmp_path / "1", [*CITY, POLICE], f"{line}\n")[0] == ["published"]
    assert judged(tmp_path / "2", CITY, f"{line}\n")[0] == ["not_assessable"]
    assert judged(tmp_path / "3", [*CITY, POLICE], "市公安局信都分局\n")[0] == ["not_assessable"]


def test_branches_of_two_cities_are_told_apart(tmp_path: Path) -> None:
    chaoyang = {"province": "辽宁省", "city": "朝阳市", "county": "龙城区", "adcode": "211303"}
    hefei = {"province": "湖南省", "city": "长沙市", "county": "芙蓉区", "adcode": "430102"}
    shelf = [report("朝阳市公安局龙城分局", 2022, **chaoyang), report("长沙市公安局芙蓉分局", 2022, **hefei)]
    again = [*shelf, report("长沙市公安局龙城分局", 2022, **{**hefei, "county": None, "adcode": "430100"})]
    assert judged(tmp_path / "1", shelf, "市公安局龙城分局\n市公安局芙蓉分局\n")[0] == ["published"] * 2
    assert judged(tmp_path / "2", again, "市公安局龙城分局\n市公安局芙蓉分局\n")[0] == ["not_assessable", "published"]
    found, said = judged(tmp_path / "3", shelf, "长沙市人民政府\n市公安局龙城分局\n")
    assert found == ["missing", "not_assessable"]
    assert "朝阳市公安局龙城分局 alone" in said


def test_the_code_of_another_city_still_contradicts_a_branchs_name(tmp_path: Path) -> None:
    found, said = judged(tmp_path, [*CITY, POLICE], "邢台市公安局襄都分局,430100\n邢台市襄都区财政局,130500\n")
    assert found == ["not_assessable"] * 2
    assert said.count("correct one of them") == 2


@pytest.mark.parametrize(
    ("reported", "line", "state"),
    [
        ("邢台市公安局襄都分局", "邢台市公安局襄都区分局", "published"),
        ("邢台市公安局襄都区分局", "邢台市公安局襄都分局", "published"),
        ("邢台市公安局邢台分局", "邢台市公安局邢台县分局", "not_expected"),  # there is no such county
        ("邢台市公安局任县分局", "邢台市生态环境局任县分局", "missing"),
        ("邢台市生态环境局", "邢台市生态环境局任县分局", "missing"),
        ("邢台市公安局高新区分局", "邢台市公安局高新分局", "published"),
        ("邢台市公安局高新区分局", "邢台市公安局经开区分局", "missing"),
    ],
)
def test_a_branch_of_which_only_the_city_is_known(tmp_path: Path, reported: str, line: str, state: str) -> None:
    assert judged(tmp_path, [*CITY[:1], report(reported, 2022, **XINGTAI)], f"{line}\n")[0] == [state]
