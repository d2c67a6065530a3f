"""export: every form read back by pandas and DuckDB and compared with the index; stopped and gone on; what the manifest says."""

from __future__ import annotations

import hashlib
import json
import os
import random
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from command_line import answer, run
from contract.documents import incoming, make_document
from contract.random_corpus import document
from folders import DOCS

from gongkai.errors import BadQuery, GongkaiError
from gongkai.mappings.document import flatten
from gongkai.mappings.fields import Kind, field_named
from gongkai.mappings.form import FORMS as PRINTED
from gongkai.search import export_file as files
from gongkai.search.engine import Engine, Lining, open_engine
from gongkai.search.export_file import Request, Text, export_file
from gongkai.search.export_rows import LONG, WIDE, layout_of
from gongkai.search.packing import line_of, pack
from gongkai.search.query import Query
from gongkai.search.render_xlsx import write_xlsx

FORMS = ("csv", "jsonl", "json", "parquet", "xlsx")
REPORTS = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of hostile made-up reports; one is full of formulas."""
    place = tmp_path_factory.mktemp("export") / "index"
    engine = open_engine(str(place), create=True)
    chance = random.Random("export")
    made = [document(chance, f"export {number}") for number in range(REPORTS - 1)]
    made.append(make_document("formula", title="=1+1", agency='@SUM(A1),"b"', sections={"overview": "+1\r\n-2", "other": "\t=3"}))
    engine.write([incoming(one) for one in made])
    engine.close()
    return place


@pytest.fixture
def engine(folder: Path) -> Iterator[Engine]:
    opened = open_engine(str(folder))
    yield opened
    opened.close()


def wide(engine: Engine) -> list[dict[str, Any]]:
    return [flatten(one) for one in engine.export(Query())]


def long(engine: Engine) -> list[tuple[Any, ...]]:
    """Return id, figure, value and state of every figure of every report."""
    return [
        (one["id"], name, value, one["states"].get(name, "read"))
        for one in engine.export(Query())
        for name, value in one["figures"].items()
    ]


def lines(text: str) -> list[Any]:
    """Return JSON lines; a text may hold other characters that part lines."""
    return [json.loads(line) for line in text.split("\n") if line]


def is_null(value: Any) -> bool:
    import pandas

    return value is None or value is pandas.NaT or value is pandas.NA or (isinstance(value, float) and value != value)


def same(found: Any, wanted: Any) -> bool:
    """Tell whether a cell that was read back is the value: null is null, a list is its items."""
    if isinstance(wanted, list) and not isinstance(found, str) and found is not None:
        return list(found) == wanted
    if is_null(found) or found == "":
        return wanted is None or (isinstance(wanted, str) and not wanted.strip())
    if isinstance(wanted, list):
        return found.split("、") == wanted
    if isinstance(wanted, int | float):
        return float(found) == float(wanted)
    if str(found)[:10] == wanted:  # a day
        return True
    return str(found).removeprefix("'") == str(wanted).replace("\0", "") or repr(str(found)) == repr(wanted)


def read_by_pandas(path: Path) -> Any:
    import pandas

    text = {"dtype": str, "keep_default_na": False}
    readers: dict[str, Any] = {
        ".csv": lambda: pandas.read_csv(path, encoding="utf-8-sig", lineterminator=None, **text),
        ".jsonl": lambda: pandas.DataFrame(lines(path.read_text(encoding="utf-8"))),
        ".json": lambda: pandas.DataFrame(json.loads(path.read_text(encoding="utf-8"))),
        ".parquet": lambda: pandas.read_parquet(path),
        ".xlsx": lambda: pandas.read_excel(path, dtype=object, keep_default_na=False, na_values=[""]),
    }
    return readers[path.suffix]()


COLUMNS = "id,report_key,title,agency,year,published,province,finding,requests.received.total,proactive.fees.amount_wan_yuan"


@pytest.mark.parametrize("form", FORMS)
def test_pandas_reads_a_row_a_report(engine: Engine, folder: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"out.{form}"
    run("export", "--fields", COLUMNS, "--output", target, "--index", folder)
    names = COLUMNS.split(",")
    frame = read_by_pandas(target)
    labels = [field.label for name in names if (field := field_named(name))]
    assert list(frame.columns) == (labels if form in ("csv", "xlsx") else names)
    wanted = wide(engine)
    assert len(frame) == len(wanted) == REPORTS
    ours = [name for name in names if name != "title" or form not in ("csv", "xlsx")]  # hostile white space: below
    for (_, row), values in zip(frame.iterrows(), wanted, strict=True):
        for name in ours:
            assert same(row.iloc[names.index(name)], values.get(name)), (name, row.iloc[names.index(name)], values.get(name))


@pytest.mark.parametrize("form", FORMS)
def test_pandas_reads_a_row_a_figure(engine: Engine, folder: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"out.{form}"
    run("export", "--shape", "long", "--fields", "report,figure,value,state", "--output", target, "--index", folder)
    frame, wanted = read_by_pandas(target), long(engine)
    assert len(frame) == len(wanted)
    for row, values in zip(frame.itertuples(index=False), wanted, strict=True):
        assert (row[0], row[1], row[3]) == (values[0], values[1], values[3])
        assert same(row[2], values[2]), (row, values)


@pytest.mark.parametrize("shape", ["wide", "long"])
@pytest.mark.parametrize("empty", [(0,), (1,), (2,), (0, 1), (1, 2), (0, 1, 2)])
def test_reports_without_figures_leave_json_whole(tmp_path: Path, shape: str, empty: tuple[int, ...]) -> None:
    documents = sorted((make_document(str(number)) for number in range(3)), key=lambda one: str(one["id"]))
    for place in empty:
        documents[place] |= {"figures": {}, "states": {}}
    engine = open_engine(str(tmp_path / "index"), create=True)
    engine.write(map(incoming, documents))
    engine.close()
    rows = 3 if shape == "wide" else 200 * (3 - len(empty))
    for arguments in ([], ["--output", str(tmp_path / "out.json")]):
        printed = run("export", "--shape", shape, "--format", "json", *arguments, "--index", tmp_path / "index").stdout
        assert len(json.loads(printed or (tmp_path / "out.json").read_text(encoding="utf-8"))) == rows


def test_duckdb_reads_what_the_index_has(engine: Engine, folder: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    figure, fee = "requests.received.total", "proactive.fees.amount_wan_yuan"
    groups = engine.tabulate(Query(), ["province"], [(figure,), (fee,)])
    for form in ("csv", "jsonl", "parquet", "xlsx"):
        target = tmp_path / f"out.{form}"
        run("export", "--fields", f"province,year,{figure},{fee}", "--output", target, "--index", folder)
        table = f"'{target}'"
        if form == "xlsx":
            table = "frame"
            frame = read_by_pandas(target)  # DuckDB reads the variable of this name
            assert len(frame) == REPORTS
        province, total, fees = ("省", *(f.label for n in (figure, fee) if (f := field_named(n))))
        if form not in ("csv", "xlsx"):
            province, total, fees = "province", figure, fee
        found = duckdb.sql(
            f'SELECT "{province}", count(*), count("{total}"), sum("{total}"), sum("{fees}") FROM {table}'
            f" GROUP BY 1 ORDER BY 1 NULLS LAST"
        ).fetchall()
        wanted = [(g.keys[0], g.documents, g.sums[0].reports, g.sums[0].value, g.sums[1].value) for g in groups]
        plain = [
            (place, *(None if value is None else Decimal(str(round(float(value), 6))) for value in rest))
            for place, *rest in found
        ]
        assert plain == [
            (place, *(None if v is None else Decimal(str(round(float(v), 6))) for v in rest)) for place, *rest in wanted
        ], form


def test_duckdb_reads_a_row_a_figure(engine: Engine, folder: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    target = tmp_path / "figures.parquet"
    run("export", "--shape", "long", "--output", target, "--index", folder)
    found = duckdb.sql(f"SELECT report, figure, value, state FROM '{target}' ORDER BY ALL").fetchall()
    assert sorted(found, key=str) == sorted(
        ((*v[:2], None if v[2] is None else float(v[2]), v[3]) for v in long(engine)), key=str
    )
    kinds = dict(duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '{target}')").fetchall())
    assert list(kinds) == [field.name for field in LONG]
    assert (kinds["year"], kinds["value"], kinds["state"]) == ("BIGINT", "DOUBLE", "VARCHAR")
    asked = duckdb.sql(f"SELECT DISTINCT applicant_label FROM '{target}' WHERE figure = 'requests.received.natural_person'")
    assert asked.fetchall() == [("自然人",)]


def test_nothing_in_a_spreadsheet_is_a_formula(folder: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    fields = "id,title,agency,sections.overview,sections.other"
    for form in ("csv", "xlsx"):
        run("export", "title:1 OR title:+", "--fields", fields, "--output", tmp_path / f"out.{form}", "--index", folder)
    data = (tmp_path / "out.csv").read_bytes()
    assert data.startswith("\ufeff编号,标题,".encode())
    assert "'=1+1" in data.decode()
    assert '"\'@SUM(A1),""b"""' in data.decode()
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "=1+1" in [cell.value for cell in cells]
    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]


