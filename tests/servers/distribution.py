"""Where do the servers of the tests come from? Maven fetches them, javac builds their plugin; both are kept.

`distribution("8.19.18")` returns the folder of a server that is ready to start, or raises UnavailableError with
the reason. Everything lies in `.cache/servers` at the root of the repository.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["CACHE", "VERSIONS", "UnavailableError", "Version", "distribution", "java_for"]

HERE = Path(__file__).parent
CACHE = HERE.parent.parent / ".cache" / "servers"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
SERVER = "org.elasticsearch.distribution.integ-test-zip:elasticsearch:{}:zip"
SMARTCN = "org.apache.lucene:lucene-analysis-smartcn:{}:jar"
PLUGIN = "gongkai-test-analysis"


class UnavailableError(Exception):
    """This server cannot be had here; the text says why."""


@dataclass(frozen=True)
class Version:
    """A server: its version, Lucene's, the Java it needs and the newest it is known to run on."""

    server: str
    lucene: str
    java: int
    java_most: int


VERSIONS = {
    "8.19": Version("8.19.18", "9.12.2", 17, 24),
    "9.x": Version("9.3.2", "10.3.2", 21, 25),
}


def distribution(version: Version) -> Path:
    """Return the unpacked server with the plugin in it, fetched and built when it is not there yet."""
    CACHE.mkdir(parents=True, exist_ok=True)
    source = HERE / "plugin" / "TestAnalysisPlugin.java"
    home = CACHE / f"elasticsearch-{version.server}"
    ready = home / "plugins" / PLUGIN / "ready"
    with _only_one(CACHE / f"{version.server}.lock"):
        if not ready.exists() or ready.stat().st_mtime < source.stat().st_mtime:
            java = java_for(version)
            archive = _fetch(SERVER.format(version.server), f"elasticsearch-{version.server}.zip")
            smartcn = _fetch(SMARTCN.format(version.lucene), f"lucene-analysis-smartcn-{version.lucene}.jar")
            if not (home / "bin" / "elasticsearch").exists():
                _unpack(archive)
            _build(version, java, home, source, smartcn)
            ready.touch()
    return home


def java_for(version: Version) -> Path:
    """Return the home of the oldest JDK on this machine that can compile for and run the server."""
    found: dict[int, Path] = {}
    roots = [Path(os.environ.get("JAVA_HOME") or "/nowhere")]
    for parent in ("/usr/lib/jvm", "/opt", "/Library/Java/JavaVirtualMachines"):
        roots += sorted(Path(parent).glob("*")) if Path(parent).is_dir() else []
    for root in roots:
        for home in (root, root / "Contents" / "Home"):
            if (home / "bin" / "javac").is_file() and (number := _java_version(home)):
                found.setdefault(number, home)
    suitable = [number for number in found if version.java <= number <= version.java_most]
    if not suitable:
        raise UnavailableError(
            f"Elasticsearch {version.server} needs a JDK from {version.java} to {version.java_most}; "
            f"found {', '.join(map(str, sorted(found))) or 'none'} (JAVA_HOME, /usr/lib/jvm, /opt)"
        )
    return found[min(suitable)]


def _java_version(home: Path) -> int | None:
    release = home / "release"
    match = re.search(r'JAVA_VERSION="(\d+)', release.read_text()) if release.is_file() else None
    return int(match[1]) if match else None


def _fetch(artifact: str, name: str) -> Path:
    target = CACHE / name
    if not target.exists():
        if shutil.which("mvn") is None:
            raise UnavailableError("Maven (mvn) is not installed, so the server cannot be fetched")
        part = CACHE / "part"
        command = ["mvn", "-q", "-B", COPY, f"-Dartifact={artifact}", f"-DoutputDirectory={part}", "-Dmdep.useBaseVersion=true"]
        done = subprocess.run(command, cwd=CACHE, capture_output=True, text=True, timeout=900, check=False)
        if done.returncode or not (part / name).exists():
            raise UnavailableError(f"Maven could not fetch {artifact}: {_first_error(done.stdout)}")
        (part / name).rename(target)
    return target


def _first_error(output: str) -> str:
    return next((line for line in output.splitlines() if "ERROR" in line), "no reason given")[:300]


def _unpack(archive: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(CACHE)
        for entry in packed.infolist():  # zipfile drops the modes, and scripts must be executable
            if mode := entry.external_attr >> 16:
                (CACHE / entry.filename).chmod(mode | 0o444)


def _build(version: Version, java: Path, home: Path, source: Path, smartcn: Path) -> None:
    folder = home / "plugins" / PLUGIN
    shutil.rmtree(folder, ignore_errors=True)
    classes = CACHE / f"classes-{version.server}"
    shutil.rmtree(classes, ignore_errors=True)
    folder.mkdir(parents=True)
    path = os.pathsep.join([f"{home / 'lib'}/*", str(smartcn)])
    command = [java / "bin" / "javac", "--release", str(version.java), "-cp", path, "-d", classes, source]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise UnavailableError(f"javac could not build the plugin for {version.server}: {done.stderr[:500]}")
    jar = [str(java / "bin" / "jar"), "--create", "--file", str(folder / f"{PLUGIN}.jar"), "-C", str(classes), "."]
    subprocess.run(jar, check=True, capture_output=True)
    shutil.copy(smartcn, folder)
    (folder / "plugin-descriptor.properties").write_text(
        f"name={PLUGIN}\ndescription=analysis for tests\nversion=1\nelasticsearch.version={version.server}\n"
        f"java.version={version.java}\nclassname=gongkai.test.TestAnalysisPlugin\n"
    )


@contextmanager
def _only_one(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
