"""How do the tests run a command? In this process, with the streams apart."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from contract.documents import SHELF

from gongkai.cli import cli

__all__ = ["answer", "lines", "read_terminal", "run", "write_shelf"]


def run(*arguments: str | Path, status: int | None = 0, stdin: bytes | None = None, **environment: str | None) -> Result:
    """Run a command; fail unless it ends with that exit status (null: any)."""
    result = CliRunner(env={"GONGKAI_INDEX": None, **environment}).invoke(cli, [str(part) for part in arguments], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert status in (result.exit_code, None), (result.exit_code, result.stdout, result.stderr)
    return result


def answer(*arguments: str | Path, status: int | None = 0, **environment: str | None) -> Any:
    """Return what a command prints as JSON."""
    return json.loads(run(*arguments, "--format", "json", status=status, **environment).stdout)


def lines(text: str) -> list[Any]:
    """Return JSON lines."""
    return [json.loads(line) for line in text.splitlines()]


def write_shelf(path: Path) -> Path:
    """Write the contract's six reports as lines of `parse`."""
    path.write_text("".join(json.dumps(document, ensure_ascii=False) + "\n" for document in SHELF), encoding="utf-8")
    return path


def read_terminal(main: int) -> bytes:
    """Return all that is printed on a terminal, until its other end is closed."""
    shown = b""
    while True:
        try:
            chunk = os.read(main, 1 << 16)
        except OSError:  # what Linux says when the other end is closed
            return shown
        if not chunk:
            return shown
        shown += chunk
