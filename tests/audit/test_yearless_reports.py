"""A report that tells no year may be that of every year without another one: nobody is missing then."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from audit_reports import report, write_lines
from command_line import answer, run
from made_up import SOUND, read, report_text
from test_audit_coverage import index_of

from gongkai.audit.by_turns import last_by_turns

SHELF = [
    *(report("白银区财政局", year) for year in (2021, 2022, 2024)),
    report("白银区教育局", 2022),
    report("白银区教育局", None, published="2024-01-10"),
]


def states(tmp_path: Path, shelf: list[dict[str, Any]], *options: str | Path) -> dict[str, list[str]]:
    cells = answer("coverage", *options, "--index", index_of(tmp_path, shelf), "--year", "2021..2024")["cells"]
    found: dict[str, list[str]] = {}
    for cell in cells:
        found.setdefault(cell["agency"], []).append(cell.get("reason") or cell["state"])
    return found


@pytest.mark.parametrize("roster", [None, "白银区教育局\n", "区教育局,620402\n", "白银区人民政府\n教育局\n"])
def test_years_that_an_undated_report_may_be_of_are_not_missing(tmp_path: Path, roster: str | None) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(roster or "", encoding="utf-8")
    found = states(tmp_path, SHELF, *(("--of", path) if roster else ()))
    [name] = [name for name in found if "教育局" in name]
    assert found[name] == ["yearless_report", "published", "yearless_report", "missing"]  # out before the end of 2024
    assert roster or found["白银区财政局"] == ["published", "published", "missing", "published"]


def test_an_agency_of_nothing_but_undated_reports_has_a_line(tmp_path: Path) -> None:
    shelf = [report("白银区财政局", 2021), report("白银区教育局", None, published=None)]
    assert states(tmp_path, shelf)["白银区教育局"] == ["yearless_report"] * 4


def test_an_undated_report_counts_under_the_other_names_of_its_office(tmp_path: Path) -> None:
    shelf = [report("白银区发展和改革局", 2021), report("白银区发改委", None, published="2025-01-10")]
    assert list(states(tmp_path, shelf).values()) == [["published", *["yearless_report"] * 3]]
    assert last_by_turns({"甲局": (), "乙局": ()}) in ("甲局", "乙局")


def test_coverage_names_whose_reports_tell_no_year(tmp_path: Path) -> None:
    options = ("--index", index_of(tmp_path, SHELF), "--year", "2021..2024")
    said = run("coverage", *options).stderr
    assert "1 of the 5 reports tell no year, or contradict themselves: " in said
    assert "无法判断, not 未见: 白银区教育局." in said
    assert "另有报告年度不明" in run("coverage", *options, "--format", "csv").stdout


def test_a_title_that_the_text_contradicts_leaves_no_year() -> None:
    text = report_text(SOUND, prose={1: "2023年,本局依法推进公开。本报告所列数据的统计期限为2023年1月1日至2023年12月31日。"})
    assert read(text.replace("2023年政府信息", "2022年政府信息")).year is None


def test_a_report_whose_text_is_of_another_year_than_its_title_counts_for_neither(tmp_path: Path) -> None:
    contradicted = report("白银区教育局", 2023, published="2025-01-21")
    contradicted["findings"] = [
        {
            "code": "D3",
            "message": "标题年度为 2023 年，正文统计期限从 2024 年开始，两者不符。",
            "figures": [],
            "fault": "source_error",
        }
    ]
    found = states(tmp_path, [*SHELF[:4], contradicted])["白银区教育局"]
    assert found == ["yearless_report", "published", "yearless_report", "yearless_report"]


def told(code: str, fault: str = "source_error") -> dict[str, Any]:
    return {"code": code, "message": "年度存疑。", "figures": [], "evidence": "", "fault": fault}


def early(agency: str, year: int, **parts: Any) -> dict[str, Any]:
    """Return a report titled by the year in which it was written: it came out before that year was over."""
    return report(agency, year, published=f"{year}-01-20", findings=[told("D1", "undecided")], **parts)


@pytest.mark.parametrize("roster", [None, "白银区教育局\n"])
def test_a_report_titled_by_its_year_of_writing_counts_for_no_year(tmp_path: Path, roster: str | None) -> None:
    path = tmp_path / "roster.txt"
    path.write_text(roster or "", encoding="utf-8")
    shelf = [report("白银区财政局", 2021), early("白银区教育局", 2023), report("白银区教育局", 2021)]
    options = ("--of", path) if roster else ()
    found = states(tmp_path, shelf, *options)["白银区教育局"]
    assert found == ["published", "yearless_report", "yearless_report", "missing"]
    said = run("coverage", *options, "--index", tmp_path / "index", "--year", "2021..2024", "--format", "csv")
    assert "发布于标题所称年度结束之前" in said.stdout
    assert "白银区教育局. `check --finding D1,D3` lists those" in said.stderr


def test_years_are_found_where_every_report_contradicts_itself(tmp_path: Path) -> None:
    index = index_of(tmp_path, [early("白银区教育局", 2023)])
    [cell] = answer("coverage", "--index", index)["cells"]
    assert (cell["year"], cell["reason"]) == (2023, "yearless_report")


NUMBERS = {"requests.carried_forward.total": 3, "requests.carried_over.total": 8, "requests.received.total": 5}


@pytest.mark.parametrize("doubt", ["D1", "D3"])
@pytest.mark.parametrize("source", ["index", "folder"])
def test_no_number_is_compared_with_that_of_a_doubtful_year(tmp_path: Path, doubt: str, source: str) -> None:
    former = report("白银区教育局", 2021, figures=NUMBERS)
    now = report("白银区教育局", 2022, figures=NUMBERS, findings=[told(doubt)])
    asked = ["--index", index_of(tmp_path, [former, now])]
    if source == "folder":
        asked = [str(write_lines(tmp_path / "lines.jsonl", [former, now]))]
    result = run("check", "--across", "years", *asked, "--format", "json", status=1)
    assert [line["code"] for line in json.loads(result.stdout)["findings"]] == [doubt]
    assert "1 of the 2 reports tell two years (D3), or came out before their year was over (D1)" in result.stderr


@pytest.mark.parametrize("measure", ["requests.received.total", "corrected_share", None])
def test_pivot_and_trend_put_a_doubtful_year_under_none(tmp_path: Path, measure: str | None) -> None:
    shelf = [
        report("白银区财政局", 2022, figures=NUMBERS),
        report("白银区教育局", 2022, figures=NUMBERS, findings=[told("D3")]),
        report("白银区水利局", None, figures=NUMBERS),
        early("白银区林业局", 2022, figures=NUMBERS),
    ]
    asked = ("--index", index_of(tmp_path, shelf), *(("--measure", measure) if measure else ()))
    for axes in (("--rows", "agency", "--columns", "year"), ("--rows", "year,agency")):
        result = run("pivot", *axes, *asked, "--format", "csv")
        dated = [line for line in result.stdout.splitlines() if "2022" in line]
        assert len(dated) == 1, result.stdout
        assert "白银区" in result.stdout
        assert "2 of the reports tell two years (D3), or came out before" in result.stderr
    result = run("trend", *asked, "--format", "json")
    assert sum(point["reports"] + point["missing"] for point in json.loads(result.stdout)["points"]) == 1
    assert "3 of the reports tell no year, or contradict themselves" in result.stderr


@pytest.mark.parametrize("roster", [None, "白银区教育局\n"])
@pytest.mark.parametrize(("published", "state", "days_late"), [("2022-01-15", "published", 0), ("2022-03-02", "late", 30)])
def test_an_older_version_out_before_its_year_was_over_is_no_first_one(
    tmp_path: Path, roster: str | None, published: str, state: str, days_late: int
) -> None:
    path = tmp_path / "roster.txt"
    path.write_text(roster or "", encoding="utf-8")
    shelf = [early("白银区教育局", 2021), report("白银区教育局", 2021, 2, published=published), report("白银区教育局", 2019)]
    asked = (*(("--of", path) if roster else ()), "--index", index_of(tmp_path, shelf), "--year", "2019..2022")
    cells = answer("coverage", *asked)["cells"]
    assert [cell.get("reason") or cell["state"] for cell in cells] == ["published", "yearless_report", state, "missing"]
    told = {name: cells[2][name] for name in ("first_published", "days_late", "versions")}
    assert told == {"first_published": published, "days_late": days_late, "versions": 1}


@pytest.mark.parametrize("source", ["index", "folder"])
def test_a_version_out_before_its_year_was_over_excuses_no_late_one(tmp_path: Path, source: str) -> None:
    late = {**told("D2"), "message": "发布日期 2022-03-02 晚于第四十九条规定的 2022-01-31。"}
    shelf = [early("白银区教育局", 2021), report("白银区教育局", 2021, 2, published="2022-03-02", findings=[late])]
    asked = ["--index", index_of(tmp_path, shelf)]
    if source == "folder":
        asked = [str(write_lines(tmp_path / "lines.jsonl", shelf))]
    [found] = answer("check", *asked, "--finding", "D2", status=1)["findings"]
    assert (found["message"], found["fault"]) == (late["message"], "source_error")
