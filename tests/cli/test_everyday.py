"""Every --help fits a screen and its examples run; what is misspelt, quiet, without colour, paged, or cut off by a pipe."""

from __future__ import annotations

import os
import pty
import re
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from command_line import read_terminal, run, write_shelf
from kibana_server import running
from servers.distribution import VERSIONS
from servers.indices import prefix_on

from gongkai.cli import COMMANDS, cli

BIN = Path(sys.executable).parent
SCREEN, WIDTH = 40, 80
EXAMPLES = re.compile(r"\n  Examples:\n((?:    .+\n?)+)$")


def every_command() -> Iterator[tuple[str, click.Command, click.Context]]:
    """Yield each command and each command of a group, by what is typed."""
    root = click.Context(cli, info_name="gongkai", terminal_width=WIDTH, max_content_width=WIDTH)
    for name in COMMANDS:
        command = cli.get_command(root, name)
        assert command is not None
        context = click.Context(command, root, name, terminal_width=WIDTH, max_content_width=WIDTH)
        yield name, command, context
        for inner in getattr(command, "commands", {}).values():
            yield f"{name} {inner.name}", inner, click.Context(inner, context, inner.name, terminal_width=WIDTH)


HELP = {name: command.get_help(context) for name, command, context in every_command()}
LINES = {
    name: [line.strip() for line in match[1].splitlines()] for name, text in HELP.items() if (match := EXAMPLES.search(text))
}


def width_of(line: str) -> int:
    return sum(2 if char > "\u2e7f" else 1 for char in line)


def lines_of(*names: str) -> list[str]:
    return [line for name in names for line in LINES[name]]


FIRST = [line.strip() for line in EXAMPLES.findall(cli.get_help(click.Context(cli, info_name="gongkai")))[0].splitlines()]
NEED_A_SERVER = [name for name in HELP if name.startswith(("elasticsearch", "kibana"))]


