"""What somebody new types: narrow terminals, misspelt names, folders that are not there, Ctrl-C at once."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import answer, lines, run
from test_everyday import typed


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with made-up reports and their index."""
    folder = tmp_path_factory.mktemp("first")
    run("sample", "30", folder / "reports", "--broken", "0.2")
    run("index", folder / "reports", "--index", folder / "index")
    return folder


def screen(command: str, folder: Path, **environment: str) -> tuple[list[str], int]:
    """Return the lines that a terminal shows, and the exit status."""
    shown, status = typed(command, folder, PAGER="cat", NO_COLOR="1", **environment)
    return [re.sub("\x1b\\[[0-9;]*m", "", line).rstrip("\r") for line in shown.split("\n")], status


# -- concordance --------------------------------------------------------------------------------------
@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("context", [12, 30])
def test_a_narrow_terminal_cuts_the_context_and_nothing_else(desk: Path, columns: int, context: int) -> None:
    shown, status = screen(f"gongkai concordance 三审三校 --context {context} --size 5", desk, COLUMNS=str(columns))
    first = answer("concordance", "三审三校", "--context", str(context), "--size", "5", "--index", desk / "index")["lines"]
    assert status == 0
    assert shown[0].split() == ["左", "词", "右", "部分", "年度", "机关", "编号"]
    found = [line for line in shown if re.search(r" 20\d\d .*[0-9a-f]{12}$", line)]
    assert [line[-12:] for line in found] == [one["id"][:12] for one in first]
    for line, one in zip(found, first, strict=True):
        left, _, right = line.partition(" 三审三校 ")
        assert one["left"].replace("\n", "").endswith(left.strip()), "the left loses its left end"
        assert str(one["year"]) in right


# -- help ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize("group", ["elasticsearch", "kibana"])
def test_a_group_alone_shows_its_help(group: str) -> None:
    alone = run(group)
    assert alone.stdout == run(group, "--help").stdout
    assert alone.stderr == ""


# -- nothing found, and why ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("check 没有这话", "No report says “没有这话”."),
        ("check nodir", "No report says “nodir”. There is no file or folder nodir either."),
        ("check empty", "No page there is a report: `gongkai parse` says of each why."),
        ("check reports --year 1999", "None of the 30 reports there is one that the options ask for."),
        ("check --province 不是省", "No report has province “不是省”"),
        ("coverage 没有这话", "No report says “没有这话”."),
        ("coverage --county 无此县 --year 2020", "No report has county “无此县”"),
        ("coverage --place 北京市 --level prefectural", "There is no prefectural government in 北京市."),
    ],
)
def test_it_says_why_there_is_nothing(desk: Path, monkeypatch: pytest.MonkeyPatch, words: str, reason: str) -> None:
    monkeypatch.chdir(desk)
    (desk / "empty").mkdir(exist_ok=True)
    (line,) = run(*words.split(), status=1, GONGKAI_INDEX="index").stderr.splitlines()
    assert line.startswith(f"gongkai: {reason}")


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / ".hidden.html").write_text("<p>政府信息公开</p>", encoding="utf-8")
    indexed = run("index", tmp_path / "empty", "--index", tmp_path / "index", "--format", "json")
    assert indexed.stderr.startswith("gongkai: No document was found there. Taken are web pages, text, PDF")
    assert json.loads(indexed.stdout)["indexed"] == 0
    parsed = run("parse", tmp_path / "empty")
    assert (parsed.stdout, parsed.stderr) == ("", indexed.stderr)
    assert run("index", tmp_path / "empty", "--index", tmp_path / "index", "--quiet").stderr == ""


def test_what_is_called_like_a_page_is_a_file(desk: Path) -> None:
    assert "There is no file or folder page.html." in run("check", "page.html", "--index", desk / "index", status=2).stderr
    assert "No report says" in run("check", '"page.html"', "--index", desk / "index", status=1).stderr


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("recieved", "No field's name or label contains “recieved”: did you mean “received”?"),
        ("zzzzzz", "No field's name or label contains “zzzzzz”: `gongkai fields` lists them all."),
        ("received --facets", "No field's name or label contains “received” among the facets."),
    ],
)
def test_fields_names_the_closest(words: str, reason: str) -> None:
    assert run("fields", *words.split(), status=1).stderr == f"gongkai: {reason}\n"


