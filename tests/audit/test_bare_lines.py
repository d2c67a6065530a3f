"""A line of a roster that names no place is that of the place under which it stands, never the only namesake's elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from audit_reports import report
from test_doubtful_rosters import BAIYIN, judged

from gongkai.mappings.agencies import body_of


@pytest.mark.parametrize(
    ("roster", "states"),
    [
        ("白银区人民政府\n财政局\n", ["published", "published"]),
        ("会宁县人民政府\n财政局\n", ["missing", "not_assessable"]),
        ("会宁县财政局\n财政局\n", ["missing", "not_assessable"]),
        ("白银市人民政府\n财政局\n", ["missing", "not_assessable"]),
        ("一、白银区\n财政局\n二、会宁县\n财政局\n", ["published", "published", "missing", "not_assessable"]),
        ("白银区人民政府\n会宁县人民政府\n财政局\n", ["published", "missing", "published"]),  # none of two heads what follows
        ("单位名称,上级单位\n财政局,会宁县人民政府\n", ["not_assessable"]),
        ("单位名称,上级单位\n财政局,白银区人民政府\n财政局,会宁县人民政府\n", ["published", "not_assessable"]),
        ("机关,所属地区\n财政局,会宁县\n财政局,白银区\n", ["missing", "published"]),
        ("财政局\n", ["published"]),  # the roster names no place, and there is one of that name
        ("白银区财政局\n白银区财政局\n", ["published"]),
    ],
)
def test_a_bare_name_is_of_its_place_on_the_roster(tmp_path: Path, roster: str, states: list[str]) -> None:
    found, said = judged(tmp_path, BAIYIN, roster)
    assert found == states
    if "not_assessable" in states:
        assert "“财政局” names no place, and there are reports of " in said
        assert "白银区财政局 alone: write its place in full, or add the adcode (无法判断)" in said


def test_a_town_is_that_of_its_county_and_not_the_only_namesake_of_another_province(tmp_path: Path) -> None:
    """汀溪乡 of 泾县 became a 镇, which the gazetteer knows of 厦门 alone."""
    place = {"province": "安徽省", "city": "宣城市", "county": "泾县", "adcode": "341823"}
    town = report("汀溪镇人民政府", 2022, kind="government", level="township", town="汀溪镇", **place)
    assert judged(tmp_path, [*BAIYIN, town], "泾县\n汀溪镇\n")[0] == ["missing", "published"]
    assert judged(tmp_path / "csv", [*BAIYIN, town], "机关,上级\n汀溪镇,泾县人民政府\n")[0] == ["published"]


@pytest.mark.parametrize("line", ["白银区公安局、统计局", "强湾镇、水川镇、四龙镇", "白银区公安局，白银区统计局"])
def test_a_line_of_several_agencies_accuses_none(tmp_path: Path, line: str) -> None:
    found, said = judged(tmp_path, BAIYIN, f"白银区人民政府\n{line}\n")
    assert found == ["published", "not_assessable"]
    assert "names several agencies: write one a line" in said


@pytest.mark.parametrize("line", ["白银区各乡镇", "白银区乡镇（街道）", "白银区小计", "合计", "白银区园区"])
def test_sorts_and_sums_are_no_agencies(tmp_path: Path, line: str) -> None:
    assert judged(tmp_path, BAIYIN, f"白银区人民政府\n{line}\n白银区财政局*\n")[0] == ["published", "published"]


@pytest.mark.parametrize(
    "roster",
    [
        "白银区人民政府\n市财政局\n",
        "会宁县\n市财政局\n",
        "一、市直部门\n市财政局\n二、白银区\n白银区人民政府\n",
        "机关,上级\n市财政局,白银区人民政府\n",
    ],
)
def test_a_bureau_of_the_city_is_none_of_a_county_s(tmp_path: Path, roster: str) -> None:
    found, _ = judged(tmp_path, BAIYIN, roster)
    at = 0 if roster.startswith(("一", "机")) else 1
    assert found[at] == "not_assessable"  # 白银区财政局's was taken for it
    place = {"province": "甘肃省", "city": "白银市", "adcode": "620400"}
    city = report("白银市财政局", 2022, level="prefectural", **place)
    assert judged(tmp_path / "city", [*BAIYIN, city], roster)[0][at] == "published"


def test_a_heading_and_its_own_government_are_one_line_and_head_what_follows(tmp_path: Path) -> None:
    roster = "一、会宁县\n会宁县人民政府\n财政局\n二、白银区\n白银区人民政府\n财政局\n"
    assert judged(tmp_path, BAIYIN, roster)[0] == ["missing", "not_assessable", "published", "published"]


@pytest.mark.parametrize("government", ["县政府", "县人民政府", "县政府（本级）"])
def test_a_government_under_a_heading_is_that_of_the_heading(tmp_path: Path, government: str) -> None:
    assert judged(tmp_path, BAIYIN, f"一、会宁县\n{government}\n二、白银区\n区政府\n")[0] == [
        "missing",
        "published",
    ]  # one line each
    whole = {"kind": "government", "scope": "government_consolidated"}
    others = [
        report(f"{county}人民政府", 2022, county=county, adcode=code, **whole)
        for county, code in (("平川区", "620403"), ("靖远县", "620421"))
    ]
    found, said = judged(tmp_path / "parent", [*BAIYIN, *others], f"机关,上级\n{government},会宁县\n县政府,靖远县\n")
    assert found == ["missing", "published"]
    assert "fits" not in said


def test_an_office_that_reports_is_hinted_at_and_not_joined(tmp_path: Path) -> None:
    office = report("白银区人民政府办公室", 2022, kind="government_office")
    found, said = judged(tmp_path, [office], "白银区人民政府\n")
    assert found == ["missing"]
    assert "has no report; there are reports of 白银区人民政府办公室" in said


@pytest.mark.parametrize(
    ("reported", "line"),
    [
        ("白银区粮食和物资储备局", "白银区粮储局"),
        ("白银区人力资源和社会保障局", "白银区人保局"),
        ("白银市生态环境局白银区分局", "白银区生态环境局"),
        ("生态环境局白银区分局", "白银市生态环境局白银区分局"),
        ("白银市公安局白银区分局", "白银区公安分局"),
    ],
)
def test_branches_and_short_names_of_a_district_are_joined(tmp_path: Path, reported: str, line: str) -> None:
    assert judged(tmp_path, [*BAIYIN, report(reported, 2022)], f"白银区人民政府\n{line}\n")[0] == ["published", "published"]


def test_a_branch_by_the_short_name_of_its_county_has_its_id() -> None:
    places = ("甘肃省", "白银市", "会宁县", None)
    assert {body_of(name, places) for name in ("会宁生态环境分局", "白银市生态环境局会宁分局", "会宁县生态环境分局")} == {
        "生态环境分局"
    }


@pytest.mark.parametrize("line", ["二、功能区", "二、县区", "三、县（市、区）", "白银市县区", "合计6家", "6家", "各县市区"])
def test_parts_of_a_place_and_sums_are_no_agencies(tmp_path: Path, line: str) -> None:
    assert judged(tmp_path, BAIYIN, f"白银区人民政府\n{line}\n")[0] == ["published"]


@pytest.mark.parametrize(
    "table",
    [
        "地区,机关\n白银区,\n,财政局\n会宁县,\n,县政府\n合计,2家\n",
        "序号,机关,备注\n1,白银区财政局,\n2,会宁县政府,\n合计,,2家\n",
        "地区,机关,数量\n白银区,财政局,\n会宁县,县政府,\n合计,,2家\n",
    ],
)
def test_rows_of_a_region_alone_and_sums_refuse_no_file(tmp_path: Path, table: str) -> None:
    assert judged(tmp_path, BAIYIN, table)[0] == ["published", "missing"]


@pytest.mark.parametrize("town", ["北胡街道", None])
@pytest.mark.parametrize("printed", ["襄都区北胡街道办事处", "襄都区北胡办事处", "北胡办事处"])
@pytest.mark.parametrize("line", ["襄都区北胡街道办事处", "襄都区北胡办事处", "北胡街道办事处,130502", "北胡办事处,130502"])
def test_the_office_of_a_subdistrict_lacks_the_word_for_it(tmp_path: Path, town: str | None, printed: str, line: str) -> None:
    place = {"province": "河北省", "city": "邢台市", "county": "襄都区", "adcode": "130502", "town": town}
    if town or "街道" not in printed:
        shelf = [report(printed, 2022, kind="subdistrict_office", **place)]
        assert judged(tmp_path, shelf, f"{line}\n襄都区南胡办事处\n")[0] == ["published", "missing"]
