"""Lines of a roster of which nobody can say whose they are, reports and years that count for nobody: never passed over in silence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from audit_reports import report
from command_line import run
from test_audit_coverage import index_of

FUZHOU = {"province": "福建省", "city": "福州市", "county": "鼓楼区", "adcode": "350102"}
NANJING = {"province": "江苏省", "city": "南京市", "county": "鼓楼区", "adcode": "320106"}
WHOLE = {"kind": "government", "scope": "government_consolidated"}
BAIYIN = [report("白银区财政局", 2022), report("白银区人民政府", 2022, **WHOLE)]


def judged(folder: Path, documents: list[dict[str, Any]], roster: str, *options: str) -> tuple[list[str], str]:
    """Return the states of the roster's lines for 2022, and what is said beside them."""
    folder.mkdir(exist_ok=True)
    path = folder / "roster.csv"
    path.write_text(roster, encoding="utf-8")
    result = run("coverage", "--of", path, "--index", index_of(folder, documents), "--year", "2022", "--format", "json", *options)
    return [cell["state"] for cell in json.loads(result.stdout)["cells"]], result.stderr


@pytest.mark.parametrize(
    ("documents", "roster", "states"),
    [
        ([], "鼓楼区人民政府\n", ["not_assessable"]),
        ([NANJING, FUZHOU], "鼓楼区人民政府\n", ["not_assessable"]),
        ([NANJING], "鼓楼区人民政府\n白银区财政局\n", ["not_assessable", "published"]),
        ([NANJING], "鼓楼区人民政府\n白银区财政局\n玄武区人民政府\n", ["published", "published", "missing"]),
        ([NANJING], "鼓楼区人民政府\n台江区人民政府\n", ["missing", "missing"]),
        ([NANJING, FUZHOU], "鼓楼区人民政府,350102\n鼓楼区人民政府,410204\n", ["published", "missing"]),
        ([NANJING, FUZHOU], "江苏省鼓楼区人民政府\n南京市鼓楼区人民政府\n", ["published", "published"]),
    ],
)
def test_a_name_of_several_places_is_that_of_the_rosters_other_lines(
    tmp_path: Path, documents: list[dict[str, str]], roster: str, states: list[str]
) -> None:
    shelf = [*BAIYIN, *(report(f"{place['city']}鼓楼区人民政府", 2022, **WHOLE, **place) for place in documents)]
    found, said = judged(tmp_path, shelf, roster)
    assert found == states
    if "not_assessable" in states:
        assert "line 1: “鼓楼区人民政府” may be of 320106 江苏省南京市鼓楼区, " in said
        assert "add its adcode (无法判断)" in said


def test_a_name_of_several_places_is_the_one_that_the_query_is_about(tmp_path: Path) -> None:
    shelf = [*BAIYIN, report("鼓楼区人民政府", 2022, **WHOLE, **FUZHOU)]
    assert judged(tmp_path, shelf, "鼓楼区人民政府\n", "--city", "福州市")[0] == ["published"]


@pytest.mark.parametrize(
    ("line", "state", "words"),
    [
        ("白银取审计局", "not_assessable", "line 2: “白银取审计局” names no place that is known"),
        ("财政局", "published", ""),
        ("审计局", "not_assessable", "names no place"),
        ("填表人：张三", "not_assessable", "names no place"),
        ("白银区财政局,999999", "published", "has a code, 999999, that no place has"),
        ("白银区审计局,999999", "missing", "has a code, 999999, that no place has"),
        ("审计局,999999", "not_assessable", "has a code, 999999, that no place has"),
        (
            "白银区财政局,110101",
            "not_assessable",
            "has the code of 北京市东城区, 110101, and the name of a body of 甘肃省白银市白银区",
        ),
        ("白银市财政局,620402", "missing", ""),
        ("白银区财政局,620402", "published", ""),
        ("教育部", "missing", ""),
        ("兰州大学", "missing", ""),
    ],
)
def test_a_line_that_tells_no_agency_is_named(tmp_path: Path, line: str, state: str, words: str) -> None:
    states, said = judged(tmp_path, BAIYIN, f"白银区人民政府\n{line}\n")
    assert states == ["published", state]
    assert words in said
    assert words or "line" not in said


