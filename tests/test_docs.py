"""The documents say what the program does: every command in them is run, every generated page is compared.

`make docs` (GONGKAI_WRITE_DOCS=1) writes the transcripts and the generated pages again.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import pty
import re
import shlex
import subprocess
import sys
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest
from command_line import read_terminal, run
from contract.naive import Naive, found
from folders import ROOT

from gongkai.cli import COMMANDS, cli
from gongkai.errors import GongkaiError
from gongkai.mappings.fields import FIELDS
from gongkai.search.engine import open_engine
from gongkai.search.query import Query
from gongkai.search.syntax import parse_query

READMES = ("README.md", "README.zh-CN.md")
TUTORIALS = ("docs/tutorial.md", "docs/tutorial.zh-CN.md")
QUESTIONS = "docs/how-do-i.md"
WRITES = "GONGKAI_WRITE_DOCS" in os.environ
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
EXAMPLES = re.compile(r"(?<=^```python\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
WIDTH = 110


def blocks(name: str, language: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return [content for kind, content in BLOCK.findall(text) if kind == language]


@cache
def folder(page: str) -> tempfile.TemporaryDirectory[str]:
    """One folder for the commands of a page in both languages, so that the same command runs once."""
    return tempfile.TemporaryDirectory(prefix="gongkai-docs-")


@cache
def typed(command: str, page: str) -> str:
    """Return what the command prints on a terminal."""
    home = folder(page).name
    paths = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": paths, "HOME": home, "XDG_DATA_HOME": home, "COLUMNS": str(WIDTH), "LINES": "40", "LC_ALL": "C.UTF-8"}
    main, terminal = pty.openpty()
    process = subprocess.Popen(
        command, shell=True, cwd=home, env=environment, stdin=subprocess.DEVNULL, stdout=terminal, stderr=subprocess.PIPE
    )
    os.close(terminal)
    printed = read_terminal(main)
    assert process.stderr is not None
    errors = process.stderr.read().decode()
    assert (process.wait() in (0, 1), errors) == (True, ""), (command, errors)
    text = re.sub(r"\r+\n", "\n", STYLE.sub("", printed.decode()))
    return re.sub(r"(?m)[ \t]+$", "", text)


def transcript(block: str, name: str) -> str:
    """Return the block with its commands run again, in the folder of its page."""
    page = name.replace(".zh-CN", "")
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{typed(command.removeprefix('$ '), page)}" for command in commands)


def without_seconds(text: str) -> str:
    """Return the text without how long it took, and without the room that the number takes."""
    return re.sub(r"(?m)^( *\d+ .*?) +\d+\.\d+$", r"\1", re.sub(r"(?m) +秒$", " 秒", text))


def write_transcripts(name: str) -> None:
    def again(match: re.Match[str]) -> str:
        return f"```console\n{transcript(match[2], name)}```" if match[1] == "console" else match[0]

    path = ROOT / name
    path.write_text(BLOCK.sub(again, path.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.mark.parametrize("name", [*READMES, *TUTORIALS, QUESTIONS])
def test_transcripts_are_what_a_terminal_shows(name: str) -> None:
    if WRITES:
        write_transcripts(name)
    for block in blocks(name, "console"):
        assert without_seconds(transcript(block, name)) == without_seconds(block)


@pytest.mark.parametrize("names", [READMES, TUTORIALS])
def test_both_languages_show_the_same_commands(names: tuple[str, str]) -> None:
    shown = [[block for language in ("console", "sh") for block in blocks(name, language)] for name in names]
    commands = [[re.sub(r"\s*#.*", "", line) for block in group for line in block.splitlines()] for group in shown]
    assert commands[0] == commands[1]


@pytest.mark.parametrize("name", READMES)
def test_shell_commands_run(name: str, tmp_path: Path) -> None:
    """`make` is asked what it would do; the demo itself is run below. gongkai runs on made-up pages."""
    run("sample", "6", tmp_path / "folder-of-pages")
    run("sample", "6", tmp_path / "more", "--seed", "2")
    import shutil

    shutil.make_archive(str(tmp_path / "more"), "zip", tmp_path / "more")
    known = 0
    for line in "".join(blocks(name, "sh")).splitlines():
        words = shlex.split(line, comments=True)
        if words[0] == "make":
            plan = subprocess.run(["make", "-n", *words[1:]], cwd=ROOT, capture_output=True, text=True, check=True).stdout
            assert {"demo": "tools/demo.sh", "test": "pytest"}[words[1]] in plan
        else:
            arguments = [tmp_path / word if (tmp_path / word).exists() else word for word in words[1:]]
            assert words[0] == "gongkai"
            result = run(*arguments, GONGKAI_INDEX=str(tmp_path / "index"))
            assert result.stdout
            known += 1
    assert known == 2


def test_the_demo_runs(tmp_path: Path) -> None:
    paths = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    result = subprocess.run(
        ["bash", "tools/demo.sh", str(tmp_path / "demo"), "60"],
        cwd=ROOT,
        env={**os.environ, "PATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    for words in ("【三审三校】", "年度\t篇数", "省\t篇数", "办理结果\t2019", "核查发现", "表三"):
        assert words in result.stdout


def test_twenty_questions_are_answered() -> None:
    text = (ROOT / QUESTIONS).read_text(encoding="utf-8")
    questions = re.findall(r"(?m)^### (\d+)\. .+\?\n\n.+？\n\n```console\n\$ .+\n(?!\$)(?!```)", text)
    assert list(map(int, questions)) == list(range(1, 21))


@pytest.mark.parametrize("name", [*READMES, *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").glob("*.md"))])
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text(encoding="utf-8")):
        assert "://" in target or ((ROOT / name).parent / target).exists(), target


def test_every_query_of_the_query_language_finds_what_it_says(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "query-language.md").read_text(encoding="utf-8")
    queries = re.findall(r"(?m)^\| `(.+?)` \|", text)
    assert len(queries) > 25
    run("sample", "80", tmp_path / "reports")
    run("index", tmp_path / "reports", "--index", tmp_path / "index")
    with closing(open_engine(str(tmp_path / "index"))) as engine:
        corpus = [Naive(document) for document in engine.export(Query())]
        totals = {query: engine.search(Query(parse_query(query), limit=0)).total for query in queries}
    assert totals == {query: len(found(Query(parse_query(query)), corpus)) for query in queries}
    assert sum(total > 0 for total in totals.values()) > len(queries) // 2


def run_again(block: str, names: dict[str, Any]) -> str:
    """Return the examples of a block with what they print now."""
    pieces = []
    for example in doctest.DocTestParser().get_examples(block):
        first, *more = example.source.splitlines()
        pieces += [f">>> {first}\n", *(f"... {line}\n" for line in more)]
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            try:
                exec(compile(example.source, "docs/python.md", "single"), names)
            except GongkaiError as error:
                print(f"Traceback (most recent call last):\n  ...\ngongkai.errors.{type(error).__name__}: {error}")
        pieces.append(re.sub(r"(?m)[ \t]+$", "", printed.getvalue()))
    return "".join(pieces)


def test_python_prints_what_the_document_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    monkeypatch.chdir(tmp_path)
    run("sample", "60", "reports", "--broken", "0.2")
    page = ROOT / "docs" / "python.md"
    text, names = page.read_text(encoding="utf-8"), {}
    made = EXAMPLES.sub(lambda match: run_again(match[0], names), text)
    if WRITES:
        page.write_text(made, encoding="utf-8")
        text = made
    assert made == text, "run `make docs`"
    assert text.count(">>> ") > 30


def command_pages() -> str:
    pages = ["# Commands\n\nMade from the code by `make docs`.\n"]
    root = click.Context(cli, info_name="gongkai")
    root.max_content_width = 100
    for name in COMMANDS:
        command = cli.get_command(root, name)
        assert command is not None
        pages += _pages(command, click.Context(command, root, name))
    return "\n".join(pages)


def _pages(command: click.Command, context: click.Context) -> list[str]:
    context.terminal_width = 100
    pages = [f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"]
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            pages += _pages(inner, click.Context(inner, context, name))
    return pages


def field_pages() -> str:
    rows = [
        f"| `{field.name}` | {field.kind} | {field.label} | {'yes' if field.facet else ''} | {'、'.join(field.aliases)} | {field.help} |"
        for field in FIELDS
    ]
    head = "# Fields\n\nMade from `gongkai/mappings/fields.py` by `make docs`. Each may stand in a query: `year:2024`, `年度:2024`.\n"
    table = "| field | kind | label | facet | other names | holds |\n| --- | --- | --- | --- | --- | --- |"
    return f"{head}\n{table}\n" + "\n".join(rows) + "\n"


@pytest.mark.parametrize(("name", "made"), [("commands.md", command_pages), ("fields.md", field_pages)])
def test_generated_pages_are_up_to_date(name: str, made) -> None:  # type: ignore[no-untyped-def]
    path = ROOT / "docs" / name
    if WRITES:
        path.write_text(made(), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == made(), "run `make docs`"


def test_every_command_has_help_and_an_example() -> None:
    root = click.Context(cli, info_name="gongkai")
    for name, (_, line) in COMMANDS.items():
        command = cli.get_command(root, name)
        assert command is not None
        assert command.help
        assert line.endswith((".", "…"))
        assert command.epilog
