"""A writer died between its claim and the end; what comes next of that source may say nothing. Nothing is lost by both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from contract.documents import incoming, make_document, make_id
from servers.distribution import VERSIONS
from servers.indices import prefix_on

from gongkai.search import elasticsearch_write as writing
from gongkai.search.elasticsearch import ElasticsearchEngine
from gongkai.search.elasticsearch_connection import connect
from gongkai.search.engine import Incoming, Outcome
from gongkai.search.query import Query

OLDEST = next(iter(VERSIONS))
SILENT = Incoming("a.html", "9", "1", outcome=Outcome.NOT_A_REPORT, reason="404 Not Found", says_nothing=True)
FAILED = Incoming("a.html", "9", "1", outcome=Outcome.FAILED, reason="Permission denied")
LIST = Incoming("a.html", "10", "1", outcome=Outcome.NOT_A_REPORT, reason="a list")


class Died(Exception):
    pass


@pytest.fixture
def where() -> Iterator[str]:
    """Empty indices on the run's server."""
    with prefix_on(OLDEST) as address:
        yield address


def version(name: str, key: str = "k", day: int = 1) -> dict[str, Any]:
    return make_document(name, report_key=key, published=f"2022-01-{day:02}")


def write(where: str, *batch: Incoming) -> list[str | None]:
    """Write as a process of its own would; return the ids of the ledger lines."""
    engine = ElasticsearchEngine(connect(where))
    try:
        return [entry.id for entry in engine.write(batch)]
    finally:
        engine.close()


def die(where: str, document: dict[str, Any], moment: str) -> None:
    """Bring another document by the source, and die: `contest`, before anything but the claim; `settle`, when it sits in its seat;
    `_finish`, before the line is complete.
    """

    def dying(*_: object) -> None:
        raise Died

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing.Writer if moment == "_finish" else writing, moment, dying)
        with pytest.raises(Died):
            write(where, incoming(document, source="a.html", digest=f"digest of {document['id']}"))


def current(where: str) -> set[str]:
    engine = ElasticsearchEngine(connect(where))
    try:
        return {one["id"] for one in engine.export(Query())}
    finally:
        engine.close()


@pytest.mark.parametrize("moment", ["contest", "settle"])
@pytest.mark.parametrize("key", ["k", "other"])
@pytest.mark.parametrize("silent", [SILENT, FAILED])
def test_a_claim_that_was_interrupted_and_then_a_message_lose_nothing(
    where: str, moment: str, key: str, silent: Incoming
) -> None:
    """What the source brought last stays, as in a folder, where nothing of what was interrupted is there."""
    write(where, incoming(version("a"), source="a.html"))
    die(where, version("b", key, day=2), moment)
    assert write(where, silent) == [make_id("a")]
    assert current(where) == {make_id("a")}
    assert write(where, LIST) == [None]  # which says that the report is gone
    assert current(where) == set()


@pytest.mark.parametrize("moments", [("contest", "settle"), ("settle", "contest"), ("settle", "settle")])
def test_of_several_claims_what_stood_before_them_stays(where: str, moments: tuple[str, str]) -> None:
    write(where, incoming(version("z"), source="a.html"))  # its id is neither the first nor the last
    die(where, version("b", day=2), moments[0])
    die(where, version("c", "other", day=3), moments[1])
    assert write(where, SILENT) == [make_id("z")]
    assert current(where) == {make_id("z")}


def test_a_source_that_brought_nothing_before_has_nothing_that_stays(where: str) -> None:
    """A claim is made of a document that is there already: another source's, which stays that one's."""
    write(where, incoming(version("b", day=2), source="b.html"))
    die(where, version("b", day=2), "_finish")
    die(where, version("c", day=3), "settle")
    assert write(where, SILENT) == [None]
    assert current(where) == {make_id("b")}


def test_the_interrupted_work_is_done_again(where: str) -> None:
    write(where, incoming(version("a"), source="a.html"))
    die(where, version("b", day=2), "settle")
    assert write(where, incoming(version("a"), source="a.html", digest="3")) == [make_id("a")]
    assert current(where) == {make_id("a")}
    die(where, version("b", day=2), "contest")
    assert write(where, incoming(version("b", day=2), source="a.html", digest="4")) == [make_id("b")]
    assert current(where) == {make_id("b")}