def test_many_doubtful_lines_are_counted(tmp_path: Path) -> None:
    roster = "".join(f"第{number}号机关\n" for number in range(30))
    states, said = judged(tmp_path, BAIYIN, roster)
    assert set(states) == {"not_assessable"}
    assert (said.count("line "), "10 more lines" in said) == (20, True)


def test_reports_without_a_year_and_years_to_come_are_told(tmp_path: Path) -> None:
    shelf = [*BAIYIN, report("白银区水利局", None), report("白银区林业局", 2022, published="2023-01-03")]
    _, said = judged(tmp_path, shelf, "白银区水利局\n", "--year", "2998")
    assert "1 of the 4 reports tell no year, or contradict themselves: " in said
    assert "2998 is not over" in said
    assert judged(tmp_path / "all", BAIYIN, "白银区财政局\n")[1] == ""


def test_a_governments_line_is_filled_by_the_report_of_all_its_bodies(tmp_path: Path) -> None:
    whole = report("白银区人民政府办公室", 2022, kind="government_office", scope="government_consolidated")
    assert judged(tmp_path / "1", [whole], "白银区人民政府\n")[0] == ["published"]
    office = report("白银区人民政府办公室", 2022, kind="government_office")
    assert judged(tmp_path / "2", [office], "白银区人民政府\n")[0] == ["missing"]


def test_a_place_that_is_not_found_fills_no_line_of_that_above(tmp_path: Path) -> None:
    city = {"province": "河北省", "city": "邢台市", "county": None, "adcode": "130500"}
    lost = report("邢台市桥东区人民政府", 2022, **WHOLE, **city)
    assert judged(tmp_path, [lost], "邢台市人民政府\n")[0] == ["missing"]


@pytest.mark.parametrize(
    ("agency", "place"),
    [
        ("湘西自治州人民政府", {"province": "湖南省", "city": "湘西土家族苗族自治州", "county": None, "adcode": "433100"}),
        ("锡盟行政公署", {"province": "内蒙古自治区", "city": "锡林郭勒盟", "county": None, "adcode": "152500"}),
        ("东乌旗人民政府", {"province": "内蒙古自治区", "city": "锡林郭勒盟", "county": "东乌珠穆沁旗", "adcode": "152525"}),
        ("甘肃白银市人民政府", {"province": "甘肃省", "city": "白银市", "county": None, "adcode": "620400"}),
    ],
)
def test_a_government_by_the_short_name_of_its_place_is_its_places(
    tmp_path: Path, agency: str, place: dict[str, str | None]
) -> None:
    index = index_of(tmp_path, [report(agency, 2022, **WHOLE, **place)])
    options = ("--index", index, "--place", place["adcode"], "--level", "county" if place["county"] else "prefectural")
    result = run("coverage", *options, "--year", "2022", "--format", "json")
    assert [cell["state"] for cell in json.loads(result.stdout)["cells"]] == ["published"]


def test_a_government_of_which_only_the_city_is_known_is_not_the_citys(tmp_path: Path) -> None:
    place = {"province": "河北省", "city": "张家口市", "county": None, "adcode": "130700"}
    index = index_of(tmp_path, [report("桥东区人民政府", 2022, **WHOLE, **place)])
    options = ("--index", index, "--place", "130700", "--level", "prefectural", "--year", "2022", "--format", "json")
    assert [cell["state"] for cell in json.loads(run("coverage", *options).stdout)["cells"]] == ["missing"]


@pytest.mark.parametrize(
    ("agency", "line", "state"),
    [
        ("白银市经济技术开发区管委会", "白银市经济开发区管委会", "missing"),  # a city has both
        ("白银市经济技术开发区管委会", "白银市经开区管委会", "published"),
        ("白银市经开区管委会", "白银市经济开发区管委会", "published"),
        ("白银市经济开发区管委会", "白银市经开区管委会", "published"),
        ("白银市经济开发区管委会", "白银市经济技术开发区管委会", "missing"),
    ],
)
def test_a_zone_is_not_taken_for_another_of_a_like_name(tmp_path: Path, agency: str, line: str, state: str) -> None:
    reported = report(agency, 2022, kind="administrative_committee", city="白银市", county=None, adcode="620400")
    assert judged(tmp_path, [*BAIYIN, reported], f"{line}\n")[0] == [state]


