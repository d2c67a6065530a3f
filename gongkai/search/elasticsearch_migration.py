"""How does an index of an old format become one of the new, and how does the old one come back?

The old index takes no writes meanwhile (they fail with a sentence that says so). The new one is filled from what
the old one keeps of its documents, made visible first; counts, sums, and who sits in every slot that the history
knows must be equal before the aliases move, in one step. The old index stays. Whatever goes wrong, the old one
serves on and the half-built one is removed, in one step with the condition that the aliases have not moved: the
answer to the move may have been lost. What a power cut leaves is removed by the next migration.
"""

from __future__ import annotations

import contextlib
import itertools
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from elasticsearch import ApiError, TransportError

from gongkai.errors import EngineUnavailable, IndexMissing, SearchError
from gongkai.mappings.elasticsearch import FORMAT, Layout, path
from gongkai.mappings.fields import FIGURES
from gongkai.search.elasticsearch_admin import Status, create_reports, meta_of, status
from gongkai.search.elasticsearch_bulk import Action, Fate, send
from gongkai.search.elasticsearch_connection import THREADS, Cluster
from gongkai.search.elasticsearch_document import restore, to_source
from gongkai.search.elasticsearch_figures import alias_actions, build_figures, index_in_use
from gongkai.search.elasticsearch_reading import ask, patiently, scan, whole

__all__ = ["migrate", "swap"]

_TOGETHER = 200  # documents a thread takes at a time
_SEATS = 2_000  # slots compared at a time
_STANDSTILL = 3.0  # seconds after which an index that did not grow is nobody's work
_BLOCK = "index.blocks.write"


def migrate(
    cluster: Cluster, layout: Layout, *, again: bool = False, watch: Callable[[int], None] = lambda count: None
) -> str | None:
    """Build an index of this gongkai's format, and move the aliases to it; return its name.

    Null when the current one has that format already and it is not to be built `again`.
    """
    found = status(cluster)
    old = next((index for index in found.indices if index.state == "current"), None)
    if old is None:
        is_left = any(index.state == "previous" for index in found.indices)
        todo = "swap` to use the previous one" if is_left else "init`"
        raise IndexMissing(f"There is no current index at {cluster.where}: run `gongkai elasticsearch {todo}.")
    _remove_half_built(cluster, old.name, [index.name for index in found.indices if index.state == "half-built"])
    if old.format == FORMAT and not again:
        _unblock(cluster, old.name)  # a migration that was cut off left it
        return None
    new = None
    try:
        _block(cluster, old.name)
        new = create_reports(cluster, layout, with_aliases=False)
        _fill(cluster, old.name, new, watch)
        _compare(cluster, old.name, new)
        cluster.client.indices.put_mapping(index=new, meta={"gongkai": meta_of(layout, is_ready=True)})
        _move(cluster, found, new, layout)
    except BaseException:
        if new is not None:
            _discard(cluster, old.name, new)
        raise
    finally:
        _unblock(cluster, old.name)
    return new


def swap(cluster: Cluster, name: str | None = None) -> tuple[str | None, str]:
    """Move the aliases to a previous index, the newest unless named; return (from, to), from null when there was none."""
    found = status(cluster)
    current = next((index.name for index in found.indices if index.state == "current"), None)
    previous = [index.name for index in found.indices if index.state == "previous"]
    if not previous:
        raise SearchError(f"There is no previous index at {cluster.where} to swap with.")
    chosen = name or max(previous, key=lambda one: one.rpartition("-")[2])
    if chosen not in previous:
        raise SearchError(f"“{chosen[:80]}” is no previous index: `gongkai elasticsearch status` lists them.")
    _move(cluster, found, chosen, Layout())
    return current, chosen


