"""What does Tab offer? Asked as bash, zsh and fish ask, and once through bash itself."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from command_line import run, write_shelf

from gongkai.cli import cli

BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("completion")
    run("index", write_shelf(folder / "shelf.jsonl"), "--index", folder / "index")
    return str(folder / "index")


def asked(place: str, shell: str, words: str, word: str) -> str:
    """Return what is said to the shell; nothing ever is on standard error."""
    environment = {"GONGKAI_INDEX": place, "_GONGKAI_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": word}
    result = CliRunner(env=environment).invoke(cli, [], prog_name="gongkai")
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def offered(place: str, *words: str) -> list[str]:
    """Return what bash is offered for the last word."""
    text = asked(place, "bash", " ".join(words), str(len(words) - 1))
    return [line.removeprefix("plain,") for line in text.splitlines() if line]


def test_commands_and_options(index: str) -> None:
    assert offered(index, "gongkai", "co") == ["concordance", "coverage", "copy"]
    assert "--province" in offered(index, "gongkai", "search", "--pro")
    assert offered(index, "gongkai", "elasticsearch", "s") == ["status", "swap"]
    assert offered(index, "gongkai", "search", "--format", "j") == ["json", "jsonl"]


def test_names_of_fields(index: str) -> None:
    assert offered(index, "gongkai", "facets", "--by", "province,pl") == ["province,place"]
    assert offered(index, "gongkai", "facets", "--by", "province,pro") == []  # is there already
    assert offered(index, "gongkai", "pivot", "--rows", "outc") == ["outcome", "outcome_group"]
    assert offered(index, "gongkai", "pivot", "--measure", "received.tot") == ["requests.received.total"]
    assert offered(index, "gongkai", "pivot", "--show", "me") == ["mean", "median"]
    assert "corrected_share" in offered(index, "gongkai", "trend", "--measure", "corr")
    assert offered(index, "gongkai", "search", "--sort", "-publ") == []  # an option, to a shell
    assert offered(index, "gongkai", "search", "--sort=", "publ") == ["published"]
    assert "requests.received.total" in offered(index, "gongkai", "search", "--where", "received.t")
    assert offered(index, "gongkai", "search", "publ") == ["published:"]
    assert offered(index, "gongkai", "show", "--section", "pro") == ["proactive", "problems"]


def test_values_come_from_the_index(index: str) -> None:
    assert offered(index, "gongkai", "search", "--province", "甘") == ["甘肃省"]
    assert offered(index, "gongkai", "pivot", "--rows", "year", "--level", "c") == ["county"]
    assert offered(index, "gongkai", "pivot", "--rows", "year", "--level", "县") == ["县级"]
    assert set(offered(index, "gongkai", "search", "--year", "20")) == {"2021", "2022", "2023"}


def test_bash_takes_a_colon_and_an_equals_sign_for_words(index: str) -> None:
    """`level:co` comes as three words, and what is offered stands behind the colon."""
    assert offered(index, "gongkai", "search", "level", ":", "co") == ["county"]
    assert "county" in offered(index, "gongkai", "search", "三审三校", "层级", ":")
    assert offered(index, "gongkai", "search", "level", ":", "township,co") == ["township,county"]
    assert offered(index, "gongkai", "search", "in", ":", "pro") == ["proactive", "problems"]
    assert offered(index, "gongkai", "search", "--level", "=", "co") == ["county"]
    place, rest = index.split("/", 1)
    assert offered("nowhere", "gongkai", "--index", "=", f"{place}/{rest}", "search", "level", ":", "co") == ["county"]


def test_zsh_and_fish_ask_in_their_own_way(index: str) -> None:
    answer = asked(index, "zsh", "gongkai search level:co", "2").splitlines()
    assert answer[:2] == ["plain", r"level\:county"]
    assert answer[2].startswith("县级 ")
    assert asked(index, "fish", "gongkai search ", "level:co").startswith("plain,level:county")


@pytest.mark.parametrize(
    ("shell", "words"), [("bash", "complete -o nosort"), ("zsh", "#compdef gongkai"), ("fish", "complete --no-files")]
)
def test_each_shell_gets_its_script(shell: str, words: str) -> None:
    """In a new process, as the documents tell to load it."""
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "_GONGKAI_COMPLETE": f"{shell}_source"}
    assert words in subprocess.run(["gongkai"], env=environment, capture_output=True, text=True, check=True).stdout


def test_paths_are_left_to_the_shell(index: str) -> None:
    assert asked(index, "bash", "gongkai index rep", "2") == "file,rep\n"
    assert asked(index, "bash", "gongkai check rep", "2") == "file,rep\n"
    assert asked(index, "bash", "gongkai search --index rep", "3") == "dir,rep\n"


def test_it_is_silent_when_there_is_nothing_to_ask(tmp_path: Path) -> None:
    assert offered(str(tmp_path / "nowhere"), "gongkai", "search", "--province", "甘") == []
    assert offered(str(tmp_path / "nowhere"), "gongkai", "search", "level", ":", "c") == []
    assert offered("http://127.0.0.1:9/gongkai", "gongkai", "search", "--province", "甘") == []
    assert offered(str(tmp_path), "gongkai", "nosuch", "--pro") == []
    assert offered(str(tmp_path), "gongkai", "search", "--nosuch", "甘") == []


def test_an_index_that_does_not_answer_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:  # takes connections and says nothing
        start = time.monotonic()
        assert offered(f"http://127.0.0.1:{server.getsockname()[1]}/gongkai", "gongkai", "search", "--province", "甘") == []
        assert time.monotonic() - start < 15


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_itself(index: str) -> None:
    """The script that the documents tell to load, driven as bash drives it."""
    script = r"""
    eval "$(_GONGKAI_COMPLETE=bash_source gongkai)"
    complete -p gongkai
    COMP_WORDS=(gongkai search level : co) COMP_CWORD=4
    _gongkai_completion gongkai co :
    printf '%s\n' "${COMPREPLY[@]}"
    """
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "GONGKAI_INDEX": index}
    result = subprocess.run(["bash", "--norc", "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines() == ["complete -o nosort -F _gongkai_completion gongkai", "county"]
