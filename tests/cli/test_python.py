"""What a program asks is answered as the command line answers it; the examples of docs/python.md are run by test_docs.py."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import answer, lines, run, write_shelf

import gongkai
from gongkai import BadQuery, GongkaiError, Index, IndexMissing, NotAReport, ParseError, Report, open_index, parse
from gongkai.search.crosstab import Crosstab, crosstab
from gongkai.search.query import Query
from gongkai.search.render import dumps


# -- behaviour ----------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("python")
    run("sample", "12", folder / "reports", "--broken", "0.3")
    run("index", folder / "reports", "--index", folder / "index")
    return folder


def test_it_answers_as_the_command_line_does(place: Path) -> None:
    index = ["--index", place / "index"]
    with open_index(place / "index") as opened:
        asked = answer("search", "公开", "--facet", "year", "--sort", "-year", "--size", "3", *index)
        results = opened.search("公开", facets=["年度"], sort="-年度", limit=3)
        assert [hit.id for hit in results.hits] == [hit["id"] for hit in asked["hits"]]
        assert [one.count for one in results.facets[0].buckets] == [one["count"] for one in asked["facets"]["year"]]
        assert (results.total, opened.count("公开")) == (asked["total"], asked["total"])
        cells = answer("pivot", "--rows", "outcome", "--columns", "year", *index)["cells"]
        assert [cell.value for cell in opened.pivot("outcome", "year").cells] == [cell["value"] for cell in cells]
        exported = lines(run("export", "--format", "jsonl", *index).stdout)
        assert [dumps(report) for report in opened.reports()] == [dumps(report) for report in exported]
        assert len(opened) == len(exported) == 12
        assert opened.get(exported[0]["id"][:12]) == opened.get(exported[0]["id"])
        counted = len(opened.rows(["figure", "value"], shape="long").rows)
        assert counted == sum(len(report["figures"]) for report in exported)


def test_parse_reads_what_the_command_reads(place: Path) -> None:
    read = [one for one in parse(place / "reports") if isinstance(one, Report)]
    printed = lines(run("parse", place / "reports").stdout)
    assert [(one.id, one.report_key) for one in read] == [(line["id"], line["report_key"]) for line in printed]
    page = next(path for path in sorted((place / "reports").iterdir()))
    assert [type(one) for one in parse(page.read_bytes(), b"<p>nothing</p>")] == [Report, NotAReport]


def test_reading_goes_on_behind_a_page_that_cannot_be_read(place: Path, tmp_path: Path) -> None:
    """However it cannot: no page, damaged, a line of `parse`; an error of the caller's own ends the reading."""
    page = next(iter(sorted((place / "reports").iterdir())))
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    (tmp_path / "b.txt.gz").write_bytes(b"\x1f\x8b damaged")
    (tmp_path / "c.jsonl").write_text('{"source": "a", "report": false}\n{"a": 1}\n')
    (tmp_path / f"d{page.suffix}").write_bytes(page.read_bytes())
    errors: list[ParseError] = []
    assert [type(one) for one in parse(tmp_path, b"GIF8", page, on_error=errors.append)] == [Report, Report]
    told = [str(error).removeprefix(f"{tmp_path}/").partition(": ")[0] for error in errors]
    assert told == ["a.png", "b.txt.gz", "c.jsonl!1", "c.jsonl!2", "bytes"]
    with pytest.raises(ParseError, match=r"a\.png: is a picture"):
        list(parse(tmp_path))

    def stop(error: ParseError) -> None:
        raise KeyError(str(error))

    with pytest.raises(KeyError, match=r"a\.png"):
        list(parse(tmp_path, on_error=stop))
    with pytest.raises(ParseError, match="There is no file"):
        parse(tmp_path / "gone", on_error=errors.append)


def test_values_are_given_as_a_program_has_them(place: Path) -> None:
    with open_index(str(place / "index")) as index:
        years = [int(bucket.value) for bucket in index.facet("year").buckets]
        assert index.count(year=years[0]) + index.count(year=years[1:]) == len(index) - index.count("-year:*")
        assert index.count(year=range(2000, 2100)) == sum(index.count(year=str(year)) for year in years)
        assert index.count(level="县级") == index.count(level="county") == index.count("层级:县级")
        assert index.count(level=["county", "乡级"]) == index.count(level="county") + index.count(level="township")


def test_one_name_may_stand_alone(place: Path) -> None:
    with open_index(place / "index") as index:
        assert index.rows("agency") == index.rows(["agency"])
        assert index.search(facets="year").facets == index.search(facets=["year"]).facets
        figure = "received.total"
        alone, listed = (index.pivot("year", "level", figure, show=show).cells for show in ("mean", ["mean"]))
        assert alone == listed
        assert [cell.show("mean") for cell in alone if cell.reports] != [None] * len(alone)
        assert index.pivot("办理结果", show="sum").cells == index.pivot(["outcome"]).cells


def test_a_name_that_is_wrong_names_the_closest(place: Path) -> None:
    with open_index(place / "index") as index:
        for asked, words in (
            (lambda: index.pivot("year", measure="received.total", show=["maen"]), "Did you mean “mean”"),
            (lambda: index.pivot("year", show="zzz"), "It shows value, reports"),
            (lambda: index.pivot("outcomes"), "Did you mean “outcome”"),
            (lambda: index.pivot("title"), "facet"),
            (lambda: index.pivot("year", measure="granted_shares"), "Did you mean “granted_share”"),
            (lambda: index.pivot("year", measure="province"), "no figure"),
            (lambda: index.rows(shape="lnog"), "Did you mean “long”"),
            (lambda: index.rows("agencie"), "Did you mean “agency”"),
            (lambda: crosstab(index.engine, Query(), Crosstab(("year",), shows=("maen",))), "A cell does not show"),
        ):
            with pytest.raises(BadQuery, match=words):
                asked()


