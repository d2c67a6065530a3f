"""The engines are one: the same made-up reports and questions, the same answers, and phrases equal to a plain scan."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from contract.conftest import ENGINES
from contract.documents import incoming, make_document
from contract.random_corpus import document, groups, question, table, text, tree
from gongkai.search.engine import Engine, Incoming, Outcome
from gongkai.search.query import Phrase, Query
from gongkai.text import normalise

SEED = 20_260_301
DOCUMENTS, QUESTIONS, TABLES, PHRASES = 250, 250, 40, 150
HISTORIES, BATCHES = 10, 8
OTHERS = sorted(set(ENGINES) - {"embedded"})


@pytest.fixture(params=OTHERS, scope="module")
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, Engine]]:
    """The embedded engine and another one, both empty."""
    folder: Path = tmp_path_factory.mktemp("pair")
    for first in ENGINES["embedded"](folder):
        for second in ENGINES[request.param](folder):
            yield first, second


def texts_of(documents: list[dict[str, Any]]) -> list[str]:
    return [part for one in documents for part in (one["title"] or "", *one["sections"].values())]


def test_the_same_questions_have_the_same_answers(pair: tuple[Engine, Engine]) -> None:
    chance = random.Random(SEED)
    documents = [document(chance, f"equal{n}") for n in range(DOCUMENTS)]
    for engine in pair:
        engine.write([incoming(one) for one in documents])
    texts = texts_of(documents)
    for _ in range(QUESTIONS):
        query = question(chance, texts)
        first, second = (engine.search(query) for engine in pair)
        assert (second.total, second.facets) == (first.total, first.facets), query
        assert [hit.document for hit in second.hits] == [hit.document for hit in first.hits], query
        assert [hit.snippets for hit in second.hits] == [hit.snippets for hit in first.hits], query
    for _ in range(TABLES):
        query, pivot = Query(tree(chance, texts)), table(chance)
        first_cells, second_cells = (engine.pivot(query, pivot) for engine in pair)
        assert second_cells == first_cells, (query, pivot)
        by, sums = groups(chance)
        first_groups, second_groups = (engine.tabulate(query, by, sums) for engine in pair)
        assert second_groups == first_groups, (query, by, sums)
    for _ in range(PHRASES):
        query = Query(Phrase(chance.choice(texts)[: chance.randint(1, 6)] or text(chance, 3) or "三"), limit=DOCUMENTS)
        wanted = normalise(query.tree.text)  # type: ignore[union-attr]
        if wanted:
            found = {hit.id for hit in pair[1].search(query).hits}
            assert found == {one["id"] for one in documents if any(wanted in normalise(t) for t in texts_of([one]))}, query
    assert list(pair[1].export(Query())) == list(pair[0].export(Query()))


def random_input(chance: random.Random, space: str, parser: str) -> Incoming:
    """Return an input of one of a few sources: a report of one of a few keys, or something else."""
    source, digest = f"{space}/{chance.randrange(4)}", str(chance.randrange(3))
    if chance.random() < 0.15:
        return Incoming(source, digest, parser, outcome=Outcome.NOT_A_REPORT, reason="目录页")
    return incoming(page(f"{space} {chance.randrange(6)}", space, parser), source=source, digest=digest, parser=parser)


def page(name: str, space: str, parser: str) -> dict[str, Any]:
    """Return what a parser makes of a page: always the same."""
    chance = random.Random(f"{name} {parser}")
    key = chance.choice((f"{space}/k1", f"{space}/k1", f"{space}/k2", None))
    return make_document(name, report_key=key, published=chance.choice(("2021-01-01", "2022-01-01", None)))


def state(engine: Engine, space: str) -> dict[str, Any]:
    """Return all that can be seen of one space: what is current, whose it is, the histories."""
    return {
        "current": [
            (one["id"], one["report_key"], one["published"]) for one in engine.export(Query()) if one["source"].startswith(space)
        ],
        "ledger": [(entry.source, entry.id) for entry in engine.ledger() if entry.source.startswith(space)],
        "history": [[one["id"] for one in engine.history(f"{space}/{key}")] for key in ("k1", "k2")],
        "bodies": [engine.get(make_document(f"{space} {n}")["id"]) for n in range(6)],
    }


@pytest.mark.parametrize("largest", [1, 6])
def test_the_same_inputs_in_the_same_order_lead_to_the_same_index(pair: tuple[Engine, Engine], largest: int) -> None:
    """A batch is written by several threads: who of two sources was first is told only of inputs that come one by one."""
    for number in range(HISTORIES):
        chance = random.Random(f"{SEED} {largest} {number}")
        space = f"space{largest}.{number}"
        for _ in range(BATCHES):
            parser = chance.choice("112")
            batch = [random_input(chance, space, parser) for _ in range(chance.randint(1, largest))]
            first, second = (engine.write(batch) for engine in pair)
            if largest == 1:
                assert second == first, (number, batch)
        first_state, second_state = (state(engine, space) for engine in pair)
        assert second_state == first_state, number
