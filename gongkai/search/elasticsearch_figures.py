"""How do the figures keep in step with the current reports? One line a figure, beside the index of reports.

The lines of a report follow the place that it has in the index of reports, its slot. A line carries as its
external version the number that Elasticsearch gave to the last write of that slot (`_seq_no`), so that of two
machines at work the later state wins; the time at which the index of figures was made comes before that number.
`follow` reads the slot as it is now, writes its lines, removes what else lies there, and looks again whether the
slot has changed meanwhile. It is called before the ledger line of a source is complete: what was cut off is done
again.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from elasticsearch import NotFoundError

from gongkai.errors import EngineUnavailable, IndexMissing
from gongkai.mappings.elasticsearch import FORMAT, Layout
from gongkai.mappings.elasticsearch_figures import figures_index
from gongkai.mappings.long_form import OF_REPORT, lines_of
from gongkai.search.elasticsearch_bulk import Action, Fate, send
from gongkai.search.elasticsearch_connection import Cluster
from gongkai.search.elasticsearch_reading import patiently, scan, whole

__all__ = ["KIND", "Figures", "alias_actions", "build_figures", "ensure_figures", "index_in_use"]

KIND = "figures"
_PARTS = ["id", "form", "figures", "states", *(field.name for field in OF_REPORT)]
_TOGETHER = 2_000  # lines written together
_SLOTS = 200  # a request
_PAGE = 5_000  # lines a page

_SINCE = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Index:
    """The index of figures that is in use."""

    name: str
    zeros: bool

    def version(self, seat: Mapping[str, Any]) -> int:
        """Return the version of a slot's lines: a later index has greater ones, so that stragglers do no harm in it."""
        return (_made_at(self.name) << 32) + int(seat["_seq_no"])


class Figures:
    """The figures of one cluster, when it has an index of them."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster

    def follow(self, slots: Iterable[str], fresh: Collection[str] = ()) -> None:
        """Bring the figures of the slots to what sits there now; in the `fresh` ones nothing lay before."""
        names = sorted(set(slots))
        for start in range(0, len(names), _SLOTS):
            batch, new = names[start : start + _SLOTS], set(fresh)
            while batch and (index := patiently(self._cluster, lambda: index_in_use(self._cluster))):
                batch = self._follow(index, batch, new)
                new = set()

    def _follow(self, index: Index, slots: Sequence[str], fresh: Collection[str]) -> list[str]:
        """Write the lines of the slots; return the slots that have changed meanwhile."""
        seats = _seats(self._cluster, slots, _PARTS)
        actions = [action for slot, seat in seats.items() for action in _lines(index, slot, seat)]
        wanted = {action.id for action in actions}
        old = [slot for slot in slots if slot not in fresh]
        actions += [action for action in _leftovers(self._cluster, index, old, seats) if action.id not in wanted]
        with contextlib.suppress(IndexMissing):  # somebody has dropped it
            _write(self._cluster, actions)
        now = _seats(self._cluster, slots, False)
        return [slot for slot in slots if _state(now.get(slot)) != _state(seats.get(slot))]


def index_in_use(cluster: Cluster) -> Index | None:
    """Return the index of figures; null when there is none."""
    try:
        found = cluster.client.indices.get_mapping(index=cluster.name(KIND), filter_path="*.mappings._meta")
    except NotFoundError:
        return None
    for name, index in found.items():
        if isinstance(index, Mapping) and "mappings" in index:
            return Index(name, bool(index["mappings"]["_meta"]["gongkai"]["zeros"]))
    return None


def ensure_figures(cluster: Cluster, layout: Layout) -> str | None:
    """Make the index of figures and fill it from the current reports, unless it is there; return its name."""
    if layout.figures == "none" or index_in_use(cluster) is not None:
        return None
    name = build_figures(cluster, layout, cluster.name("reports"), zeros=layout.figures == "all")
    cluster.client.indices.update_aliases(actions=alias_actions(cluster, name))
    return name


def build_figures(cluster: Cluster, layout: Layout, reports: str, *, zeros: bool = False) -> str:
    """Make an index of the figures of all reports in an index; nobody reads it before `alias_actions` are carried out.

    Nobody may write those reports meanwhile. Whatever goes wrong, the half-built index is removed.
    """
    index = Index(_new_name(cluster), zeros)
    cluster.client.indices.create(index=index.name, **figures_index(index.name, layout, zeros=zeros))
    try:
        cluster.client.indices.refresh(index=reports)
        hits = scan(cluster, reports, {"match_all": {}}, fields=_PARTS, numbered=True)
        lines = (line for hit in hits for line in _lines(index, hit["_id"], hit))
        while batch := list(itertools.islice(lines, _TOGETHER)):
            _write(cluster, [replace(line, index=index.name) for line in batch])
        cluster.client.indices.refresh(index=index.name)
    except BaseException:
        cluster.client.indices.delete(index=index.name, ignore_unavailable=True)
        raise
    return index.name


def alias_actions(cluster: Cluster, name: str) -> list[dict[str, Any]]:
    """Return what makes the index the one that is used, in one step with other moves; the one before is removed."""
    old = index_in_use(cluster)
    removed = [] if old is None or old.name == name else [{"remove_index": {"index": old.name}}]
    return [*removed, {"add": {"index": name, "alias": cluster.name(KIND)}}]


def _new_name(cluster: Cluster) -> str:
    return f"{cluster.name(KIND)}-{FORMAT.replace('.', '-')}-{datetime.now(UTC).strftime('%Y%m%d%H%M%S%f')[:-3]}"


def _made_at(name: str) -> int:
    """Return when the index was made, in seconds since 2020: its name says so."""
    made = datetime.strptime(name.rpartition("-")[2][:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return int((made - _SINCE).total_seconds())


def _lines(index: Index, slot: str, seat: Mapping[str, Any]) -> Iterator[Action]:
    place = hashlib.sha256(slot.encode()).hexdigest()[:24]
    for line in lines_of(seat["_source"], zeros=index.zeros):
        yield Action(KIND, f"{place}.{line['figure']}", {"slot": slot, **line}, version=index.version(seat))


def _leftovers(cluster: Cluster, index: Index, slots: Sequence[str], seats: Mapping[str, Mapping[str, Any]]) -> Iterator[Action]:
    """Yield the removal of every line in the slots that is not newer than what sits there."""
    if not slots:
        return
    patiently(cluster, lambda: cluster.client.indices.refresh(index=cluster.name(KIND)))
    query = {"terms": {"slot": list(slots)}}
    for hit in scan(cluster, cluster.name(KIND), query, fields=("slot",), size=_PAGE, numbered=True):
        seat = seats.get(hit["_source"]["slot"])
        if seat is None or hit["_version"] <= index.version(seat):
            yield Action(KIND, hit["_id"], None, version=hit["_version"])


def _seats(cluster: Cluster, slots: Sequence[str], parts: list[str] | bool) -> dict[str, Mapping[str, Any]]:
    docs = [{"_index": cluster.name("reports"), "_id": slot, "_source": parts} for slot in slots]
    return {doc["_id"]: doc for doc in whole(cluster, docs) if doc["found"]}


def _state(seat: Mapping[str, Any] | None) -> tuple[str, int] | None:
    return None if seat is None else (seat["_index"], seat["_seq_no"])


def _write(cluster: Cluster, lines: Sequence[Action]) -> None:
    """Write the lines; one that is newer on the cluster, or gone already, is as good as written."""
    for sent in send(cluster, lines):
        if sent.fate is Fate.REFUSED:
            raise EngineUnavailable(f"The index of figures at {cluster.where} refused a line: {sent.reason[:200]}")
