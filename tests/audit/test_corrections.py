"""Corrections, pages that were changed, reports that tell two years: nobody is late by a day that may be another's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from audit_reports import report
from command_line import answer, run
from made_up import SOUND, read, report_text
from test_audit_coverage import index_of

from gongkai.indexer.dates.corrections import first_day_told, tells_that_it_corrects
from gongkai.mappings.too_late import is_correction
from gongkai.report import Fault

TITLE = "临江市蔬菜局2023年政府信息公开工作年度报告"
DAY = "发布日期：2024-05-06"


@pytest.mark.parametrize("before", ["【更正】", "（更正）", "[修订版]", "更正："])
def test_an_edition_before_a_title_is_part_of_it(before: str) -> None:
    found = read(report_text(SOUND, head=f"{before}{TITLE}\n{DAY}"))
    assert (found.agency, found.year) == ("临江市蔬菜局", 2023)
    assert (found.title or "").endswith(TITLE)
    assert is_correction(found.title)
    assert [one.fault for one in found.findings if one.code == "D2"] == [Fault.UNDECIDED]


@pytest.mark.parametrize("behind", ["（更新）", "（修改稿）", "（更新版）", "（再次发布）", "【更正】"])
def test_an_edition_behind_a_title_is_a_correction(behind: str) -> None:
    found = read(report_text(SOUND, head=f"{TITLE}{behind}\n{DAY}"))
    assert [one.fault for one in found.findings if one.code == "D2"] == [Fault.UNDECIDED]
    assert found.published_doubt == "first"


@pytest.mark.parametrize("title", ["甲市城市更新局2023年政府信息公开工作年度报告", TITLE, None])
def test_other_titles_correct_nothing(title: str | None) -> None:
    assert not is_correction(title)


@pytest.mark.parametrize(
    ("said", "corrects"),
    [
        ("注：本报告首次发布于2024年1月20日，因数据有误，现予更正。", True),
        ("本年报首次公布后发现表三有误，已于5月6日重新发布。", True),
        ("原发布日期：2024-01-20，2024-05-06更新。", True),
        ("更正说明：表三第二行有误。", True),
        ("本报告期内，依申请对3条政府信息予以更正。", False),
        ("首次公开权责清单，并及时更新政务公开栏。", False),
        ("更正政府信息0件。", False),
        ("修订说明文件3份。", False),
    ],
)
def test_a_page_may_say_that_it_corrects(said: str, corrects: bool) -> None:
    assert tells_that_it_corrects(said) == corrects
    found = read(report_text(SOUND, head=f"{TITLE}\n{DAY}") + f"\n{said}\n")
    assert [one.fault for one in found.findings if one.code == "D2"] == [Fault.UNDECIDED if corrects else Fault.SOURCE_ERROR]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("注：本报告首次发布于2024年1月20日，因数据有误，现予更正。", "正文称首次发布于 2024-01-20，在期限内。"),
        ("注：本报告首次发布于2024年3月5日，因数据有误，现予更正。", "正文称首次发布于 2024-03-05，亦晚于期限。"),
        ("本报告于1月20日首次公布，现予更正。", "正文称首次发布于 2024-01-20，在期限内。"),
        ("原公开日期：2024-01-20，现予更正。", "正文称首次发布于 2024-01-20，在期限内。"),
        ("本报告于13月20日首次公布，现予更正。", "正文称此为更正、修订后的版本，首次发布的日期不明，是否逾期无法判断。"),
        ("更正说明：表三第二行有误。", "正文称此为更正、修订后的版本，首次发布的日期不明，是否逾期无法判断。"),
        ("本报告首次发布于2023年1月20日，现予更正。", "正文称此为更正、修订后的版本，首次发布的日期不明，是否逾期无法判断。"),
    ],
)
def test_what_the_text_says_of_the_first_day_is_told(said: str, words: str) -> None:
    found = read(report_text(SOUND, head=f"{TITLE}\n{DAY}") + f"\n{said}\n")
    assert [(one.message, one.fault) for one in found.findings if one.code == "D2"] == [
        (
            f"发布日期 2024-05-06 晚于第四十九条规定的 2024-01-31。{words}",
            Fault.SOURCE_ERROR if "亦晚" in words else Fault.UNDECIDED,
        )
    ]


@pytest.mark.parametrize(
    "piece", ["首次发布于2024", "原公开日期：", "1月20日", "2024年1月", "报告首次发布", "现予", "更正说明", "（"]
)
def test_long_texts_take_no_time(piece: str) -> None:
    assert not tells_that_it_corrects(piece * 20_000)
    assert first_day_told(piece * 20_000) is None


def correction(version: int, published: str, **parts: Any) -> dict[str, Any]:
    title = "白银区财政局2022年政府信息公开工作年度报告（更正版）"
    late = {"code": "D2", "message": f"发布日期 {published} 晚于规定。", "figures": [], "evidence": "", "fault": "source_error"}
    return report("白银区财政局", 2022, version, title=title, published=published, findings=[late], **parts)


@pytest.mark.parametrize(
    ("title", "said", "day", "state", "late"),
    [
        (TITLE, "本报告首次发布于2024年1月20日，现予更正。", "2024-01-20", "published", 0),
        (f"{TITLE}（更正）", "原公开日期：2024-01-20", "2024-01-20", "published", 0),
        (f"{TITLE}（更正）", "本报告于3月5日首次公布。", "2024-03-05", "late", 34),
        (f"{TITLE}（更正）", "本报告首次发布于2024年1月20日，或首次发布于2024年3月5日。", None, "published", None),
    ],
)
def test_the_day_that_a_correction_tells_is_the_first_of_a_cell(
    tmp_path: Path, title: str, said: str, day: str | None, state: str, late: int | None
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(report_text(SOUND, head=f"{title}\n{DAY}") + f"\n{said}\n", encoding="utf-8")
    assert answer("parse", page, "--format", "json").get("first_published") == day
    run("index", page, "--index", tmp_path / "index")
    [cell] = answer("coverage", "--index", tmp_path / "index", "--year", "2023")["cells"]
    told = (cell["state"], cell["first_published"], cell["published"], cell["days_late"], cell.get("unknown"))
    assert told == (state, day or "2024-05-06", "2024-05-06", late, None if day else "first")


def test_a_day_without_a_year_is_taken_in_the_year_after_the_report_only() -> None:
    found = read(report_text(SOUND, head=f"{TITLE}（更正）\n发布日期：2025-05-06") + "\n本报告于1月20日首次公布。\n")
    assert found.first_published is None


def test_of_two_corrections_one_tells_the_first_day(tmp_path: Path) -> None:
    index = index_of(tmp_path, [correction(1, "2023-05-06") | {"first_published": "2023-01-20"}, correction(2, "2023-06-06")])
    [cell] = answer("coverage", "--index", index, "--year", "2022")["cells"]
    assert (cell["state"], cell["first_published"], cell.get("unknown")) == ("republished", "2023-01-20", None)
    [found] = answer("check", "--finding", "D2", "--index", index, status=1)["findings"]
    assert found["fault"] == "undecided"
    assert "称首次发布于 2023-01-20，在期限内" in found["message"]


def test_two_corrections_without_what_they_correct_are_not_late(tmp_path: Path) -> None:
    index = index_of(tmp_path, [correction(1, "2023-05-06"), correction(2, "2023-06-06")])
    [cell] = answer("coverage", "--index", index, "--year", "2022")["cells"]
    assert (cell["state"], cell["days_late"], cell["unknown"]) == ("republished", None, "first")
    [found] = answer("check", "--finding", "D2", "--index", index, status=1)["findings"]
    assert found["fault"] == "undecided"


def test_a_late_first_version_is_late_whatever_came_behind(tmp_path: Path) -> None:
    first = correction(1, "2023-05-06") | {"title": "白银区财政局2022年政府信息公开工作年度报告"}
    index = index_of(tmp_path, [first, correction(2, "2023-06-06")])
    [cell] = answer("coverage", "--index", index, "--year", "2022")["cells"]
    assert (cell["state"], cell["first_published"], cell.get("unknown")) == ("late", "2023-05-06", None)


@pytest.mark.parametrize("line", ["更新时间：2024-01-25", "公开日期：2024-01-25"])
def test_a_day_of_a_change_is_no_day_by_a_local_rule(tmp_path: Path, line: str) -> None:
    page = tmp_path / "page.txt"
    page.write_text(report_text({}, head=f"白银区财政局2023年政府信息公开工作年度报告\n{line}"), encoding="utf-8")
    run("index", page, "--index", tmp_path / "index")
    rules = tmp_path / "rules.csv"
    rules.write_text("adcode,due\n62,01-20\n", encoding="utf-8")  # by article 49 it is in time
    changed = line.startswith("更新")
    [cell] = answer("coverage", "--index", tmp_path / "index", "--year", "2023", "--deadlines", rules)["cells"]
    assert (cell["state"], cell.get("unknown")) == (("published", "date") if changed else ("late", None))
    for source in ((page,), ("--index", tmp_path / "index")):
        [found] = answer("check", *source, "--finding", "D2", "--deadlines", rules, status=1)["findings"]
        assert found["fault"] == ("undecided" if changed else "source_error")


def test_nobody_is_late_who_tells_two_years(tmp_path: Path) -> None:
    two = "统计期限自2022年1月1日起，至2022年12月31日止。2023年，本局依法推进公开。"
    found = read(report_text({}, {1: two}, head=f"{TITLE}\n{DAY}"))
    assert [(one.code, one.fault) for one in found.findings if one.code in ("D2", "D3")] == [
        ("D3", Fault.SOURCE_ERROR),
        ("D2", Fault.UNDECIDED),
    ]
    late = {"code": "D2", "message": "发布日期 2023-05-06 晚于规定。", "figures": [], "evidence": "", "fault": "source_error"}
    index = index_of(tmp_path, [report("白银区财政局", 2022, published="2023-05-06", findings=[late, {**late, "code": "D3"}])])
    told = answer("check", "--index", index, status=1)["findings"]
    assert {one["code"]: one["fault"] for one in told} == {"D2": "undecided", "D3": "source_error"}
    assert answer("check", "--index", index, "--finding", "D2", "--fault", "undecided", status=1)["findings"]
