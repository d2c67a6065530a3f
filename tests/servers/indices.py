"""What does a test do on a server? It makes indices under a prefix of its own and removes them afterwards."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from gongkai.mappings.elasticsearch import Layout
from gongkai.search.elasticsearch_admin import init
from gongkai.search.elasticsearch_connection import connect
from servers.shared import server_url

__all__ = ["QUICK", "fresh_prefix", "prefix_on"]

QUICK = Layout(replicas="0", refresh="1s", codec="default", figures="none")


def fresh_prefix(base: str) -> str:
    """Return the address of indices that nobody else has."""
    return f"{base}/t{uuid.uuid4().hex[:12]}"


@contextmanager
def prefix_on(name: str, layout: Layout = QUICK) -> Iterator[str]:
    """Yield the address of empty indices on the run's server of that version."""
    where = fresh_prefix(server_url(name))
    cluster = connect(where)
    init(cluster, layout)
    try:
        yield where
    finally:
        cluster.client.indices.delete(index=f"{cluster.prefix}-*", ignore_unavailable=True)
        cluster.client.close()
