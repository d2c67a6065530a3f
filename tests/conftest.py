"""What do all tests share? Servers, started when the first test asks for one and stopped with the run."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from hypothesis import settings
from servers.distribution import VERSIONS
from servers.indices import prefix_on
from servers.shared import begin_run

settings.register_profile("any machine", deadline=None)  # a busy one takes seconds for what takes a millisecond
settings.load_profile("any machine")

_LONGEST = ("[pdf_ruled]", "[word_marks]")  # 200 documents that are written and read: minutes


def pytest_configure(config: pytest.Config) -> None:
    """Let the workers of pytest-xdist know that they belong to one run."""
    begin_run()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that take longest: at the end of a run they would leave the other workers nothing to do."""
    items.sort(key=lambda item: not item.name.endswith(_LONGEST))


def pytest_collection_finish() -> None:
    """Look for garbage seldom: what the run holds for good (thousands of tests) was gone through again and again."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(params=list(VERSIONS))
def where(request: pytest.FixtureRequest) -> Iterator[str]:
    """Empty indices on each of the run's servers."""
    with prefix_on(request.param) as address:
        yield address
