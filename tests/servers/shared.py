"""How do all tests of a run share one server of each version? A keeper starts it and stops it with the run.

The first test that asks starts the keeper, whichever worker of pytest-xdist it runs in; the others find the
address in the run's folder. The keeper watches the process that pytest was started as and stops the server
when that is gone, however it went.
"""

from __future__ import annotations

import atexit
import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from servers.distribution import VERSIONS, UnavailableError

__all__ = ["GIVEN", "REQUIRED", "begin_run", "server_url", "skip"]

GIVEN = "GONGKAI_TEST_ELASTICSEARCH"  # address of a server to use instead
REQUIRED = "GONGKAI_REQUIRE_ELASTICSEARCH"  # 1: tests that cannot have their server fail
_RUN, _PID = "GONGKAI_TEST_RUN", "GONGKAI_TEST_RUN_PID"
_PATIENCE = 1200  # seconds, most of it for Maven on a slow line


def begin_run() -> None:
    """Remember in the environment which run this is; workers inherit it."""
    if _RUN not in os.environ:
        folder = os.environ[_RUN] = tempfile.mkdtemp(prefix="gongkai-test-run-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        os.environ[_PID] = str(os.getpid())


def server_url(name: str) -> str:
    """Return the address of the run's server of that version; skip the test, saying why, when there is none."""
    if given := os.environ.get(GIVEN):
        if name != next(iter(VERSIONS)):
            pytest.skip(f"{GIVEN} names one server, which stands for {next(iter(VERSIONS))}")
        return given
    begin_run()
    folder = Path(os.environ[_RUN])
    state = folder / f"{name}.json"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not state.exists():
            _start_keeper(name, state)
    found = json.loads(state.read_text())
    if "error" in found:
        skip(found["error"])
    return str(found["url"])


def skip(reason: str) -> None:
    """Skip a test that cannot have its server, or fail it where servers are required."""
    reason = f"no Elasticsearch for this test: {reason}. {GIVEN}=http://host:9200 names one to use."
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def _start_keeper(name: str, state: Path) -> None:
    with (state.parent / f"{name}.log").open("w") as log:
        keeper = subprocess.Popen(
            [sys.executable, "-m", "servers.shared", name, str(state), os.environ[_PID]],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    end = time.monotonic() + _PATIENCE
    while not state.exists():
        if time.monotonic() > end or (keeper.poll() is not None and not state.exists()):
            raise UnavailableError(f"the server of version {name} did not come up: see {log.name}")
        time.sleep(0.1)


def _keep(name: str, state: Path, watched: int) -> None:
    """Run the server until the watched process is gone."""
    from servers.server import Server

    part = state.with_suffix(".part")
    try:
        server = Server(VERSIONS[name])
    except UnavailableError as error:
        part.write_text(json.dumps({"error": str(error)}))
        part.rename(state)
        return
    try:
        server.start()
        part.write_text(json.dumps({"url": server.url, "pid": server.pid}))
        part.rename(state)
        while _is_alive(watched):
            time.sleep(0.3)
    except UnavailableError as error:
        part.write_text(json.dumps({"error": str(error)}))
        part.rename(state)
    finally:
        server.stop()


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


if __name__ == "__main__":
    _keep(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
