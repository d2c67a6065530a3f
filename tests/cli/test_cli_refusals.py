"""What is asked the wrong way is told in one line that says how: never an empty answer, never a library's words."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from command_line import answer, run, write_shelf

from gongkai.errors import BadQuery
from gongkai.indexer.recognition import admission
from gongkai.mappings.findings import RULES, compared_across
from gongkai.mappings.labels import reason_label
from gongkai.search.chosen import values_of
from gongkai.search.syntax import parse_comparison, parse_query
from gongkai.search.syntax_fields import field_called

IN_GBK = "三审三校".encode("gb18030").decode("utf-8", "surrogateescape")  # as Python reads an argument that is no UTF-8


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shelf")
    run("index", write_shelf(folder / "shelf.jsonl"), "--index", folder / "index")
    return folder / "index"


def refused(index: Path, *arguments: str | Path) -> str:
    message = run(*arguments, "--index", index, status=2).stderr
    assert message.count("\n") == 1
    return message


def test_an_option_behind_two_dashes_is_told(index: Path) -> None:
    told = run("search", "--index", index, "--", "三审三校", "--size", "1", status=2).stderr
    assert "All behind -- is the query, --size as well: write options before it." in told
    assert "Did you mean '--size'?" in refused(index, "search", "--siz", "1")
    assert run("search", "--index", index, "--size", "0", "--", "-三审三校").stdout == "篇数\n3\n"


@pytest.mark.parametrize("command", [["export", "--output"], ["pivot", "--rows", "year", "--chart", "bar", "--svg"]])
def test_a_folder_is_no_file_to_write(index: Path, tmp_path: Path, command: list[str]) -> None:
    assert f"{tmp_path} is a folder: name a file in it." in refused(index, *command, tmp_path)
    assert "there is no folder" in refused(index, *command, f"{tmp_path}/new/")
    assert list(tmp_path.iterdir()) == []


def test_a_page_of_findings_has_no_other_rows(index: Path) -> None:
    assert "leave out --by" in refused(index, "check", "--by", "rule", "--format", "html")
    assert run("check", "--format", "html", "--index", index, status=1).stdout.startswith("<!DOCTYPE html>")


def test_nothing_in_the_ledger_is_unchanged_and_it_says_so(tmp_path: Path) -> None:
    shelf = write_shelf(tmp_path / "shelf.jsonl")
    for _ in range(2):
        run("index", shelf, "--index", tmp_path / "index")
    told = run("ledger", "--outcome", "unchanged", "--index", tmp_path / "index", status=1).stderr
    assert "No line says unchanged" in told
    assert run("ledger", "--outcome", "indexed", "--index", tmp_path / "index").stderr == ""


def test_every_value_of_a_closed_field_is_told_of(index: Path) -> None:
    told = refused(index, "search", "outcome:zzz")
    for group in ("granted", "partially_granted", "denied", "unavailable", "not_processed", "other"):
        assert group in told
    assert "19 below them, such as denied.state_secret" in told
    assert "It is one of national, provincial, prefectural, county, township." in refused(index, "search", "level:zzz")
    assert "Did you mean “denied.state_secret”?" in refused(index, "search", "outcome:denied.state_secrets")


def test_a_finding_that_is_not_told_is_told_of(index: Path) -> None:
    assert "Y1 compares reports: add --across years." in refused(index, "check", "--finding", "Y1")
    assert "S1 compares reports: add --across levels." in refused(index, "check", "--finding", "S1", "--across", "years")
    assert "S2 compares reports: add --across levels --of FILE." in refused(
        index, "check", "--finding", "S2", "--across", "levels"
    )
    assert "Not looked for: Y1" in run("check", "--finding", "Y1,F2", "--index", index, status=1).stderr
    assert "Not looked for" not in run("check", "--finding", "Y1", "--across", "years", "--index", index, status=None).stderr
    assert "`gongkai check --across years` tells it" in run("search", "finding:Y1", "--index", index, status=1).stderr
    assert f"there are {', '.join(RULES)}." in refused(index, "check", "--finding", "ZZ")
    assert "did you mean “F1”?" in refused(index, "check", "--finding", "f1")
    assert {code for code in RULES if compared_across(code)} == {"Y1", "Y2", "Y3", "Y4", "S1", "S2"}


def test_bytes_that_are_no_text_are_no_query(index: Path) -> None:
    assert "This is GBK, it seems (“三审三校”)" in refused(index, "search", IN_GBK)
    assert "GBK" in refused(index, "search", "--province", IN_GBK)
    assert "GBK" in refused(index, "check", IN_GBK)
    with pytest.raises(BadQuery, match="GBK"):
        parse_comparison(f"{IN_GBK}>=1")
    with pytest.raises(BadQuery, match="no UTF-8"):
        parse_query("\ud800")
    with pytest.raises(BadQuery, match="no UTF-8"):
        values_of(field_called("province"), ["\ud83d"])
    parse_query("𠀀 é 三审三校")


def test_a_page_whose_name_is_no_text_is_read_all_the_same(tmp_path: Path) -> None:
    page = tmp_path / IN_GBK
    try:
        page.write_text("信息公开指南", encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")
    assert "No page there is a report" in run("check", page, status=1).stderr


def test_rosters_come_by_standard_input_too(index: Path) -> None:
    roster = "甘肃省白银市水利局\n".encode("gb18030")
    told = run("coverage", "--of", "-", "--year", "2022", "--format", "jsonl", "--index", index, stdin=roster).stdout
    assert "白银市水利局" in told
    due = run("coverage", "--deadlines", "-", "--format", "json", "--index", index, stdin=b"due\n03-01\n").stdout
    assert due == run("coverage", "--deadlines", "-", "--format", "json", "--index", index, stdin="期限\n03-01\n".encode()).stdout
    assert "Standard input names no agency" in run("coverage", "--of", "-", "--index", index, stdin=b"", status=2).stderr
    assert "read once" in refused(index, "coverage", "--of", "-", "--deadlines", "-")
    assert "read once" in refused(index, "check", "-", "--across", "levels", "--of", "-")
    across = ["check", "--across", "levels", "--of", "-", "--format", "json", "--index", index]
    assert "across" in run(*across, stdin="agency,parent\n甲局,乙局\n乙局,\n".encode(), status=None).stdout
    assert answer("coverage", "--year", "2022", "--index", index)["roster"] == "corpus"


def test_why_a_page_is_no_report_is_chinese_in_a_table_and_a_key_for_programs(tmp_path: Path) -> None:
    """What a page is, is data; what went wrong is a message, in English like all messages."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "guide.html").write_text("<h1>政府信息公开指南</h1>", encoding="utf-8")
    (tmp_path / "pages" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    index = tmp_path / "index"
    run("index", tmp_path / "pages", "--index", index, status=2)
    shown = run("ledger", "--index", index).stdout
    assert "指南或目录，不是报告" in shown
    assert "is a picture; gongkai reads" in shown
    reasons = {line["outcome"]: line["reason"] for line in answer("ledger", "--index", index)}
    assert reasons["not_a_report"] == "a guide or catalogue, not a report"
    assert "指南或目录，不是报告" in run("parse", tmp_path / "pages", "--format", "csv", status=2).stdout
    assert reason_label("rules, not a report; something new") == "规定，不是报告；something new"


def test_every_reason_has_a_label() -> None:
    """Those that admission.py returns or has as a constant: whole sentences among its texts."""
    tree = ast.parse(Path(admission.__file__).read_text(encoding="utf-8"))
    returns = [node.value for node in ast.walk(tree) if isinstance(node, ast.Return) and node.value is not None]
    told = {
        one.value for value in returns for one in ast.walk(value) if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }
    told |= {
        node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }
    reasons = {text for text in told if " " in text}
    assert len(reasons) > 10
    assert {text for text in reasons if reason_label(text) == text} == set()


def test_what_may_not_be_entered_is_told_with_the_way_out(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_file", denied)
    told = refused(index, "search", "三审三校")
    assert told == (
        f"gongkai: {index}/store.sqlite: Permission denied: give yourself the right to read and write it and to enter the folders"
        " above (chmod u+rwX), or name another place.\n"
    )
