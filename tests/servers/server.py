"""How is a server of the tests started and stopped? As an unprivileged user, on loopback, with a free port."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import ssl
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from servers.distribution import UnavailableError, Version, distribution, java_for

__all__ = ["Server", "nobody"]

HEAP = "1g"
PATIENCE = 120  # seconds from the start to the first answer
SETTINGS = """
cluster.name: gongkai-tests
node.name: n0
discovery.type: single-node
network.host: 127.0.0.1
node.portsfile: true
path.data: {folder}/data
path.logs: {folder}/logs
path.repo: {folder}/snapshots
cluster.routing.allocation.disk.threshold_enabled: false
indices.breaker.total.use_real_memory: false
discovery.initial_state_timeout: 0s
action.destructive_requires_name: false
"""


def nobody() -> int | None:
    """Return the id of a user without rights when this process is root, which Elasticsearch refuses to run as."""
    return 65534 if os.geteuid() == 0 else None


@dataclass
class Server:
    """One server with its own folder of data; `start` may be called again after `kill`."""

    version: Version
    settings: Iterable[str] = ()  # lines of elasticsearch.yml
    files: dict[str, bytes] = field(default_factory=dict)  # name in the folder of configuration → content
    users: dict[str, tuple[str, str]] = field(default_factory=dict)  # name → (password, roles)
    for_speed: bool = False  # whether it is measured: compiled well, which takes a while, its data on the disk
    port: int = 0
    scheme: str = "http"

    def __post_init__(self) -> None:
        memory = Path("/dev/shm")  # where there is one, no test waits for a disk
        place = memory if memory.is_dir() and not self.for_speed else None
        self.folder = Path(tempfile.mkdtemp(prefix="gongkai-elasticsearch-", dir=place))
        self.process: subprocess.Popen[bytes] | None = None
        self.home = distribution(self.version)
        if not _readable(self.home):  # the repository lies where only its owner may look
            shutil.copytree(self.home, self.folder / "home")
            self.home = self.folder / "home"
        self._configure()

    @property
    def url(self) -> str:
        """Address of the server."""
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def start(self, *, on_port: int = 0) -> Server:
        """Start it and wait until it answers; `on_port` 0 takes a free port."""
        options = [f"-Ehttp.port={on_port}", "-p", f"{self.folder}/pid"]
        ports = self.folder / "logs" / "http.ports"
        ports.unlink(missing_ok=True)
        with (self.folder / "logs" / "console").open("ab") as console:
            self.process = subprocess.Popen(
                [str(self.home / "bin" / "elasticsearch"), *options],
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=console,
                preexec_fn=_die_with_parent,
                start_new_session=True,
                **_as_nobody(),
            )
        self._wait(ports)
        return self

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self._gone(10)

    def pause(self, *, on: bool) -> None:
        """Let it hang, or go on."""
        os.kill(self.pid, signal.SIGSTOP if on else signal.SIGCONT)

    def stop(self) -> None:
        """End it and remove its folder."""
        if self.process is not None and self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError, FileNotFoundError, ValueError):
                os.kill(self.pid, signal.SIGKILL)  # nothing in it is to be kept
            self._gone(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def pid(self) -> int:
        """Process id of the server itself, not of its launcher."""
        return int((self.folder / "pid").read_text())

    def _gone(self, seconds: float) -> None:
        assert self.process is not None
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)

    def _configure(self) -> None:
        config = self.folder / "config"
        shutil.copytree(self.home / "config", config)
        for name in ("data", "logs", "snapshots", "tmp"):
            (self.folder / name).mkdir()
        security = [] if self.users else ["xpack.security.enabled: false"]
        newer = ["indices.merge.disk.watermark.high: 1b"] if self.version.server >= "9.1" else []
        lines = [SETTINGS.format(folder=self.folder), *security, *newer, *self.settings]
        (config / "elasticsearch.yml").write_text("\n".join(lines))
        quick = "" if self.for_speed else "-XX:TieredStopAtLevel=1\n"
        (config / "jvm.options.d").mkdir(exist_ok=True)
        (config / "jvm.options.d" / "heap.options").write_text(f"-Xms{HEAP}\n-Xmx{HEAP}\n{quick}")
        for name, content in self.files.items():
            (config / name).write_bytes(content)
        if (owner := nobody()) is not None:
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, owner, owner)
        for name, (password, roles) in self.users.items():
            command = [str(self.home / "bin" / "elasticsearch-users"), "useradd", name, "-p", password, "-r", roles]
            subprocess.run(command, env=self._environment(), check=True, capture_output=True, **_as_nobody())

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "ES_JAVA_HOME": str(java_for(self.version)),
            "ES_PATH_CONF": str(self.folder / "config"),
            "ES_TMPDIR": str(self.folder / "tmp"),
            "HOME": str(self.folder),
        }

    def _wait(self, ports: Path) -> None:
        assert self.process is not None
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise UnavailableError(f"Elasticsearch {self.version.server} ended while starting: {self._last_words()}")
            lines = ports.read_text().splitlines() if ports.exists() else []
            if lines:
                self.port = int(lines[0].rpartition(":")[2])
                if _answers(f"{self.url}/_cluster/health"):
                    return
            time.sleep(0.2)
        raise UnavailableError(f"Elasticsearch {self.version.server} did not answer within {PATIENCE} s: {self._last_words()}")

    def _last_words(self) -> str:
        lines = (self.folder / "logs" / "console").read_text(errors="replace").splitlines()
        return " | ".join(line[:200] for line in lines[-4:])


def _answers(url: str) -> bool:
    context = ssl._create_unverified_context()  # the certificate is the tests' own
    try:
        with urllib.request.urlopen(url, timeout=5, context=context) as answer:
            return bool(answer.status == 200)
    except urllib.error.HTTPError as error:
        return error.code == 401
    except OSError:
        return False


def _as_nobody() -> dict[str, object]:
    user = nobody()
    return {} if user is None else {"user": user, "group": user, "extra_groups": []}


def _readable(path: Path) -> bool:
    command = ["test", "-x", str(path / "bin" / "elasticsearch"), "-a", "-r", str(path / "bin" / "elasticsearch")]
    return subprocess.run(command, check=False, **_as_nobody()).returncode == 0  # type: ignore[call-overload,no-any-return]


def _die_with_parent() -> None:
    """Ask Linux to end the server when the tests end, however they end."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)