def _move(cluster: Cluster, found: Status, new: str, layout: Layout) -> None:
    """Let the aliases name the new index, and those of the figures what is made of it, all in one step."""
    actions: list[Mapping[str, Any]] = []
    in_use = index_in_use(cluster)
    figures = build_figures(cluster, layout, new, zeros=in_use.zeros or layout.figures == "all") if in_use else None
    actions += alias_actions(cluster, figures) if figures else []
    for alias in (cluster.name("reports"), cluster.name("reports-write")):
        held = [index.name for index in found.indices if alias in index.aliases]
        actions += [{"remove": {"index": index, "alias": alias, "must_exist": True}} for index in held]
        added = {"index": new, "alias": alias}
        actions.append({"add": {**added, "is_write_index": True} if alias.endswith("-write") else added})
    try:
        cluster.client.indices.update_aliases(actions=actions)
    except BaseException as error:
        if isinstance(error, ApiError | TransportError) and _is_current(cluster, new):
            return  # it was done, and the answer was lost
        if figures is not None:
            _discard(cluster, next((index.name for index in found.indices if index.state == "current"), None), figures)
        raise


def _is_current(cluster: Cluster, name: str) -> bool:
    """Tell whether the aliases name the index; not when nobody answers."""
    exists = cluster.client.indices.exists_alias
    with contextlib.suppress(ApiError, TransportError):
        return bool(patiently(cluster, lambda: exists(index=name, name=cluster.name("reports"))))
    return False


def _discard(cluster: Cluster, old: str | None, half_built: str) -> None:
    """Remove an index, if the alias is still with the old one in the very moment of removal; else leave it.

    A move of the aliases whose answer was lost may be carried out later still, so looking before is not enough.
    """
    if old is None:
        return  # the next migration removes it
    alias = {"index": old, "alias": cluster.name("reports")}
    actions: list[Mapping[str, Any]] = [{"remove": {**alias, "must_exist": True}}, {"add": alias}]
    with contextlib.suppress(ApiError, TransportError):
        cluster.client.indices.update_aliases(actions=[*actions, {"remove_index": {"index": half_built}}])


def _block(cluster: Cluster, name: str) -> None:
    """Let the index take no writes; return when those under way are done, and all of them are visible.

    While something is loaded the index does not refresh by itself, and what the ledger says is there is in no search.
    """
    cluster.client.indices.add_block(index=name, block="write")
    cluster.client.indices.refresh(index=name)


def _unblock(cluster: Cluster, name: str) -> None:
    cluster.client.indices.put_settings(index=name, settings={_BLOCK: None})


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
    """Raise when the two do not hold the same: how many, sums of the figures that both have, who sits in which slot."""
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
    _compare_seats(cluster, old, new)


def _compare_seats(cluster: Cluster, old: str, new: str) -> None:
    """Raise when a slot that a line of the history names is not taken by the same report in both.

    Read by id, which sees what was acknowledged, visible or not: searches of both could overlook the same reports.
    """
    cluster.client.indices.refresh(index=cluster.name("history"))
    lines = scan(cluster, cluster.name("history"), {"match_all": {}}, fields=("slot",), size=_SEATS)
    while slots := sorted({line["_source"]["slot"] for line in itertools.islice(lines, _SEATS)}):
        before, after = _sitting(cluster, old, slots), _sitting(cluster, new, slots)
        if before != after:
            count = sum(before[slot] != after[slot] for slot in slots)
            raise EngineUnavailable(
                f"{count} reports that the history knows are not the same in the new index: the old one stays."
            )


def _sitting(cluster: Cluster, index: str, slots: Sequence[str]) -> dict[str, str | None]:
    """Return slot → id of the report that sits there; null where none does."""
    docs = [{"_index": index, "_id": slot, "_source": ["id"]} for slot in slots]
    return {doc["_id"]: doc["_source"]["id"] if doc["found"] else None for doc in whole(cluster, docs)}


def _remove_half_built(cluster: Cluster, old: str, names: list[str]) -> None:
    """Remove what a migration left that was cut off; EngineUnavailable when it is still at work."""
    if not names:
        return
    before = _indexed(cluster, names)
    time.sleep(_STANDSTILL)
    if _indexed(cluster, names) != before:
        raise EngineUnavailable(f"Another migration is running at {cluster.where}: wait until it is done.")
    for name in names:
        _discard(cluster, old, name)


def _indexed(cluster: Cluster, names: list[str]) -> int:
    answer = cluster.client.indices.stats(index=",".join(names), metric="indexing")
    return int(answer["_all"]["primaries"]["indexing"]["index_total"])
