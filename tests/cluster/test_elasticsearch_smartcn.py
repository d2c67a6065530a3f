"""smartcn is really at work: its tokens, and what a search by words finds that a search by phrase does not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from contract.documents import incoming, make_document
from servers.distribution import VERSIONS
from servers.indices import prefix_on

from gongkai.search.elasticsearch import ElasticsearchEngine
from gongkai.search.elasticsearch_connection import connect
from gongkai.search.query import Phrase, Query, Words

TOKENS = {
    "三审三校": "三|审|三|校",
    "依申请公开": "依|申请|公开",
    "放管服": "放|管|服",
    "营商环境": "营|商|环境",
    "上一年度": "上|一|年度",
    "行政诉讼": "行政诉讼",
    "对行政诉讼案件": "对|行政|诉讼|案件",
    "市政府": "市政府",
    "淮安市政府门户网站": "淮安市|政府|门户|网站",
    "公开，申请": "公开|申请",
    "政 府 信 息": "政府|信息",
    "共12.5万件": "共|12|5|万|件",
    "running": "run",
}


@pytest.fixture(params=list(VERSIONS), scope="module")
def engine(request: pytest.FixtureRequest) -> Iterator[ElasticsearchEngine]:
    """An engine with three reports."""
    texts = ("本机关依法办理公开申请，保密审查严格。", "审查公开申请，一律保密。", "本年度没有诉讼。")
    with prefix_on(request.param) as where:
        opened = ElasticsearchEngine(connect(where))
        opened.write([incoming(make_document(f"w{n}", sections={"overview": text})) for n, text in enumerate(texts)])
        yield opened
        opened.close()


@pytest.mark.parametrize(("text", "tokens"), TOKENS.items())
def test_tokens(engine: ElasticsearchEngine, text: str, tokens: str) -> None:
    client = engine.cluster.client
    answer = client.indices.analyze(index=engine.cluster.name("reports"), field="sections.overview", text=text)
    assert "|".join(token["token"] for token in answer["tokens"]) == tokens


def test_a_mark_leaves_a_gap_between_positions(engine: ElasticsearchEngine) -> None:
    answer = engine.cluster.client.indices.analyze(index=engine.cluster.name("reports"), field="title", text="公开，申请")
    assert [token["position"] for token in answer["tokens"]] == [0, 2]


def test_the_exact_field_holds_every_pair_of_characters(engine: ElasticsearchEngine) -> None:
    answer = engine.cluster.client.indices.analyze(
        index=engine.cluster.name("reports"), field="exact.title", text="三审, a\U00020000三\u2403"
    )
    assert [token["token"] for token in answer["tokens"]] == [
        "三审",
        "审,",
        ", ",
        " a",
        "a\U00020000",
        "\U00020000三",
        "三\u2403",
    ]
    assert [token["position"] for token in answer["tokens"]] == list(range(7))


def test_words_find_what_a_phrase_does_not(engine: ElasticsearchEngine) -> None:
    def sources(query: Query) -> list[str]:
        return sorted(hit.document["source"] for hit in engine.search(query).hits)

    assert sources(Query(Phrase("保密审查"))) == ["w0.html"]
    assert sources(Query(Words("保密审查"))) == ["w0.html", "w1.html"]
    assert sources(Query(Words("审查 保密 申请"))) == ["w0.html", "w1.html"]
    assert sources(Query(Phrase("审查 保密 申请"))) == []
    assert sources(Query(Words("诉讼"))) == ["w2.html"]


def test_smartcn_ranks_what_phrases_found(engine: ElasticsearchEngine) -> None:
    first, *_ = engine.search(Query(Phrase("保密审查"))).hits
    assert first.score > 1  # more than the constant of the exact match
