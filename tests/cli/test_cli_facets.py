"""facets and pivot on six known reports: order, places, occurrences, what cells show, charts, pictures."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import pytest
from command_line import answer, lines, run, write_shelf

from gongkai.search.render_chart import Drawing
from gongkai.search.render_svg import svg_of

TOTAL = "requests.received.total"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shelf")
    run("index", write_shelf(folder / "shelf.jsonl"), "--index", folder / "index")
    return folder / "index"


def table(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()]


# -- facets -------------------------------------------------------------------------------------------
def test_places_print_as_a_tree(index: Path) -> None:
    found = answer("facets", "--by", "place,year", "--province", "青海省", "--index", index, status=1)
    assert list(found["facets"]) == ["place", "year"]
    assert found["facets"]["place"][0] == {
        "value": "甘肃省",
        "label": "甘肃省",
        "count": 3,
        "selected": False,
        "level": "province",
        "below": [],
    }
    assert [(place["value"], place["count"], place["selected"]) for place in found["facets"]["place"]] == [
        *(("甘肃省", 3, False), ("重庆市", 2, False), ("青海省", 0, True))
    ]
    assert table(run("facets", "--by", "place", "--index", index).stdout)[:2] == [["地区", "篇数"], ["甘肃省", "3"]]
    (first, *_) = lines(run("facets", "--by", "place", "--format", "jsonl", "--index", index).stdout)
    assert (first["field"], first["within"]) == ("place", [])


def test_a_facet_is_looked_into(index: Path) -> None:
    def values(*arguments: str) -> list[str]:
        return [
            bucket["value"] for bucket in answer("facets", "--by", "province", *arguments, "--index", index)["facets"]["province"]
        ]

    assert values("--sort", "value") == ["甘肃省", "重庆市"]
    assert values("--contains", "重 庆") == ["重庆市"]
    assert values("--top", "1") == ["甘肃省"]


def test_occurrences(index: Path) -> None:
    found = answer("facets", "三审", "--by", "year", "--count", "occurrences", "--index", index)
    assert (found["total"], found["occurrences"]) == (4, 5)
    assert [(one["value"], one["count"], one["reports"]) for one in found["facets"]["year"]] == [(2021, 3, 2), (2022, 2, 2)]
    assert table(run("facets", "三审", "--by", "year", "--count", "occurrences", "--index", index).stdout)[0] == [
        "年度",
        "次数",
        "篇数",
    ]
    error = run("facets", "--count", "occurrences", "--index", index, status=2).stderr
    assert "write one" in error


# -- pivot --------------------------------------------------------------------------------------------
def test_two_rows_and_all_that_a_cell_shows(index: Path) -> None:
    shows = "reports,missing,mean,min,max,median,share-of-row,share_of_column,share_of_all,value"
    arguments = ["pivot", "--rows", "province,level", "--columns", "year", "--measure", TOTAL, "--show", shows, "--totals"]
    found = answer(*arguments, "--index", index)
    assert (found["rows"], found["subrows"], found["columns"]) == ("province", "level", "year")
    cells = {(cell["row"], cell["subrow"], cell["column"]): cell for cell in found["cells"]}
    assert cells["甘肃省", "prefectural", 2021] == {
        "row": "甘肃省",
        "subrow": "prefectural",
        "column": 2021,
        "value": 10,
        "reports": 1,
        "missing": 0,
        "mean": 10.0,
        "min": 10,
        "max": 10,
        "median": 10,
        "share_of_row": 1.0,
        "share_of_column": 1.0,
        "share_of_all": 0.082,
    }
    assert {name: found["totals"]["all"][name] for name in ("value", "reports", "missing", "median")} == {
        "value": 122,
        "reports": 5,
        "missing": 1,
        "median": 7,
    }
    sheet = table(run(*arguments, "--index", index).stdout)
    assert sheet[0][:3] == ["省", "层级", "2021 有数篇数"]
    assert (sheet[0][-1], sheet[-1][0]) == ("合计", "合计")
    assert {len(row) for row in sheet} == {len(sheet[0])}
    rows = list(csv.reader(io.StringIO(run(*arguments, "--format", "csv", "--index", index).stdout)))
    assert rows[0][:6] == ["\ufeff省", "层级", "年度", "表三·本年新收政府信息公开申请数量·总计", "有数篇数", "缺数篇数"]
    assert rows[-1][:5] == ["合计", "", "合计", "122", "5"]


def test_missing_is_one_option_away(index: Path) -> None:
    sheet = table(
        run("pivot", "--rows", "level", "--columns", "province", "--measure", TOTAL, "--missing", "--index", index).stdout
    )
    assert sheet[0] == ["层级", "甘肃省", "甘肃省 缺数篇数", "重庆市", "重庆市 缺数篇数", "（无）", "（无） 缺数篇数"]
    assert sheet[1] == ["县级", "0", "0", "12", "0", "", "1"]


def test_sections_and_applicants_are_called_by_their_names(index: Path) -> None:
    assert table(run("pivot", "三审", "--rows", "部分", "--index", index).stdout) == [
        *(["部分", "篇数"], ["总体情况", "2"], ["主动公开政府信息情况", "1"], ["存在的主要问题及改进情况", "1"])
    ]
    sheet = table(run("pivot", "--rows", "outcome", "--columns", "applicant", "--index", index).stdout)
    assert (sheet[0][0], sheet[0][-1], len(sheet)) == ("办理结果", "总计", 22)
    assert sheet[3] == ["属于国家秘密", *[""] * 6, "9"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--rows", "outcom"], "Did you mean “outcome”?"),
        (["--rows", "sektion"], "Did you mean “section”?"),
        (["--rows", "year,province,level"], "one field or two"),
        (["--rows", ","], "one field or two"),
        (["--rows", "year", "--show", "mode"], "A cell does not show “mode”"),
        (["--rows", "year", "--show", "mean"], "name a figure"),
        (["--rows", "year", "--columns", "year"], "once"),
    ],
)
def test_a_table_that_cannot_be_is_one_line(index: Path, arguments: list[str], words: str) -> None:
    result = run("pivot", *arguments, "--index", index, status=2)
    assert (words in result.stderr, result.stderr.count("\n"), result.stdout) == (True, 1, "")


def test_bars_and_shades_in_a_pipe(index: Path) -> None:
    bars = table(run("pivot", "--rows", "year", "--measure", TOTAL, "--chart", "--index", index).stdout)
    assert bars[1] == ["2021", "10", "████"]
    assert bars[-1] == ["（无）", "100", "█" * 40]
    shades = table(
        run("pivot", "--rows", "province", "--columns", "year", "--measure", TOTAL, "--chart", "--index", index).stdout
    )
    assert shades[1] == ["甘肃省", "10 ·", "", "", "100 █"]


def test_a_picture(index: Path, tmp_path: Path) -> None:
    for number, arguments in enumerate((["--rows", "agency"], ["--rows", "province", "--columns", "year"])):
        target = tmp_path / f"{number}.svg"
        run("pivot", *arguments, "--measure", TOTAL, "--svg", target, "--index", index)
        picture = ElementTree.fromstring(target.read_text(encoding="utf-8"))
        assert picture.attrib["role"] == "img"
        title, description = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
        assert title is not None
        assert description is not None
        assert picture.attrib["aria-labelledby"].split() == [title.attrib["id"], description.attrib["id"]]
        assert "100" in [text.text for text in picture.iter(f"{SVG}text")]
        assert "100" in (description.text or "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.svg", "1.svg"]


def test_nothing_in_a_picture_runs() -> None:
    hostile = "</text><script>alert(1)</script>\x00\x1b\ufffe&\"'" + "长" * 200
    drawn = Drawing(hostile, hostile, hostile, (hostile,), (hostile,), ((hostile,),), ((0.5,),))
    picture = ElementTree.fromstring(svg_of(drawn))
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} == {"svg", "title", "desc", "rect", "text"}
    assert all("alert" not in value for element in picture.iter() for value in element.attrib.values())
    assert "href" not in svg_of(drawn)
    assert ElementTree.fromstring(svg_of(Drawing("", "", "", (), (), (), ()))).tag == f"{SVG}svg"