@pytest.mark.parametrize("name", sorted(HELP))
def test_help_fits_a_screen_and_ends_with_two_examples(name: str) -> None:
    assert sum(-(-max(width_of(line), 1) // WIDTH) for line in HELP[name].splitlines()) <= SCREEN
    assert len(LINES[name]) == 2
    assert "Everywhere (see `gongkai --help`)" in HELP[name]
    for option in ("--index", "--quiet", "--no-progress", "--help"):
        assert option in HELP[name]


def test_help_of_all_fits_a_screen_and_describes_what_is_everywhere() -> None:
    text = run("--help", COLUMNS="80").stdout
    assert len(text.splitlines()) <= SCREEN
    assert all(f"--{name}" in text for name in ("index", "quiet", "no-progress", "version"))
    assert len(FIRST) == 2


# -- examples -----------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the examples name: pages, an archive, a roster, an index."""
    folder = tmp_path_factory.mktemp("desk")
    run("sample", "40", folder / "reports", "--broken", "0.2")
    run("sample", "3", folder / "more", "--seed", "2")
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        for page in sorted((folder / "more").iterdir()):
            archive.write(page, page.name)
    (folder / "agencies.txt").write_text("巴楚县民政局\n巴楚县无此局\n", encoding="utf-8")
    run("index", folder / "reports", "--index", folder / "index")
    return folder


def shell(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run what is typed in a shell; it fails when any part of a pipe does."""
    surrounding = {name: value for name, value in os.environ.items() if not name.startswith(("GONGKAI_", "NO_COLOR"))}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env={**surrounding, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "GONGKAI_INDEX": "index", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def ends_well(line: str, result: subprocess.CompletedProcess[str]) -> bool:
    """Findings are what `check` is for: status 1."""
    return result.returncode == int("check" in line.split()) and not result.stderr


@pytest.mark.parametrize(
    "line", [*FIRST, *(line for name in HELP if name not in NEED_A_SERVER for line in LINES[name] if "http" not in line)]
)
def test_examples_run(line: str, desk: Path) -> None:
    result = shell(line, desk)
    assert ends_well(line, result), (result.returncode, result.stderr)
    written = re.search(r"(?:--output|>) (\S+)", line)
    assert (desk / written[1]).stat().st_size > 100 if written else result.stdout


def test_examples_for_a_cluster_run(desk: Path) -> None:
    order = ("elasticsearch", "copy", *(f"elasticsearch {verb}" for verb in ("init", "status", "migrate", "swap", "drop")))
    lines = [line for line in lines_of(*order) if "http" in line]
    assert len(lines) == 13
    with prefix_on(next(iter(VERSIONS))) as where:
        for line in lines:
            named = {"http://localhost:9200/gongkai": where, "index": str(desk / "index")}
            assert run(*(named.get(word, word) for word in shlex.split(line)[1:])).stderr == ""


def test_examples_for_kibana_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with running() as kibana:
        for line in lines_of("kibana", "kibana export", "kibana install", "kibana uninstall"):
            words = [kibana.url if word == "http://localhost:5601" else word for word in shlex.split(line)[1:]]
            assert run(*words).stdout


# -- what is misspelt ---------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("serach 三审三校", "search"),
        ("search --yaer 2024", "--year"),
        ("facets --sotr value", "--sort"),
        ("show --figure 1", "--figures"),
        ("elasticsearch stauts", "status"),
        ("search --quite", "--quiet"),
        ("search yaer:2024", "year"),
        ("pivot --rows provinse", "province"),
        ("pivot --rows year --measure recieved.total", "received.total"),
        ("search in:problem 不足", "problems"),
        ("trend --measure corected_share", "corrected_share"),
    ],
)
def test_what_is_misspelt_gets_the_closest(words: str, meant: str, desk: Path) -> None:
    result = run(*words.split(), "--index", desk / "index", status=2)
    (line,) = result.stderr.splitlines()
    assert meant in line.partition("Did you mean")[2]


# -- quiet, without colour, paged, cut off ------------------------------------------------------------
def typed(command: str, folder: Path, **environment: str) -> tuple[str, int]:
    """Return what the command shows on a terminal of 80 × 24, and its exit status."""
    main, terminal = pty.openpty()
    surrounding = {name: value for name, value in os.environ.items() if not name.startswith(("GONGKAI_", "NO_COLOR", "LESS"))}
    process = subprocess.Popen(
        ["bash", "-c", command],
        cwd=folder,
        env={
            **surrounding,
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "TERM": "xterm-256color",
            "COLUMNS": "80",
            "LINES": "24",
            "GONGKAI_INDEX": "index",
            **environment,
        },
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    shown = read_terminal(main)
    os.close(main)
    return shown.decode(), process.wait()


def test_colours_are_left_out_when_that_is_wanted(desk: Path) -> None:
    search = "gongkai search 三审三校 --size 2"
    assert "\x1b[1;31m" in typed(search, desk)[0]
    assert not re.search(r"\x1b\[[\d;]*3[0-7]", typed(search, desk, NO_COLOR="1")[0])
    assert "\x1b" not in typed(search, desk, TERM="dumb")[0]
    assert "\x1b" not in shell(search, desk).stdout


def test_quiet_leaves_the_answer_and_errors(desk: Path) -> None:
    reasons = run("search", "不会有的短语", "--index", desk / "index", status=1).stderr
    assert reasons.startswith("gongkai: ")
    for words in (["--quiet", "search"], ["search", "--quiet"]):
        assert run(*words, "不会有的短语", "--index", desk / "index", status=1).stderr == ""
    assert run("--quiet", "search", "(", "--index", desk / "index", status=2).stderr.startswith("gongkai: ")


def test_no_bar_is_drawn_when_none_is_wanted(desk: Path) -> None:
    """The bar is the only thing that moves the cursor."""
    assert "\x1b[?25l" in typed("gongkai index more --index bar", desk)[0]
    for option in ("--no-progress", "--quiet"):
        shown, status = typed(f"gongkai {option} index more --index {option[2:]}", desk)
        assert ("\x1b[?25l" in shown, "收录" in shown, status) == (False, True, 0)


def test_a_long_table_on_a_terminal_goes_through_the_pager(desk: Path) -> None:
    counting = {"PAGER": "wc -l"}
    for command in (
        "fields",
        "search --size 60",
        "show - --figures",
        "concordance 公开 --size 60",
        "parse reports --workers 1 --format table",
    ):
        feed = "head -1 <(gongkai search --format csv --size 1 | tail -1) > id; " if "show" in command else ""
        words = command.replace(" - ", " $(cut -d, -f1 id) ")
        shown, status = typed(f"{feed}gongkai {words}", desk, **counting)
        assert re.fullmatch(r"\s*\d{2,}\s*", shown), (command, shown[:200])
        assert status == 0
    assert "层级" in typed("gongkai facets --by level", desk, **counting)[0]  # fits
    assert typed("gongkai fields --format json", desk, **counting)[0].startswith("[")
    assert "字段" in typed("gongkai fields", desk, PAGER="cat")[0]
    assert "字段" in shell("gongkai fields", desk, **counting).stdout


@pytest.mark.parametrize(
    "command",
    [
        "fields",
        "search --size 60 --format json",
        "search --size 60",
        "concordance 公开 --format csv",
        "export --shape long",
        "export --format jsonl",
        "parse reports",
        "facets --by agency",
        "ledger --format jsonl",
        "search --help",
    ],
)
def test_a_pipe_that_is_closed_early_is_no_error(command: str, desk: Path) -> None:
    result = shell(f"gongkai {command} | head -1; echo ${{PIPESTATUS[0]}}", desk)
    assert result.stderr == ""
    assert result.stdout.splitlines()[-1].endswith("0")


def test_a_terminal_says_what_is_wrong_in_one_line(tmp_path: Path) -> None:
    write_shelf(tmp_path / "shelf.jsonl")
    shown, status = typed("gongkai search 三审三校", tmp_path)
    assert (status, len(shown.splitlines())) == (2, 1)
    assert "gongkai index" in shown