def test_reports_of_two_places_that_are_called_alike_fill_no_line(tmp_path: Path) -> None:
    jiangxi = {"province": "江西省", "city": "抚州市", "county": "东乡县", "adcode": "361029"}
    gansu = {"province": "甘肃省", "city": "临夏回族自治州", "county": "东乡族自治县", "adcode": "622926"}
    shelf = [report("东乡县人民政府", 2022, **WHOLE, **jiangxi), report("东乡族自治县人民政府", 2022, **WHOLE, **gansu)]
    states, said = judged(tmp_path / "bare", shelf, "东乡县人民政府\n")
    assert states == ["not_assessable"]
    assert "361003 江西省抚州市东乡县" in said
    assert "622926 甘肃省临夏回族自治州东乡族自治县" in said
    assert judged(tmp_path / "one", shelf, "东乡县人民政府,361029\n东乡族自治县人民政府,622926\n")[0] == ["published"] * 2


def test_an_unplaced_report_of_an_ambiguous_name_leaves_it_unjudged(tmp_path: Path) -> None:
    lost = report("鼓楼区人民政府", 2022, **WHOLE, province=None, city=None, county=None, adcode=None)
    roster = "鼓楼区人民政府\n白银区财政局\n玄武区人民政府\n"
    states, said = judged(tmp_path / "1", [*BAIYIN, lost], roster)
    assert states == ["not_assessable", "published", "missing"]
    assert f"may be that of report {lost['id']} (2022), whose place is not known" in said
    assert judged(tmp_path / "2", [*BAIYIN, lost], "鼓楼区人民政府,320106\n")[0] == ["not_assessable"]
    known = report("鼓楼区人民政府", 2022, **WHOLE, **NANJING)
    assert judged(tmp_path / "3", [*BAIYIN, known, lost], roster)[0] == ["published", "published", "missing"]


def test_full_width_codes_are_read_and_open_quotes_refused(tmp_path: Path) -> None:
    assert judged(tmp_path, BAIYIN, "白银区财政局,６２０４０２\n")[0] == ["published"]
    path = tmp_path / "open.csv"
    for text in (
        '机关,行政区划代码\n白银区财政局,620402\n"白银区审计局,620402\n白银区水利局,620402\n',
        '白银区财政局\n\n"白银区审计局',
    ):
        path.write_text(text, encoding="utf-8")
        said = run("coverage", "--of", path, "--index", tmp_path / "index", "--year", "2022", status=2)
        assert "line 3: a quotation mark in it is not closed" in said.stderr


HANJIANG = {"province": "江苏省", "city": "扬州市", "county": "邗江区", "adcode": "321003"}


@pytest.mark.parametrize("year", [2022, 2021, None])
def test_an_agency_in_two_spellings_is_said_to_be_one(tmp_path: Path, year: int | None) -> None:
    shelf = [*BAIYIN, *([report("扬州市邗江区人民政府", year, **WHOLE, **HANJIANG)] if year else [])]
    found, said = judged(tmp_path, shelf, "扬州市邗江区人民政府\n扬州市江都区人民政府\n邗江区政府\n")
    assert found == (["published", "missing", "published"] if year == 2022 else ["missing"] * 3)
    assert "line 3: “邗江区政府” is the agency of line 1 (“扬州市邗江区人民政府”) too: its years are counted twice" in said
    assert said.count("counted twice") == 1


def test_two_agencies_of_one_place_are_two(tmp_path: Path) -> None:
    _, said = judged(tmp_path, BAIYIN, "扬州市邗江区财政局\n扬州市邗江区审计局\n扬州市邗江区人民政府\n扬州市江都区财政局\n")
    assert "counted twice" not in said
