"""What a roster's lines name: numbers, headings, brackets, titles of two bodies, short places, names that are mistyped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from audit_reports import report
from command_line import answer
from test_audit_coverage import index_of
from test_doubtful_rosters import BAIYIN, judged

from gongkai.audit.rosters.file import read_roster
from gongkai.audit.rosters.names import is_heading, names_of
from gongkai.audit.rosters.near_names import NearNames
from gongkai.indexer.agencies.told_by_name import told_by_name
from gongkai.indexer.gazetteer.jurisdiction import lasting_code

TOWN = report("白银区强湾镇人民政府", 2022, kind="government", level="township", town="强湾镇")


def test_numbers_and_headings_are_no_part_of_a_name(tmp_path: Path) -> None:
    path = tmp_path / "roster.txt"
    lines = [
        "一、政府部门（25个）",
        "（一）白银区财政局",
        "2.白银区水利局",
        "②白银区审计局",
        "(4) 白银区林业局",
        "- 白银区统计局",
    ]
    path.write_text("\n".join([*lines, "二、乡镇、街道", "县直单位：", "第一、白银区民政局"]), encoding="utf-8")
    names = [one.agency.removeprefix("白银区") for one in read_roster(path, lasting_code)]
    assert names == ["财政局", "水利局", "审计局", "林业局", "统计局", "民政局"]


@pytest.mark.parametrize(
    "title",
    [
        "白银市政府信息公开机关名单（2025年版）",
        "名录 (共2家)：",
        "白银市2025年度政府信息公开年报应公开单位",
        "应当编制年度报告的单位【2025】",
        "应发布年报的机关",
    ],
)
def test_a_title_above_the_lines_is_no_agency(tmp_path: Path, title: str) -> None:
    path = tmp_path / "roster.txt"
    path.write_text(f"{title}\n白银区财政局\n白银区应急管理局\n", encoding="utf-8")
    assert [one.agency for one in read_roster(path, lasting_code)] == ["白银区财政局", "白银区应急管理局"]


@pytest.mark.parametrize(
    "text", "县直部门 市政府工作部门 直属事业单位 垂直管理部门 乡镇（街道） 各乡镇 国有企业 街道 园区".split()
)
def test_a_sort_of_agencies_is_a_heading(text: str) -> None:
    assert is_heading(text)
    assert is_heading(f"{text}（共12个）：")


@pytest.mark.parametrize("text", "财政局 工业园区 人民政府 县政府 公园路街道 中央街道 高新区 县直机关工委 强湾镇".split())
def test_an_agency_is_no_heading(text: str) -> None:
    assert not is_heading(text)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("甲县教育局（本级）", ("甲县教育局", "甲县教育局（本级）")),
        ("甲县商务局(粮食局)", ("甲县商务局", "甲县商务局(粮食局)", "粮食局")),
        ("甲县商务局（加挂粮食局牌子）", ("甲县商务局", "甲县商务局（加挂粮食局牌子）", "粮食局")),
        ("乙大学(丙)", ("乙大学(丙)",)),
        ("甲县双桥镇党委、镇人民政府", ("甲县双桥镇人民政府",)),
        ("中共甲县委、甲县人民政府", ("甲县人民政府",)),
        ("甲县委办公室、县政府办公室", ("甲县政府办公室",)),
        ("甲县南街街道党工委、办事处", ("甲县南街街道办事处",)),
        ("甲县委办公室", ("甲县委办公室",)),
    ],
)
def test_brackets_and_titles_of_two_bodies(line: str, names: tuple[str, ...]) -> None:
    assert names_of(line) == names


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("白银区财政局（公章）", "published"),
        ("白银区国资局（财政局）", "published"),
        ("平川区国资局（财政局）", "missing"),
        ("白銀區財政局", "published"),
        ("白银白银区财政局", "published"),
        ("甘肃白银区财政局", "published"),
        ("白银区强湾镇党委、镇人民政府", "published"),
        ("中共白银区委、区人民政府", "published"),
    ],
)
def test_such_lines_find_their_reports(tmp_path: Path, line: str, state: str) -> None:
    assert judged(tmp_path, [*BAIYIN, TOWN], f"{line}\n")[0] == [state]


def test_a_county_by_its_short_name(tmp_path: Path) -> None:
    place = {"county": "会宁县", "adcode": "620422"}
    assert judged(tmp_path / "1", [report("会宁县财政局", 2022, **place)], "会宁财政局\n")[0] == ["published"]
    city = report("白银市财政局", 2022, county=None, adcode="620400")
    assert judged(tmp_path / "2", [city, *BAIYIN], "白银财政局\n")[0] == ["not_assessable"]  # the city's or the district's


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("满洲里市扎赉诺尔区财政局", "扎赉诺尔区财政局"),
        ("西乌旗财政局", "西乌珠穆沁旗财政局"),
        ("锡盟行署", "锡林郭勒盟行政公署"),
        ("會寧縣財政局", "会宁县财政局"),
        ("白银会宁县教育局", "会宁县教育局"),
    ],
)
def test_places_in_front_of_a_name_leave_its_id(name: str, short: str) -> None:
    assert told_by_name(name).agency_id == told_by_name(short).agency_id is not None


def test_a_mistyped_name_is_hinted_at_and_not_joined(tmp_path: Path) -> None:
    states, said = judged(tmp_path / "1", BAIYIN, "白银区财证局\n")
    assert states == ["missing"]
    assert "has no report; there are reports of 白银区财政局: correct the name if that is meant" in said
    states, said = judged(tmp_path / "2", BAIYIN, "白银取财政局\n")
    assert (states, "there are reports of 白银区财政局" in said) == (["not_assessable"], True)
    assert "reports of" not in judged(tmp_path / "3", BAIYIN, "白银区财证局\n白银区财政局\n")[1]  # has a line of its own
    assert "reports of" not in judged(tmp_path / "4", BAIYIN, "平川区财证局\n")[1]


def test_names_one_character_apart() -> None:
    near = NearNames(["财政局", "甲县财政局", "甲县水利局", "乙县财政局"])
    assert near.near("甲县财证局") == {"甲县财政局"}
    assert near.near("甲县财局") == {"甲县财政局"}
    assert near.near("甲甲县财政局") == {"甲县财政局"}
    assert near.near("丙县财政局") == {"甲县财政局", "乙县财政局"}
    assert near.near("甲县财政局") == {"乙县财政局"}
    assert near.near("局") == set()


@pytest.mark.parametrize("word", ["甲", "乡镇", "党委", "区", "（", "中共", "一"])
def test_long_lines_take_no_time(word: str) -> None:
    assert not is_heading(word * 10_000)
    assert names_of(word * 10_000)


@pytest.mark.parametrize("line", ["四合镇（原四合乡）", "四合镇人民政府（原四合乡人民政府）", "白银区四合镇(原四合乡)"])
def test_each_year_is_that_of_the_first_name_that_has_one(tmp_path: Path, line: str) -> None:
    """Both published on 2021: they are two by the corpus, and one by the roster."""
    about: dict[str, Any] = {"kind": "government", "level": "township"}
    shelf = [report("四合乡人民政府", year, town="四合乡", **about) for year in (2019, 2020, 2021)]
    shelf += [report("四合镇人民政府", year, town="四合镇", **about) for year in (2021, 2022)]
    index, path = index_of(tmp_path, shelf), tmp_path / "roster.txt"
    path.write_text(f"白银区人民政府\n{line}\n", encoding="utf-8")
    cells = answer("coverage", "--of", path, "--index", index, "--year", "2019..2023")["cells"][5:]
    assert [cell["state"] for cell in cells] == ["published"] * 4 + ["missing"]
    path.write_text(f"白银区人民政府\n{line}\n四合乡\n", encoding="utf-8")
    cells = answer("coverage", "--of", path, "--index", index, "--year", "2019..2022")["cells"][4:]
    assert [cell["state"] for cell in cells] == ["missing"] * 2 + ["published"] * 5 + ["missing"]
