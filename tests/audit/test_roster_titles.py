"""The title above a roster says whose agencies it lists: 市教育局 below 甲市政务公开责任单位名单 is that of 甲市."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from audit_reports import report
from command_line import run
from hypothesis import given, settings
from hypothesis import strategies as st
from test_audit_coverage import index_of

from gongkai.audit.rosters.places import place_of_title
from gongkai.indexer.agencies.told_by_name import told_by_name

HEBEI = {"province": "河北省", "city": "邢台市"}
CITY: dict[str, Any] = {**HEBEI, "county": None, "adcode": "130500", "level": "prefectural"}
NINGJIN: dict[str, Any] = {**HEBEI, "county": "宁晋县", "adcode": "130528"}
XIANGDU: dict[str, Any] = {**HEBEI, "county": "襄都区", "adcode": "130502"}
SHELF = [
    report("邢台市教育局", 2022, **CITY),
    report("宁晋县教育局", 2022, **NINGJIN),
    report("邢台市公安局襄都分局", 2022, **XIANGDU, kind="public_security"),
]
TITLE = "邢台市政务公开责任单位名单（2025年版）\n"


def judged(folder: Path, roster: str) -> tuple[list[str], str]:
    path = folder / "roster.txt"
    path.write_text(roster, encoding="utf-8")
    done = run("coverage", "--of", path, "--index", index_of(folder, SHELF), "--year", "2022", "--format", "csv")
    return [line.split(",")[3] for line in done.stdout.splitlines()[1:]], done.stderr


@pytest.mark.parametrize(
    ("roster", "states"),
    [
        ("市教育局\n市审计局\n", ["已发布", "未见"]),
        ("一、市直部门\n1.市教育局\n二、县（市、区）政府\n襄都区\n宁晋县\n", ["已发布", "未见", "未见"]),
        ("市公安局襄都分局\n", ["已发布"]),
        ("教育局\n", ["已发布"]),
        ("宁晋县人民政府\n县教育局\n县审计局\n", ["未见", "已发布", "无法判断"]),
        ("市市场监督管理局\n市政府\n", ["未见", "未见"]),
        ("县审计局\n", ["无法判断"]),
    ],
)
def test_the_place_of_the_title_is_that_of_its_lines(tmp_path: Path, roster: str, states: list[str]) -> None:
    assert judged(tmp_path, TITLE + roster)[0] == states


def test_without_a_place_the_agencies_that_a_name_fits_are_named(tmp_path: Path) -> None:
    states, said = judged(tmp_path, "市直单位名单\n教育局\n")
    assert states == ["无法判断"]
    assert "fits 2 agencies, 130500 邢台市教育局, 130528 宁晋县教育局: add the adcode" in said


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("邢台市政务公开责任单位名单", ("邢台市", "130500")),
        ("河北省邢台市2025年度政务公开工作考核单位一览表", ("河北省邢台市", "130500")),
        ("邢台市宁晋县信息公开单位名录", ("邢台市宁晋县", "130528")),
        ("市场监管单位名单", None),
        ("鼓楼区政务公开单位名单", None),  # there are several
        ("2025年全市单位名单", None),
        (None, None),
    ],
)
def test_whose_roster_it_is(title: str | None, place: tuple[str, str] | None) -> None:
    assert place_of_title(title, told_by_name) == place


@settings(max_examples=30, deadline=None)
@given(st.text("邢台市宁晋县区名单", max_size=40))
def test_any_title_is_read(title: str) -> None:
    place_of_title(title, told_by_name)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("市科经信局", "宁国市科技经济信息化局"),
        ("市科技和经济信息化局", "宁国市科经信局"),
        ("市数据资源局", "宁国市数据资源管理局"),
        ("市机关事务中心", "宁国市机关事务管理服务中心"),
        ("市招商中心", "宁国市招商服务中心"),
        ("市公安局交管大队", "宁国市公安局交通管理大队"),
    ],
)
def test_short_names_of_a_county_s_bureaus(tmp_path: Path, line: str, name: str) -> None:
    place = {"province": "安徽省", "city": "宣城市", "county": "宁国市", "adcode": "341881"}
    path = tmp_path / "roster.txt"
    path.write_text(f"宁国市政务公开考核单位名单\n{line}\n", encoding="utf-8")
    index = index_of(tmp_path, [report(name, 2022, **place)])
    done = run("coverage", "--of", path, "--index", index, "--year", "2022", "--format", "csv")
    assert "已发布" in done.stdout


def test_a_longer_name_that_a_line_may_be_short_for_is_hinted_at(tmp_path: Path) -> None:
    path = tmp_path / "roster.txt"
    index = index_of(tmp_path, [report("宁晋县畜牧水产服务中心", 2022, **NINGJIN), report("宁晋县体育局", 2022, **NINGJIN)])
    for line, hint in (("宁晋县畜牧中心", True), ("宁晋县水产中心", False), ("宁晋县文化体育局", False)):
        path.write_text(f"{line}\n", encoding="utf-8")
        said = run("coverage", "--of", path, "--index", index, "--year", "2022", status=None).stderr
        assert ("there are reports of 宁晋县畜牧水产服务中心: correct the name if that is meant" in said) == hint
    path.write_text("宁晋县畜牧中心\n宁晋县畜牧水产服务中心\n", encoding="utf-8")
    assert "correct the name" not in run("coverage", "--of", path, "--index", index, "--year", "2022").stderr
