"""An index process that is killed leaves no worker behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import run

_PATIENCE = 30  # seconds


def members(group: int) -> list[int]:
    """Return the processes of a process group, those that ended and are not waited for aside."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(of) == group and state != "Z":
            found.append(int(stat.parent.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to see processes in")
def test_workers_end_with_the_process_that_was_killed(tmp_path: Path) -> None:
    run("sample", "1500", tmp_path / "reports")
    command = [sys.executable, "-m", "gongkai", "index", "--workers", "2", "--quiet", str(tmp_path / "reports")]
    own = {**os.environ, "GONGKAI_INDEX": str(tmp_path / "index")}
    process = subprocess.Popen(command, env=own, start_new_session=True, stderr=subprocess.DEVNULL)
    until = time.monotonic() + _PATIENCE
    while len(members(process.pid)) < 5 and time.monotonic() < until:  # with two workers, their server and the tracker
        assert process.poll() is None, "it was done before it could be killed"
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    until = time.monotonic() + _PATIENCE
    while (left := members(process.pid)) and time.monotonic() < until:
        time.sleep(0.05)
    assert left == []
