"""What was brought into a cluster, in an order in which it can be brought again?"""

from __future__ import annotations

import base64
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from gongkai.report import Document
from gongkai.search.elasticsearch_connection import Cluster
from gongkai.search.elasticsearch_document import restore
from gongkai.search.elasticsearch_reading import LINE, fetch, scan
from gongkai.search.engine import DEAD, Incoming, Outcome
from gongkai.search.packing import unpack_page

__all__ = ["dump"]

_AT_A_TIME = 200

Line = Mapping[str, Any]
Bodies = Callable[[Sequence[Line]], Mapping[str, tuple[Document, bytes | None]]]


def dump(cluster: Cluster) -> Iterator[Incoming]:
    """Yield the documents that no source has any more, then each source with its own document, then the others."""
    for lines in _parts(scan(cluster, cluster.name("history"), {"match_all": {}}, fields=LINE)):
        living = _named(cluster, [line["id"] for line in lines])
        dead = [line for line in lines if line["id"] not in living]
        bodies = _bodies(cluster, dead)
        for line in dead:
            if line["id"] in bodies:
                yield Incoming(line["source"], DEAD, line["parser"], *bodies[line["id"]])
    for is_first in (True, False):
        for said in _parts(scan(cluster, cluster.name("ledger"), {"match_all": {}}, by="source")):
            yield from _of_sources(cluster, said, is_first=is_first)


def _of_sources(cluster: Cluster, said: Sequence[Line], *, is_first: bool) -> Iterator[Incoming]:
    """Yield the inputs whose source is (or is not) the one that brought its document first."""
    lines = {
        place[1]: found.source
        for place, found in fetch(cluster, [("history", one["id"]) for one in said if one.get("id")]).items()
    }
    chosen = []
    for one in said:
        line = lines.get(one.get("id") or "")
        if (line is not None and line["source"] == one["source"]) == is_first:
            chosen.append((one, line))
    bodies = _bodies(cluster, [line for _, line in chosen if line])
    for one, line in chosen:
        outcome = Outcome(one["outcome"])
        has_none = outcome in (Outcome.NOT_A_REPORT, Outcome.FAILED)
        is_there = line is not None and line["id"] in bodies and one["digest"]
        if line is not None and is_there:
            document, page = bodies[line["id"]]
            digest = DEAD if has_none else one["digest"]  # it could not be read again since, or said nothing: that follows
            yield Incoming(one["source"], digest, one["parser"], document, page if is_first else None)
        if not is_there or has_none:
            yield Incoming(
                one["source"],
                one["digest"] or DEAD,
                one["parser"],
                outcome=outcome if has_none else Outcome.FAILED,
                reason=one.get("reason"),
                says_nothing=bool(is_there),
            )


def _named(cluster: Cluster, ids: list[str]) -> set[str]:
    hits = scan(cluster, cluster.name("ledger"), {"terms": {"id": ids}}, fields=("id",), size=5_000)
    return {hit["_source"]["id"] for hit in hits}


def _bodies(cluster: Cluster, lines: Sequence[Line]) -> dict[str, tuple[Document, bytes | None]]:
    """Return id → the document and its page; the current ones lie in the index of reports."""
    places = [place for line in lines for place in (("reports", line["slot"]), ("history", line["id"]), ("pages", line["id"]))]
    found = fetch(cluster, places)
    bodies: dict[str, tuple[Document, bytes | None]] = {}
    for line in lines:
        seat, kept, page = (
            found.get(place) for place in (("reports", line["slot"]), ("history", line["id"]), ("pages", line["id"]))
        )
        content = None if page is None else unpack_page(base64.b64decode(page.source["page"]))
        if seat is not None and seat.source["id"] == line["id"]:
            bodies[line["id"]] = restore(seat.source), content
        elif kept is not None and "document" in kept.source:
            bodies[line["id"]] = kept.source["document"], content
    return bodies


def _parts(hits: Iterator[Mapping[str, Any]]) -> Iterator[list[Line]]:
    while part := [hit["_source"] for hit in itertools.islice(hits, _AT_A_TIME)]:
        yield part
