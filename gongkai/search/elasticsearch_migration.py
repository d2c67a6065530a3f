"""How does an index of an old format become one of the new, and how does the old one come back?

The old index takes no writes meanwhile (they fail with a sentence that says so). The new one is filled from what
the old one keeps of its documents; counts and sums must be equal before the aliases move, in one step. The
old index stays. Whatever goes wrong, the old one serves on and the half-built one is removed; what a power cut
leaves is removed by the next migration.
"""

from __future__ import annotations

import itertools
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from gongkai.errors import EngineUnavailable, IndexMissing, SearchError
from gongkai.mappings.elasticsearch import FORMAT, Layout, path
from gongkai.mappings.fields import FIGURES
from gongkai.search.elasticsearch_admin import create_reports, drop, meta_of, status
from gongkai.search.elasticsearch_bulk import Action, Fate, send
from gongkai.search.elasticsearch_connection import THREADS, Cluster
from gongkai.search.elasticsearch_document import restore, to_source
from gongkai.search.elasticsearch_figures import alias_actions, build_figures, index_in_use
from gongkai.search.elasticsearch_reading import ask, scan

__all__ = ["migrate", "swap"]

_TOGETHER = 200  # documents a thread takes at a time
_STANDSTILL = 3.0  # seconds after which an index that did not grow is nobody's work
_BLOCK = "index.blocks.write"


def migrate(
    cluster: Cluster, layout: Layout, *, again: bool = False, watch: Callable[[int], None] = lambda count: None
) -> str | None:
    """Build an index of this gongkai's format, and move the aliases to it; return its name.

    Null when the current one has that format already and it is not to be built `again`.
    """
    found = status(cluster)
    current = [index for index in found.indices if index.state == "current"]
    if not current:
        raise IndexMissing(f"There is no index at {cluster.where}: run `gongkai elasticsearch init`.")
    _remove_half_built(cluster, [index.name for index in found.indices if index.state == "half-built"])
    old = current[0].name
    if current[0].format == FORMAT and not again:
        _block(cluster, old, on=False)  # a migration that was cut off left it
        return None
    _block(cluster, old, on=True)
    new = None
    try:
        new = create_reports(cluster, layout, with_aliases=False)
        _fill(cluster, old, new, watch)
        _compare(cluster, old, new)
        cluster.client.indices.put_mapping(index=new, meta={"gongkai": meta_of(layout, is_ready=True)})
        _move(cluster, old, new, layout)
    except BaseException:
        if new is not None:
            drop(cluster, [new])
        raise
    finally:
        _block(cluster, old, on=False)
    return new


def swap(cluster: Cluster, name: str | None = None) -> tuple[str, str]:
    """Move the aliases to a previous index, the newest unless named; return (from, to)."""
    found = status(cluster)
    current = next((index.name for index in found.indices if index.state == "current"), None)
    previous = [index.name for index in found.indices if index.state == "previous"]
    if current is None or not previous:
        raise SearchError(f"There is no previous index at {cluster.where} to swap with.")
    chosen = name or max(previous, key=lambda one: one.rpartition("-")[2])
    if chosen not in previous:
        raise SearchError(f"“{chosen[:80]}” is no previous index: `gongkai elasticsearch status` lists them.")
    _move(cluster, current, chosen, Layout())
    return current, chosen


def _move(cluster: Cluster, old: str, new: str, layout: Layout) -> None:
    """Let the aliases name the new index, and those of the figures what is made of it, all in one step."""
    actions: list[Mapping[str, Any]] = []
    in_use = index_in_use(cluster)
    figures = build_figures(cluster, layout, new, zeros=in_use.zeros or layout.figures == "all") if in_use else None
    actions += alias_actions(cluster, figures) if figures else []
    for alias in (cluster.name("reports"), cluster.name("reports-write")):
        actions.append({"remove": {"index": old, "alias": alias}})
        added = {"index": new, "alias": alias}
        actions.append({"add": {**added, "is_write_index": True} if alias.endswith("-write") else added})
    try:
        cluster.client.indices.update_aliases(actions=actions)
    except BaseException:
        drop(cluster, [figures] if figures else [])
        raise


def _block(cluster: Cluster, name: str, *, on: bool) -> None:
    cluster.client.indices.put_settings(index=name, settings={_BLOCK: True if on else None})


def _fill(cluster: Cluster, old: str, new: str, watch: Callable[[int], None]) -> None:
    """Write every document of the old index into the new one, in as many threads as write otherwise."""
    hits = scan(cluster, old, {"match_all": {}}, size=_TOGETHER)
    parts = iter(lambda: list(itertools.islice(hits, _TOGETHER)), [])
    done = 0
    with ThreadPoolExecutor(THREADS, "gongkai-migrate") as threads:
        for part in _bounded(threads, lambda hits: _copy(cluster, new, hits), parts):
            done += part
            watch(done)
    cluster.client.indices.refresh(index=new)


def _bounded(threads: ThreadPoolExecutor, work: Callable[[Sequence[Any]], int], parts: Iterator[Sequence[Any]]) -> Iterator[int]:
    """Yield the results of the work on the parts, never more than a few of them in memory."""
    under_way = [threads.submit(work, part) for part in itertools.islice(parts, 2 * THREADS)]
    while under_way:
        yield under_way.pop(0).result()
        under_way += [threads.submit(work, part) for part in itertools.islice(parts, 1)]


def _copy(cluster: Cluster, index: str, hits: Sequence[Mapping[str, Any]]) -> int:
    actions = [Action("reports", hit["_id"], to_source(restore(hit["_source"])), blindly=True, index=index) for hit in hits]
    refused = [sent.reason for sent in send(cluster, actions) if sent.fate is not Fate.WRITTEN]
    if refused:
        raise EngineUnavailable(f"The new index refused {len(refused)} documents, so the old one stays: {refused[0][:200]}")
    return len(actions)


def _compare(cluster: Cluster, old: str, new: str) -> None:
    """Raise when the two do not count the same, or the figures that both have do not sum to the same."""
    mapping = cluster.client.indices.get_mapping(index=old, filter_path="*.mappings.properties.figures.properties")
    held = mapping[old]["mappings"]["properties"]["figures"]["properties"] if mapping.body else {}
    sums = {figure.name: {"sum": {"field": path(figure)}} for figure in FIGURES if figure.name in held}
    answers = [ask(cluster, index=name, size=0, track_total_hits=True, aggregations=sums or None) for name in (old, new)]
    before, after = (answer["hits"]["total"]["value"] for answer in answers)
    if before != after:
        raise EngineUnavailable(f"The new index holds {after} reports, the old one {before}: the old one stays.")
    for name in sums:
        was, is_now = (answer["aggregations"][name]["value"] for answer in answers)
        if not math.isclose(was, is_now, rel_tol=1e-9):  # doubles are summed in the order of the shards
            raise EngineUnavailable(f"{name} sums to {is_now} in the new index, to {was} in the old one: the old one stays.")


def _remove_half_built(cluster: Cluster, names: list[str]) -> None:
    """Remove what a migration left that was cut off; EngineUnavailable when it is still at work."""
    if not names:
        return
    before = _indexed(cluster, names)
    time.sleep(_STANDSTILL)
    if _indexed(cluster, names) != before:
        raise EngineUnavailable(f"Another migration is running at {cluster.where}: wait until it is done.")
    drop(cluster, names)


def _indexed(cluster: Cluster, names: list[str]) -> int:
    answer = cluster.client.indices.stats(index=",".join(names), metric="indexing")
    return int(answer["_all"]["primaries"]["indexing"]["index_total"])
