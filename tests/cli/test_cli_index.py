"""parse, index, ledger, sample, check on made-up pages: order, forms, exit statuses, interruption."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command_line import answer, lines, run, write_shelf
from contract.documents import SHELF, make_document, make_id

from gongkai.mappings.form import FORMS

GONGKAI = [sys.executable, "-m", "gongkai"]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "reports"
    result = answer("sample", "24", folder, "--seed", "3")
    assert result == {"reports": 24, "folder": str(folder), "truth": str(folder.parent / "reports.truth.jsonl")}
    return folder


def test_parse_prints_in_the_order_of_the_input(reports: Path) -> None:
    names = [str(path) for path in sorted(reports.iterdir(), reverse=True)]
    printed = lines(run("parse", *names).stdout)
    assert [line["source"] for line in printed] == names
    assert all(line["report"] for line in printed)
    assert printed == lines(run("parse", *names, "--workers", "1").stdout)


def test_a_line_of_parse_has_every_name(reports: Path) -> None:
    first = lines(run("parse", sorted(reports.iterdir())[0]).stdout)[0]
    assert {
        "source",
        "id",
        "report_key",
        "title",
        "agency",
        "year",
        "published",
        "url",
        "form",
        "province",
        "city",
    } <= first.keys()
    assert {"county", "town", "adcode", "level", "kind", "sections", "figures", "states", "findings", "scope"} <= first.keys()
    assert list(first["figures"]) == [cell.name for cell in FORMS[first["form"]].cells()]


def test_parse_goes_on_after_a_file_that_cannot_be_read(reports: Path, tmp_path: Path) -> None:
    first, second = sorted(reports.iterdir())[:2]
    (tmp_path / "letter.txt").write_text("关于召开会议的通知\n各科室：定于明日开会。", encoding="utf-8")
    result = run("parse", first, tmp_path / "gone.html", tmp_path / "letter.txt", second, status=2)
    assert result.stderr == f"gongkai: {tmp_path}/gone.html: No such file or directory\n"
    printed = lines(result.stdout)
    assert [line["source"] for line in printed] == [str(first), str(tmp_path / "letter.txt"), str(second)]
    assert (printed[1]["report"], sorted(printed[1])) == (False, ["reason", "report", "source"])


def test_index_counts_and_is_idempotent(reports: Path, tmp_path: Path) -> None:
    place = ["--index", tmp_path / "index"]
    first = answer("index", reports, *place)
    assert {name: count for name, count in first.items() if name != "seconds"} == {
        "indexed": 24,
        "unchanged": 0,
        "duplicate": 0,
        "not_a_report": 0,
        "failed": 0,
    }
    assert answer("index", reports, *place)["unchanged"] == 24
    ledger = lines(run("ledger", *place, "--format", "jsonl").stdout)
    assert [line["source"] for line in ledger] == [str(path) for path in sorted(reports.iterdir())]
    assert all(list(line) == ["source", "outcome", "id", "reason"] for line in ledger)


def test_files_and_lines_of_parse_are_the_same_documents(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "reports.jsonl").write_text(run("parse", reports).stdout, encoding="utf-8")
    run("index", tmp_path / "reports.jsonl", "--index", tmp_path / "a")
    run("index", reports, "--index", tmp_path / "b")
    exports = [run("export", "--format", "jsonl", "--index", tmp_path / name).stdout for name in "ab"]
    assert exports[0] == exports[1] != ""


def test_index_reads_standard_input(tmp_path: Path) -> None:
    content = write_shelf(tmp_path / "shelf.jsonl").read_bytes()
    summary = json.loads(run("index", "-", "--format", "json", "--index", tmp_path / "index", stdin=content).stdout)
    assert summary["indexed"] == len(SHELF)


JUNK = (None, 3, -1, 10**30, 1.5, True, "", "x", [], [3], ["x"], [{}], [{"code": "D2"}], {}, {"overview": 3}, {"a": [1]})
FINDING = {"code": "D2", "message": "迟", "figures": ["requests.received.total"], "evidence": "", "fault": "source_error"}


def _agencies(index: Path) -> set[str]:
    return {line["agency"] for line in lines(run("export", "--format", "jsonl", "--index", index).stdout)}


def _page(folder: Path, agency: str) -> Path:
    """Write reports/1.html below the folder: a report of that agency."""
    (folder / "reports").mkdir(parents=True)
    title = f"{agency}2023年政府信息公开工作年度报告"
    (folder / "reports" / "1.html").write_text(
        f"<title>{title}</title><h1>{title}</h1><p>一、总体情况</p><p>正文。</p>", encoding="utf-8"
    )
    return folder


def test_no_input_takes_the_place_of_another_that_is_only_called_like_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same name below two folders, as pages and as lines of parse; two pipes that begin with line 1, or hold p.html."""
    names = {"酒泉市民政局", "酒泉市教育局"}
    parsed = []
    for name in sorted(names):
        monkeypatch.chdir(_page(tmp_path / name, name))
        run("index", "reports", "--index", tmp_path / "pages")
        parsed.append(run("parse", "reports").stdout)
        (tmp_path / f"{name}.jsonl").write_text(parsed[-1], encoding="utf-8")
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as members:
            members.write("reports/1.html", "p.html")
        page = json.dumps({"html": Path("reports/1.html").read_text(encoding="utf-8")}, ensure_ascii=False)
        for stdin, index in ((archive.getvalue(), "zips"), (page.encode(), "lines"), (parsed[-1].encode(), "piped")):
            run("index", "-", "--index", tmp_path / index, stdin=stdin)
    monkeypatch.chdir(tmp_path)
    run("index", *sorted(tmp_path.glob("*.jsonl")), "--index", tmp_path / "files")
    run("index", "-", "--index", tmp_path / "together", stdin="".join(parsed).encode())
    for index in ("pages", "zips", "lines", "piped", "files", "together"):
        assert _agencies(tmp_path / index) == names, index


