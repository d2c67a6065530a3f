"""What goes over the wire when lines are written: each spelled once, sent again only where it has to be."""

from __future__ import annotations

import json
from typing import Any

import pytest
from elastic_transport import ApiResponseMeta, HttpHeaders, NodeConfig
from elasticsearch import ApiError

from gongkai.search import elasticsearch_bulk
from gongkai.search.elasticsearch_bulk import Action, Fate, send
from gongkai.search.elasticsearch_connection import Cluster
from gongkai.search.elasticsearch_reading import Found


class Client:
    """Takes requests down and answers them, the lines of `busy` and what is larger than `most` aside."""

    def __init__(self, busy: tuple[str, ...] = (), most: int = 1 << 30) -> None:
        self.busy, self.most = list(busy), most
        self.bodies: list[bytes] = []
        self.made = 0

    def options(self, *, max_retries: int) -> Client:
        assert max_retries == 0
        self.made += 1
        return self

    def bulk(self, *, operations: bytes, require_alias: bool) -> dict[str, Any]:
        assert require_alias
        self.bodies.append(operations)
        if len(operations) > self.most:
            raise ApiError("large", ApiResponseMeta(413, "1.1", HttpHeaders(), 0.0, NodeConfig("http", "a", 1)), {})
        return {"items": [self._item(*head.popitem()) for head in heads(operations)]}

    def _item(self, operation: str, place: dict[str, Any]) -> dict[str, Any]:
        if place["_id"] in self.busy:
            self.busy.remove(place["_id"])
            return {operation: {**place, "status": 429, "error": {"type": "full", "reason": "full"}}}
        return {operation: {**place, "status": 201, "_seq_no": 1, "_primary_term": 1}}


def heads(body: bytes) -> list[dict[str, Any]]:
    """Return the lines that say what is done."""
    return [line for line in map(json.loads, body.splitlines()) if line.keys() & {"index", "create", "delete"}]


def sent(client: Client, *actions: Action) -> list[Fate]:
    """Send the lines; return what became of each."""
    return [one.fate for one in send(Cluster(client, "http://a/g", "g"), actions)]  # type: ignore[arg-type]


def test_what_is_json_already_is_sent_as_it_is() -> None:
    client = Client()
    ready = '{"a" : "三\\u0041"}'.encode()
    old = Action("reports", "k", ready, Found({}, 7, 2))
    assert sent(client, Action("history", "h", {"id": "三"}), old, Action("ledger", "l", None)) == [Fate.WRITTEN] * 3
    assert client.bodies == [
        '{"create":{"_index":"g-history","_id":"h"}}\n{"id":"三"}\n'.encode()
        + b'{"index":{"_index":"g-reports-write","_id":"k","if_seq_no":7,"if_primary_term":2}}\n%b\n' % ready
        + b'{"delete":{"_index":"g-ledger","_id":"l"}}\n'
    ]


def test_no_client_is_made_for_a_request() -> None:
    client = Client()
    for number in range(5):
        sent(client, Action("ledger", str(number), {}))
    assert (client.made, len(client.bodies)) == (1, 5)


def test_only_what_was_turned_away_is_sent_again() -> None:
    client = Client(busy=("1", "1", "3"))
    assert sent(client, *(Action("ledger", str(n), {}) for n in range(5))) == [Fate.WRITTEN] * 5
    assert [[head["create"]["_id"] for head in heads(body)] for body in client.bodies] == [list("01234"), ["1", "3"], ["1"]]


def test_requests_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elasticsearch_bulk, "_CHUNK", 2)
    monkeypatch.setattr(elasticsearch_bulk, "_CHUNK_BYTES", 200)
    client = Client()
    large = json.dumps({"text": "x" * 150}).encode()
    sent(client, *(Action("ledger", str(n), large if n == 3 else {}) for n in range(6)))
    assert [len(heads(body)) for body in client.bodies] == [2, 1, 1, 2]


def test_what_is_too_large_together_is_sent_line_by_line() -> None:
    client = Client(most=100)
    large = json.dumps({"text": "x" * 150}).encode()
    fates = sent(client, *(Action("ledger", str(n), large if n == 1 else {}) for n in range(3)))
    assert fates == [Fate.WRITTEN, Fate.REFUSED, Fate.WRITTEN]
