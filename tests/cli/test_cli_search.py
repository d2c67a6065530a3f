"""search, facets, pivot, show, export on six known reports: answers, forms, exit statuses, errors."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from command_line import answer, lines, run, write_shelf
from contract.documents import SHELF, make_id

from gongkai.mappings.fields import FACETS, FIELDS

TOTAL = "requests.received.total"
IDS = {name: make_id(name) for name in "abcdef"}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shelf")
    run("index", write_shelf(folder / "shelf.jsonl"), "--index", folder / "index")
    return folder / "index"


def found(index: Path, *arguments: str, status: int = 0) -> str:
    hits = answer("search", "--index", index, *arguments, status=status)["hits"]
    return "".join(sorted(name for name in IDS for hit in hits if hit["id"] == IDS[name]))


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ([], "abcdef"),
        (["三审三校"], "abe"),
        (["三审三校", "保密审查"], "a"),
        (["三审三校", "-保密审查"], "be"),
        (["-保密审查", "三审三校"], "be"),
        (["-三审三校"], "cdf"),
        (["in:problems 三审制度"], "b"),
        (["三审三校", "--province", "甘肃省"], "ab"),
        (["--province", "甘肃省", "--province", "重庆市", "--year", "2021"], "ab"),
        (["--year", "2022..2023"], "cde"),
        (["--where", f"{TOTAL}>=7"], "adf"),
        (["--where", f"{TOTAL}>=1", "--where", f"{TOTAL}<10"], "cd"),
        ([f"{TOTAL}:0"], "b"),
        (["--where", f"{TOTAL}:0,7.."], "abdf"),
        (["--outcome", "不予公开"], "ad"),
        (["finding:F2 OR title:丙区"], "bc"),
        (["--words", "人员不足"], "a"),
    ],
)
def test_search_finds(index: Path, arguments: list[str], names: str) -> None:
    assert found(index, *arguments) == names


def test_nothing_found_is_status_1(index: Path) -> None:
    assert found(index, "没有这句话", status=1) == ""
    run("facets", "没有这句话", "--index", index, status=1)
    run("pivot", "没有这句话", "--rows", "year", "--index", index, status=1)
    run("export", "没有这句话", "--index", index, status=1)


def test_the_shape_of_a_search(index: Path) -> None:
    result = answer("search", "三审三校 保密审查", "--facet", "year,level", "--facet", "province", "--index", index)
    assert list(result) == ["query", "total", "hits", "facets"]
    assert (result["query"], result["total"], list(result["facets"])) == ("三审三校 保密审查", 1, ["year", "level", "province"])
    assert result["facets"]["level"] == [{"value": "prefectural", "label": "地市级", "count": 1, "selected": False}]
    (hit,) = result["hits"]
    assert {name: hit[name] for name in ("id", "report_key", "title", "agency", "year", "province", "published")} == {
        name: SHELF[0][name] for name in ("id", "report_key", "title", "agency", "year", "province", "published")
    }
    assert hit["snippets"] == [
        {"section": "overview", "text": "严格执行三审三校制度，保密审查到位。", "marks": [[4, 8], [11, 15]]}
    ]
    assert hit["score"] > 0


def test_pages_and_order(index: Path) -> None:
    years = [hit["year"] for hit in answer("search", "--sort", "-year", "--index", index)["hits"]]
    assert years[:5] == [2023, 2022, 2022, 2021, 2021]
    pages = [answer("search", "--sort", "year", "--size", "2", "--page", str(n), "--index", index) for n in (1, 2, 3)]
    assert [page["total"] for page in pages] == [6, 6, 6]
    assert len({hit["id"] for page in pages for hit in page["hits"]}) == 6


def test_a_facet_is_counted_without_its_own_selection(index: Path) -> None:
    result = answer("facets", "--by", "year", "--year", "2023", "--year", "1999", "--index", index)
    buckets = {bucket["value"]: (bucket["count"], bucket["selected"]) for bucket in result["facets"]["year"]}
    assert (result["total"], buckets) == (1, {2021: (2, False), 2022: (2, False), 2023: (1, True), 1999: (0, True)})


def test_a_pivot_never_makes_a_missing_figure_zero(index: Path) -> None:
    result = answer("pivot", "--rows", "year", "--measure", "received.total", "--index", index)
    assert (result["rows"], result["columns"], result["measure"]) == ("year", None, TOTAL)
    cells = {cell["row"]: (cell["value"], cell["reports"], cell["missing"]) for cell in result["cells"]}
    assert cells == {2021: (10, 2, 0), 2022: (5, 1, 1), 2023: (7, 1, 0), None: (100, 1, 0)}


def test_a_pivot_by_outcome(index: Path) -> None:
    cells = answer("pivot", "--rows", "outcome", "--index", index)["cells"]
    assert len(cells) == 21
    assert {cell["row"]: cell["value"] for cell in cells if cell["value"]} == {
        "granted": 8,
        "denied.state_secret": 9,
        "unavailable.not_held": 5,
    }


def test_every_command_reads_its_index_from_anywhere(index: Path) -> None:
    for before, after in ((["--index", index], []), ([], ["--index", index]), (["--index", "/nowhere"], ["--index", index])):
        assert answer(*before, "search", "三审三校", *after)["total"] == 3
    assert answer("search", "三审三校", GONGKAI_INDEX=str(index))["total"] == 3
    assert "no index in" in run("search", "三审三校", "--index", "/nowhere", status=2, GONGKAI_INDEX=str(index)).stderr


def test_show(index: Path) -> None:
    document = answer("show", IDS["a"][:10], "--index", index)
    assert {**document, "source": ""} == {**SHELF[0], "source": ""}
    text = run("show", IDS["b"], "--index", index).stdout
    assert "乙县人民政府" in text
    assert "三审制度执行不严" in text
    assert "原文有误" in text
    assert "no report" in run("show", "ffffffff", "--index", index, status=1).stderr
    assert [version["id"] for version in answer("show", IDS["a"], "--history", "--index", index)] == [IDS["a"]]


def test_export_is_exactly_the_query(index: Path, tmp_path: Path) -> None:
    expected = sorted((document for document in SHELF if document["id"] in (IDS["a"], IDS["b"])), key=lambda d: str(d["id"]))
    for arguments in (["--format", "jsonl"], ["--format", "json"]):
        text = run("export", "三审三校", "--province", "甘肃省", "--index", index, *arguments).stdout
        assert (json.loads(text) if "json" in arguments else lines(text)) == expected
    target = tmp_path / "out.jsonl"
    run("export", "三审三校", "--province", "甘肃省", "--index", index, "--output", target)
    assert lines(target.read_text(encoding="utf-8")) == expected
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "out.jsonl.manifest.json"]


def test_csv_is_for_a_spreadsheet(index: Path) -> None:
    text = run("export", "--index", index).stdout
    assert text.startswith("\ufeff编号,报告键,标题,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    by_id = {row["编号"]: row for row in rows}
    label = next(field.label for field in FIELDS if field.name == TOTAL)
    assert [by_id[IDS[name]][label] for name in "abe"] == ["10", "0", ""]
    assert by_id[IDS["b"]]["核查发现"] == "F1、F2"


def test_facets_that_a_list_of_hits_cannot_hold_are_not_left_out_silently(index: Path) -> None:
    for shape in ("csv", "jsonl"):
        note = run("search", "三审三校", "--facet", "year,province", "--format", shape, "--index", index).stderr
        assert f"gongkai facets QUERY --by year,province --format {shape}" in note
    assert run("search", "三审三校", "--facet", "year", "--format", "json", "--index", index).stderr == ""


def test_options_that_would_change_nothing_are_refused(index: Path, tmp_path: Path) -> None:
    (queries := tmp_path / "queries.csv").write_text("a,三审三校\n", encoding="utf-8")
    batch = ("search", "--queries", queries, "--index", index)
    assert run(*batch, "--level", "county", "--format", "csv").stderr == ""
    assert "leave out --size and --page" in run(*batch, "--size", "10", "--page", "2", "--facet", "year", status=2).stderr
    history = ("show", IDS["a"], "--history", "--index", index)
    assert "leave out --section and --mark" in run(*history, "--mark", "三审", "--section", "overview", status=2).stderr


def test_a_finding_is_asked_for_by_its_chinese_name(index: Path) -> None:
    by_code = run("check", "--finding", "F1", "--index", index, "--format", "jsonl", status=1).stdout
    assert run("check", "--finding", "收支不平衡", "--index", index, "--format", "jsonl", status=1).stdout == by_code != ""
    assert answer("search", "finding:收支不平衡", "--index", index) == answer("search", "finding:F1", "--index", index) | {
        "query": "finding:收支不平衡"
    }
    assert "did you mean “收支不平衡”" in run("check", "--finding", "收支平衡", "--index", index, status=2).stderr


def test_parquet_keeps_types_and_nulls(index: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    run("export", "--index", index, "--output", tmp_path / "out.parquet")
    table = parquet.read_table(tmp_path / "out.parquet")
    assert table.column_names == [field.name for field in FIELDS]
    rows = {row["id"]: row for row in table.to_pylist()}
    assert [rows[IDS[name]][TOTAL] for name in "abe"] == [10, 0, None]
    assert rows[IDS["b"]]["finding"] == ["F1", "F2"]
    assert "--output" in run("export", "--format", "parquet", "--index", index, status=2).stderr


@pytest.mark.parametrize("command", [["search"], ["facets"], ["pivot", "--rows", "year"], ["fields"], ["ledger"], ["check"]])
def test_every_form_prints(index: Path, command: list[str]) -> None:
    status = 1 if command == ["check"] else 0
    arguments = ["--index", str(index), *command, "--format"]
    assert json.loads(run(*arguments, "json", status=status).stdout)
    assert all(isinstance(line, dict) for line in lines(run(*arguments, "jsonl", status=status).stdout))
    assert len(list(csv.reader(io.StringIO(run(*arguments, "csv", status=status).stdout)))) > 1
    heading, first, *_ = run(*arguments, "table", status=status).stdout.splitlines()
    assert len(first.split("\t")) == len(heading.split("\t"))


def test_check_lists_findings(index: Path) -> None:
    result = answer("check", "--index", index, status=1)
    assert result["reports"] == 6
    assert sorted((line["agency"], line["code"]) for line in result["findings"]) == [
        ("丙区人民政府", "F1"),
        ("乙县人民政府", "F1"),
        ("乙县人民政府", "F2"),
    ]
    assert len(answer("check", "--fault", "undecided", "--index", index, status=1)["findings"]) == 1
    assert answer("check", "--year", "2023", "--index", index)["findings"] == []


def test_a_facet_field_is_an_option() -> None:
    text = run("search", "--help").stdout
    assert all(f"--{field.name} " in text for field in FACETS)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["search", "yaer:2024"], "Did you mean “year”?"),
        (["search", "三审三校", "provnce:甘肃省"], "Here: 三审三校 ▸provnce"),
        (["search", "--yaer", "2024"], "--year"),
        (["search", "--year", "abc"], "--year: “abc” is not a whole number"),
        (["search", "--year", "2023..2021"], "--year: “2023..2021” ends before it begins: write 2021..2023."),
        (
            ["search", "--year", "2024.."],
            "--year: “2024..” has no end: write year:2024.. in the query, or both, as in 2019..2024.",
        ),
        (["search", "--year", "..2018"], "--year: “..2018” has no beginning: write year:..2018 in the query, or both"),
        (["search", "--year", "<=2018"], "has no beginning"),
        (["search", "--year", "2018-"], "“2018-” is no year: a range is written 2019..2024."),
        (["search", "--year", "2018-2020"], "“2018-2020” is no year: a range is written 2018..2020."),
        (["search", "--year=-2018"], "“-2018” is no year"),
        (["search", "--year", ">=2024"], "write year:>=2024 in the query, or both"),
        (["search", "--where", "nowhere>=3"], "--where “nowhere>=3”: Unknown field"),
        (["search", "--where", f"{TOTAL}>=x"], "is not a whole number"),
        (["search", "--where", "year>=2020 OR 三审三校"], "compares more than one field"),
        (["search", "--where", "year>=2020 三审三校"], "compares more than one field"),
        (["search", "--where", "三审三校 year>=2020"], "compares more than one field"),
        (["search", "--where", "year>=2020 OR province:甘肃省"], "compares more than one field"),
        (["search", "--where", "-year>=2020"], "compares more than one field"),
        (["search", "--sort", "yaer"], "Did you mean “year”?"),
        (["search", "--facet", "title"], "title is no facet"),
        (["search", "--size", "-1"], "--size"),
        (["search", "--format", "xml"], "--format"),
        (["search", "(三审三校"], "not closed"),
        (["search", "x" * 20_000], "longer than"),
        (["search", "x" * 5_000 + ":1"], "Unknown field"),
        (["pivot"], "--rows"),
        (["pivot", "--rows", "year", "--measure", "year"], "is no figure"),
        (["show"], "ID"),
        (["serach"], "search"),
        (["check", "./no-such-file.html"], "There is no file"),
        (["fields", "--index"], "--index"),
    ],
)
def test_an_error_is_one_line(index: Path, arguments: list[str], words: str) -> None:
    result = run(*arguments, status=2, GONGKAI_INDEX=str(index))
    assert result.stdout == ""
    assert result.stderr.startswith("gongkai: ")
    assert result.stderr.count("\n") == 1
    assert len(result.stderr) < 450
    assert words in result.stderr
