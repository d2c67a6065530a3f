"""Starting as a whole process, beside a bare Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.corpus import pages
from benchmarks.indexing import index_at
from benchmarks.measuring import Row, best_of

__all__ = ["starting"]

_TIMES = 15


def starting(count: int) -> list[Row]:
    """Return the rows."""
    gongkai = str(Path(sys.executable).parent / "gongkai")
    bare = _run(sys.executable, "-c", "pass")
    help_ = _run(gongkai, "--help")
    search = _run(gongkai, "--index", str(index_at(count)), "search", "三审三校")
    page = str(min(pages(1_000).glob("*.html")))
    parse = _run(gongkai, "parse", page)
    return [
        Row("gongkai --help", f"{help_ * 1000:.0f} ms", "python -c pass", f"{bare * 1000:.0f} ms", help_ / bare, "≤ 9"),
        Row(
            "a warm search as a process",
            f"{search * 1000:.0f} ms",
            "python -c pass",
            f"{bare * 1000:.0f} ms",
            search / bare,
            "≤ 15",
        ),
        Row(
            "one page parsed as a process",
            f"{parse * 1000:.0f} ms",
            "python -c pass",
            f"{bare * 1000:.0f} ms",
            parse / bare,
            "≤ 40",
        ),
    ]


def _run(*command: str) -> float:
    return best_of(_TIMES, lambda: subprocess.run(command, check=True, capture_output=True))