def test_lines_of_parse_beside_their_pages_change_nothing_the_second_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(_page(tmp_path, "酒泉市民政局"))
    (tmp_path / "z.jsonl").write_text(run("parse", "reports").stdout, encoding="utf-8")
    counts = [answer("index", ".", "--index", tmp_path / "index") for _ in range(2)]
    assert [(count["indexed"], count["duplicate"], count["unchanged"]) for count in counts] == [(1, 1, 0), (0, 0, 2)]
    found = lines(run("ledger", "--format", "jsonl", "--index", tmp_path / "index").stdout)
    assert {line["source"]: line["reason"] for line in found} == {"z.jsonl!1": None, "reports/1.html": "z.jsonl!1"}


def spoiled() -> Iterator[dict[str, Any]]:
    """Yield lines of `parse` that hold something else in one place, or lack it."""
    whole = {**make_document("whole", title="甲", agency="甲局", year=2022), "findings": [FINDING], "place_id": "1"}
    for place in (whole, FINDING):
        for name in place:
            for value in (KeyError, *JUNK):
                part = {key: one for key, one in {**place, name: value}.items() if one is not KeyError}
                document = part if place is whole else {**whole, "findings": [part]}
                known = f"{len(place)} {name} {value!r}"
                if name != "source":
                    document["source"] = known
                if name != "id":
                    document["id"] = make_id(known)
                if name != "report_key":  # some are versions of one report, the others are each current
                    document["report_key"] = "versions" if name == "published" else document.get("id")
                yield document


def test_every_line_that_is_taken_can_be_shown(tmp_path: Path) -> None:
    """Lines of other programs may hold anything: what no command could show ends in the ledger, with the reason."""
    made = list(spoiled())
    (tmp_path / "lines.jsonl").write_text("".join(json.dumps(one) + "\n" for one in made), encoding="utf-8")
    place = ["--index", tmp_path / "index"]
    summary = json.loads(run("index", tmp_path / "lines.jsonl", *place, "--format", "json", status=2).stdout)
    assert summary["indexed"] > 50
    assert summary["failed"] > 200
    ids = [one["id"] for one in lines(run("export", "--format", "jsonl", *place).stdout)]
    assert len(ids) > 100
    asked = "\n".join(ids).encode()
    for form in ("table", "json", "csv"):
        run("show", "-", "--format", form, *place, stdin=asked)
        run("show", "-", "--format", form, "--history", *place, stdin=asked)
        run("check", "--across", "years", "--format", form, *place, status=1)
        run("coverage", "--format", form, *place)
        run("export", "--shape", "long", "--format", form, *place)
    run("check", "--format", "html", *place, status=1)


def test_index_reads_json_lines_of_pages(reports: Path, tmp_path: Path) -> None:
    pages = [
        {"url": f"http://example.org/{path.stem}", "body": path.read_text(encoding="utf-8")}
        for path in sorted(reports.glob("*.txt"))[:3]
    ]
    (tmp_path / "pages.jsonl").write_text("\n".join(json.dumps(page) for page in pages), encoding="utf-8")
    place = ["--index", tmp_path / "index"]
    assert answer("index", tmp_path / "pages.jsonl", "--key", "text=body", *place)["indexed"] == 3
    assert sorted(hit["url"] for hit in answer("search", *place)["hits"]) == [page["url"] for page in pages]
    assert "--key" in run("index", tmp_path / "pages.jsonl", "--key", "body", *place, status=2).stderr