def test_a_page_beyond_the_last(desk: Path) -> None:
    index = ("--index", desk / "index")
    assert run("search", "--page", "6", "--size", "5", *index).stderr == ""
    beyond = run("search", "--page", "99", "--size", "5", *index)
    assert beyond.stderr == "gongkai: There is no page 99: 30 reports, 5 a page, are 6.\n"
    for sort in ("relevance", "-year"):  # as much room as was asked for would be 10**33 hits
        far = run("search", "--page", str(10**29), "--size", "10000", "--sort", sort, *index)
        assert far.stderr == f"gongkai: There is no page {10**29}: 30 reports, 10,000 a page, are 1.\n"


def test_no_hits_wanted_prints_their_number(desk: Path) -> None:
    assert run("search", "--size", "0", "--index", desk / "index").stdout == "篇数\n30\n"
    shown, _ = screen("gongkai search --size 0", desk)
    assert shown[0] == "共 30 篇"


# -- folders ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["x.csv", "x.xlsx", "x.jsonl"])
def test_export_into_a_folder_that_is_not_there(desk: Path, name: str) -> None:
    result = run("export", "--output", Path("nodir") / name, "--index", desk / "index", status=2)
    assert result.stderr == "gongkai: There is no folder nodir: make it first, or name another --output.\n"


def test_sample_leaves_what_is_there_alone(desk: Path) -> None:
    truth = (desk / "reports.truth.jsonl").read_bytes()
    assert "holds files already" in run("sample", "3", desk / "reports", status=2).stderr
    assert (desk / "reports.truth.jsonl").read_bytes() == truth
    (desk / "bare").mkdir()
    run("sample", "1", desk / "bare")
    assert len(list((desk / "bare").iterdir())) == 1


# -- coverage -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(("year", "state"), [("1990", "not_expected"), ("2007", "not_expected"), ("2008", "missing")])
def test_nobody_had_to_publish_before_2008(desk: Path, tmp_path: Path, year: str, state: str) -> None:
    index = ("--index", desk / "index")
    counts = answer("coverage", "--year", year, *index)["counts"]
    assert {name for name, count in counts.items() if count} == {state}
    (tmp_path / "local.csv").write_text("due,first,last\n03-31,2004,2007\n", encoding="utf-8")
    counts = answer("coverage", "--year", year, "--deadlines", tmp_path / "local.csv", *index)["counts"]
    assert bool(counts["missing"]) == (year != "1990")


# -- Ctrl-C at once -----------------------------------------------------------------------------------
def test_an_interruption_of_the_imports_is_silent() -> None:
    code = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell starts what is behind & deaf to it
        "class Stop:\n"
        "    @staticmethod\n"
        "    def find_spec(name, *_):\n"
        "        if name == 'click': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Stop)\n"
        "from gongkai.__main__ import main\n"
        "main()"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (-signal.SIGINT, b"")


@pytest.mark.parametrize("seconds", [0.2, 0.5])
def test_an_interruption_of_starting_processes_is_one_line(desk: Path, seconds: float) -> None:
    code = "from gongkai.__main__ import main; print('begins', flush=True); main()"
    command = [sys.executable, "-c", code, "parse", str(desk / "reports"), "--workers", "2"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdout=pipe, stderr=pipe, start_new_session=True, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "begins\n"
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors
    assert errors.count("\n") <= 1


# -- standard input -----------------------------------------------------------------------------------
def test_pages_of_standard_input_do_not_replace_each_other(desk: Path, tmp_path: Path) -> None:
    pages = [path.read_bytes() for path in sorted((desk / "reports").glob("*.html"))[:2]]
    index = ("--index", tmp_path / "index")
    for page in (*pages, pages[0]):
        run("index", "-", *index, stdin=page)
    entries = lines(run("ledger", "--format", "jsonl", *index).stdout)
    assert [entry["outcome"] for entry in entries] == ["indexed", "indexed"]
    assert all(re.fullmatch("-![0-9a-f]{12}", entry["source"]) for entry in entries)
    assert answer("search", *index)["total"] == 2


# -- evidence -----------------------------------------------------------------------------------------
def test_a_line_is_quoted_once(desk: Path) -> None:
    found = [one for one in answer("check", desk / "reports", status=1)["findings"] if one["code"].startswith("F")]
    assert found
    for one in found:
        quotes = one["evidence"].split(" / ")
        assert len(quotes) == len(set(quotes)), one["evidence"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_one_line_that_says_what_to_do(desk: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "gongkai", "facets", "--by", "level", "--index", str(desk / "index")]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert (result.returncode, result.stderr) == (2, "gongkai: No space left on device: make room there, or write elsewhere.\n")
