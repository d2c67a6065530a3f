"""Engines to run the contract on, and documents to run it over. Another engine is one more line of ENGINES."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from servers.distribution import VERSIONS
from servers.indices import prefix_on

from contract.documents import SHELF, incoming
from gongkai.search.engine import Engine, open_engine


def embedded(folder: Path) -> Iterator[Engine]:
    """Yield an empty embedded engine."""
    engine = open_engine(str(folder / "index"), create=True)
    yield engine
    engine.close()


def elasticsearch(version: str) -> Callable[[Path], Iterator[Engine]]:
    """Return what yields an empty engine on the run's server of that version."""

    def on_server(_folder: Path) -> Iterator[Engine]:
        with prefix_on(version) as where:
            engine = open_engine(where)
            yield engine
            engine.close()

    return on_server


ENGINES: dict[str, Callable[[Path], Iterator[Engine]]] = {
    "embedded": embedded,
    **{f"elasticsearch-{version}": elasticsearch(version) for version in VERSIONS},
}


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty engine."""
    yield from ENGINES[request.param](tmp_path)


@pytest.fixture(params=sorted(ENGINES), scope="module")
def shelf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine that holds SHELF, only to be read from."""
    for engine in ENGINES[request.param](tmp_path_factory.mktemp("shelf")):
        engine.write([incoming(document) for document in SHELF])
        yield engine
