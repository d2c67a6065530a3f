"""What do all tests share? Servers, started when the first test asks for one and stopped with the run."""

from __future__ import annotations

import pytest
from servers.shared import begin_run


def pytest_configure(config: pytest.Config) -> None:
    """Let the workers of pytest-xdist know that they belong to one run."""
    begin_run()