def test_what_is_wrong_is_said(place: Path, tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        open_index(tmp_path / "nowhere")
    with pytest.raises(ParseError, match="no file or folder"):
        parse("nowhere.html")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    with pytest.raises(ParseError, match=r"broken\.pdf"):
        list(parse(tmp_path / "broken.pdf"))
    with pytest.raises(ParseError, match="read already"):
        list(parse(write_shelf(tmp_path / "shelf.jsonl")))
    with open_index(place / "index") as index:
        with pytest.raises(BadQuery, match="province"):
            index.search(provinse="甘肃省")
        with pytest.raises(BadQuery, match="no facet"):
            index.count(url="x")
        with pytest.raises(BadQuery, match="no facet"):
            index.facet("published")
        for name in ("nowhere", "长" * 100):  # the second is longer than any file's
            with pytest.raises(GongkaiError, match="no file or folder"):
                index.add(name)
            with pytest.raises(ParseError, match="no file or folder"):
                parse(name)


def test_frames_keep_whole_numbers_and_gaps(place: Path) -> None:
    pandas = pytest.importorskip("pandas")
    with open_index(place / "index") as index:
        rows = index.rows(["id", "received.total", "published"])
        frame = rows.to_pandas()
        assert list(frame.columns) == list(rows.columns) == ["id", "requests.received.total", "published"]
        assert frame["requests.received.total"].isna().sum() == sum(row[1] is None for row in rows.rows)
        assert str(frame["requests.received.total"].dtype) == "Int64"
        assert isinstance(index.search("公开").to_pandas(), pandas.DataFrame)
        pivot = index.pivot("year", measure="received.total", show=["value", "median"])
        assert list(pivot.to_pandas().columns) == ["year", "value", "reports", "missing", "median"]
        assert index.facet("level").to_pandas()["count"].sum() == len(index)


def test_without_pandas_it_says_what_to_do(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with open_index(place / "index") as index, pytest.raises(GongkaiError, match="pip install"):
        index.search().to_pandas()


def test_the_package_is_light_and_every_name_is_there() -> None:
    script = """
import sys, gongkai
assert not {"lxml", "tantivy", "numpy", "rich", "click", "pandas"} & set(sys.modules)
from gongkai.cli import cli
try:
    cli(["--help"])
except SystemExit as end:
    assert end.code == 0
assert not {"lxml", "tantivy", "numpy", "rich", "pandas"} & set(sys.modules)
for name in gongkai.__all__:
    assert getattr(gongkai, name).__name__ == name
assert set(gongkai.__all__) <= set(dir(gongkai))
"""
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    with pytest.raises(AttributeError, match="no attribute 'nosuch'"):
        gongkai.nosuch  # noqa: B018 — the access is the test
    assert (Path(gongkai.__file__).parent / "py.typed").exists()


def test_values_are_chosen_as_the_command_line_writes_them(place: Path) -> None:
    with open_index(place / "index") as index:
        assert index.count(year="2019..2025") == index.count(year=range(2019, 2026)) == len(index) > 0
        assert index.count(level="县级,乡级") == index.count(level=["county", "township"])
        for wrong in (2021.5, [2021.5], None):
            with pytest.raises(BadQuery, match="year takes a text"):
                index.count(year=wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda index: index.search(2024), "A query takes a text; 2024 is none."),
        (lambda index: index.count(None), "A query takes a text; None is none."),
        (lambda index: index.search(facets=5), "texts; 5 is none"),
        (lambda index: index.search(facets=["year", 5]), "is none"),
        (lambda index: index.search(sort=None), "sort takes a text"),
        (lambda index: index.search(limit="10"), "limit takes a whole number"),
        (lambda index: index.search(offset=-1), "offset takes a whole number"),
        (lambda index: index.search(context=1.5), "context takes"),
        (lambda index: index.facet("year", top="3"), "top takes"),
        (lambda index: index.facet(None), "takes a text; None is none"),
        (lambda index: index.pivot(3), "texts; 3 is none"),
        (lambda index: index.pivot("year", 3), "columns takes a text"),
        (lambda index: index.pivot("year", measure=3), "measure takes a text"),
        (lambda index: index.pivot("year", show=3), "texts; 3 is none"),
        (lambda index: index.rows(3), "texts; 3 is none"),
        (lambda index: index.rows(shape=3), "shape takes a text"),
        (lambda index: index.reports(3), "A query takes a text"),
        (lambda index: index.get(3), "get takes a text"),
        (lambda index: index.add(3), "add takes paths; 3 is none."),
        (lambda _: open_index(3), "open_index takes a folder or a URL; 3 is neither."),
        (lambda _: parse(3), "parse takes paths, or the bytes of a page; 3 is neither."),
        (lambda index: index.search(year=2.5), "year takes a text, a whole number"),
        (lambda index: index.search(limits=3), "Unknown field “limits”"),
    ],
)
def test_a_wrong_argument_is_told(place: Path, ask: Callable[[Index], object], words: str) -> None:
    with open_index(place / "index") as index, pytest.raises(GongkaiError) as told:
        ask(index)
    assert words in str(told.value)


def test_it_says_which_version_it_is() -> None:
    assert run("--version").stdout == f"gongkai {gongkai.__version__}\n"
    assert "__version__" in dir(gongkai)
