"""How are our indices made, and what is there to be told about them?

An index of reports is named `<prefix>-reports-<format>-<time>` and stands behind two aliases, one to read and one
to write. A new one is built beside the old one from what the old one keeps; nobody reads it before the aliases
are moved in one step, and the old one stays (`elasticsearch_migration.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from elasticsearch import AuthorizationException, NotFoundError

from gongkai.errors import EngineUnavailable, IndexMissing
from gongkai.mappings.elasticsearch import FORMAT, Layout, other_index, reports_index
from gongkai.search.elasticsearch_connection import Cluster
from gongkai.search.elasticsearch_figures import KIND as FIGURES
from gongkai.search.elasticsearch_figures import ensure_figures
from gongkai.search.elasticsearch_loading import refresh_interval
from gongkai.search.elasticsearch_reading import ask

__all__ = ["OTHERS", "IndexStatus", "Status", "create_reports", "drop", "init", "status"]

OTHERS = ("history", "ledger", "pages")
_SAY_SO = ("reports", FIGURES)  # the kinds whose mapping says that it is ours, and of which format
_OLDEST = (8, 19)


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """One index: `state` is current, previous, half-built, or beside (history, ledger, pages, figures)."""

    name: str
    state: str
    format: str | None
    documents: int
    bytes: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """What there is of ours on a cluster. `behind` says what is not as it should be, one sentence each."""

    where: str
    version: str | None
    format: str
    indices: tuple[IndexStatus, ...]
    ledger: Mapping[str, int]
    behind: tuple[str, ...] = field(default=())


def init(cluster: Cluster, layout: Layout) -> list[str]:
    """Make what is not there yet of our indices and aliases; return the names of what was made."""
    version = _version(cluster)
    if version is not None and tuple(int(part) for part in re.findall(r"\d+", version)[:2]) < _OLDEST:
        raise EngineUnavailable(f"Elasticsearch at {cluster.where} is {version}: version 8.19 or later is needed.")
    made = []
    for kind in OTHERS:
        if not cluster.client.indices.exists_alias(name=cluster.name(kind)):
            name = f"{cluster.name(kind)}-{_now()}"
            cluster.client.indices.create(index=name, aliases={cluster.name(kind): {}}, **other_index(name, kind, layout))
            made.append(name)
    if not cluster.client.indices.exists_alias(name=cluster.name("reports")):
        made.append(create_reports(cluster, layout, with_aliases=True))
    figures = ensure_figures(cluster, layout)
    return [*made, figures] if figures else made


def create_reports(cluster: Cluster, layout: Layout, *, with_aliases: bool) -> str:
    """Make an empty index of reports; without aliases nobody reads or writes it."""
    name = f"{cluster.name('reports')}-{FORMAT.replace('.', '-')}-{_now()}"
    aliases: dict[str, Any] = {cluster.name("reports"): {}, cluster.name("reports-write"): {"is_write_index": True}}
    body = reports_index(name, layout, meta_of(layout, is_ready=with_aliases))
    cluster.client.indices.create(index=name, aliases=aliases if with_aliases else {}, **body)
    return name


def meta_of(layout: Layout, *, is_ready: bool) -> dict[str, Any]:
    """Return what an index of reports says of itself."""
    return {"format": FORMAT, "refresh": layout.refresh, "state": "ready" if is_ready else "building"}


def status(cluster: Cluster) -> Status:
    """Return what there is; IndexMissing when there is nothing."""
    mappings = _ours(cluster)
    if not mappings:
        raise IndexMissing(f"There is no index at {cluster.where}: run `gongkai elasticsearch init`.")
    names = list(mappings)
    aliases = cluster.client.indices.get_alias(index=names)
    cluster.client.indices.refresh(index=names)
    sizes = cluster.client.indices.stats(index=names, metric="docs,store", filter_path="indices.*.primaries")["indices"]
    indices = []
    for name, mapping in sorted(mappings.items()):
        held = tuple(sorted(aliases[name]["aliases"]))
        ours = _meta(mapping)
        size = sizes[name]["primaries"]
        state = _state(cluster, name, held, ours)
        indices.append(IndexStatus(name, state, ours.get("format"), size["docs"]["count"], size["store"]["size_in_bytes"], held))
    ledger = _ledger(cluster)
    found = Status(cluster.where, _version(cluster), FORMAT, tuple(indices), ledger)
    return Status(found.where, found.version, found.format, found.indices, found.ledger, tuple(_behind(cluster, found)))


def _ours(cluster: Cluster) -> dict[str, Mapping[str, Any]]:
    """Return name → mapping of the indices that `init` and `migrate` have made under this prefix.

    `gongkai-reports-*` also is what another prefix (`gongkai-reports-test`) or somebody's own index begins with, and
    what is listed here may be dropped: the whole name must be one of ours, and what says of itself what it is must say so.
    """
    wanted = ",".join(cluster.name(f"{kind}-*") for kind in (*_SAY_SO, *OTHERS))
    found = cluster.client.indices.get_mapping(index=wanted, filter_path="*.mappings._meta,*.mappings.dynamic")
    beside = rf"(?:{'|'.join(OTHERS)})-\d{{17}}"
    name = re.compile(rf"{re.escape(cluster.name(''))}(?:{beside}|(?P<says>{'|'.join(_SAY_SO)})-[0-9a-f]+-\d+-\d{{17}})")
    matches = ((index, mapping, name.fullmatch(index)) for index, mapping in found.items())
    return {index: mapping for index, mapping, match in matches if match and (match["says"] is None or _meta(mapping))}


def _meta(mapping: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what the index says of itself; nothing for one that is not ours."""
    said: Mapping[str, Any] = mapping["mappings"].get("_meta", {}).get("gongkai", {})
    return said


