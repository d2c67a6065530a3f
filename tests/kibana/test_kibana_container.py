"""The quick path for a team: compose.yaml keeps the published schema, the wheel is whole, the entry script does its work."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from command_line import run
from folders import ROOT
from jsonschema.validators import validator_for
from kibana_server import running
from ruamel.yaml import YAML
from servers.distribution import VERSIONS
from servers.indices import fresh_prefix
from servers.shared import server_url

from gongkai.mappings.kibana import saved_objects
from gongkai.mappings.kibana_names import Names
from gongkai.search.elasticsearch_connection import connect
from gongkai.search.engine import open_engine

SCRIPTS = sorted((ROOT / "docker").glob("*.sh"))


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return dict(YAML(typ="safe", pure=True).load(ROOT / "compose.yaml"))


def test_compose_keeps_the_published_schema(compose: dict[str, Any]) -> None:
    """The schema of the Compose specification, as check-jsonschema ships it."""
    schema = json.loads((files("check_jsonschema") / "builtin_schemas/vendor/compose-spec.json").read_text("utf-8"))
    validator = validator_for(schema)(schema)
    assert [error.message for error in validator.iter_errors(compose)] == []
    broken = {**compose, "services": {**compose["services"], "kibana": {"imagine": "kibana"}}}
    assert list(validator.iter_errors(broken))


def test_compose_is_of_one_piece(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert {"elasticsearch", "kibana", "gongkai"} <= set(services)
    for name, service in services.items():
        assert set(service.get("depends_on", {})) <= set(services), name
        for on, how in service.get("depends_on", {}).items():
            once = services[on].get("restart") == "no"
            assert how["condition"] == ("service_completed_successfully" if once else "service_healthy")
            assert once or "healthcheck" in services[on]
        for volume in service.get("volumes", ()):
            source = volume.split(":")[0]
            assert source in compose["volumes"] or source.startswith("$") or (ROOT / source).exists(), volume
        for port in service.get("ports", ()):
            assert port.startswith("127.0.0.1:")
    assert services["elasticsearch"]["environment"]["xpack.security.enabled"] == "true"
    assert services["gongkai"]["network_mode"] == "service:kibana"


def test_no_password_is_in_the_files() -> None:
    text = "".join(path.read_text("utf-8") for path in (ROOT / "compose.yaml", ROOT / "Dockerfile", *SCRIPTS))
    for name in ("ELASTIC_PASSWORD", "KIBANA_PASSWORD"):
        assert set(re.findall(rf"{name}: (.*)", text)) == {f"${{{name}:?set {name} in .env}}"}
    assert re.findall(r"(?m)^\w+_PASSWORD=(.*)$", (ROOT / ".env.example").read_text("utf-8")) == ["", ""]


def test_the_image_takes_what_is_there_and_is_nobodys_root() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    for line in lines:
        if line.startswith("COPY") and "--from" not in line:
            words = [word for word in line.split()[1:-1] if not word.startswith("--")]
            for word in words:
                assert (ROOT / word).exists()
                assert f"!{word.partition('/')[0]}" in ignored
    assert [line for line in lines if line.startswith("USER")] == ["USER gongkai"]
    assert lines.index("USER gongkai") < next(place for place, line in enumerate(lines) if line.startswith("ENTRYPOINT"))
    versions = {re.findall(r"8\.19\.\d+", (ROOT / name).read_text("utf-8"))[0] for name in ("compose.yaml", ".env.example")}
    assert versions == set(re.findall(r"8\.19\.\d+", (ROOT / "docker" / "elasticsearch.Dockerfile").read_text("utf-8")))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_can_be_read_by_its_shell(script: Path) -> None:
    shell = script.read_text("utf-8").splitlines()[0].removeprefix("#!/bin/")
    subprocess.run([shell, "-n", str(script)], check=True)
    assert os.access(script, os.X_OK)


def test_the_wheel_is_whole(tmp_path: Path) -> None:
    for name in ("gongkai", "pyproject.toml", "README.md", "LICENSE"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path)
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", "out", "."]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    (wheel,) = (tmp_path / "out").glob("gongkai-*.whl")
    held = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("gongkai/")}
    wanted = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "gongkai").rglob("*") if path.suffix in (".py", ".gz", ".txt")
    }
    assert wanted <= held


def entry(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the container's entry script, outside of a container."""
    paths = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["/bin/sh", str(ROOT / "docker" / "entrypoint.sh"), *arguments],
        env={"PATH": paths, "HOME": os.environ.get("HOME", "/"), "LC_ALL": "C.UTF-8", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_the_entry_script_does_it_all_and_again_nothing(tmp_path: Path) -> None:
    where = fresh_prefix(server_url(next(iter(VERSIONS))))
    prefix = where.rpartition("/")[2]
    run("sample", "20", tmp_path / "reports")
    cluster = connect(where)
    try:
        with running() as kibana:
            place = {"GONGKAI_INDEX": where, "GONGKAI_KIBANA_URL": kibana.url}
            first = entry(str(tmp_path / "reports"), **place)
            assert (first.returncode, first.stderr) == (0, "")
            assert kibana.ids() == {(each["type"], each["id"]) for each in saved_objects(Names(prefix))}
            engine = open_engine(where)
            count = engine.count()
            engine.close()
            assert count == 20
            figures = cluster.client.count(index=cluster.name("figures"))["count"]
            assert figures > 0
            held = dict(kibana.objects)
            again = entry(str(tmp_path / "reports"), **place)
            assert (again.returncode, again.stderr) == (0, "")
            assert kibana.objects == held
            assert cluster.client.count(index=cluster.name("figures"))["count"] == figures
            assert "{" in entry("search", "--format", "json", GONGKAI_INDEX=where).stdout
    finally:
        cluster.client.indices.delete(index=f"{prefix}-*", ignore_unavailable=True)
        cluster.client.close()


def test_the_entry_script_says_why_it_gives_up() -> None:
    result = entry("/nowhere", GONGKAI_INDEX="http://127.0.0.1:9/gongkai", GONGKAI_WAIT="0")
    assert result.returncode == 2
    assert "Nothing answers at http://127.0.0.1:9/gongkai" in result.stderr
