"""Can the exact versions of requirements.lock be installed with every Python that the project takes?"""

from __future__ import annotations

import tomllib
from importlib.metadata import metadata, version

import pytest
from folders import ROOT
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

LOCKED = [Requirement(line) for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines() if "==" in line]


@pytest.mark.parametrize("package", LOCKED, ids=lambda package: package.name)
def test_a_locked_version_takes_the_oldest_python(package: Requirement) -> None:
    oldest = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"].removeprefix(">=")
    assert version(package.name) in package.specifier, "another version is installed: run make again"
    assert f"{oldest}.0" in SpecifierSet(metadata(package.name).get("Requires-Python") or "")
