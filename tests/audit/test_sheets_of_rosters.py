"""Rosters of several tables, as spreadsheets are saved and pasted: below each other, beside each other, with sums and titles between."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from audit_reports import report
from test_doubtful_rosters import WHOLE, judged

from gongkai.audit.rosters.file import read_roster

PLACE: dict[str, Any] = {"province": "河北省", "city": "邢台市", "county": "宁晋县", "adcode": "130528", "level": "county"}
OTHER = {**PLACE, "county": "威县", "adcode": "130533"}


def read(folder: Path, text: str) -> tuple[list[tuple[str, str | None, str | None]], list[str]]:
    """Return the name, the code and the title of each line, and what is said."""
    path, said = folder / "roster.csv", list[str]()
    path.write_text(text, encoding="utf-8")
    return [(one.agency, one.adcode, one.title) for one in read_roster(path, str, said.append)], said


def names(folder: Path, text: str) -> list[str]:
    return [name for name, _, _ in read(folder, text)[0]]


def test_tables_below_each_other_are_read_each_by_its_headings(tmp_path: Path) -> None:
    found, said = read(
        tmp_path,
        "甲县政府部门名单,,\n单位名称,行政区划代码,备注\n教育局,130528,\n财政局,130528,已报\n合计,2,\n,,\n"
        "甲县乡镇名单,,\n序号,代码,乡镇名称,单位名称\n1,130528,,凤凰镇人民政府\n",
    )
    first, second = "甲县政府部门名单", "甲县乡镇名单"
    assert found == [("教育局", "130528", first), ("财政局", "130528", first), ("凤凰镇人民政府", "130528", second)]
    assert [note.rpartition(": ")[0].endswith("乡镇名称; those known are the like of") for note in said] == [False]
    assert "乡镇名称" in said[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("序号,单位名称,序号,单位名称\n1,教育局,4,凤凰镇\n2,财政局,5,河渠镇\n3,审计局,,\n", "教育局 财政局 审计局 凤凰镇 河渠镇"),
        ("单位名称,备注,单位名称,备注\n教育局,,凤凰镇,x\n", "教育局 凤凰镇"),
        ("单位名称,单位名称\n教育局,凤凰镇\n", "教育局 凤凰镇"),
        ("序号,单位名称,单位全称\n1,教育局,甲县教育局\n", "教育局"),  # one agency by two names
        ("单位名称,联系人,单位名称\n教育局,张三,凤凰镇\n", "教育局 凤凰镇"),
        ("单位名称,联系人,单位名称,电话\n教育局,张三,凤凰镇,1\n", "教育局"),
        ("序号,单位名称,电话\n1,教育局,1\n小计,1,\n,总计：,1\n2,财政局,2\n", "教育局 财政局"),
        ("县,单位名称\n甲县,教育局\n合计,1\n", "甲县教育局"),
        ("县政府\n部门\n教育局\n乡镇\n凤凰镇\n", "县政府 教育局 凤凰镇"),
        ("部门\n教育局\n财政局\n", "教育局 财政局"),
        ("甲县名单\n单位名称\n教育局\n乙县名单\n单位名称\n财政局\n", "教育局 财政局"),
        ("甲县合计信息中心\n教育局\n", "甲县合计信息中心 教育局"),
    ],
)
def test_each_agency_is_read_and_no_sum(tmp_path: Path, text: str, expected: str) -> None:
    assert names(tmp_path, text) == expected.split()


def test_a_column_of_agencies_that_is_not_read_is_named(tmp_path: Path) -> None:
    _, said = read(tmp_path, "单位名称,行政区划,机构全称\n教育局,130528,宁晋县教育局\n")
    assert [note.split("csv")[1] for note in said] == [
        ", line 1: 2 columns of agencies, 单位名称、机构全称: the first is read alone."
    ]


@pytest.mark.parametrize("head", ["", "单位名称\n"])
def test_each_title_says_whose_lines_those_below_it_are(tmp_path: Path, head: str) -> None:
    shelf = [report(f"{place['county']}教育局", 2022, **place) for place in (PLACE, OTHER)]
    shelf += [report("威县财政局", 2022, **OTHER), report("威县人民政府", 2022, **{**OTHER, **WHOLE})]
    lines = "教育局\n县财政局\n"
    roster = f"宁晋县政务公开单位名单\n{head}{lines}威县政务公开单位名单\n{head}{lines}"
    assert judged(tmp_path, shelf, roster)[0] == ["published", "missing", "published", "published"]