def _state(cluster: Cluster, name: str, aliases: tuple[str, ...], ours: Mapping[str, Any]) -> str:
    if cluster.kind(name) != "reports":
        return "beside" if aliases else "half-built"  # figures that were being built for a migration, or by `init`
    if cluster.name("reports") in aliases:
        return "current"
    return "half-built" if ours.get("state") == "building" else "previous"


def _ledger(cluster: Cluster) -> dict[str, int]:
    if not cluster.client.indices.exists_alias(name=cluster.name("ledger")):
        return {}
    outcomes = {"outcomes": {"terms": {"field": "outcome", "size": 20}}}
    answer = ask(cluster, index=cluster.name("ledger"), size=0, aggregations=outcomes)
    return {bucket["key"]: bucket["doc_count"] for bucket in answer["aggregations"]["outcomes"]["buckets"]}


def _behind(cluster: Cluster, found: Status) -> list[str]:
    said = []
    current = [index for index in found.indices if index.state == "current"]
    missing = [kind for kind in ("reports", "reports-write", *OTHERS) if not _has(found, cluster.name(kind))]
    if missing:
        is_left = not current and any(index.state == "previous" for index in found.indices)
        todo = "swap` to use the previous one" if is_left else "init`"
        said.append(f"No index stands behind {', '.join(map(cluster.name, missing))}: run `gongkai elasticsearch {todo}.")
    if any(index.format != FORMAT for index in current):
        said.append(f"The current index has another format than this gongkai ({FORMAT}): run `gongkai elasticsearch migrate`.")
    if any(index.state == "half-built" for index in found.indices):
        said.append("An index is half-built: a migration is running or was cut off; the next `migrate` removes it.")
    if current and refresh_interval(cluster) == "-1":
        said.append(
            "The index does not refresh by itself: something is being loaded, or was cut off; the next load puts it right."
        )
    if interrupted := _interrupted(cluster):
        said.append(f"{interrupted} inputs were interrupted: index them again.")
    said += _blocked(cluster, [index.name for index in found.indices])
    return said


def _blocked(cluster: Cluster, names: list[str]) -> Iterator[str]:
    blocks = cluster.client.indices.get_settings(index=",".join(names), name="index.blocks.*", flat_settings=True)
    for name, index in sorted(blocks.items()):
        found = {key.removeprefix("index.blocks.") for key, value in index["settings"].items() if value == "true"}
        if "read_only_allow_delete" in found:
            yield f"{name} takes no writes (the disk was full): free space; Elasticsearch then lifts the block itself."
        elif "write" in found:
            yield (
                f"{name} takes no writes (index.blocks.write): wait for the migration that is running;"
                " if none is, `gongkai elasticsearch migrate` lifts what it left."
            )
        elif found:
            yield f"{name} takes no writes or reads (index.blocks.{', '.join(sorted(found))}): remove that setting."


def _has(found: Status, alias: str) -> bool:
    return any(alias in index.aliases for index in found.indices)


def _interrupted(cluster: Cluster) -> int:
    """Return how many lines of the ledger are claims of work that was not finished."""
    if not cluster.client.indices.exists_alias(name=cluster.name("ledger")):
        return 0
    answer = ask(cluster, index=cluster.name("ledger"), query={"term": {"claim": True}}, size=0, track_total_hits=True)
    return int(answer["hits"]["total"]["value"])


def drop(cluster: Cluster, names: list[str]) -> None:
    """Remove the indices of these names."""
    for name in names:
        cluster.client.indices.delete(index=name)


def _version(cluster: Cluster) -> str | None:
    """Return the version of the node that answers; null when that is not for us to know."""
    try:
        answer = cluster.client.nodes.info(node_id="_local", filter_path="nodes.*.version")
    except (AuthorizationException, NotFoundError):
        return None
    return next((str(node["version"]) for node in answer.body.get("nodes", {}).values()), None)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")[:-3]