# -- stopped and gone on ------------------------------------------------------------------------------
class Stopped(Exception):
    pass


def request(form: str, shape: str = "wide", text: str = "") -> Request:
    return Request({"text": text}, form, layout_of(shape, form, []), "here", "embedded")


def stopping(after: int) -> Any:
    def follow(documents: Iterator[Text], done: int) -> Iterator[Text]:
        for number, one in enumerate(documents):
            if done + number == after:
                raise Stopped
            yield one

    return follow


def write(engine: Engine, path: Path, asked: Request, after: int = -1) -> tuple[dict[str, Any], list[str]]:
    said: list[str] = []
    return export_file(engine, Query(), asked, path, stopping(after), said.append), said


def crash(_error: type[OSError]) -> Any:
    """Take the place of what is done at the last moment of an export."""
    raise Stopped


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_EVERY", 7)


@pytest.mark.parametrize("shape", ["wide", "long"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.usefixtures("often")
@pytest.mark.parametrize(("crashes", "left"), [(False, 30), (True, 28)])
def test_a_stopped_export_goes_on(
    engine: Engine, tmp_path: Path, form: str, shape: str, crashes: bool, left: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it was when it is stopped; a crash, which notes nothing more, costs what came since the last note."""
    whole, path = tmp_path / f"whole.{form}", tmp_path / f"out.{form}"
    manifest, said = write(engine, whole, request(form, shape))
    assert (said, manifest["reports"]) == ([], REPORTS)
    if crashes:
        monkeypatch.setattr(files, "suppress", crash)
    for after in (15, 15, 30):  # the second time nothing is gained and nothing lost
        with pytest.raises(Stopped):
            write(engine, path, request(form, shape), after)
        assert not path.exists()
    with (tmp_path / f"out.{form}.part").open("ab") as part:
        part.write(b"half a line of what was never noted")
    again, said = write(engine, path, request(form, shape))
    assert said == [f"Goes on behind the {left} reports that were written before."]
    assert {name: again[name] for name in ("reports", "rows")} == {name: manifest[name] for name in ("reports", "rows")}
    if form in ("csv", "jsonl", "json"):
        assert path.read_bytes() == whole.read_bytes()
        assert again["sha256"] == manifest["sha256"]
    else:
        assert read_by_pandas(path).equals(read_by_pandas(whole))
    assert again["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith("out")) == [
        path.name,
        f"{path.name}.manifest.json",
    ]


@pytest.mark.usefixtures("often")
def test_another_export_starts_again_and_says_so(tmp_path: Path) -> None:
    engine = open_engine(str(tmp_path / "index"), create=True)
    engine.write([incoming(make_document(f"r{number}")) for number in range(20)])
    path = tmp_path / "out.jsonl"
    with pytest.raises(Stopped):
        write(engine, path, request("jsonl"), 15)
    engine.write([incoming(make_document("one more"))])
    manifest, said = write(engine, path, request("jsonl"))
    assert (manifest["reports"], len(said), "the index has changed" in said[0]) == (21, 1, True)
    with pytest.raises(Stopped):
        write(engine, path, request("jsonl"), 15)
    assert len(lines(path.read_text(encoding="utf-8"))) == 21  # what was there stays until the new one is whole
    manifest, said = write(engine, path, request("csv", text="三审"))
    assert (manifest["reports"], "starts again" in said[0]) == (21, True)
    with pytest.raises(Stopped):
        write(engine, path, request("csv"), 15)
    (tmp_path / "out.jsonl.part.json").write_text("{", encoding="utf-8")
    manifest, said = write(engine, path, request("csv"))
    assert (manifest["reports"], "starts again" in said[0]) == (21, True)
    engine.close()


@pytest.mark.usefixtures("often")
def test_an_export_does_not_go_on_in_another_index_of_that_name(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    for name in ("first", "second"):  # as many reports, as many changes
        engine = open_engine(str(tmp_path / name), create=True)
        engine.write([incoming(make_document(f"{name} {number}", agency=f"{name}局")) for number in range(20)])
        if name == "first":
            with pytest.raises(Stopped):
                write(engine, path, request("jsonl"), 15)
        else:
            write(engine, path, request("jsonl"))
        engine.close()
    assert {line["agency"] for line in lines(path.read_text(encoding="utf-8"))} == {"second局"}


@pytest.mark.parametrize("moment", ["_manifest", "put"])
def test_no_other_export_begins_before_the_file_is_in_its_place(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    path, original = tmp_path / "out.csv", getattr(files, moment)

    def meanwhile(*args: Any, **options: Any) -> Any:
        monkeypatch.setattr(files, moment, original)
        with pytest.raises(GongkaiError, match="Another export"):
            write(engine, path, request("csv"))
        return original(*args, **options)

    monkeypatch.setattr(files, moment, meanwhile)
    manifest, _ = write(engine, path, request("csv"))
    assert hashlib.sha256(path.read_bytes()).hexdigest() == manifest["sha256"]


def test_a_part_that_was_renamed_meanwhile_is_opened_anew(engine: Engine, tmp_path: Path) -> None:
    """Another export ends between our opening its part and our lock."""
    import fcntl

    path, locked = tmp_path / "out.csv", fcntl.flock

    def late(file: Any, operation: int) -> None:
        if not path.exists():
            path.with_name("out.csv.part").replace(path)
        locked(file, operation)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fcntl, "flock", late)
        with files._opened(tmp_path / "out.csv.part") as out:
            out.write(b"ours")
    assert (path.read_bytes(), (tmp_path / "out.csv.part").read_bytes()) == (b"", b"ours")


@pytest.mark.parametrize(("form", "package"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_missing_package_is_told_before_anything_is_gathered(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(GongkaiError, match="extra package"):
        export_file(engine, Query(), request(form), tmp_path / "out", lambda *_: pytest.fail("gathered"), print)
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_never_began_leaves_nothing(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        write(engine, tmp_path / "out.csv", request("csv"), 0)
    assert list(tmp_path.iterdir()) == []


def test_one_export_at_a_time(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"

    def follow(documents: Iterator[Text], _done: int) -> Iterator[Text]:
        with pytest.raises(GongkaiError, match="Another export"):
            write(engine, path, request("csv"))
        yield from documents

    assert export_file(engine, Query(), request("csv"), path, follow, print)["reports"] == REPORTS


class Breaking(files._Gathered):
    """Is interrupted once that many reports are there, when half of a piece is written or before."""

    def __init__(self, breaks: list[int], is_written: bool, *args: Any) -> None:
        super().__init__(*args)
        self.breaks, self.is_written = breaks, is_written

    def write(self, see: Any, tail: str = "") -> None:
        if self.breaks and self.cursor.documents + len(self.held) >= self.breaks[0]:
            self.breaks.clear()
            if self.is_written:
                self._out.write(b"half of what was to be written")
            raise KeyboardInterrupt
        super().write(see, tail)


def test_an_export_that_stops_at_any_moment_goes_on_at_that_report(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C comes while lines are written, too: no row twice, none lost."""
    whole, path = tmp_path / "whole.csv", tmp_path / "out.csv"
    write(engine, whole, request("csv", "long"))
    monkeypatch.setattr(files, "_HELD", 4)
    for after, is_written in ((8, True), (16, True), (20, False)):
        monkeypatch.setattr(files, "_Gathered", partial(Breaking, [after], is_written))
        with pytest.raises(KeyboardInterrupt):
            write(engine, path, request("csv", "long"))
        assert json.loads((tmp_path / "out.csv.part.json").read_text(encoding="utf-8"))["documents"] == after
    _, said = write(engine, path, request("csv", "long"))
    assert said == ["Goes on behind the 20 reports that were written before."]
    assert path.read_bytes() == whole.read_bytes()


def test_a_crash_costs_as_many_reports_as_the_documents_say() -> None:
    text = (DOCS / "pivots-and-exports.md").read_text(encoding="utf-8")
    assert f"at most {files._EVERY} reports back" in " ".join(text.split())


# -- manifest and columns -----------------------------------------------------------------------------
def test_the_manifest_says_what_the_file_is(engine: Engine, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "三审.csv"
    arguments = ["三 OR 审", "--year", "2021", "--where", "received.total>=0", "--fields", "agency,年度", "--output", target]
    run("export", *arguments, "--index", folder)
    manifest = json.loads((tmp_path / "三审.csv.manifest.json").read_text(encoding="utf-8"))
    total = answer("search", *arguments[:5], "--index", folder)["total"]
    assert (manifest["file"], manifest["format"], manifest["shape"], manifest["engine"]) == (
        "三审.csv",
        "csv",
        "wide",
        "embedded",
    )
    assert manifest["columns"] == {"agency": "机关", "year": "年度"}
    assert (manifest["reports"], manifest["rows"], manifest["bytes"]) == (total, total, target.stat().st_size)
    assert manifest["query"] == {
        "text": "三 OR 审",
        "where": ["received.total>=0"],
        "words": False,
        "selected": {"year": [2021]},
        "understood": '("三" OR "审") requests.received.total:>=0',
    }
    assert manifest["sha256"] == hashlib.sha256(target.read_bytes()).hexdigest()
    assert (manifest["state"], manifest["index"]) == (engine.state(), str(folder))
    assert {"mapping", "gongkai", "created", "seconds"} <= manifest.keys()


def test_columns_are_chosen_by_any_of_their_names(folder: Path) -> None:
    text = run("export", "--fields", "年度，received.total,sections.overview", "--format", "jsonl", "--index", folder).stdout
    assert {tuple(line) for line in lines(text)} == {("year", "requests.received.total", "sections.overview")}
    text = run("export", "--shape", "long", "--fields", "值,figure", "--format", "jsonl", "--index", folder).stdout
    assert {tuple(line) for line in lines(text)} == {("value", "figure")}
    assert "Did you mean “figure”?" in run("export", "--shape", "long", "--fields", "figur", "--index", folder, status=2).stderr
    assert "Did you mean “year”?" in run("export", "--fields", "yaer", "--index", folder, status=2).stderr
    with pytest.raises(BadQuery):
        layout_of("long", "csv", ["current"])
    assert layout_of("wide", "csv", []).columns == WIDE


def test_lines_are_what_the_documents_are(engine: Engine) -> None:
    assert isinstance(engine, Lining)
    found = list(engine.export_lines(Query()))
    assert [(name, json.loads(line)) for name, line in found] == [(one["id"], one) for one in engine.export(Query())]
    tricky = {"id": "1", "title": '"figures":["', "sections": {"other": '"figures":["00000000",1]'}, "figures": {"a": 1}}
    forms = [
        {**tricky, "figures": {cell.name: value for cell in PRINTED[key].cells()}} for key in PRINTED for value in (None, 7, 2.5)
    ]
    for one in (tricky, *forms, {**forms[0], "figures": dict.fromkeys(forms[0]["figures"], "x,y")}):
        assert json.loads(line_of(pack(one))) == one


def test_a_sheet_that_is_full_goes_on_in_another(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    layout = layout_of("wide", "xlsx", ["agency", "year", "published", "sections.other"])
    rows: list[list[Any]] = [[f"局{number}", 2020 + number, "2021-03-01", None] for number in range(5)]
    rows[4][3] = "长" * 40_000
    assert write_xlsx(rows, layout, tmp_path / "out.xlsx", most=2) == 1
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["报告", "报告 2", "报告 3"]
    found = [row for sheet in book for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert [row[:2] for row in found] == [(f"局{number}", 2020 + number) for number in range(5)]
    assert (found[0][2].isoformat(), len(found[4][3])) == ("2021-03-01T00:00:00", 32_767)
    assert layout.columns[2].kind is Kind.DATE


def test_no_heading_of_a_part_reads_like_that_of_a_whole() -> None:
    """The row 其他 has a column 其他: what that cell is called must not be the row's name."""
    for form in PRINTED.values():
        names = {f"{cell.table.label}·{cell.row.label}" for cell in form.cells() if len(cell.row.names) > 1}
        assert names.isdisjoint(cell.label for cell in form.cells())
        assert len({cell.label for cell in form.cells()}) == len(list(form.cells()))


def test_a_link_is_followed_and_a_device_left_alone(tmp_path: Path) -> None:
    engine = open_engine(str(tmp_path / "index"), create=True)
    engine.write([incoming(make_document("a"))])
    engine.close()
    (tmp_path / "there").mkdir()
    (tmp_path / "link.csv").symlink_to(tmp_path / "there" / "real.csv")
    run("export", "--index", tmp_path / "index", "--output", tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert len((tmp_path / "there" / "real.csv").read_text(encoding="utf-8").splitlines()) == 2
    os.mkfifo(tmp_path / "pipe.csv")
    refused = run("export", "--index", tmp_path / "index", "--output", tmp_path / "pipe.csv", status=2)
    assert "no file but a pipe" in refused.stderr
    assert (tmp_path / "pipe.csv").is_fifo()
    assert run("pivot", "--rows", "year", "--svg", os.devnull, "--index", tmp_path / "index", status=2).stdout == ""
