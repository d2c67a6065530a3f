"""Shares and trends: exact beside the documents themselves, with their denominators, silent where they are small."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from audit_reports import report
from command_line import answer, lines, run
from hypothesis import given, settings
from hypothesis import strategies as st
from test_audit_coverage import index_of

from gongkai.audit.trend import spark
from gongkai.mappings.fields import field_named
from gongkai.mappings.ratios import RATIOS, SMALLEST, ratio_named
from gongkai.search.crosstab import Cell
from gongkai.search.render_pivot import cell_text

PROCESSED, NOT_HELD = "requests.processed.total", "requests.unavailable.not_held.total"
RECEIVED = "requests.received.total"


def shelf() -> list[dict[str, Any]]:
    numbers = [(2021, "甲", 40, 10), (2021, "乙", 60, 5), (2022, "甲", 29, 1), (2022, "乙", 50, None), (2023, "甲", 30, 30)]
    return [
        report(f"{name}局", year, figures={PROCESSED: processed, NOT_HELD: not_held, RECEIVED: processed * 2})
        for year, name, processed, not_held in numbers
    ]


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return index_of(tmp_path, shelf())


def test_every_ratio_is_of_figures_of_the_form() -> None:
    for ratio in RATIOS.values():
        assert all((field := field_named(name)) and field.figure for name in ratio.figures)
        assert ratio_named(ratio.label) == ratio == ratio_named(ratio.name)
        assert ratio.above
        assert ratio.below
    assert len({ratio.label for ratio in RATIOS.values()}) == len(RATIOS)


def test_a_share_is_of_the_reports_that_print_it_all(index: Path) -> None:
    result = answer("pivot", "--rows", "year", "--measure", "not_held_share", "--index", index)
    assert (result["measure"], result["above"], result["below"], result["smallest"]) == (
        "not_held_share",
        [NOT_HELD],
        [PROCESSED],
        30,
    )
    assert result["cells"] == [
        {"row": 2021, "column": None, "value": 0.15, "numerator": 15, "denominator": 100, "reports": 2, "missing": 0},
        {"row": 2022, "column": None, "value": None, "numerator": 1, "denominator": 29, "reports": 1, "missing": 1},
        {"row": 2023, "column": None, "value": 1.0, "numerator": 30, "denominator": 30, "reports": 1, "missing": 0},
    ]


def test_shares_are_printed_with_their_denominators(index: Path) -> None:
    table = run("pivot", "--rows", "agency", "--columns", "year", "--measure", "不掌握占比", "--index", index).stdout
    assert table.splitlines() == [
        "机关\t2021\t2022\t2023",
        "乙局\t8.3% （60）\t\t",
        "甲局\t25.0% （40）\t— （29）\t100.0% （30）",
    ]
    text = run("pivot", "--rows", "year", "--measure", "不掌握占比", "--format", "csv", "--index", index).stdout
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [(row["不掌握占比"], row["分子"], row["分母"], row["缺数篇数"]) for row in rows] == [
        ("0.15", "15", "100", "0"),
        ("", "1", "29", "1"),
        ("1", "30", "30", "0"),
    ]


def test_a_trend_of_a_figure(index: Path) -> None:
    result = answer("trend", "--measure", RECEIVED, "--by", "agency", "--index", index)
    assert (result["by"], result["measure"], result["years"]) == ("agency", RECEIVED, [2021, 2022, 2023])
    assert [(point["row"], point["year"], point["value"]) for point in result["points"]] == [
        ("乙局", 2021, 120),
        ("乙局", 2022, 100),
        ("甲局", 2021, 80),
        ("甲局", 2022, 58),
        ("甲局", 2023, 60),
    ]
    table = run("trend", "--measure", RECEIVED, "--index", index).stdout
    assert table == "范围\t走势\t2021\t2022\t2023\n全部\t█▆▁\t200\t158\t60\n"
    assert run("trend", "--index", index).stdout.splitlines()[1] == "全部\t██▁\t2\t2\t1"


def test_a_trend_of_a_share(index: Path) -> None:
    points = lines(run("trend", "--measure", "not_held_share", "--format", "jsonl", "--index", index).stdout)
    assert [(point["value"], point["numerator"], point["denominator"]) for point in points] == [
        (0.15, 15, 100),
        (None, 1, 29),
        (1.0, 30, 30),
    ]
    assert (
        "全部\t▁ █\t15.0% （100）\t— （29）\t100.0% （30）"
        in run("trend", "--measure", "not_held_share", "--index", index).stdout
    )
    assert (
        run("trend", "--measure", "not_held_share", "--format", "csv", "--index", index).stdout.splitlines()[1]
        == "全部,2021,0.15,15,100,2,0"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["trend", "--measure", "year"], "is no figure"),
        (["trend", "--measure", "not_hold_share"], "Unknown"),
        (["trend", "--by", "year"], "the columns are the years"),
        (
            ["trend", "--by", "province,city"],
            "--by takes one field here, not province and city: `gongkai pivot --rows province,city",
        ),
        (["trend", "--by", "title"], "is no facet"),
        (["pivot", "--rows", "outcome", "--measure", "denied_share"], "sums its own figures"),
    ],
)
def test_errors_are_one_line(index: Path, arguments: list[str], words: str) -> None:
    result = run(*arguments, "--index", index, status=2)
    assert (words in result.stderr, result.stderr.count("\n"), result.stdout) == (True, 1, "")


def test_nothing_found_is_nothing(index: Path) -> None:
    run("trend", "没有这个词", "--index", index, status=1)
    run("pivot", "没有这个词", "--rows", "year", "--measure", "denied_share", "--index", index, status=1)


def test_every_ratio_beside_the_documents(tmp_path: Path) -> None:
    run("sample", "60", tmp_path / "reports", "--seed", "5")
    run("index", tmp_path / "reports", "--index", tmp_path / "index")
    documents = lines(run("export", "--format", "jsonl", "--index", tmp_path / "index").stdout)
    for ratio in RATIOS.values():
        expected: dict[Any, list[float]] = defaultdict(lambda: [0, 0, 0, 0])
        for document in documents:
            values = {name: document["figures"].get(name) for name in ratio.figures}
            sums = expected[document["level"]]
            if None in values.values():
                sums[3] += 1
            else:
                sums[0] += sum(values[name] for name in ratio.above)
                sums[1] += sum(values[name] for name in ratio.below)
                sums[2] += 1
        cells = answer("pivot", "--rows", "level", "--measure", ratio.name, "--index", tmp_path / "index")["cells"]
        assert {
            cell["row"]: [cell[key] for key in ("numerator", "denominator", "reports", "missing")] for cell in cells
        } == expected
        for cell in cells:
            small = cell["denominator"] < SMALLEST
            assert (cell["value"] is None) == small
            assert small or cell["value"] == round(cell["numerator"] / cell["denominator"], 4)


@settings(deadline=None)
@given(st.lists(st.integers(0, 10**9) | st.none(), max_size=9))
def test_a_spark_line_keeps_order_and_gaps(values: list[int | None]) -> None:
    line = spark(values)
    assert len(line) == len(values)
    pairs = list(zip(values, line, strict=True))
    assert all((value is None) == (mark == " ") for value, mark in pairs)
    known = [(value, mark) for value, mark in pairs if value is not None]
    assert [mark for _, mark in sorted(known)] == sorted(mark for _, mark in known)


def test_a_share_of_nothing_is_empty() -> None:
    assert cell_text(None, "value") == cell_text(Cell((), None, 0, 4, {}, 0, 0), "value") == ""


def test_a_trend_says_how_many_have_no_year(tmp_path: Path) -> None:
    reports = [report("财政局", 2021), report("水利局", 2022), report("教育局", None)]
    index = index_of(tmp_path, reports)
    told = answer("trend", "--index", index)
    assert (told["years"], told["undated"], len(told["points"])) == ([2021, 2022], 1, 2)
    assert "undated" not in answer("trend", "year:2021", "--index", index)
    for options in ((), ("--by", "county"), ("--measure", "granted_share"), ("--format", "csv")):
        said = run("trend", *options, "--index", index).stderr
        assert "1 of the reports tell no year, or contradict themselves: they are in no column." in said
    assert not run("trend", "year:2021", "--index", index).stderr
