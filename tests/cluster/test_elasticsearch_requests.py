"""What goes over the wire when lines are written: each spelled once, sent again only where it has to be."""

from __future__ import annotations

import gc
import json
import weakref
from dataclasses import replace
from typing import Any

import pytest
from elastic_transport import ApiResponseMeta, BaseNode, HttpHeaders, NodeConfig
from elastic_transport._node import NodeApiResponse
from elasticsearch import Elasticsearch

from gongkai.search import elasticsearch_bulk
from gongkai.search.elasticsearch_bulk import Action, Fate, send
from gongkai.search.elasticsearch_connection import Cluster
from gongkai.search.elasticsearch_reading import Found

HEADERS = {"content-type": "application/json", "x-elastic-product": "Elasticsearch"}


class Node(BaseNode):
    """Takes requests down and answers them, the lines of `busy` and what is larger than `most` aside."""

    busy: list[str]
    most: int
    bodies: list[bytes]

    def perform_request(self, method: str, target: str, body: bytes | None = None, *_: Any, **__: Any) -> NodeApiResponse:
        assert method == "PUT" or "require_alias=true" in target
        self.bodies.append(body or b"")
        large = len(self.bodies[-1]) > self.most
        items = [self._item(*head.popitem()) for head in heads(self.bodies[-1])]
        answer = json.dumps({"errors": True, "items": items}).encode()
        meta = ApiResponseMeta(413 if large else 200, "1.1", HttpHeaders(HEADERS), 0.0, self.config)
        return NodeApiResponse(meta, b"{}" if large else answer)

    def close(self) -> None:
        """Nothing is open."""

    def _item(self, operation: str, place: dict[str, Any]) -> dict[str, Any]:
        if place["_id"] in self.busy:
            self.busy.remove(place["_id"])
            return {operation: {**place, "status": 429, "error": {"type": "full", "reason": "full"}}}
        return {operation: {**place, "status": 201, "_seq_no": 1, "_primary_term": 1}}


def client_of(busy: tuple[str, ...] = (), most: int = 1 << 30) -> tuple[Elasticsearch, list[bytes]]:
    """Return a client of a node that answers so, and the bodies that it will have got."""
    bodies: list[bytes] = []
    node = type("Answering", (Node,), {"busy": list(busy), "most": most, "bodies": bodies})
    return Elasticsearch([NodeConfig("http", "a", 1)], node_class=node), bodies


def heads(body: bytes) -> list[dict[str, Any]]:
    """Return the lines that say what is done."""
    return [line for line in map(json.loads, body.splitlines()) if line.keys() & {"index", "create", "delete"}]


def sent(client: Elasticsearch, *actions: Action) -> list[Fate]:
    """Send the lines; return what became of each."""
    return [one.fate for one in send(Cluster(client, "http://a/g", "g"), actions)]


def test_what_is_json_already_is_sent_as_it_is() -> None:
    client, bodies = client_of()
    ready = '{"a" : "三\\u0041"}'.encode()
    old = Action("reports", "k", ready, Found({}, 7, 2))
    assert sent(client, Action("history", "h", {"id": "三"}), old, Action("ledger", "l", None)) == [Fate.WRITTEN] * 3
    assert bodies == [
        '{"create":{"_id":"h","_index":"g-history"}}\n{"id":"三"}\n'.encode()
        + b'{"index":{"_id":"k","_index":"g-reports-write","if_seq_no":7,"if_primary_term":2}}\n%b\n' % ready
        + b'{"delete":{"_id":"l","_index":"g-ledger"}}\n'
    ]


def test_only_what_was_turned_away_is_sent_again() -> None:
    client, bodies = client_of(busy=("1", "1", "3"))
    assert sent(client, *(Action("ledger", str(n), {}) for n in range(5))) == [Fate.WRITTEN] * 5
    assert [[head["create"]["_id"] for head in heads(body)] for body in bodies] == [list("01234"), ["1", "3"], ["1"]]


def test_a_cluster_keeps_its_client_that_does_not_try_again_and_nobody_else_does() -> None:
    client, bodies = client_of()
    cluster = Cluster(client, "http://a/g", "g")
    for number in range(3):
        send(cluster, [Action("ledger", str(number), {})])
    assert len(bodies) == 3
    again = weakref.ref(cluster.without_retries)
    assert again() is cluster.without_retries
    assert replace(cluster, client=client_of()[0]).without_retries is not again()
    del cluster
    gc.collect()
    assert again() is None


def test_requests_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elasticsearch_bulk, "_CHUNK", 2)
    monkeypatch.setattr(elasticsearch_bulk, "_CHUNK_BYTES", 200)
    client, bodies = client_of()
    large = json.dumps({"text": "x" * 150}).encode()
    sent(client, *(Action("ledger", str(n), large if n == 3 else {}) for n in range(6)))
    assert [len(heads(body)) for body in bodies] == [2, 1, 1, 2]


def test_what_is_too_large_together_is_sent_line_by_line() -> None:
    client, _ = client_of(most=200)
    large = json.dumps({"text": "x" * 150}).encode()
    fates = sent(client, *(Action("ledger", str(n), large if n == 1 else {}) for n in range(3)))
    assert fates == [Fate.WRITTEN, Fate.REFUSED, Fate.WRITTEN]
