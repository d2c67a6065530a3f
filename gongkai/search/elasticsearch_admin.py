"""How are our indices made, and given their names?

An index of reports is named `<prefix>-reports-<format>-<time>` and stands behind two aliases, one to read and one
to write. A new one is built beside the old one from what the old one keeps; nobody reads it before the aliases
are moved in one step, and the old one stays.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from gongkai.mappings.elasticsearch import FORMAT, Layout, other_index, reports_index
from gongkai.search.elasticsearch_connection import Cluster

__all__ = ["OTHERS", "create_reports", "init"]

OTHERS = ("history", "ledger", "pages")


def init(cluster: Cluster, layout: Layout) -> list[str]:
    """Make what is not there yet of our indices and aliases; return the names of what was made."""
    made = []
    for kind in OTHERS:
        if not cluster.client.indices.exists_alias(name=cluster.name(kind)):
            name = f"{cluster.name(kind)}-{_now()}"
            cluster.client.indices.create(index=name, aliases={cluster.name(kind): {}}, **other_index(name, kind, layout))
            made.append(name)
    if not cluster.client.indices.exists_alias(name=cluster.name("reports")):
        name = create_reports(cluster, layout, with_aliases=True)
        made.append(name)
    return made


def create_reports(cluster: Cluster, layout: Layout, *, with_aliases: bool) -> str:
    """Make an empty index of reports; without aliases nobody reads or writes it."""
    name = f"{cluster.name('reports')}-{FORMAT.replace('.', '-')}-{_now()}"
    aliases: dict[str, Any] = {cluster.name("reports"): {}, cluster.name("reports-write"): {"is_write_index": True}}
    meta = {"refresh": layout.refresh, "state": "ready" if with_aliases else "building"}
    body = reports_index(name, layout, meta)
    cluster.client.indices.create(index=name, aliases=aliases if with_aliases else {}, **body)
    return name


def _now() -> str:
    return datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")[:-3]