def test_a_changed_file_takes_the_place_of_its_former_version(reports: Path, tmp_path: Path) -> None:
    page = tmp_path / "report.txt"
    original = sorted(reports.glob("*.txt"))[0].read_text(encoding="utf-8")
    place = ["--index", tmp_path / "index"]
    page.write_text(original, encoding="utf-8")
    run("index", page, *place)
    page.write_text(original + "\n更正说明\n", encoding="utf-8")
    assert answer("index", page, *place)["indexed"] == 1
    (hit,) = answer("search", *place)["hits"]
    assert len(answer("show", hit["id"], "--history", *place)) == 2


def test_failures_are_lines_and_status_2(tmp_path: Path) -> None:
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04 not really")
    result = run("index", tmp_path / "bad.zip", "--index", tmp_path / "index", "--format", "json", status=2)
    assert json.loads(result.stdout)["failed"] == 1
    assert result.stderr.count("\n") == 1
    (line,) = lines(run("ledger", "--outcome", "failed", "--format", "jsonl", "--index", tmp_path / "index").stdout)
    assert (line["outcome"], line["source"]) == ("failed", str(tmp_path / "bad.zip"))


def test_check_takes_paths(reports: Path, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    run("sample", "12", folder, "--seed", "5", "--broken", "1")
    result = answer("check", folder, status=1)
    assert result["reports"] == 12
    assert {line["source"] for line in result["findings"]} <= {str(path) for path in folder.iterdir()}
    assert {"code", "message", "figures", "evidence", "fault", "source", "agency", "year"} <= result["findings"][0].keys()
    assert "index" in run("check", folder, "--where", "year>=2", status=2).stderr


def test_the_last_line_on_standard_error_says_how_to_go_on(reports: Path, tmp_path: Path) -> None:
    """Ctrl-C while standard input is still open: what was read before it is kept."""
    process = subprocess.Popen(
        [*GONGKAI, "index", reports, "-", "--index", tmp_path / "index", "--format", "json", "--workers", "1"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdin is not None
    page = json.dumps({"text": "关于召开会议的通知" * 100}) + "\n"
    process.stdin.write(page.encode() * 100)  # more than a pipe holds: it is written when most of it, and all before it, is read
    process.stdin.flush()
    os.killpg(process.pid, signal.SIGINT)
    output, errors = process.communicate(page.encode(), timeout=60)  # it may have been waiting for this
    assert process.returncode == 130, errors
    assert b"run the same command again" in errors
    assert errors.count(b"\n") == 1
    assert json.loads(output)["indexed"] == 24
    again = answer("index", reports, "--index", tmp_path / "index")
    assert (again["indexed"], again["unchanged"]) == (0, 24)


def test_nothing_in_the_folder_of_pages_is_run(reports: Path, tmp_path: Path) -> None:
    """Worker processes start in the current folder, which may hold files that are called like modules."""
    folder = tmp_path / "pages"
    shutil.copytree(reports, folder)
    trap = f"open({str(tmp_path / 'run')!r}, 'w')"
    for name in ("multiprocessing", "signal", "lxml", "bs4", "numpy", "json", "gongkai"):
        (folder / f"{name}.py").write_text(trap)
    process = subprocess.run(
        [Path(sys.executable).parent / "gongkai", "index", ".", "--index", tmp_path / "index"], cwd=folder, capture_output=True
    )
    assert process.stdout.decode().splitlines()[1].split("\t")[0] == "24"
    assert not (tmp_path / "run").exists()


def test_a_broken_pipe_is_silent(reports: Path) -> None:
    process = subprocess.Popen([*GONGKAI, "fields"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    assert (process.stderr.read(), process.wait()) == (b"", 0)


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom gongkai.cli import cli\n"
        "try: cli(['--help'])\nexcept SystemExit: pass\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & "
        "{'lxml', 'bs4', 'tantivy', 'elasticsearch', 'numpy', 'rich', 'pyarrow', 'sqlite3', 'multiprocessing'}))"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.splitlines()[-1] == "[]"


def test_version() -> None:
    assert run("--version").stdout.startswith("gongkai 0.")


def test_without_a_command_help_is_shown() -> None:
    assert run().stdout == run("--help").stdout


def test_closed_messages_stop_no_work(reports: Path, tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"broken{number}.zip").write_bytes(b"PK\x03\x04 no archive")
    reading, writing = os.pipe()
    os.close(reading)
    index = str(tmp_path / "index")
    command = [*GONGKAI, "index", str(tmp_path), str(reports), "--index", index]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=writing, check=False)
    os.close(writing)
    assert done.returncode == 2
    ends = [line["outcome"] for line in lines(run("ledger", "--format", "jsonl", "--index", index).stdout)]
    assert (ends.count("failed"), len(ends)) == (6, 30)
